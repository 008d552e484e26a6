//! Where a series of figures breaks: change points of its mean.

/// What a break costs: one is made where it lowers the sum of squares by more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Penalty {
    /// `2 s² ln n`, the Bayesian information criterion for a new mean and its place, with `s` the noise: the median distance of
    /// two values in a row, divided by 0.6745 √2. Where more than half of them are the same, as grades often are, that is 0, and
    /// `s²` is half the mean square of these distances instead.
    Bic,
    /// This much.
    Of(f64),
}

/// A series in which no breaks can be looked for.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum BreaksError {
    /// A value is no number.
    #[error("value {at} of the series is {value}, which is no number; leave out what is missing")]
    NoNumber {
        /// Its place.
        at: usize,
        /// What it is.
        value: f64,
    },
    /// A penalty below 0.
    #[error("a break cannot cost {penalty}; write a number from 0")]
    Penalty {
        /// What was written.
        penalty: f64,
    },
    /// Stretches without a value.
    #[error("a stretch has at least one value; write a shortest length from 1")]
    NoLength,
}

/// Where a series breaks: the place of the first value of each stretch but the first, ascending.
///
/// Of all ways to cut the series into stretches of at least `shortest` values, the one with the least
///
/// ```text
/// sum over stretches of (sum of (y - mean of the stretch)² + penalty)
/// ```
///
/// found exactly, by the algorithm PELT. A constant series, or one shorter than two stretches, does not break. Of equal ways
/// the one whose last break comes first.
///
/// # Errors
/// [`BreaksError`] for a value that is no number, a penalty below 0, and a shortest stretch of no length.
///
/// # Complexity
/// O(n) for `n` values where breaks keep coming, O(n²) at worst.
///
/// # Source
/// Killick, Fearnhead and Eckley (2012), Optimal detection of changepoints with a linear computational cost.
///
/// # Example
/// ```
/// use stancegraph::analysis::change::{Penalty, breaks};
/// let series = [1.0, 1.2, 0.9, 1.1, 4.0, 4.2, 3.9, 4.1];
/// assert_eq!(breaks(&series, Penalty::Of(1.0), 1)?, [4]);
/// assert!(breaks(&series, Penalty::Of(100.0), 1)?.is_empty());
/// # Ok::<(), stancegraph::analysis::change::BreaksError>(())
/// ```
pub fn breaks(series: &[f64], penalty: Penalty, shortest: usize) -> Result<Vec<usize>, BreaksError> {
    if let Some((at, &value)) = series.iter().enumerate().find(|(_, value)| !value.is_finite()) {
        return Err(BreaksError::NoNumber { at, value });
    }
    let penalty = match penalty {
        Penalty::Bic => 2.0 * noise(series) * count(series.len()).max(1.0).ln(),
        Penalty::Of(penalty) => penalty,
    };
    if shortest == 0 {
        return Err(BreaksError::NoLength);
    }
    if !(penalty.is_finite() && penalty >= 0.0) {
        return Err(BreaksError::Penalty { penalty });
    }
    Ok(Search::new(series, penalty, shortest).breaks())
}

/// Sums from the beginning, from which the cost of any stretch follows.
struct Search {
    sums: Vec<(f64, f64)>,
    penalty: f64,
    shortest: usize,
}

/// A place where the last stretch may begin, until it is known that it does not from an end on.
struct Candidate {
    start: usize,
    until: usize,
}

impl Search {
    fn new(series: &[f64], penalty: f64, shortest: usize) -> Self {
        // Around the mean, squares are smallest and lose the least.
        let mean = series.iter().sum::<f64>() / count(series.len().max(1));
        let mut sums = vec![(0.0, 0.0)];
        for value in series.iter().map(|value| value - mean) {
            let (sum, squares) = sums[sums.len() - 1];
            sums.push((sum + value, squares + value * value));
        }
        // What rounding takes from a sum is no reason to break.
        let rounding = 1e-12 * sums[sums.len() - 1].1;
        Self { sums, penalty: penalty + rounding, shortest }
    }

    fn cost(&self, start: usize, end: usize) -> f64 {
        let ((before, less), (through, all)) = (self.sums[start], self.sums[end]);
        (all - less - (through - before).powi(2) / count(end - start)).max(0.0)
    }

    /// The breaks of the best way to cut the whole.
    fn breaks(&self) -> Vec<usize> {
        let last = self.last_starts();
        let starts = std::iter::successors(Some(last.len() - 1), |end| Some(last[*end])).skip(1);
        let mut breaks: Vec<usize> = starts.take_while(|start| *start > 0).collect();
        breaks.reverse();
        breaks
    }

    /// For each end where the last stretch begins in the best way up to there.
    fn last_starts(&self) -> Vec<usize> {
        let mut best = vec![f64::INFINITY; self.sums.len()];
        let mut last = vec![0; self.sums.len()];
        best[0] = -self.penalty;
        let mut candidates: Vec<Candidate> = Vec::new();
        for end in self.shortest..self.sums.len() {
            candidates.push(Candidate { start: end - self.shortest, until: usize::MAX });
            candidates.retain(|one| one.until > end && best[one.start].is_finite());
            for one in &candidates {
                let whole = best[one.start] + self.cost(one.start, end) + self.penalty;
                if whole < best[end] {
                    (best[end], last[end]) = (whole, one.start);
                }
            }
            // What costs more up to here even without another break never ends a best way once a stretch fits in between.
            for one in candidates.iter_mut().filter(|one| one.until == usize::MAX) {
                if best[one.start] + self.cost(one.start, end) > best[end] {
                    one.until = end.saturating_add(self.shortest);
                }
            }
        }
        last
    }
}

/// The variance of what is not explained by breaks, from distances of values in a row.
fn noise(series: &[f64]) -> f64 {
    let mut steps: Vec<f64> = series.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    steps.sort_by(f64::total_cmp);
    match steps.get(steps.len() / 2) {
        None => 0.0,
        Some(&step) if step > 0.0 => (step / 0.6745).powi(2) / 2.0,
        Some(_) => steps.iter().map(|step| step * step).sum::<f64>() / count(steps.len()) / 2.0,
    }
}

#[expect(clippy::cast_precision_loss, reason = "no series has 2^52 values")]
const fn count(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::random::Random;

    /// The least cost over every way to cut.
    fn least(search: &Search, from: usize, end: usize) -> (f64, Vec<usize>) {
        let mut best = (search.cost(from, end) + search.penalty, Vec::new());
        for cut in from + search.shortest..=end.saturating_sub(search.shortest) {
            let (rest, mut cuts) = least(search, cut, end);
            let whole = search.cost(from, cut) + search.penalty + rest;
            if whole < best.0 {
                cuts.insert(0, cut);
                best = (whole, cuts);
            }
        }
        best
    }

    #[test]
    fn the_best_way_of_all_is_found() {
        let mut random = Random::new(11);
        for round in 0..150 {
            let (length, shortest) = (1 + random.below(11), 1 + random.below(3));
            let penalty = 4.0 * random.share();
            let series: Vec<f64> = (0..length).map(|_| count(random.below(3)) + random.normal()).collect();
            let search = Search::new(&series, penalty, shortest);
            let expected = if length < shortest { Vec::new() } else { least(&search, 0, length).1 };
            assert_eq!(
                breaks(&series, Penalty::Of(penalty), shortest).unwrap(),
                expected,
                "{round}: {series:?}"
            );
        }
    }

    #[test]
    fn a_series_that_does_not_break_has_no_break() {
        let mut random = Random::new(12);
        let mut series: Vec<f64> = (0..100).map(|_| random.normal()).collect();
        assert!(breaks(&series, Penalty::Bic, 2).unwrap().is_empty());
        series[60..].iter_mut().for_each(|value| *value += 3.0);
        let found = breaks(&series, Penalty::Bic, 2).unwrap();
        assert!(found.len() == 1 && found[0].abs_diff(60) <= 2, "{found:?}");
        assert!(breaks(&[], Penalty::Bic, 1).unwrap().is_empty());
    }

    #[test]
    fn grades_that_stay_the_same_break_where_they_turn() {
        let turns = [vec![-2.0; 5], vec![2.0; 4], vec![-2.0; 4], vec![2.0; 6]].concat();
        for penalty in [Penalty::Bic, Penalty::Of(0.0)] {
            assert_eq!(breaks(&turns, penalty, 1).unwrap(), [5, 9, 13], "{penalty:?}");
        }
        // Half the mean square of the steps is 48 / 18 / 2, so a break costs 2 * 4/3 * ln 19 = 7.85; an aside of one takes two.
        let mut aside = turns.clone();
        aside[2] = 1.0;
        assert_eq!(breaks(&aside, Penalty::Bic, 1).unwrap(), [5, 9, 13]);
        assert_eq!(breaks(&aside, Penalty::Of(0.0), 1).unwrap(), [2, 3, 5, 9, 13]);
        assert!(breaks(&[0.1; 40], Penalty::Of(0.0), 1).unwrap().is_empty());
    }

    #[test]
    fn what_cannot_be_searched_says_why() {
        let told =
            |series: &[f64], penalty, shortest| breaks(series, penalty, shortest).unwrap_err().to_string();
        assert_eq!(
            told(&[1.0, f64::NAN], Penalty::Bic, 1),
            "value 1 of the series is NaN, which is no number; leave out what is missing"
        );
        assert_eq!(told(&[1.0], Penalty::Of(-1.0), 1), "a break cannot cost -1; write a number from 0");
        assert_eq!(
            told(&[1.0], Penalty::Bic, 0),
            "a stretch has at least one value; write a shortest length from 1"
        );
    }
}
