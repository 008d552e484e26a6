//! What a question leaves out or takes as given, in words.

use crate::graph::StanceGraph;
use crate::model::ConditionSubject;
use crate::position::Filter;

/// A filter: "as of 2025-09-05", "only what The Paper reports".
pub(super) fn filter(graph: &StanceGraph, filter: &Filter) -> String {
    match filter {
        Filter::AsOf(day) => format!("as of {day}"),
        Filter::KnownAt(day) => format!("known at {day}"),
        Filter::OnBehalfOf(power) => {
            let name = graph.node(*power).map_or("", |node| node.name());
            format!("only what was said on behalf of {name}")
        }
        Filter::Occasion(words) => format!("only what was said at an occasion called “{words}”"),
        Filter::Source(id) => {
            let title = graph.source(*id).map_or("", |source| source.title.as_str());
            format!("only what {title} reports")
        }
        Filter::Assuming(subject) => format!("assuming {}", self::subject(graph, subject)),
    }
}

/// The words of a condition, or the name of its proposal.
pub(super) fn subject<'a>(graph: &'a StanceGraph, subject: &'a ConditionSubject) -> &'a str {
    match subject {
        ConditionSubject::Text(words) => words,
        ConditionSubject::Proposal(node) => graph.node(*node).map_or("", |node| node.name()),
    }
}
