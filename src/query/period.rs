//! Stretches of time that a question is confined to.

use std::fmt::{self, Display, Formatter};

use crate::model::{Date, Window};

/// A stretch of time in which something was said.
///
/// Ends are inclusive; a partial date stands for all its days: `since 2010` begins on the first of January, `after
/// 2010` in 2011.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// From the first day of a date on.
    Since(Date),
    /// From the day after the last day of a date on.
    After(Date),
    /// Up to the day before the first day of a date.
    Before(Date),
    /// Up to the last day of a date.
    Until(Date),
    /// Within a date.
    In(Date),
    /// From the first day of the one date to the last day of the other.
    Between(Date, Date),
}

impl Period {
    /// The days from the first to the last; an open side has none. `None` where the calendar ends before it begins.
    ///
    /// ```
    /// use stancegraph::query::Period;
    /// let window = Period::After("2010".parse().unwrap()).window().unwrap();
    /// assert_eq!(window.earliest.unwrap().to_string(), "2011-01-01");
    /// assert_eq!(window.latest, None);
    /// ```
    pub fn window(self) -> Option<Window> {
        let (earliest, latest) = match self {
            Self::Since(date) => (Some(date.earliest()), None),
            Self::After(date) => (Some(date.latest().next()?), None),
            Self::Before(date) => (None, Some(date.earliest().previous()?)),
            Self::Until(date) => (None, Some(date.latest())),
            Self::In(date) => (Some(date.earliest()), Some(date.latest())),
            Self::Between(first, last) => (Some(first.earliest()), Some(last.latest())),
        };
        Some(Window { earliest, latest })
    }
}

impl Display for Period {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Since(date) => write!(f, "since {date}"),
            Self::After(date) => write!(f, "after {date}"),
            Self::Before(date) => write!(f, "before {date}"),
            Self::Until(date) => write!(f, "until {date}"),
            Self::In(date) => write!(f, "in {date}"),
            Self::Between(first, last) => write!(f, "between {first} and {last}"),
        }
    }
}
