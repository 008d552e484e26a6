//! How a question was understood: its names as nodes, and the lens it looks through.

use std::ops::Range;

use crate::model::NodeId;
use crate::model::word::code_words;
use crate::position::Lens;
use crate::query::Query;

/// How a name of a question led to a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Match {
    /// It is the key of the node.
    Key,
    /// It is a name of the node, however it is spelled.
    Exact,
    /// It is the last name of a person.
    LastName,
    /// In another number, as a short form, or in letters of another script.
    Spelling,
    /// It is clearly nearest to a name of the node, which is told as a correction.
    Correction,
}

code_words!(Match, "match", {
    Key = 0 "key", Exact = 1 "exact", LastName = 2 "last-name", Spelling = 3 "spelling", Correction = 4 "correction",
});

/// A name of a question with the node it led to.
#[derive(Debug, Clone)]
pub(crate) struct NameRead {
    pub(crate) typed: String,
    pub(crate) span: Option<Range<usize>>,
    pub(crate) node: NodeId,
    pub(crate) how: Match,
}

/// A question as far as it was understood.
#[derive(Debug, Clone)]
pub(crate) struct Understanding {
    /// The query with preferred names in place of those typed.
    pub(crate) resolved: Query,
    /// The names that led to a node, in the order in which they were looked up.
    pub(crate) names: Vec<NameRead>,
    /// Whose stance is asked for.
    pub(crate) holders: Vec<NodeId>,
    /// What the question is about.
    pub(crate) targets: Vec<NodeId>,
    /// How the record is looked at; `None` where a name was unclear.
    pub(crate) lens: Option<Lens>,
}
