//! Sources: the documents that statements and ties rest on.

use super::{Credibility, Date, Key, Reliability};

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
    /// How credible its information is; a statement's own credibility goes before it.
    pub credibility: Option<Credibility>,
}

impl Source {
    /// What it copies, or itself: two sources with the same origin are one witness.
    pub fn origin_or_self(&self) -> &str {
        self.origin.as_deref().unwrap_or(self.key.as_str())
    }
}
