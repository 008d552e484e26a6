//! Questions as plain data, and the typed way to put one.
//!
//! A [`Query`] holds names as a person would write them; it is resolved against a graph only when it runs.
//! Every query prints as a question ([`Display`](std::fmt::Display)) that reads back as the same query.

mod builder;
mod display;
mod modifiers;
mod word;

pub use builder::{CountQuery, DoesQuery, PositionQuery, WhoQuery, WhyQuery};
pub(crate) use display::is_unseen;
pub use modifiers::{Inference, Listing, Modifiers, Reading};
pub use word::{Vote, Word};

use crate::model::{Date, TieKind};

/// A name as the asker wrote it: `foreign troops`, `Putin`, `A/RES/ES-11/1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// The text, without surrounding white space.
    pub fn new(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        Self::new(&text)
    }
}

/// A question: its form and what narrows it.
///
/// ```
/// use stancegraph::{Polarity, Query};
/// let query = Query::who(Polarity::Against).on("foreign troops").as_of("2025-09-05".parse().unwrap());
/// assert_eq!(query.to_string(), r#"who opposes "foreign troops" as of 2025-09-05"#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Query {
    /// What is asked.
    pub form: Form,
    /// In which reading: times, bases, filters.
    pub modifiers: Modifiers,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// Who opposes foreign troops? Who voted against A/RES/ES-11/1? Who doesn't support it?
    Who(Clause),
    /// Does Germany support foreign troops?
    Does(Name, Clause),
    /// How many support foreign troops?
    Count(Clause),
    /// What does Ukraine demand?
    What(Name, Word),
    /// What did Putin say? Everything on record of the holder, hints and deeds included.
    Said(Name),
    /// Stances of Russia.
    Profile(Name),
    /// Position of Russia on foreign troops, whichever way it leans.
    Position(Name, Name),
    /// How Finland's position on NATO membership went over time.
    Timeline(Name, Name),
    /// Who changed position on a target between two dates?
    Changes(Name, Date, Date),
    /// Why is Putin found to oppose foreign troops? The verdict with the whole derivation of each finding.
    Why(Name, Clause),
    /// Why is Germany not found to support foreign troops?
    WhyNot(Name, Clause),
    /// What contradicts what: of one holder or of all, on one target or on all.
    Contradictions(Option<Name>, Option<Name>),
    /// Who threatens whom? Who demands what?
    Pairs(Word, Toward),
    /// Which stances are conditional? Which are hedged or hinted? Any of the traits will do.
    Which(Vec<Trait>),
    /// Who leads NATO? Members of the EU. What does Rutte lead?
    Ties(TieKind, TieSide, Name),
}

/// A stance word with its target: "opposes foreign troops", "doesn't support it".
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Clause {
    /// The stance word.
    pub word: Word,
    /// Affirmed or negated.
    pub negation: Negation,
    /// The name of the target.
    pub target: Name,
}

/// Whether a stance word is negated ("doesn't support").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Negation {
    /// "supports"
    Affirmed,
    /// "doesn't support": on record against, neutral, mixed or withdrawn; never mere silence.
    Negated,
}

/// What the pairs of a [`Form::Pairs`] lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Toward {
    /// Actors and nations: "whom".
    Powers,
    /// Proposals: "what".
    Proposals,
}

/// A trait of statements that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Trait {
    /// The stance, or its content, hangs on a condition; each finding says which.
    Conditional,
    /// Put with reserve.
    Hedged,
    /// Only hinted at.
    Hinted,
    /// Held by a group whose members nobody named.
    Unnamed,
    /// Nobody knows when it was said.
    Undated,
    /// In the holder's own words.
    Quoted,
}

/// Which end of a tie is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TieSide {
    /// The name is what is led, represented, belonged to: "who leads NATO".
    Holders,
    /// The name is who leads, represents, belongs: "what does Rutte lead".
    Powers,
}
