//! Moments and comparisons in JSON.

use serde::Serialize;

use crate::analysis::Likeness;
use crate::answer::{Accord, Answer, When};
use crate::model::Date;

use super::doubt::findings;
use super::finding::FindingJson;
use super::node::NodeJson;

/// The moment of a stance and what shows it.
#[derive(Debug, Serialize)]
pub(super) struct WhenJson<'a> {
    date: Option<Date>,
    findings: Vec<FindingJson<'a>>,
}

/// A target that two holders are compared on.
#[derive(Debug, Serialize)]
pub(super) struct SharedJson<'a> {
    target: NodeJson<'a>,
    relation: Accord,
    conditional: bool,
    left: Vec<FindingJson<'a>>,
    right: Vec<FindingJson<'a>>,
}

pub(super) fn when(answer: &Answer) -> Option<WhenJson<'_>> {
    let When { date, findings: found } = answer.when()?;
    Some(WhenJson { date, findings: findings(answer, found) })
}

pub(super) fn compare(answer: &Answer) -> Option<Vec<SharedJson<'_>>> {
    let shared = answer.compare()?.into_iter();
    let json = shared.map(|one| SharedJson {
        target: NodeJson::of(one.target),
        relation: one.accord,
        conditional: one.is_conditional,
        left: findings(answer, one.left),
        right: findings(answer, one.right),
    });
    Some(json.collect())
}

/// How far two holders agree, with the counts behind the figure.
#[derive(Debug, Serialize)]
pub(super) struct AgreementJson<'a> {
    left: NodeJson<'a>,
    right: NodeJson<'a>,
    common: u32,
    same: u32,
    half: u32,
    opposite: u32,
    agreement: Option<f64>,
}

pub(super) fn agreement(answer: &Answer) -> Option<Vec<AgreementJson<'_>>> {
    let json = |one: &Likeness| {
        let [left, right] = [one.left, one.right].map(|id| NodeJson::of(answer.graph().at(id)));
        let Likeness { common, same, half, opposite, .. } = *one;
        AgreementJson { left, right, common, same, half, opposite, agreement: one.value() }
    };
    Some(answer.agreement()?.iter().map(json).collect())
}
