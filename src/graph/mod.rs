//! The graph: built once from drafts, then only read.

mod build;
mod dataset;
mod fault;
mod fold;
mod hierarchy;
mod store;
mod vocabulary;

pub use build::GraphBuilder;
pub use dataset::Dataset;
pub use fault::{BuildError, Fault, FaultKind};
pub(crate) use fold::fold;
pub use hierarchy::Reached;
pub use store::StanceGraph;
pub use vocabulary::Vocabulary;
