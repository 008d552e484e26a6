//! What nodes hang together by: the ties as a petgraph graph, and what follows from them.

use std::sync::Arc;

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::model::{Interval, Node, NodeId, NodeKind, Tie, TieId, TieKind};

use super::kinds::Kinds;
use super::register::Register;

/// Ties between nodes.
#[derive(Debug, Clone, Default)]
pub(super) struct Structure {
    ties: Vec<Arc<Tie>>,
    /// One petgraph node per node, at the same index; one edge per tie.
    graph: DiGraph<NodeId, TieId>,
    kinds: Kinds,
    /// By node: the nation that it is or, undated and alone, speaks for.
    nations: Vec<Option<NodeId>>,
}

impl Structure {
    /// With more ties, and with all nodes there are now.
    ///
    /// O(n) in nodes and ties, most of it copied in one go; only a change of the hierarchy brings it into order again.
    pub(super) fn with(&self, nodes: &Register<Node>, ties: Vec<Tie>) -> Self {
        let mut structure = self.clone();
        let known = self.nations.len();
        for id in (0..).map(NodeId::new).take(nodes.len()).skip(known) {
            structure.graph.add_node(id);
            structure.nations.push(nodes.get(id.index()).and_then(|node| is_nation(node).then_some(id)));
        }
        let first = self.ties.len();
        structure.ties.extend(ties.into_iter().map(Arc::new));
        let new = || (0..).map(TieId::new).zip(&structure.ties).skip(first);
        for (id, tie) in new() {
            structure.graph.add_edge(NodeIndex::new(tie.from.index()), NodeIndex::new(tie.to.index()), id);
        }
        if new().any(|(_, tie)| tie.kind == TieKind::Broader) {
            structure.kinds = Kinds::new(nodes.len(), structure.ties());
        } else {
            structure.kinds.add_alone(nodes.len());
        }
        let mut speakers: Vec<NodeId> =
            new().filter(|(_, tie)| tie.kind == TieKind::Represents).map(|(_, tie)| tie.from).collect();
        speakers.sort_unstable();
        speakers.dedup();
        for speaker in speakers {
            let nation = structure.sole_nation(speaker, nodes);
            if let Some(place) = structure.nations.get_mut(speaker.index()) {
                *place = nation;
            }
        }
        structure
    }

    /// The nation that a node is or, undated and alone, speaks for.
    fn sole_nation(&self, speaker: NodeId, nodes: &Register<Node>) -> Option<NodeId> {
        let nation = |node: NodeId| nodes.get(node.index()).filter(|node| is_nation(node)).map(|_| node);
        if let Some(itself) = nation(speaker) {
            return Some(itself);
        }
        match self.along(speaker, TieKind::Represents, Direction::Outgoing).as_slice() {
            [only] => {
                let tie = self.ties.get(only.index())?;
                nation(tie.to).filter(|_| tie.held == Interval::default())
            }
            _ => None,
        }
    }

    pub(super) fn tie_count(&self) -> usize {
        self.ties.len()
    }

    pub(super) fn tie(&self, index: usize) -> Option<&Tie> {
        self.ties.get(index).map(AsRef::as_ref)
    }

    /// A tie of this structure. Panics for the place of another one, as an index does.
    pub(super) fn at(&self, index: usize) -> &Tie {
        &self.ties[index]
    }

    pub(super) fn ties(&self) -> impl ExactSizeIterator<Item = &Tie> {
        self.ties.iter().map(AsRef::as_ref)
    }

    /// The order of the hierarchy.
    pub(super) fn kinds(&self) -> &Kinds {
        &self.kinds
    }

    /// A proposal and all its kinds; `None` where they are no stretch of the order of the hierarchy.
    pub(super) fn with_kinds(&self, proposal: NodeId) -> Option<&[NodeId]> {
        self.kinds.of(proposal)
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

fn is_nation(node: &Node) -> bool {
    node.kind() == NodeKind::Nation
}
