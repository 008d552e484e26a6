//! The parts of an answer, in the order in which every page shows them.

use crate::answer::{Answer, Finding};
use crate::query::Form;

/// A list of findings and what it is.
#[derive(Debug)]
pub(super) struct Section<'a> {
    /// `None` for what was asked for.
    pub(super) title: Option<&'static str>,
    pub(super) findings: Vec<Finding<'a>>,
}

/// What was found, then what stands apart from it; empty parts are left out.
pub(super) fn sections(answer: &Answer) -> Vec<Section<'_>> {
    // Where why was asked, the findings are told with their derivations.
    let told = matches!(answer.query().form, Form::Why(..));
    let findings = if told { Vec::new() } else { answer.findings() };
    let all = [
        Section { title: None, findings },
        Section { title: Some("Related"), findings: answer.related() },
        Section { title: Some("Hinted, which is no position"), findings: answer.hinted() },
        Section { title: Some("Absent: no vote recorded, which is no position"), findings: answer.absent() },
        Section { title: Some("Acts, which make no position"), findings: answer.acts() },
    ];
    all.into_iter().filter(|section| !section.findings.is_empty()).collect()
}
