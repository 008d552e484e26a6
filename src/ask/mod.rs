//! From English to a [`Query`].

mod date;
mod door;
mod error;
mod execute;
mod fault;
mod grammar;
mod keyword;
mod lex;
mod lexicon;
mod list;
mod modifier;
mod name;
mod plan;
mod predicate;
mod resolve;
mod spot;
mod token;
mod what;
mod who;

pub use error::{
    BadDate, EmptyQuestion, MissingHolder, MissingTarget, MissingVerb, NotUnderstood, QuestionError,
    Repeated, TooLong, UnclosedQuote, UnknownWord,
};
pub use lex::MAX_LENGTH;

use std::str::FromStr;

use crate::graph::Vocabulary;
use crate::query::Query;

/// A question as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    query: Query,
    notes: Vec<String>,
}

impl Reading {
    /// What was understood.
    pub const fn query(&self) -> &Query {
        &self.query
    }

    /// What was understood, alone.
    pub fn into_query(self) -> Query {
        self.query
    }

    /// What the asker should know of the reading: characters that were left out.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }
}

/// Reads a question; known names are told by the vocabulary.
pub fn read(question: &str, vocabulary: Option<&Vocabulary>) -> Result<Reading, QuestionError> {
    let mut lexed = lex::lex(question)?;
    if let Some(vocabulary) = vocabulary {
        spot::spot(&mut lexed.tokens, vocabulary);
    }
    let query = grammar::query(&lexed.tokens)?;
    Ok(Reading { query, notes: unseen_note(lexed.unseen).into_iter().collect() })
}

fn unseen_note(count: usize) -> Option<String> {
    let plural = if count == 1 { "character" } else { "characters" };
    (count > 0).then(|| format!("{count} control or invisible {plural} left out of the question"))
}

/// [`read`], the query alone.
pub fn parse(question: &str, vocabulary: Option<&Vocabulary>) -> Result<Query, QuestionError> {
    read(question, vocabulary).map(Reading::into_query)
}

impl FromStr for Query {
    type Err = QuestionError;

    fn from_str(question: &str) -> Result<Self, QuestionError> {
        parse(question, None)
    }
}
