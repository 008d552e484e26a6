//! From plain English to a [`Query`]: a documented grammar, a lexicon of stance words, and the names of a graph.
//!
//! A question goes through steps, each in its own file: `lex` makes tokens with their places, `spot` marks the names
//! of a [`Vocabulary`] in them, `words` the phrases of the lexicon; `arrange` moves modifiers to the end; the grammar
//! (`who`, `joint`, `what`, `when`, `compare`, `list`, `modifier` ...) reads tokens only, and `resolve` leads names to
//! nodes. Which words mean what is data: `data/lexicon.toml`, and the words that a dataset brings. No step guesses:
//! what cannot be understood is a [`QuestionError`] that says where and what to write instead.
//!
#![doc = include_str!("grammar.md")]

mod arrange;
mod aside;
mod beyond;
mod compare;
mod complete;
mod correct;
mod course;
mod date;
mod does;
mod door;
mod error;
mod execute;
mod fault;
mod filler;
mod follow;
mod grammar;
mod idle;
mod joint;
mod keyword;
mod lex;
mod list;
mod modifier;
mod name;
mod passive;
mod plan;
mod predicate;
mod reference;
mod resolve;
mod spot;
mod token;
mod tongue;
mod trend;
mod variant;
mod what;
mod when;
mod who;
mod why;
mod words;

pub use complete::{Completion, complete};
pub use error::{
    AmbiguousReference, BadDate, EmptyQuestion, MissingHolder, MissingTarget, MissingVerb, NotEnglish,
    NotUnderstood, QuestionError, Repeated, TooLong, UnclosedQuote, UnknownWord,
};
pub use follow::read_after;
pub use lex::MAX_LENGTH;

use std::str::FromStr;

use crate::graph::{Vocabulary, lexicon};
use crate::query::Query;

use self::correct::Steps;

/// A question as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    question: String,
    query: Query,
    notes: Vec<String>,
}

impl Reading {
    /// The question.
    pub fn question(&self) -> &str {
        &self.question
    }

    /// What was understood.
    pub const fn query(&self) -> &Query {
        &self.query
    }

    /// What was understood, to be narrowed further.
    pub const fn query_mut(&mut self) -> &mut Query {
        &mut self.query
    }

    /// What was understood, alone.
    pub fn into_query(self) -> Query {
        self.query
    }

    /// What the asker should know of the reading: characters that were left out, words that were corrected.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }
}

/// Reads a question. With a vocabulary, known names are told from the words around them; without one, names that hold
/// words of the grammar need quotes.
///
/// # Errors
/// [`QuestionError`] with the bytes at fault and what to write instead.
///
/// A stance word with one slip of the fingers in it is read as the one that was clearly meant, and a note says so.
///
/// # Complexity
/// O(n w) for `n` words and known names of at most `w` words; a question has at most [`MAX_LENGTH`] characters.
///
/// # Example
/// ```
/// let reading = stancegraph::ask::read("who rejects\u{202e} the plan?", None)?;
/// assert_eq!(reading.query().to_string(), r#"who rejects "plan""#);
/// assert_eq!(reading.notes(), ["1 control or invisible character left out of the question"]);
/// # Ok::<(), stancegraph::QuestionError>(())
/// ```
pub fn read(question: &str, vocabulary: Option<&Vocabulary>) -> Result<Reading, QuestionError> {
    correct::reading(question, vocabulary)
}

/// [`read`], the query alone, and nothing corrected: there would be no telling.
///
/// # Errors
/// As [`read`], and for a mistyped stance word.
///
/// # Example
/// ```
/// use stancegraph::{Query, Stance, ask, datasets};
/// let graph = datasets::article()?;
/// let query = ask::parse("who rejects Russia as a guarantor?", Some(graph.vocabulary()))?;
/// assert_eq!(query, Query::who(Stance::Rejects).on("Russia as a guarantor"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn parse(question: &str, vocabulary: Option<&Vocabulary>) -> Result<Query, QuestionError> {
    let mut steps = Steps::of(question, vocabulary)?;
    steps.query()
}

/// Reads a question without the names of a graph, as [`parse`] does.
impl FromStr for Query {
    type Err = QuestionError;

    fn from_str(question: &str) -> Result<Self, QuestionError> {
        parse(question, None)
    }
}
