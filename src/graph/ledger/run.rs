//! A copy of the statements in the order of one of their nodes, for reading in one stream.

use std::iter::Peekable;

use crate::model::NodeId;

use super::places::Places;
use super::row::{Row, Within};

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

/// Whether a list of so many nodes is too long for so many rows.
pub(super) const fn is_sparse(nodes: usize, rows: usize) -> bool {
    nodes > rows.saturating_mul(4)
}

impl Default for Starts {
    fn default() -> Self {
        Self::Sparse(Box::default())
    }
}

impl Run {
    /// The rows by holder and by those spoken for, each by date and then in the order of entry.
    ///
    /// A counting sort by node, then each node's rows among themselves: O(n log m) for at most m rows of one node. Few
    /// rows of many nodes are sorted at once, so that it does not take a look at every node.
    pub(super) fn by_voice(
        holders: &[u32],
        targets: &[u32],
        times: impl Iterator<Item = u32>,
        spoken_for: &[(NodeId, u32)],
    ) -> Self {
        let powers = spoken_for.iter().map(|(power, _)| power.raw());
        let mut places = Places::of(holders.iter().copied().chain(powers), holders.len() + spoken_for.len());
        let mut others = spoken_for.iter().peekable();
        for (entry, ((holder, target), when)) in (0..).zip(holders.iter().zip(targets).zip(times)) {
            let row = Row::new(*target, when, entry);
            places.put(*holder, row);
            while let Some((power, _)) = others.next_if(|(_, of)| *of == entry) {
                places.put(power.raw(), row);
            }
        }
        places.sorted(Within::Time)
    }

    /// The same statements by target, each by holder, by date and in the order of entry: the order of the voices
    /// serves, so that of many rows nothing is left to sort.
    ///
    /// O(n) for n rows.
    pub(super) fn by_target(by_voice: &Self, holders: &[u32], targets: &[u32]) -> Self {
        let mut places = Places::of(targets.iter().copied(), targets.len());
        // A row that was made on behalf of a voice is another holder's. Where there is none, nobody is looked up.
        let are_own = by_voice.len() == holders.len();
        for (voice, rows) in by_voice.groups() {
            for row in rows {
                if are_own || holders.get(row.entry() as usize) == Some(&voice.raw()) {
                    places.put(row.other().raw(), row.with_other(voice));
                }
            }
        }
        places.sorted(Within::Other)
    }

    /// Rows by node, with where each node's begin and, behind the last one, where they end.
    pub(super) fn dense(rows: Vec<Row>, starts: Vec<u32>) -> Self {
        Self { rows: rows.into(), starts: Starts::Dense(starts.into()) }
    }

    /// The rows of two runs, node by node; so many statements come before those of the second.
    ///
    /// O(n) for `n` rows, most of them copied in stretches.
    pub(super) fn joined<'r>(
        left: impl Iterator<Item = (NodeId, &'r [Row])>,
        right: impl Iterator<Item = (NodeId, &'r [Row])>,
        (before, rows): (u32, usize),
        within: Within,
    ) -> Self {
        let mut writer = RunWriter::with_capacity(rows);
        let (mut left, mut right) = (left.peekable(), right.peekable());
        while let Some(node) = [left.peek(), right.peek()].into_iter().flatten().map(|(node, _)| *node).min()
        {
            writer.start(node);
            writer.merge(rows_of(&mut left, node), rows_of(&mut right, node), before, within);
        }
        writer.finish()
    }

    /// The rows of a node.
    #[inline]
    pub(super) fn of(&self, node: NodeId) -> &[Row] {
        let (start, end) = self.starts.find(node.raw(), self.rows.len()).unwrap_or_default();
        self.rows.get(start..end).unwrap_or_default()
    }

    /// Each node that has rows, with them; in order.
    pub(super) fn groups(&self) -> impl Iterator<Item = (NodeId, &[Row])> {
        let (dense, sparse) = match &self.starts {
            Starts::Dense(starts) => (&**starts, &[][..]),
            Starts::Sparse(starts) => (&[][..], &**starts),
        };
        let length = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let ends = sparse.iter().skip(1).map(|(_, start)| *start).chain([length]);
        let dense = (0..).zip(dense.windows(2)).map(|(node, ends)| (node, ends[0], ends[1]));
        let sparse = sparse.iter().zip(ends).map(|((node, start), end)| (*node, *start, end));
        let rows = |start: u32, end: u32| self.rows.get(start as usize..end as usize).unwrap_or_default();
        let all = dense.chain(sparse).map(move |(node, start, end)| (NodeId::new(node), rows(start, end)));
        all.filter(|(_, rows)| !rows.is_empty())
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
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

/// Of a node's rows sorted by the other node, those with this one there.
pub(super) fn between(rows: &[Row], other: NodeId) -> &[Row] {
    let start = rows.partition_point(|row| row.other() < other);
    let rest = rows.get(start..).unwrap_or_default();
    let end = rest.partition_point(|row| row.other() == other);
    rest.get(..end).unwrap_or_default()
}

fn rows_of<'r>(groups: &mut Peekable<impl Iterator<Item = (NodeId, &'r [Row])>>, node: NodeId) -> &'r [Row] {
    groups.next_if(|(other, _)| *other == node).map_or(&[], |(_, rows)| rows)
}

impl Starts {
    #[inline]
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

/// A run in the making, node by node.
pub(super) struct RunWriter {
    rows: Vec<Row>,
    starts: Vec<(u32, u32)>,
}

impl RunWriter {
    pub(super) fn with_capacity(rows: usize) -> Self {
        Self { rows: Vec::with_capacity(rows), starts: Vec::new() }
    }

    /// What follows belongs to this node.
    fn start(&mut self, node: NodeId) {
        if self.starts.last().is_none_or(|(last, _)| *last != node.raw()) {
            self.starts.push((node.raw(), u32::try_from(self.rows.len()).unwrap_or(u32::MAX)));
        }
    }

    /// Each row of the right goes after those of the left that are not beyond it.
    fn merge(&mut self, mut left: &[Row], right: &[Row], before: u32, within: Within) {
        for row in right.iter().map(|row| row.after(before)) {
            let (first, rest) =
                left.split_at(left.partition_point(|one| one.rank(within) < row.rank(within)));
            self.rows.extend_from_slice(first);
            self.rows.push(row);
            left = rest;
        }
        self.rows.extend_from_slice(left);
    }

    /// Adds a row of the node last started or of one after it.
    pub(super) fn push(&mut self, node: u32, row: Row) {
        self.start(NodeId::new(node));
        self.rows.push(row);
    }

    pub(super) fn finish(self) -> Run {
        let nodes = self.starts.last().map_or(0, |(node, _)| *node as usize + 1);
        if is_sparse(nodes, self.rows.len()) {
            return Run { rows: self.rows.into(), starts: Starts::Sparse(self.starts.into()) };
        }
        let mut dense = Vec::with_capacity(nodes + 1);
        for (node, start) in self.starts {
            dense.resize(node as usize + 1, start);
        }
        dense.push(u32::try_from(self.rows.len()).unwrap_or(u32::MAX));
        Run { rows: self.rows.into(), starts: Starts::Dense(dense.into()) }
    }
}
