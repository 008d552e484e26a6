//! Ties: their ends, their legality, and that kinds of proposals form no circle.

use std::collections::HashSet;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;

use crate::graph::parts::Parts;
use crate::graph::{FaultKind, StanceGraph};
use crate::model::draft::{Draft, Text, TieDraft};
use crate::model::{Interval, NodeId, Place, Tie, TieKind};

use super::checks::{Checks, plain};
use super::index::{Known, NodeIndex};

pub(super) fn build(drafts: &[Draft], known: Known<'_>, parts: &mut Parts, checks: &mut Checks) {
    let mut places = Vec::new();
    for draft in drafts.iter().flat_map(|draft| &draft.nodes) {
        for (kind, to) in
            draft.tie_lists().iter().flat_map(|(_, kind, list)| list.iter().map(move |to| (*kind, to)))
        {
            if let Some((from, to)) = ends(&draft.key, to, kind, &to.place, known.nodes, checks) {
                parts.ties.push(bare(kind, from, to));
                places.push(&draft.key.place);
            }
        }
    }
    for draft in drafts.iter().flat_map(|draft| &draft.ties) {
        let before = parts.ties.len();
        record(draft, known, parts, checks);
        places.resize(places.len() + parts.ties.len() - before, &draft.tie.place);
    }
    check_cycles(parts, &places, checks);
}

fn bare(kind: TieKind, from: NodeId, to: NodeId) -> Tie {
    Tie {
        kind,
        from,
        to,
        office: None,
        held: Interval::default(),
        source: None,
        locator: None,
        confidence: None,
    }
}

/// A tie record: one tie for each `from`.
fn record(draft: &TieDraft, known: Known<'_>, parts: &mut Parts, checks: &mut Checks) {
    let kind = checks.code::<TieKind>(&draft.tie);
    let held = checks.interval(draft.since.as_ref(), draft.until.as_ref());
    let source = known.source(draft.source.as_ref(), checks);
    let confidence = checks.confidence(draft.confidence.as_ref());
    let Some(kind) = kind else { return };
    check_fields(kind, draft, checks);
    for from in &draft.from {
        let place = if from.place == Place::default() { &draft.tie.place } else { &from.place };
        if let Some((from, to)) = ends(from, &draft.to, kind, place, known.nodes, checks) {
            let (office, locator) = (plain(draft.office.as_ref()), plain(draft.locator.as_ref()));
            parts.ties.push(Tie { kind, from, to, office, held, source, locator, confidence });
        }
    }
}

fn check_fields(kind: TieKind, draft: &TieDraft, checks: &mut Checks) {
    let dates = [("since", &draft.since), ("until", &draft.until), ("office", &draft.office)];
    for (name, text) in dates.iter().filter_map(|(name, field)| Some((name, field.as_ref()?))) {
        if !kind.is_dated() {
            let message = format!(
                "`{name}` has no meaning on a `{kind}` tie, which is undated vocabulary; leave it out"
            );
            checks.fault(FaultKind::MisplacedField, &text.place, message);
        }
    }
}

fn ends(
    from: &Text,
    to: &Text,
    kind: TieKind,
    place: &Place,
    nodes: &NodeIndex<'_>,
    checks: &mut Checks,
) -> Option<(NodeId, NodeId)> {
    let (start, end) = (nodes.keys.find(from, "node", checks), nodes.keys.find(to, "node", checks));
    let (start, end) = (start?, end?);
    let (a, b) = (nodes.kind(start)?, nodes.kind(end)?);
    if start == end || !kind.is_legal(a, b) {
        let ends = format!("from `{}` ({a}) to `{}` ({b})", from.value, to.value);
        let message = format!("a `{kind}` tie cannot run {ends}; {}", kind.remedy());
        checks.fault(FaultKind::IllegalTie, place, message);
        return None;
    }
    Some((start, end))
}

/// Kinds of kinds must not lead back: a proposal that is a kind of itself would have no broadest one.
fn check_cycles(parts: &Parts, places: &[&Place], checks: &mut Checks) {
    let new = parts.ties.iter().filter(|tie| is_broader(tie)).map(|tie| (tie.from, tie.to));
    let mut edges: Vec<(NodeId, NodeId)> = new.collect();
    add_above(&parts.before, &mut edges);
    let mut nodes: Vec<NodeId> = edges.iter().flat_map(|(from, to)| [*from, *to]).collect();
    nodes.sort_unstable();
    nodes.dedup();
    let place = |node: NodeId| nodes.binary_search(&node).unwrap_or_default();
    let hierarchy: DiGraph<(), (), usize> =
        DiGraph::from_edges(edges.iter().map(|(from, to)| (place(*from), place(*to))));
    // Without recursion: a long chain from outside must not exhaust the stack.
    for circle in kosaraju_scc(&hierarchy).into_iter().filter(|circle| circle.len() > 1) {
        let mut members: Vec<NodeId> =
            circle.iter().filter_map(|node| nodes.get(node.index())).copied().collect();
        members.sort_unstable();
        let closes = |tie: &Tie| is_broader(tie) && members.contains(&tie.from) && members.contains(&tie.to);
        // The graph itself has no circle, so that one of the new ties is in it.
        let inside = parts.ties.iter().zip(places).find(|(tie, _)| closes(tie));
        let place = inside.map(|(_, place)| (*place).clone()).unwrap_or_default();
        let names: Vec<_> = members.iter().filter_map(|node| key(parts, node.index())).collect();
        let message =
            format!("{} are kinds of each other in a circle; take one `broader` out", names.join(", "));
        checks.fault(FaultKind::Cycle, &place, message);
    }
}

fn is_broader(tie: &Tie) -> bool {
    tie.kind == TieKind::Broader
}

/// Adds the ties of the graph that lead on from where new ones end: a circle is made of those and these.
fn add_above(before: &StanceGraph, edges: &mut Vec<(NodeId, NodeId)>) {
    if before.tie_count() == 0 {
        return;
    }
    let mut open: Vec<NodeId> = edges.iter().map(|(_, to)| *to).collect();
    let mut seen: HashSet<NodeId> = open.iter().copied().collect();
    while let Some(node) = open.pop() {
        for tie in before.ties_from(node, TieKind::Broader) {
            let to = before.at_tie(tie).to;
            edges.push((node, to));
            if seen.insert(to) {
                open.push(to);
            }
        }
    }
}

fn key(parts: &Parts, node: usize) -> Option<String> {
    let before = parts.before.node_register();
    let node = match node.checked_sub(before.len()) {
        None => before.get(node),
        Some(new) => parts.nodes.get(new),
    };
    node.map(|node| format!("`{}`", node.key))
}
