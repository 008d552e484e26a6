//! Findings and their evidence in JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::answer::{Evidence, Finding};
use crate::graph::StanceGraph;
use crate::model::{
    Act, Condition, ConditionSubject, Date, Key, Modality, Node, NodeId, Polarity, Relation, Scope, Stance,
    StatementKey,
};
use crate::position::{Basis, Certainty, Lean, Rating};

use super::derivation::DerivationJson;
use super::node::NodeJson;
use super::rating::{self, SideJson};

/// A finding; the order of the fields is the order of the output.
#[derive(Debug, Serialize)]
pub(super) struct FindingJson<'a> {
    holder: NodeJson<'a>,
    #[serde(rename = "for")]
    on_behalf_of: Vec<NodeJson<'a>>,
    act: Act,
    stance: Stance,
    polarity: Option<Lean>,
    target: NodeJson<'a>,
    addressee: Option<OneOrMore<'a>>,
    modality: Modality,
    certainty: Certainty,
    conditions: Vec<ConditionJson<'a>>,
    /// Whether it holds only if a condition comes about that has not.
    conditional: bool,
    basis: Basis,
    path: Vec<&'a Key>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    paths: Vec<Vec<&'a Key>>,
    since: Option<Date>,
    until: Option<Date>,
    confidence: Option<ConfidenceJson>,
    reason: Option<&'a str>,
    evidence: Vec<EvidenceJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    consequence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    related: Option<NodeJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rather_than: Vec<NodeJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contingent: Vec<ContingentJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rating: Vec<SideJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    derivation: Option<DerivationJson<'a>>,
}

impl<'a> FindingJson<'a> {
    pub(super) fn of(graph: &'a StanceGraph, finding: Finding<'a>) -> Self {
        let keys = |path: Vec<&'a Node>| path.into_iter().map(|node| &node.key).collect::<Vec<_>>();
        let paths: Vec<Vec<&Key>> = finding.paths().map(keys).collect();
        let evidence = finding.evidence().map(|piece| EvidenceJson::of(graph, finding, piece));
        Self {
            holder: NodeJson::of(finding.holder()),
            on_behalf_of: finding.on_behalf_of().map(NodeJson::of).collect(),
            act: finding.act(),
            stance: finding.stance(),
            polarity: Some(finding.lean()).filter(|lean| *lean != Lean::None),
            target: NodeJson::of(finding.target()),
            addressee: OneOrMore::of(finding.addressees().map(NodeJson::of).collect()),
            modality: finding.modality(),
            certainty: finding.certainty(),
            conditions: ConditionJson::all(graph, finding.conditions()),
            conditional: finding.is_conditional(),
            basis: finding.basis(),
            path: keys(finding.path()),
            paths: if paths.len() > 1 { paths } else { Vec::new() },
            since: finding.since(),
            until: finding.until(),
            confidence: ConfidenceJson::of(finding.lean(), finding.rating()),
            reason: finding.reason(),
            evidence: evidence.collect(),
            consequence: finding.consequence(),
            related: finding.related().map(NodeJson::of),
            rather_than: finding.rather_than().map(NodeJson::of).collect(),
            contingent: finding.contingent().map(|piece| ContingentJson::of(graph, finding, piece)).collect(),
            rating: rating::sides(graph, finding),
            derivation: None,
        }
    }

    /// With the way it follows, for those who ask why.
    pub(super) fn explained(self, graph: &'a StanceGraph, finding: Finding<'a>) -> Self {
        Self { derivation: Some(DerivationJson::of(graph, finding.derivation())), ..self }
    }
}

/// One node as itself, several as a list.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum OneOrMore<'a> {
    One(NodeJson<'a>),
    More(Vec<NodeJson<'a>>),
}

impl<'a> OneOrMore<'a> {
    fn of(mut nodes: Vec<NodeJson<'a>>) -> Option<Self> {
        match nodes.len() {
            0 | 1 => nodes.pop().map(Self::One),
            _ => Some(Self::More(nodes)),
        }
    }
}

/// A condition; one that is a proposal of the graph has its name as text, and names it.
#[derive(Debug, Serialize)]
struct ConditionJson<'a> {
    relation: Relation,
    scope: Scope,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    proposal: Option<NodeJson<'a>>,
}

impl<'a> ConditionJson<'a> {
    fn all(graph: &'a StanceGraph, conditions: &'a [Condition]) -> Vec<Self> {
        let subject = |subject: &'a ConditionSubject| match subject {
            ConditionSubject::Text(text) => (text.as_str(), None),
            ConditionSubject::Proposal(node) => (graph.at(*node).name(), Some(NodeJson::of(graph.at(*node)))),
        };
        let one = |condition: &'a Condition| {
            let (text, proposal) = subject(&condition.subject);
            Self { relation: condition.relation, scope: condition.scope, text, proposal }
        };
        conditions.iter().map(one).collect()
    }
}

/// One figure, or one a side; a side without a figure is `null`.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum ConfidenceJson {
    Single(f64),
    Sides(BTreeMap<Polarity, Option<f64>>),
}

impl ConfidenceJson {
    fn of(lean: Lean, rating: &Rating) -> Option<Self> {
        if lean != Lean::Mixed {
            return rating.single().map(Self::Single);
        }
        let sides: BTreeMap<_, _> =
            rating.sides.iter().map(|side| (side.polarity, side.confidence)).collect();
        sides.values().any(Option::is_some).then_some(Self::Sides(sides))
    }
}

/// A piece of evidence.
#[derive(Debug, Serialize)]
struct EvidenceJson<'a> {
    statement: StatementKey<'a>,
    source: Option<&'a Key>,
    locator: Option<&'a str>,
    quote: Option<&'a str>,
    said: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<NodeJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<NodeJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stance: Option<Stance>,
}

impl<'a> EvidenceJson<'a> {
    fn of(graph: &'a StanceGraph, finding: Finding<'a>, piece: Evidence<'a>) -> Self {
        let statement = piece.statement();
        let other = |node: NodeId, than: NodeId| (node != than).then(|| NodeJson::of(graph.at(node)));
        Self {
            statement: statement.key,
            source: piece.source().map(|source| &source.key),
            locator: statement.locator(),
            quote: piece.quote(),
            said: piece.said(),
            speaker: other(statement.holder, finding.holder_id()),
            target: other(statement.target, finding.target_id()),
            stance: Some(statement.stance).filter(|stance| *stance != finding.stance()),
        }
    }
}

/// A statement that would stand if its condition came about.
#[derive(Debug, Serialize)]
struct ContingentJson<'a> {
    stance: Stance,
    conditions: Vec<ConditionJson<'a>>,
    evidence: EvidenceJson<'a>,
}

impl<'a> ContingentJson<'a> {
    fn of(graph: &'a StanceGraph, finding: Finding<'a>, piece: Evidence<'a>) -> Self {
        let statement = piece.statement();
        Self {
            stance: statement.stance,
            conditions: ConditionJson::all(graph, statement.conditions),
            evidence: EvidenceJson { stance: None, ..EvidenceJson::of(graph, finding, piece) },
        }
    }
}
