//! A search for an extreme of the deviation: a climb that starts where lots have it.

use crate::analysis::partition::Lots;

use super::measure::{self, Expected};
use super::{Opposition, Sizes};

/// One run: a partition drawn by lot, and changed as long as it helps.
pub(super) struct Climb<'o> {
    opposition: &'o Opposition,
    groups: usize,
    sizes: Sizes,
    sign: f64,
    labels: Vec<usize>,
    value: f64,
    lots: Lots,
}

impl<'o> Climb<'o> {
    /// Groups so many and of such sizes, for the highest deviation with the sign 1 and for the lowest with -1.
    pub(super) fn new(
        opposition: &'o Opposition,
        groups: usize,
        sizes: Sizes,
        sign: f64,
        mut lots: Lots,
    ) -> Self {
        let count = opposition.members().len();
        let mut labels = vec![0; count];
        for (at, member) in lots.order(count).into_iter().enumerate() {
            labels[member] = at % groups;
        }
        let value = sign * measure::deviation(opposition, &labels, groups);
        Self { opposition, groups, sizes, sign, labels, value, lots }
    }

    /// Climbs, then again and again from the best one with a few members put elsewhere.
    pub(super) fn climbed(mut self) -> (f64, Vec<usize>) {
        self.climb();
        let mut best = (self.value, self.labels.clone());
        for _ in 0..self.kicks() {
            self.kick();
            self.climb();
            if self.value > best.0 {
                best = (self.value, self.labels.clone());
            } else {
                (self.value, self.labels) = best.clone();
            }
        }
        best
    }

    fn climb(&mut self) {
        while self.swapped() || (self.sizes == Sizes::Any && self.moved()) {}
    }

    /// As often as takes about the same time whatever the number of members.
    fn kicks(&self) -> usize {
        let count = self.labels.len().max(1);
        (1_000_000 / (count * count * count)).clamp(1, 60)
    }

    /// Lets some pairs drawn by lot change places, whatever it costs.
    fn kick(&mut self) {
        for _ in 0..2 + self.labels.len() / 12 {
            let [left, right] = [(); 2].map(|()| self.lots.below(self.labels.len()));
            self.labels.swap(left, right);
        }
        self.value = self.sign * measure::deviation(self.opposition, &self.labels, self.groups);
    }

    fn grain(&self) -> f64 {
        1e-10 * self.value.abs()
    }

    /// Lets each two members of different groups change places where that helps; whether any did.
    fn swapped(&mut self) -> bool {
        let expected = Expected::new(self.opposition, &measure::sizes(&self.labels, self.groups));
        let before = self.value;
        for left in 0..self.labels.len() {
            for right in left + 1..self.labels.len() {
                if self.labels[left] != self.labels[right] {
                    let gained = self.swap_gain(&expected, left, right);
                    if gained > self.grain() {
                        self.labels.swap(left, right);
                        self.value += gained;
                    }
                }
            }
        }
        self.value > before
    }

    fn swap_gain(&self, expected: &Expected, left: usize, right: usize) -> f64 {
        let (own, others) = (self.labels[left], self.labels[right]);
        let others_of = (0..self.labels.len()).filter(|other| *other != left && *other != right);
        let gain = |other: usize| {
            let [one, two] = [left, right].map(|member| self.opposition.pair(member, other));
            let to = |pair: [f64; 2], group: usize| expected.deviation(pair, group, self.labels[other]);
            to(one, others) - to(one, own) + to(two, own) - to(two, others)
        };
        self.sign * others_of.map(gain).sum::<f64>()
    }

    /// Lets each member go to another group where that helps; whether any did.
    fn moved(&mut self) -> bool {
        let before = self.value;
        for member in 0..self.labels.len() {
            for group in 0..self.groups {
                let own = self.labels[member];
                let is_last = self.labels.iter().filter(|label| **label == own).count() == 1;
                if group == own || is_last {
                    continue;
                }
                self.labels[member] = group;
                let value = self.sign * measure::deviation(self.opposition, &self.labels, self.groups);
                if value > self.value + self.grain() {
                    self.value = value;
                } else {
                    self.labels[member] = own;
                }
            }
        }
        self.value > before
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::polarization::PolarizationSearch;

    #[test]
    fn a_search_without_proof_is_never_below_a_greedy_one() {
        let mut lots = Lots::new(77);
        for _ in 0..4 {
            let opposition = Opposition::drawn(&mut lots, 20);
            let found = PolarizationSearch::default().sizes(Sizes::Even).find(&opposition).unwrap().highest;
            assert!(!found.is_certified);
            for _ in 0..4 {
                let order = lots.order(20);
                let mut labels: Vec<usize> = order.iter().map(|at| at % 2).collect();
                // Greedy: the best change of places, as long as there is one.
                let mut value = opposition.deviation(&labels).unwrap();
                loop {
                    let mut best = (value, None);
                    for i in 0..20 {
                        for j in i + 1..20 {
                            labels.swap(i, j);
                            let changed = opposition.deviation(&labels).unwrap();
                            if changed > best.0 + 1e-12 {
                                best = (changed, Some((i, j)));
                            }
                            labels.swap(i, j);
                        }
                    }
                    let Some((i, j)) = best.1 else { break };
                    labels.swap(i, j);
                    value = best.0;
                }
                assert!(found.deviation >= value - 1e-9, "{} below {value}", found.deviation);
            }
        }
    }
}
