//! A network of groups: the members themselves, then what was already put together.

use crate::analysis::signed::SignedNetwork;

use super::modularity::Chance;

/// Groups of members with the weights between them, as each round of the search sees them.
#[derive(Debug, Clone)]
pub(super) struct Level<'c> {
    pub(super) chance: &'c Chance,
    pub(super) strengths: Vec<[f64; 2]>,
    /// Of each group the others that it has edges to, with the sum of the weights.
    pub(super) neighbors: Vec<Vec<(usize, f64)>>,
}

impl<'c> Level<'c> {
    /// Each member a group of its own.
    pub(super) fn of(network: &SignedNetwork, chance: &'c Chance) -> Self {
        let of = |place: usize| network.neighbors(place).iter().map(|to| (to.place, to.weight)).collect();
        Self { chance, strengths: chance.strengths.clone(), neighbors: (0..network.len()).map(of).collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.strengths.len()
    }

    /// What is put together by labels, each label a group.
    pub(super) fn merged(&self, labels: &[usize], count: usize) -> Self {
        let mut strengths = vec![[0.0, 0.0]; count];
        let mut groups: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (group, &label) in labels.iter().enumerate() {
            groups[label].push(group);
            strengths[label] = sum(strengths[label], self.strengths[group]);
        }
        let mut scratch = Weights::new(count);
        let neighbors = groups.iter().enumerate().map(|(label, groups)| {
            for (to, weight) in groups.iter().flat_map(|&group| &self.neighbors[group]) {
                scratch.add(labels[*to], *weight);
            }
            scratch.take().into_iter().filter(|(to, _)| *to != label).collect()
        });
        let neighbors = neighbors.collect();
        Self { chance: self.chance, strengths, neighbors }
    }
}

pub(super) fn sum(left: [f64; 2], right: [f64; 2]) -> [f64; 2] {
    [left[0] + right[0], left[1] + right[1]]
}

/// Sums of weights by label, emptied in the order of labels.
#[derive(Debug)]
pub(super) struct Weights {
    sums: Vec<f64>,
    is_known: Vec<bool>,
    known: Vec<usize>,
}

impl Weights {
    pub(super) fn new(labels: usize) -> Self {
        Self { sums: vec![0.0; labels], is_known: vec![false; labels], known: Vec::new() }
    }

    pub(super) fn add(&mut self, label: usize, weight: f64) {
        if !std::mem::replace(&mut self.is_known[label], true) {
            self.known.push(label);
        }
        self.sums[label] += weight;
    }

    pub(super) fn take(&mut self) -> Vec<(usize, f64)> {
        self.known.sort_unstable();
        let take = |label: usize| {
            self.is_known[label] = false;
            (label, std::mem::take(&mut self.sums[label]))
        };
        self.known.drain(..).map(take).collect()
    }
}
