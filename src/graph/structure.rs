//! What nodes hang together by: the ties as a petgraph graph, and what follows from them.

use std::collections::HashMap;

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::model::{Interval, Node, NodeId, NodeKind, Tie, TieId, TieKind};

use super::kinds::Kinds;
use super::register::Register;

/// Ties between nodes.
#[derive(Debug, Default)]
pub(super) struct Structure {
    ties: Vec<Tie>,
    /// One petgraph node per node, at the same index; one edge per tie.
    graph: DiGraph<NodeId, TieId>,
    pub(super) kinds: Kinds,
    /// By node: the nation that it is or, undated and alone, speaks for.
    nations: Box<[Option<NodeId>]>,
}

impl Structure {
    /// The ties of these nodes.
    ///
    /// O(n) in nodes and ties.
    pub(super) fn new(nodes: &Register<Node>, ties: Vec<Tie>) -> Self {
        let graph = tie_graph(nodes.len(), &ties);
        let kinds = Kinds::new(nodes.len(), &ties);
        let nations = nations(nodes, &ties);
        Self { ties, graph, kinds, nations }
    }

    pub(super) fn ties(&self) -> &[Tie] {
        &self.ties
    }

    /// The nation that a node is, or that it speaks for undated and for no other.
    pub(super) fn nation_of(&self, node: NodeId) -> Option<NodeId> {
        *self.nations.get(node.index())?
    }

    /// Ties of a kind at a node, in order of entry.
    pub(super) fn along(&self, node: NodeId, kind: TieKind, direction: Direction) -> Vec<TieId> {
        let edges = self.graph.edges_directed(NodeIndex::new(node.index()), direction);
        let of_kind = |tie: &TieId| self.ties.get(tie.index()).is_some_and(|tie| tie.kind == kind);
        let mut found: Vec<TieId> = edges.map(|edge| *edge.weight()).filter(of_kind).collect();
        found.sort_unstable();
        found
    }
}

fn tie_graph(nodes: usize, ties: &[Tie]) -> DiGraph<NodeId, TieId> {
    let mut graph = DiGraph::with_capacity(nodes, ties.len());
    for id in (0..).map(NodeId::new).take(nodes) {
        graph.add_node(id);
    }
    for (id, tie) in (0..).map(TieId::new).zip(ties) {
        graph.add_edge(NodeIndex::new(tie.from.index()), NodeIndex::new(tie.to.index()), id);
    }
    graph
}

fn nations(nodes: &Register<Node>, ties: &[Tie]) -> Box<[Option<NodeId>]> {
    let is_nation = |node: &Node| node.kind() == NodeKind::Nation;
    let mut nations: Vec<Option<NodeId>> =
        (0..).map(NodeId::new).zip(nodes.iter()).map(|(id, node)| is_nation(node).then_some(id)).collect();
    let mut offices: HashMap<NodeId, Option<NodeId>> = HashMap::new();
    for tie in ties.iter().filter(|tie| tie.kind == TieKind::Represents) {
        let to_nation = nodes.get(tie.to.index()).is_some_and(is_nation);
        let sole = (tie.held == Interval::default() && to_nation).then_some(tie.to);
        offices.entry(tie.from).and_modify(|sole| *sole = None).or_insert(sole);
    }
    for (holder, nation) in offices {
        if let Some(place) = nations.get_mut(holder.index()).filter(|place| place.is_none()) {
            *place = nation;
        }
    }
    nations.into()
}
