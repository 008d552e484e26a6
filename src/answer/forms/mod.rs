//! The body of each form of question: from a selection to findings, and beside them what makes no position.

mod agreement;
mod camps;
mod compare;
mod does;
mod doubt;
mod drift;
mod isolated;
mod joined;
mod mediation;
mod of_holder;
mod over_time;
mod pairs;
mod support;
mod ties;
mod votes;
mod when;
mod which;
mod who;

pub(crate) use agreement::{agreeing, agreement};
pub(crate) use camps::camps;
pub(crate) use compare::compare;
pub(crate) use does::does;
pub(crate) use doubt::{contradictions, why_not};
pub(crate) use drift::drift;
pub(crate) use isolated::isolated;
pub(crate) use joined::{Joined, count, joined};
pub(crate) use mediation::mediation;
pub(crate) use of_holder::{position, profile, said, what};
pub(crate) use over_time::{changes, last_word, timeline};
pub(crate) use pairs::pairs;
pub(crate) use support::support;
pub(crate) use ties::{tied, ties};
pub(crate) use when::when;
pub(crate) use which::which;

use crate::model::{NodeId, Polarity, StatementId, StatementRef, Strength};
use crate::position::{Lean, Position, Reason, Record, Selection};
use crate::query::{Inference, Listing, Negation, Reading, Word};

use who::who;

use super::{Content, FindingData};

/// A stance word, affirmed or negated; its target is resolved elsewhere.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clause {
    pub(crate) word: Word,
    pub(crate) negation: Negation,
}

/// Under whose name findings are listed, and in which reading.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View {
    pub(crate) listing: Listing,
    pub(crate) reading: Reading,
}

/// Findings of positions.
fn of_positions<'a>(
    selection: &Selection<'_>,
    positions: impl Iterator<Item = &'a Position>,
) -> Vec<FindingData> {
    positions.filter_map(|position| FindingData::of_position(selection, position)).collect()
}

/// Those of some statements that are seen and fit, one finding each, as they stand in the record.
fn as_recorded<'a>(
    selection: &'a Selection<'_>,
    statements: impl Iterator<Item = StatementId> + 'a,
    fits: impl Fn(StatementRef<'_>) -> bool + 'a,
) -> impl Iterator<Item = FindingData> + 'a {
    let graph = selection.graph();
    let fitting = statements.filter(move |&id| selection.sight(id).is_ok() && fits(graph.at_statement(id)));
    fitting.map(|id| FindingData::of_statement(selection, id))
}

/// Statements by a holder or on its behalf.
fn by<'a>(selection: &'a Selection<'_>, holder: NodeId) -> impl Iterator<Item = StatementId> + 'a {
    selection.graph().statements_by(holder).into_iter()
}

/// Adds what is not in the list yet, one finding a statement and holder.
fn add_once(list: &mut Vec<FindingData>, more: impl IntoIterator<Item = FindingData>) {
    for data in more {
        if !list.iter().any(|known| (known.headline, known.holder) == (data.headline, data.holder)) {
            list.push(data);
        }
    }
}

/// Adds hints or absences of a record under the name that it is listed by.
fn add_statements(
    selection: &Selection<'_>,
    list: &mut Vec<FindingData>,
    record: &Record,
    ids: &[StatementId],
) {
    add_once(list, ids.iter().map(|&id| FindingData::of_statement_as(selection, id, record.listed_as)));
}

/// Adds hints and absences on a target.
fn add_apart(selection: &Selection<'_>, target: NodeId, view: View, content: &mut Content) {
    for record in selection.records_on(target, view.listing) {
        add_statements(selection, &mut content.hinted, &record, &record.hints);
        if record.positions.is_empty() && record.withdrawal.is_none() {
            add_statements(selection, &mut content.absent, &record, &record.absences);
        }
    }
}

/// One statement made for several powers is one finding for all of them.
fn merge_capacities(findings: &mut Vec<FindingData>) {
    let mut merged: Vec<FindingData> = Vec::new();
    for data in findings.drain(..) {
        if data.on_behalf_of.is_empty() {
            merged.push(data);
            continue;
        }
        let same = |known: &&mut FindingData| {
            if known.on_behalf_of.is_empty() || (known.headline, known.holder) != (data.headline, data.holder)
            {
                return false;
            }
            // What follows for one power may be less sure, or rest on more, than what follows for another.
            FindingData { on_behalf_of: known.on_behalf_of.clone(), ..data.clone() } == **known
        };
        match merged.iter_mut().find(same) {
            Some(known) => known.on_behalf_of.extend(data.on_behalf_of),
            None => merged.push(data),
        }
    }
    *findings = merged;
}

/// Says that against is on record on what the target is a kind of, where nobody asked for what follows from it.
fn note_broader(
    selection: &Selection<'_>,
    target: NodeId,
    clause: Clause,
    by: Option<NodeId>,
    content: &mut Content,
) {
    let graph = selection.graph();
    let asks = clause.word.polarity() == Some(Polarity::Against) && clause.negation == Negation::Affirmed;
    if !asks || selection.lens().inference == Inference::Included {
        return;
    }
    for broader in graph.broader(target) {
        let mut against =
            selection.positions_on_itself(broader.node).filter(|position| position.lean == Lean::Against);
        let ours = |p: &Position| by.is_none_or(|by| p.holder == by || p.on_behalf_of.contains(&by));
        if against.any(|position| ours(&position)) {
            let (kind, whole) = (graph.at(target).name(), graph.at(broader.node).name());
            let found = format!("against {whole}, of which {kind} is a kind, there is something on record");
            content.notes.push(format!("{found}; ask `including inferred`"));
        }
    }
}

/// Says why nothing of what was on record stands any more: a bare "nothing on record" would hide it.
fn note_fallen(selection: &Selection<'_>, holder: NodeId, target: NodeId, content: &mut Content) {
    let name = selection.graph().at(holder).name();
    for (reason, _) in selection.why_not(holder, target, |_| true).reasons {
        let became = match reason {
            Reason::Expired => "has run out by its own terms",
            Reason::Withdrawn => "was withdrawn",
            _ => continue,
        };
        content.notes.push(format!("what was on record of {name} {became}; ask `why not`"));
    }
}

/// Says how many findings are weak: a plain list would not tell.
fn note_weak(selection: &Selection<'_>, content: &mut Content) {
    let strength = |data: &FindingData| selection.graph().at_statement(data.headline).stance.strength();
    let count = content.findings.iter().filter(|data| strength(data) == Strength::Weak).count();
    let verb = if count == 1 { "is" } else { "are" };
    if count > 0 {
        content.notes.push(format!(
            "{count} of the findings {verb} weak: asks for it, would consider it, or doubts it"
        ));
    }
}
