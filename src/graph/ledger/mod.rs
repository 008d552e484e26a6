//! The ledger: statements in columns, what few of them have kept apart, and copies in the order of targets and voices.

mod apart;
mod aparts;
mod bits;
mod columns;
mod join;
mod key_writer;
mod keys;
mod overlay;
mod places;
mod row;
mod run;
mod segment;
mod stored;
mod writer;

use crate::model::{Date, NodeId, StatementId, StatementKey, StatementRef};

use self::columns::Columns;
use super::tiers;

pub(super) use apart::{Apart, Code, Entry, ShortCode};
pub(crate) use row::{Moment, Row};
pub(crate) use segment::Segment;
pub(super) use stored::Stored;
pub(super) use writer::{Taken, Writer};

/// All statements of a graph: segments, one after the other. Grows at its end, and shares what it has with the ledgers
/// it grew from.
#[derive(Debug, Clone, Default)]
pub(super) struct Ledger {
    segments: Vec<Segment>,
}

impl Ledger {
    /// With more statements at its end, as a segment of their own.
    fn with(&self, columns: Columns) -> Self {
        let mut segments = self.segments.clone();
        let base = u32::try_from(self.len()).unwrap_or(u32::MAX);
        segments.push(Segment::new(base, columns));
        Self { segments }
    }

    /// With statements of it taken back, each on a day; in the order of the statements.
    ///
    /// # Complexity
    /// O(n) for the `n` statements on their targets and by their holders, and the square root of the number of all.
    pub(super) fn without(&self, retracted: &[(StatementId, Date)]) -> Self {
        let mut segments = self.segments.clone();
        for segment in &mut segments {
            let rows = retracted.iter().filter_map(|(id, date)| {
                let row = id.raw().checked_sub(segment.base())?;
                ((row as usize) < segment.len()).then_some((row, *date))
            });
            let rows: Vec<_> = rows.collect();
            if !rows.is_empty() {
                *segment = segment.without(rows);
            }
        }
        Self { segments }
    }

    /// The same statements in few segments, with few retractions laid over them.
    ///
    /// # Complexity
    /// A statement is copied some thirty times for each tier it passes, whatever the number of statements.
    pub(super) fn settled(mut self) -> Self {
        let count = tiers::joint(self.segments.iter().rev().map(Segment::len));
        for _ in 1..count {
            let (Some(last), Some(before)) = (self.segments.pop(), self.segments.pop()) else { break };
            self.segments.push(join::joined(&before, &last));
        }
        for segment in self.segments.iter_mut().filter(|segment| segment.is_burdened()) {
            let nothing = Segment::new(0, Columns::default());
            *segment = join::joined(segment, &nothing);
        }
        self
    }

    /// The statement with this key.
    ///
    /// # Complexity
    /// O(log n) for `n` statements; less where keys count up.
    pub(super) fn find(&self, key: StatementKey<'_>) -> Option<StatementId> {
        self.segments.iter().find_map(|segment| {
            let row = segment.columns.keys.find(key)?;
            Some(StatementId::new(segment.base() + row))
        })
    }

    pub(super) fn len(&self) -> usize {
        self.segments.last().map_or(0, |segment| segment.base() as usize + segment.len())
    }

    #[inline]
    pub(super) fn get(&self, id: StatementId) -> Option<StatementRef<'_>> {
        let segment = match self.segments.as_slice() {
            [only] => only,
            segments => segments
                .get(segments.partition_point(|segment| segment.base() <= id.raw()).checked_sub(1)?)?,
        };
        segment.get(id.raw() - segment.base())
    }

    /// A statement of this ledger. Panics for an id of another one, as an index does.
    #[inline]
    pub(super) fn at(&self, id: StatementId) -> StatementRef<'_> {
        #[expect(clippy::expect_used, reason = "ids come from this graph, as with an index")]
        self.get(id).expect("the id of a statement of this graph")
    }

    /// Statements of a voice on one target, in order of entry: the shorter way there is searched.
    pub(super) fn between(&self, voice: NodeId, target: NodeId) -> Vec<StatementId> {
        let mut ids = Vec::new();
        for segment in self.segments() {
            let own = segment.between(voice, target);
            ids.extend(own.iter().map(|row| segment.numbered(*row)));
            if segment.has_spokesmen(voice) {
                let behalf = segment.by(voice).iter().filter(|row| row.other() == target);
                ids.extend(behalf.map(|row| segment.numbered(*row)));
            }
        }
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The statements of each segment's rows, in order of entry.
    pub(super) fn gather<'l>(&'l self, rows: impl Fn(&'l Segment) -> &'l [Row]) -> Vec<StatementId> {
        let of = |segment: &'l Segment| rows(segment).iter().map(|row| segment.numbered(*row));
        let mut ids: Vec<StatementId> = self.segments.iter().flat_map(of).collect();
        ids.sort_unstable();
        ids
    }

    pub(super) fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.segments.iter()
    }

    /// Bytes kept, but for the texts that few statements have.
    pub(super) fn bytes(&self) -> usize {
        self.segments().map(Segment::bytes).sum()
    }
}

#[cfg(test)]
mod tests;
