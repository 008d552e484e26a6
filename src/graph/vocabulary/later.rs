//! A layer of names that is made when somebody first asks for one.

use std::sync::OnceLock;

use crate::graph::register::Register;
use crate::model::Node;

use super::layer::Layer;

/// The names of the first nodes, or of those of a batch.
#[derive(Debug)]
pub(super) struct Later {
    /// The nodes whose names are folded on first use.
    nodes: Register<Node>,
    layer: OnceLock<Layer>,
}

impl Later {
    /// The names of these nodes, which are the first ones.
    pub(super) fn of(nodes: Register<Node>) -> Self {
        Self { nodes, layer: OnceLock::new() }
    }

    /// Names that are there already.
    pub(super) fn made(layer: Layer) -> Self {
        Self { nodes: Register::default(), layer: layer.into() }
    }

    /// The names.
    pub(super) fn get(&self) -> &Layer {
        self.layer.get_or_init(|| Layer::new(self.nodes.iter(), 0))
    }

    /// How many nodes they are names of.
    pub(super) fn len(&self) -> usize {
        self.layer.get().map_or_else(|| self.nodes.len(), Layer::len)
    }
}
