//! The graph: built from drafts, then only read; another one grows from it.

mod both;
mod build;
mod closures;
mod dataset;
mod fault;
mod fold;
mod grow;
mod hierarchy;
mod kinds;
mod ledger;
pub(crate) mod lexicon;
mod near;
mod parts;
mod register;
mod script;
pub mod snapshot;
mod store;
mod structure;
mod tiers;
pub mod view;
mod vocabulary;

pub use build::GraphBuilder;
pub(crate) use closures::Closure;
pub use dataset::Dataset;
pub use fault::{BuildError, Fault, FaultKind};
pub use fold::fold;
pub(crate) use fold::{fold_as_ukrainian, fold_words};
pub use hierarchy::Reached;
pub(crate) use ledger::{Moment, Row, Segment};
pub use snapshot::SnapshotError;
pub(crate) use snapshot::{MAGIC, Unopened, WINDOW, is_snapshot};
pub use store::StanceGraph;
pub use vocabulary::{Near, Vocabulary};
