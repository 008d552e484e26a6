//! Whether a holder grows warmer or colder on a matter.

use crate::analysis::change::{Drift, Line, Tendency};
use crate::answer::{Content, FindingData};
use crate::model::NodeId;
use crate::position::{Selection, Surety};

use super::by;

/// The line through what a holder said on a target, each statement behind it as a finding; and how thin it is.
pub(crate) fn drift(selection: &Selection<'_>, holder: NodeId, target: NodeId) -> Content {
    let drift = Drift::of(selection, holder, target, Line::TheilSen);
    let statements = drift.grades.iter().map(|grade| FindingData::of_statement(selection, grade.statement));
    let mut content = Content { findings: statements.collect(), ..Content::default() };
    let ungraded = ungraded(selection, &drift);
    if ungraded > 0 {
        let (statements, have) = if ungraded == 1 { ("statement", "has") } else { ("statements", "have") };
        content.notes.push(format!(
            "{ungraded} {statements} of it on this {have} no grade or no known day, and no place in a drift"
        ));
    }
    if drift.tendency() == Tendency::TooFew && !drift.grades.is_empty() {
        content.notes.push(format!(
            "the evidence is thin: from statements on fewer than {} days no drift can be told from chance; ask for the timeline",
            Drift::FEWEST_DAYS
        ));
    }
    if !drift.grades.is_empty() || ungraded > 0 {
        content.drift = Some(drift);
    }
    content
}

/// How many of its statements on the target are seen and have no grade.
fn ungraded(selection: &Selection<'_>, drift: &Drift) -> usize {
    let graph = selection.graph();
    let is_left_out = |id: &crate::model::StatementId| {
        let statement = graph.at_statement(*id);
        let is_own = !drift.grades.iter().any(|grade| grade.statement == *id);
        statement.target == drift.target && is_own && selection.sight(*id) == Ok(Surety::Certain)
    };
    by(selection, drift.holder).filter(is_left_out).count()
}
