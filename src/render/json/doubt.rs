//! Reasons, contradictions, timelines and changes in JSON.

use crate::model::StatementKey;
use serde::Serialize;

use crate::answer::{Answer, Evidence, Finding, Turn};
use crate::position::{Conflict, Reason};

use super::finding::FindingJson;
use super::node::NodeJson;

/// Why a holder is not found, with the statements the reason rests on.
#[derive(Debug, Serialize)]
pub(super) struct ReasonJson<'a> {
    reason: Reason,
    statements: Vec<StatementKey<'a>>,
}

/// Two statements that do not go together.
#[derive(Debug, Serialize)]
pub(super) struct ClashJson<'a> {
    kind: Conflict,
    sides: [StatementKey<'a>; 2],
}

/// What stood from a day on.
#[derive(Debug, Serialize)]
pub(super) struct StretchJson<'a> {
    from: String,
    findings: Vec<FindingJson<'a>>,
}

/// Who changed, and from what to what.
#[derive(Debug, Serialize)]
pub(super) struct TurnJson<'a> {
    holder: NodeJson<'a>,
    before: Vec<FindingJson<'a>>,
    after: Vec<FindingJson<'a>>,
}

fn key(evidence: Evidence<'_>) -> StatementKey<'_> {
    evidence.statement().key
}

pub(super) fn findings<'a>(answer: &'a Answer, list: Vec<Finding<'a>>) -> Vec<FindingJson<'a>> {
    list.into_iter().map(|finding| FindingJson::of(answer.graph(), finding)).collect()
}

pub(super) fn reasons(answer: &Answer) -> Option<Vec<ReasonJson<'_>>> {
    let reasons = answer.reasons()?.into_iter();
    let json = reasons
        .map(|(reason, evidence)| ReasonJson { reason, statements: evidence.into_iter().map(key).collect() });
    Some(json.collect())
}

pub(super) fn contradictions(answer: &Answer) -> Option<Vec<ClashJson<'_>>> {
    let clashes = answer.contradictions()?.into_iter();
    Some(clashes.map(|clash| ClashJson { kind: clash.kind, sides: clash.sides.map(key) }).collect())
}

pub(super) fn timeline(answer: &Answer) -> Option<Vec<StretchJson<'_>>> {
    let stretches = answer.timeline()?.into_iter();
    Some(
        stretches
            .map(|(from, list)| StretchJson { from: from.to_string(), findings: findings(answer, list) })
            .collect(),
    )
}

pub(super) fn changes(answer: &Answer) -> Option<Vec<TurnJson<'_>>> {
    let turns = answer.changes()?.into_iter();
    let json = turns.map(|Turn { holder, before, after }| TurnJson {
        holder: NodeJson::of(holder),
        before: findings(answer, before),
        after: findings(answer, after),
    });
    Some(json.collect())
}
