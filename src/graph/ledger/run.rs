//! A copy of the statements in the order of one of their nodes, packed for reading in one stream.

use crate::model::{Date, NodeId, Polarity, StatementId, is_word};

use super::bits::Bits;

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
    /// The date and the flags of a statement, from its packed date and its small fields.
    pub(super) fn time_of(said: u32, bits: Bits) -> u32 {
        let stance = bits.stance();
        let polarity = stance.polarity().map_or(3, |polarity| u32::from(polarity.code()));
        let special = bits.has_apart() || !is_word(bits.act(), bits.modality(), stance);
        let exact = Date::is_packed_day(said);
        said << FLAGS | polarity | if special { SPECIAL } else { 0 } | if exact { 0 } else { INEXACT }
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

    fn time(&self) -> (u32, u32) {
        (self.when(), self.entry)
    }
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
    /// The rows by holder and by those spoken for, each by date and then in the order of entry.
    ///
    /// A counting sort by node, then each node's rows among themselves: O(n log m) for at most m rows of one node.
    pub(super) fn by_voice(
        holders: &[u32],
        targets: &[u32],
        times: impl Iterator<Item = u32>,
        spoken_for: &[(NodeId, u32)],
    ) -> Self {
        let powers = spoken_for.iter().map(|(power, _)| power.raw());
        let starts = starts(holders.iter().copied().chain(powers));
        let mut next = starts.clone();
        let mut sorted = vec![Row { other: 0, when: 0, entry: 0 }; holders.len() + spoken_for.len()];
        let mut others = spoken_for.iter().peekable();
        for (entry, ((holder, target), when)) in (0..).zip(holders.iter().zip(targets).zip(times)) {
            let row = Row { other: *target, when, entry };
            put(row, *holder, &mut next, &mut sorted);
            while let Some((power, _)) = others.next_if(|(_, of)| *of == entry) {
                put(row, power.raw(), &mut next, &mut sorted);
            }
        }
        for ends in starts.windows(2) {
            let own = &mut sorted[ends[0] as usize..ends[1] as usize];
            if !own.is_sorted_by_key(Row::time) {
                own.sort_unstable_by_key(Row::time);
            }
        }
        Self { starts: Starts::of(starts, sorted.len()), rows: sorted.into() }
    }

    /// The same statements by target, each by holder, by date and in the order of entry: the order of the voices
    /// serves, so that nothing is left to sort.
    ///
    /// O(n) for n rows.
    pub(super) fn by_target(by_voice: &Self, holders: &[u32], targets: &[u32]) -> Self {
        let starts = starts(targets.iter().copied());
        let mut next = starts.clone();
        let mut sorted = vec![Row { other: 0, when: 0, entry: 0 }; targets.len()];
        for (voice, rows) in by_voice.voices() {
            for row in rows {
                // A row that was made on behalf of this voice is another holder's.
                if holders.get(row.entry as usize) == Some(&voice) {
                    put(Row { other: voice, ..*row }, row.other, &mut next, &mut sorted);
                }
            }
        }
        Self { starts: Starts::of(starts, sorted.len()), rows: sorted.into() }
    }

    /// The nodes that have rows, ascending, with their rows.
    fn voices(&self) -> impl Iterator<Item = (u32, &[Row])> {
        let nodes: Vec<u32> = match &self.starts {
            Starts::Dense(starts) => (0..).take(starts.len().saturating_sub(1)).collect(),
            Starts::Sparse(starts) => starts.iter().map(|(node, _)| *node).collect(),
        };
        nodes.into_iter().map(|node| (node, self.of(NodeId::new(node))))
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

/// Where the rows of each node begin, and behind the last one where they end.
fn starts(nodes: impl Iterator<Item = u32> + Clone) -> Vec<u32> {
    let count = nodes.clone().max().map_or(0, |last| last as usize + 1);
    let mut starts = vec![0u32; count + 1];
    for node in nodes {
        starts[node as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    starts
}

/// Puts a row at the next place of its node.
#[inline]
fn put(row: Row, node: u32, next: &mut [u32], sorted: &mut [Row]) {
    let place = &mut next[node as usize];
    sorted[*place as usize] = row;
    *place += 1;
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
