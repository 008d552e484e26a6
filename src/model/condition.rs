//! Conditions of a stance or of its content, and records that one was met.

use super::word::code_words;
use super::{Date, NodeId, SourceId};

/// How a stance hangs on its condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Only if it comes about.
    If,
    /// Except if it comes about.
    Unless,
    /// From the moment it comes about.
    Once,
    /// Up to the moment it comes about.
    Until,
    /// Ahead of it.
    Before,
    /// Following it.
    After,
}

code_words!(Relation, "relation", {
    If = 0 "if", Unless = 1 "unless", Once = 2 "once", Until = 3 "until", Before = 4 "before", After = 5 "after",
});

impl Relation {
    /// Whether meeting the condition brings the stance about (`if`, `once`, `after`); otherwise it ends it.
    pub const fn activates(self) -> bool {
        matches!(self, Self::If | Self::Once | Self::After)
    }
}

/// What a condition is a condition of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Of the stance: "we would support it if ...".
    Stance,
    /// Of what is wanted: "a ceasefire before any agreement". The stance itself is unconditional.
    Content,
}

code_words!(Scope, "scope", { Stance = 0 "stance", Content = 1 "content" });

/// What has to come about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConditionSubject {
    /// In the coder's words.
    Text(String),
    /// A proposal of the graph.
    Proposal(NodeId),
}

/// A condition with its relation and scope.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Condition {
    /// How it is hung on.
    pub relation: Relation,
    /// What has to come about.
    pub subject: ConditionSubject,
    /// What it is a condition of.
    pub scope: Scope,
}

/// A dated, sourced record that a condition was met, or was found not to be.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConditionRecord {
    /// The condition.
    pub subject: ConditionSubject,
    /// Whether it was met.
    pub met: bool,
    /// When; `None` where nobody knows.
    pub date: Option<Date>,
    /// Who says so.
    pub source: Option<SourceId>,
    /// Where in the source.
    pub locator: Option<String>,
}
