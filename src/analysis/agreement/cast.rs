//! One vote.

use crate::model::{NodeId, Polarity, StatementId};

/// How someone voted in a roll call, and where that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cast {
    /// The roll call.
    pub call: NodeId,
    /// The year of the roll call, where one is known.
    pub year: Option<i16>,
    /// Whose vote it is.
    pub voter: NodeId,
    /// In favor, abstaining or against.
    pub vote: Polarity,
    /// The statement that records it.
    pub statement: StatementId,
}
