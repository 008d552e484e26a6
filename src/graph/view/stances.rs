//! What the edges of a view over stances carry.

use crate::model::{NodeId, Polarity, Stance, StatementId};

/// A statement as an edge from its holder to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct StanceEdge {
    /// The statement.
    pub statement: StatementId,
    /// Whom the edge runs from: who made it or, where edges run from nations, the nation it was made for.
    pub holder: NodeId,
    /// On what it is, or toward whom.
    pub target: NodeId,
    /// The stance it shows.
    pub stance: Stance,
}

impl StanceEdge {
    pub(crate) const fn new(statement: StatementId, holder: NodeId, target: NodeId, stance: Stance) -> Self {
        Self { statement, holder, target, stance }
    }

    /// Which way it leans; `None` for a withdrawal.
    pub const fn polarity(self) -> Option<Polarity> {
        self.stance.polarity()
    }
}
