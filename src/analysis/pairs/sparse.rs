//! Targets that few have a side on, by holder and by side.

use super::counter::Counter;
use super::dense::Density;
use super::{Side, length, rows};

/// The sides of each holder and the holders of each side.
#[derive(Debug)]
pub(super) struct Sparse {
    sides: Vec<Side>,
    starts: Vec<u32>,
    /// Ascending within a side.
    holders: Vec<u32>,
    holder_starts: Vec<u32>,
}

impl Sparse {
    pub(super) fn new(sides: &[Side], starts: &[u32], density: &Density) -> Self {
        let slots = density.nodes() * 2;
        let mut sparse = Self {
            sides: Vec::new(),
            starts: vec![0],
            holders: Vec::new(),
            holder_starts: vec![0; slots + 1],
        };
        for (_, own) in rows(sides, starts) {
            sparse.sides.extend(own.iter().filter(|side| density.bit(**side).is_none()));
            sparse.starts.push(length(&sparse.sides));
        }
        sparse.gather(slots);
        sparse
    }

    /// A counting sort by side.
    fn gather(&mut self, slots: usize) {
        for &side in &self.sides {
            self.holder_starts[side as usize + 1] += 1;
        }
        for slot in 0..slots {
            self.holder_starts[slot + 1] += self.holder_starts[slot];
        }
        let mut next = self.holder_starts.clone();
        self.holders = vec![0; self.sides.len()];
        for (number, (_, own)) in (0..).zip(rows(&self.sides, &self.starts)) {
            for &side in own {
                let place = &mut next[side as usize];
                self.holders[*place as usize] = number;
                *place += 1;
            }
        }
    }

    /// Adds what a row has in common with each later one.
    pub(super) fn count<C: Counter>(&self, row: usize, counts: &mut [C]) {
        let own = self.starts[row] as usize..self.starts[row + 1] as usize;
        for &side in &self.sides[own] {
            self.add(row, side, C::AGREE, counts);
            self.add(row, side ^ 1, C::DISAGREE, counts);
        }
    }

    #[inline]
    fn add<C: Counter>(&self, row: usize, side: Side, one: C, counts: &mut [C]) {
        let all = self.holder_starts[side as usize] as usize..self.holder_starts[side as usize + 1] as usize;
        let holders = &self.holders[all];
        let start = holders.partition_point(|&holder| holder as usize <= row);
        for &holder in &holders[start..] {
            let count = &mut counts[holder as usize];
            *count = count.plus(one);
        }
    }
}
