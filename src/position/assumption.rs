//! What an assumption of the question changes about what stands.

use std::collections::BTreeSet;

use crate::model::{NodeId, StatementId, StatementRef};

use super::condition::State;
use super::{Ending, Fate, Lens, Selection};

/// What taking conditions as met does to the statements that hang on them, each list in order of entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Assumed {
    /// Hold plainly now, and did not without it.
    pub(crate) activated: Vec<StatementId>,
    /// Hold nothing now, and did without it.
    pub(crate) ended: Vec<StatementId>,
    /// Hang on something else besides, so that nothing is decided.
    pub(crate) open: Vec<StatementId>,
}

impl Selection<'_> {
    /// What the assumptions of the lens change on these targets; on every target where none is given.
    ///
    /// # Complexity
    /// O(n) for the `n` statements on the targets, and what [`fates`](Self::fates) takes for each target on which one
    /// hangs on what is assumed.
    pub(crate) fn assumed(&self, targets: &[NodeId]) -> Assumed {
        let plain = Selection::new(self.graph(), Lens { assuming: Vec::new(), ..self.lens().clone() });
        let mut assumed = Assumed::default();
        for (id, fate) in self.touched(targets).into_iter().flat_map(|target| self.fates(target)) {
            let statement = self.graph().at_statement(id);
            if !self.hangs_on_assumed(statement) {
                continue;
            }
            let (before, now) = (plain.state(statement), self.state(statement));
            match fate {
                Fate::Ended(Ending::ConditionMet) if before != State::Ended => assumed.ended.push(id),
                Fate::Stands if now.is_conditional() => assumed.open.push(id),
                Fate::Stands if before != State::Activated => assumed.activated.push(id),
                _ => {}
            }
        }
        for list in [&mut assumed.activated, &mut assumed.ended, &mut assumed.open] {
            list.sort_unstable();
        }
        assumed
    }

    /// The targets among these on which a statement hangs on what is assumed.
    fn touched(&self, targets: &[NodeId]) -> BTreeSet<NodeId> {
        let graph = self.graph();
        let hanging = |statement: StatementRef<'_>| self.hangs_on_assumed(statement);
        if targets.is_empty() {
            let all = graph.statements().map(|(_, statement)| statement);
            return all.filter(|statement| hanging(*statement)).map(|statement| statement.target).collect();
        }
        let on = |target: &NodeId| graph.statements_on(*target);
        let hangs = |target: &NodeId| on(target).into_iter().any(|id| hanging(graph.at_statement(id)));
        targets.iter().copied().filter(hangs).collect()
    }

    fn hangs_on_assumed(&self, statement: StatementRef<'_>) -> bool {
        statement.stance_conditions().any(|condition| self.lens().assuming.contains(&condition.subject))
    }
}
