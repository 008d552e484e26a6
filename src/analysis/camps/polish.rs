//! The last touch: each member moves once, the best move first even where it costs, and the best state on the way stays.

use crate::analysis::partition::{Gains, canonical};

/// A partition that chains of moves do not improve, at least as good as the one given.
///
/// # Complexity
/// O(n² · camps) for each pass over `n` members.
pub(super) fn polished(gains: &Gains, labels: &[usize]) -> Vec<usize> {
    let mut labels = canonical(labels);
    let grain = gains.size() * 1e-12;
    while let Some(better) = pass(gains, &labels, grain) {
        labels = canonical(&better);
    }
    labels
}

struct Pass<'g> {
    gains: &'g Gains,
    labels: Vec<usize>,
    sizes: Vec<usize>,
    /// What each member gains with each camp, camp by camp; the last camp is empty.
    pulls: Vec<Vec<f64>>,
}

fn pass(gains: &Gains, labels: &[usize], grain: f64) -> Option<Vec<usize>> {
    let mut pass = Pass::new(gains, labels);
    let (mut sum, mut best): (f64, Option<(f64, Vec<usize>)>) = (0.0, None);
    let mut waiting: Vec<usize> = (0..gains.len()).collect();
    while let Some((at, label, gained)) = pass.most(&waiting) {
        let member = waiting.remove(at);
        pass.put(member, label);
        sum += gained;
        if sum > best.as_ref().map_or(grain, |(most, _)| *most + grain) {
            best = Some((sum, pass.labels.clone()));
        }
    }
    best.map(|(_, labels)| labels)
}

impl<'g> Pass<'g> {
    fn new(gains: &'g Gains, labels: &[usize]) -> Self {
        let camps = labels.iter().max().map_or(0, |most| most + 1);
        let (mut sizes, mut pulls) = (vec![0; camps + 1], vec![vec![0.0; gains.len()]; camps + 1]);
        for (member, &label) in labels.iter().enumerate() {
            sizes[label] += 1;
            add(&mut pulls[label], gains.row(member), 1.0);
        }
        Self { gains, labels: labels.to_vec(), sizes, pulls }
    }

    /// The best move of those who wait: where it stands among them, to which camp, and what it gains.
    fn most(&self, waiting: &[usize]) -> Option<(usize, usize, f64)> {
        let mut most: Option<(usize, usize, f64)> = None;
        for (at, &member) in waiting.iter().enumerate() {
            let own = self.labels[member];
            let back = self.pulls[own][member];
            let mut is_empty_seen = false;
            for (label, pulls) in self.pulls.iter().enumerate() {
                // One empty camp is as good as another; to be alone is no move for who is.
                let is_empty = self.sizes[label] == 0;
                let skips = is_empty && (std::mem::replace(&mut is_empty_seen, true) || self.sizes[own] == 1);
                let gained = pulls[member] - back;
                if label != own && !skips && most.is_none_or(|(_, _, most)| gained > most) {
                    most = Some((at, label, gained));
                }
            }
        }
        most
    }

    fn put(&mut self, member: usize, label: usize) {
        let own = std::mem::replace(&mut self.labels[member], label);
        self.sizes[own] -= 1;
        self.sizes[label] += 1;
        add(&mut self.pulls[own], self.gains.row(member), -1.0);
        add(&mut self.pulls[label], self.gains.row(member), 1.0);
        if self.sizes.iter().all(|size| *size > 0) {
            self.sizes.push(0);
            self.pulls.push(vec![0.0; self.gains.len()]);
        }
    }
}

fn add(pulls: &mut [f64], row: &[f64], sign: f64) {
    pulls.iter_mut().zip(row).for_each(|(pull, gain)| *pull += sign * gain);
}
