//! Where a holder stands, period by period, given what each roll call asks.

use super::call::Item;
use super::panel::State;
use super::square::{Square, Vector, apply, diagonal, dot, inverse, on_axes, plus};

/// Where a holder most likely stands in one period, and how surely: a normal distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place<const D: usize> {
    pub(super) at: Vector<D>,
    pub(super) spread: Square<D>,
}

/// One holder's periods, and what binds them: the first is expected at 0 with variance 1, each later one where the one
/// before is, with the variance `drift²` for each unit of time between.
pub(super) struct Track<'p, const D: usize> {
    pub(super) states: &'p [State],
    pub(super) items: &'p [Item<D>],
    pub(super) drift: f64,
}

/// A log posterior along a path, its gradient, and how it bends down: a matrix for each period, and between two periods a
/// number times the unit matrix.
struct Slope<const D: usize> {
    value: f64,
    gradient: Vec<Vector<D>>,
    bend: Vec<Square<D>>,
    links: Vec<f64>,
}

impl<const D: usize> Track<'_, D> {
    /// The path after one step of Newton's, halved until it leads up, with its spread: the inverse of how the log posterior
    /// bends there.
    pub(super) fn improved(&self, path: &[Vector<D>]) -> Vec<Place<D>> {
        let from = self.slope_at(path);
        let step = from.newton();
        let mut length = 1.0;
        for _ in 0..12 {
            let next: Vec<Vector<D>> =
                path.iter().zip(&step).map(|(at, step)| moved(at, length, step)).collect();
            let slope = self.slope_at(&next);
            if slope.value >= from.value {
                return slope.places(&next);
            }
            length /= 2.0;
        }
        from.places(path)
    }

    fn slope_at(&self, path: &[Vector<D>]) -> Slope<D> {
        let mut slope = Slope { value: 0.0, gradient: Vec::new(), bend: Vec::new(), links: Vec::new() };
        for (at, state) in path.iter().zip(self.states) {
            let (mut gradient, mut bend) = ([0.0; D], [[0.0; D]; D]);
            for &(call, kind) in &state.votes {
                let item = &self.items[call];
                let [value, pull, curve] = item.likelihood(kind, dot(&item.slope, at));
                slope.value += value;
                gradient = moved(&gradient, pull, &item.slope);
                let outer = item.slope.map(|own| item.slope.map(|other| own * other));
                bend = plus(&bend, curve, &outer);
            }
            slope.gradient.push(gradient);
            slope.bend.push(bend);
        }
        self.add_prior(path, &mut slope);
        slope
    }

    fn add_prior(&self, path: &[Vector<D>], slope: &mut Slope<D>) {
        let Some(first) = path.first() else { return };
        slope.pull(0, first, 1.0);
        for (next, (pair, states)) in (1..).zip(path.windows(2).zip(self.states.windows(2))) {
            let apart = f64::from(states[1].period) - f64::from(states[0].period);
            let link = 1.0 / (self.drift * self.drift * apart);
            let step = moved(&pair[1], -1.0, &pair[0]);
            slope.pull(next, &step, link);
            // The same step, seen from its beginning; its value is counted already.
            slope.gradient[next - 1] = moved(&slope.gradient[next - 1], link, &step);
            slope.bend[next - 1] = plus(&slope.bend[next - 1], link, &diagonal(1.0));
            slope.links.push(link);
        }
    }
}

impl<const D: usize> Slope<D> {
    /// Adds a normal density around 0 of what is `off`, with its precision.
    fn pull(&mut self, at: usize, off: &Vector<D>, precision: f64) {
        self.value -= 0.5 * precision * dot(off, off);
        self.gradient[at] = moved(&self.gradient[at], -precision, off);
        self.bend[at] = plus(&self.bend[at], precision, &diagonal(1.0));
    }

    /// For each period the inverse of what is left of its matrix when all earlier ones are eliminated.
    fn eliminated(&self) -> Vec<Square<D>> {
        let mut inverses: Vec<Square<D>> = Vec::with_capacity(self.bend.len());
        for (at, bend) in self.bend.iter().enumerate() {
            let left = match (inverses.last(), at.checked_sub(1).and_then(|link| self.links.get(link))) {
                (Some(before), Some(link)) => plus(bend, -link * link, before),
                _ => *bend,
            };
            inverses.push(inverse(&left));
        }
        inverses
    }

    /// The step to where the gradient would vanish.
    fn newton(&self) -> Vec<Vector<D>> {
        let inverses = self.eliminated();
        let mut sums = self.gradient.clone();
        for (at, link) in self.links.iter().enumerate() {
            sums[at + 1] = moved(&sums[at + 1], *link, &apply(&inverses[at], &sums[at]));
        }
        let mut steps = vec![[0.0; D]; sums.len()];
        for at in (0..sums.len()).rev() {
            let later = steps.get(at + 1).zip(self.links.get(at));
            let sum = later.map_or(sums[at], |(step, link)| moved(&sums[at], *link, step));
            steps[at] = apply(&inverses[at], &sum);
        }
        steps
    }

    /// Each place with its block of the inverse.
    fn places(&self, path: &[Vector<D>]) -> Vec<Place<D>> {
        let inverses = self.eliminated();
        let mut places: Vec<Place<D>> =
            path.iter().zip(&inverses).map(|(at, spread)| Place { at: *at, spread: *spread }).collect();
        for at in (0..self.links.len()).rev() {
            let (link, later) = (self.links[at], places[at + 1].spread);
            places[at].spread = plus(&inverses[at], link * link, &on_axes(&inverses[at], &later));
        }
        places
    }
}

/// `from + length * step`.
fn moved<const D: usize>(from: &Vector<D>, length: f64, step: &Vector<D>) -> Vector<D> {
    std::array::from_fn(|at| from[at] + length * step[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states(periods: &[i16], votes: &[(usize, usize)]) -> Vec<State> {
        periods.iter().map(|period| State { period: *period, votes: votes.to_vec() }).collect()
    }

    #[test]
    fn without_votes_a_path_stays_where_it_is_expected_and_grows_unsure() {
        let states = states(&[2000, 2001, 2004], &[]);
        let track = Track::<1> { states: &states, items: &[], drift: 0.5 };
        let places = track.improved(&[[0.3], [-0.2], [2.0]]);
        // Variances add up: 1, then 1/4 a year.
        for (place, variance) in places.iter().zip([1.0, 1.25, 2.0]) {
            assert!(place.at[0].abs() < 1e-12 && (place.spread[0][0] - variance).abs() < 1e-12, "{place:?}");
        }
    }

    #[test]
    fn slopes_are_what_differences_give() {
        let items = [Item { slope: [1.5, -0.4], thresholds: [-0.2, 0.7], cuts: 2 }];
        let states = states(&[2000, 2002], &[(0, 1), (0, 2)]);
        let track = Track { states: &states, items: &items, drift: 0.4 };
        let path = [[0.3, -0.1], [0.5, 0.2]];
        let found = track.slope_at(&path);
        for (at, axis) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let value = |step: f64| {
                let mut path = path;
                path[at][axis] += step;
                track.slope_at(&path)
            };
            let rise = (value(1e-5).value - value(-1e-5).value) / 2e-5;
            assert!((rise - found.gradient[at][axis]).abs() < 1e-6);
            let bend = (value(-1e-5).gradient[at][axis] - value(1e-5).gradient[at][axis]) / 2e-5;
            assert!((bend - found.bend[at][axis][axis]).abs() < 1e-5);
        }
    }
}
