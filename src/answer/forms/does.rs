//! Whether a holder holds such a stance on a target.

use crate::model::{Modality, NodeId};
use crate::position::{Position, Selection};
use crate::query::Word;

use crate::answer::verdict::{Verdict, negate};
use crate::answer::{Content, FindingData};

use super::who::bearing_on;
use super::{
    Clause, add_once, add_statements, merge_capacities, note_broader, note_fallen, note_weak, of_positions,
    votes,
};

/// The verdict with what it rests on; a position on a mere kind of the target stands beside it and never decides.
pub(crate) fn does(selection: &Selection<'_>, holder: NodeId, target: NodeId, clause: Clause) -> Content {
    if let Word::Voted(vote) = clause.word {
        return votes::of(selection, holder, target, vote, clause.negation);
    }
    let records = selection.records_of(holder, target);
    let positions: Vec<&Position> = records.iter().flat_map(|record| &record.positions).collect();
    let (deciding, narrower): (Vec<_>, Vec<_>) =
        positions.into_iter().partition(|position| !position.on_kind);
    let mut content = Content {
        findings: of_positions(selection, deciding.iter().copied()),
        related: of_positions(selection, narrower.into_iter()),
        ..Content::default()
    };
    merge_capacities(&mut content.findings);
    merge_capacities(&mut content.related);
    for record in &records {
        add_statements(selection, &mut content.hinted, record, &record.hints);
        add_statements(selection, &mut content.absent, record, &record.absences);
    }
    content.verdict = Some(verdict(selection, &deciding, target, clause, &content));
    add_beside(selection, holder, target, &mut content);
    if deciding.is_empty() {
        note_broader(selection, target, clause, Some(holder), &mut content);
        note_fallen(selection, holder, target, &mut content);
    }
    explain(selection, &deciding, clause, &mut content);
    content
}

/// The target's own position first, then a hint, a kind of it, an absence; otherwise nothing is on record.
fn verdict(
    selection: &Selection<'_>,
    deciding: &[&Position],
    target: NodeId,
    clause: Clause,
    beside: &Content,
) -> Verdict {
    let own = Verdict::of(selection, deciding, clause.word).map(|verdict| negate(verdict, clause.negation));
    let speaks_for_it = selection.latest_instance(target);
    let on_itself = |node: NodeId| node == target || Some(node) == speaks_for_it;
    let fallback = || match () {
        () if !deciding.is_empty() => Verdict::NoRecord,
        () if beside.hinted.iter().any(|hint| on_itself(hint.target)) => Verdict::Hinted,
        () if !beside.related.is_empty() => Verdict::OnlyOnNarrower,
        () if !beside.absent.is_empty() => Verdict::Absent,
        () => Verdict::NoRecord,
    };
    own.unwrap_or_else(fallback)
}

/// Statements of the holder that bear on the target without a stance on it: threats that oppose it, and mentions of
/// it as not preferred. A mere hint of that kind is shown as a hint.
pub(super) fn add_beside(selection: &Selection<'_>, holder: NodeId, target: NodeId, content: &mut Content) {
    let graph = selection.graph();
    let own = bearing_on(selection, target)
        .into_iter()
        .filter(|data| graph.at_statement(data.headline).is_by(holder));
    let is_hint = |data: &FindingData| graph.at_statement(data.headline).modality == Modality::Hinted;
    let (hints, others): (Vec<_>, Vec<_>) = own.partition(is_hint);
    let mentions = |data: &FindingData| graph.at_statement(data.headline).rather_than.contains(&target);
    if hints.iter().chain(&others).any(mentions) {
        let name = graph.at(target).name();
        content.notes.push(format!("{name}: only mentioned as not preferred, which carries no stance"));
    }
    add_once(&mut content.hinted, hints);
    add_once(&mut content.related, others);
}

/// Says what the verdict alone could hide.
fn explain(selection: &Selection<'_>, deciding: &[&Position], clause: Clause, content: &mut Content) {
    match (content.verdict, clause.word) {
        (Some(Verdict::NoRecord), Word::Exactly(stance)) if !deciding.is_empty() => {
            content
                .notes
                .push(format!("on record with another stance that leans the same way, not with `{stance}`"));
        }
        (Some(Verdict::No), _) => note_weak(selection, content),
        _ => {}
    }
}
