//! What one holder stands for: one position, all of them, those of a word, everything on record.

use std::collections::HashSet;

use crate::model::{Act, NodeId, StatementRef};
use crate::position::{Record, Selection};
use crate::query::{Negation, Word};

use crate::answer::Content;
use crate::answer::words::{counted, hints_at};

use super::does::add_beside;
use super::which::as_it_stands;
use super::{Clause, add_statements, as_recorded, by, merge_capacities, note_fallen, of_positions};

/// A holder's position on a target, whichever way it leans.
pub(crate) fn position(selection: &Selection<'_>, holder: NodeId, target: NodeId) -> Content {
    let mut content = Content::default();
    for record in selection.records_of(holder, target) {
        add_record(selection, &record, &mut content);
    }
    merge_capacities(&mut content.findings);
    if content.findings.is_empty() {
        note_fallen(selection, holder, target, &mut content);
    }
    content
}

/// Every position of a holder on what it has statements on, with its hints, absences and deeds.
pub(crate) fn profile(selection: &Selection<'_>, holder: NodeId) -> Content {
    let mut content = Content::default();
    for record in own_records(selection, holder) {
        add_record(selection, &record, &mut content);
    }
    merge_capacities(&mut content.findings);
    let did = |statement: StatementRef<'_>| statement.act == Act::Did;
    content.acts = as_recorded(selection, by(selection, holder), did).collect();
    content
}

/// What a holder supports, demands, rejects ...
pub(crate) fn what(selection: &Selection<'_>, holder: NodeId, word: Word) -> Content {
    if let Word::Voted(vote) = word {
        let voted = |s: StatementRef<'_>| s.act == Act::Voted && vote.is_shown_by(s.stance);
        let cast = as_recorded(selection, by(selection, holder), voted);
        return Content { findings: cast.collect(), ..Content::default() };
    }
    let clause = Clause { word, negation: Negation::Affirmed };
    let mut content = Content::default();
    for record in own_records(selection, holder) {
        let counted = record.positions.iter().filter_map(|position| counted(selection, position, clause));
        content.findings.extend(counted);
        let stance = |id| selection.graph().at_statement(id).stance;
        let hints: Vec<_> = record.hints.iter().copied().filter(|&id| hints_at(clause, stance(id))).collect();
        add_statements(selection, &mut content.hinted, &record, &hints);
    }
    merge_capacities(&mut content.findings);
    content
}

/// Everything on record of a holder as it stands, on one target or on all; hints and deeds apart.
pub(crate) fn said(selection: &Selection<'_>, holder: NodeId, about: Option<NodeId>) -> Content {
    let on_it = |statement: StatementRef<'_>| about.is_none_or(|target| statement.target == target);
    let mut content = as_it_stands(selection, by(selection, holder), on_it);
    if let Some(target) = about {
        add_beside(selection, holder, target, &mut content);
        note_kinds(selection, holder, target, &mut content);
    }
    content
}

/// Says how much is on record on kinds of the target, which is no statement on the target itself.
fn note_kinds(selection: &Selection<'_>, holder: NodeId, target: NodeId, content: &mut Content) {
    let graph = selection.graph();
    let kinds: HashSet<NodeId> = graph.narrower(target).into_iter().map(|kind| kind.node).collect();
    let on_kind = |statement: StatementRef<'_>| kinds.contains(&statement.target);
    let count = as_recorded(selection, by(selection, holder), on_kind).count();
    let statements =
        if count == 1 { "1 more statement is".to_owned() } else { format!("{count} more statements are") };
    if count > 0 {
        content.notes.push(format!("{statements} on record on kinds of {}", graph.at(target).name()));
    }
}

/// A holder's records on each of its targets, without what reaches a target from its kinds: they are targets too.
fn own_records<'a>(selection: &'a Selection<'_>, holder: NodeId) -> impl Iterator<Item = Record> + 'a {
    let on_each = move |target| selection.records_of(holder, target);
    selection.targets_of(holder).into_iter().flat_map(on_each).map(|mut record| {
        let target = record.target;
        record.positions.retain(|position| position.target == target);
        record.hints.retain(|&id| selection.graph().at_statement(id).target == target);
        record
    })
}

fn add_record(selection: &Selection<'_>, record: &Record, content: &mut Content) {
    content.findings.extend(of_positions(selection, record.positions.iter()));
    // A withdrawal takes no side: it is no position, but the reason why there is none.
    content.related.extend(of_positions(selection, record.withdrawal.iter()));
    add_statements(selection, &mut content.hinted, record, &record.hints);
    add_statements(selection, &mut content.absent, record, &record.absences);
}
