//! The steps of reading, one after the other; where a stance word is mistyped, once more with the one that was meant.

use std::ops::Range;

use crate::graph::Vocabulary;
use crate::query::Query;

use super::lexicon::Lexicon;
use super::token::Token;
use super::{QuestionError, Reading, arrange, filler, grammar, lex, spot, tongue, words};

/// How many words of one question are corrected.
const MOST: usize = 4;

/// A stance word that was read as another.
struct Correction {
    span: Range<usize>,
    typed: String,
    read_as: String,
}

/// Reads a question; mistyped stance words as those that were clearly meant.
pub(super) fn reading(question: &str, vocabulary: Option<&Vocabulary>) -> Result<Reading, QuestionError> {
    let mut corrections: Vec<Correction> = Vec::new();
    let mut fault = None;
    loop {
        let mut steps = Steps::of(question, vocabulary)?;
        for correction in &corrections {
            steps.correct(correction);
        }
        match steps.query() {
            Ok(query) => {
                let notes = steps.notes(&corrections);
                return Ok(Reading { question: question.to_owned(), query, notes });
            }
            Err(error) => {
                let next = steps.correction(&error).filter(|_| corrections.len() < MOST);
                // Where correcting does not help, what was wrong at first is told.
                let first = fault.get_or_insert(error);
                match next {
                    Some(next) => corrections.push(next),
                    None => return Err(first.clone()),
                }
            }
        }
    }
}

/// The tokens of a question on their way to the grammar.
pub(super) struct Steps<'v> {
    pub(super) tokens: Vec<Token>,
    lexicon: &'v Lexicon,
    unseen: usize,
    /// Words that were taken out, for they change nothing.
    fillers: Vec<String>,
}

impl<'v> Steps<'v> {
    /// Tokens with the names of the vocabulary marked.
    pub(super) fn of(question: &str, vocabulary: Option<&'v Vocabulary>) -> Result<Self, QuestionError> {
        let lex::Lexed { mut tokens, unseen } = lex::lex(question)?;
        let mut lexicon = Lexicon::bundled();
        if let Some(vocabulary) = vocabulary {
            spot::spot(&mut tokens, vocabulary);
            lexicon = vocabulary.lexicon();
        }
        Ok(Self { tokens, lexicon, unseen, fillers: Vec::new() })
    }

    /// The query of the tokens. Where they make none, the stance words that may have been meant are looked for, so
    /// that the error can name the nearest.
    pub(super) fn query(&mut self) -> Result<Query, QuestionError> {
        words::mark(&mut self.tokens, self.lexicon);
        self.fillers = filler::take_out(&mut self.tokens);
        arrange::arrange(&mut self.tokens);
        grammar::query(&self.tokens).or_else(|_| {
            words::mark_slips(&mut self.tokens, self.lexicon);
            grammar::query(&self.tokens).map_err(|error| tongue::told(&self.tokens, error))
        })
    }

    /// The reading of a query that was made of these tokens.
    pub(super) fn reading(&self, question: &str, query: Query) -> Reading {
        Reading { question: question.to_owned(), query, notes: self.notes(&[]) }
    }

    fn notes(&self, corrections: &[Correction]) -> Vec<String> {
        let plural = if self.unseen == 1 { "character" } else { "characters" };
        let unseen = (self.unseen > 0)
            .then(|| format!("{} control or invisible {plural} left out of the question", self.unseen));
        let fillers = self.fillers.iter().map(|word| format!("`{word}` changes nothing and was left out"));
        let corrected = corrections
            .iter()
            .map(|Correction { typed, read_as, .. }| format!("`{typed}` was read as `{read_as}`"));
        unseen.into_iter().chain(fillers).chain(corrected).collect()
    }

    fn correct(&mut self, correction: &Correction) {
        for token in self.tokens.iter_mut().filter(|token| token.span == correction.span) {
            token.word.clone_from(&correction.read_as);
        }
    }

    /// The word that was clearly meant by the one at fault.
    fn correction(&self, error: &QuestionError) -> Option<Correction> {
        let QuestionError::UnknownWord(_) = error else { return None };
        let span = error.span()?;
        let token = self.tokens.iter().find(|token| token.span == span)?;
        let read_as = words::meant(token)?.to_owned();
        Some(Correction { span, typed: token.text.clone(), read_as })
    }
}
