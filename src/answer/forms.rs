//! The body of each form of question: from a selection to findings, beside them what makes no position.

use std::collections::HashSet;

use crate::model::{Act, Modality, NodeClass, NodeId, Polarity, Statement, StatementId, TieId, TieKind};
use crate::position::{Position, Record, Selection};
use crate::query::{Listing, Negation, TieSide, Toward, Trait, Vote, Word};

use super::words::{counted, hints_at};
use super::{Content, FindingData, Verdict};

/// A stance word, affirmed or negated, with the target resolved elsewhere.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clause {
    pub(crate) word: Word,
    pub(crate) negation: Negation,
}

/// Who holds such a stance on a target.
pub(crate) fn who(selection: &Selection<'_>, target: NodeId, clause: Clause, listing: Listing) -> Content {
    if let (Word::Voted(vote), Negation::Affirmed) = (clause.word, clause.negation) {
        return votes(selection, target, vote);
    }
    let mut content = Content::default();
    for record in selection.records_on(target, listing) {
        let findings = record.positions.iter().filter_map(|position| counted(selection, position, clause));
        let withdrawn = record.withdrawal.iter().filter(|_| clause.negation == Negation::Negated).cloned();
        let before = content.findings.len();
        content
            .findings
            .extend(findings.chain(withdrawn).filter_map(|p| FindingData::of_position(selection, &p)));
        let found = content.findings.len() > before;
        add_beside(selection, &record, clause, found, &mut content);
    }
    merge_capacities(&mut content.findings);
    if clause.word.polarity() == Some(Polarity::Against) && clause.negation == Negation::Affirmed {
        content.related.extend(threats_over(selection, target));
    }
    if clause.negation == Negation::Negated {
        content.notes.push("only those on record are listed; of all others nothing is on record".into());
    }
    note_rather_than(selection, target, &mut content.related);
    note_weak(selection, &mut content);
    content
}

/// Hints and absences of a record, which stand apart.
fn add_beside(
    selection: &Selection<'_>,
    record: &Record,
    clause: Clause,
    found: bool,
    content: &mut Content,
) {
    let polarity = |id: &StatementId| selection.graph().at_statement(*id).stance.polarity();
    let hints = record.hints.iter().filter(|id| hints_at(clause, polarity(id)));
    add_once(&mut content.hinted, hints.map(|&id| FindingData::of_statement(selection, id)));
    if !found && record.positions.is_empty() {
        add_once(
            &mut content.absent,
            record.absences.iter().map(|&id| FindingData::of_statement(selection, id)),
        );
    }
}

fn add_once(list: &mut Vec<FindingData>, more: impl Iterator<Item = FindingData>) {
    for data in more {
        if !list.iter().any(|known| known.headline == data.headline) {
            list.push(data);
        }
    }
}

/// One statement made for several powers is one finding for all of them.
fn merge_capacities(findings: &mut Vec<FindingData>) {
    let mut merged: Vec<FindingData> = Vec::new();
    for data in findings.drain(..) {
        let same = |known: &&mut FindingData| known.holder == data.holder && known.evidence == data.evidence;
        match merged.iter_mut().find(same).filter(|known| !known.on_behalf_of.is_empty()) {
            Some(known) => known.on_behalf_of.extend(data.on_behalf_of),
            None => merged.push(data),
        }
    }
    *findings = merged;
}

/// Threats whose coder names the target, or a kind of it, as what they oppose.
fn threats_over(selection: &Selection<'_>, target: NodeId) -> Vec<FindingData> {
    let kinds: HashSet<NodeId> =
        selection.graph().narrower(target).into_iter().map(|kind| kind.node).collect();
    let opposes =
        |statement: &Statement| statement.related.is_some_and(|node| node == target || kinds.contains(&node));
    statements(selection, |statement| opposes(statement)).collect()
}

/// Hints that mention the target as not preferred: no stance on it, but worth knowing.
fn note_rather_than(selection: &Selection<'_>, target: NodeId, list: &mut Vec<FindingData>) {
    add_once(list, statements(selection, |statement| statement.rather_than.contains(&target)));
}

fn note_weak(selection: &Selection<'_>, content: &mut Content) {
    let weak = |data: &FindingData| {
        let statement = selection.graph().at_statement(data.headline);
        statement.stance.strength() == crate::model::Strength::Weak
    };
    let count = content.findings.iter().filter(|data| weak(data)).count();
    if count > 0 {
        content.notes.push(format!(
            "{count} of the findings {} weak: asks for it, would consider it, or doubts it",
            if count == 1 { "is" } else { "are" }
        ));
    }
}

/// The statements that are seen and fit, one finding each, as they stand in the record.
fn statements<'a>(
    selection: &'a Selection<'_>,
    fits: impl Fn(&Statement) -> bool + 'a,
) -> impl Iterator<Item = FindingData> + 'a {
    let fitting = selection.statements().filter(move |(_, statement)| fits(statement));
    fitting.map(|(id, _)| FindingData::of_statement(selection, id))
}

/// Votes as cast on the target itself, whatever was said later.
fn votes(selection: &Selection<'_>, target: NodeId, vote: Vote) -> Content {
    let cast = |id: &StatementId| {
        let statement = selection.graph().at_statement(*id);
        statement.act == Act::Voted && vote.is_shown_by(statement.stance) && selection.sight(*id).is_ok()
    };
    let ids = selection.graph().statements_on(target).iter().copied().filter(cast);
    Content {
        findings: ids.map(|id| FindingData::of_statement(selection, id)).collect(),
        ..Content::default()
    }
}

/// Whether a holder holds such a stance on a target.
pub(crate) fn does(selection: &Selection<'_>, holder: NodeId, target: NodeId, clause: Clause) -> Content {
    if let Word::Voted(vote) = clause.word {
        return did_vote(selection, holder, target, vote, clause.negation);
    }
    let records = selection.records_of(holder, target);
    let all = || records.iter().flat_map(|record| &record.positions);
    let deciding: Vec<Position> = all().filter(|position| position.basis.decides()).cloned().collect();
    let narrower = all().filter(|position| !position.basis.decides());
    let mut content = Content::default();
    content.findings = deciding.iter().filter_map(|p| FindingData::of_position(selection, p)).collect();
    content.related = narrower.filter_map(|p| FindingData::of_position(selection, p)).collect();
    for record in &records {
        add_once(
            &mut content.hinted,
            record.hints.iter().map(|&id| FindingData::of_statement(selection, id)),
        );
        add_once(
            &mut content.absent,
            record.absences.iter().map(|&id| FindingData::of_statement(selection, id)),
        );
    }
    let on_itself = content.hinted.iter().any(|hint| hint.target == target);
    content.verdict = Some(verdict(selection, &deciding, clause, &content, on_itself));
    let own = |data: &FindingData| data.holder == holder || data.on_behalf_of.contains(&holder);
    let mut mentions = Vec::new();
    note_rather_than(selection, target, &mut mentions);
    add_once(&mut content.hinted, mentions.into_iter().filter(own));
    explain(selection, &deciding, clause, &mut content);
    content
}

/// The proposal's own position first, then a hint, a kind of it, an absence; otherwise nothing is on record.
fn verdict(
    selection: &Selection<'_>,
    deciding: &[Position],
    clause: Clause,
    content: &Content,
    hinted: bool,
) -> Verdict {
    let own = Verdict::of(selection, deciding, clause.word).map(|verdict| negate(verdict, clause.negation));
    let fallback = || match () {
        () if !deciding.is_empty() => Verdict::NoRecord,
        () if hinted => Verdict::Hinted,
        () if !content.related.is_empty() => Verdict::OnlyOnNarrower,
        () if !content.absent.is_empty() => Verdict::Absent,
        () => Verdict::NoRecord,
    };
    own.unwrap_or_else(fallback)
}

/// "Doesn't X support it?": a yes to the word is a no to its negation.
fn negate(verdict: Verdict, negation: Negation) -> Verdict {
    match (negation, verdict) {
        (Negation::Negated, Verdict::Yes) => Verdict::No,
        (Negation::Negated, Verdict::No) => Verdict::Yes,
        (_, verdict) => verdict,
    }
}

/// Says what the verdict alone could hide.
fn explain(selection: &Selection<'_>, deciding: &[Position], clause: Clause, content: &mut Content) {
    if let (Some(Verdict::NoRecord), Word::Exactly(stance), false) =
        (content.verdict, clause.word, deciding.is_empty())
    {
        content.notes.push(format!(
            "on record with another stance that leans the same way, but not as one that {stance}"
        ));
    }
    if content.verdict == Some(Verdict::No) {
        note_weak(selection, content);
    }
    if content.hinted.iter().any(|hint| {
        selection.graph().at_statement(hint.headline).rather_than.contains(&hint_target(content, hint))
    }) {
        content.notes.push("a mention as not preferred carries no stance".into());
    }
}

fn hint_target(_: &Content, hint: &FindingData) -> NodeId {
    hint.target
}

fn did_vote(
    selection: &Selection<'_>,
    holder: NodeId,
    target: NodeId,
    vote: Vote,
    negation: Negation,
) -> Content {
    let graph = selection.graph();
    let ours = |id: &StatementId| {
        let statement = graph.at_statement(*id);
        let voiced = statement.holder == holder || statement.capacity.powers().contains(&holder);
        statement.act == Act::Voted && voiced && selection.sight(*id).is_ok()
    };
    let cast: Vec<_> = graph.statements_on(target).iter().copied().filter(ours).collect();
    let as_asked = cast.iter().any(|&id| vote.is_shown_by(graph.at_statement(id).stance));
    let only_absent =
        !cast.is_empty() && cast.iter().all(|&id| Vote::Absent.is_shown_by(graph.at_statement(id).stance));
    let verdict = match () {
        () if cast.is_empty() => Verdict::NoRecord,
        () if as_asked => negate(Verdict::Yes, negation),
        () if only_absent => Verdict::Absent,
        () => negate(Verdict::No, negation),
    };
    let findings = cast.into_iter().map(|id| FindingData::of_statement(selection, id)).collect();
    Content { findings, verdict: Some(verdict), ..Content::default() }
}

/// A holder's position on a target, whichever way it leans.
pub(crate) fn position(selection: &Selection<'_>, holder: NodeId, target: NodeId) -> Content {
    let mut content = Content::default();
    for record in selection.records_of(holder, target) {
        add_record(selection, &record, &mut content);
    }
    content
}

fn add_record(selection: &Selection<'_>, record: &Record, content: &mut Content) {
    let positions = record.positions.iter().chain(&record.withdrawal);
    content.findings.extend(positions.filter_map(|position| FindingData::of_position(selection, position)));
    add_once(&mut content.hinted, record.hints.iter().map(|&id| FindingData::of_statement(selection, id)));
    add_once(&mut content.absent, record.absences.iter().map(|&id| FindingData::of_statement(selection, id)));
}

/// Every position of a holder on the targets it has statements on itself, with its hints, absences and deeds.
pub(crate) fn profile(selection: &Selection<'_>, holder: NodeId) -> Content {
    let mut content = Content::default();
    for target in selection.targets_of(holder) {
        for mut record in selection.records_of(holder, target) {
            record.positions.retain(|position| position.target == target);
            record.hints.retain(|&id| selection.graph().at_statement(id).target == target);
            add_record(selection, &record, &mut content);
        }
    }
    content.acts =
        statements(selection, |statement| statement.act == Act::Did && is_by(statement, holder)).collect();
    content
}

fn is_by(statement: &Statement, holder: NodeId) -> bool {
    statement.holder == holder || statement.capacity.powers().contains(&holder)
}

/// What a holder supports, demands, rejects ...
pub(crate) fn what(selection: &Selection<'_>, holder: NodeId, word: Word) -> Content {
    if let Word::Voted(vote) = word {
        let cast = |s: &Statement| s.act == Act::Voted && vote.is_shown_by(s.stance) && is_by(s, holder);
        return Content { findings: statements(selection, cast).collect(), ..Content::default() };
    }
    let clause = Clause { word, negation: Negation::Affirmed };
    let mut content = Content::default();
    for target in selection.targets_of(holder) {
        for record in selection.records_of(holder, target) {
            let on_itself = record.positions.iter().filter(|position| position.target == target);
            let counted = on_itself.filter_map(|position| counted(selection, position, clause));
            content
                .findings
                .extend(counted.filter_map(|position| FindingData::of_position(selection, &position)));
            add_beside(selection, &Record { absences: vec![], ..record }, clause, true, &mut content);
        }
    }
    content
}

/// Everything on record of a holder as it stands, hints and deeds apart.
pub(crate) fn said(selection: &Selection<'_>, holder: NodeId) -> Content {
    split(selection, |statement| is_by(statement, holder))
}

/// Statements with a trait, as they stand in the record, hints and deeds apart.
pub(crate) fn which(selection: &Selection<'_>, asked: Trait) -> Content {
    let graph = selection.graph();
    split(selection, |statement| match asked {
        Trait::Conditional => !statement.conditions.is_empty(),
        Trait::Hedged => statement.modality == Modality::Hedged,
        Trait::Hinted => statement.modality == Modality::Hinted,
        Trait::Unnamed => graph.at(statement.holder).is_unnamed(),
        Trait::Undated => statement.said.is_none(),
        Trait::Quoted => statement.quote().is_some(),
    })
}

fn split(selection: &Selection<'_>, fits: impl Fn(&Statement) -> bool) -> Content {
    let mut content = Content::default();
    for data in statements(selection, fits) {
        let statement = selection.graph().at_statement(data.headline);
        let list = match () {
            () if statement.act == Act::Did => &mut content.acts,
            () if statement.modality == Modality::Hinted => &mut content.hinted,
            () => &mut content.findings,
        };
        list.push(data);
    }
    content
}

/// Who holds such a stance toward whom, or on what; targets in the order in which they enter the data.
pub(crate) fn pairs(selection: &Selection<'_>, word: Word, toward: Toward) -> Content {
    let clause = Clause { word, negation: Negation::Affirmed };
    let mut content = Content::default();
    let mut seen = HashSet::new();
    let targets: Vec<NodeId> =
        selection.statements().map(|(_, s)| s.target).filter(|target| seen.insert(*target)).collect();
    let fits = |target: &NodeId| {
        (selection.graph().at(*target).class() == NodeClass::Proposal) == (toward == Toward::Proposals)
    };
    for target in targets.into_iter().filter(fits) {
        let found = who(selection, target, clause, Listing::Speakers);
        content.findings.extend(found.findings.into_iter().filter(|data| data.target == target));
        add_once(&mut content.hinted, found.hinted.into_iter().filter(|data| data.target == target));
    }
    content
}

/// Ties at one end of a node, as they hold at the time asked about.
pub(crate) fn ties(selection: &Selection<'_>, kind: TieKind, side: TieSide, node: NodeId) -> Content {
    let graph = selection.graph();
    let all = match side {
        TieSide::Holders => graph.ties_to(node, kind),
        TieSide::Powers => graph.ties_from(node, kind),
    };
    let (mut current, mut past): (Vec<TieId>, Vec<TieId>) = (Vec::new(), Vec::new());
    for tie in all {
        let holds = selection.holds_now(graph.at_tie(tie).held) != Some(false);
        if holds { current.push(tie) } else { past.push(tie) }
    }
    let mut content = Content { ties: current, ..Content::default() };
    if !past.is_empty() {
        content.notes.push(format!("{} more held at another time", past.len()));
    }
    content
}
