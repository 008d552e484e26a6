//! Retractions: which statements are taken back, and when.

use std::collections::HashMap;

use crate::graph::FaultKind;
use crate::graph::ledger::Ledger;
use crate::graph::parts::Parts;
use crate::model::draft::{Draft, RetractionDraft};
use crate::model::{Date, Interval, StatementId, StatementKey};

use super::checks::Checks;

pub(super) fn build(drafts: &[Draft], parts: &mut Parts, checks: &mut Checks) {
    if drafts.iter().all(|draft| draft.retractions.is_empty()) {
        return;
    }
    let ledger = std::mem::take(&mut parts.statements).finish();
    let mut taken_back = HashMap::new();
    for draft in drafts.iter().flat_map(|draft| &draft.retractions) {
        if let Some((id, date)) = retraction(draft, drafts, &ledger, checks)
            && taken_back.insert(id, date).is_some()
        {
            twice(draft, checks);
        }
    }
    let mut taken_back: Vec<_> = taken_back.into_iter().collect();
    taken_back.sort_unstable_by_key(|(id, _)| *id);
    parts.ledger = Some(ledger.without(&taken_back));
}

fn retraction(
    draft: &RetractionDraft,
    drafts: &[Draft],
    ledger: &Ledger,
    checks: &mut Checks,
) -> Option<(StatementId, Date)> {
    let key = checks.key(&draft.id, "the id of the statement that is taken back");
    let date = checks.required(&draft.retracted, "the day of a retraction").map(|_| &draft.retracted);
    let date = date.and_then(|date| checks.date(Some(date)));
    key?;
    let found = ledger.find(StatementKey::of(&draft.id.value));
    let Some(statement) = found.and_then(|id| ledger.get(id)) else {
        // A statement with a fault of its own is in no ledger; that it was taken back is no other fault.
        if !drafts.iter().any(|other| brings(other, &draft.id.value)) {
            let message = format!("no statement has the key `{}`; name the one to take back", draft.id.value);
            checks.fault(FaultKind::DanglingReference, &draft.id.place, message);
        }
        return None;
    };
    if statement.retracted.is_some() {
        twice(draft, checks);
        return None;
    }
    if Interval::new(statement.recorded, date).is_err() {
        let recorded = statement.recorded.map_or_else(String::new, |date| format!(", on {date}"));
        let message = format!(
            "`{}` cannot be taken back before it was recorded{recorded}; write a later day",
            draft.id.value
        );
        checks.fault(FaultKind::InvertedInterval, &draft.retracted.place, message);
        return None;
    }
    Some((found?, date?))
}

fn twice(draft: &RetractionDraft, checks: &mut Checks) {
    let message = format!("`{}` is taken back already; leave this one out", draft.id.value);
    checks.fault(FaultKind::DuplicateKey, &draft.id.place, message);
}

fn brings(draft: &Draft, key: &str) -> bool {
    draft.statements.iter().any(|statement| statement.id.value == key)
        || draft.plain.iter().any(|statement| statement.id == *key)
}
