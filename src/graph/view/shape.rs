//! What hangs together in a view, whatever its edges carry.

use std::collections::BTreeMap;

use crate::model::NodeId;

use super::rows::{Half, Rows};

/// Nodes, the ends of edges, and what lies next to each node.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    /// Ascending.
    pub(super) nodes: Box<[NodeId]>,
    /// By edge: the places of the nodes that it runs from and to.
    pub(super) ends: Box<[(u32, u32)]>,
    /// By node: the edges from it; without directions, all of its edges.
    pub(super) outgoing: Rows,
    /// By node: the edges to it; without directions nothing, for all are in the other.
    pub(super) incoming: Rows,
}

impl Shape {
    /// Of edges that run from one node to another.
    pub(super) fn directed(edges: &[(NodeId, NodeId)]) -> Self {
        let mut nodes: Vec<NodeId> = edges.iter().flat_map(|&(from, to)| [from, to]).collect();
        nodes.sort_unstable();
        nodes.dedup();
        let number = |node: NodeId| short(nodes.partition_point(|other| *other < node));
        let ends = edges.iter().map(|&(from, to)| (number(from), number(to))).collect();
        Self::with(nodes.into(), ends, true)
    }

    /// The same edges, found from both of their ends.
    pub(super) fn symmetrized(&self) -> Self {
        Self::with(self.nodes.clone(), self.ends.clone(), false)
    }

    fn with(nodes: Box<[NodeId]>, ends: Box<[(u32, u32)]>, is_directed: bool) -> Self {
        let edges = || (0..).zip(&*ends).map(|(edge, &(from, to))| (edge, from, to));
        let forth = || edges().map(|(edge, from, to)| (from, Half { neighbor: to, edge }));
        let back = || edges().map(|(edge, from, to)| (to, Half { neighbor: from, edge }));
        let (outgoing, incoming) = if is_directed {
            (Rows::new(nodes.len(), forth()), Rows::new(nodes.len(), back()))
        } else {
            // A loop has one end, and is found there once.
            let others = back().filter(|(node, half)| *node != half.neighbor);
            (Rows::new(nodes.len(), forth().chain(others)), Rows::default())
        };
        Self { nodes, ends, outgoing, incoming }
    }

    /// With one edge for all between the same nodes, and which edges each is made of; by the nodes.
    pub(super) fn bundled(&self, is_directed: bool) -> (Self, Vec<Vec<u32>>) {
        let mut bundles: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
        for (edge, &(from, to)) in (0..).zip(&*self.ends) {
            let ends = if is_directed || from <= to { (from, to) } else { (to, from) };
            bundles.entry(ends).or_default().push(edge);
        }
        let (ends, edges): (Vec<_>, Vec<_>) = bundles.into_iter().unzip();
        (Self::with(self.nodes.clone(), ends.into(), is_directed), edges)
    }

    /// The place of a node.
    pub(super) fn place(&self, node: NodeId) -> Option<usize> {
        self.nodes.binary_search(&node).ok()
    }
}

/// A place as it is kept: a graph has fewer than `u32::MAX` nodes.
fn short(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
