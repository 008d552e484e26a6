//! Records that a condition was met or not.

use crate::graph::store::Parts;
use crate::model::ConditionRecord;
use crate::model::draft::{Draft, EventDraft, Text};

use super::checks::{Checks, NodeIndex, SourceIndex, plain};
use super::statements::subject;

pub(super) fn build(
    drafts: &[Draft],
    nodes: &NodeIndex,
    sources: &SourceIndex,
    parts: &mut Parts,
    checks: &mut Checks,
) {
    for draft in drafts.iter().flat_map(|draft| &draft.events) {
        parts.events.extend(event(draft, nodes, sources, checks));
    }
}

fn event(
    draft: &EventDraft,
    nodes: &NodeIndex,
    sources: &SourceIndex,
    checks: &mut Checks,
) -> Option<ConditionRecord> {
    let beside = Text::new(String::new(), draft.place.0.clone());
    let source = draft.source.as_ref().and_then(|text| sources.find(text, "source", checks));
    let date = checks.date(draft.date.as_ref());
    let subject = subject(draft.condition.as_ref(), draft.proposal.as_ref(), &beside, nodes, checks)?;
    Some(ConditionRecord { subject, met: draft.met, date, source, locator: plain(draft.locator.as_ref()) })
}
