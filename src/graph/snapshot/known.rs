//! What ids in a snapshot may stand for.

use crate::model::{NodeId, NodeKind, SourceId};

use super::decoder::Decoder;
use super::error::Flaw;

/// The nodes and sources of the same snapshot.
#[derive(Debug, Clone, Copy)]
pub(in crate::graph) struct Known<'k> {
    /// The kind of each node.
    pub(in crate::graph) nodes: &'k [NodeKind],
    pub(in crate::graph) sources: usize,
}

impl Known<'_> {
    /// The kind of a node, if there is one.
    pub(in crate::graph) fn kind(self, id: NodeId) -> Option<NodeKind> {
        self.nodes.get(id.index()).copied()
    }

    /// A node of a kind that fits.
    pub(in crate::graph) fn node(
        self,
        fits: fn(NodeKind) -> bool,
        input: &mut Decoder<'_>,
    ) -> Result<NodeId, Flaw> {
        let id = NodeId::new(input.below(self.nodes.len(), "there is no such node")?);
        input.ensure(self.kind(id).is_some_and(fits), "a node of this kind cannot stand here")?;
        Ok(id)
    }

    /// Nodes of a kind that fits.
    pub(in crate::graph) fn all(
        self,
        fits: fn(NodeKind) -> bool,
        input: &mut Decoder<'_>,
    ) -> Result<Vec<NodeId>, Flaw> {
        let count = input.count(1)?;
        let mut ids = Vec::with_capacity(count);
        for _ in 0..count {
            ids.push(self.node(fits, input)?);
        }
        Ok(ids)
    }

    /// A source that may be missing.
    pub(in crate::graph) fn source(
        self,
        is_there: bool,
        input: &mut Decoder<'_>,
    ) -> Result<Option<SourceId>, Flaw> {
        let source = is_there.then(|| input.below(self.sources, "there is no such source"));
        source.transpose().map(|id| id.map(SourceId::new))
    }
}
