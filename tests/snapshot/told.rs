//! Everything a graph tells, in one text.

use stancegraph::model::TieKind;
use stancegraph::{StanceGraph, render};

const QUESTIONS: [&str; 6] = [
    "who opposes foreign troops",
    "who supports the ceasefire",
    "what contradicts what",
    "which stances are conditional",
    "who threatens whom",
    "who torpedoed the ceasefire",
];

/// What it lists of its records, and what it finds by them.
pub(crate) fn listed(graph: &StanceGraph) -> String {
    let mut told = vec![
        format!("{:?}", graph.datasets()),
        format!("{:?}", graph.nodes().collect::<Vec<_>>()),
        format!("{:?}", graph.sources().collect::<Vec<_>>()),
        format!("{:?}", graph.ties().collect::<Vec<_>>()),
        format!("{:?}", graph.condition_records()),
    ];
    told.extend(graph.statements().map(|(id, statement)| format!("{id:?} {statement:?}")));
    for (id, node) in graph.nodes() {
        assert_eq!(graph.find(node.key.as_str()), Some(id));
        told.push(format!("{:?} {:?}", graph.statements_on(id), graph.statements_by(id)));
        told.push(format!("{:?}", graph.statements_bearing_on(id).collect::<Vec<_>>()));
        told.push(format!("{:?} {:?}", graph.narrower(id), graph.broader(id)));
        told.extend(TieKind::ALL.iter().map(|kind| format!("{:?}", graph.ties_from(id, *kind))));
        told.extend(TieKind::ALL.iter().map(|kind| format!("{:?}", graph.ties_to(id, *kind))));
    }
    told.join("\n")
}

/// What it answers to a few questions.
pub(crate) fn answered(graph: &StanceGraph) -> String {
    let answers = QUESTIONS.iter().map(|question| match graph.ask(question) {
        Ok(answer) => render::json(&answer),
        Err(error) => error.to_string(),
    });
    answers.collect::<Vec<_>>().join("\n")
}
