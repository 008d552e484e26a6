//! How sure one may be of a position, from how its statements are rated.

use std::collections::{HashMap, HashSet};
use std::fmt;

use crate::model::{Admiralty, Confidence, Polarity, StatementId, TieId};

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
    /// Every statement of the side with what it adds, the headline first; empty where none is rated.
    pub parts: Vec<RatingPart>,
}

/// What one statement adds to the confidence of a side.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct RatingPart {
    /// The statement.
    pub statement: StatementId,
    /// Who rated it.
    pub grading: Grading,
    /// The least sure of the rated ties that it needs to count, where that is less sure than the statement.
    pub tie: Option<TieId>,
    /// The lower of its own figure and that of the tie; `None` where it is not rated.
    pub confidence: Option<f64>,
    /// Whether it is the surest of its origin, which alone counts.
    pub counts: bool,
}

/// Who rated a statement.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Grading {
    /// The coder, who goes before any rating of the source.
    Coder(Confidence),
    /// The Admiralty code: the source's reliability with the credibility of the statement, or else of the source.
    /// Where neither can be judged (F, 6) the statement is unrated all the same.
    Admiralty(Admiralty),
    /// Nobody.
    Unrated,
}

impl Grading {
    /// The figure; `None` for unrated and for what cannot be judged.
    pub fn confidence(self) -> Option<Confidence> {
        match self {
            Self::Coder(confidence) => Some(confidence),
            Self::Admiralty(rating) => rating.confidence(),
            Self::Unrated => None,
        }
    }
}

impl Rating {
    /// The one figure of a position with one side.
    pub fn single(&self) -> Option<f64> {
        match self.sides.as_slice() {
            [side] => side.confidence,
            _ => None,
        }
    }

    /// Whether any statement is rated.
    pub fn is_rated(&self) -> bool {
        self.sides.iter().any(|side| side.confidence.is_some())
    }
}

/// "0.5 by its source (C2)", "not rated"
impl fmt::Display for RatingPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.grading, self.confidence) {
            (Grading::Coder(_), _) => write!(f, "{} by the coder", figure(self.confidence))?,
            (Grading::Admiralty(code), Some(_)) => {
                write!(f, "{} by its source ({code})", figure(self.confidence))?;
            }
            (Grading::Admiralty(code), None) => return write!(f, "not rated ({code}: cannot be judged)"),
            (Grading::Unrated, _) => return f.write_str("not rated"),
        }
        if self.counts { Ok(()) } else { f.write_str(", left out for a surer one of its origin") }
    }
}

/// "confidence 0.85 from 2 origins"
impl fmt::Display for SideRating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "confidence {}", figure(self.confidence))?;
        if self.origins > 1 { write!(f, " from {} origins", self.origins) } else { Ok(()) }
    }
}

/// At most two decimals.
fn figure(confidence: Option<f64>) -> String {
    let rounded = |value: f64| ((value * 100.0).round() / 100.0).to_string();
    confidence.map_or_else(|| "not rated".into(), rounded)
}

/// The key of an origin, or of a statement without a source, which is its own origin.
type Origin<'g> = Result<&'g str, StatementId>;

impl<'g> Selection<'g> {
    /// Minimum along a derivation, maximum within one origin, noisy-or across origins.
    ///
    /// With `c(s)` the confidence of statement `s` and `t(s)` the lowest of the rated ties that it needs, an origin `o`
    /// is worth `c(o) = max min(c(s), t(s))` and the side `1 - Π (1 - c(o))`. Statements without a confidence are
    /// counted and left out.
    pub(super) fn rate(&self, statements: &[(StatementId, Option<TieId>)]) -> Rating {
        let polarity = |id: StatementId| self.graph().at_statement(id).stance.polarity();
        let sides = Polarity::ALL.iter().filter_map(|&side| {
            let of_side = statements.iter().copied().filter(|(id, _)| polarity(*id) == Some(side));
            let parts: Vec<_> = of_side.map(|(id, tie)| self.part(id, tie)).collect();
            (!parts.is_empty()).then(|| self.rate_side(side, parts))
        });
        Rating { sides: sides.collect() }
    }

    fn rate_side(&self, polarity: Polarity, mut parts: Vec<RatingPart>) -> SideRating {
        let mut surest: HashMap<Origin<'_>, usize> = HashMap::new();
        for (index, part) in parts.iter().enumerate() {
            let Some(confidence) = part.confidence else { continue };
            let best = surest.entry(self.origin(part.statement)).or_insert(index);
            if parts.get(*best).and_then(|best| best.confidence).is_none_or(|best| best < confidence) {
                *best = index;
            }
        }
        let origins = surest.len();
        let surest: HashSet<usize> = surest.into_values().collect();
        for (index, part) in parts.iter_mut().enumerate() {
            part.counts = surest.contains(&index);
        }
        let unrated = parts.iter().filter(|part| part.confidence.is_none()).count();
        let counted = parts.iter().filter(|part| part.counts).filter_map(|part| part.confidence);
        // 1 - Π (1 - c), summed up so that a single origin keeps its figure to the last bit.
        let sure = counted.fold(0.0, |sure, confidence| sure + confidence * (1.0 - sure));
        let confidence = (unrated < parts.len()).then_some(sure);
        // Where nothing is rated there is nothing to account for.
        let parts = if confidence.is_some() { parts } else { Vec::new() };
        SideRating { polarity, confidence, origins, unrated, parts }
    }

    fn part(&self, statement: StatementId, weakest: Option<TieId>) -> RatingPart {
        let grading = self.grading(statement);
        let own = grading.confidence().map(Confidence::get);
        let tie = weakest.and_then(|tie| Some((tie, self.graph().at_tie(tie).confidence?.get())));
        let tie = tie.filter(|(_, sure)| own.is_some_and(|own| *sure < own));
        let confidence = tie.map(|(_, sure)| sure).or(own);
        RatingPart { statement, grading, tie: tie.map(|(tie, _)| tie), confidence, counts: false }
    }

    /// The coder's own confidence first, then the Admiralty code of the source and of what it says.
    fn grading(&self, id: StatementId) -> Grading {
        let statement = self.graph().at_statement(id);
        if let Some(confidence) = statement.confidence {
            return Grading::Coder(confidence);
        }
        let source = statement.citation.as_ref().map(|citation| self.graph().at_source(citation.source));
        let reliability = source.and_then(|source| source.reliability);
        let credibility = statement.credibility.or_else(|| source?.credibility);
        match (reliability, credibility) {
            (None, None) => Grading::Unrated,
            _ => Grading::Admiralty(Admiralty { reliability, credibility }),
        }
    }

    fn origin(&self, id: StatementId) -> Origin<'g> {
        let citation = self.graph().at_statement(id).citation.ok_or(id)?;
        Ok(self.graph().at_source(citation.source).origin_or_self())
    }
}
