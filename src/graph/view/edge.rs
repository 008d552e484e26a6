//! References to the edges of a view.

use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

/// An edge of a view, as seen from one of its ends.
#[derive(Debug)]
pub struct EdgeReference<'v, E> {
    pub(super) id: u32,
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) weight: &'v E,
}

impl<'v, E> EdgeReference<'v, E> {
    /// The node it runs from; without directions, the one it is seen from.
    pub fn from(self) -> NodeIndex {
        NodeIndex::from(self.from)
    }

    /// The node it runs to.
    pub fn to(self) -> NodeIndex {
        NodeIndex::from(self.to)
    }

    /// What it carries, for as long as the view lasts.
    pub const fn weight(self) -> &'v E {
        self.weight
    }
}

impl<E> Clone for EdgeReference<'_, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for EdgeReference<'_, E> {}

impl<E: PartialEq> PartialEq for EdgeReference<'_, E> {
    fn eq(&self, other: &Self) -> bool {
        (self.id, self.from, self.to) == (other.id, other.from, other.to) && self.weight == other.weight
    }
}

impl<E: Eq> Eq for EdgeReference<'_, E> {}

impl<E> EdgeRef for EdgeReference<'_, E> {
    type NodeId = NodeIndex;
    type EdgeId = EdgeIndex;
    type Weight = E;

    fn source(&self) -> NodeIndex {
        NodeIndex::from(self.from)
    }

    fn target(&self) -> NodeIndex {
        NodeIndex::from(self.to)
    }

    fn weight(&self) -> &E {
        self.weight
    }

    fn id(&self) -> EdgeIndex {
        EdgeIndex::from(self.id)
    }
}
