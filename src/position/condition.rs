//! Whether the conditions a stance hangs on are met.

use crate::model::{Condition, ConditionRecord, Date, StatementRef};

use super::selection::reached;
use super::{Selection, Surety};

/// How a stance stands to its own conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// It hangs on nothing.
    Flat,
    /// What it hung on has come about: it holds.
    Activated,
    /// It holds as long as what ends it has not come about: it reads "unless" or "until".
    Held,
    /// It hangs on what has not come about, as far as is known: it reads "only if".
    Pending,
    /// What ends it has come about: it holds nothing.
    Ended,
}

impl State {
    /// Whether the stance reads with its condition: "only if", "unless", "until".
    pub(super) const fn is_conditional(self) -> bool {
        matches!(self, Self::Held | Self::Pending)
    }
}

impl Selection<'_> {
    /// The state of a statement's own conditions: one that ends it ends it; of the others the weakest hold counts.
    pub(super) fn state(&self, statement: StatementRef<'_>) -> State {
        let mut state = State::Flat;
        for condition in statement.stance_conditions() {
            state = match (condition.relation.activates(), self.is_met(condition)) {
                (false, true) => return State::Ended,
                (true, false) => state.max(State::Pending),
                (false, false) => state.max(State::Held),
                (true, true) => state.max(State::Activated),
            };
        }
        state
    }

    /// Assumed, or on record as met: the latest record by the day asked about decides.
    pub(super) fn is_met(&self, condition: &Condition) -> bool {
        if self.lens().assuming.contains(&condition.subject) {
            return true;
        }
        let records = self.graph().condition_records().iter();
        let on_it = records.filter(|record| record.subject == condition.subject && self.has_happened(record));
        on_it.max_by_key(|record| record.date.map(Date::latest)).is_some_and(|record| record.met)
    }

    fn has_happened(&self, record: &ConditionRecord) -> bool {
        // What has no publication cannot have been known before it happened.
        let known = |day| {
            let published = record.source.and_then(|source| self.graph().at_source(source).published);
            published.or(record.date).is_none_or(|date| reached(date, day) == Some(true))
        };
        let by_then = |day| record.date.is_some_and(|date| reached(date, day) == Some(true));
        self.lens().as_of.is_none_or(by_then) && self.lens().known_at.is_none_or(known)
    }

    /// Whether the statement's own term has run out. Without a day asked about, whatever has an end has ended.
    pub(super) fn lasts(&self, statement: StatementRef<'_>) -> Option<Surety> {
        let Some(until) = statement.until else { return Some(Surety::Certain) };
        let ended = self.lens().as_of.map_or(Some(true), |day| reached(until, day));
        Surety::of(ended.map(|ended| !ended))
    }
}
