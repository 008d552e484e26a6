//! All pairs: on how many matters each two of many holders stand on the same side, and on how many on opposite ones.

use crate::model::{NodeId, Polarity};
use crate::position::{LastWords, Selection};

/// Sides of holders on targets, ready for counting what each two have in common.
///
/// A holder stands on the side of its last word on a target itself, as
/// [`Selection::latest_of`] finds it; neutral words and withdrawals stand on none.
///
/// ```
/// use stancegraph::{datasets, analysis::pairs::Sides, position::{Lens, Selection}};
/// let graph = datasets::es_11_1()?;
/// let node = |key: &str| graph.find(key).unwrap();
/// let sides = Sides::of(&Selection::new(graph, Lens::default()), &["BLR", "FRA", "RUS"].map(node));
/// let mut seen = Vec::new();
/// sides.each_pair(|left, right, shared| seen.push((left, right, shared.agree, shared.disagree)));
/// assert_eq!(seen, [(0, 1, 0, 1), (0, 2, 1, 0), (1, 2, 0, 1)]);
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
#[derive(Debug)]
pub struct Sides {
    holders: Vec<NodeId>,
    dense: Dense,
    sparse: Sparse,
}

/// What two holders have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Shared {
    /// On how many targets they stand on the same side.
    pub agree: u32,
    /// On how many they stand on opposite sides.
    pub disagree: u32,
}

/// One holder's side on a target: the target, then in the lowest bit whether it is against.
type Side = u32;

/// Targets that many have a side on, as bits.
#[derive(Debug, Default)]
struct Dense {
    words: usize,
    taken: Vec<u64>,
    against: Vec<u64>,
}

/// Targets that few have a side on, by holder and by target and side.
#[derive(Debug, Default)]
struct Sparse {
    sides: Vec<Side>,
    starts: Vec<u32>,
    /// Holders by target and side, ascending.
    holders: Vec<u32>,
    holder_starts: Vec<u32>,
}

/// What a word of 64 targets costs for one pair, in the cost of counting one target of one pair.
const WORD: u64 = 3;

impl Sides {
    /// The sides of these holders.
    ///
    /// # Complexity
    /// O(s) for the `s` statements of the holders; 8 bytes for each holder's side on each target, a quarter of a byte for
    /// targets that many have a side on.
    pub fn of(selection: &Selection<'_>, holders: &[NodeId]) -> Self {
        let mut words = LastWords::default();
        let (mut sides, mut starts) = (Vec::new(), vec![0]);
        for &holder in holders {
            selection.each_latest_of(holder, &mut words, |target, moment| match moment.polarity() {
                Some(Polarity::Favor) => sides.push(target.raw() << 1),
                Some(Polarity::Against) => sides.push(target.raw() << 1 | 1),
                _ => {}
            });
            starts.push(length(&sides));
        }
        let by_density = Density::of(&sides, holders.len(), selection.graph().node_count());
        let dense = Dense::new(&sides, &starts, &by_density);
        let sparse = Sparse::new(&sides, &starts, &by_density);
        Self { holders: holders.to_vec(), dense, sparse }
    }

    /// The holders, as given.
    pub fn holders(&self) -> &[NodeId] {
        &self.holders
    }

    /// Shows each pair that has a target in common, by the places of both, the lower one first; in order.
    ///
    /// # Complexity
    /// For `n` holders O(n²/64) for each target that many of them have a side on, O(m²) for one that `m` have; O(n)
    /// memory.
    pub fn each_pair(&self, mut see: impl FnMut(usize, usize, Shared)) {
        self.rows(0..self.holders.len(), &mut see);
    }

    /// Folds all pairs, each of several threads over some rows, and merges what they made; in no order.
    ///
    /// # Complexity
    /// As [`each_pair`](Self::each_pair), shared between the threads of rayon's pool.
    #[cfg(feature = "parallel")]
    pub fn fold_pairs<T: Send>(
        &self,
        start: impl Fn() -> T + Sync,
        add: impl Fn(&mut T, usize, usize, Shared) + Sync,
        merge: impl Fn(T, T) -> T + Sync + Send,
    ) -> T {
        use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
        let count = self.holders.len();
        // Rows lose partners toward the end: many small stretches keep every thread busy.
        let step = count.div_ceil(64).max(1);
        let stretches: Vec<_> = (0..count).step_by(step).map(|row| row..(row + step).min(count)).collect();
        let folded = stretches.into_par_iter().map(|rows| {
            let mut made = start();
            self.rows(rows, &mut |left, right, shared| add(&mut made, left, right, shared));
            made
        });
        folded.reduce(&start, merge)
    }

    fn rows(&self, rows: std::ops::Range<usize>, see: &mut impl FnMut(usize, usize, Shared)) {
        let mut counts = vec![0u64; self.holders.len()];
        for row in rows {
            self.sparse.count(row, &mut counts);
            let (own, later) = (self.dense.of(row), self.dense.after(row));
            if self.dense.words == 0 {
                show(row, &mut counts, std::iter::repeat(0), see);
            } else {
                show(row, &mut counts, later.map(|other| own.common(other)), see);
            }
        }
    }
}

/// Shows what a row has in common with later ones, and leaves the counts at 0.
#[inline]
fn show(
    row: usize,
    counts: &mut [u64],
    dense: impl Iterator<Item = u64>,
    see: &mut impl FnMut(usize, usize, Shared),
) {
    for ((at, count), common) in (0..).zip(counts).skip(row + 1).zip(dense) {
        let all = std::mem::take(count) + common;
        if all != 0 {
            let [agree, disagree] = [all & HALF, all >> 32].map(|part| u32::try_from(part).unwrap_or(u32::MAX));
            see(row, at, Shared { agree, disagree });
        }
    }
}

/// Agreements count in the lower half of a number, disagreements in the upper.
const HALF: u64 = u32::MAX as u64;
const DISAGREE: u64 = 1 << 32;

/// Which targets are kept as bits.
struct Density {
    /// The bit of each node; `None` for those that few have a side on.
    bits: Vec<Option<u32>>,
    words: usize,
}

impl Density {
    /// Targets held by the most come first, 64 to a word, as long as a word is cheaper than counting each of them.
    fn of(sides: &[Side], holders: usize, nodes: usize) -> Self {
        let mut held = vec![0u64; nodes];
        for side in sides {
            held[(side >> 1) as usize] += 1;
        }
        let mut order: Vec<usize> = (0..nodes).filter(|&node| held[node] > 0).collect();
        order.sort_unstable_by_key(|&node| (std::cmp::Reverse(held[node]), node));
        let pairs = (holders * holders) as u64;
        let is_cheaper = |word: &&[usize]| word.iter().map(|&node| held[node] * held[node]).sum::<u64>() > WORD * pairs;
        let words = order.chunks(64).take_while(is_cheaper).count();
        let mut bits = vec![None; nodes];
        for (bit, node) in (0..).zip(order.into_iter().take(words * 64)) {
            bits[node] = Some(bit);
        }
        Self { bits, words }
    }

    fn bit(&self, side: Side) -> Option<u32> {
        self.bits[(side >> 1) as usize]
    }
}

/// The bits of one holder.
#[derive(Clone, Copy)]
struct Bits<'d> {
    taken: &'d [u64],
    against: &'d [u64],
}

impl Bits<'_> {
    #[inline]
    fn common(self, other: Self) -> u64 {
        let (mut both, mut opposite) = (0, 0);
        let own = self.taken.iter().zip(self.against);
        for ((taken, against), (other_taken, other_against)) in own.zip(other.taken.iter().zip(other.against)) {
            let shared = taken & other_taken;
            both += shared.count_ones();
            opposite += (shared & (against ^ other_against)).count_ones();
        }
        u64::from(both - opposite) | u64::from(opposite) << 32
    }
}

impl Dense {
    fn new(sides: &[Side], starts: &[u32], density: &Density) -> Self {
        let words = density.words;
        let size = (starts.len() - 1) * words;
        let (mut taken, mut against) = (vec![0u64; size], vec![0u64; size]);
        for (row, own) in rows(sides, starts) {
            for &side in own {
                let Some(bit) = density.bit(side) else { continue };
                let word = row * words + bit as usize / 64;
                taken[word] |= 1 << (bit % 64);
                against[word] |= u64::from(side & 1) << (bit % 64);
            }
        }
        Self { words, taken, against }
    }

    fn of(&self, row: usize) -> Bits<'_> {
        let own = row * self.words..(row + 1) * self.words;
        Bits { taken: &self.taken[own.clone()], against: &self.against[own] }
    }

    fn after(&self, row: usize) -> impl Iterator<Item = Bits<'_>> {
        let start = (row + 1) * self.words;
        let [taken, against] =
            [&self.taken, &self.against].map(|bits| bits[start..].chunks_exact(self.words.max(1)));
        taken.zip(against).map(|(taken, against)| Bits { taken, against })
    }
}

impl Sparse {
    fn new(sides: &[Side], starts: &[u32], density: &Density) -> Self {
        let slots = density.bits.len() * 2;
        let mut sparse = Self { starts: vec![0], holder_starts: vec![0; slots + 1], ..Self::default() };
        for (_, own) in rows(sides, starts) {
            sparse.sides.extend(own.iter().filter(|side| density.bit(**side).is_none()));
            sparse.starts.push(length(&sparse.sides));
        }
        for &side in &sparse.sides {
            sparse.holder_starts[side as usize + 1] += 1;
        }
        for slot in 0..slots {
            sparse.holder_starts[slot + 1] += sparse.holder_starts[slot];
        }
        let mut next = sparse.holder_starts.clone();
        sparse.holders = vec![0; sparse.sides.len()];
        for (number, (_, own)) in (0..).zip(rows(&sparse.sides, &sparse.starts)) {
            for &side in own {
                let place = &mut next[side as usize];
                sparse.holders[*place as usize] = number;
                *place += 1;
            }
        }
        sparse
    }

    /// Adds what a row has in common with each later one.
    fn count(&self, row: usize, counts: &mut [u64]) {
        let own = self.starts[row] as usize..self.starts[row + 1] as usize;
        for &side in &self.sides[own] {
            self.add(row, side, 1, counts);
            self.add(row, side ^ 1, DISAGREE, counts);
        }
    }

    #[inline]
    fn add(&self, row: usize, side: Side, one: u64, counts: &mut [u64]) {
        let all = self.holder_starts[side as usize] as usize..self.holder_starts[side as usize + 1] as usize;
        let holders = &self.holders[all];
        let start = holders.partition_point(|&holder| holder as usize <= row);
        for &holder in &holders[start..] {
            counts[holder as usize] += one;
        }
    }
}

/// The sides of each holder.
fn rows<'s>(sides: &'s [Side], starts: &'s [u32]) -> impl Iterator<Item = (usize, &'s [Side])> {
    starts.windows(2).map(|ends| &sides[ends[0] as usize..ends[1] as usize]).enumerate()
}

fn length(list: &[u32]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}
