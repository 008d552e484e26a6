//! Ties of a node: who leads, represents, belongs.

use std::collections::BTreeSet;

use crate::graph::StanceGraph;
use crate::model::{NodeId, Tie, TieId, TieKind};
use crate::position::Selection;
use crate::query::TieSide;

use crate::answer::{Content, Verdict};

/// Ties at one end of a node that hold, or may hold, at the time asked about; by the name at their other end.
/// Contraries exclude each other, whichever of the two the tie starts from.
pub(crate) fn ties(selection: &Selection<'_>, kind: TieKind, side: TieSide, node: NodeId) -> Content {
    let graph = selection.graph();
    let below = graph.ties_to(node, kind).into_iter().map(|tie| (tie, graph.at_tie(tie).from));
    let above = graph.ties_from(node, kind).into_iter().map(|tie| (tie, graph.at_tie(tie).to));
    let mut all: Vec<(TieId, NodeId)> = match (kind, side) {
        (TieKind::ContraryTo, _) => below.chain(above).collect(),
        (_, TieSide::Holders) => below.collect(),
        (_, TieSide::Powers) => above.collect(),
    };
    all.sort_by(|(a, x), (b, y)| graph.at(*x).name().cmp(graph.at(*y).name()).then(a.cmp(b)));
    let reported =
        all.into_iter().map(|(tie, _)| tie).filter(|tie| is_reported(selection, graph.at_tie(*tie)));
    let may_hold = |tie: &TieId| holds(selection, graph.at_tie(*tie)) != Some(false);
    let (ties, others): (Vec<TieId>, Vec<TieId>) = reported.partition(may_hold);
    let mut content = Content { ties, ..Content::default() };
    if !others.is_empty() {
        content.notes.push(format!("{} more at other times; ask as of a date to see them", others.len()));
    }
    content
}

/// Whether one node is tied to another at the time asked about, with the ties that say so: those that hold or may
/// hold, otherwise those of other times. A kind of a kind is one too, and contraries exclude each other both ways.
pub(crate) fn tied(selection: &Selection<'_>, from: NodeId, kind: TieKind, to: NodeId) -> Content {
    let graph = selection.graph();
    let all = between(graph, from, kind, to);
    let holds = |tie: &TieId| holds(selection, graph.at_tie(*tie));
    let reported = all.into_iter().filter(|tie| is_reported(selection, graph.at_tie(*tie)));
    let (now, others): (Vec<TieId>, Vec<TieId>) = reported.partition(|tie| holds(tie) != Some(false));
    let mut content = Content::default();
    if !now.is_empty() {
        if now.iter().all(|tie| holds(tie).is_none()) {
            content.notes.push("whether it holds then is possible only: its dates do not tell".into());
        }
        return Content { ties: now, verdict: Some(Verdict::Yes), ..content };
    }
    if !others.is_empty() {
        return Content { ties: others, verdict: Some(Verdict::No), ..content };
    }
    content.verdict = Some(Verdict::NoRecord);
    if kind == TieKind::MemberOf {
        let members: BTreeSet<NodeId> = graph
            .ties_to(to, kind)
            .into_iter()
            .filter(|tie| holds(tie) != Some(false))
            .map(|tie| graph.at_tie(tie).from)
            .collect();
        let (verb, name) =
            (if members.len() == 1 { "member is" } else { "members are" }, graph.at(to).name());
        content.notes.push(format!("{} {verb} on record for {name}", members.len()));
    }
    if !between(graph, to, kind, from).is_empty() {
        content.notes.push("the other way round it is on record".into());
    }
    content
}

/// Whether a tie holds at the day asked about, or on some day of the period; both, where both are asked about.
fn holds(selection: &Selection<'_>, tie: &Tie) -> Option<bool> {
    let lens = selection.lens();
    let Some(period) = lens.period else { return selection.holds_now(tie.held) };
    let now = lens.as_of.map_or(Some(true), |_| selection.holds_now(tie.held));
    match (tie.held.meets(period), now) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (then, now) => then.and(now),
    }
}

/// Whether a source asked for reports the tie.
fn is_reported(selection: &Selection<'_>, tie: &Tie) -> bool {
    let sources = &selection.lens().sources;
    sources.is_empty() || tie.source.is_some_and(|source| sources.contains(&source))
}

/// Ties of a kind from one node to another, in order of entry; for a proposal that is a kind of another, the ties
/// along the shortest way.
fn between(graph: &StanceGraph, from: NodeId, kind: TieKind, to: NodeId) -> Vec<TieId> {
    let direct = |from: NodeId, to: NodeId| {
        let ties = graph.ties_from(from, kind);
        ties.into_iter().filter(move |tie| graph.at_tie(*tie).to == to)
    };
    match kind {
        TieKind::Broader => {
            let way = graph.broader(from).into_iter().find(|above| above.node == to);
            let path = way.map(|above| above.path).unwrap_or_default();
            path.iter().zip(path.iter().skip(1)).flat_map(|(narrow, broad)| direct(*narrow, *broad)).collect()
        }
        TieKind::ContraryTo => direct(from, to).chain(direct(to, from)).collect(),
        _ => direct(from, to).collect(),
    }
}
