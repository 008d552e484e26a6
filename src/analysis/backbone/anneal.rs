//! Choices of some of many that cost least, by simulated annealing.

use crate::analysis::partition::{Lots, all_runs, real};

/// Of up to so many every choice is looked at, which takes no longer than to search.
const ALL: usize = 11;

/// How often a search starts anew.
const RUNS: usize = 3;

/// How many are chosen.
#[derive(Debug, Clone, Copy)]
pub(super) enum Size {
    /// Just so many.
    Fixed(usize),
    /// Any number but none and all.
    Any,
}

/// How a choice is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anneal {
    /// Of how many.
    pub(super) count: usize,
    pub(super) size: Size,
    pub(super) seed: u64,
}

impl Anneal {
    /// A choice of low cost, in order, and whether every choice was looked at. Of equals the first one counts.
    pub(super) fn least<E: Send>(
        &self,
        cost: impl Fn(&[usize]) -> Result<f64, E> + Sync + Send,
    ) -> Result<(Vec<usize>, bool), E> {
        let is_small = self.count <= ALL;
        let found: Result<Vec<(f64, Vec<usize>)>, E> = if is_small {
            let choices = self.choices();
            all_runs(choices.len(), |at| Ok((cost(&choices[at])?, choices[at].clone()))).into_iter().collect()
        } else {
            all_runs(RUNS, |run| self.annealed(Lots::of_run(self.seed, run), &cost)).into_iter().collect()
        };
        let best = found?.into_iter().reduce(|best, one| if one.0 < best.0 { one } else { best });
        Ok((best.map(|(_, kept)| kept).unwrap_or_default(), is_small))
    }

    /// Every choice of the size that is asked for.
    fn choices(&self) -> Vec<Vec<usize>> {
        let is_wanted = |kept: &Vec<usize>| match self.size {
            Size::Fixed(size) => kept.len() == size,
            Size::Any => !kept.is_empty() && kept.len() < self.count,
        };
        let choice = |bits: usize| (0..self.count).filter(|at| bits >> at & 1 == 1).collect();
        (0..1usize << self.count).map(choice).filter(is_wanted).collect()
    }

    /// A choice of low cost, with its cost: changes are drawn by lot and taken the less often the more they cost and the later they
    /// come; then single changes, as long as they help.
    ///
    /// # Source
    /// Kirkpatrick, Gelatt and Vecchi (1983), Optimization by simulated annealing, Science 220.
    fn annealed<E>(
        &self,
        mut lots: Lots,
        cost: &impl Fn(&[usize]) -> Result<f64, E>,
    ) -> Result<(f64, Vec<usize>), E> {
        let mut kept = self.start(&mut lots);
        let mut now = cost(&kept)?;
        let mut best = (now, kept.clone());
        let (steps, warmth) = (200 + 40 * self.count, now / 4.0);
        for step in 0..steps {
            let Some(changed) = self.changed(&kept, &mut lots) else { break };
            let then = cost(&changed)?;
            let heat = warmth * (1.0 - real(step) / real(steps)).powi(2);
            if then <= now || lots.unit() < ((now - then) / heat).exp() {
                (kept, now) = (changed, then);
            }
            if now < best.0 {
                best = (now, kept.clone());
            }
        }
        self.descended(best, cost)
    }

    fn start(&self, lots: &mut Lots) -> Vec<usize> {
        let size = match self.size {
            Size::Fixed(size) => size,
            Size::Any => (self.count / 2).max(1),
        };
        let mut kept: Vec<usize> = lots.order(self.count).into_iter().take(size).collect();
        kept.sort_unstable();
        kept
    }

    /// The choice with one change drawn by lot; `None` where there is none.
    fn changed(&self, kept: &[usize], lots: &mut Lots) -> Option<Vec<usize>> {
        let changes = self.count.min(kept.len().saturating_mul(self.count - kept.len()));
        if changes == 0 {
            return None;
        }
        let out: Vec<usize> = (0..self.count).filter(|one| kept.binary_search(one).is_err()).collect();
        let is_flip = matches!(self.size, Size::Any) && lots.below(2) == 0;
        let flipped = lots.below(self.count);
        let is_kept = kept.binary_search(&flipped).is_ok();
        let stays_some = if is_kept { kept.len() > 1 } else { out.len() > 1 };
        if is_flip && stays_some {
            return Some(if is_kept { without(kept, flipped) } else { with(kept, flipped) });
        }
        let (leaves, comes) = (kept[lots.below(kept.len())], out[lots.below(out.len())]);
        Some(with(&without(kept, leaves), comes))
    }

    /// The choice after the best single change, again and again as long as that helps.
    fn descended<E>(
        &self,
        mut best: (f64, Vec<usize>),
        cost: &impl Fn(&[usize]) -> Result<f64, E>,
    ) -> Result<(f64, Vec<usize>), E> {
        loop {
            let mut better = best.clone();
            for one in self.neighbors(&best.1) {
                let then = cost(&one)?;
                if then < better.0 {
                    better = (then, one);
                }
            }
            if better.0 >= best.0 {
                return Ok(best);
            }
            best = better;
        }
    }

    /// Every choice that differs by one change.
    fn neighbors(&self, kept: &[usize]) -> Vec<Vec<usize>> {
        let out: Vec<usize> = (0..self.count).filter(|one| kept.binary_search(one).is_err()).collect();
        let swaps =
            kept.iter().flat_map(|&leaves| out.iter().map(move |&comes| with(&without(kept, leaves), comes)));
        let mut found: Vec<Vec<usize>> = swaps.collect();
        if matches!(self.size, Size::Any) {
            found.extend(kept.iter().filter(|_| kept.len() > 1).map(|&leaves| without(kept, leaves)));
            found.extend(out.iter().filter(|_| out.len() > 1).map(|&comes| with(kept, comes)));
        }
        found
    }
}

fn without(kept: &[usize], one: usize) -> Vec<usize> {
    kept.iter().copied().filter(|other| *other != one).collect()
}

fn with(kept: &[usize], one: usize) -> Vec<usize> {
    let mut with = kept.to_vec();
    with.insert(with.partition_point(|other| *other < one), one);
    with
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_annealing_finds_among_more_is_the_best_of_all_choices() {
        let mut lots = Lots::new(6);
        for round in 0..12 {
            let count = 13;
            let table: Vec<f64> = (0..count * count).map(|_| lots.unit() - 0.5).collect();
            let cost = |kept: &[usize]| {
                let pairs = kept.iter().flat_map(|&one| kept.iter().map(move |&other| (one, other)));
                20.0 + pairs.map(|(one, other)| table[one * count + other]).sum::<f64>()
            };
            let size = if round % 2 == 0 { Size::Any } else { Size::Fixed(6) };
            let search = Anneal { count, size, seed: 1 };
            let least = search.choices().iter().map(|kept| cost(kept)).fold(f64::INFINITY, f64::min);
            let (found, is_certified) = search.least(|kept| Ok::<f64, ()>(cost(kept))).unwrap();
            assert!(!is_certified && (cost(&found) - least).abs() < 1e-9);
        }
    }
}
