//! The confidence of a finding with its parts, in JSON.

use serde::Serialize;

use crate::answer::{Evidence, Finding};
use crate::graph::StanceGraph;
use crate::model::{Credibility, Polarity, Reliability, StatementKey};
use crate::position::{Grading, RatingPart, SideRating};

use super::node::TieJson;

/// One side with its figure and what it is made of.
#[derive(Debug, Serialize)]
pub(super) struct SideJson<'a> {
    side: Polarity,
    confidence: Option<f64>,
    origins: usize,
    unrated: usize,
    parts: Vec<PartJson<'a>>,
}

/// What one statement adds.
#[derive(Debug, Serialize)]
struct PartJson<'a> {
    statement: StatementKey<'a>,
    origin: Option<&'a str>,
    confidence: Option<f64>,
    /// `coder`, `admiralty`, or `null` for nobody.
    by: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reliability: Option<Reliability>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credibility: Option<Credibility>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tie: Option<TieJson<'a>>,
    counts: bool,
}

/// The sides of a finding; none where nothing is rated.
pub(super) fn sides<'a>(graph: &'a StanceGraph, finding: Finding<'a>) -> Vec<SideJson<'a>> {
    let side = |side: &'a SideRating| SideJson {
        side: side.polarity,
        confidence: side.confidence,
        origins: side.origins,
        unrated: side.unrated,
        parts: side.parts.iter().map(|one| part(graph, one)).collect(),
    };
    let rating = finding.rating();
    if rating.is_rated() { rating.sides.iter().map(side).collect() } else { Vec::new() }
}

fn part<'a>(graph: &'a StanceGraph, part: &RatingPart) -> PartJson<'a> {
    let (by, code) = match part.grading {
        Grading::Coder(_) => (Some("coder"), None),
        Grading::Admiralty(code) => (Some("admiralty"), Some(code)),
        Grading::Unrated => (None, None),
    };
    PartJson {
        statement: graph.at_statement(part.statement).key,
        origin: Evidence::new(graph, part.statement).origin(),
        confidence: part.confidence,
        by,
        reliability: code.and_then(|code| code.reliability),
        credibility: code.and_then(|code| code.credibility),
        tie: part.tie.map(|tie| TieJson::of(graph, graph.at_tie(tie))),
        counts: part.counts,
    }
}
