//! The grammar: one question and what narrows it.

use winnow::Parser;
use winnow::combinator::alt;

use crate::query::Query;

use super::compare::{camps, compare, ranked};
use super::course::{changed, changes, course};
use super::does::does;
use super::error::{NotUnderstood, QuestionError};
use super::fault::{Parsed, into_error};
use super::keyword::maybe;
use super::list::{nouns, possessive, stances, what_possessive, which};
use super::modifier::modifiers;
use super::passive::{by_whom, is_by, what_by};
use super::token::{Token, Tokens, first, piece_of};
use super::trend::{drift, support};
use super::what::{stands, voted, what, who_does};
use super::when::when;
use super::who::{how_many, nations_that, which_nations, which_others, who};
use super::why::{contradictions, why};

/// Reads the query of a question from its tokens.
pub(super) fn query(tokens: &[Token]) -> Result<Query, QuestionError> {
    let unknown = || NotUnderstood {
        piece: piece_of(first(tokens)),
        why: "begins no question known here",
        example: "who opposes \"foreign troops\"",
    };
    question
        .parse_next(&mut Tokens::new(tokens))
        .map_err(|failure| into_error(failure).unwrap_or_else(|| unknown().into()))
}

fn question(input: &mut Tokens<'_>) -> Parsed<Query> {
    while maybe(input, &COURTESIES).is_some() {}
    let mut query = form.parse_next(input)?;
    modifiers(input, &mut query.modifiers)?;
    Ok(query)
}

/// What people say before a question.
pub(super) const COURTESIES: [&str; 5] =
    ["please", "tell me", "can you tell me", "could you tell me", "do you know"];

// The lists come first: "what is X's position on Y" also begins like "what is X open to". A possessive without them
// comes last, when the question begins with no word of the grammar.
fn form(input: &mut Tokens<'_>) -> Parsed<Query> {
    let lists = alt((camps, which, contradictions, course, nations_that, stances, what_possessive, nouns));
    let sides = alt((when, support, drift, compare, ranked, voted));
    let holders = alt((changes, what_by, which_nations, how_many, by_whom, who_does, who));
    let verdicts = alt((why, changed, is_by, does));
    alt((lists, sides, holders, what, stands, verdicts, possessive, which_others)).parse_next(input)
}
