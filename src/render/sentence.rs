//! A finding as a sentence: who, for whom, does what, to what, on which condition, with its marks.

use crate::answer::Finding;
use crate::graph::StanceGraph;
use crate::model::{Act, Capacity, Modality, Node, NodeId, Polarity, Stance, StatementRef, Strength};
use crate::position::{Basis, Certainty, Lean};

use super::condition::{Met, conditions};
use super::verb::{Number, verb};

/// A finding in two parts, so that a page can set off its subject; it has no full stop.
#[derive(Debug)]
pub(super) struct Sentence {
    /// "Vladimir Putin, for Russia,"
    pub(super) subject: String,
    /// "rejects foreign troops in Ukraine (hedged)"
    pub(super) predicate: String,
}

impl Sentence {
    pub(super) fn of(graph: &StanceGraph, finding: Finding<'_>) -> Self {
        let marks = match marks(finding) {
            marks if marks.is_empty() => String::new(),
            marks => format!(" ({})", marks.join(", ")),
        };
        let consequence = consequence(finding.consequence());
        let predicate = format!("{}{marks}{consequence}", clause(graph, finding));
        Self { subject: subject(finding), predicate }
    }

    pub(super) fn line(&self) -> String {
        format!("{} {}", self.subject, self.predicate)
    }
}

/// A statement by itself: "Ada, for Kenya, rejects debt relief (hedged)"; a threat with what it announces.
pub(super) fn of_statement(graph: &StanceGraph, statement: StatementRef<'_>) -> String {
    let holder = graph.at(statement.holder);
    let others = statement.capacity.powers().iter().filter(|power| **power != statement.holder);
    let powers: Vec<&str> = others.map(|&power| graph.at(power).name()).collect();
    let subject = capacity(holder.name(), &powers, *statement.capacity == Capacity::Personal);
    let target = graph.at(statement.target).name();
    let clause = stance(graph, statement, target, Number::of(holder), Met::Pending);
    let consequence = consequence(statement.consequence);
    match statement.modality {
        Modality::Asserted => format!("{subject} {clause}{consequence}"),
        modality => format!("{subject} {clause} ({modality}){consequence}"),
    }
}

/// What a threat announces, after everything else: ": it closes its ports".
fn consequence(announced: Option<&str>) -> String {
    announced.map(|text| format!(": {text}")).unwrap_or_default()
}

fn subject(finding: Finding<'_>) -> String {
    let powers: Vec<&str> = finding.on_behalf_of().map(Node::name).collect();
    capacity(finding.holder().name(), &powers, finding.is_personal())
}

fn capacity(holder: &str, powers: &[&str], personal: bool) -> String {
    match (powers.is_empty(), personal) {
        (false, _) => format!("{holder}, for {},", listed(powers)),
        (true, true) => format!("{holder}, in a personal capacity,"),
        (true, false) => holder.to_owned(),
    }
}

/// "A", "A and B", "A, B and C".
pub(super) fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn clause(graph: &StanceGraph, finding: Finding<'_>) -> String {
    let number = Number::of(finding.holder());
    let target = finding.target().name();
    let mut pieces = finding.evidence();
    if finding.lean() == Lean::Mixed {
        return mixed(graph, finding, number);
    }
    pieces
        .next()
        .map(|headline| stance(graph, headline.statement(), target, number, Met::of(finding)))
        .unwrap_or_default()
}

/// Both sides in one sentence, each stance once, the latest first.
fn mixed(graph: &StanceGraph, finding: Finding<'_>, number: Number) -> String {
    let mut sides: Vec<String> = Vec::new();
    for piece in finding.evidence() {
        let target = piece.statement().target;
        let object = if target == finding.target_id() { "it" } else { graph.at(target).name() };
        let side = stance(graph, piece.statement(), object, number, Met::Pending);
        if !sides.contains(&side) {
            sides.push(side);
        }
    }
    let be = if number == Number::One { "is" } else { "are" };
    format!("{be} mixed on {}: {}", finding.target().name(), sides.join("; "))
}

/// A statement as a clause without its subject: "offers a summit to Kenya rather than talks, only if ...".
pub(super) fn stance(
    graph: &StanceGraph,
    statement: StatementRef<'_>,
    target: &str,
    number: Number,
    met: Met<'_>,
) -> String {
    let verb = verb(statement.act, statement.stance, number);
    let to =
        if statement.addressees == [statement.target] { String::new() } else { addressees(graph, statement) };
    let instead = names(graph, statement.rather_than);
    let instead = if instead.is_empty() { instead } else { format!(" rather than {instead}") };
    format!("{verb} {target}{to}{instead}{}", conditions(graph, statement, met))
}

fn addressees(graph: &StanceGraph, statement: StatementRef<'_>) -> String {
    let names = names(graph, statement.addressees);
    match statement.stance {
        _ if names.is_empty() => names,
        Stance::Demands | Stance::Requests => format!(" of {names}"),
        Stance::Offers | Stance::Pledges | Stance::Proposes => format!(" to {names}"),
        _ => format!(", addressed to {names}"),
    }
}

fn names(graph: &StanceGraph, nodes: &[NodeId]) -> String {
    listed(&nodes.iter().map(|&node| graph.at(node).name()).collect::<Vec<_>>())
}

/// What sets a finding apart from a plain one, in a fixed order.
pub(super) fn marks(finding: Finding<'_>) -> Vec<String> {
    let own = [modality(finding), strength(finding), act(finding), certainty(finding)];
    let mut marks: Vec<String> = own.into_iter().flatten().map(str::to_owned).collect();
    marks.extend(basis(finding));
    marks.extend(confidence(finding));
    marks.extend(finding.until().map(|until| format!("until {until}")));
    marks
}

fn modality(finding: Finding<'_>) -> Option<&'static str> {
    match finding.modality() {
        Modality::Asserted => None,
        Modality::Hedged => Some("hedged"),
        Modality::Hinted => Some("hinted"),
    }
}

fn strength(finding: Finding<'_>) -> Option<&'static str> {
    (finding.strength() == Strength::Weak && finding.act() != Act::Did).then_some("weak")
}

fn act(finding: Finding<'_>) -> Option<&'static str> {
    let plain =
        matches!(finding.stance(), Stance::Supports | Stance::Rejects | Stance::Abstains | Stance::Absent);
    match finding.act() {
        Act::Signed => Some("by signature"),
        Act::Voted if !plain => Some("by vote"),
        Act::Said | Act::Voted | Act::Did => None,
    }
}

pub(super) fn certainty(finding: Finding<'_>) -> Option<&'static str> {
    match (finding.certainty(), finding.lean()) {
        (Certainty::Certain, _) => None,
        (Certainty::Possible, _) => Some("possible"),
        (Certainty::OrderUnknown, Lean::Mixed) => Some("order unknown"),
        (Certainty::OrderUnknown, _) => Some("perhaps withdrawn"),
    }
}

fn basis(finding: Finding<'_>) -> Option<String> {
    let word = match finding.basis() {
        Basis::Stated => return None,
        Basis::SpokenFor => "spoken for",
        Basis::Represents => "said in office",
        Basis::Series => return Some("latest instance".into()),
        Basis::Narrower => return Some("narrower".into()),
        Basis::Broader => return Some("inferred from broader".into()),
        Basis::Membership => return Some("inferred from membership".into()),
    };
    let mut speakers: Vec<&str> = Vec::new();
    for name in finding.evidence().map(|piece| piece.speaker().name()) {
        if name != finding.holder().name() && !speakers.contains(&name) {
            speakers.push(name);
        }
    }
    Some(if speakers.is_empty() { word.into() } else { format!("{word} by {}", listed(&speakers)) })
}

fn confidence(finding: Finding<'_>) -> Option<String> {
    let sides = finding.rating().sides.iter();
    let rated: Vec<_> = sides.filter_map(|side| Some((side.polarity, side.confidence?))).collect();
    if let (Some(single), 1) = (finding.rating().single(), rated.len()) {
        return Some(format!("confidence {}", number(single)));
    }
    let of_side = |(polarity, confidence): &(Polarity, f64)| format!("{} {polarity}", number(*confidence));
    let sides = rated.iter().map(of_side).collect::<Vec<_>>().join(", ");
    (!rated.is_empty()).then(|| format!("confidence {sides}"))
}

/// At most two decimals, and no zeros at the end.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
