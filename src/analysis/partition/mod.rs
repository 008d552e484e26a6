//! Partitions of members into groups that gain most from being together: what camps and factions are found by.
//!
//! The value of a partition is the sum of the gains of all pairs within a group. [`exact`] finds the best one and proves
//! it, as far as its budget goes; who searches without proof draws from [`Lots`], so that a seed decides everything.

mod exact;
mod gains;
mod lots;

use crate::analysis::each::each;

pub(crate) use exact::best_partition;
pub(crate) use gains::Gains;
pub(crate) use lots::Lots;

/// A number of things as a number to reckon with.
pub(crate) fn real(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// The same partition with its groups numbered in the order in which they first occur.
pub(crate) fn canonical(labels: &[usize]) -> Vec<usize> {
    let most = labels.iter().max().map_or(0, |most| most + 1);
    let (mut names, mut next) = (vec![usize::MAX; most], 0);
    let mut name = |label: usize| {
        if names[label] == usize::MAX {
            names[label] = next;
            next += 1;
        }
        names[label]
    };
    labels.iter().map(|&label| name(label)).collect()
}

/// The same for any numbers, however high.
pub(crate) fn canonical_of_any(labels: &[usize]) -> Vec<usize> {
    let mut names = std::collections::BTreeMap::new();
    let name = |label: &usize| {
        let next = names.len();
        *names.entry(*label).or_insert(next)
    };
    labels.iter().map(name).collect()
}

/// Several runs of a search, each on any thread, in their order: runs that draw from lots of their own find the same.
pub(crate) fn all_runs<T: Send>(runs: usize, run: impl Fn(usize) -> T + Sync + Send) -> Vec<T> {
    each(&(0..runs).collect::<Vec<usize>>(), |&number| run(number))
}
