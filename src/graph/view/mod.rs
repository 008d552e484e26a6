//! Views of a graph for petgraph: stance edges, ties or the hierarchy as a compact multigraph.
//!
#![doc = include_str!("algorithms.md")]

mod edge;
mod iterators;
mod rows;
mod shape;
mod stances;
mod ties;
mod traits;

use std::marker::PhantomData;
use std::sync::Arc;

pub use ::petgraph;
use petgraph::graph::{EdgeIndex, Graph, NodeIndex};
use petgraph::{Directed, EdgeType, Undirected};

use crate::model::NodeId;

pub use edge::EdgeReference;
pub use iterators::{EdgeReferences, Edges, Neighbors, NodeIdentifiers, NodeReferences};
pub use stances::StanceEdge;
pub use ties::TieEdge;

use shape::Shape;

/// A multigraph between nodes of a [`StanceGraph`](crate::StanceGraph), made once and then only read.
///
/// Its nodes are the ends of its edges, in the order of the graph; a node without an edge is not in it. Edges keep the
/// order in which they were put in and may run side by side. Indices of both count up from 0 without a hole. What lies next
/// to a node is listed by neighbor, edges side by side in their own order.
///
/// A reference to it is what petgraph's algorithms take. An index of another view has no edges and no weight.
///
/// # Complexity
/// O(m log m) to make, for `m` edges; 24 bytes an edge beside its weight, and 12 a node.
#[derive(Debug, Clone)]
pub struct View<E, Ty = Directed> {
    shape: Arc<Shape>,
    weights: Vec<E>,
    ty: PhantomData<Ty>,
}

impl<E> View<E> {
    /// From edges in their order, each with the nodes that it runs from and to.
    pub(crate) fn of(edges: impl IntoIterator<Item = (NodeId, NodeId, E)>) -> Self {
        let mut ends = Vec::new();
        let mut weights = Vec::new();
        for (from, to, weight) in edges {
            ends.push((from, to));
            weights.push(weight);
        }
        Self { shape: Arc::new(Shape::directed(&ends)), weights, ty: PhantomData }
    }

    /// The same edges without a direction: each is found from both of its ends, a loop once. Edges that ran to and fro now run
    /// side by side; [`bundled`](Self::bundled) makes them one.
    pub fn symmetrized(&self) -> View<E, Undirected>
    where
        E: Clone,
    {
        let shape = Arc::new(self.shape.symmetrized());
        View { shape, weights: self.weights.clone(), ty: PhantomData }
    }
}

impl<E, Ty: EdgeType> View<E, Ty> {
    /// Its nodes, by their index.
    pub fn nodes(&self) -> &[NodeId] {
        &self.shape.nodes
    }

    /// How many nodes there are.
    pub fn node_count(&self) -> usize {
        self.shape.nodes.len()
    }

    /// How many edges there are.
    pub fn edge_count(&self) -> usize {
        self.weights.len()
    }

    /// The node at an index.
    pub fn node(&self, index: NodeIndex) -> Option<NodeId> {
        self.shape.nodes.get(index.index()).copied()
    }

    /// The index of a node; `None` where no edge touches it.
    ///
    /// # Complexity
    /// O(log n).
    pub fn index_of(&self, node: NodeId) -> Option<NodeIndex> {
        self.shape.place(node).map(NodeIndex::new)
    }

    /// What an edge carries.
    pub fn weight(&self, edge: EdgeIndex) -> Option<&E> {
        self.weights.get(edge.index())
    }

    /// The nodes that an edge runs between, from and to.
    pub fn ends(&self, edge: EdgeIndex) -> Option<(NodeIndex, NodeIndex)> {
        let &(from, to) = self.shape.ends.get(edge.index())?;
        Some((NodeIndex::from(from), NodeIndex::from(to)))
    }

    /// The same edges carrying what a function makes of each; nodes and indices stay.
    ///
    /// ```
    /// use petgraph::algo::dijkstra;
    /// use stancegraph::graph::view::petgraph;
    /// use stancegraph::{datasets, model::Modality, position::{Lens, Selection}};
    /// let graph = datasets::article()?;
    /// let view = Selection::new(graph, Lens::default()).stance_edges().view();
    /// // What was hedged counts as twice as far.
    /// let far = view.weighted(|edge| {
    ///     let said = graph.statement(edge.weight().statement).unwrap();
    ///     if said.modality == Modality::Hedged { 2 } else { 1 }
    /// });
    /// let index = |key: &str| far.index_of(graph.find(key).unwrap()).unwrap();
    /// let ways = dijkstra(&far, index("emmanuel-macron"), None, |edge| *edge.weight());
    /// assert_eq!(ways[&index("foreign-troops-in-ukraine")], 2);
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn weighted<W>(&self, weigh: impl FnMut(EdgeReference<'_, E>) -> W) -> View<W, Ty> {
        let weights = EdgeReferences::of(&self.shape, &self.weights).map(weigh).collect();
        View { shape: Arc::clone(&self.shape), weights, ty: PhantomData }
    }

    /// One edge for all that run side by side, carrying what they carry in their order; by the nodes that they run between.
    ///
    /// ```
    /// use stancegraph::{datasets, position::{Lens, Selection}};
    /// let graph = datasets::article()?;
    /// let view = Selection::new(graph, Lens::default()).stance_edges().view();
    /// let counts = view.bundled().weighted(|edge| edge.weight().len());
    /// assert!(counts.edge_count() < view.edge_count());
    /// assert_eq!(counts.to_petgraph().edge_weights().sum::<usize>(), view.edge_count());
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn bundled(&self) -> View<Vec<E>, Ty>
    where
        E: Clone,
    {
        let (shape, bundles) = self.shape.bundled(Ty::is_directed());
        let carried = |bundle: Vec<u32>| {
            bundle.into_iter().filter_map(|edge| self.weights.get(edge as usize).cloned()).collect()
        };
        let weights = bundles.into_iter().map(carried).collect();
        View { shape: Arc::new(shape), weights, ty: PhantomData }
    }

    /// A petgraph graph of its own, with the same indices, for what needs one.
    ///
    /// ```
    /// use petgraph::algo::condensation;
    /// use stancegraph::{datasets, graph::view::petgraph};
    /// let hierarchy = datasets::article()?.hierarchy_view();
    /// // No proposal is a kind of itself, over whatever others.
    /// assert_eq!(condensation(hierarchy.to_petgraph(), true).node_count(), hierarchy.node_count());
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn to_petgraph(&self) -> Graph<NodeId, E, Ty>
    where
        E: Clone,
    {
        let mut graph = Graph::with_capacity(self.node_count(), self.edge_count());
        for &node in self.nodes() {
            graph.add_node(node);
        }
        for edge in EdgeReferences::of(&self.shape, &self.weights) {
            graph.add_edge(edge.from(), edge.to(), edge.weight().clone());
        }
        graph
    }
}
