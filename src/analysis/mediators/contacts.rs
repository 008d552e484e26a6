//! Those on speaking terms with both of two circles, and what is hostile between them.

use std::collections::BTreeSet;

use crate::model::{NodeId, StatementId};
use crate::position::Selection;
use crate::query::Listing;

/// Someone on speaking terms with two circles.
pub(super) struct Contact {
    pub(super) holder: NodeId,
    /// What was not hostile, from it to each circle or back; in order of entry.
    pub(super) terms: [Vec<StatementId>; 2],
    /// What stands of its hostile words toward each.
    pub(super) hostile: [Vec<StatementId>; 2],
    /// What stands of each one's hostile words toward it.
    pub(super) resented: [Vec<StatementId>; 2],
}

/// How many different statements there are.
pub(super) fn count(terms: &[Vec<StatementId>; 2]) -> usize {
    let mut ids: Vec<StatementId> = terms.concat();
    ids.sort_unstable();
    ids.dedup();
    ids.len()
}

impl Selection<'_> {
    /// Everyone on speaking terms with both circles who is in neither, by id.
    pub(super) fn contacts(&self, circles: &[BTreeSet<NodeId>; 2], listing: Listing) -> Vec<Contact> {
        let [left, right] = [0, 1].map(|at| self.terms_with(&circles[at], listing));
        let is_party = |node: &NodeId| circles.iter().any(|circle| circle.contains(node));
        let enmity = self.enmity(circles);
        let both = left.into_iter().filter(|(node, _)| !is_party(node));
        let both = both.filter_map(|(node, first)| Some((node, [first, right.get(&node)?.clone()])));
        both.map(|(holder, terms)| Contact {
            holder,
            terms,
            hostile: [0, 1].map(|at| self.hostile(&enmity, circles[at].iter().map(|one| (holder, *one)))),
            resented: [0, 1].map(|at| self.hostile(&enmity, circles[at].iter().map(|one| (*one, holder)))),
        })
        .collect()
    }
}
