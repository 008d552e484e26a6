//! The whole answer in JSON.

use std::ops::Range;

use serde::Serialize;

use crate::answer::{Answer, Candidate, Correction, Explanation, Finding, Outcome, Unclear, Verdict};
use crate::query::Form;

use super::assumed::{self, AssumedJson};
use super::board::{self, CampsJson, IsolationJson, MediatorJson};
use super::doubt::{self, ClashJson, ReasonJson, StretchJson, TurnJson};

use super::explanation::ExplanationJson;
use super::finding::FindingJson;
use super::form::{self, AgreementJson, SharedJson, WhenJson};
use super::node::{NodeJson, TieJson};
use super::trend::{self, DriftJson, SupportJson};

/// An answer; the order of the fields is the order of the output.
#[derive(Debug, Serialize)]
pub(super) struct AnswerJson<'a> {
    question: &'a str,
    understood: &'a str,
    outcome: Outcome,
    findings: Vec<FindingJson<'a>>,
    hinted: Vec<FindingJson<'a>>,
    related: Vec<FindingJson<'a>>,
    verdict: Option<Verdict>,
    coverage: Option<CoverageJson<'a>>,
    corrections: Vec<CorrectionJson<'a>>,
    candidates: Vec<CandidateJson<'a>>,
    /// The name that kept the question from being answered.
    unclear: Option<UnclearJson<'a>>,
    notes: &'a [String],
    /// Always `null`: a question that cannot be taken has no answer.
    error: Option<()>,
    absent: Vec<FindingJson<'a>>,
    acts: Vec<FindingJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ties: Option<Vec<TieJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<Vec<ReasonJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contradictions: Option<Vec<ClashJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timeline: Option<Vec<StretchJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Vec<TurnJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<WhenJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compare: Option<Vec<SharedJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement: Option<Vec<AgreementJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    support: Option<Vec<SupportJson>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    drift: Option<DriftJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    isolation: Option<Vec<IsolationJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    camps: Option<CampsJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mediators: Option<Vec<MediatorJson<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    assumptions: Vec<AssumedJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<ExplanationJson>,
}

impl<'a> AnswerJson<'a> {
    pub(super) fn of(answer: &'a Answer) -> Self {
        let explained = matches!(answer.query().form, Form::Why(..) | Form::WhyNot(..));
        let finding = |finding: Finding<'a>| {
            let json = FindingJson::of(answer.graph(), finding);
            if explained { json.explained(answer.graph(), finding) } else { json }
        };
        let findings = |list: Vec<Finding<'a>>| list.into_iter().map(finding).collect();
        let ties = || answer.ties().into_iter().map(|tie| TieJson::of(answer.graph(), tie)).collect();
        Self {
            question: answer.question().unwrap_or(answer.understood()),
            understood: answer.understood(),
            outcome: answer.outcome(),
            findings: findings(answer.findings()),
            hinted: findings(answer.hinted()),
            related: findings(answer.related()),
            verdict: answer.verdict(),
            coverage: CoverageJson::of(answer),
            corrections: answer.corrections().iter().map(|one| CorrectionJson::of(answer, one)).collect(),
            candidates: answer.candidates().iter().filter_map(|one| CandidateJson::of(answer, one)).collect(),
            unclear: answer.unclear().map(UnclearJson::of),
            notes: answer.notes(),
            error: None,
            absent: findings(answer.absent()),
            acts: findings(answer.acts()),
            ties: matches!(answer.query().form, Form::Ties(..) | Form::Tied(..)).then(ties),
            count: answer.count(),
            reasons: doubt::reasons(answer),
            contradictions: doubt::contradictions(answer),
            timeline: doubt::timeline(answer),
            changes: doubt::changes(answer),
            when: form::when(answer),
            compare: form::compare(answer),
            agreement: form::agreement(answer),
            support: trend::support(answer),
            drift: trend::drift(answer),
            isolation: board::isolation(answer),
            camps: board::camps(answer),
            mediators: board::mediators(answer),
            assumptions: assumed::assumptions(answer),
            explanation: None,
        }
    }

    /// The same with an explanation.
    pub(super) fn explained(self, explanation: Explanation) -> Self {
        Self { explanation: Some(ExplanationJson::of(explanation)), ..self }
    }
}

/// How much of the record the answer rests on.
#[derive(Debug, Serialize)]
struct CoverageJson<'a> {
    holders_known: usize,
    with_record: usize,
    dataset: Option<&'a str>,
}

impl<'a> CoverageJson<'a> {
    fn of(answer: &'a Answer) -> Option<Self> {
        let coverage = answer.coverage()?;
        Some(Self {
            holders_known: coverage.holders_known,
            with_record: coverage.with_record,
            dataset: answer.graph().dataset().map(|dataset| dataset.key.as_str()),
        })
    }
}

/// A name and what it was read as.
#[derive(Debug, Serialize)]
struct CorrectionJson<'a> {
    typed: &'a str,
    read_as: &'a str,
    span: Option<[usize; 2]>,
}

impl<'a> CorrectionJson<'a> {
    fn of(answer: &'a Answer, correction: &'a Correction) -> Self {
        let Correction { typed, read_as, span } = correction;
        Self { typed, read_as: answer.name_of(*read_as), span: bytes(span.as_ref()) }
    }
}

/// A name that leads nowhere, or to several things.
#[derive(Debug, Serialize)]
struct UnclearJson<'a> {
    typed: &'a str,
    span: Option<[usize; 2]>,
}

impl<'a> UnclearJson<'a> {
    fn of(unclear: &'a Unclear) -> Self {
        Self { typed: &unclear.typed, span: bytes(unclear.span.as_ref()) }
    }
}

/// From the first byte of a name in the question to the one after its last.
pub(super) fn bytes(span: Option<&Range<usize>>) -> Option<[usize; 2]> {
    span.map(|span| [span.start, span.end])
}

/// What a name may have meant: the name nearest to it, and the node.
#[derive(Debug, Serialize)]
struct CandidateJson<'a> {
    label: &'a str,
    node: NodeJson<'a>,
}

impl<'a> CandidateJson<'a> {
    fn of(answer: &'a Answer, candidate: &'a Candidate) -> Option<Self> {
        Some(Self { label: &candidate.label, node: NodeJson::of(answer.graph().node(candidate.node)?) })
    }
}
