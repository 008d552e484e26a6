//! Stance words of a question: what each one counts.

use crate::model::{Polarity, Stance};

/// What a stance word counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Word {
    /// Supports, opposes, is neutral on: every stance of that polarity, weak ones marked.
    Leaning(Polarity),
    /// Any other verb: exactly that stance.
    Exactly(Stance),
    /// Voted for, voted against, abstained, was absent: votes as cast, never positions.
    Voted(Vote),
}

/// A vote as it stands in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vote {
    /// In favor.
    For,
    /// Against.
    Against,
    /// Abstained.
    Abstained,
    /// A member with no vote recorded.
    Absent,
}

impl Vote {
    /// Whether a vote of this stance is such a vote.
    pub const fn is_shown_by(self, stance: Stance) -> bool {
        match self {
            Self::For => matches!(stance.polarity(), Some(Polarity::Favor)),
            Self::Against => matches!(stance.polarity(), Some(Polarity::Against)),
            Self::Abstained => matches!(stance, Stance::Abstains),
            Self::Absent => matches!(stance, Stance::Absent),
        }
    }
}

impl Word {
    /// The way it leans, where it leans.
    pub const fn polarity(self) -> Option<Polarity> {
        match self {
            Self::Leaning(polarity) => Some(polarity),
            Self::Exactly(stance) => stance.polarity(),
            Self::Voted(Vote::For) => Some(Polarity::Favor),
            Self::Voted(Vote::Against) => Some(Polarity::Against),
            Self::Voted(Vote::Abstained) => Some(Polarity::Neutral),
            Self::Voted(Vote::Absent) => None,
        }
    }
}

impl From<Polarity> for Word {
    fn from(polarity: Polarity) -> Self {
        Self::Leaning(polarity)
    }
}

impl From<Stance> for Word {
    fn from(stance: Stance) -> Self {
        Self::Exactly(stance)
    }
}

impl From<Vote> for Word {
    fn from(vote: Vote) -> Self {
        Self::Voted(vote)
    }
}
