//! What lies next to each node, one row a node, all rows in one list.

/// One end of an edge, as seen from the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Half {
    pub(super) neighbor: u32,
    pub(super) edge: u32,
}

/// Rows of halves, by neighbor and then by edge.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// Where each row starts, and where the last one ends.
    starts: Box<[u32]>,
    halves: Box<[Half]>,
}

impl Rows {
    /// So many rows, of halves that each belong to one of them.
    pub(super) fn new(count: usize, halves: impl Iterator<Item = (u32, Half)> + Clone) -> Self {
        let mut starts = vec![0_u32; count + 1];
        for (row, _) in halves.clone() {
            starts[row as usize + 1] += 1;
        }
        let mut total = 0;
        for start in &mut starts {
            total += *start;
            *start = total;
        }
        let mut next = starts.clone();
        let mut placed = vec![Half { neighbor: 0, edge: 0 }; total as usize];
        for (row, half) in halves {
            placed[next[row as usize] as usize] = half;
            next[row as usize] += 1;
        }
        for row in starts.windows(2) {
            placed[row[0] as usize..row[1] as usize].sort_unstable();
        }
        Self { starts: starts.into(), halves: placed.into() }
    }

    /// The row of a node; empty for one that is not there.
    pub(super) fn of(&self, node: usize) -> &[Half] {
        let row = self.starts.get(node).zip(self.starts.get(node + 1));
        row.and_then(|(&start, &end)| self.halves.get(start as usize..end as usize)).unwrap_or_default()
    }

    /// Whether one lies next to another.
    pub(super) fn joins(&self, node: usize, neighbor: usize) -> bool {
        let row = self.of(node);
        let at = row.partition_point(|half| (half.neighbor as usize) < neighbor);
        row.get(at).is_some_and(|half| half.neighbor as usize == neighbor)
    }
}
