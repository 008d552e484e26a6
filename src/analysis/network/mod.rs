//! Networks over statements: who says the same as whom, who differs from whom, who stands where on what.
//!
//! Statements are filtered and counted as [`Settings`] says; [`Aggregation`] makes weights of the counts and
//! [`Normalization`] divides them. [`Networks`] makes them of a graph.

mod aggregation;
mod coder;
mod coding;
mod duplicates;
mod edge;
mod filter;
mod kernel;
mod make;
mod moving;
#[expect(clippy::module_inception, reason = "the file of the type of that name")]
mod network;
mod networks;
mod normalization;
mod one_mode;
mod petgraph;
mod reading;
mod scale;
mod settings;
mod tally;
mod two_mode;

use super::Time;

pub use aggregation::Aggregation;
pub use coding::{CodedStatement, Coding, Member};
pub use duplicates::Duplicates;
pub use edge::{Behind, Edge};
pub use kernel::Kernel;
pub use moving::Moving;
pub use network::{Frame, Network};
pub use networks::Networks;
pub use normalization::Normalization;
pub use reading::{Hints, Nodes, Qualifier};
pub use scale::{Level, OffScale, Scale};
pub use settings::{Isolates, Mode, NetworkError, Pick, Rules, Settings};

/// What the edges of a network are over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Over {
    /// Statements: what was said, however often, and whatever was said later.
    #[default]
    Statements,
    /// Positions: what follows from the statements, each counted once.
    Positions,
}

crate::model::word::code_words!(Over, "reading", { Statements = 0 "statements", Positions = 1 "positions" });
