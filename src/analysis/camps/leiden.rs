//! Camps by moving members, then groups of members, then groups of groups, as long as it helps.

use std::collections::VecDeque;

use crate::analysis::partition::{Lots, canonical};
use crate::analysis::signed::SignedNetwork;

use super::level::{Level, Weights, sum};
use super::modularity::Chance;

/// How far a move in the refinement may be from the best one, as a share of the mean strength.
const HEAT: f64 = 0.01;

/// Camps from a starting point, at least as good as that.
///
/// # Complexity
/// About O(m) a round for `m` edges where all are positive; with negative ones, which draw together who has no edge to
/// each other, O(n · camps) as well.
///
/// # Source
/// Traag, Waltman and van Eck (2019), From Louvain to Leiden, Scientific Reports 9; Traag and Bruggeman (2009), Community
/// detection in networks with positive and negative links, Physical Review E 80.
pub(super) fn leiden(
    network: &SignedNetwork,
    chance: &Chance,
    start: &[usize],
    lots: &mut Lots,
) -> Vec<usize> {
    let mut level = Level::of(network, chance);
    let mut labels = canonical(start);
    // To which group of the level each member belongs.
    let mut groups: Vec<usize> = (0..network.len()).collect();
    loop {
        Moves::new(&level, &mut labels).settle(lots);
        labels = canonical(&labels);
        let refined = canonical(&refined(&level, &labels, lots));
        let count = count(&refined);
        if count == level.len() {
            return canonical(&groups.iter().map(|&group| labels[group]).collect::<Vec<_>>());
        }
        let mut above = vec![0; count];
        refined.iter().zip(&labels).for_each(|(&to, &label)| above[to] = label);
        groups = groups.into_iter().map(|group| refined[group]).collect();
        level = level.merged(&refined, count);
        labels = above;
    }
}

fn count(labels: &[usize]) -> usize {
    labels.iter().max().map_or(0, |most| most + 1)
}

/// Groups on their way between camps.
struct Moves<'l, 'c> {
    level: &'l Level<'c>,
    labels: &'l mut [usize],
    strengths: Vec<[f64; 2]>,
    sizes: Vec<usize>,
    /// Whether camps without an edge to a group may draw it.
    far: bool,
}

impl<'l, 'c> Moves<'l, 'c> {
    fn new(level: &'l Level<'c>, labels: &'l mut [usize]) -> Self {
        let (mut strengths, mut sizes) = (vec![[0.0, 0.0]; level.len() + 1], vec![0; level.len() + 1]);
        for (group, &label) in labels.iter().enumerate() {
            strengths[label] = sum(strengths[label], level.strengths[group]);
            sizes[label] += 1;
        }
        Self { level, labels, strengths, sizes, far: level.chance.scales[1] > 0.0 }
    }

    /// Moves groups one by one to where they gain most until none gains.
    fn settle(&mut self, lots: &mut Lots) {
        let mut queue: VecDeque<usize> = lots.order(self.level.len()).into();
        let mut is_waiting = vec![true; self.level.len()];
        let mut weights = Weights::new(self.level.len() + 1);
        // Sums change by rounding; a limit keeps two groups from changing places for ever.
        let mut left = 200 * self.level.len() + 1000;
        while let Some(group) = queue.pop_front().filter(|_| left > 0) {
            left -= 1;
            is_waiting[group] = false;
            if self.moved(group, &mut weights) {
                for (to, _) in &self.level.neighbors[group] {
                    let is_elsewhere = self.labels[*to] != self.labels[group];
                    if is_elsewhere && !std::mem::replace(&mut is_waiting[*to], true) {
                        queue.push_back(*to);
                    }
                }
            }
        }
    }

    /// Moves a group to the camp where it gains most; whether it is another than its own.
    fn moved(&mut self, group: usize, weights: &mut Weights) -> bool {
        let (own, strength) = (self.labels[group], self.level.strengths[group]);
        self.strengths[own] = sum(self.strengths[own], [-strength[0], -strength[1]]);
        self.sizes[own] -= 1;
        let (gained, to) = self.best(group, own, weights);
        let stays = gained <= self.level.chance.total * 1e-14;
        let label = if stays { own } else { to };
        self.strengths[label] = sum(self.strengths[label], strength);
        self.sizes[label] += 1;
        self.labels[group] = label;
        label != own
    }

    /// What a group that is out of its own camp gains most by another one, compared with going back, and which.
    fn best(&self, group: usize, own: usize, weights: &mut Weights) -> (f64, usize) {
        weights.add(own, 0.0);
        if self.far {
            (0..self.level.len())
                .filter(|&label| self.sizes[label] > 0)
                .for_each(|label| weights.add(label, 0.0));
        }
        for (to, weight) in &self.level.neighbors[group] {
            weights.add(self.labels[*to], *weight);
        }
        let strength = self.level.strengths[group];
        let gain = |(label, weight): (usize, f64)| {
            (weight - self.level.chance.between(strength, self.strengths[label]), label)
        };
        let gains: Vec<(f64, usize)> = weights.take().into_iter().map(gain).collect();
        let back = gains.iter().find(|(_, label)| *label == own).map_or(0.0, |(gain, _)| *gain);
        let empty = self.sizes.iter().position(|size| *size == 0).map(|label| (0.0, label));
        let all = gains.into_iter().chain(empty).filter(|(_, label)| *label != own);
        let best = all.fold((f64::NEG_INFINITY, own), |best, one| if one.0 > best.0 { one } else { best });
        (best.0 - back, best.1)
    }
}

/// Camps taken apart and put together again, each within itself, from what is alone: what holds together only through
/// others comes apart.
fn refined(level: &Level<'_>, labels: &[usize], lots: &mut Lots) -> Vec<usize> {
    let mut parts: Vec<usize> = (0..level.len()).collect();
    let mut strengths = level.strengths.clone();
    let mut sizes = vec![1usize; level.len()];
    let mut weights = Weights::new(level.len());
    let heat = HEAT * level.chance.total / f64::from(u32::try_from(level.len().max(1)).unwrap_or(u32::MAX));
    for group in lots.order(level.len()) {
        if sizes[parts[group]] > 1 {
            continue;
        }
        for (to, weight) in level.neighbors[group].iter().filter(|(to, _)| labels[*to] == labels[group]) {
            weights.add(parts[*to], *weight);
        }
        let chance = |part: usize| level.chance.between(level.strengths[group], strengths[part]);
        let ways = weights.take().into_iter().map(|(part, weight)| (part, weight - chance(part)));
        let ways: Vec<(usize, f64)> = ways.filter(|(part, gain)| *part != group && *gain > 0.0).collect();
        if let Some(part) = drawn(&ways, heat, lots) {
            sizes[part] += 1;
            sizes[group] = 0;
            strengths[part] = sum(strengths[part], level.strengths[group]);
            parts[group] = part;
        }
    }
    parts
}

/// One of several ways, the more likely the more it gains.
fn drawn(ways: &[(usize, f64)], heat: f64, lots: &mut Lots) -> Option<usize> {
    let most = ways.iter().map(|(_, gain)| *gain).fold(f64::NEG_INFINITY, f64::max);
    let weigh = |gain: f64| if heat > 0.0 { ((gain - most) / heat).exp() } else { 1.0 };
    let total: f64 = ways.iter().map(|(_, gain)| weigh(*gain)).sum();
    let mut at = lots.unit() * total;
    let hit = |(_, gain): &&(usize, f64)| {
        at -= weigh(*gain);
        at < 0.0
    };
    ways.iter().find(hit).or(ways.last()).map(|(part, _)| *part)
}
