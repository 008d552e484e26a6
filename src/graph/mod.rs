//! The graph: built once from drafts, then only read.

mod fault;

pub use fault::{BuildError, Fault, FaultKind};
