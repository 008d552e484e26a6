//! stancegraph

pub mod ask;
pub mod graph;
pub mod model;
pub mod query;
pub use graph::{BuildError, Fault, FaultKind, GraphBuilder, StanceGraph};
pub use model::{Date, Key, Polarity, Stance};
pub use query::Query;
