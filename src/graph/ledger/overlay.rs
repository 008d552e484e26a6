//! What was taken back of a segment after it was made, laid over it.

use std::sync::Arc;

use hashbrown::HashMap;

use crate::model::{Date, NodeId};

use super::columns::Columns;
use super::row::Row;

/// When statements of a segment were taken back, and copies of the rows that no longer tell enough by themselves.
#[derive(Debug, Clone, Default)]
pub(super) struct Overlay {
    dates: HashMap<u32, Date>,
    by_target: HashMap<NodeId, Arc<[Row]>>,
    by_voice: HashMap<NodeId, Arc<[Row]>>,
}

impl Overlay {
    /// With one more statement taken back.
    ///
    /// # Complexity
    /// O(n) for the `n` statements on its target and by its holder: their rows are copied.
    pub(super) fn add(&mut self, row: u32, date: Date, columns: &Columns) {
        self.dates.insert(row, date);
        let Some(statement) = columns.get(row) else { return };
        mark(&mut self.by_target, statement.target, row, columns.on(statement.target));
        mark(&mut self.by_voice, statement.holder, row, columns.by(statement.holder));
    }

    /// How many statements were taken back.
    pub(super) fn len(&self) -> usize {
        self.dates.len()
    }

    pub(super) fn date(&self, row: u32) -> Option<Date> {
        self.dates.get(&row).copied()
    }

    /// Every row that was taken back, with the date; in no order.
    pub(super) fn dates(&self) -> impl Iterator<Item = (u32, Date)> {
        self.dates.iter().map(|(row, date)| (*row, *date))
    }

    #[inline]
    pub(super) fn on(&self, target: NodeId) -> Option<&[Row]> {
        self.by_target.get(&target).map(AsRef::as_ref)
    }

    #[inline]
    pub(super) fn by(&self, voice: NodeId) -> Option<&[Row]> {
        self.by_voice.get(&voice).map(AsRef::as_ref)
    }

    /// Bytes kept.
    pub(super) fn bytes(&self) -> usize {
        let rows = self.by_target.values().chain(self.by_voice.values()).map(|rows| size_of_val(&**rows));
        rows.sum::<usize>() + self.dates.len() * size_of::<(u32, Date)>()
    }
}

/// Has the row of a statement looked at more closely, in the copy of its node's rows.
fn mark(copies: &mut HashMap<NodeId, Arc<[Row]>>, node: NodeId, entry: u32, rows: &[Row]) {
    let rows = copies.get(&node).map_or(rows, AsRef::as_ref);
    // What has something apart is looked at closely as it is.
    if !rows.iter().any(|row| row.entry() == entry && !row.is_special()) {
        return;
    }
    let marked = rows.iter().map(|row| if row.entry() == entry { row.as_special() } else { *row });
    let marked = marked.collect();
    copies.insert(node, marked);
}
