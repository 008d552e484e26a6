//! The circle of a party: who stands and speaks for it.

use std::collections::BTreeSet;

use crate::model::{NodeId, TieKind};
use crate::position::Selection;

impl Selection<'_> {
    /// A party, those who represent it, whom it represents, and their other representatives, at any time.
    pub(super) fn circle(&self, party: NodeId) -> BTreeSet<NodeId> {
        let powers: Vec<NodeId> = self.represented_by(party).collect();
        let of = powers.iter().chain([&party]).flat_map(|&power| self.representatives_of(power));
        of.chain(powers.iter().copied()).chain([party]).collect()
    }

    pub(super) fn represented_by(&self, holder: NodeId) -> impl Iterator<Item = NodeId> {
        let graph = self.graph();
        graph.ties_from(holder, TieKind::Represents).into_iter().map(|tie| graph.at_tie(tie).to)
    }

    fn representatives_of(&self, power: NodeId) -> impl Iterator<Item = NodeId> {
        let graph = self.graph();
        graph.ties_to(power, TieKind::Represents).into_iter().map(|tie| graph.at_tie(tie).from)
    }
}
