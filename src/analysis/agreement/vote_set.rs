//! Which roll calls a figure of agreement was made of.

use std::fmt;

use crate::model::word::code_words;
use crate::model::{Key, Window};

/// Whether roll calls count in which everyone who voted did so alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Contest {
    /// All count.
    #[default]
    Any,
    /// Only those in which not every vote cast was the same.
    Contested,
}

code_words!(Contest, "choice of roll calls", { Any = 0 "all", Contested = 1 "contested" });

/// Which roll calls a figure was made of: the data, what was asked for, and the roll calls themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct VoteSet {
    /// The datasets, by key.
    pub datasets: Vec<String>,
    /// Only votes within these days.
    pub period: Option<Window>,
    /// Only roll calls of this calendar year.
    pub year: Option<i16>,
    /// Only roll calls on this issue.
    pub issue: Option<Key>,
    /// Whether all count or only what was contested.
    pub contest: Contest,
    /// The roll calls, in order of entry.
    pub roll_calls: Vec<Key>,
}

impl fmt::Display for VoteSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.roll_calls.len();
        let noun = if count == 1 { "roll call" } else { "roll calls" };
        let kind = if self.contest == Contest::Contested { "contested " } else { "" };
        write!(f, "{count} {kind}{noun} of {}", self.datasets.join(", "))?;
        if let Some(issue) = &self.issue {
            write!(f, " on {issue}")?;
        }
        if let Some(day) = self.period.and_then(|period| period.earliest) {
            write!(f, " from {day}")?;
        }
        if let Some(day) = self.period.and_then(|period| period.latest) {
            write!(f, " to {day}")?;
        }
        self.year.map_or(Ok(()), |year| write!(f, " in {year}"))
    }
}
