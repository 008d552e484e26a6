//! stancegraph

pub mod answer;
pub mod ask;
pub mod datasets;
pub mod diagram;
pub mod format;
pub mod graph;
pub mod model;
pub mod position;
pub mod query;
pub mod render;

pub use answer::{Answer, Finding, Outcome, Verdict};
pub use ask::QuestionError;
pub use format::{LoadError, load};
pub use graph::{BuildError, Fault, FaultKind, GraphBuilder, StanceGraph};
pub use model::{Date, Key, Polarity, Stance};
pub use query::{Query, Vote, Word};
