//! petgraph's traits for views.

use petgraph::Direction::{self, Incoming, Outgoing};
use petgraph::EdgeType;
use petgraph::data::DataMap;
use petgraph::graph::{EdgeIndex, Graph, NodeIndex};
use petgraph::visit::{
    Data, EdgeCount, EdgeIndexable, GetAdjacencyMatrix, GraphBase, GraphProp, IntoEdgeReferences, IntoEdges,
    IntoEdgesDirected, IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers, IntoNodeReferences,
    NodeCompactIndexable, NodeCount, NodeIndexable, Visitable,
};

use crate::model::NodeId;

use super::View;
use super::iterators::{EdgeReferences, Edges, Neighbors, NodeIdentifiers, NodeReferences};
use super::rows::Half;

/// A bit a node: what petgraph's own graphs use.
type Visited = <Graph<(), ()> as Visitable>::Map;

impl<E, Ty: EdgeType> View<E, Ty> {
    fn halves(&self, node: NodeIndex, direction: Direction) -> &[Half] {
        let rows = match direction {
            Incoming if Ty::is_directed() => &self.shape.incoming,
            Incoming | Outgoing => &self.shape.outgoing,
        };
        rows.of(node.index())
    }
}

impl<E, Ty: EdgeType> GraphBase for View<E, Ty> {
    type NodeId = NodeIndex;
    type EdgeId = EdgeIndex;
}

impl<E, Ty: EdgeType> GraphProp for View<E, Ty> {
    type EdgeType = Ty;
}

impl<E, Ty: EdgeType> Data for View<E, Ty> {
    type NodeWeight = NodeId;
    type EdgeWeight = E;
}

impl<E, Ty: EdgeType> DataMap for View<E, Ty> {
    fn node_weight(&self, id: NodeIndex) -> Option<&NodeId> {
        self.shape.nodes.get(id.index())
    }

    fn edge_weight(&self, id: EdgeIndex) -> Option<&E> {
        self.weight(id)
    }
}

impl<E, Ty: EdgeType> NodeCount for View<E, Ty> {
    fn node_count(&self) -> usize {
        self.shape.nodes.len()
    }
}

impl<E, Ty: EdgeType> EdgeCount for View<E, Ty> {
    fn edge_count(&self) -> usize {
        self.weights.len()
    }
}

impl<E, Ty: EdgeType> NodeIndexable for View<E, Ty> {
    fn node_bound(&self) -> usize {
        self.shape.nodes.len()
    }

    fn to_index(&self, node: NodeIndex) -> usize {
        node.index()
    }

    fn from_index(&self, index: usize) -> NodeIndex {
        NodeIndex::new(index)
    }
}

impl<E, Ty: EdgeType> NodeCompactIndexable for View<E, Ty> {}

impl<E, Ty: EdgeType> EdgeIndexable for View<E, Ty> {
    fn edge_bound(&self) -> usize {
        self.weights.len()
    }

    fn to_index(&self, edge: EdgeIndex) -> usize {
        edge.index()
    }

    fn from_index(&self, index: usize) -> EdgeIndex {
        EdgeIndex::new(index)
    }
}

impl<E, Ty: EdgeType> Visitable for View<E, Ty> {
    type Map = Visited;

    fn visit_map(&self) -> Visited {
        Visited::with_capacity(self.shape.nodes.len())
    }

    fn reset_map(&self, map: &mut Visited) {
        map.clear();
        map.grow(self.shape.nodes.len());
    }
}

/// The rows are in order and are searched: a matrix would take a bit for each two nodes.
impl<E, Ty: EdgeType> GetAdjacencyMatrix for View<E, Ty> {
    type AdjMatrix = ();

    fn adjacency_matrix(&self) {}

    fn is_adjacent(&self, (): &(), a: NodeIndex, b: NodeIndex) -> bool {
        self.shape.outgoing.joins(a.index(), b.index())
    }
}

impl<E, Ty: EdgeType> IntoNodeIdentifiers for &View<E, Ty> {
    type NodeIdentifiers = NodeIdentifiers;

    fn node_identifiers(self) -> NodeIdentifiers {
        NodeIdentifiers(0..self.shape.nodes.len())
    }
}

impl<'v, E, Ty: EdgeType> IntoNodeReferences for &'v View<E, Ty> {
    type NodeRef = (NodeIndex, &'v NodeId);
    type NodeReferences = NodeReferences<'v>;

    fn node_references(self) -> NodeReferences<'v> {
        NodeReferences(self.shape.nodes.iter().enumerate())
    }
}

impl<'v, E, Ty: EdgeType> IntoNeighbors for &'v View<E, Ty> {
    type Neighbors = Neighbors<'v>;

    fn neighbors(self, node: NodeIndex) -> Neighbors<'v> {
        self.neighbors_directed(node, Outgoing)
    }
}

impl<'v, E, Ty: EdgeType> IntoNeighborsDirected for &'v View<E, Ty> {
    type NeighborsDirected = Neighbors<'v>;

    fn neighbors_directed(self, node: NodeIndex, direction: Direction) -> Neighbors<'v> {
        Neighbors(self.halves(node, direction).iter())
    }
}

impl<'v, E, Ty: EdgeType> IntoEdgeReferences for &'v View<E, Ty> {
    type EdgeRef = super::EdgeReference<'v, E>;
    type EdgeReferences = EdgeReferences<'v, E>;

    fn edge_references(self) -> EdgeReferences<'v, E> {
        EdgeReferences::of(&self.shape, &self.weights)
    }
}

impl<'v, E, Ty: EdgeType> IntoEdges for &'v View<E, Ty> {
    type Edges = Edges<'v, E>;

    fn edges(self, node: NodeIndex) -> Edges<'v, E> {
        self.edges_directed(node, Outgoing)
    }
}

impl<'v, E, Ty: EdgeType> IntoEdgesDirected for &'v View<E, Ty> {
    type EdgesDirected = Edges<'v, E>;

    fn edges_directed(self, node: NodeIndex, direction: Direction) -> Edges<'v, E> {
        Edges { at: node, direction, halves: self.halves(node, direction).iter(), weights: &self.weights }
    }
}
