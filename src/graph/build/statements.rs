//! Statements: roles, codes, dates, conditions, citations, and that a stance is legal on its target.

use crate::graph::FaultKind;
use crate::graph::store::Parts;
use crate::model::draft::{CapacityDraft, ConditionDraft, Draft, StatementDraft, Text};
use crate::model::{
    Act, Capacity, Citation, Condition, ConditionSubject, Confidence, Credibility, Modality, NodeClass,
    NodeId, NodeKind, Stance, Statement, StatementId,
};

use super::checks::{Checks, Index, Known, NodeIndex, dense, plain};

/// What a role goes to, in words and as a test.
type Wanted = (&'static str, fn(NodeKind) -> bool);

const HOLDER: Wanted = ("an actor or nation", NodeKind::is_holder);
const POWER: Wanted = ("a nation or organization", NodeKind::is_power);
const PROPOSAL: Wanted = ("a proposal", is_proposal);

fn is_proposal(kind: NodeKind) -> bool {
    matches!(kind, NodeKind::Proposal | NodeKind::Series)
}

pub(super) fn build(drafts: &[Draft], known: Known<'_>, parts: &mut Parts, checks: &mut Checks) {
    let mut keys = Index::new();
    for draft in drafts.iter().flat_map(|draft| &draft.statements) {
        if let Some(statement) = statement(draft, known, checks) {
            keys.enter(
                &statement.key,
                StatementId::new(dense(parts.statements.len())),
                &draft.id.place,
                checks,
            );
            parts.statements.push(statement);
        }
    }
}

fn statement(draft: &StatementDraft, known: Known<'_>, checks: &mut Checks) -> Option<Statement> {
    let nodes = known.nodes;
    let holder = nodes.find(&draft.holder, HOLDER, checks);
    let target = nodes.keys.find(&draft.target, "node", checks);
    let stance = checks.code::<Stance>(&draft.stance);
    check_legal(draft, stance, target, nodes, checks);
    let key = checks.key(&draft.id, "the id of a statement");
    let said = checks.interval(draft.said.as_ref(), draft.until.as_ref());
    let kept = checks.interval(draft.recorded.as_ref(), draft.retracted.as_ref());
    let details = Details::of(draft, known, checks);
    Some(Statement {
        key: key?,
        holder: holder?,
        stance: stance?,
        target: target?,
        said: said.since,
        until: said.until,
        recorded: kept.since,
        retracted: kept.until,
        capacity: details.capacity,
        act: details.act,
        addressees: details.addressees,
        conditions: details.conditions,
        related: details.related,
        modality: details.modality,
        rather_than: details.rather_than,
        confidence: details.confidence,
        credibility: details.credibility,
        citation: details.citation,
        reason: plain(draft.reason.as_ref()),
        consequence: plain(draft.consequence.as_ref()),
        occasion: plain(draft.occasion.as_ref()),
        code: plain(draft.code.as_ref()),
        note: plain(draft.note.as_ref()),
    })
}

/// What a statement may leave out, checked even where something that it needs is at fault.
struct Details {
    capacity: Capacity,
    act: Act,
    addressees: Vec<NodeId>,
    conditions: Vec<Condition>,
    related: Option<NodeId>,
    modality: Modality,
    rather_than: Vec<NodeId>,
    confidence: Option<Confidence>,
    credibility: Option<Credibility>,
    citation: Option<Citation>,
}

impl Details {
    fn of(draft: &StatementDraft, known: Known<'_>, checks: &mut Checks) -> Self {
        let nodes = known.nodes;
        Self {
            capacity: capacity(&draft.capacity, nodes, checks),
            act: checks.code_or(draft.act.as_ref(), Act::Said),
            addressees: all(&draft.addressees, HOLDER, nodes, checks),
            conditions: draft.conditions.iter().filter_map(|draft| condition(draft, nodes, checks)).collect(),
            related: draft.related.as_ref().and_then(|text| nodes.find(text, PROPOSAL, checks)),
            modality: checks.code_or(draft.modality.as_ref(), Modality::Asserted),
            rather_than: all(&draft.rather_than, PROPOSAL, nodes, checks),
            confidence: checks.confidence(draft.confidence.as_ref()),
            credibility: draft.credibility.as_ref().and_then(|text| checks.code(text)),
            citation: citation(draft, known, checks),
        }
    }
}

fn all(list: &[Text], wanted: Wanted, nodes: &NodeIndex, checks: &mut Checks) -> Vec<NodeId> {
    list.iter().filter_map(|text| nodes.find(text, wanted, checks)).collect()
}

fn capacity(draft: &CapacityDraft, nodes: &NodeIndex, checks: &mut Checks) -> Capacity {
    match draft {
        CapacityDraft::Unstated => Capacity::Unstated,
        CapacityDraft::Personal => Capacity::Personal,
        CapacityDraft::For(powers) => {
            let found = all(powers, POWER, nodes, checks);
            if found.is_empty() { Capacity::Unstated } else { Capacity::For(found) }
        }
    }
}

/// The stance must be one that can be held toward such a target; what only threats have belongs to threats.
fn check_legal(
    draft: &StatementDraft,
    stance: Option<Stance>,
    target: Option<NodeId>,
    nodes: &NodeIndex,
    checks: &mut Checks,
) {
    let Some(stance) = stance else { return };
    if let Some(kind) = target.map(|id| nodes.kinds[id.index()])
        && (kind == NodeKind::Topic || !stance.is_legal_on(kind.class()))
    {
        let message =
            format!("`{stance}` cannot be held toward `{}`, a {kind}; {}", draft.target.value, remedy(kind));
        checks.fault(FaultKind::IllegalStance, &draft.stance.place, message);
    }
    if stance != Stance::Threatens {
        let of_threats = [("consequence", &draft.consequence), ("related", &draft.related)];
        for (name, text) in of_threats.iter().filter_map(|(name, field)| Some((name, field.as_ref()?))) {
            let message = format!("`{name}` belongs to threats, this statement {stance}; leave it out");
            checks.fault(FaultKind::MisplacedField, &text.place, message);
        }
    }
}

fn remedy(kind: NodeKind) -> String {
    if kind == NodeKind::Topic {
        return "nobody holds a stance on a topic: name a proposal about it".into();
    }
    let legal =
        Stance::ALL.iter().filter(|stance| stance.is_legal_on(kind.class())).map(|stance| stance.as_str());
    let hint = if kind.class() == NodeClass::Proposal {
        "a threat names whom it threatens"
    } else {
        "or name a proposal"
    };
    format!("write one of {}; {hint}", legal.collect::<Vec<_>>().join(", "))
}

fn condition(draft: &ConditionDraft, nodes: &NodeIndex, checks: &mut Checks) -> Option<Condition> {
    let relation = checks.code(&draft.relation);
    let scope = checks.code(&draft.scope);
    let subject = subject(draft.text.as_ref(), draft.proposal.as_ref(), &draft.relation, nodes, checks);
    Some(Condition { relation: relation?, subject: subject?, scope: scope? })
}

/// What has to come about: words or a proposal, one of the two. `beside` is a neighbor, for its place.
pub(super) fn subject(
    text: Option<&Text>,
    proposal: Option<&Text>,
    beside: &Text,
    nodes: &NodeIndex,
    checks: &mut Checks,
) -> Option<ConditionSubject> {
    match (text, proposal) {
        (Some(text), None) => checks.required(text, "the text of a condition").map(ConditionSubject::Text),
        (None, Some(proposal)) => nodes.find(proposal, PROPOSAL, checks).map(ConditionSubject::Proposal),
        (Some(_), Some(both)) => {
            let message = "a condition is a text or a proposal, not both; take one out";
            checks.fault(FaultKind::MisplacedField, &both.place, message);
            None
        }
        (None, None) => {
            let message = "the condition does not say what has to come about; write a text or a proposal";
            checks.fault(FaultKind::MissingField, &beside.place, message);
            None
        }
    }
}

fn citation(draft: &StatementDraft, known: Known<'_>, checks: &mut Checks) -> Option<Citation> {
    if let Some(source) = &draft.source {
        let source = known.sources.find(source, "source", checks)?;
        let (locator, reporter) = (plain(draft.locator.as_ref()), plain(draft.reporter.as_ref()));
        return Some(Citation { source, locator, reporter, quote: plain(draft.quote.as_ref()) });
    }
    if let Some(quote) = &draft.quote {
        let message = "a quote needs the document that prints it; name it under `source`";
        checks.fault(FaultKind::QuoteWithoutSource, &quote.place, message);
    }
    let others = [("locator", &draft.locator), ("reporter", &draft.reporter)];
    for (name, text) in others.iter().filter_map(|(name, field)| Some((name, field.as_ref()?))) {
        let message = format!("`{name}` says where in a source, but there is none; name it under `source`");
        checks.fault(FaultKind::MissingField, &text.place, message);
    }
    None
}
