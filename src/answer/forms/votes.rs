//! Votes as cast, on the target itself, whatever was said later.

use crate::model::{Act, NodeId, Stance, StatementId};
use crate::position::Selection;
use crate::query::{Negation, Vote};

use crate::answer::verdict::negate;
use crate::answer::{Content, FindingData, Verdict};

use super::is_by;

/// Who cast such a vote.
pub(super) fn on(selection: &Selection<'_>, target: NodeId, vote: Vote) -> Content {
    let cast =
        seen(selection, target).filter(|id| vote.is_shown_by(selection.graph().at_statement(*id).stance));
    Content {
        findings: cast.map(|id| FindingData::of_statement(selection, id)).collect(),
        ..Content::default()
    }
}

/// Whether a holder cast such a vote.
pub(super) fn of(
    selection: &Selection<'_>,
    holder: NodeId,
    target: NodeId,
    vote: Vote,
    negation: Negation,
) -> Content {
    let graph = selection.graph();
    let ours: Vec<_> = seen(selection, target).filter(|id| is_by(graph.at_statement(*id), holder)).collect();
    let stances: Vec<Stance> = ours.iter().map(|&id| graph.at_statement(id).stance).collect();
    let verdict = match () {
        () if stances.is_empty() => Verdict::NoRecord,
        () if stances.iter().any(|&stance| vote.is_shown_by(stance)) => negate(Verdict::Yes, negation),
        () if stances.iter().all(|&stance| stance == Stance::Absent) => Verdict::Absent,
        () => negate(Verdict::No, negation),
    };
    let findings = ours.into_iter().map(|id| FindingData::of_statement(selection, id)).collect();
    Content { findings, verdict: Some(verdict), ..Content::default() }
}

fn seen<'a>(selection: &'a Selection<'_>, target: NodeId) -> impl Iterator<Item = StatementId> + 'a {
    let voted = |id: &StatementId| {
        selection.graph().at_statement(*id).act == Act::Voted && selection.sight(*id).is_ok()
    };
    selection.graph().statements_on(target).iter().copied().filter(voted)
}
