//! The edges that one goes along from member to member, and how likely each is taken.

/// The highest damping: beyond it a result of the accuracy promised takes too long.
pub(super) const MOST_DAMPING: f64 = 0.999;

/// Ranks that cannot be computed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PageRankError {
    /// The damping is none.
    #[error("a damping of {found} is none; write a number from 0 to {MOST_DAMPING}: 0.85 as published")]
    Damping {
        /// What was asked for.
        found: f64,
    },
    /// A place that no member has.
    #[error("the place {place} is beyond the {count} members; places run from 0")]
    Place {
        /// The place.
        place: usize,
        /// How many members there are.
        count: usize,
    },
    /// An edge that nobody can go along.
    #[error("the edge {from} - {to} has the weight {weight}; write a finite number above 0, or leave it out")]
    Weight {
        /// Where it comes from.
        from: usize,
        /// Where it leads to.
        to: usize,
        /// The weight.
        weight: f64,
    },
}

/// From where each is reached, and how likely.
pub(super) struct Ways {
    into: Vec<Vec<(usize, f64)>>,
    /// Those whom no way leads on from.
    ends: Vec<usize>,
}

impl Ways {
    pub(super) fn new(
        count: usize,
        edges: impl IntoIterator<Item = (usize, usize, f64)>,
    ) -> Result<Self, PageRankError> {
        let (mut into, mut most) = (vec![Vec::new(); count], vec![0.0_f64; count]);
        for (from, to, weight) in edges {
            if let Some(&place) = [from, to].iter().find(|place| **place >= count) {
                return Err(PageRankError::Place { place, count });
            }
            if !weight.is_finite() || weight <= 0.0 {
                return Err(PageRankError::Weight { from, to, weight });
            }
            most[from] = most[from].max(weight);
            into[to].push((from, weight));
        }
        // As shares of the largest first, so that no sum is infinite or nothing.
        let mut sums = vec![0.0; count];
        for (from, weight) in into.iter_mut().flatten() {
            *weight /= most[*from];
            sums[*from] += *weight;
        }
        for (from, weight) in into.iter_mut().flatten() {
            *weight /= sums[*from];
        }
        let ends = (0..count).filter(|&place| most[place] == 0.0).collect();
        Ok(Self { into, ends })
    }

    /// One round.
    pub(super) fn followed(&self, ranks: &[f64], start: &[f64], damping: f64) -> Vec<f64> {
        let ended: f64 = self.ends.iter().map(|&place| ranks[place]).sum();
        let anew = damping * ended + (1.0 - damping);
        let rank = |(ways, start): (&Vec<(usize, f64)>, &f64)| {
            let reached: f64 = ways.iter().map(|&(from, share)| share * ranks[from]).sum();
            damping * reached + anew * start
        };
        self.into.iter().zip(start).map(rank).collect()
    }
}
