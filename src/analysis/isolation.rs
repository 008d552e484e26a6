//! Who stands alone on a matter.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::model::NodeId;
use crate::position::{Lean, Position, Selection};
use crate::query::Listing;

/// How alone a holder stands on its side of a matter.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Isolation {
    /// Its position, with the statements behind it. Of several on the same side, in several capacities, it is the first, with
    /// the statements of all of them: those of one position after those of the other, each once.
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
            match sides.entry(position.holder) {
                Entry::Vacant(free) => {
                    free.insert((at, position));
                }
                Entry::Occupied(mut known) => join(&mut known.get_mut().1, &position),
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

/// Adds what a holder says in another capacity. Who leans both ways has no side.
fn join(known: &mut Position, other: &Position) {
    if known.lean != other.lean {
        known.lean = Lean::Mixed;
    }
    for id in &other.statements {
        if !known.statements.contains(id) {
            known.statements.push(*id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::GraphBuilder;
    use crate::model::draft::{Draft, NodeDraft, StatementDraft, TieDraft};
    use crate::position::Lens;

    #[test]
    fn what_is_said_in_two_capacities_on_one_side_all_counts() {
        let draft = Draft {
            nodes: vec![
                NodeDraft::nation("KEN", "Kenya"),
                NodeDraft::nation("PER", "Peru"),
                NodeDraft::person("ada", "Ada"),
                NodeDraft::person("bo", "Bo"),
                NodeDraft::proposal("relief", "debt relief"),
            ],
            ties: vec![TieDraft::new("represents", "ada", "KEN"), TieDraft::new("represents", "bo", "KEN")],
            statements: vec![
                StatementDraft::new("a", "ada", "supports", "relief").on_behalf_of("KEN"),
                StatementDraft::new("b", "ada", "supports", "relief"),
                StatementDraft::new("c", "bo", "supports", "relief"),
                StatementDraft::new("d", "bo", "rejects", "relief").on_behalf_of("PER"),
                StatementDraft::new("e", "PER", "rejects", "relief"),
            ],
            ..Draft::default()
        };
        let graph = GraphBuilder::new().add(draft).build().unwrap();
        let node = |key: &str| graph.find(key).unwrap();
        let found = Selection::new(&graph, Lens::default()).isolation(node("relief"), Listing::Speakers);
        let holders: Vec<NodeId> = found.iter().map(|one| one.position.holder).collect();
        assert_eq!(holders.len(), 2, "Bo leans both ways");
        let ada = found.iter().find(|one| one.position.holder == node("ada")).unwrap();
        let mut keys: Vec<String> =
            ada.position.statements.iter().map(|id| graph.statement(*id).unwrap().key.to_string()).collect();
        keys.sort_unstable();
        assert_eq!(keys, ["a", "b"]);
        assert_eq!((ada.same, ada.opposite), (0, 1));
    }
}
