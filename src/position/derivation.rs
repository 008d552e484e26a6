//! Why a position follows: a tree of rules down to statements, ties and the words of the sources.

use crate::model::{NodeId, StatementId, TieId};

use super::{Basis, Certainty, Lean, Position, Selection};

/// One step of a derivation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// A rule and what it says here, in words.
    Rule(String),
    /// A statement of the graph.
    Statement(StatementId),
    /// A tie of the graph.
    Tie(TieId),
    /// A way along the hierarchy, the narrower end first.
    Path(Vec<NodeId>),
}

/// A derivation tree: a step and what it rests on. Its leaves are statements, ties and paths of the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Derivation {
    /// The step.
    pub step: Step,
    /// What it rests on.
    pub from: Vec<Derivation>,
}

impl Derivation {
    fn leaf(step: Step) -> Self {
        Self { step, from: Vec::new() }
    }
}

impl Selection<'_> {
    /// Why a position follows.
    pub fn derivation(&self, position: &Position) -> Derivation {
        let statements = position.statements.iter().map(|&id| Derivation::leaf(Step::Statement(id)));
        let ties = position.ties.iter().map(|&id| Derivation::leaf(Step::Tie(id)));
        let paths = position.paths.iter().filter(|path| !path.is_empty());
        let paths = paths.map(|path| Derivation::leaf(Step::Path(path.clone())));
        let contingent = position.contingent.iter().map(|&id| Derivation {
            step: Step::Rule("would stand if its condition came about".into()),
            from: vec![Derivation::leaf(Step::Statement(id))],
        });
        let from = statements.chain(ties).chain(paths).chain(contingent).collect();
        Derivation { step: Step::Rule(rule(position)), from }
    }
}

fn rule(position: &Position) -> String {
    let basis = match position.basis {
        Basis::Stated => "the holder's own word",
        Basis::SpokenFor => "spoken for the holder",
        Basis::Represents => "said in office for the holder, unmarked, where the holder's own pool is empty",
        Basis::Series => "the latest instance speaks for its series",
        Basis::Narrower => "a stance on a kind of it; never decides a yes or no",
        Basis::Broader => "against the broader proposal, hence against this kind of it; inferred on request",
        Basis::Membership => "the position of a bloc it belongs to; inferred on request",
    };
    let standing = match (position.lean, position.certainty) {
        (Lean::Mixed, Certainty::OrderUnknown) => "; both sides stand, their order is unknown",
        (Lean::Mixed, _) => "; both sides stand",
        (_, Certainty::Possible) => "; possible, as far as the dates tell",
        (_, Certainty::OrderUnknown) => "; whether it was withdrawn later is unknown",
        (_, Certainty::Certain) => "",
    };
    let condition = if position.conditional { "; only if its condition comes about" } else { "" };
    format!("{basis}{standing}{condition}")
}
