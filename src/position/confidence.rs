//! How sure the coders are of a position, from how sure they are of its statements.

use crate::model::{Polarity, StatementId};

use super::Selection;

/// The confidence of a position: one figure a side.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Rating {
    /// Each polarity that stands, in the order favor, neutral, against.
    pub sides: Vec<SideRating>,
}

/// The confidence of one side, with its parts.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SideRating {
    /// Which side.
    pub polarity: Polarity,
    /// Within `0.0..=1.0`; `None` where no statement is rated.
    pub confidence: Option<f64>,
    /// How many independent origins are rated.
    pub origins: usize,
    /// How many statements are not rated; they are left out.
    pub unrated: usize,
}

impl Rating {
    /// The one figure of a position with one side.
    pub fn single(&self) -> Option<f64> {
        match self.sides.as_slice() {
            [side] => side.confidence,
            _ => None,
        }
    }
}

impl Selection<'_> {
    /// Minimum along a derivation, maximum within one origin, noisy-or across origins.
    ///
    /// With `c(s)` the confidence of statement `s` and `t(s)` the lowest of the rated ties that it needs, an origin `o`
    /// is worth `c(o) = max min(c(s), t(s))` and the side `1 - Π (1 - c(o))`. Statements without a confidence are
    /// counted and left out.
    pub(super) fn rate(&self, statements: &[(StatementId, f64)]) -> Rating {
        let polarity = |id: StatementId| self.graph().at_statement(id).stance.polarity();
        let sides = Polarity::ALL.iter().filter_map(|&side| {
            let of_side = statements.iter().copied().filter(|(id, _)| polarity(*id) == Some(side));
            let of_side: Vec<_> = of_side.collect();
            (!of_side.is_empty()).then(|| self.rate_side(side, &of_side))
        });
        Rating { sides: sides.collect() }
    }

    fn rate_side(&self, polarity: Polarity, statements: &[(StatementId, f64)]) -> SideRating {
        let mut origins: Vec<(String, f64)> = Vec::new();
        let mut unrated = 0;
        for &(id, weakest_tie) in statements {
            match self.graph().at_statement(id).confidence {
                None => unrated += 1,
                Some(confidence) => raise(&mut origins, self.origin(id), confidence.get().min(weakest_tie)),
            }
        }
        let doubt: f64 = origins.iter().map(|(_, confidence)| 1.0 - confidence).product();
        let confidence = (!origins.is_empty()).then_some(1.0 - doubt);
        SideRating { polarity, confidence, origins: origins.len(), unrated }
    }

    /// The origin of a statement; without a source it is its own.
    fn origin(&self, id: StatementId) -> String {
        let statement = self.graph().at_statement(id);
        let source = statement.citation.as_ref().map(|citation| self.graph().at_source(citation.source));
        source.map_or_else(|| format!("\0{}", statement.key), |source| source.origin_or_self().to_owned())
    }
}

fn raise(origins: &mut Vec<(String, f64)>, origin: String, confidence: f64) {
    match origins.iter_mut().find(|(known, _)| *known == origin) {
        Some((_, best)) => *best = best.max(confidence),
        None => origins.push((origin, confidence)),
    }
}
