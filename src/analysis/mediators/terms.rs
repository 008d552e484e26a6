//! Who is on speaking terms with whom: words and deeds that are not hostile.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Capacity, Modality, Node, NodeClass, NodeId, NodeKind, Polarity, StatementId, StatementRef,
};
use crate::position::Selection;
use crate::query::Listing;

impl Selection<'_> {
    /// Everyone with something not hostile toward a circle, or from it, and the statements.
    pub(super) fn terms_with(
        &self,
        circle: &BTreeSet<NodeId>,
        listing: Listing,
    ) -> BTreeMap<NodeId, Vec<StatementId>> {
        let mut terms: BTreeMap<NodeId, Vec<StatementId>> = BTreeMap::new();
        for (id, statement) in self.statements().filter(|(_, one)| is_friendly(*one)) {
            for one in self.met(statement, circle, listing) {
                let ids = terms.entry(one).or_default();
                if ids.last() != Some(&id) {
                    ids.push(id);
                }
            }
        }
        terms
    }

    /// Who met a circle by a statement: its speaker where it was toward the circle, those it was toward where it came from
    /// there, some of them of the circle or not.
    fn met(&self, statement: StatementRef<'_>, circle: &BTreeSet<NodeId>, listing: Listing) -> Vec<NodeId> {
        let toward = self.receivers(statement);
        let to_circle = toward.iter().any(|one| circle.contains(one));
        let from_circle = makers(statement).iter().any(|one| circle.contains(one));
        match (from_circle, to_circle, listing) {
            (false, true, Listing::Speakers) => vec![statement.holder],
            (false, true, Listing::Nations) => self.nations_behind(statement),
            (true, _, Listing::Speakers) => toward,
            (true, _, Listing::Nations) => {
                toward.into_iter().filter_map(|one| self.nation_met(one)).collect()
            }
            (false, false, _) => Vec::new(),
        }
    }

    /// Whom a statement was toward.
    pub(super) fn receivers(&self, statement: StatementRef<'_>) -> Vec<NodeId> {
        let target = statement.target;
        let is_holder = self.graph().node(target).is_some_and(|node| node.class() != NodeClass::Proposal);
        statement.addressees.iter().copied().chain(is_holder.then_some(target)).collect()
    }

    /// The nations under whose names a statement was made.
    fn nations_behind(&self, statement: StatementRef<'_>) -> Vec<NodeId> {
        match statement.capacity {
            Capacity::Unstated => self.graph().nation_of(statement.holder).into_iter().collect(),
            Capacity::Personal | Capacity::For(_) => {
                let names = statement.capacity.powers().iter().copied().chain([statement.holder]);
                names.filter(|one| self.kind_of(*one) == Some(NodeKind::Nation)).collect()
            }
        }
    }

    /// The nation that was met: itself, or that of a person.
    fn nation_met(&self, one: NodeId) -> Option<NodeId> {
        match self.kind_of(one)? {
            NodeKind::Nation => Some(one),
            NodeKind::Person => self.graph().nation_of(one),
            _ => None,
        }
    }

    fn kind_of(&self, node: NodeId) -> Option<NodeKind> {
        self.graph().node(node).map(Node::kind)
    }
}

/// Who made a statement, and for whom it was.
pub(super) fn makers(statement: StatementRef<'_>) -> Vec<NodeId> {
    statement.capacity.powers().iter().copied().chain([statement.holder]).collect()
}

/// Said or done toward someone without hostility, and no mere hint.
fn is_friendly(statement: StatementRef<'_>) -> bool {
    statement.modality != Modality::Hinted
        && matches!(statement.stance.polarity(), Some(Polarity::Favor | Polarity::Neutral))
}
