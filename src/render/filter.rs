//! What a question leaves out or takes as given, in words.

use crate::graph::StanceGraph;
use crate::model::{ConditionSubject, Day};
use crate::position::Filter;

/// A filter: "as of 2025-09-05", "only what The Paper reports".
pub(super) fn filter(graph: &StanceGraph, filter: &Filter) -> String {
    match filter {
        Filter::AsOf(day) => format!("as of {day}"),
        Filter::KnownAt(day) => format!("known at {day}"),
        Filter::Period { earliest, latest } => {
            format!("only what was said {}", period(earliest.as_ref(), latest.as_ref()))
        }
        Filter::OnlyAsserted => "only what was asserted plainly".into(),
        Filter::OnBehalfOf(power) => {
            let name = graph.node(*power).map_or("", |node| node.name());
            format!("only what was said on behalf of {name}")
        }
        Filter::Occasion(words) => format!("only what was said at an occasion called “{words}”"),
        Filter::Sources(ids) => {
            let titles = ids.iter().filter_map(|id| Some(graph.source(*id)?.title.as_str()));
            format!("only what {} reports", titles.collect::<Vec<_>>().join(" or "))
        }
        Filter::Assuming(subject) => format!("assuming {}", self::subject(graph, subject)),
    }
}

/// "from 2010-01-01 to 2010-12-31", both days included.
fn period(earliest: Option<&Day>, latest: Option<&Day>) -> String {
    match (earliest, latest) {
        (Some(earliest), Some(latest)) => format!("from {earliest} to {latest}"),
        (Some(earliest), None) => format!("from {earliest} on"),
        (None, Some(latest)) => format!("up to {latest}"),
        (None, None) => "at any time".into(),
    }
}

/// The words of a condition, or the name of its proposal.
pub(super) fn subject<'a>(graph: &'a StanceGraph, subject: &'a ConditionSubject) -> &'a str {
    match subject {
        ConditionSubject::Text(words) => words,
        ConditionSubject::Proposal(node) => graph.node(*node).map_or("", |node| node.name()),
    }
}
