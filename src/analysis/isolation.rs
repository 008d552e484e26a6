//! Who stands alone on a matter.

use std::collections::BTreeMap;

use crate::model::NodeId;
use crate::position::{Lean, Position, Selection};
use crate::query::Listing;

/// How alone a holder stands on its side of a matter.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Isolation {
    /// Its position, with the statements behind it.
    pub position: Position,
    /// How many other holders stand on the same side.
    pub same: usize,
    /// How many stand on the other side.
    pub opposite: usize,
}

impl Isolation {
    /// The share of all others with a side that stand on the other one, `opposite / (same + opposite)`: from 0, nobody
    /// does, to 1, everybody does. `None` where nobody else has a side: to be the only one on record is not to be isolated.
    pub fn share(&self) -> Option<f64> {
        let others = self.same + self.opposite;
        #[expect(clippy::cast_precision_loss, reason = "numbers of holders")]
        let share = self.opposite as f64 / others as f64;
        (others > 0).then_some(share)
    }

    /// Whether nobody else stands on its side, and somebody on the other.
    pub const fn is_alone(&self) -> bool {
        self.same == 0 && self.opposite > 0
    }
}

impl Selection<'_> {
    /// How alone each holder stands that is for or against a proposal, or a kind of it; the most isolated first, of equal
    /// ones in the order in which they enter the data.
    ///
    /// Who is neutral, mixed, silent or only hinted at something has no side. A position that hangs on a condition has one.
    ///
    /// # Complexity
    /// That of [`records_on`](Self::records_on).
    ///
    /// # Example
    /// ```
    /// use stancegraph::{datasets, query::Listing, position::{Lens, Selection}};
    /// let graph = datasets::es_11_1()?;
    /// let vote = graph.find("un-es-11-1").unwrap();
    /// let isolation = Selection::new(graph, Lens::default()).isolation(vote, Listing::Nations);
    /// // Five voted no, and 141 voted yes.
    /// assert_eq!((isolation[0].same, isolation[0].opposite), (4, 141));
    /// assert!(isolation[0].share() > Some(0.97) && !isolation[0].is_alone());
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn isolation(&self, target: NodeId, listing: Listing) -> Vec<Isolation> {
        let mut sides: BTreeMap<NodeId, (usize, Position)> = BTreeMap::new();
        let records = self.records_on(target, listing).into_iter();
        for (at, position) in records.flat_map(|record| record.positions).enumerate() {
            let known = sides.entry(position.holder).or_insert_with(|| (at, position.clone()));
            // Who leans both ways, in two capacities, has no side.
            if known.1.lean != position.lean {
                known.1.lean = Lean::Mixed;
            }
        }
        let count = |lean: Lean| sides.values().filter(|(_, position)| position.lean == lean).count();
        let (favor, against) = (count(Lean::Favor), count(Lean::Against));
        let of = |(at, position): (usize, Position)| {
            let (own, opposite) = match position.lean {
                Lean::Favor => (favor, against),
                Lean::Against => (against, favor),
                Lean::Neutral | Lean::Mixed | Lean::None => return None,
            };
            Some((at, Isolation { position, same: own - 1, opposite }))
        };
        let mut found: Vec<(usize, Isolation)> = sides.clone().into_values().filter_map(of).collect();
        found.sort_by(|(a, left), (b, right)| {
            let shares = right.share().unwrap_or(0.0).total_cmp(&left.share().unwrap_or(0.0));
            shares.then(a.cmp(b))
        });
        found.into_iter().map(|(_, isolation)| isolation).collect()
    }
}
