//! Conditions in words. Those of the stance ("only if it comes to X") and those of what is wanted ("to come after X")
//! never read alike.

use crate::graph::StanceGraph;
use crate::model::{Condition, ConditionSubject, Relation, Scope, Stance, StatementRef};

/// Whether what a stance hangs on has come about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Met {
    Pending,
    Met,
}

/// The conditions of a statement, each led by a comma; those of what is wanted come first.
pub(super) fn conditions(graph: &StanceGraph, statement: StatementRef<'_>, met: Met) -> String {
    let of = |scope: Scope| statement.conditions.iter().filter(move |condition| condition.scope == scope);
    let content = of(Scope::Content).map(|condition| on_content(graph, condition));
    let stance = of(Scope::Stance).map(|condition| on_stance(graph, condition, statement.stance, met));
    content.chain(stance).collect()
}

fn on_content(graph: &StanceGraph, condition: &Condition) -> String {
    let verb = if condition.relation == Relation::Until { "last" } else { "come" };
    format!(", to {verb} {} {}", condition.relation, subject(graph, condition))
}

fn on_stance(graph: &StanceGraph, condition: &Condition, stance: Stance, met: Met) -> String {
    // A threat's condition is its trigger; it leaves open what else might set it off.
    let only = match (condition.relation, stance) {
        (Relation::If, Stance::Threatens) => "",
        (Relation::If, _) => "only ",
        _ => "",
    };
    let taken = match met {
        Met::Met if condition.relation.activates() => " (taken as met)",
        Met::Met | Met::Pending => "",
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
