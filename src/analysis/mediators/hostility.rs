//! What stands of hostile words between two holders.

use std::collections::BTreeSet;

use crate::model::{Capacity, NodeId, Polarity, StatementId, StatementRef};
use crate::position::{Lean, Selection};
use crate::query::Inference;

/// Who may have a position against whom.
pub(super) enum Enmity {
    /// Those of whom a statement says so; no other position can be derived.
    Stated(BTreeSet<(NodeId, NodeId)>),
    /// Anyone: what a bloc says is handed down to its members.
    Inferred,
}

impl Enmity {
    fn may_be(&self, pair: (NodeId, NodeId)) -> bool {
        match self {
            Self::Stated(pairs) => pairs.contains(&pair),
            Self::Inferred => true,
        }
    }
}

impl Selection<'_> {
    /// What stands between these, of the first of each pair against the second; in order of entry.
    pub(super) fn hostile(
        &self,
        enmity: &Enmity,
        pairs: impl Iterator<Item = (NodeId, NodeId)>,
    ) -> Vec<StatementId> {
        let pairs = pairs.filter(|pair| enmity.may_be(*pair));
        let ids: BTreeSet<StatementId> =
            pairs.flat_map(|(from, to)| self.standing_against(from, to)).collect();
        ids.into_iter().collect()
    }

    /// Who may have a position against whom, of those in the circles on one side and anyone on the other.
    pub(super) fn enmity(&self, circles: &[BTreeSet<NodeId>; 2]) -> Enmity {
        if self.lens().inference == Inference::Included {
            return Enmity::Inferred;
        }
        let is_party = |node: NodeId| circles.iter().any(|circle| circle.contains(&node));
        let mut pairs = BTreeSet::new();
        for (_, statement) in self.statements() {
            if statement.stance.polarity() == Some(Polarity::Against) {
                let by = self.names_of(statement).into_iter().map(|by| (by, statement.target));
                pairs.extend(by.filter(|(by, target)| is_party(*by) || is_party(*target)));
            }
        }
        Enmity::Stated(pairs)
    }

    /// Under whose names a statement may be listed: the holder, the powers spoken for, and, where the capacity is unstated,
    /// those it represents at any time.
    fn names_of(&self, statement: StatementRef<'_>) -> Vec<NodeId> {
        let mut names = vec![statement.holder];
        names.extend(statement.capacity.powers());
        if *statement.capacity == Capacity::Unstated {
            names.extend(self.represented_by(statement.holder));
        }
        names
    }

    /// What stands of a holder's words against an actor or nation.
    pub(super) fn standing_against(&self, holder: NodeId, target: NodeId) -> Vec<StatementId> {
        let records = self.records_of(holder, target).into_iter();
        let positions = records.flat_map(|record| record.positions);
        let hostile = positions.filter(|position| matches!(position.lean, Lean::Against | Lean::Mixed));
        let ids = hostile.flat_map(|position| position.statements);
        let leans_against = |id: &StatementId| {
            self.graph().statement(*id).is_some_and(|one| one.stance.polarity() == Some(Polarity::Against))
        };
        ids.filter(leans_against).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::world::graph;
    use super::*;
    use crate::datasets;
    use crate::model::draft::StatementDraft;
    use crate::position::Lens;

    /// That no position stands where no statement may have made one: against deriving every pair.
    #[test]
    fn hostility_is_that_of_deriving_every_pair() {
        let hostile = graph(vec![
            StatementDraft::new("a", "PER", "supports", "KEN"),
            StatementDraft::new("b", "PER", "supports", "CHL"),
            StatementDraft::new("c", "ivo", "criticizes", "eva"),
            StatementDraft::new("d", "bo", "criticizes", "PER").on_behalf_of("KEN"),
            StatementDraft::new("e", "eva", "criticizes", "PER"),
        ]);
        let mut seen = 0;
        for graph in [&hostile, datasets::article().unwrap()] {
            let selection = Selection::new(graph, Lens::default());
            let holders: Vec<NodeId> =
                graph.nodes().filter(|(_, node)| node.kind().is_holder()).map(|(id, _)| id).collect();
            let spoken =
                |id: &NodeId| !graph.statements_by(*id).is_empty() || !graph.statements_on(*id).is_empty();
            let holders: Vec<NodeId> = holders.into_iter().filter(spoken).collect();
            for (&from, &to) in holders.iter().flat_map(|from| holders.iter().map(move |to| (from, to))) {
                let circles = [BTreeSet::from([from]), BTreeSet::from([to])];
                let found = selection.hostile(&selection.enmity(&circles), [(from, to)].into_iter());
                let wanted = selection.hostile(&Enmity::Inferred, [(from, to)].into_iter());
                assert_eq!(found, wanted);
                seen += found.len();
            }
        }
        assert!(seen >= 4, "{seen}");
    }
}
