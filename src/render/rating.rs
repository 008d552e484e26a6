//! The confidence of a finding with its parts, in words.

use crate::answer::Finding;
use crate::graph::StanceGraph;
use crate::position::{Grading, Lean, RatingPart, SideRating};

use super::sentence::number;
use super::tie;

/// How many statements are named in a line; JSON names all.
const NAMED: usize = 6;

/// A line for each side that is rated: "confidence 0.85 from 2 origins: s1 0.7 by the coder; s2 0.5 by its source (C2)".
pub(super) fn lines(graph: &StanceGraph, finding: Finding<'_>) -> Vec<String> {
    let sides = finding.rating().sides.iter().filter(|side| side.confidence.is_some());
    let told = |side: &SideRating| {
        let which = if finding.lean() == Lean::Mixed { format!(" {}", side.polarity) } else { String::new() };
        format!("{}{which}: {}", figure(side), parts(graph, side))
    };
    sides.map(told).collect()
}

/// "confidence 0.85 from 2 origins"
pub(super) fn figure(side: &SideRating) -> String {
    let origins = if side.origins > 1 { format!(" from {} origins", side.origins) } else { String::new() };
    let confidence = side.confidence.map_or_else(|| "not rated".into(), number);
    format!("confidence {confidence}{origins}")
}

fn parts(graph: &StanceGraph, side: &SideRating) -> String {
    let named = side.parts.iter().take(NAMED).map(|part| {
        let key = &graph.at_statement(part.statement).key;
        format!("{key} {}", grade(graph, part))
    });
    let more = side.parts.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| format!("and {more} more"));
    named.chain(more).collect::<Vec<_>>().join("; ")
}

/// "0.5 by its source (C2), as sure as Ada represents Kenya"
pub(super) fn grade(graph: &StanceGraph, part: &RatingPart) -> String {
    let by = match (part.grading, part.confidence) {
        (Grading::Coder(_), _) => "by the coder".to_owned(),
        (Grading::Admiralty(code), Some(_)) => format!("by its source ({code})"),
        (Grading::Admiralty(code), None) => return format!("not rated ({code}: cannot be judged)"),
        (Grading::Unrated, _) => return "not rated".to_owned(),
    };
    let figure = part.confidence.map(number).unwrap_or_default();
    let weaker =
        part.tie.map(|id| format!(", no surer than that {}", tie::sentence(graph, graph.at_tie(id))));
    let copy = if part.counts { "" } else { ", left out for a surer one of its origin" };
    format!("{figure} {by}{}{copy}", weaker.unwrap_or_default())
}
