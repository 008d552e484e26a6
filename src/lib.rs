//! stancegraph

pub mod answer;
pub mod graph;
pub mod model;
pub mod position;
pub mod query;
pub mod render;
pub use graph::{BuildError, Fault, FaultKind, GraphBuilder, StanceGraph};
pub use model::{Date, Key, Polarity, Stance};
pub use query::Query;
