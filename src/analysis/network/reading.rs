//! How statements of a graph are read for a network: under whose name, by which qualifier, with hints or without.

use crate::model::word::code_words;
use crate::model::{Polarity, Stance, Strength};

use super::{Level, Scale};

/// Under whose name statements are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Nodes {
    /// Those who made them.
    #[default]
    Holders,
    /// Nations: those spoken for, or that the holder is or speaks for alone.
    Nations,
    /// Organizations: those spoken for, or that the holder is.
    Organizations,
    /// The sources that report them.
    Sources,
}

code_words!(Nodes, "sort of nodes", {
    Holders = 0 "holder", Nations = 1 "nation", Organizations = 2 "organization", Sources = 3 "source",
});

/// What of a statement is its qualifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Qualifier {
    /// For or against; what leans neither way is left out.
    #[default]
    Side,
    /// From -2, against, over -1, weakly against, 0, neutral, and 1, weakly for, to 2, for.
    Degree,
    /// The stance itself, as a word.
    Stance,
    /// Nothing.
    None,
}

code_words!(Qualifier, "qualifier", { Side = 0 "side", Degree = 1 "degree", Stance = 2 "stance", None = 3 "none" });

/// Whether hints count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hints {
    /// They do not: a hint is no statement of a stance.
    #[default]
    LeftOut,
    /// They count like anything else that was said.
    Included,
}

impl Qualifier {
    pub(super) fn scale(self) -> Scale {
        match self {
            Self::Side => Scale::sides(),
            Self::Degree => Scale::grades(-2..=2),
            Self::Stance => Scale::categories(Stance::ALL.iter().map(|stance| stance.as_str())),
            Self::None => Scale::single(),
        }
    }

    /// The level of a stance; `None` for one that has none.
    pub(in crate::analysis) fn level(self, stance: Stance) -> Option<Level<'static>> {
        let polarity = stance.polarity()?;
        let degree = if stance.strength() == Strength::Weak { 1 } else { 2 };
        match (self, polarity) {
            (Self::Side, Polarity::Neutral) => None,
            (Self::Side, side) => Some(Level::Favor(side == Polarity::Favor)),
            (Self::Degree, Polarity::Favor) => Some(Level::Grade(degree)),
            (Self::Degree, Polarity::Neutral) => Some(Level::Grade(0)),
            (Self::Degree, Polarity::Against) => Some(Level::Grade(-degree)),
            (Self::Stance, _) => Some(Level::Category(stance.as_str())),
            (Self::None, _) => Some(Level::Unqualified),
        }
    }
}
