//! What kind of answer it is.

use std::ops::Range;

use crate::model::NodeId;
use crate::model::word::code_words;

/// What kind of answer it is. A question that cannot be read at all is a [`QuestionError`](crate::QuestionError).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// Something is on record.
    Answer,
    /// Nothing is on record, or a name is not in the data; never a no.
    NoRecord,
    /// A name may mean several things: the candidates are listed, none is picked.
    Clarify,
}

code_words!(Outcome, "outcome", { Answer = 0 "answer", NoRecord = 1 "no-record", Clarify = 2 "clarify" });

/// A name that was not found as typed, and what it was read as.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Correction {
    /// What was typed.
    pub typed: String,
    /// What it was read as.
    pub read_as: NodeId,
    /// The bytes of the question that it was read from; `None` where the name was in no question.
    pub span: Option<Range<usize>>,
}

/// A name that leads to nothing, to several things, or to one of the wrong kind.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unclear {
    /// What was typed.
    pub typed: String,
    /// The bytes of the question that it was read from; `None` where the name was in no question.
    pub span: Option<Range<usize>>,
}

/// Something a name may have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Candidate {
    /// What it may have meant.
    pub node: NodeId,
    /// The name of it that is nearest to what was typed.
    pub label: String,
}
