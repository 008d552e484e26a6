//! What petgraph's traits iterate over: nodes, neighbors and edges of a view.

use std::iter::{Enumerate, Zip};
use std::ops::Range;
use std::slice::Iter;

use petgraph::Direction;
use petgraph::graph::NodeIndex;

use crate::model::NodeId;

use super::edge::EdgeReference;
use super::rows::Half;
use super::shape::Shape;

/// The indices of all nodes, in order.
#[derive(Debug, Clone)]
pub struct NodeIdentifiers(pub(super) Range<usize>);

impl Iterator for NodeIdentifiers {
    type Item = NodeIndex;

    fn next(&mut self) -> Option<NodeIndex> {
        self.0.next().map(NodeIndex::new)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

/// All nodes with their indices, in order.
#[derive(Debug, Clone)]
pub struct NodeReferences<'v>(pub(super) Enumerate<Iter<'v, NodeId>>);

impl<'v> Iterator for NodeReferences<'v> {
    type Item = (NodeIndex, &'v NodeId);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(index, node)| (NodeIndex::new(index), node))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

/// What lies next to a node, once for each edge.
#[derive(Debug, Clone)]
pub struct Neighbors<'v>(pub(super) Iter<'v, Half>);

impl Iterator for Neighbors<'_> {
    type Item = NodeIndex;

    fn next(&mut self) -> Option<NodeIndex> {
        self.0.next().map(|half| NodeIndex::from(half.neighbor))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

/// The edges at a node.
#[derive(Debug)]
pub struct Edges<'v, E> {
    pub(super) at: NodeIndex,
    pub(super) direction: Direction,
    pub(super) halves: Iter<'v, Half>,
    pub(super) weights: &'v [E],
}

impl<E> Clone for Edges<'_, E> {
    fn clone(&self) -> Self {
        Self { halves: self.halves.clone(), ..*self }
    }
}

impl<'v, E> Iterator for Edges<'v, E> {
    type Item = EdgeReference<'v, E>;

    fn next(&mut self) -> Option<Self::Item> {
        let &Half { neighbor, edge: id } = self.halves.next()?;
        let weight = self.weights.get(id as usize)?;
        let at = u32::try_from(self.at.index()).unwrap_or(u32::MAX);
        let (from, to) = match self.direction {
            Direction::Outgoing => (at, neighbor),
            Direction::Incoming => (neighbor, at),
        };
        Some(EdgeReference { id, from, to, weight })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.halves.size_hint()
    }
}

/// All edges, in their order.
#[derive(Debug)]
pub struct EdgeReferences<'v, E> {
    next: u32,
    edges: Zip<Iter<'v, (u32, u32)>, Iter<'v, E>>,
}

impl<'v, E> EdgeReferences<'v, E> {
    pub(super) fn of(shape: &'v Shape, weights: &'v [E]) -> Self {
        Self { next: 0, edges: shape.ends.iter().zip(weights) }
    }
}

impl<E> Clone for EdgeReferences<'_, E> {
    fn clone(&self) -> Self {
        Self { edges: self.edges.clone(), ..*self }
    }
}

impl<'v, E> Iterator for EdgeReferences<'v, E> {
    type Item = EdgeReference<'v, E>;

    fn next(&mut self) -> Option<Self::Item> {
        let (&(from, to), weight) = self.edges.next()?;
        let id = self.next;
        self.next += 1;
        Some(EdgeReference { id, from, to, weight })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.edges.size_hint()
    }
}
