//! What answers beyond findings say, as indented lines: reasons, contradictions, timelines, changes, derivations.

use crate::answer::{Answer, Evidence, Finding};
use crate::graph::StanceGraph;
use crate::position::{Conflict, Derivation, Reason, Step};
use crate::query::Form;

use super::evidence::reference;
use super::sentence::{Sentence, told};
use super::tie;

/// A line and how deep it stands.
pub(super) type Line = (usize, String);

/// Everything of an answer that is no list of findings; empty for most forms.
pub(super) fn account(answer: &Answer) -> Vec<Line> {
    let parts =
        [reasons(answer), contradictions(answer), timeline(answer), changes(answer), derivations(answer)];
    parts.into_iter().flatten().collect()
}

fn reasons(answer: &Answer) -> Vec<Line> {
    let Some(reasons) = answer.reasons() else { return Vec::new() };
    let one = |(reason, evidence): (Reason, Vec<Evidence<'_>>)| {
        let first = [(0, format!("Not found: {}.", sentence(reason)))];
        let shown: Vec<Line> = evidence.into_iter().map(|piece| (1, shown(answer.graph(), piece))).collect();
        first.into_iter().chain(shown)
    };
    let lines: Vec<Line> = reasons.into_iter().flat_map(one).collect();
    match (lines.is_empty(), answer.findings().is_empty()) {
        (false, _) => lines,
        (true, false) => vec![(0, "It is on record with this:".into())],
        (true, true) => vec![(0, "No reason beyond what stands apart below.".into())],
    }
}

/// A reason in words, without its full stop.
const fn sentence(reason: Reason) -> &'static str {
    match reason {
        Reason::UnknownName => "the name is not in the data",
        Reason::NoRecord => "nothing is on record, which is not a no",
        Reason::OnlyNarrower => "it is on record only on a kind of it",
        Reason::OnlyBroader => "it is on record only on what this is a kind of",
        Reason::Superseded => "a later statement of another polarity took its place",
        Reason::Expired => "it ended by its own terms",
        Reason::Withdrawn => "it was withdrawn",
        Reason::Retracted => "the record was taken back",
        Reason::NotYetKnown => "it had not been recorded by then",
        Reason::NotYetSaid => "it had not been said by then",
        Reason::OnlyHinted => "it was only hinted at",
        Reason::OnlyConditional => "it holds only if a condition comes about",
        Reason::LostToNearer => "a nearer basis outweighs it",
        Reason::Filtered => "the question leaves it out",
    }
}

fn contradictions(answer: &Answer) -> Vec<Line> {
    let Some(clashes) = answer.contradictions() else { return Vec::new() };
    let one = |clash: crate::answer::Clash<'_>| {
        let sides = clash.sides.map(|side| (1, shown(answer.graph(), side)));
        [(0, title(clash.kind).to_owned())].into_iter().chain(sides)
    };
    clashes.into_iter().flat_map(one).collect()
}

const fn title(kind: Conflict) -> &'static str {
    match kind {
        Conflict::Reversal => "Reversal: the later turns the earlier round",
        Conflict::Ambivalence => "Ambivalence: both on one day",
        Conflict::Unordered => "Unordered: opposite, and nobody knows which came last",
        Conflict::SplitVoice => "Split voice: two speak for one, differently",
        Conflict::LineBreak => "Line break: a member against its bloc",
        Conflict::Tension => {
            "Tension: opposite on a proposal and a kind of it, or for two that exclude each other"
        }
    }
}

fn timeline(answer: &Answer) -> Vec<Line> {
    let Some(stretches) = answer.timeline() else { return Vec::new() };
    let mut lines = Vec::new();
    for (from, findings) in stretches {
        if findings.is_empty() {
            lines.push((0, format!("{from}  nothing stands")));
        }
        lines.extend(
            findings.into_iter().flat_map(|finding| dated(answer.graph(), &from.to_string(), finding)),
        );
    }
    lines
}

fn changes(answer: &Answer) -> Vec<Line> {
    let Some(turns) = answer.changes() else { return Vec::new() };
    let mut lines = Vec::new();
    for turn in turns {
        lines.push((0, turn.holder.name().to_owned()));
        for (label, findings) in [("before", turn.before), ("after", turn.after)] {
            if findings.is_empty() {
                lines.push((1, format!("{label}: nothing stood")));
            }
            let shown = findings.into_iter().flat_map(|finding| dated(answer.graph(), label, finding));
            lines.extend(shown.map(|(depth, line)| (depth + 1, line)));
        }
    }
    lines
}

/// A finding behind a label, with its evidence below.
fn dated(graph: &StanceGraph, label: &str, finding: Finding<'_>) -> Vec<Line> {
    let first = (0, format!("{label}  {}", Sentence::of(graph, finding).line()));
    let evidence = finding.evidence().map(|piece| (1, reference(piece)));
    [first].into_iter().chain(evidence).collect()
}

/// The whole derivation of each finding, where why was asked.
fn derivations(answer: &Answer) -> Vec<Line> {
    if !matches!(answer.query().form, Form::Why(..)) {
        return Vec::new();
    }
    let mut lines = Vec::new();
    for finding in answer.findings() {
        lines.push((0, Sentence::of(answer.graph(), finding).line()));
        grow(answer.graph(), finding.derivation(), 1, &mut lines);
    }
    lines
}

fn grow(graph: &StanceGraph, derivation: &Derivation, depth: usize, lines: &mut Vec<Line>) {
    lines.push((depth, step(graph, &derivation.step)));
    for part in &derivation.from {
        grow(graph, part, depth + 1, lines);
    }
}

fn step(graph: &StanceGraph, step: &Step) -> String {
    match step {
        Step::Rule(rule) => format!("rule: {rule}"),
        Step::Statement(id) => format!("statement: {}", shown(graph, Evidence::new(graph, *id))),
        Step::Tie(id) => {
            graph.tie(*id).map(|held| format!("tie: {}", tie::sentence(graph, held))).unwrap_or_default()
        }
        Step::Path(path) => {
            let names: Vec<&str> = path.iter().filter_map(|&node| Some(graph.node(node)?.name())).collect();
            format!("path: {}", names.join(" < "))
        }
    }
}

/// A statement in words with its date, its place, its words and its document.
fn shown(graph: &StanceGraph, piece: Evidence<'_>) -> String {
    let said = piece.said().map_or_else(|| "undated".to_owned(), |date| date.to_string());
    let locator = Some(piece.locator()).filter(|locator| !locator.is_empty());
    let place: Vec<&str> = [Some(said.as_str()), locator].into_iter().flatten().collect();
    let quote = piece.quote().map(|words| format!(": “{words}”")).unwrap_or_default();
    format!("{} ({}){quote}  {}", told(graph, piece), place.join(", "), reference(piece))
}
