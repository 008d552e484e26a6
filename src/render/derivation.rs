//! A derivation as indented text.

use crate::graph::StanceGraph;
use crate::model::NodeId;
use crate::position::{Derivation, Step};

use super::evidence::{record, reference};
use super::page::Page;
use super::tie;

/// A derivation as indented text: each step on a line, what it rests on below it, four spaces further in.
///
/// # Example
/// ```
/// let graph = stancegraph::datasets::article()?;
/// let answer = graph.ask("who opposes foreign troops")?;
/// let text = stancegraph::render::derivation(graph, answer.findings()[0].derivation());
/// assert!(text.starts_with("the holder's own word\n    Vladimir Putin, for Russia, rejects foreign troops"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn derivation(graph: &StanceGraph, derivation: &Derivation) -> String {
    let mut page = Page::default();
    write(&mut page, graph, derivation, 0);
    page.into_text()
}

fn write(page: &mut Page, graph: &StanceGraph, derivation: &Derivation, depth: usize) {
    page.line(4 * depth, &step(graph, &derivation.step));
    for part in &derivation.from {
        write(page, graph, part, depth + 1);
    }
}

fn step(graph: &StanceGraph, step: &Step) -> String {
    let name = |node: &NodeId| graph.node(*node).map_or("", |node| node.name());
    match step {
        Step::Rule(rule) => rule.clone(),
        Step::Statement(id) => {
            let piece = crate::answer::Evidence::new(graph, *id);
            format!("{}  {}", record(graph, piece), reference(piece))
        }
        Step::Tie(id) => graph.tie(*id).map(|held| tie::sentence(graph, held)).unwrap_or_default(),
        Step::Path(path) => path.iter().map(name).collect::<Vec<_>>().join(", a kind of "),
    }
}
