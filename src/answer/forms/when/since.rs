//! The beginning of the stretch in which a stance has been held without a break.

use crate::model::{Date, Day, NodeId};
use crate::position::{Lean, Position, Record, Selection};
use crate::query::Negation;

use crate::answer::verdict::Verdict;
use crate::answer::{Content, FindingData, WhenData};

use super::Clause;
use crate::answer::forms::{add_statements, merge_capacities, of_positions};

/// The day from which the position has matched the word without a break up to the day asked about.
///
/// A conditional position does not match plainly, and so breaks a stretch. What has no date has begun nobody knows
/// when: the finding is there, the date is not.
pub(super) fn since(selection: &Selection<'_>, holder: NodeId, target: NodeId, clause: Clause) -> Content {
    let now = selection.records_of(holder, target);
    if !matches(selection, &now, clause) {
        return otherwise(selection, &now);
    }
    let by_then = |day: &Day| selection.lens().as_of.is_none_or(|asked| *day <= asked);
    let days: Vec<Day> = selection.timeline(holder, target).into_iter().map(|one| one.from).collect();
    let held = |day: &Day| {
        let then = selection.at(*day);
        matches(&then, &then.records_of(holder, target), clause)
    };
    let start = days.into_iter().filter(by_then).rev().take_while(held).last();
    let Some(start) = start else {
        let when = WhenData { date: None, findings: findings(selection, &now) };
        let notes = vec!["nothing that shows it has a date, so nobody knows since when".to_owned()];
        return Content { when: Some(when), notes, ..Content::default() };
    };
    let date = date_of(selection, holder, target, start);
    // At the end of a partial date it is certain what was said within it.
    let end = selection.lens().as_of.map_or(date.latest(), |asked| date.latest().min(asked));
    let then = selection.at(end);
    let findings = findings(&then, &then.records_of(holder, target));
    Content { when: Some(WhenData { date: Some(date), findings }), ..Content::default() }
}

/// Whether the records show the word plainly; negated, whether they plainly show another side, or a withdrawal.
fn matches(selection: &Selection<'_>, records: &[Record], clause: Clause) -> bool {
    let own = own(records);
    match clause.negation {
        Negation::Affirmed => {
            matches!(Verdict::of(selection, &own, clause.word), Some(Verdict::Yes | Verdict::Weak))
        }
        Negation::Negated => {
            let wanted = Lean::from(clause.word.polarity());
            let withdrawn = records.iter().any(|record| record.withdrawal.is_some());
            let otherwise = |position: &&Position| position.lean != wanted && !position.conditional;
            (withdrawn || !own.is_empty()) && own.iter().all(otherwise)
        }
    }
}

/// Positions on the target itself.
fn own(records: &[Record]) -> Vec<&Position> {
    records.iter().flat_map(|record| &record.positions).filter(|position| !position.on_kind).collect()
}

/// The positions on the target itself and withdrawals.
fn findings(selection: &Selection<'_>, records: &[Record]) -> Vec<FindingData> {
    let withdrawn = records.iter().filter_map(|record| record.withdrawal.as_ref());
    let mut findings = of_positions(selection, own(records).into_iter().chain(withdrawn));
    merge_capacities(&mut findings);
    findings
}

/// The date of the statement that begins on a day, as precisely as it is known; else that day, on which a term ended
/// or a condition came about.
fn date_of(selection: &Selection<'_>, holder: NodeId, target: NodeId, start: Day) -> Date {
    let then = selection.at(start);
    let records = then.records_of(holder, target);
    let withdrawn = records.iter().filter_map(|record| record.withdrawal.as_ref());
    let statements = own(&records).into_iter().chain(withdrawn).flat_map(|position| &position.statements);
    let mut said = statements.filter_map(|&id| selection.graph().at_statement(id).said);
    said.find(|date| date.earliest() == start || date.latest() == start).unwrap_or_else(|| Date::from(start))
}

/// The position that stands in place of the one asked about.
fn otherwise(selection: &Selection<'_>, records: &[Record]) -> Content {
    let mut content = Content { related: findings(selection, records), ..Content::default() };
    for record in records {
        add_statements(selection, &mut content.hinted, record, &record.hints);
        add_statements(selection, &mut content.absent, record, &record.absences);
    }
    let leans: Vec<Lean> = content.related.iter().map(|data| data.lean).collect();
    let stands = match leans.as_slice() {
        [] if content.hinted.is_empty() && content.absent.is_empty() => "nothing is on record on it",
        [] => "no position is on record on it",
        _ if content.related.iter().any(|data| data.conditional) => {
            "the position on record hangs on a condition"
        }
        [first, rest @ ..] if rest.iter().all(|lean| lean == first) => lean(*first),
        _ => "statements of both sides stand",
    };
    content.notes.push(format!("{stands}, so the stance asked about is not held"));
    content
}

const fn lean(lean: Lean) -> &'static str {
    match lean {
        Lean::Favor => "the position on record is for it",
        Lean::Against => "the position on record is against it",
        Lean::Neutral => "the position on record declares no side",
        Lean::Mixed => "statements of both sides stand",
        Lean::None => "the position was withdrawn",
    }
}
