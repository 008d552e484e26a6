//! The ledger: statements in columns, what few of them have kept apart, and copies in the order of targets and voices.

mod apart;
mod bits;
mod keys;
mod run;
mod segment;
mod writer;

use std::sync::Arc;

use crate::model::{NodeId, StatementId, StatementRef};

pub(super) use apart::{Apart, Code, Entry, ShortCode};
pub(crate) use run::{Moment, Row};
pub(crate) use segment::Segment;
pub(super) use writer::{Taken, Writer};

/// All statements of a graph: segments, one after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Ledger {
    segments: Vec<Arc<Segment>>,
}

impl Ledger {
    pub(super) fn of(writer: Writer) -> Self {
        Self { segments: vec![Arc::new(writer.finish(0))] }
    }

    pub(super) fn len(&self) -> usize {
        self.segments.iter().map(|segment| segment.len()).sum()
    }

    #[inline]
    pub(super) fn get(&self, id: StatementId) -> Option<StatementRef<'_>> {
        let at = self.segments.partition_point(|segment| segment.base <= id.raw()).checked_sub(1)?;
        let segment = self.segments.get(at)?;
        segment.get(id.raw() - segment.base)
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
        let of = |segment: &'l Arc<Segment>| rows(segment).iter().map(|row| segment.numbered(*row));
        let mut ids: Vec<StatementId> = self.segments.iter().flat_map(of).collect();
        ids.sort_unstable();
        ids
    }

    pub(super) fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.segments.iter().map(AsRef::as_ref)
    }

    /// Bytes kept, but for the texts that few statements have.
    pub(super) fn bytes(&self) -> usize {
        self.segments().map(Segment::bytes).sum()
    }
}
