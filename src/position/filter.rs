//! What a question leaves out or takes as given, as the steps of a derivation name it.

use crate::model::{ConditionSubject, Day, NodeId, SourceId};

use super::Lens;

/// One restriction or assumption of a lens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Filter {
    /// What held in the world at the end of this day.
    AsOf(Day),
    /// What had been recorded by the end of this day.
    KnownAt(Day),
    /// Only what was said on behalf of this nation or organization.
    OnBehalfOf(NodeId),
    /// Only what was said at an occasion whose text contains this, folded.
    Occasion(String),
    /// Only what this source reports.
    Source(SourceId),
    /// A condition taken as met.
    Assuming(ConditionSubject),
}

impl Lens {
    /// Its filters, in the order of [`Filter`]; none for the default lens.
    pub fn filters(&self) -> Vec<Filter> {
        let times = [self.as_of.map(Filter::AsOf), self.known_at.map(Filter::KnownAt)];
        let others = [
            self.on_behalf_of.map(Filter::OnBehalfOf),
            self.occasion.clone().map(Filter::Occasion),
            self.source.map(Filter::Source),
        ];
        let assumed = self.assuming.iter().cloned().map(Filter::Assuming);
        times.into_iter().chain(others).flatten().chain(assumed).collect()
    }
}
