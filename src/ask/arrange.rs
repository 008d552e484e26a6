//! Modifiers where people put them: moved to the end, where the grammar reads them.
//!
//! "As of 2022, who opposes X" and "who, according to Y, opposes X" become "who opposes X as of 2022" and so on. Only
//! the order of tokens changes; each keeps its place in the question.

use super::grammar::COURTESIES;
use super::modifier::{ends_clause, modifier_length};
use super::predicate::{Auxiliary, FINITE, phrase};
use super::token::{Token, from, phrase_length};
use super::who::NATIONS;

/// What may open a question, after modifiers at its front.
const OPENINGS: [&str; 18] = [
    "who",
    "whom",
    "by whom",
    "what",
    "which",
    "where",
    "when",
    "since when",
    "why",
    "how",
    "on what",
    "compare",
    "camps",
    "show",
    "list",
    "stances",
    "position",
    "timeline",
];

/// Moves modifiers at the front of a question, or right after its subject, to its end.
pub(super) fn arrange(tokens: &mut Vec<Token>) {
    let start = courtesy_length(tokens);
    move_from(tokens, start, begins_question);
    if let Some(length) = subject_length(from(tokens, start)) {
        move_from(tokens, start + length, begins_predicate);
    }
}

fn courtesy_length(tokens: &[Token]) -> usize {
    let mut at = 0;
    while let Some(length) = COURTESIES.iter().find_map(|words| phrase_length(from(tokens, at), words)) {
        at += length;
    }
    at
}

/// Moves the modifiers that begin at a place; a name in one ends at a comma or where `resumes` holds.
fn move_from(tokens: &mut Vec<Token>, at: usize, resumes: fn(&[Token]) -> bool) {
    let mut moved = Vec::new();
    loop {
        let rest = from(tokens, at);
        let ends = |rest: &[Token]| ends_clause(rest) || after_comma(rest) || resumes(rest);
        let Some(length) =
            modifier_length(rest, ends).filter(|length| resumes_after(from(rest, *length), resumes))
        else {
            break;
        };
        moved.extend(tokens.drain(at..at + length));
    }
    if moved.is_empty() {
        return;
    }
    // What was known across a seam is known no more.
    let seams = [at, tokens.len().saturating_sub(1)];
    let end = tokens.pop();
    tokens.extend(moved);
    tokens.extend(end);
    for seam in seams {
        cut_names(tokens, seam);
    }
}

/// Whether the question goes on here, perhaps with one more modifier.
fn resumes_after(tokens: &[Token], resumes: fn(&[Token]) -> bool) -> bool {
    let goes_on = resumes(tokens) || (after_comma(tokens) && !ends_clause(tokens));
    goes_on || modifier_length(tokens, |rest| after_comma(rest) || resumes(rest)).is_some()
}

fn cut_names(tokens: &mut [Token], seam: usize) {
    for (at, token) in tokens.iter_mut().enumerate() {
        let crosses = |length: usize| at < seam && at + length > seam;
        token.known.take_if(|length| crosses(*length));
        token.marks.retain(|mark| !crosses(mark.length));
    }
}

fn after_comma(tokens: &[Token]) -> bool {
    tokens.first().is_some_and(|token| token.lead.contains(','))
}

fn begins_question(tokens: &[Token]) -> bool {
    Auxiliary::of(tokens).is_some() || OPENINGS.iter().any(|opening| phrase_length(tokens, opening).is_some())
}

/// A verb that can stand right after the subject: "for" and "in" are stance words too, but only after "is".
fn begins_predicate(tokens: &[Token]) -> bool {
    Auxiliary::of(tokens).is_some() || phrase(tokens, FINITE).is_some()
}

/// How many tokens "who", "which nations" or "how many nations" take up.
fn subject_length(tokens: &[Token]) -> Option<usize> {
    let nations = |at: usize| NATIONS.iter().find_map(|nation| phrase_length(from(tokens, at), nation));
    if phrase_length(tokens, "who").is_some() {
        return Some(1);
    }
    if phrase_length(tokens, "how many").is_some() {
        return Some(2 + nations(2).unwrap_or(0));
    }
    phrase_length(tokens, "which").and_then(|length| Some(length + nations(length)?))
}
