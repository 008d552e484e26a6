//! A piece of evidence in words: who, when, where in the document, the speaker's words, which document.

use crate::answer::{Evidence, Finding};
use crate::graph::StanceGraph;
use crate::position::Lean;

use super::sentence;

/// Where a piece of evidence stands, with the words it quotes: "2025-09-05, paragraph 3: “legitimate targets”".
///
/// The stance, the speaker and the target are named where the finding does not tell them.
pub(super) fn place(graph: &StanceGraph, finding: Finding<'_>, piece: Evidence<'_>) -> String {
    let statement = piece.statement();
    let other_stance = finding.lean() == Lean::Mixed || statement.stance != finding.stance();
    let told = [
        other_stance.then(|| statement.stance.to_string()),
        (statement.holder != finding.holder_id()).then(|| piece.speaker().name().to_owned()),
        (statement.target != finding.target_id())
            .then(|| format!("on {}", graph.at(statement.target).name())),
    ];
    let place = located(told.into_iter().flatten(), piece);
    // The sentence tells the headline's conditions; a statement without them must not seem to have them.
    let unlike = !finding.conditions().is_empty() && statement.conditions.is_empty();
    if unlike { format!("{place}, without a condition") } else { place }
}

/// A statement that no finding tells of, whole: "Ada, for Kenya, rejects debt relief, 2020, page 1: “never”".
pub(super) fn record(graph: &StanceGraph, piece: Evidence<'_>) -> String {
    located([sentence::of_statement(graph, piece.statement())].into_iter(), piece)
}

/// [`record`] without the words it quotes, which stand elsewhere.
pub(super) fn record_unquoted(graph: &StanceGraph, piece: Evidence<'_>) -> String {
    circumstances([sentence::of_statement(graph, piece.statement())].into_iter(), piece)
}

/// What is told already, then date, occasion, place, reporter, quote. A date nobody knows is not mentioned.
pub(super) fn located(told: impl Iterator<Item = String>, piece: Evidence<'_>) -> String {
    let place = circumstances(told, piece);
    match (piece.quote(), place.is_empty()) {
        (Some(quote), true) => format!("“{quote}”"),
        (Some(quote), false) => format!("{place}: “{quote}”"),
        (None, _) => place,
    }
}

/// What is told already, then date, occasion, place, reporter.
fn circumstances(told: impl Iterator<Item = String>, piece: Evidence<'_>) -> String {
    let statement = piece.statement();
    let reporter = statement.citation.as_ref().and_then(|citation| citation.reporter);
    let parts = [
        piece.said().map(|date| date.to_string()),
        statement.occasion.map(str::to_owned),
        Some(piece.locator().to_owned()).filter(|locator| !locator.is_empty()),
        reporter.map(|reporter| format!("reported by {reporter}")),
    ];
    told.chain(parts.into_iter().flatten()).collect::<Vec<_>>().join(", ")
}

/// The document and the statement, in brackets: "[Untitled news article; putin-rejects-troops-p1]".
pub(super) fn reference(piece: Evidence<'_>) -> String {
    let title = piece.source().map_or("no source given", |source| source.title.as_str());
    format!("[{title}; {}]", piece.statement().key)
}
