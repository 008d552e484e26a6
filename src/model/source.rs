//! Sources: the documents that statements and ties rest on.

use super::word::code_words;
use super::{Date, Key};

/// How reliable a source is, by the Admiralty code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reliability {
    /// Completely reliable.
    A,
    /// Usually reliable.
    B,
    /// Fairly reliable.
    C,
    /// Not usually reliable.
    D,
    /// Unreliable.
    E,
    /// Cannot be judged: unknown, not bad.
    F,
}

code_words!(Reliability, "reliability", { A = 0 "A", B = 1 "B", C = 2 "C", D = 3 "D", E = 4 "E", F = 5 "F" });

/// How credible a piece of information is, by the Admiralty code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Credibility {
    /// Confirmed by other sources.
    Confirmed,
    /// Probably true.
    Probable,
    /// Possibly true.
    Possible,
    /// Doubtful.
    Doubtful,
    /// Improbable.
    Improbable,
    /// Cannot be judged: unknown, not bad.
    Unknown,
}

code_words!(Credibility, "credibility", {
    Confirmed = 1 "1", Probable = 2 "2", Possible = 3 "3", Doubtful = 4 "4", Improbable = 5 "5", Unknown = 6 "6",
});

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// Its lasting name.
    pub key: Key,
    /// Its title, or a description where it has none.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// Where it can be found.
    pub url: Option<String>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// The wire or first publisher it copies. Copies of one origin are not independent; without one a source is its own.
    pub origin: Option<String>,
    /// How reliable the source is.
    pub reliability: Option<Reliability>,
    /// How credible the information is.
    pub credibility: Option<Credibility>,
}

impl Source {
    /// What it copies, or itself: two sources with the same origin are one witness.
    pub fn origin_or_self(&self) -> &str {
        self.origin.as_deref().unwrap_or(self.key.as_str())
    }
}
