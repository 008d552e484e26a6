//! What a question leaves out or takes as given, as the steps of a derivation name it.

use crate::model::{ConditionSubject, Day, NodeId, SourceId, Window};
use crate::query::Assertion;

use super::Lens;

/// One restriction or assumption of a lens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Filter {
    /// What held in the world at the end of this day.
    AsOf(Day),
    /// What had been recorded by the end of this day.
    KnownAt(Day),
    /// Only what was said within these days, both included; a side without a day is open.
    Period {
        /// Not before this day.
        earliest: Option<Day>,
        /// Not after this day.
        latest: Option<Day>,
    },
    /// Only what was asserted plainly, neither hedged nor hinted.
    OnlyAsserted,
    /// Only what was said on behalf of this nation or organization.
    OnBehalfOf(NodeId),
    /// Only what was said at an occasion whose text contains this, folded.
    Occasion(String),
    /// Only what one of these sources reports.
    Sources(Vec<SourceId>),
    /// A condition taken as met.
    Assuming(ConditionSubject),
}

impl Lens {
    /// Its filters, in the order of [`Filter`]; none for the default lens.
    pub fn filters(&self) -> Vec<Filter> {
        let times = [self.as_of.map(Filter::AsOf), self.known_at.map(Filter::KnownAt)];
        let others = [
            self.period.map(|Window { earliest, latest }| Filter::Period { earliest, latest }),
            (self.assertion == Assertion::Only).then_some(Filter::OnlyAsserted),
            self.on_behalf_of.map(Filter::OnBehalfOf),
            self.occasion.clone().map(Filter::Occasion),
            Some(self.sources.clone()).filter(|sources| !sources.is_empty()).map(Filter::Sources),
        ];
        let assumed = self.assuming.iter().cloned().map(Filter::Assuming);
        times.into_iter().chain(others).flatten().chain(assumed).collect()
    }
}
