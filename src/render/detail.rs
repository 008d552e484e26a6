//! What stands under a finding before its evidence: why, along which path, by which tie, what would change it.

use crate::answer::{Answer, Evidence, Finding};
use crate::graph::StanceGraph;
use crate::model::Node;
use crate::position::{Basis, Step};
use crate::query::Form;

use super::condition::Met;
use super::derivation::step;
use super::sentence::stance;
use super::tie;
use super::verb::Number;

/// The lines under a finding, in the order reason, rule with what gave way, way of inference, confidence, contingent statements.
pub(super) fn details(answer: &Answer, finding: Finding<'_>) -> Vec<String> {
    let graph = answer.graph();
    let asked_why = matches!(answer.query().form, Form::Why(..));
    let how = if asked_why { rule(graph, finding) } else { Vec::new() };
    let reason = because(finding);
    let paths = finding.paths().map(|path| way(finding.basis(), &path));
    let but = finding.contingent().map(|piece| contingent(graph, finding, piece));
    let sure = super::rating::lines(graph, finding);
    reason.into_iter().chain(how).chain(paths).chain(ties(graph, finding)).chain(sure).chain(but).collect()
}

/// The rule by which the finding follows, what gave way to it, and the filters it was read through, where that was asked.
fn rule(graph: &StanceGraph, finding: Finding<'_>) -> Vec<String> {
    let derivation = finding.derivation();
    let rule = format!("follows from: {}", step(graph, &derivation.step));
    let rest = derivation.from.iter().filter_map(|part| match &part.step {
        Step::Ended(_) => {
            let of = part.from.first().map(|of| step(graph, &of.step)).unwrap_or_default();
            Some(format!("{}: {of}", step(graph, &part.step)))
        }
        Step::Filter(_) => Some(format!("read {}", step(graph, &part.step))),
        _ => None,
    });
    [rule].into_iter().chain(rest).collect()
}

/// The first reason given; where it is not the headline's, with the place that gives it.
fn because(finding: Finding<'_>) -> Option<String> {
    let mut pieces = finding.evidence().enumerate();
    let (at, piece) = pieces.find(|(_, piece)| piece.statement().reason.is_some())?;
    let reason = piece.statement().reason?;
    match piece.locator() {
        locator if at > 0 && !locator.is_empty() => Some(format!("because ({locator}): {reason}")),
        _ => Some(format!("because: {reason}")),
    }
}

/// "narrower: ground troops is a kind of foreign troops".
fn way(basis: Basis, path: &[&Node]) -> String {
    let link = if basis == Basis::Series { " is the latest instance of " } else { " is a kind of " };
    let names: Vec<&str> = path.iter().map(|node| node.name()).collect();
    let chain = names.join(link);
    match basis {
        Basis::Broader => format!("inferred: {chain}, and who is against the whole is against its kinds"),
        Basis::Series => format!("series: {chain}"),
        _ => format!("narrower: {chain}"),
    }
}

/// Offices and memberships that the finding takes.
fn ties(graph: &StanceGraph, finding: Finding<'_>) -> Vec<String> {
    let word = if finding.basis() == Basis::Membership { "inferred" } else { "in office" };
    let steps = finding.derivation().from.iter().filter_map(|part| match part.step {
        Step::Tie(id) => graph.tie(id),
        _ => None,
    });
    steps.map(|held| format!("{word}: {}", tie::sentence(graph, held))).collect()
}

fn contingent(graph: &StanceGraph, finding: Finding<'_>, piece: Evidence<'_>) -> String {
    let number = Number::of(finding.holder());
    let would = stance(graph, piece.statement(), "it", number, Met::Pending);
    format!("but {would}  {}", super::evidence::reference(piece))
}
