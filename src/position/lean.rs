//! Which way a position leans.

use crate::model::Polarity;
use crate::model::word::code_words;

/// Which way a position leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lean {
    /// For it, or friendly.
    Favor,
    /// Declares no side.
    Neutral,
    /// Against it, or hostile.
    Against,
    /// Statements of different polarity stand side by side; there is no silent winner.
    Mixed,
    /// Takes no side: withdrawn, or a member with no vote recorded.
    None,
}

code_words!(Lean, "lean", { Favor = 0 "favor", Neutral = 1 "neutral", Against = 2 "against", Mixed = 3 "mixed", None = 4 "none" });

impl Lean {
    /// The lean of statements with these polarities.
    pub(crate) fn of(mut polarities: impl Iterator<Item = Option<Polarity>>) -> Self {
        let Some(first) = polarities.next() else { return Self::None };
        if polarities.all(|other| other == first) { Self::from(first) } else { Self::Mixed }
    }
}

impl From<Option<Polarity>> for Lean {
    fn from(polarity: Option<Polarity>) -> Self {
        match polarity {
            Some(Polarity::Favor) => Self::Favor,
            Some(Polarity::Neutral) => Self::Neutral,
            Some(Polarity::Against) => Self::Against,
            None => Self::None,
        }
    }
}
