//! Rows on their way into a run, each to the next place of its node.

use super::row::{Row, Within};
use super::run::{Run, RunWriter, is_sparse};

/// Rows by node, in the order in which they are put.
pub(super) enum Places {
    /// Where each node's rows begin, where its next one goes, and the rows.
    Dense { starts: Vec<u32>, next: Vec<u32>, rows: Vec<Row> },
    /// Few rows of many nodes, in no order yet.
    Sparse(Vec<(u32, Row)>),
}

impl Places {
    /// Places for the rows of these nodes, so many in all.
    pub(super) fn of(nodes: impl Iterator<Item = u32> + Clone, rows: usize) -> Self {
        let count = nodes.clone().max().map_or(0, |last| last as usize + 1);
        if is_sparse(count, rows) {
            return Self::Sparse(Vec::with_capacity(rows));
        }
        let mut starts = vec![0u32; count + 1];
        for node in nodes {
            starts[node as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self::Dense { next: starts.clone(), starts, rows: vec![Row::default(); rows] }
    }

    /// Puts a row at the next place of its node.
    #[inline]
    pub(super) fn put(&mut self, node: u32, row: Row) {
        match self {
            Self::Dense { next, rows, .. } => {
                let place = &mut next[node as usize];
                rows[*place as usize] = row;
                *place += 1;
            }
            Self::Sparse(rows) => rows.push((node, row)),
        }
    }

    /// The run, each node's rows in this order.
    pub(super) fn sorted(self, within: Within) -> Run {
        match self {
            Self::Dense { starts, mut rows, .. } => {
                for ends in starts.windows(2) {
                    let own = &mut rows[ends[0] as usize..ends[1] as usize];
                    if !own.is_sorted_by_key(|row| row.rank(within)) {
                        own.sort_unstable_by_key(|row| row.rank(within));
                    }
                }
                Run::dense(rows, starts)
            }
            Self::Sparse(mut rows) => {
                rows.sort_unstable_by_key(|(node, row)| (*node, row.rank(within)));
                let mut writer = RunWriter::with_capacity(rows.len());
                for (node, row) in rows {
                    writer.push(node, row);
                }
                writer.finish()
            }
        }
    }
}
