//! The picture of an answer.

use crate::answer::{Answer, Finding};
use crate::model::TieKind;
use crate::position::{Basis, Step};

use super::Picture;
use super::sketch::Sketch;

impl Picture {
    /// What an answer found: each finding with what it rests on, then related findings, hints, absences and deeds.
    ///
    /// A finding is drawn by its statements, so that both sides of a mixed position are there; with them come the way
    /// along the hierarchy, and the office or membership that it takes. Ties that were asked for are drawn as they are.
    ///
    /// # Example
    /// ```
    /// use stancegraph::diagram::Picture;
    /// let answer = stancegraph::datasets::article()?.ask("who supports foreign troops in Ukraine")?;
    /// let picture = Picture::of_answer(&answer);
    /// assert!(picture.edges.iter().any(|edge| edge.label == "supports (hedged)"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_answer(answer: &Answer) -> Self {
        let mut sketch = Sketch::of(answer.graph());
        let found = [answer.findings(), answer.related(), answer.hinted(), answer.absent(), answer.acts()];
        let asked_for = moments(answer).into_iter().chain(found.into_iter().flatten());
        for finding in asked_for {
            draw(&mut sketch, answer, finding);
        }
        for tie in answer.ties() {
            sketch.tie(tie);
        }
        sketch.finish()
    }
}

/// What forms find that lists no findings: both sides of a comparison, what shows a moment, what stood before and
/// after.
fn moments(answer: &Answer) -> Vec<Finding<'_>> {
    let when = answer.when().map(|when| when.findings).unwrap_or_default();
    let shared = answer.compare().unwrap_or_default().into_iter();
    let stretches = answer.timeline().unwrap_or_default().into_iter();
    let turns = answer.changes().unwrap_or_default().into_iter();
    when.into_iter()
        .chain(shared.flat_map(|one| one.left.into_iter().chain(one.right)))
        .chain(stretches.flat_map(|(_, findings)| findings))
        .chain(turns.flat_map(|turn| turn.before.into_iter().chain(turn.after)))
        .collect()
}

fn draw(sketch: &mut Sketch<'_>, answer: &Answer, finding: Finding<'_>) {
    for piece in finding.evidence() {
        sketch.statement(piece.statement());
    }
    let kind = if finding.basis() == Basis::Series { TieKind::InSeries } else { TieKind::Broader };
    for path in finding.path_ids() {
        sketch.path(path, kind);
    }
    for part in &finding.derivation().from {
        if let Step::Tie(id) = part.step
            && let Some(tie) = answer.graph().tie(id)
        {
            sketch.tie(tie);
        }
    }
}
