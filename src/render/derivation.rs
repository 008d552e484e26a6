//! A derivation as indented text, and each of its steps in words.

use crate::answer::Evidence;
use crate::graph::StanceGraph;
use crate::model::{NodeId, StatementId, TieKind};
use crate::position::{Derivation, Ending, Step};

use super::evidence::{record_unquoted, reference};
use super::filter::filter;
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

/// A step in words; of a record that the graph does not hold, nothing.
pub(crate) fn step(graph: &StanceGraph, step: &Step) -> String {
    match step {
        Step::Rule(rule) => rule.clone(),
        Step::Statement(id) => piece(graph, *id).map(|one| statement(graph, one)).unwrap_or_default(),
        Step::Quote(id) => piece(graph, *id).map(quote).unwrap_or_default(),
        Step::Tie(id) => graph.tie(*id).map(|held| tie::sentence(graph, held)).unwrap_or_default(),
        Step::Path(path) => way(graph, path),
        Step::Filter(one) => filter(graph, one),
        Step::Ended(ending) => ended(graph, *ending),
    }
}

fn piece(graph: &StanceGraph, id: StatementId) -> Option<Evidence<'_>> {
    graph.statement(id).map(|_| Evidence::new(graph, id))
}

fn statement(graph: &StanceGraph, piece: Evidence<'_>) -> String {
    format!("{}  {}", record_unquoted(graph, piece), reference(piece))
}

/// "“legitimate targets”, paragraph 1  [Untitled news article]"
fn quote(piece: Evidence<'_>) -> String {
    let place = Some(piece.locator()).filter(|place| !place.is_empty());
    let place = place.map(|place| format!(", {place}")).unwrap_or_default();
    let source = piece.source().map(|source| format!("  [{}]", source.title)).unwrap_or_default();
    format!("“{}”{place}{source}", piece.quote().unwrap_or_default())
}

/// "superseded by s3"
pub(super) fn ended(graph: &StanceGraph, ending: Ending) -> String {
    let key =
        |id: StatementId| graph.statement(id).map_or_else(String::new, |statement| statement.key.to_string());
    match ending {
        Ending::Superseded(by) => format!("superseded by {}", key(by)),
        Ending::Withdrawn(by) => format!("withdrawn by {}", key(by)),
        Ending::Expired => "ran out by its own terms".into(),
        Ending::ConditionMet => "ended, for what it was to hold until, or unless, came about".into(),
    }
}

/// "ground troops, a kind of foreign troops"
fn way(graph: &StanceGraph, path: &[NodeId]) -> String {
    let name = |node: NodeId| graph.node(node).map_or("", |node| node.name());
    let mut words = path.first().map(|&node| name(node).to_owned()).unwrap_or_default();
    for (&narrower, &broader) in path.iter().zip(path.iter().skip(1)) {
        let series = graph.ties_from(narrower, TieKind::InSeries);
        let is_instance = series.iter().filter_map(|&tie| graph.tie(tie)).any(|tie| tie.to == broader);
        words.push_str(if is_instance { ", the latest instance of " } else { ", a kind of " });
        words.push_str(name(broader));
    }
    words
}
