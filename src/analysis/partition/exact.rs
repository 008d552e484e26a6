//! The best partition, proved to be the best one as far as a budget goes.

use super::Gains;

/// The best partition that was found, and how good any other could be.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Exact {
    /// The group of each member.
    pub(crate) labels: Vec<usize>,
    /// Its value.
    pub(crate) value: f64,
    /// No partition has a higher value.
    pub(crate) ceiling: f64,
    /// Whether the search came to its end: the ceiling then is the value.
    pub(crate) is_proved: bool,
    /// How many steps it took.
    pub(crate) steps: u64,
}

/// The best partition into at most so many groups, at least as good as a known one.
///
/// Branch and bound by Russian dolls: the last member alone, then the last two, and so on; what the last ones can gain
/// among themselves bounds what is left in each larger search. A partial partition is given up where its own value, the most
/// that each later member can gain with it, and the doll of the later ones together do not exceed the best known.
///
/// # Complexity
/// Exponential in the worst case, O(n · groups) a step; at most `budget` steps are made, counted in the same order always.
///
/// # Source
/// Verfaillie, Lemaître and Schiex (1996), Russian doll search for solving constraint optimization problems, AAAI.
pub(crate) fn best_partition(gains: &Gains, groups: usize, known: &[usize], budget: u64) -> Exact {
    let order = by_weight(gains);
    let gains = gains.among(&order);
    let mut labels: Vec<usize> = order.iter().map(|&member| known[member]).collect();
    let mut dolls = Dolls::new(&gains, groups, budget);
    let proved = dolls.open_all(&mut labels);
    let value = gains.value(&labels);
    let mut found = vec![0; order.len()];
    order.iter().zip(&labels).for_each(|(&member, &label)| found[member] = label);
    let ceiling = if proved { value } else { dolls.ceiling().max(value) };
    Exact { labels: found, value, ceiling, is_proved: proved, steps: budget - dolls.left }
}

/// Those with most at stake come first: they are decided first, and the small dolls are cheap.
fn by_weight(gains: &Gains) -> Vec<usize> {
    let stake: Vec<f64> =
        (0..gains.len()).map(|one| gains.row(one).iter().map(|gain| gain.abs()).sum()).collect();
    let mut order: Vec<usize> = (0..gains.len()).collect();
    order.sort_by(|&a, &b| stake[b].total_cmp(&stake[a]).then(a.cmp(&b)));
    order
}

struct Dolls<'g> {
    gains: &'g Gains,
    groups: usize,
    left: u64,
    /// What the members from each place on can gain among themselves; beyond those solved not yet known.
    within: Vec<f64>,
    /// Where the smallest solved doll begins.
    solved: usize,
    /// The gain of each member with each group of those decided.
    pulls: Vec<f64>,
    /// The pulls of a group before the member at a depth joined it.
    saved: Vec<f64>,
    labels: Vec<usize>,
    best: Vec<usize>,
    value: f64,
    /// Gains below this are rounding.
    grain: f64,
}

impl<'g> Dolls<'g> {
    fn new(gains: &'g Gains, groups: usize, budget: u64) -> Self {
        let count = gains.len();
        let groups = groups.clamp(1, count.max(1));
        Self {
            gains,
            groups,
            left: budget,
            within: vec![0.0; count + 1],
            solved: count,
            pulls: vec![0.0; groups * count],
            saved: vec![0.0; count * count],
            labels: vec![0; count],
            best: vec![0; count],
            value: 0.0,
            grain: gains.size() * 1e-13,
        }
    }

    /// Solves one doll after the other; whether it came to the last one before the budget ran out. The known partition
    /// is replaced by the best one where that is better.
    fn open_all(&mut self, known: &mut Vec<usize>) -> bool {
        let value = self.gains.value(known);
        let is_proved = (0..self.gains.len()).rev().all(|first| {
            self.extend(first);
            if first == 0 && value >= self.value {
                self.best.clone_from(known);
                self.value = value;
            }
            let ceiling = self.within[first + 1] + self.hopes(first);
            self.within[first] = ceiling;
            let is_done = self.value + self.grain >= ceiling || self.open(first);
            if is_done {
                self.within[first] = self.value;
                self.solved = first;
            }
            is_done
        });
        if self.solved == 0 || self.gains.value(&self.best) > value {
            known.clone_from(&self.best);
        }
        is_proved
    }

    /// Puts a member where it gains most with the best partition of the later ones.
    fn extend(&mut self, first: usize) {
        let later = first + 1..self.gains.len();
        let gain = |label: usize| -> f64 {
            later.clone().filter(|&one| self.best[one] == label).map(|one| self.gains.row(first)[one]).sum()
        };
        let used = later.clone().map(|one| self.best[one] + 1).max().unwrap_or(0);
        let open = (used + 1).min(self.groups);
        let best = (0..open).map(|label| (gain(label), label)).max_by(|a, b| a.0.total_cmp(&b.0));
        let (gained, label) = best.unwrap_or_default();
        self.best[first] = label;
        self.value += gained;
    }

    /// The most that a member can gain with later ones.
    fn hopes(&self, member: usize) -> f64 {
        self.gains.row(member).iter().skip(member + 1).filter(|gain| **gain > 0.0).sum()
    }

    /// No partition of all is better than this, after the budget ran out.
    fn ceiling(&self) -> f64 {
        self.within[self.solved] + (0..self.solved).map(|member| self.hopes(member)).sum::<f64>()
    }

    /// Searches the members from one on; whether it came to an end.
    fn open(&mut self, first: usize) -> bool {
        self.pulls.fill(0.0);
        self.decide(first, 0, 0.0)
    }

    /// Decides the group of a member and those after it, with so many groups open; whether all ways were looked at.
    fn decide(&mut self, member: usize, open: usize, value: f64) -> bool {
        let count = self.gains.len();
        if member == count {
            if value > self.value + self.grain {
                self.value = value;
                // Members before the doll keep what they had: nobody looks at them.
                self.best.clone_from(&self.labels);
            }
            return true;
        }
        if self.left == 0 {
            return false;
        }
        self.left -= 1;
        if value + self.promise(member, open) <= self.value + self.grain {
            return true;
        }
        let mut ways: Vec<(f64, usize)> =
            (0..open).map(|label| (self.pulls[label * count + member], label)).collect();
        if open < self.groups {
            ways.push((0.0, open));
        }
        ways.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ways.into_iter().all(|(pull, label)| self.join(member, label, open.max(label + 1), value + pull))
    }

    /// The most that the members from one on can add: each its best pull, and the doll of all of them.
    fn promise(&self, member: usize, open: usize) -> f64 {
        let count = self.gains.len();
        let alone = if open < self.groups { 0.0 } else { f64::NEG_INFINITY };
        let pulls = (member..count)
            .map(|one| (0..open).map(|label| self.pulls[label * count + one]).fold(alone, f64::max));
        pulls.sum::<f64>() + self.within[member]
    }

    fn join(&mut self, member: usize, label: usize, open: usize, value: f64) -> bool {
        let count = self.gains.len();
        let (pulls, saved) = (label * count + member + 1..(label + 1) * count, member * count + member + 1);
        self.saved[saved..(member + 1) * count].copy_from_slice(&self.pulls[pulls.clone()]);
        for (pull, gain) in
            self.pulls[pulls.clone()].iter_mut().zip(self.gains.row(member).iter().skip(member + 1))
        {
            *pull += gain;
        }
        self.labels[member] = label;
        let is_done = self.decide(member + 1, open, value);
        self.pulls[pulls].copy_from_slice(&self.saved[saved..(member + 1) * count]);
        is_done
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Lots, canonical};
    use super::*;

    /// The best value over every partition into at most so many groups, one by one.
    fn naive(gains: &Gains, groups: usize, labels: &mut Vec<usize>) -> f64 {
        if labels.len() == gains.len() {
            return gains.value(labels);
        }
        let open = labels.iter().max().map_or(0, |most| most + 1);
        let mut best = f64::NEG_INFINITY;
        for label in 0..(open + 1).min(groups) {
            labels.push(label);
            best = best.max(naive(gains, groups, labels));
            labels.pop();
        }
        best
    }

    fn random(lots: &mut Lots, count: usize) -> Gains {
        let table: Vec<f64> = (0..count * count).map(|_| lots.unit() * 2.0 - 1.0).collect();
        Gains::of(count, |left, right| table[left * count + right])
    }

    #[test]
    fn the_best_partition_is_that_of_looking_at_every_one() {
        let mut lots = Lots::new(11);
        for round in 0..64 {
            let count = 1 + round % 8;
            let gains = random(&mut lots, count);
            for groups in [2, count] {
                let known = vec![0; count];
                let found = best_partition(&gains, groups, &known, 1_000_000);
                assert!(found.is_proved && (found.ceiling - found.value).abs() < 1e-9);
                assert!((found.value - naive(&gains, groups, &mut Vec::new())).abs() < 1e-9, "{gains:?}");
                assert!(canonical(&found.labels).iter().all(|label| *label < groups.max(1)));
            }
        }
    }

    #[test]
    fn a_budget_that_runs_out_leaves_a_ceiling_that_holds() {
        let mut lots = Lots::new(5);
        for _ in 0..40 {
            let gains = random(&mut lots, 9);
            let best = naive(&gains, 9, &mut Vec::new());
            for budget in [0, 3, 40, 400] {
                let found = best_partition(&gains, 9, &[0; 9], budget);
                assert!(found.ceiling >= best - 1e-9 && found.value <= best + 1e-9);
                assert!(found.value >= gains.value(&[0; 9]));
            }
        }
    }

    #[test]
    fn nobody_has_a_partition_too() {
        let found = best_partition(&Gains::none(0), 5, &[], 10);
        assert!(found.is_proved && found.labels.is_empty());
    }
}
