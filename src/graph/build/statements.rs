//! Statements: roles, codes, dates, conditions, citations, and that a stance is legal on its target.

use std::collections::HashMap;

use crate::graph::FaultKind;
use crate::graph::ledger::{Apart, Code, Entry, ShortCode, Taken, Writer};
use crate::graph::parts::Parts;
use crate::model::draft::{CapacityDraft, ConditionDraft, Draft, PlainStatements, StatementDraft, Text};
use crate::model::{
    Act, Capacity, Condition, ConditionSubject, Confidence, Modality, NO_TEXT, NodeClass, NodeId, NodeKind,
    Place, PlainRow, SourceId, Stance, StatementKey,
};

use super::checks::{Checks, plain};
use super::index::{Known, NodeIndex};

/// What a role goes to, in words and as a test.
type Wanted = (&'static str, fn(NodeKind) -> bool);

const HOLDER: Wanted = ("an actor or nation", NodeKind::is_holder);
const POWER: Wanted = ("a nation or organization", NodeKind::is_power);
const PROPOSAL: Wanted = ("a proposal", is_proposal);

/// Whether it can be proposed, and so be a condition.
pub(in crate::graph) fn is_proposal(kind: NodeKind) -> bool {
    matches!(kind, NodeKind::Proposal | NodeKind::Series)
}

pub(super) fn build(drafts: &[Draft], known: Known<'_>, parts: &mut Parts, checks: &mut Checks) {
    let mut build = Build { known, checks, writer: &mut parts.statements, places: HashMap::new() };
    for draft in drafts {
        let mut plain = Plain::new(&draft.plain, known);
        for (number, statement) in draft.statements.iter().enumerate() {
            plain.add_until(draft.plain.before(number), &mut build);
            build.add(statement);
        }
        plain.add_until(draft.plain.len(), &mut build);
    }
}

/// Statements on their way into the ledger.
struct Build<'b, 'd> {
    known: Known<'b>,
    checks: &'b mut Checks,
    writer: &'b mut Writer,
    /// Where statements that were spelled out stand, by key.
    places: HashMap<&'d str, &'d Place>,
}

impl<'d> Build<'_, 'd> {
    fn add(&mut self, draft: &'d StatementDraft) {
        let Some(entry) = entry(draft, self.known, self.checks) else { return };
        let id = draft.id.value.as_str();
        match self.writer.add(entry) {
            Ok(_) => _ = self.places.insert(id, &draft.id.place),
            Err(Taken) => self.checks.taken(&draft.id, self.places.get(id).copied()),
        }
    }
}

/// The plain statements of a draft, one after the other.
struct Plain<'d> {
    statements: &'d PlainStatements,
    done: usize,
    /// What each text is the key of, where it is one.
    nodes: Vec<Option<(NodeId, NodeKind)>>,
    sources: Vec<Option<SourceId>>,
    /// What the ledger calls each text that was a code already.
    codes: Vec<Option<ShortCode>>,
}

impl<'d> Plain<'d> {
    fn new(statements: &'d PlainStatements, known: Known<'_>) -> Self {
        let (_, texts) = statements.packed();
        let nodes = known.nodes;
        let node = |text: &str| {
            let id = nodes.keys.get(text)?;
            Some((id, nodes.kind(id)?))
        };
        Self {
            statements,
            done: 0,
            nodes: texts.iter().map(node).collect(),
            sources: texts.iter().map(|text| known.sources.get(text)).collect(),
            codes: vec![None; texts.len()],
        }
    }

    fn add_until(&mut self, end: usize, build: &mut Build<'_, '_>) {
        let (rows, _) = self.statements.packed();
        let rows = rows.get(self.done..end).unwrap_or_default();
        build.writer.reserve(rows.len());
        for row in rows {
            let Some(entry) = self.entry(row) else {
                // What is wrong with it is told as of one that was spelled out.
                entry(&self.spelled_out(row), build.known, build.checks);
                continue;
            };
            if let Ok(code) = build.writer.add(entry) {
                self.remember(row.code, code);
            } else {
                let id = self.spelled_out(row).id;
                build.checks.taken(&id, build.places.get(id.value.as_str()).copied());
            }
        }
        self.done = self.done.max(end);
    }

    /// The entry, if nothing is wrong with it.
    fn entry(&self, row: &PlainRow) -> Option<Entry<'d>> {
        let (_, texts) = self.statements.packed();
        let (target, kind) = (*self.nodes.get(row.target as usize)?)?;
        let (holder, held_by) = (*self.nodes.get(row.holder as usize)?)?;
        let source = match row.source {
            NO_TEXT => None,
            number => Some((*self.sources.get(number as usize)?)?),
        };
        let is_legal = kind != NodeKind::Topic && row.stance.is_legal_on(kind.class()) && held_by.is_holder();
        let code = match self.codes.get(row.code as usize) {
            Some(Some(short)) => Some(Code::Short(*short)),
            _ => texts.get(row.code).map(Code::Text),
        };
        is_legal.then(|| Entry {
            key: self.statements.id(row),
            holder,
            act: row.act,
            stance: row.stance,
            target,
            said: row.said(),
            modality: row.modality,
            confidence: row.confidence(),
            source,
            code,
            apart: None,
        })
    }

    fn remember(&mut self, text: u32, code: Option<ShortCode>) {
        if let Some(known) = self.codes.get_mut(text as usize) {
            *known = code;
        }
    }

    fn spelled_out(&self, row: &PlainRow) -> StatementDraft {
        self.statements.statement(row).spelled_out(self.statements.file())
    }
}

fn entry<'d>(draft: &'d StatementDraft, known: Known<'_>, checks: &mut Checks) -> Option<Entry<'d>> {
    let nodes = known.nodes;
    let holder = nodes.find(&draft.holder, HOLDER, checks);
    let target = nodes.keys.find(&draft.target, "node", checks);
    let stance = checks.code::<Stance>(&draft.stance);
    check_legal(draft, stance, target, nodes, checks);
    let key = checks.key(&draft.id, "the id of a statement");
    let said = checks.interval(draft.said.as_ref(), draft.until.as_ref());
    let kept = checks.interval(draft.recorded.as_ref(), draft.retracted.as_ref());
    let details = Details::of(draft, known, checks);
    let apart = Apart { until: said.until, recorded: kept.since, retracted: kept.until, ..details.apart };
    key?;
    Some(Entry {
        key: StatementKey::of(&draft.id.value),
        holder: holder?,
        stance: stance?,
        target: target?,
        said: said.since,
        act: details.act,
        modality: details.modality,
        confidence: details.confidence,
        source: details.source,
        code: draft.code.as_ref().map(|text| Code::Text(&text.value)),
        apart: (apart != Apart::default()).then(|| Box::new(apart)),
    })
}

/// What a statement may leave out, checked even where something that it needs is at fault.
struct Details {
    act: Act,
    modality: Modality,
    confidence: Option<Confidence>,
    source: Option<SourceId>,
    apart: Apart,
}

impl Details {
    fn of(draft: &StatementDraft, known: Known<'_>, checks: &mut Checks) -> Self {
        let nodes = known.nodes;
        let (act, modality) = (
            checks.code_or(draft.act.as_ref(), Act::Said),
            checks.code_or(draft.modality.as_ref(), Modality::Asserted),
        );
        let source = source(draft, known, checks);
        let apart = Apart {
            capacity: capacity(&draft.capacity, nodes, checks),
            addressees: all(&draft.addressees, HOLDER, nodes, checks),
            conditions: draft.conditions.iter().filter_map(|draft| condition(draft, nodes, checks)).collect(),
            related: draft.related.as_ref().and_then(|text| nodes.find(text, PROPOSAL, checks)),
            rather_than: all(&draft.rather_than, PROPOSAL, nodes, checks),
            credibility: draft.credibility.as_ref().and_then(|text| checks.code(text)),
            locator: plain(draft.locator.as_ref()),
            reporter: plain(draft.reporter.as_ref()),
            quote: plain(draft.quote.as_ref()),
            reason: plain(draft.reason.as_ref()),
            consequence: plain(draft.consequence.as_ref()),
            occasion: plain(draft.occasion.as_ref()),
            note: plain(draft.note.as_ref()),
            ..Apart::default()
        };
        Self { act, modality, confidence: checks.confidence(draft.confidence.as_ref()), source, apart }
    }
}

fn all(list: &[Text], wanted: Wanted, nodes: &NodeIndex<'_>, checks: &mut Checks) -> Vec<NodeId> {
    list.iter().filter_map(|text| nodes.find(text, wanted, checks)).collect()
}

fn capacity(draft: &CapacityDraft, nodes: &NodeIndex<'_>, checks: &mut Checks) -> Capacity {
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
    nodes: &NodeIndex<'_>,
    checks: &mut Checks,
) {
    let Some(stance) = stance else { return };
    if let Some(kind) = target.and_then(|id| nodes.kind(id))
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

fn condition(draft: &ConditionDraft, nodes: &NodeIndex<'_>, checks: &mut Checks) -> Option<Condition> {
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
    nodes: &NodeIndex<'_>,
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

/// The document, and a fault for what only a document can have.
fn source(draft: &StatementDraft, known: Known<'_>, checks: &mut Checks) -> Option<SourceId> {
    if draft.source.is_some() {
        return known.source(draft.source.as_ref(), checks);
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
