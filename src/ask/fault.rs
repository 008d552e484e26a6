//! How a parser of the grammar fails: it steps back for another to try, or it stops with what is wrong.

use winnow::error::{ErrMode, ParserError};

use super::beyond;
use super::error::{
    AmbiguousReference, BadDate, MissingHolder, MissingTarget, MissingVerb, NotUnderstood, QuestionError,
    Repeated, UnknownWord,
};
use super::token::{Token, Tokens, first, piece_of};

/// A failure; without an error it only says that this is not the right parser.
#[derive(Debug)]
pub(super) struct Fault(Option<Box<QuestionError>>);

/// What a parser of the grammar gives.
pub(super) type Parsed<T> = Result<T, ErrMode<Fault>>;

impl<'t> ParserError<Tokens<'t>> for Fault {
    type Inner = Self;

    fn from_input(_: &Tokens<'t>) -> Self {
        Self(None)
    }

    fn into_inner(self) -> Result<Self, Self> {
        Ok(self)
    }
}

/// Another parser may try.
pub(super) fn step_back<T>() -> Parsed<T> {
    Err(ErrMode::Backtrack(Fault(None)))
}

/// This is what is wrong.
pub(super) fn stop<T>(error: impl Into<QuestionError>) -> Parsed<T> {
    Err(ErrMode::Cut(Fault(Some(Box::new(error.into())))))
}

/// These words make no question known here.
pub(super) fn not_understood<T>(at: &[Token], why: &'static str, example: &'static str) -> Parsed<T> {
    stop(NotUnderstood { piece: piece_of(at), why, example })
}

/// The first token is no stance word; at the end, one is missing.
pub(super) fn unknown_word<T>(at: &[Token], nearest: Option<String>, example: &'static str) -> Parsed<T> {
    let first = first(at);
    if let Some((length, why, example)) = beyond::at(at) {
        return not_understood(at.get(..length).unwrap_or(first), why, example);
    }
    match first.first() {
        Some(token) if !token.is_end() => stop(UnknownWord { piece: piece_of(first), nearest }),
        _ => stop(MissingVerb { piece: piece_of(first), example }),
    }
}

/// A name for what a stance is about is missing before the first token.
pub(super) fn missing_target<T>(at: &[Token], example: &'static str) -> Parsed<T> {
    stop(MissingTarget { piece: piece_of(first(at)), example })
}

/// A name for whose stance it is is missing before the first token.
pub(super) fn missing_holder<T>(at: &[Token], example: &'static str) -> Parsed<T> {
    stop(MissingHolder { piece: piece_of(first(at)), example })
}

/// These tokens refer to something that was not said.
pub(super) fn ambiguous_reference<T>(at: &[Token], example: &'static str) -> Parsed<T> {
    stop(AmbiguousReference { piece: piece_of(at), example })
}

/// These tokens are no date.
pub(super) fn bad_date<T>(at: &[Token]) -> Parsed<T> {
    stop(BadDate { piece: piece_of(at) })
}

/// These tokens say again what was said.
pub(super) fn repeated<T>(at: &[Token]) -> Parsed<T> {
    stop(Repeated { piece: piece_of(at) })
}

/// The error of a failed parse, where a parser stopped with one.
pub(super) fn into_error(failure: ErrMode<Fault>) -> Option<QuestionError> {
    failure.into_inner().ok()?.0.map(|error| *error)
}
