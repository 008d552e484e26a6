//! How support went and how a holder drifted, in JSON.

use serde::Serialize;

use crate::analysis::change::Grade;
use crate::answer::{Answer, SupportMonth};

/// A month: who stood on which side at its end, and what was said in it.
#[derive(Debug, Serialize)]
pub(super) struct SupportJson {
    month: String,
    favor: u32,
    neutral: u32,
    against: u32,
    net: i64,
    flow: i64,
    statements: Vec<String>,
}

/// The line through what a holder said.
#[derive(Debug, Serialize)]
pub(super) struct DriftJson {
    tendency: &'static str,
    slope: Option<f64>,
    interval: Option<[f64; 2]>,
    grades: Vec<GradeJson>,
}

#[derive(Debug, Serialize)]
struct GradeJson {
    day: String,
    grade: f64,
    statement: String,
}

pub(super) fn support(answer: &Answer) -> Option<Vec<SupportJson>> {
    let json = |SupportMonth { support, said }: SupportMonth<'_>| SupportJson {
        month: support.month.to_string().get(..7).unwrap_or_default().to_owned(),
        favor: support.favor,
        neutral: support.neutral,
        against: support.against,
        net: support.net(),
        flow: support.flow,
        statements: said.iter().map(|one| one.statement().key.to_string()).collect(),
    };
    Some(answer.support()?.into_iter().map(json).collect())
}

pub(super) fn drift(answer: &Answer) -> Option<DriftJson> {
    let drift = answer.drift()?;
    let grade = |one: &Grade| {
        let statement = answer.graph().statement(one.statement)?.key.to_string();
        Some(GradeJson { day: one.day.to_string(), grade: one.grade, statement })
    };
    Some(DriftJson {
        tendency: drift.tendency().as_str(),
        slope: drift.trend.map(|trend| trend.slope),
        interval: drift.interval().map(Into::into),
        grades: drift.grades.iter().filter_map(grade).collect(),
    })
}
