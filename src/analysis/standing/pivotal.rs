//! Who can turn a vote: power by how often a voter is decisive.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::partition::real;

/// The most voters: the sets of more may be too many for a number.
const MOST_VOTERS: usize = 1_000;

/// The most cells of a table, voters times quota, as a bound on memory: 160 megabytes.
const MOST_CELLS: u128 = 20_000_000;

/// The most steps, as a bound on time: some seconds.
const MOST_STEPS: u128 = 10_000_000_000;

/// A vote that cannot be weighed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PivotalError {
    /// The quota is none.
    #[error(
        "a quota of {quota} of {total} votes is never missed or never met; write a number from 1 to {total}"
    )]
    Quota {
        /// What was asked for.
        quota: u32,
        /// All votes.
        total: u32,
    },
    /// There are too many voters.
    #[error(
        "{voters} voters are too many to count their sets; write at most {MOST_VOTERS}, the largest or the ones you compare"
    )]
    TooManyVoters {
        /// How many voters there are.
        voters: usize,
    },
    /// There are too many votes.
    #[error(
        "a quota of {quota} with {voters} voters is too large to count; divide all votes and the quota by the same number and \
         round them, so that the quota is at most {most}"
    )]
    TooManyVotes {
        /// What was asked for.
        quota: u32,
        /// How many voters there are.
        voters: usize,
        /// The largest quota that can be counted for so many voters of so many different weights.
        most: u32,
    },
    /// All votes together are more than a quota can be.
    #[error(
        "{total} votes are more than {}; divide all votes and the quota by the same number and round them",
        u32::MAX
    )]
    TotalTooLarge {
        /// All votes.
        total: u64,
    },
}

/// How often each voter is decisive where a motion passes with so many votes.
///
/// A veto is a quota of all votes, or a weight without which the quota is not met; a simple majority of equal voters is a weight of
/// 1 each and a quota of more than half.
///
/// # Source
/// Shapley and Shubik (1954), A method for evaluating the distribution of power in a committee system; Banzhaf (1965), Weighted
/// voting doesn't work.
///
/// # Example
/// ```
/// use stancegraph::analysis::standing::Pivotal;
/// // The Council of the European Economic Community of 1958: Germany, France, Italy, Belgium, the Netherlands, Luxembourg.
/// let council = Pivotal::of(&[4, 4, 4, 2, 2, 1], 12)?;
/// assert_eq!(council.swings(), [10.0, 10.0, 10.0, 6.0, 6.0, 0.0], "Luxembourg's vote never counted");
/// assert!((council.shapley_shubik()[0] - 14.0 / 60.0).abs() < 1e-12);
/// # Ok::<(), stancegraph::analysis::standing::PivotalError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Pivotal {
    swings: Vec<f64>,
    shapley: Vec<f64>,
}

impl Pivotal {
    /// The power of voters with these votes.
    ///
    /// # Errors
    /// [`PivotalError`] for a quota of none or of more votes than there are, for more than 1,000 voters, and for a quota that makes
    /// `n · quota` more than 20 million or `d · n² · quota` more than 10 billion, for `n` voters of `d` different weights. Votes in
    /// the millions are then to be divided and rounded; the error tells how far.
    ///
    /// # Complexity
    /// O(d · n² · quota) time, as voters of one weight have the same power; O(n · quota) memory.
    pub fn of(votes: &[u32], quota: u32) -> Result<Self, PivotalError> {
        let mut power: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
        check(votes, quota)?;
        for (voter, &weight) in votes.iter().enumerate() {
            power.entry(weight).or_insert_with(|| decisive(votes, quota as usize, voter));
        }
        let (swings, shapley) = votes.iter().filter_map(|weight| power.get(weight)).copied().unzip();
        Ok(Self { swings, shapley })
    }

    /// In how many sets of other voters each is decisive: they fail without it and pass with it. Exact up to 2⁵³.
    pub fn swings(&self) -> &[f64] {
        &self.swings
    }

    /// The normalized Banzhaf index of each: its swings as a share of all swings, from 0 to 1, together 1.
    pub fn banzhaf(&self) -> Vec<f64> {
        let all: f64 = self.swings.iter().sum();
        self.swings.iter().map(|swings| swings / all).collect()
    }

    /// The Shapley-Shubik index of each: the share of all orders of the voters in which it is the one that meets the quota; from 0
    /// to 1, together 1.
    pub fn shapley_shubik(&self) -> &[f64] {
        &self.shapley
    }
}

/// Whether the power of voters with these votes can be counted.
fn check(votes: &[u32], quota: u32) -> Result<(), PivotalError> {
    let count = votes.len();
    let total: u64 = votes.iter().copied().map(u64::from).sum();
    let total = u32::try_from(total).map_err(|_| PivotalError::TotalTooLarge { total })?;
    if quota == 0 || quota > total {
        return Err(PivotalError::Quota { quota, total });
    }
    if count > MOST_VOTERS {
        return Err(PivotalError::TooManyVoters { voters: count });
    }
    let most = largest_quota(votes);
    if quota > most { Err(PivotalError::TooManyVotes { quota, voters: count, most }) } else { Ok(()) }
}

/// The largest quota that keeps within the bounds on memory and on time.
fn largest_quota(votes: &[u32]) -> u32 {
    let weights = votes.iter().collect::<BTreeSet<_>>().len().max(1) as u128;
    let count = votes.len().max(1) as u128;
    let most = (MOST_CELLS / count).min(MOST_STEPS / (weights * count * count));
    u32::try_from(most).unwrap_or(u32::MAX)
}

/// The swings of a voter, and the share of orders in which it is decisive.
fn decisive(weights: &[u32], quota: usize, one: usize) -> (f64, f64) {
    let own = weights[one] as usize;
    // sets[size][sum]: how many sets of others there are of a size and a sum below the quota.
    let mut sets = vec![vec![0.0; quota]; weights.len()];
    sets[0][0] = 1.0;
    let rest = weights.iter().enumerate().filter(|(other, _)| *other != one);
    for (seen, (_, &weight)) in rest.enumerate() {
        for size in (0..=seen).rev() {
            for sum in (0..quota.saturating_sub(weight as usize)).rev() {
                sets[size + 1][sum + weight as usize] += sets[size][sum];
            }
        }
    }
    let (mut swings, mut share, mut orders) = (0.0, 0.0, 1.0);
    for (size, by_sum) in sets.iter().enumerate() {
        let count: f64 = by_sum.iter().skip(quota.saturating_sub(own)).sum();
        swings += count;
        // Of the orders, 1 in n has the voter at this place, and of those 1 in (n - 1 over size) has just this set before it.
        share += count / orders / real(weights.len());
        orders *= real(weights.len() - 1 - size.min(weights.len() - 1)) / real(size + 1);
    }
    (swings, share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::partition::Lots;

    #[test]
    fn the_council_of_1958_has_its_published_power() {
        // Felsenthal and Machover (1998), The measurement of voting power, chapter 5: Banzhaf 5/21, 1/7, 0; Shapley and Shubik
        // 7/30, 3/20, 0.
        let council = Pivotal::of(&[4, 4, 4, 2, 2, 1], 12).unwrap();
        let close =
            |found: &[f64], wanted: [f64; 6]| found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-12);
        let [large, small] = [5.0 / 21.0, 1.0 / 7.0];
        assert!(close(&council.banzhaf(), [large, large, large, small, small, 0.0]));
        let [large, small] = [7.0 / 30.0, 3.0 / 20.0];
        assert!(close(council.shapley_shubik(), [large, large, large, small, small, 0.0]));
    }

    #[test]
    fn the_five_of_the_security_council_hold_nearly_all_power() {
        // Five with a veto and ten without, nine votes in all: weights 7 and 1, quota 39; 0.1963 each and 0.00186 each, as many
        // textbooks have it after Shapley and Shubik.
        let votes: Vec<u32> = [7; 5].into_iter().chain([1; 10]).collect();
        let council = Pivotal::of(&votes, 39).unwrap();
        assert!((council.shapley_shubik()[0] - 0.196_270).abs() < 1e-6);
        assert!((council.shapley_shubik()[14] - 0.001_865).abs() < 1e-6);
    }

    #[test]
    fn power_is_that_of_looking_at_every_set_and_every_order() {
        let mut lots = Lots::new(9);
        for _ in 0..60 {
            let votes: Vec<u32> =
                (0..=lots.below(6)).map(|_| u32::try_from(lots.below(6)).unwrap()).collect();
            let total: u32 = votes.iter().sum();
            if total == 0 {
                continue;
            }
            let quota = 1 + u32::try_from(lots.below(total as usize)).unwrap();
            let found = Pivotal::of(&votes, quota).unwrap();
            for voter in 0..votes.len() {
                let sum = |set: usize| {
                    (0..votes.len()).filter(|at| set >> at & 1 == 1).map(|at| votes[at]).sum::<u32>()
                };
                let sets = (0..1usize << votes.len()).filter(|set| set >> voter & 1 == 0);
                let swings: Vec<usize> =
                    sets.filter(|&set| sum(set) < quota && sum(set | 1 << voter) >= quota).collect();
                assert!((found.swings()[voter] - real(swings.len())).abs() < 1e-9);
                let orders = |count: usize| (1..=count).map(real).product::<f64>();
                let share = |set: &usize| {
                    let before = set.count_ones() as usize;
                    orders(before) * orders(votes.len() - 1 - before) / orders(votes.len())
                };
                let wanted: f64 = swings.iter().map(share).sum();
                assert!((found.shapley_shubik()[voter] - wanted).abs() < 1e-9);
            }
            assert!((found.shapley_shubik().iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn a_quota_that_is_none_is_told() {
        let told = |quota| Pivotal::of(&[2, 1], quota).unwrap_err().to_string();
        assert_eq!(
            told(0),
            "a quota of 0 of 3 votes is never missed or never met; write a number from 1 to 3"
        );
        assert_eq!(
            told(4),
            "a quota of 4 of 3 votes is never missed or never met; write a number from 1 to 3"
        );
    }

    #[test]
    fn what_is_too_much_to_count_is_told_at_once() {
        let told = |votes: &[u32], quota| Pivotal::of(votes, quota).unwrap_err().to_string();
        assert_eq!(
            told(&[u32::MAX, 5], 1),
            "4294967300 votes are more than 4294967295; divide all votes and the quota by the same number and round them"
        );
        assert_eq!(
            told(&[1; 1001], 501),
            "1001 voters are too many to count their sets; write at most 1000, the largest or the ones you compare"
        );
        // 200 voters of as many weights: 10 billion by 200³ is 1,250.
        let votes: Vec<u32> = (1..=200).collect();
        assert_eq!(
            told(&votes, 10_051),
            "a quota of 10051 with 200 voters is too large to count; divide all votes and the quota by the same number and \
             round them, so that the quota is at most 1250"
        );
        assert_eq!(told(&[15_000_000; 2], 15_000_001).rsplit(' ').next(), Some("10000000"));
    }

    #[test]
    fn the_sets_of_the_most_voters_are_still_a_number() {
        let votes: Vec<u32> = (0..1000).map(|voter| u32::from(voter == 0)).collect();
        let found = Pivotal::of(&votes, 1).unwrap();
        assert!((found.swings()[0] / 2.0_f64.powi(999) - 1.0).abs() < 1e-12, "every set of the others");
        assert!((found.shapley_shubik()[0] - 1.0).abs() < 1e-9 && found.shapley_shubik()[999] == 0.0);
        assert_eq!((found.banzhaf()[0], found.banzhaf()[1]), (1.0, 0.0));
        let equal = Pivotal::of(&[1; 1000], 3).unwrap();
        // Two of the 999 others before the third.
        assert!(equal.swings().iter().all(|swings| (swings - 999.0 * 998.0 / 2.0).abs() < 1e-6));
        assert!(equal.shapley_shubik().iter().all(|share| (share - 0.001).abs() < 1e-12));
    }
}
