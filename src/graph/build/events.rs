//! Records that a condition was met or not.

use crate::graph::parts::Parts;
use crate::model::ConditionRecord;
use crate::model::draft::{Draft, EventDraft, Text};

use super::checks::{Checks, plain};
use super::index::Known;
use super::statements::subject;

pub(super) fn build(drafts: &[Draft], known: Known<'_>, parts: &mut Parts, checks: &mut Checks) {
    for draft in drafts.iter().flat_map(|draft| &draft.events) {
        parts.events.extend(event(draft, known, checks));
    }
}

fn event(draft: &EventDraft, known: Known<'_>, checks: &mut Checks) -> Option<ConditionRecord> {
    let beside = Text::new(String::new(), draft.place.0.clone());
    let source = known.source(draft.source.as_ref(), checks);
    let date = checks.date(draft.date.as_ref());
    let subject = subject(draft.condition.as_ref(), draft.proposal.as_ref(), &beside, known.nodes, checks)?;
    Some(ConditionRecord { subject, met: draft.met, date, source, locator: plain(draft.locator.as_ref()) })
}
