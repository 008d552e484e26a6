//! stancegraph

pub mod format;
pub mod graph;
pub mod model;
pub use graph::{BuildError, Fault};
pub use model::{Date, Key, Polarity, Stance};
