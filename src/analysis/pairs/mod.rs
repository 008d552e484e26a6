//! All pairs: on how many matters each two of many holders stand on the same side, and on how many on opposite ones.

mod counter;
mod dense;
mod sparse;

use std::ops::Range;

use crate::model::{NodeId, Polarity};
use crate::position::{LastWords, Selection};

use counter::Counter;
use dense::{Dense, Density, Sums};
use sparse::Sparse;

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
    /// How many sides each holder has.
    counts: Vec<u32>,
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

impl Sides {
    /// The sides of these holders.
    ///
    /// # Complexity
    /// O(s) for the `s` statements of the holders; 8 bytes for each holder's side on each target, a quarter of a byte for
    /// targets that many have a side on.
    pub fn of(selection: &Selection<'_>, holders: &[NodeId]) -> Self {
        let mut words = LastWords::default();
        let (mut sides, mut starts) = (Vec::new(), vec![0]);
        let mut own: Vec<Side> = vec![0; selection.graph().node_count()];
        for &holder in holders {
            let mut found = 0;
            selection.each_latest_of(holder, &mut words, |target, moment| {
                let polarity = moment.polarity();
                // Without a branch: which side a word is on is as good as chance.
                own[found] = target.raw() << 1 | Side::from(polarity == Some(Polarity::Against));
                found += usize::from(matches!(polarity, Some(Polarity::Favor | Polarity::Against)));
            });
            sides.extend_from_slice(&own[..found]);
            starts.push(length(&sides));
        }
        let density = Density::of(&sides, holders.len(), selection.graph().node_count());
        let dense = Dense::new(&sides, &starts, &density);
        let sparse = Sparse::new(&sides, &starts, &density);
        let counts = starts.windows(2).map(|ends| ends[1] - ends[0]).collect();
        Self { holders: holders.to_vec(), dense, sparse, counts }
    }

    /// The holders, as given.
    pub fn holders(&self) -> &[NodeId] {
        &self.holders
    }

    /// Shows each pair that has a target in common, by the places of both, the lower one first; in order.
    ///
    /// # Complexity
    /// As [`each_row`](Self::each_row).
    pub fn each_pair(&self, mut see: impl FnMut(usize, usize, Shared)) {
        self.each_row(|row| {
            let counts = row.agree.iter().zip(row.disagree);
            for (other, (&agree, &disagree)) in (row.holder + 1..).zip(counts) {
                if agree | disagree != 0 {
                    see(row.holder, other, Shared { agree, disagree });
                }
            }
        });
    }

    /// Shows for each holder what it has in common with every later one; in order. A holder without a side is left out.
    ///
    /// The quickest way over all pairs: sums over a row have no branches.
    ///
    /// # Complexity
    /// For `n` holders O(n²/16) for each target that many of them have a side on, O(m²) for one that `m` have, and O(n²) to
    /// show what was counted; O(n) memory.
    pub fn each_row(&self, mut see: impl FnMut(Row<'_>)) {
        self.rows(0..self.holders.len(), &mut see);
    }

    /// Folds the rows of [`each_row`](Self::each_row), each of several threads over some of them, and merges what they
    /// made; in no order.
    ///
    /// # Complexity
    /// As [`each_row`](Self::each_row), shared between the threads of rayon's pool; O(n) memory for each of them.
    #[cfg(feature = "parallel")]
    pub fn fold_rows<T: Send>(
        &self,
        start: impl Fn() -> T + Sync,
        add: impl Fn(&mut T, Row<'_>) + Sync,
        merge: impl Fn(T, T) -> T + Sync + Send,
    ) -> T {
        use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
        let stretches = crate::analysis::stretches(self.holders.len());
        let folded = stretches.into_par_iter().map(|rows| {
            let mut made = start();
            self.rows(rows, &mut |row| add(&mut made, row));
            made
        });
        folded.reduce(&start, merge)
    }

    fn rows(&self, rows: Range<usize>, see: &mut impl FnMut(Row<'_>)) {
        let count = self.holders.len();
        let mut shown = Shown { agree: vec![0; count], disagree: vec![0; count] };
        let (mut small, mut middle, mut large) = (Scratch::<u16>::of(count), None, None);
        for row in rows {
            // No count exceeds the number of the row's own sides, and small counters are nearer at hand.
            match self.counts.get(row).copied().unwrap_or_default() {
                0 => continue,
                1..=0xff => self.row(row, &mut small, &mut shown),
                0x100..=0xffff => {
                    self.row(row, middle.get_or_insert_with(|| Scratch::<u32>::of(count)), &mut shown);
                }
                _ => self.row(row, large.get_or_insert_with(|| Scratch::<u64>::of(count)), &mut shown),
            }
            let later = count - row - 1;
            see(Row { holder: row, agree: &shown.agree[..later], disagree: &shown.disagree[..later] });
        }
    }

    fn row<C: Counter>(&self, row: usize, scratch: &mut Scratch<C>, shown: &mut Shown) {
        self.sparse.count(row, &mut scratch.counts);
        self.dense.count(row, &mut scratch.counts, &mut scratch.sums);
        let places = shown.agree.iter_mut().zip(&mut shown.disagree);
        for (count, (agree, disagree)) in scratch.counts[row + 1..].iter_mut().zip(places) {
            let shared = std::mem::take(count).split();
            (*agree, *disagree) = (shared.agree, shared.disagree);
        }
    }
}

/// What one holder has in common with every later one, by their places.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Row<'r> {
    /// The place of the holder.
    pub holder: usize,
    /// On how many targets each later one stands on the same side, from the next one on.
    pub agree: &'r [u32],
    /// On how many each stands on the opposite side.
    pub disagree: &'r [u32],
}

/// Room for the counts of one row as they are shown.
struct Shown {
    agree: Vec<u32>,
    disagree: Vec<u32>,
}

/// Room for what one row has in common with each other; counts are 0 between two rows.
struct Scratch<C> {
    counts: Vec<C>,
    sums: Sums,
}

impl<C: Counter> Scratch<C> {
    fn of(holders: usize) -> Self {
        Self { counts: vec![C::default(); holders], sums: Sums::of(holders) }
    }
}

/// The sides of each holder.
fn rows<'s>(sides: &'s [Side], starts: &'s [u32]) -> impl Iterator<Item = (usize, &'s [Side])> {
    starts.windows(2).map(|ends| &sides[ends[0] as usize..ends[1] as usize]).enumerate()
}

fn length(list: &[u32]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}
