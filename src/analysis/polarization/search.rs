//! The extremes of the deviation over all partitions.

use crate::analysis::partition::{Lots, all_runs, canonical};

use super::Opposition;
use super::climb::Climb;
use super::exact::Enumeration;

/// So many partitions are looked at one by one, about a second's work; more are searched without proof.
const MOST: f64 = 200_000.0;

/// Which sizes groups may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sizes {
    /// Any, none of them empty.
    #[default]
    Any,
    /// As even as can be: no two differ by more than one, as in the peer's genetic search.
    Even,
}

crate::model::word::code_words!(Sizes, "rule of sizes", { Any = 0 "any", Even = 1 "even" });

/// A partition with the highest or the lowest deviation.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Extreme {
    /// Its [`deviation`](Opposition::deviation).
    pub deviation: f64,
    /// Its deviation, [`normalized`](Opposition::normalized); `None` without congruence and conflict.
    pub normalized: Option<f64>,
    /// The share of congruence and conflict that [fits](Opposition::fit) its groups.
    pub fit: Option<f64>,
    /// The places of the members of each group, in order; the groups by their first members.
    pub groups: Vec<Vec<usize>>,
    /// Whether every partition was looked at, or shown to be no better.
    pub is_certified: bool,
}

/// How polarized an opposition is: the extremes of its [`deviation`](Opposition::deviation) over partitions into so many
/// groups.
///
/// The published measure is the highest deviation; over time it rises with the weights that no partition evens out. The
/// partition that attains it is not the one into camps: where two camps are in perfect opposition, the highest
/// deviation is that of groups that run across both, and the camps themselves have the lowest. Both are told, and of each how much
/// of all congruence and conflict fits it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Polarization {
    /// The highest deviation: the published measure.
    pub highest: Extreme,
    /// The lowest one: groups that come nearest to evenly opposed camps.
    pub lowest: Extreme,
}

/// How the extremes are looked for.
///
/// Up to about 200,000 partitions are looked at one by one, those left out that can be shown to be no better. More are
/// searched: from partitions drawn by lot, members change places, and groups where sizes may differ, as long as that helps,
/// then again from the best one with a few of them put elsewhere.
/// The same seed finds the same, on one thread or many.
///
/// # Complexity
/// O(n³) for each pass of each run over `n` members, few passes a run.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct PolarizationSearch {
    groups: usize,
    sizes: Sizes,
    runs: usize,
    seed: u64,
}

impl Default for PolarizationSearch {
    /// Two groups of any sizes, eight runs, seed 0.
    fn default() -> Self {
        Self { groups: 2, sizes: Sizes::Any, runs: 8, seed: 0 }
    }
}

impl PolarizationSearch {
    /// Into how many groups; at least two.
    pub fn groups(self, groups: usize) -> Self {
        Self { groups: groups.max(2), ..self }
    }

    /// Which sizes they may have.
    pub fn sizes(self, sizes: Sizes) -> Self {
        Self { sizes, ..self }
    }

    /// How many runs there are where not every partition is looked at; at least one.
    pub fn runs(self, runs: usize) -> Self {
        Self { runs: runs.max(1), ..self }
    }

    /// What they draw from.
    pub fn seed(self, seed: u64) -> Self {
        Self { seed, ..self }
    }

    /// The extremes. `None` where there are fewer members than groups.
    pub fn find(&self, opposition: &Opposition) -> Option<Polarization> {
        (opposition.members().len() >= self.groups).then(|| Polarization {
            highest: self.extreme(opposition, 1.0),
            lowest: self.extreme(opposition, -1.0),
        })
    }

    fn extreme(&self, opposition: &Opposition, sign: f64) -> Extreme {
        let run = |run: usize| {
            Climb::new(opposition, self.groups, self.sizes, sign, Lots::of_run(self.seed, run)).climbed()
        };
        let runs = all_runs(self.runs, run);
        let best = runs.into_iter().reduce(|best, one| if one.0 > best.0 { one } else { best });
        let mut best = best.unwrap_or((f64::NEG_INFINITY, Vec::new()));
        let is_certified = self.partitions(opposition) <= MOST;
        if is_certified {
            for sizes in self.all_sizes(opposition.members().len()) {
                Enumeration::new(opposition, &sizes, sign).improve(&mut best);
            }
        }
        told(opposition, &best.1, is_certified)
    }

    /// About how many partitions there are; of even sizes no more than of any.
    fn partitions(&self, opposition: &Opposition) -> f64 {
        let groups = crate::analysis::partition::real(self.groups);
        let orders: f64 = (1..=self.groups).map(crate::analysis::partition::real).product();
        groups.powf(opposition.count()) / orders
    }

    /// The sizes that groups of so many members may have, each once, descending.
    fn all_sizes(&self, members: usize) -> Vec<Vec<usize>> {
        let mut found = Vec::new();
        ways(members, self.groups, members, &mut Vec::new(), &mut found);
        let is_even = |sizes: &Vec<usize>| {
            sizes.first().zip(sizes.last()).is_none_or(|(most, least)| most - least <= 1)
        };
        found.retain(|sizes| self.sizes == Sizes::Any || is_even(sizes));
        found
    }
}

fn ways(members: usize, groups: usize, most: usize, sizes: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
    if groups == 0 {
        if members == 0 {
            found.push(sizes.clone());
        }
        return;
    }
    for size in (1..=most.min(members)).rev() {
        sizes.push(size);
        ways(members - size, groups - 1, size, sizes, found);
        sizes.pop();
    }
}

fn told(opposition: &Opposition, labels: &[usize], is_certified: bool) -> Extreme {
    let labels = canonical(labels);
    let mut groups = vec![Vec::new(); labels.iter().max().map_or(0, |most| most + 1)];
    labels.iter().enumerate().for_each(|(place, &label)| groups[label].push(place));
    Extreme {
        deviation: opposition.deviation(&labels).unwrap_or_default(),
        normalized: opposition.normalized(&labels),
        fit: opposition.fit(&labels),
        groups,
        is_certified,
    }
}

#[cfg(test)]
mod tests {
    use super::super::measure;
    use super::*;
    use crate::analysis::partition::real;

    /// Two camps of two in perfect opposition.
    fn opposed() -> Opposition {
        Opposition::given(4, |left, right| if left / 2 == right / 2 { [1.0, 0.0] } else { [0.0, 1.0] })
    }

    #[test]
    fn a_worked_case_is_as_it_is_by_hand() {
        // |C| = 4, |K| = 8; of the camps W = 4 and B = 8, so 1/2 is expected of each pair within and between: each of the six
        // pairs deviates by 1/2. Across the camps each pair within deviates by 1/2 + 1; of the four between, two by 1 + 1/2 and two
        // by 1/2.
        let opposed = opposed();
        assert_eq!(
            (opposed.deviation(&[0, 0, 1, 1]), opposed.deviation(&[0, 1, 0, 1])),
            (Some(3.0), Some(7.0))
        );
        assert_eq!((opposed.normalized(&[5, 5, 9, 9]), opposed.fit(&[5, 5, 9, 9])), (Some(0.25), Some(1.0)));
        assert_eq!(opposed.deviation(&[0, 1]), None);
        let found = PolarizationSearch::default().find(&opposed).unwrap();
        assert!(found.highest.is_certified && found.lowest.is_certified);
        assert_eq!(found.lowest.groups, [vec![0, 1], vec![2, 3]]);
        let even = PolarizationSearch::default().sizes(Sizes::Even).find(&opposed).unwrap();
        assert!((even.highest.deviation - 7.0).abs() < 1e-12);
        assert_eq!(PolarizationSearch::default().groups(5).find(&opposed), None);
    }

    /// The published sum, cell by cell, after the formula.
    fn naive(opposition: &Opposition, labels: &[usize]) -> f64 {
        let count = labels.len();
        let size = |label: usize| real(labels.iter().filter(|one| **one == label).count());
        let mut distinct = labels.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        let within: f64 = distinct.iter().map(|&label| size(label) * (size(label) - 1.0)).sum();
        let between = real(count * (count - 1)) - within;
        let cells = || (0..count).flat_map(|i| (0..count).map(move |j| (i, j))).filter(|(i, j)| i != j);
        let norm = |side: usize| cells().map(|(i, j)| opposition.pair(i, j)[side]).sum::<f64>();
        let (congruence, conflict) = (norm(0), norm(1));
        let cell = |(i, j): (usize, usize)| {
            let [c, k] = opposition.pair(i, j);
            let (a, b) = (size(labels[i]), size(labels[j]));
            if labels[i] == labels[j] {
                (c - a * (a - 1.0) / within * congruence / within).abs() + k.abs()
            } else {
                c.abs() + (k - a * b / between * conflict / between).abs()
            }
        };
        cells().map(cell).sum::<f64>() / 2.0
    }

    /// Every partition into just so many groups.
    fn every(count: usize, groups: usize, labels: &mut Vec<usize>, seen: &mut dyn FnMut(&[usize])) {
        let open = labels.iter().max().map_or(0, |most| most + 1);
        if labels.len() == count {
            if open == groups {
                seen(labels);
            }
            return;
        }
        for label in 0..(open + 1).min(groups) {
            labels.push(label);
            every(count, groups, labels, seen);
            labels.pop();
        }
    }

    #[test]
    fn the_extremes_are_those_of_looking_at_every_partition() {
        let mut lots = Lots::new(2);
        for round in 0..40 {
            let (count, groups) = (4 + round % 5, 2 + round % 3);
            let opposition = Opposition::drawn(&mut lots, count);
            for sizes in [Sizes::Any, Sizes::Even] {
                let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
                every(count, groups, &mut Vec::new(), &mut |labels| {
                    let sizes_of = measure::sizes(labels, groups);
                    let uneven = sizes_of.iter().max().unwrap() - sizes_of.iter().min().unwrap() > 1;
                    let value = naive(&opposition, labels);
                    assert!((opposition.deviation(labels).unwrap() - value).abs() < 1e-9);
                    if sizes == Sizes::Any || !uneven {
                        (low, high) = (low.min(value), high.max(value));
                    }
                });
                let found = PolarizationSearch::default()
                    .groups(groups)
                    .sizes(sizes)
                    .runs(1)
                    .find(&opposition)
                    .unwrap();
                assert!(found.highest.is_certified && (found.highest.deviation - high).abs() < 1e-9);
                assert!(found.lowest.is_certified && (found.lowest.deviation - low).abs() < 1e-9);
                assert!(found.highest.normalized.unwrap() <= 1.0 && found.lowest.normalized.unwrap() >= 0.0);
            }
        }
    }
}
