//! Who holds such a stance on a target.

use crate::model::{NodeId, Polarity, StatementId};
use crate::position::{Record, Selection};
use crate::query::{Negation, Reading, Word};

use crate::answer::words::{counted, hints_at};
use crate::answer::{Content, FindingData};

use super::{
    Clause, View, add_once, add_statements, merge_capacities, note_broader, note_weak, of_positions, votes,
};

/// Who holds such a stance on a target; beside them hints, absences, and threats that oppose it.
pub(super) fn who(selection: &Selection<'_>, target: NodeId, clause: Clause, view: View) -> Content {
    let mut content = found(selection, target, clause, view);
    if clause.negation == Negation::Negated {
        content.notes.push("only those on record are listed; of all others nothing is on record".into());
    }
    note_broader(selection, target, clause, None, &mut content);
    note_weak(selection, &mut content);
    content
}

/// [`who`] without its remarks.
pub(super) fn found(selection: &Selection<'_>, target: NodeId, clause: Clause, view: View) -> Content {
    if let Word::Voted(vote) = clause.word {
        return votes::on(selection, target, vote, clause.negation, view.listing);
    }
    let mut content = Content::default();
    for record in records(selection, target, view) {
        add_record(selection, &record, clause, &mut content);
    }
    merge_capacities(&mut content.findings);
    if clause.word.polarity() == Some(Polarity::Against) && clause.negation == Negation::Affirmed {
        add_once(&mut content.related, bearing_on(selection, target));
    }
    content
}

/// The records of everyone who has any on a target, in the reading asked for.
pub(super) fn records(selection: &Selection<'_>, target: NodeId, view: View) -> Vec<Record> {
    match view.reading {
        Reading::Positions => selection.records_on(target, view.listing),
        Reading::LastWord => selection.last_words_on(target, view.listing),
    }
}

/// The positions that count, a withdrawal where it does; hints and absences stand apart.
fn add_record(selection: &Selection<'_>, record: &Record, clause: Clause, content: &mut Content) {
    let counted = record.positions.iter().filter_map(|position| counted(selection, position, clause));
    let withdrawal = record.withdrawal.iter().filter(|_| clause.negation == Negation::Negated);
    content.findings.extend(counted);
    content.findings.extend(of_positions(selection, withdrawal));
    let stance = |id: &StatementId| selection.graph().at_statement(*id).stance;
    let hints: Vec<_> = record.hints.iter().copied().filter(|id| hints_at(clause, stance(id))).collect();
    add_statements(selection, &mut content.hinted, record, &hints);
    if record.positions.is_empty() && record.withdrawal.is_none() {
        add_statements(selection, &mut content.absent, record, &record.absences);
    }
}

/// Threats whose coder names the target, or a kind of it, as what they oppose; statements that mention the target
/// as not preferred, which is no stance on it. In order of entry.
pub(super) fn bearing_on(selection: &Selection<'_>, target: NodeId) -> Vec<FindingData> {
    let graph = selection.graph();
    let kinds = graph.narrower(target).into_iter().map(|kind| kind.node);
    let matter: Vec<NodeId> = kinds.chain([target]).collect();
    let mut ids: Vec<StatementId> =
        matter.iter().flat_map(|&node| graph.statements_bearing_on(node)).collect();
    ids.sort_unstable();
    ids.dedup();
    let opposes = |id: &StatementId| {
        let statement = graph.at_statement(*id);
        statement.rather_than.contains(&target)
            || statement.related.is_some_and(|node| matter.contains(&node))
    };
    let seen = ids.into_iter().filter(|id| opposes(id) && selection.sight(*id).is_ok());
    seen.map(|id| FindingData::of_statement(selection, id)).collect()
}
