//! A question that cannot be taken, as text and as JSON.

use std::ops::Range;

use serde::Serialize;
use stancegraph::QuestionError;

/// The question with a line of carets under the words at fault, then the message.
pub(crate) fn as_text(question: &str, error: &QuestionError) -> String {
    let message = format!("error: {error}");
    error.span().map_or_else(|| message.clone(), |span| format!("{}\n{message}", underlined(question, &span)))
}

/// The question with a line of carets under some of its words.
pub(crate) fn underlined(question: &str, span: &Range<usize>) -> String {
    let (start, length) = columns(question, span);
    let (shown, carets): (String, _) = (question.chars().map(shown).collect(), "^".repeat(length.max(1)));
    format!("  {shown}\n  {}{carets}", " ".repeat(start))
}

/// The first column at fault, from 0, and how many there are: characters, not bytes.
fn columns(question: &str, span: &Range<usize>) -> (usize, usize) {
    let count = |range: Range<usize>| question.get(range).unwrap_or_default().chars().count();
    (count(0..span.start), count(span.clone()))
}

/// A character that takes one column and leaves the terminal as it is.
fn shown(character: char) -> char {
    match character {
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => '\u{fffd}',
        _ if character.is_whitespace() => ' ',
        _ if character.is_control() => '\u{fffd}',
        _ => character,
    }
}

/// An answer in JSON that has nothing but the error.
#[derive(Debug, Serialize)]
struct Refusal<'a> {
    question: &'a str,
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
    /// The bytes at fault; `null` where it is the whole question.
    span: Option<Range<usize>>,
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
        column: span.as_ref().map(|span| columns(question, span).0 + 1),
        text: span.as_ref().and_then(|span| question.get(span.clone())),
        span,
    };
    serde_json::to_string_pretty(&Refusal {
        question,
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
    })
}
