//! A copy of the statements in the order of one of their nodes, packed for reading in one stream.

use crate::model::{NodeId, Polarity, StatementId};

use super::apart::Entry;

/// One statement in a run: the node at its other end, when it was said, which way it leans, and which it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    other: u32,
    /// The packed date, then the flags.
    when: u32,
    entry: u32,
}

/// When a statement was made, which it is, and which way it leans; the later is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Moment(u64);

impl Moment {
    /// Whether it stands for no statement.
    pub(crate) const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The statement.
    pub(crate) fn statement(self) -> StatementId {
        StatementId::new(u32::try_from(self.0 >> 2 & 0xffff_ffff).unwrap_or(u32::MAX))
    }

    /// Which way it leans.
    #[inline]
    pub(crate) fn polarity(self) -> Option<Polarity> {
        Polarity::from_code((self.0 & u64::from(POLARITY)).to_le_bytes()[0])
    }
}

const FLAGS: u32 = 9;
const POLARITY: u32 = 0x3;
/// Anything but one holder's own unmarked words: a hint, a deed, an absence, or with something kept apart.
const SPECIAL: u32 = 0x4;
/// No day is known, or only a month or a year.
const INEXACT: u32 = 0x8;

impl Row {
    pub(super) fn new(other: NodeId, entry: &Entry<'_>, special: bool, id: u32) -> Self {
        let polarity = entry.stance.polarity().map_or(3, |polarity| u32::from(polarity.code()));
        let exact = entry.said.is_some_and(crate::model::Date::is_exact);
        let flags = polarity | if special { SPECIAL } else { 0 } | if exact { 0 } else { INEXACT };
        let when = entry.said.map_or(0, crate::model::Date::pack) << FLAGS | flags;
        Self { other: other.raw(), when, entry: id }
    }

    /// The node at the other end: the holder in a run by target, the target in a run by voice.
    #[inline]
    pub(crate) fn other(self) -> NodeId {
        NodeId::new(self.other)
    }

    /// The packed date; 0 where there is none.
    #[inline]
    pub(crate) const fn when(self) -> u32 {
        self.when >> FLAGS
    }

    #[inline]
    pub(crate) fn polarity(self) -> Option<Polarity> {
        Polarity::from_code((self.when & POLARITY).to_le_bytes()[0])
    }

    /// Whether it is one holder's own unmarked words of a known day, with nothing kept apart.
    #[inline]
    pub(crate) const fn is_plain(self) -> bool {
        self.when & (SPECIAL | INEXACT) == 0
    }

    /// As one number that grows with a packed date and, on one date, with the order of entry; never 0. The polarity stands
    /// in its two lowest bits.
    #[inline]
    pub(crate) fn moment(self, when: u32, base: u32) -> Moment {
        let entry = u64::from(base + self.entry);
        Moment(u64::from(when + 1) << 34 | entry << 2 | u64::from(self.when & POLARITY))
    }

    /// [`moment`](Self::moment) at its own date, or none where that is after a packed date.
    #[inline]
    pub(crate) fn moment_until(self, cutoff: u32, base: u32) -> Moment {
        let moment = self.moment(self.when(), base);
        Moment(moment.0 * u64::from(self.when() <= cutoff))
    }

    fn order(&self) -> (u32, u32, u32) {
        (self.other, self.when(), self.entry)
    }

    fn time(&self) -> (u32, u32) {
        (self.when(), self.entry)
    }
}

/// What the rows of one node are sorted by.
#[derive(Debug, Clone, Copy)]
pub(super) enum Within {
    /// The other node, then the date, then the order of entry.
    Other,
    /// The date, then the order of entry.
    Time,
}

/// Rows by node. A node's rows are contiguous.
#[derive(Debug, Default)]
pub(super) struct Run {
    rows: Box<[Row]>,
    starts: Starts,
}

/// Where each node's rows begin: for all nodes, or in a small run only for those that have any.
#[derive(Debug)]
enum Starts {
    Dense(Box<[u32]>),
    Sparse(Box<[(u32, u32)]>),
}

impl Default for Starts {
    fn default() -> Self {
        Self::Sparse(Box::default())
    }
}

impl Run {
    /// Sorts rows given with the node they belong to.
    ///
    /// A counting sort by node, then each node's rows among themselves: O(n log m) for at most m rows of one node.
    pub(super) fn new(rows: &[(NodeId, Row)], within: Within) -> Self {
        let nodes = rows.iter().map(|(node, _)| node.index() + 1).max().unwrap_or_default();
        let mut starts = vec![0u32; nodes + 1];
        for (node, _) in rows {
            starts[node.index() + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut sorted = vec![Row { other: 0, when: 0, entry: 0 }; rows.len()];
        for (node, row) in rows {
            let place = &mut next[node.index()];
            sorted[*place as usize] = *row;
            *place += 1;
        }
        for ends in starts.windows(2) {
            let own = &mut sorted[ends[0] as usize..ends[1] as usize];
            match within {
                Within::Other => own.sort_unstable_by_key(Row::order),
                Within::Time => own.sort_unstable_by_key(Row::time),
            }
        }
        Self { rows: sorted.into(), starts: Starts::of(starts, rows.len()) }
    }

    /// The rows of a node.
    pub(super) fn of(&self, node: NodeId) -> &[Row] {
        let (start, end) = self.starts.find(node.raw(), self.rows.len()).unwrap_or_default();
        self.rows.get(start..end).unwrap_or_default()
    }

    /// The rows of a node with this one at their other end; only where they are sorted by it.
    pub(super) fn between(&self, node: NodeId, other: NodeId) -> &[Row] {
        let rows = self.of(node);
        let start = rows.partition_point(|row| row.other < other.raw());
        let rest = rows.get(start..).unwrap_or_default();
        let end = rest.partition_point(|row| row.other == other.raw());
        rest.get(..end).unwrap_or_default()
    }

    /// Bytes kept.
    pub(super) fn bytes(&self) -> usize {
        let starts = match &self.starts {
            Starts::Dense(starts) => size_of_val(&**starts),
            Starts::Sparse(starts) => size_of_val(&**starts),
        };
        size_of_val(&*self.rows) + starts
    }
}

impl Starts {
    fn of(starts: Vec<u32>, rows: usize) -> Self {
        if starts.len() <= rows.saturating_mul(4) {
            return Self::Dense(starts.into());
        }
        let taken = (0..).zip(starts.windows(2)).filter(|(_, ends)| ends[0] < ends[1]);
        Self::Sparse(taken.map(|(node, ends)| (node, ends[0])).collect())
    }

    fn find(&self, node: u32, rows: usize) -> Option<(usize, usize)> {
        match self {
            Self::Dense(starts) => {
                let at = node as usize;
                Some((*starts.get(at)? as usize, *starts.get(at + 1)? as usize))
            }
            Self::Sparse(starts) => Self::find_sparse(starts, node, rows),
        }
    }

    fn find_sparse(starts: &[(u32, u32)], node: u32, rows: usize) -> Option<(usize, usize)> {
        let at = starts.binary_search_by_key(&node, |(node, _)| *node).ok()?;
        let end = starts.get(at + 1).map_or(rows, |(_, start)| *start as usize);
        Some((starts.get(at)?.1 as usize, end))
    }
}

/// A statement of a segment as a statement of the graph.
pub(super) const fn numbered(base: u32, row: Row) -> StatementId {
    StatementId::new(base + row.entry)
}
