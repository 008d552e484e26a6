//! What a roll call asks: which way it divides, and from where on each kind of vote is cast.

use super::logistic::Logistic;
use super::panel::Call;
use super::square::{Vector, dot, lower, solved};

/// How far slopes, and thresholds, are expected to lie from 0.
const SPREAD: (f64, f64) = (3.0, 10.0);

/// Slopes and thresholds together: at most two of each.
const MOST: usize = 4;

/// A voter as a call sees it: the places where it may stand, each as likely as its weight, and its kind of vote.
pub(super) struct Voter<'s, const D: usize> {
    pub(super) places: &'s [(f64, Vector<D>)],
    pub(super) kind: usize,
}

/// The parameters of one call: `P(kind <= k) = share(threshold[k] - slope * x)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Item<const D: usize> {
    pub(super) slope: Vector<D>,
    /// Between the kinds of votes that were cast, ascending; of two kinds the second one is the first again.
    pub(super) thresholds: [f64; 2],
    /// How many kinds of votes were cast, less one.
    pub(super) cuts: usize,
}

/// An expected log-likelihood, its gradient, and how it bends down.
struct Slope {
    value: f64,
    gradient: Vector<MOST>,
    bend: [[f64; MOST]; MOST],
}

impl<const D: usize> Item<D> {
    /// As if nobody's vote had anything to do with where it stands.
    pub(super) fn new(call: &Call) -> Self {
        let cuts = call.levels.len() - 1;
        let threshold = |cut: usize| {
            let below = call.votes.iter().filter(|(_, kind)| *kind <= cut).count();
            let [below, all] = [below, call.votes.len()].map(count);
            (below / (all - below)).ln()
        };
        Self { slope: [0.0; D], thresholds: [threshold(0), threshold(cuts - 1)], cuts }
    }

    /// The log-likelihood of a kind of vote at `u = slope * x`, its slope in `u`, and how it bends down.
    ///
    /// Between two thresholds `a < b` the probability is `share(b - u) share(u - a) (1 - exp(a - b))`.
    pub(super) fn likelihood(&self, kind: usize, u: f64) -> [f64; 3] {
        let mut sums = [0.0; 3];
        if kind < self.cuts {
            let below = Logistic::at(self.thresholds[kind] - u);
            sums = [below.log, -below.rest, below.bend()];
        }
        if kind > 0 {
            let above = Logistic::at(u - self.thresholds[kind - 1]);
            sums = [sums[0] + above.log, sums[1] + above.rest, sums[2] + above.bend()];
        }
        if kind == 1 && self.cuts == 2 {
            sums[0] += (-(self.thresholds[0] - self.thresholds[1]).exp()).ln_1p();
        }
        sums
    }

    /// The parameters after one step of Newton's, halved until it leads up; the same where none does.
    pub(super) fn improved<'s>(&self, voters: &(impl Iterator<Item = Voter<'s, D>> + Clone)) -> Self {
        let from = self.slope_over(voters.clone());
        let step = self.newton(&from);
        let mut length = 1.0;
        for _ in 0..12 {
            let next = self.moved(&step, length);
            if next.is_ordered() && next.value_over(voters.clone()) >= from.value {
                return next;
            }
            length /= 2.0;
        }
        *self
    }

    /// The step to where the gradient would vanish; parameters that the call does not have stay.
    fn newton(&self, at: &Slope) -> Vector<MOST> {
        let mut bend = at.bend;
        for (own, row) in bend.iter_mut().enumerate().skip(D + self.cuts) {
            row[own] = 1.0;
        }
        solved(&lower(&bend), &at.gradient)
    }

    fn moved(&self, step: &Vector<MOST>, length: f64) -> Self {
        let mut next = *self;
        for (value, step) in next.slope.iter_mut().zip(step) {
            *value += length * step;
        }
        for (value, step) in next.thresholds.iter_mut().zip(&step[D..D + self.cuts]) {
            *value += length * step;
        }
        if self.cuts == 1 {
            next.thresholds[1] = next.thresholds[0];
        }
        next
    }

    fn is_ordered(&self) -> bool {
        self.cuts == 1 || self.thresholds[0] < self.thresholds[1]
    }

    fn value_over<'s>(&self, voters: impl Iterator<Item = Voter<'s, D>>) -> f64 {
        let of = |voter: Voter<'s, D>| -> f64 {
            let at =
                |(weight, x): &(f64, Vector<D>)| weight * self.likelihood(voter.kind, dot(&self.slope, x))[0];
            voter.places.iter().map(at).sum()
        };
        self.log_prior() + voters.map(of).sum::<f64>()
    }

    fn log_prior(&self) -> f64 {
        let slopes: f64 = self.slope.iter().map(|slope| (slope / SPREAD.0).powi(2)).sum();
        let thresholds: f64 = self.thresholds[..self.cuts].iter().map(|cut| (cut / SPREAD.1).powi(2)).sum();
        -0.5 * (slopes + thresholds)
    }

    fn slope_over<'s>(&self, voters: impl Iterator<Item = Voter<'s, D>>) -> Slope {
        let mut sums = Slope { value: self.log_prior(), gradient: [0.0; MOST], bend: [[0.0; MOST]; MOST] };
        self.add_prior(&mut sums);
        let mut between = 0.0;
        for voter in voters {
            if voter.kind < self.cuts {
                sums.add(&voter, self, voter.kind, 1.0);
            }
            if voter.kind > 0 {
                sums.add(&voter, self, voter.kind - 1, -1.0);
            }
            between += if voter.kind == 1 && self.cuts == 2 { 1.0 } else { 0.0 };
        }
        if self.cuts == 2 {
            sums.add_between(self, D, between);
        }
        sums.mirror();
        sums
    }

    fn add_prior(&self, sums: &mut Slope) {
        let own = self.slope.iter().map(|value| (value, SPREAD.0));
        let cuts = self.thresholds[..self.cuts].iter().map(|value| (value, SPREAD.1));
        for (at, (value, spread)) in own.chain(cuts).enumerate() {
            sums.gradient[at] -= value / (spread * spread);
            sums.bend[at][at] += 1.0 / (spread * spread);
        }
    }
}

impl Slope {
    /// Adds the votes that lie below a threshold (1), or above it (-1).
    fn add<const D: usize>(&mut self, voter: &Voter<'_, D>, item: &Item<D>, cut: usize, side: f64) {
        for (weight, x) in voter.places {
            let here = Logistic::at(side * (item.thresholds[cut] - dot(&item.slope, x)));
            self.value += weight * here.log;
            let (pull, bend, cut) = (weight * side * here.rest, weight * here.bend(), D + cut);
            // The threshold less the place rises with the threshold and falls with the slopes.
            for (row, rise) in x.iter().enumerate() {
                self.gradient[row] -= pull * rise;
                self.bend[cut][row] -= bend * rise;
                for (column, other) in x.iter().enumerate() {
                    self.bend[row][column] += bend * rise * other;
                }
            }
            self.gradient[cut] += pull;
            self.bend[cut][cut] += bend;
        }
    }

    /// Fills the upper half, which the sums left out where a threshold meets a slope.
    fn mirror(&mut self) {
        for row in 0..MOST {
            for column in 0..row {
                self.bend[column][row] = self.bend[row][column];
            }
        }
    }

    /// Adds what the distance of both thresholds does to the votes between them.
    fn add_between<const D: usize>(&mut self, item: &Item<D>, first: usize, count: f64) {
        let apart = item.thresholds[1] - item.thresholds[0];
        let pull = count / apart.exp_m1();
        let bend = pull * (1.0 + 1.0 / apart.exp_m1());
        self.value += count * (-(-apart).exp()).ln_1p();
        self.gradient[first] -= pull;
        self.gradient[first + 1] += pull;
        for (row, column, sign) in [(0, 0, 1.0), (1, 1, 1.0), (0, 1, -1.0), (1, 0, -1.0)] {
            self.bend[first + row][first + column] += sign * bend;
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "no one counts 2^52 votes")]
pub(super) const fn count(votes: usize) -> f64 {
    votes as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(thresholds: [f64; 2], cuts: usize) -> Item<1> {
        Item { slope: [1.5], thresholds, cuts }
    }

    #[test]
    fn kinds_of_votes_exhaust_what_may_happen() {
        for (item, kinds) in [(item([-0.4, 0.9], 2), 3), (item([0.3, 0.3], 1), 2)] {
            for u in [-4.0, 0.0, 1.3] {
                let sum: f64 = (0..kinds).map(|kind| item.likelihood(kind, u)[0].exp()).sum();
                assert!((sum - 1.0).abs() < 1e-12, "{sum} at {u}");
            }
        }
    }

    #[test]
    fn slopes_are_what_differences_give() {
        let places = [(0.4, [-0.7]), (0.6, [1.2])];
        let voters = [0, 1, 1, 2].map(|kind| (kind, places));
        let voters = || voters.iter().map(|(kind, places)| Voter { places, kind: *kind });
        let at = item([-0.4, 0.9], 2);
        let found = at.slope_over(voters());
        assert!((found.value - at.value_over(voters())).abs() < 1e-12);
        for own in 0..3 {
            let mut step = [0.0; MOST];
            step[own] = 1e-5;
            let [more, less] = [1.0, -1.0].map(|length| at.moved(&step, length));
            let rise = (more.value_over(voters()) - less.value_over(voters())) / 2e-5;
            assert!((rise - found.gradient[own]).abs() < 1e-6, "{own}: {rise}");
            let [more, less] = [more, less].map(|near| near.slope_over(voters()).gradient);
            for other in 0..3 {
                let bend = (less[other] - more[other]) / 2e-5;
                assert!((bend - found.bend[own][other]).abs() < 1e-6, "{own} {other}: {bend}");
            }
        }
    }
}
