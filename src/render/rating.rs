//! The confidence of a finding with its parts, in words.

use crate::answer::Finding;
use crate::graph::StanceGraph;
use crate::position::{Lean, RatingPart, SideRating};

use super::tie;

/// How many statements are named in a line; JSON names all.
const NAMED: usize = 6;

/// A line for each side that is rated: "confidence 0.85 from 2 origins: s1 0.7 by the coder; s2 0.5 by its source (C2)".
pub(super) fn lines(graph: &StanceGraph, finding: Finding<'_>) -> Vec<String> {
    let sides = finding.rating().sides.iter().filter(|side| side.confidence.is_some());
    let told = |side: &SideRating| {
        let which =
            if finding.lean() == Lean::Mixed { format!(", {}", side.polarity) } else { String::new() };
        format!("{side}{which}: {}", parts(graph, side))
    };
    sides.map(told).collect()
}

fn parts(graph: &StanceGraph, side: &SideRating) -> String {
    let named = side.parts.iter().take(NAMED).map(|part| {
        let key = &graph.at_statement(part.statement).key;
        format!("{key} {part}{}", weaker(graph, part))
    });
    let more = side.parts.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| format!("and {more} more"));
    named.chain(more).collect::<Vec<_>>().join("; ")
}

/// ", no surer than that Ada represents Kenya"
fn weaker(graph: &StanceGraph, part: &RatingPart) -> String {
    let told = |id| format!(", no surer than that {}", tie::sentence(graph, graph.at_tie(id)));
    part.tie.map(told).unwrap_or_default()
}
