//! Targets that many have a side on, as bits.

use std::cmp::Reverse;

use super::counter::Counter;
use super::{Side, rows};

/// How many planes are added up before a count of eight bits could overflow: eight a plane.
const ADDED: usize = 31;

/// Which targets are kept as bits.
pub(super) struct Density {
    /// The bit of each node; `None` for those that few have a side on.
    bits: Vec<Option<u32>>,
    planes: usize,
}

impl Density {
    /// Targets held by the most come first, eight to a plane, as long as looking at a plane for every pair is cheaper than
    /// counting the pairs of its targets one by one. It takes about half as long as one count.
    pub(super) fn of(sides: &[Side], holders: usize, nodes: usize) -> Self {
        let mut held = vec![0u64; nodes];
        for side in sides {
            held[(side >> 1) as usize] += 1;
        }
        let mut order: Vec<usize> = (0..nodes).filter(|&node| held[node] > 0).collect();
        order.sort_unstable_by_key(|&node| (Reverse(held[node]), node));
        let every_pair = (holders * holders) as u64;
        let is_cheaper = |plane: &&[usize]| {
            plane.iter().map(|&node| held[node] * held[node]).sum::<u64>() * 2 > every_pair
        };
        let planes = order.chunks(8).take_while(is_cheaper).count();
        let mut bits = vec![None; nodes];
        for (bit, node) in (0..).zip(order.into_iter().take(planes * 8)) {
            bits[node] = Some(bit);
        }
        Self { bits, planes }
    }

    /// The bit of a side's target.
    pub(super) fn bit(&self, side: Side) -> Option<u32> {
        self.bits[(side >> 1) as usize]
    }

    /// How many nodes there are.
    pub(super) fn nodes(&self) -> usize {
        self.bits.len()
    }
}

/// Eight targets: for each holder whether it has a side on each, and whether that is against.
#[derive(Debug, Clone, Copy)]
struct Plane<'d> {
    taken: &'d [u8],
    against: &'d [u8],
}

/// Targets that many have a side on: planes, one after the other.
#[derive(Debug)]
pub(super) struct Dense {
    holders: usize,
    taken: Vec<u8>,
    against: Vec<u8>,
}

impl Dense {
    pub(super) fn new(sides: &[Side], starts: &[u32], density: &Density) -> Self {
        let holders = starts.len() - 1;
        let (mut taken, mut against) = (vec![0; holders * density.planes], vec![0; holders * density.planes]);
        if density.planes > 0 {
            for (row, own) in rows(sides, starts) {
                for &side in own {
                    let Some(bit) = density.bit(side) else { continue };
                    let place = bit as usize / 8 * holders + row;
                    taken[place] |= 1 << (bit % 8);
                    against[place] |= u8::from(side & 1 == 1) << (bit % 8);
                }
            }
        }
        Self { holders, taken, against }
    }

    fn planes(&self) -> impl Iterator<Item = Plane<'_>> {
        let [taken, against] =
            [&self.taken, &self.against].map(|bits| bits.chunks_exact(self.holders.max(1)));
        taken.zip(against).map(|(taken, against)| Plane { taken, against })
    }

    /// Adds what a row has in common with each later one.
    pub(super) fn count<C: Counter>(&self, row: usize, counts: &mut [C], sums: &mut Sums) {
        let later = self.holders - row - 1;
        let mut planes = self.planes().peekable();
        while planes.peek().is_some() {
            let (agree, disagree) = (&mut sums.agree[..later], &mut sums.disagree[..later]);
            agree.fill(0);
            disagree.fill(0);
            for plane in planes.by_ref().take(ADDED) {
                plane.count(row, agree, disagree);
            }
            for ((count, agree), disagree) in counts[row + 1..].iter_mut().zip(agree).zip(disagree) {
                *count = count.plus(C::of(*agree, *disagree));
            }
        }
    }
}

/// Room for the sums of some planes.
#[derive(Debug)]
pub(super) struct Sums {
    agree: Vec<u8>,
    disagree: Vec<u8>,
}

impl Sums {
    pub(super) fn of(holders: usize) -> Self {
        Self { agree: vec![0; holders], disagree: vec![0; holders] }
    }
}

impl Plane<'_> {
    /// Without a branch and on bytes alone, so that a compiler does many at once.
    fn count(self, row: usize, agree: &mut [u8], disagree: &mut [u8]) {
        let (taken, against) = (self.taken[row], self.against[row]);
        if taken == 0 {
            return;
        }
        let later = self.taken[row + 1..].iter().zip(&self.against[row + 1..]);
        for ((other_taken, other_against), (agree, disagree)) in later.zip(agree.iter_mut().zip(disagree)) {
            let both = taken & other_taken;
            let opposite = both & (against ^ other_against);
            *agree += ones(both ^ opposite);
            *disagree += ones(opposite);
        }
    }
}

/// How many bits of a byte are set, in steps that processors do on many bytes at once.
#[inline]
const fn ones(byte: u8) -> u8 {
    let pairs = byte - (byte >> 1 & 0x55);
    let fours = (pairs & 0x33) + (pairs >> 2 & 0x33);
    (fours + (fours >> 4)) & 0x0f
}

#[cfg(test)]
mod tests {
    use super::ones;

    #[test]
    fn the_ones_of_every_byte_are_counted() {
        for byte in 0..=u8::MAX {
            assert_eq!(u32::from(ones(byte)), byte.count_ones());
        }
    }
}
