//! How a question was read, by which rules it was answered, what was looked at, and what was left out and why.

mod matter;
mod reading;

use std::ops::Range;

use crate::model::word::code_words;
use crate::model::{Key, NodeKind};
use crate::position::{Ending, Fate, Hidden, Selection};

use super::{Answer, Match, NameRead};

/// How a question was read and answered.
///
/// Owned data; its [`Display`](std::fmt::Display) is indented text. Everything is in the order in which it was read,
/// looked at or entered.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The question as it was understood.
    pub understood: String,
    /// Its form, in words.
    pub form: String,
    /// The names that led to something.
    pub names: Vec<NameExplained>,
    /// Each stance word with what it counts.
    pub words: Vec<String>,
    /// The rules that apply, one sentence each.
    pub rules: Vec<String>,
    /// What narrows it: both times, then the filters.
    pub filters: Vec<String>,
    /// What was looked at; nothing where a name was unclear or only ties were asked for.
    pub looked_at: Vec<Looked>,
    /// What of that was left out, by reason in the order of [`Omission`].
    pub left_out: Vec<LeftOut>,
}

/// A name of a question and what it led to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NameExplained {
    /// What was typed.
    pub typed: String,
    /// The bytes of the question that it was read from.
    pub span: Option<Range<usize>>,
    /// The key of what it led to.
    pub key: Key,
    /// Its preferred name.
    pub name: String,
    /// What it is.
    pub kind: NodeKind,
    /// How it was found.
    pub how: Match,
}

/// Why something was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Matter {
    /// It is what was asked about.
    Itself,
    /// It is a kind of that.
    Kind,
    /// It is an instance of that series: the latest, or all where a moment is asked for.
    Instance,
    /// That is a kind of it; only where inferred positions are wanted.
    Broader,
    /// Everything the holder asked about says, in whatever name.
    Holder,
    /// The whole record.
    Everything,
}

code_words!(Matter, "matter", {
    Itself = 0 "itself", Kind = 1 "kind", Instance = 2 "instance", Broader = 3 "broader", Holder = 4 "holder",
    Everything = 5 "everything",
});

/// Something that was looked at, with how much is on record on it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Looked {
    /// Why.
    pub matter: Matter,
    /// Its key; `None` for the whole record.
    pub key: Option<Key>,
    /// Its name.
    pub name: String,
    /// How many statements on it concern the question.
    pub statements: usize,
    /// How many of them are seen.
    pub seen: usize,
}

/// Why a statement that was looked at makes no part of the answer, or stands apart in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Omission {
    /// Not said by the time asked about.
    NotYetSaid,
    /// Not known by the time asked about.
    NotYetKnown,
    /// Taken back.
    Retracted,
    /// A filter of the question leaves it out.
    Filtered,
    /// A later statement of another polarity took its place.
    Superseded,
    /// The holder withdrew it.
    Withdrawn,
    /// It ran out by its own terms.
    Expired,
    /// Only hinted at, which is no position.
    Hinted,
    /// A deed, which makes no position.
    Deed,
    /// No vote recorded, which is no position.
    Absent,
}

code_words!(Omission, "omission", {
    NotYetSaid = 0 "not-yet-said", NotYetKnown = 1 "not-yet-known", Retracted = 2 "retracted", Filtered = 3 "filtered",
    Superseded = 4 "superseded", Withdrawn = 5 "withdrawn", Expired = 6 "expired", Hinted = 7 "hinted",
    Deed = 8 "deed", Absent = 9 "absent",
});

impl Omission {
    fn of(fate: Fate) -> Option<Self> {
        Some(match fate {
            Fate::Stands => return None,
            Fate::Hidden(Hidden::NotYetSaid) => Self::NotYetSaid,
            Fate::Hidden(Hidden::NotYetKnown) => Self::NotYetKnown,
            Fate::Hidden(Hidden::Retracted) => Self::Retracted,
            Fate::Hidden(Hidden::Filtered) => Self::Filtered,
            Fate::Ended(Ending::Superseded(_)) => Self::Superseded,
            Fate::Ended(Ending::Withdrawn(_)) => Self::Withdrawn,
            Fate::Ended(Ending::Expired | Ending::ConditionMet) => Self::Expired,
            Fate::Hinted => Self::Hinted,
            Fate::Deed => Self::Deed,
            Fate::Absent => Self::Absent,
        })
    }

    /// Whether it follows from the rules for positions, and so tells nothing of what is read as it stands.
    const fn is_of_positions(self) -> bool {
        matches!(self, Self::Superseded | Self::Withdrawn | Self::Expired | Self::Absent)
    }
}

/// Statements left out for one reason, in order of entry.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftOut {
    /// Why.
    pub why: Omission,
    /// The keys of the statements.
    pub statements: Vec<Key>,
}

impl Answer {
    /// How the question was read and answered: for checking an answer, not for quoting it.
    ///
    /// # Complexity
    /// That of resolving everything on the targets, or of the holder, once more.
    ///
    /// # Example
    /// ```
    /// let graph = stancegraph::datasets::nato_accession()?;
    /// let answer = graph.ask("does Sweden support Sweden's accession to NATO as of 2022-03-31")?;
    /// let explanation = answer.explanation();
    /// assert_eq!(explanation.names[1].key.as_str(), "sweden-accession");
    /// assert_eq!(explanation.left_out[0].why.as_str(), "not-yet-said");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn explanation(&self) -> Explanation {
        let understanding = &self.understanding;
        let query = &understanding.resolved;
        let (looked_at, left_out) = match &understanding.lens {
            Some(lens) => matter::of(&Selection::new(&self.graph, lens.clone()), understanding),
            None => (Vec::new(), Vec::new()),
        };
        Explanation {
            understood: self.understood.clone(),
            form: reading::form(&query.form).to_owned(),
            names: understanding.names.iter().map(|read| self.explained(read)).collect(),
            words: reading::words(&query.form),
            rules: reading::rules(query),
            filters: reading::filters(&query.modifiers),
            looked_at,
            left_out,
        }
    }

    fn explained(&self, read: &NameRead) -> NameExplained {
        let node = self.graph.at(read.node);
        NameExplained {
            typed: read.typed.clone(),
            span: read.span.clone(),
            key: node.key.clone(),
            name: node.name().to_owned(),
            kind: node.kind(),
            how: read.how,
        }
    }
}
