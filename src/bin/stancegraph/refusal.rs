//! A question that cannot be taken, as text and as JSON.

use std::ops::Range;

use serde::Serialize;
use stancegraph::{QuestionError, render};
use unicode_width::UnicodeWidthChar;

/// The most characters of a question that are shown.
const SHOWN: usize = stancegraph::ask::MAX_LENGTH;

/// The question with a line of carets under the words at fault, then the message.
pub(crate) fn as_text(question: &str, error: &QuestionError) -> String {
    let message = format!("error: {error}");
    error.span().map_or_else(
        || message.clone(),
        |span| {
            format!(
                "{}
{message}",
                underlined(question, &span)
            )
        },
    )
}

/// The question with a line of carets under some of its words.
pub(crate) fn underlined(question: &str, span: &Range<usize>) -> String {
    let line: String = question.chars().map(shown).collect();
    // A terminal that turns lines of right-to-left script around would show the carets under other words.
    if line.chars().any(is_right_to_left) {
        return format!("  {line}");
    }
    let before = width(question.get(..span.start));
    let carets = "^".repeat(width(question.get(span.clone())).max(1));
    format!(
        "  {line}
  {}{carets}",
        " ".repeat(before)
    )
}

/// How many columns a piece of the question takes where it is shown.
fn width(piece: Option<&str>) -> usize {
    piece.unwrap_or_default().chars().map(|letter| shown(letter).width().unwrap_or_default()).sum()
}

/// Letters of Hebrew, Arabic and the scripts written like them.
const fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// A character that leaves the terminal as it is.
fn shown(character: char) -> char {
    match character {
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        _ if character.is_whitespace() => ' ',
        _ if character.is_control() => '\u{fffd}',
        _ => character,
    }
}

/// An answer in JSON that has nothing but the error.
#[derive(Debug, Serialize)]
struct Refusal<'a> {
    question: String,
    understood: Option<()>,
    outcome: &'static str,
    findings: [(); 0],
    hinted: [(); 0],
    related: [(); 0],
    verdict: Option<()>,
    coverage: Option<()>,
    corrections: [(); 0],
    candidates: [(); 0],
    unclear: Option<()>,
    notes: [(); 0],
    error: Fault<'a>,
    absent: [(); 0],
    acts: [(); 0],
}

/// What is wrong with the question.
#[derive(Debug, Serialize)]
struct Fault<'a> {
    message: String,
    /// The first byte at fault and the one after the last; `null` where it is the whole question.
    span: Option<[usize; 2]>,
    /// The first character at fault, from 1.
    column: Option<usize>,
    /// The words at fault.
    text: Option<&'a str>,
}

/// The answer in JSON with the error in the place of everything else.
pub(crate) fn as_json(question: &str, error: &QuestionError) -> serde_json::Result<String> {
    let span = error.span();
    let fault = Fault {
        message: error.to_string(),
        column: span.as_ref().map(|span| column(question, span)),
        text: span.as_ref().and_then(|span| question.get(span.clone())),
        span: span.map(|span| [span.start, span.end]),
    };
    let refusal = Refusal {
        question: cut(question),
        understood: None,
        outcome: "error",
        findings: [],
        hinted: [],
        related: [],
        verdict: None,
        coverage: None,
        corrections: [],
        candidates: [],
        unclear: None,
        notes: [],
        error: fault,
        absent: [],
        acts: [],
    };
    serde_json::to_string_pretty(&refusal).map(|json| render::escape_unseen(&json))
}

/// The number of the first character at fault, from 1.
fn column(question: &str, span: &Range<usize>) -> usize {
    question.get(..span.start).unwrap_or_default().chars().count() + 1
}

/// The question, as far as it is shown: what is too long to be asked is too long to be printed.
fn cut(question: &str) -> String {
    let more = if question.chars().count() > SHOWN { "…" } else { "" };
    question.chars().take(SHOWN).chain(more.chars()).collect()
}
