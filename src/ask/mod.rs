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
mod compare;
mod course;
mod date;
mod door;
mod error;
mod execute;
mod fault;
mod grammar;
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
mod what;
mod when;
mod who;
mod why;
mod words;

pub use error::{
    AmbiguousReference, BadDate, EmptyQuestion, MissingHolder, MissingTarget, MissingVerb, NotUnderstood,
    NotYet, QuestionError, Repeated, TooLong, UnclosedQuote, UnknownWord,
};
pub use lex::MAX_LENGTH;

use std::str::FromStr;

use crate::graph::{Vocabulary, lexicon};
use crate::query::Query;

use self::lexicon::Lexicon;
use self::token::Token;

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

/// Reads a question. With a vocabulary, known names are told from the words around them; without one, names that hold
/// words of the grammar need quotes.
///
/// # Errors
/// [`QuestionError`] with the bytes at fault and what to write instead.
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
    let mut lexed = lex::lex(question)?;
    if let Some(vocabulary) = vocabulary {
        spot::spot(&mut lexed.tokens, vocabulary);
    }
    let lexicon = match vocabulary {
        Some(vocabulary) => vocabulary.lexicon(),
        None => Lexicon::bundled(),
    };
    let query = query(&mut lexed.tokens, lexicon)?;
    Ok(Reading { query, notes: unseen_note(lexed.unseen).into_iter().collect() })
}

/// The query of the tokens. Where they make none, the stance words that may have been meant are looked for, so that
/// the error can name the nearest.
fn query(tokens: &mut Vec<Token>, lexicon: &Lexicon) -> Result<Query, QuestionError> {
    words::mark(tokens, lexicon);
    arrange::arrange(tokens);
    grammar::query(tokens).or_else(|_| {
        words::mark_slips(tokens, lexicon);
        grammar::query(tokens)
    })
}

fn unseen_note(count: usize) -> Option<String> {
    let plural = if count == 1 { "character" } else { "characters" };
    (count > 0).then(|| format!("{count} control or invisible {plural} left out of the question"))
}

/// [`read`], the query alone.
///
/// # Errors
/// As [`read`].
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
    read(question, vocabulary).map(Reading::into_query)
}

/// Reads a question without the names of a graph, as [`parse`] does.
impl FromStr for Query {
    type Err = QuestionError;

    fn from_str(question: &str) -> Result<Self, QuestionError> {
        parse(question, None)
    }
}
