//! A camp: its members, their circles and their last words.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Likeness;
use crate::analysis::likeness::Words;
use crate::model::{NodeId, StatementId};
use crate::position::Selection;

use super::terms::makers;

/// A camp with what all its members said last.
pub(super) struct Camp {
    members: Vec<(NodeId, Words)>,
    /// Everyone of the members' circles, and whose circles those are.
    circle: BTreeMap<NodeId, BTreeSet<usize>>,
}

impl Camp {
    /// Each who is named once, in the order of the names.
    pub(super) fn of(selection: &Selection<'_>, named: &[NodeId]) -> Self {
        let mut camp = Self { members: Vec::new(), circle: BTreeMap::new() };
        for &member in named {
            if camp.members.iter().any(|(known, _)| *known == member) {
                continue;
            }
            for one in selection.circle(member) {
                camp.circle.entry(one).or_default().insert(camp.members.len());
            }
            camp.members.push((member, Words::of(selection, member)));
        }
        camp
    }

    /// Everyone of the members' circles.
    pub(super) fn circle(&self) -> BTreeSet<NodeId> {
        self.circle.keys().copied().collect()
    }

    /// The members in whose circles someone made these statements; of statements from elsewhere, those who were spoken to.
    pub(super) fn met(&self, selection: &Selection<'_>, terms: &[StatementId]) -> Vec<NodeId> {
        let statements = terms.iter().filter_map(|id| selection.graph().statement(*id));
        let ends = statements.flat_map(|one| {
            let made = makers(one);
            let is_own = made.iter().any(|maker| self.circle.contains_key(maker));
            if is_own { made } else { selection.receivers(one) }
        });
        let places: BTreeSet<usize> =
            ends.filter_map(|end| self.circle.get(&end)).flatten().copied().collect();
        places.into_iter().filter_map(|place| self.members.get(place)).map(|(member, _)| *member).collect()
    }

    /// How far each member agrees with someone, of those with which it has a matter in common.
    pub(super) fn likeness(&self, selection: &Selection<'_>, holder: NodeId) -> Vec<Likeness> {
        let all = self.members.iter().map(|(member, words)| words.likeness(selection, *member, holder));
        all.filter(|likeness| likeness.common > 0).collect()
    }
}
