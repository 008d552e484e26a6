//! What of a packed row can be told without its statement.

use crate::graph::Row;
use crate::model::Date;

use super::{Lens, Selection};

/// Whether plain statements are seen by their date alone, and up to which.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glance {
    /// Whether only the day asked about decides what is seen of them.
    pub(super) is_enough: bool,
    /// The packed date up to which they count.
    pub(super) cutoff: u32,
}

impl Glance {
    pub(super) fn of(selection: &Selection<'_>) -> Self {
        let lens = selection.lens();
        let rest = Lens { as_of: lens.as_of, inference: lens.inference, ..Lens::default() };
        let cutoff = lens.as_of.map_or(u32::MAX >> 9, |day| Date::from(day).pack());
        Self { is_enough: lens.assuming.is_empty() && *lens == rest, cutoff }
    }

    /// Whether a row is seen; `None` where its statement takes a closer look.
    #[inline]
    pub(super) fn sees(self, row: Row) -> Option<bool> {
        (self.is_enough && row.is_plain()).then(|| row.when() <= self.cutoff)
    }
}
