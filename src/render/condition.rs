//! Conditions in words. Those of the stance ("only if it comes to X") and those of what is wanted ("to come after X")
//! never read alike.

use crate::answer::Finding;
use crate::graph::StanceGraph;
use crate::model::{Condition, ConditionSubject, Relation, Scope, Stance, StatementRef};

/// Whether what a stance hangs on has come about.
#[derive(Debug, Clone, Copy)]
pub(super) enum Met<'a> {
    Pending,
    /// As this finding has it: on record, or for the sake of the question.
    Met(Finding<'a>),
}

impl<'a> Met<'a> {
    pub(super) fn of(finding: Finding<'a>) -> Self {
        if finding.is_conditional() { Self::Pending } else { Self::Met(finding) }
    }
}

/// The conditions of a statement, each led by a comma; those of what is wanted come first.
pub(super) fn conditions(graph: &StanceGraph, statement: StatementRef<'_>, met: Met<'_>) -> String {
    let of = |scope: Scope| statement.conditions.iter().filter(move |condition| condition.scope == scope);
    let content = of(Scope::Content).map(|condition| on_content(graph, condition));
    let stance = of(Scope::Stance).map(|condition| on_stance(graph, condition, statement.stance, met));
    content.chain(stance).collect()
}

fn on_content(graph: &StanceGraph, condition: &Condition) -> String {
    let verb = if condition.relation == Relation::Until { "last" } else { "come" };
    format!(", to {verb} {} {}", condition.relation, subject(graph, condition))
}

fn on_stance(graph: &StanceGraph, condition: &Condition, stance: Stance, met: Met<'_>) -> String {
    // A threat's condition is its trigger; it leaves open what else might set it off.
    let only = match (condition.relation, stance) {
        (Relation::If, Stance::Threatens) => "",
        (Relation::If, _) => "only ",
        _ => "",
    };
    let taken = match met {
        Met::Met(finding) if finding.assumes(&condition.subject) => " (taken as met)",
        Met::Met(_) if condition.relation.activates() => " (met)",
        Met::Met(_) | Met::Pending => "",
    };
    format!(", {only}{} {}{taken}", condition.relation, subject(graph, condition))
}

/// What has to come about; a proposal, being a noun, needs a verb after `if`, `unless`, `once` and `until`.
fn subject(graph: &StanceGraph, condition: &Condition) -> String {
    match (&condition.subject, condition.relation) {
        (ConditionSubject::Text(text), _) => text.clone(),
        (ConditionSubject::Proposal(node), Relation::Before | Relation::After) => {
            graph.at(*node).name().to_owned()
        }
        (ConditionSubject::Proposal(node), _) => format!("it comes to {}", graph.at(*node).name()),
    }
}
