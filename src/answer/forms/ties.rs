//! Ties of a node: who leads, represents, belongs.

use crate::model::{NodeId, TieId, TieKind};
use crate::position::Selection;
use crate::query::TieSide;

use crate::answer::Content;

/// Ties at one end of a node that hold, or may hold, at the time asked about; by the name at their other end.
pub(crate) fn ties(selection: &Selection<'_>, kind: TieKind, side: TieSide, node: NodeId) -> Content {
    let graph = selection.graph();
    let mut all: Vec<(TieId, NodeId)> = match side {
        TieSide::Holders => {
            graph.ties_to(node, kind).into_iter().map(|tie| (tie, graph.at_tie(tie).from)).collect()
        }
        TieSide::Powers => {
            graph.ties_from(node, kind).into_iter().map(|tie| (tie, graph.at_tie(tie).to)).collect()
        }
    };
    all.sort_by(|(a, x), (b, y)| graph.at(*x).name().cmp(graph.at(*y).name()).then(a.cmp(b)));
    let holds = |tie: &TieId| selection.holds_now(graph.at_tie(*tie).held) != Some(false);
    let (ties, others): (Vec<TieId>, Vec<TieId>) = all.into_iter().map(|(tie, _)| tie).partition(holds);
    let mut content = Content { ties, ..Content::default() };
    if !others.is_empty() {
        content.notes.push(format!("{} more at other times; ask as of a date to see them", others.len()));
    }
    content
}

/// Whether one node is tied to another at the time asked about.
pub(crate) fn tied(_: &Selection<'_>, _: NodeId, _: TieKind, _: NodeId) -> Content {
    Content::default()
}
