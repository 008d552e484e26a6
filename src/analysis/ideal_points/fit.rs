//! The estimator: calls given places and places given calls, until nothing moves.

use crate::analysis::each::each;

use super::Limits;
use super::call::{Item, Voter};
use super::panel::Panel;
use super::path::{Place, Track};
use super::scale::Model;
use super::square::{Vector, diagonal, lower, transposed};
use super::start::start;

/// How the search ended.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Convergence {
    /// How many rounds it took.
    pub iterations: u32,
    /// How far the point that moved most in the last round did.
    pub change: f64,
    /// Whether that was less than the tolerance; if not, the limit of rounds came first.
    pub reached: bool,
}

/// Fits the model to a panel, which has at least one call.
pub(super) fn fit<const D: usize>(panel: &Panel, limits: &Limits) -> (Model<D>, Convergence) {
    let places = start::<D>(panel).into_iter().map(|at| Place { at, spread: diagonal(0.05) }).collect();
    let mut model = Model { items: panel.calls.iter().map(Item::new).collect(), places };
    model.standardize(panel);
    let mut ended = Convergence { iterations: 0, change: f64::INFINITY, reached: false };
    while !ended.reached && ended.iterations < limits.iterations {
        let next = improved(&model, panel, limits.drift);
        ended.iterations += 1;
        ended.change = moved_most(&model, &next, panel);
        ended.reached = ended.change < limits.tolerance;
        model = next;
    }
    (model, ended)
}

/// One round: every call where the places are, every path where the calls are, and the scale.
fn improved<const D: usize>(model: &Model<D>, panel: &Panel, drift: f64) -> Model<D> {
    let nodes: Vec<(f64, Vector<D>)> = model.places.iter().flat_map(nodes).collect();
    let each_has = 3usize.pow(u32::try_from(D).unwrap_or(1));
    let calls: Vec<_> = panel.calls.iter().zip(&model.items).collect();
    let items = each(&calls, |(call, item)| {
        let voter = |&(state, kind): &(usize, usize)| Voter {
            places: nodes.get(state * each_has..(state + 1) * each_has).unwrap_or_default(),
            kind,
        };
        item.improved(&call.votes.iter().map(voter))
    });
    let paths = each(&panel.paths, |path| {
        let track = Track { states: &panel.states[path.states.clone()], items: &items, drift };
        let from: Vec<Vector<D>> = model.places[path.states.clone()].iter().map(|place| place.at).collect();
        track.improved(&from)
    });
    let mut next = Model { items, places: paths.into_iter().flatten().collect() };
    next.standardize(panel);
    next
}

/// The nodes of Gauss and Hermite, three on each axis, of the normal distribution of a place.
fn nodes<const D: usize>(place: &Place<D>) -> Vec<(f64, Vector<D>)> {
    let mut nodes = vec![(1.0, place.at)];
    for column in transposed(&lower(&place.spread)) {
        let steps = [(1.0 / 6.0, -3f64.sqrt()), (2.0 / 3.0, 0.0), (1.0 / 6.0, 3f64.sqrt())];
        let moves = steps.map(|(share, length)| (share, column.map(|reach| length * reach)));
        let along = |(weight, at): (f64, Vector<D>)| {
            moves.map(|(share, step)| (weight * share, std::array::from_fn(|row| at[row] + step[row])))
        };
        nodes = nodes.into_iter().flat_map(along).collect();
    }
    nodes
}

fn moved_most<const D: usize>(before: &Model<D>, after: &Model<D>, panel: &Panel) -> f64 {
    let places = before.places.iter().zip(&after.places).zip(&panel.states);
    let voted = places.filter(|(_, state)| !state.votes.is_empty());
    let moved =
        voted.flat_map(|((before, after), _)| before.at.iter().zip(&after.at).map(|(b, a)| (b - a).abs()));
    moved.fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::ideal_points::call::count;
    use crate::analysis::ideal_points::logistic::Logistic;
    use crate::analysis::ideal_points::panel::Vote;
    use crate::analysis::random::Random;

    const LIMITS: Limits = Limits { drift: 0.1, tolerance: 1e-5, iterations: 200 };

    /// Votes drawn from the model, a quarter missing, and where each holder truly stands in each period.
    fn drawn<const D: usize>(
        seed: u64,
        [holders, calls]: [usize; 2],
        periods: i16,
    ) -> (Vec<Vote>, Vec<Vec<Vector<D>>>) {
        let mut random = Random::new(seed);
        let mut normal = |scale: f64| std::array::from_fn::<f64, D, _>(|_| scale * random.normal());
        let mut truth: Vec<Vec<Vector<D>>> = (0..holders).map(|_| vec![normal(1.0)]).collect();
        for path in &mut truth {
            for _ in 1..periods {
                let (step, last) = (normal(LIMITS.drift), path[path.len() - 1]);
                path.push(std::array::from_fn(|at| last[at] + step[at]));
            }
        }
        let mut votes = Vec::new();
        for call in 0..calls * usize::try_from(periods).unwrap() {
            let period = i16::try_from(call / calls).unwrap();
            let slope: Vector<D> = std::array::from_fn(|_| 2.0 * random.normal());
            let first = random.normal() - 0.7;
            let cuts = [first, first + 0.3 + random.share()];
            for (holder, path) in truth.iter().enumerate() {
                let u: f64 =
                    slope.iter().zip(&path[usize::try_from(period).unwrap()]).map(|(b, x)| b * x).sum();
                let (drawn, is_there) = (random.share(), random.share() > 0.25);
                let level = cuts.iter().map(|cut| u8::from(drawn > Logistic::at(cut - u).share)).sum();
                if is_there {
                    votes.push(Vote { holder, call, period, level });
                }
            }
        }
        (votes, truth)
    }

    fn correlation(left: &[f64], right: &[f64]) -> f64 {
        let mean = |list: &[f64]| list.iter().sum::<f64>() / count(list.len());
        let means = [mean(left), mean(right)];
        let sum = |a: &[f64], b: &[f64], [m, n]: [f64; 2]| {
            a.iter().zip(b).map(|(a, b)| (a - m) * (b - n)).sum::<f64>()
        };
        sum(left, right, means) / (sum(left, left, [means[0]; 2]) * sum(right, right, [means[1]; 2])).sqrt()
    }

    /// The share of true places within the 95 percent intervals, the truth put on the estimate's scale.
    fn covered(places: &[Place<1>], truth: &[f64]) -> f64 {
        let found: Vec<f64> = places.iter().map(|place| place.at[0]).collect();
        let number = count(truth.len());
        let mean = truth.iter().sum::<f64>() / number;
        let size = (truth.iter().map(|at| (at - mean).powi(2)).sum::<f64>() / number).sqrt();
        let sign = correlation(&found, truth).signum();
        let is_within = |(place, at): &(&Place<1>, &f64)| {
            (place.at[0] - sign * (**at - mean) / size).abs() < 1.96 * place.spread[0][0].sqrt()
        };
        count(places.iter().zip(truth).filter(is_within).count()) / number
    }

    #[test]
    fn true_places_are_recovered_and_intervals_hold_what_they_say() {
        let (mut sum, rounds) = (0.0, 8);
        for seed in 0..rounds {
            let (votes, truth) = drawn::<1>(seed, [120, 80], 1);
            let panel = Panel::new(&votes);
            let (model, ended) = fit::<1>(&panel, &LIMITS);
            assert!(ended.reached, "{ended:?}");
            let truth: Vec<f64> = truth.iter().map(|path| path[0][0]).collect();
            let found: Vec<f64> = model.places.iter().map(|place| place.at[0]).collect();
            let together = correlation(&found, &truth).abs();
            assert!(together > 0.97, "{seed}: {together}");
            sum += covered(&model.places, &truth);
        }
        let share = sum / f64::from(u32::try_from(rounds).unwrap());
        assert!((0.92..0.98).contains(&share), "{share}");
    }

    #[test]
    fn true_paths_are_recovered_on_one_scale() {
        let (votes, truth) = drawn::<1>(5, [100, 40], 6);
        let (model, ended) = fit::<1>(&Panel::new(&votes), &LIMITS);
        assert!(ended.reached, "{ended:?}");
        let truth: Vec<f64> = truth.iter().flatten().map(|at| at[0]).collect();
        let found: Vec<f64> = model.places.iter().map(|place| place.at[0]).collect();
        let together = correlation(&found, &truth).abs();
        let share = covered(&model.places, &truth);
        assert!(together > 0.98 && (0.92..0.98).contains(&share), "{together} {share}");
    }

    #[test]
    fn a_true_plane_is_recovered_up_to_a_turn() {
        let (votes, truth) = drawn::<2>(3, [100, 80], 1);
        let (model, ended) = fit::<2>(&Panel::new(&votes), &LIMITS);
        assert!(ended.reached, "{ended:?}");
        // Each true axis as a sum of the two found ones, which do not go together.
        for axis in 0..2 {
            let truth: Vec<f64> = truth.iter().map(|path| path[0][axis]).collect();
            let on = |own: usize| model.places.iter().map(|place| place.at[own]).collect::<Vec<_>>();
            let together = correlation(&on(0), &truth).hypot(correlation(&on(1), &truth));
            assert!(together > 0.94, "{axis}: {together}");
        }
    }

    #[test]
    fn whatever_the_votes_every_number_is_finite() {
        let mut random = Random::new(21);
        for round in 0..60 {
            let [holders, calls] = [1 + random.below(6), 1 + random.below(6)];
            let vote = |random: &mut Random| Vote {
                holder: random.below(holders),
                call: random.below(calls),
                period: [i16::MIN, 0, 1, i16::MAX][random.below(4)],
                level: u8::try_from(random.below(3)).unwrap(),
            };
            let number = random.below(40);
            let votes: Vec<Vote> = (0..number).map(|_| vote(&mut random)).collect();
            let panel = Panel::new(&votes);
            let limits = Limits { iterations: 40, ..LIMITS };
            let finite = |places: &[f64]| places.iter().all(|value| value.is_finite());
            for place in fit::<1>(&panel, &limits).0.places {
                assert!(finite(&place.at) && place.spread[0][0] > 0.0, "{round}: {place:?}");
            }
            for place in fit::<2>(&panel, &limits).0.places {
                let [variances, covariance] =
                    [[place.spread[0][0], place.spread[1][1]], [place.spread[0][1]; 2]];
                assert!(finite(&place.at) && finite(&covariance), "{round}: {place:?}");
                assert!(variances.iter().all(|one| one.is_finite() && *one > 0.0), "{round}: {place:?}");
            }
        }
    }
}
