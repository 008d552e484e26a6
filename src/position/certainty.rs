//! How surely something was said, and how surely a position follows.

use crate::model::word::code_words;

/// Whether a statement certainly counts, or only possibly: its date or recording leaves room for doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Surety {
    /// It counts.
    Certain,
    /// It may count; the dates do not tell.
    Possible,
}

impl Surety {
    /// Certain only if both are.
    pub(crate) fn and(self, other: Self) -> Self {
        self.max(other)
    }

    /// `Some(true)` is certain, `None` possible; `Some(false)` is not at all.
    pub(crate) const fn of(known: Option<bool>) -> Option<Self> {
        match known {
            Some(true) => Some(Self::Certain),
            None => Some(Self::Possible),
            Some(false) => None,
        }
    }
}

/// How surely a position follows from the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// It follows.
    Certain,
    /// It follows if a date falls as it may.
    Possible,
    /// Statements of different polarity stand, and nobody knows which came last.
    OrderUnknown,
}

code_words!(Certainty, "certainty", { Certain = 0 "certain", Possible = 1 "possible", OrderUnknown = 2 "order-unknown" });
