//! Where a series leads: a line through points.

use super::student::reach;

/// A line `value = intercept + slope * time`, with the 95 percent interval of its slope.
///
/// ```
/// use stancegraph::analysis::change::Trend;
/// let points = [(0.0, 1.0), (1.0, 3.0), (2.0, 5.0), (3.0, 40.0), (4.0, 9.0)];
/// let robust = Trend::theil_sen(&points).unwrap();
/// assert_eq!((robust.slope, robust.intercept), (2.0, 1.0));
/// assert!(Trend::least_squares(&points).unwrap().slope > 5.0, "one point far off turns the line");
/// assert_eq!(Trend::theil_sen(&points[..1]), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Trend {
    /// By how much the value rises in one unit of time.
    pub slope: f64,
    /// The value at time 0.
    pub intercept: f64,
    /// The 95 percent interval of the slope.
    pub interval: (f64, f64),
    /// How many points it runs through.
    pub points: usize,
}

/// Half the width of the 95 percent interval of the standard normal distribution.
pub(super) const REACH: f64 = 1.959_963_984_540_054;

impl Trend {
    /// Of how many points [`theil_sen`](Self::theil_sen) compares each two.
    pub const MOST_POINTS: usize = 2000;

    /// The median of the slopes between any two points of different times; the intercept is the median value less the slope
    /// times the median time.
    ///
    /// Up to 29 percent of the points may lie anywhere. The interval is Sen's: slopes are ranked, and the ranks
    /// `(N ± 1.96 s) / 2` are taken, with `N` their number and
    /// `s² = (n(n-1)(2n+5) - sum of t(t-1)(2t+5)) / 18` over the sizes `t` of groups of equal times and of equal values.
    /// `None` where there are no two times, and for more than [`MOST_POINTS`](Self::MOST_POINTS).
    ///
    /// # Complexity
    /// O(n² log n) time and O(n²) memory for `n` points: 16 MB at most.
    ///
    /// # Source
    /// Sen (1968), Estimates of the regression coefficient based on Kendall's tau; the interval as `scipy.stats.theilslopes`
    /// rounds it.
    pub fn theil_sen(points: &[(f64, f64)]) -> Option<Self> {
        if points.len() > Self::MOST_POINTS {
            return None;
        }
        let mut slopes: Vec<f64> = Vec::new();
        for (at, (x, y)) in points.iter().enumerate() {
            let others = points.iter().skip(at + 1).filter(|(other, _)| (other - x).abs() > 0.0);
            slopes.extend(others.map(|(other, value)| (value - y) / (other - x)));
        }
        slopes.sort_by(f64::total_cmp);
        let slope = median(&slopes)?;
        let sorted = |of: fn(&(f64, f64)) -> f64| {
            // 0 and -0 are one value.
            let mut values: Vec<f64> = points.iter().map(|point| of(point) + 0.0).collect();
            values.sort_by(f64::total_cmp);
            values
        };
        let (times, values) = (sorted(|point| point.0), sorted(|point| point.1));
        let spread = (ties(points.len()) - repeats(&times) - repeats(&values)).max(0.0) / 18.0;
        Some(Self {
            slope,
            intercept: median(&values)? - slope * median(&times)?,
            interval: ranked(&slopes, REACH * spread.sqrt())?,
            points: points.len(),
        })
    }

    /// The line with the least sum of squared distances: `slope = sum (x - x̄)(y - ȳ) / sum (x - x̄)²`.
    ///
    /// The interval reaches `t` standard errors `sqrt(sum of squared residuals / (n - 2) / sum (x - x̄)²)` to either side, with
    /// `t` the 97.5 percent point of Student's distribution with `n - 2` degrees of freedom; of two points it is the slope itself. `None` where there are no two times.
    ///
    /// # Complexity
    /// O(n) for `n` points.
    pub fn least_squares(points: &[(f64, f64)]) -> Option<Self> {
        let number = count(points.len());
        let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / number;
        let (time, value) = (mean(|point| point.0), mean(|point| point.1));
        let sum =
            |of: &dyn Fn(f64, f64) -> f64| points.iter().map(|(x, y)| of(x - time, y - value)).sum::<f64>();
        let (square, both) = (sum(&|x, _| x * x), sum(&|x, y| x * y));
        if square.is_nan() || square <= 0.0 {
            return None;
        }
        let slope = both / square;
        let rest = sum(&|x, y| (y - slope * x).powi(2));
        let error = if points.len() > 2 { (rest / (number - 2.0) / square).sqrt() } else { 0.0 };
        let reach = reach(points.len().saturating_sub(2)) * error;
        Some(Self {
            slope,
            intercept: value - slope * time,
            interval: (slope - reach, slope + reach),
            points: points.len(),
        })
    }
}

fn median(sorted: &[f64]) -> Option<f64> {
    let after = *sorted.get(sorted.len() / 2)?;
    let before = *sorted.get((sorted.len() - 1) / 2)?;
    Some(f64::midpoint(before, after))
}

/// `t (t - 1) (2 t + 5)`.
fn ties(number: usize) -> f64 {
    let number = count(number);
    number * (number - 1.0) * (2.0 * number + 5.0)
}

fn repeats(sorted: &[f64]) -> f64 {
    sorted.chunk_by(|left, right| left.total_cmp(right).is_eq()).map(|group| ties(group.len())).sum()
}

/// The slopes at the ranks so far below and above the middle, halves to the even rank.
fn ranked(slopes: &[f64], reach: f64) -> Option<(f64, f64)> {
    let number = count(slopes.len());
    let rank = |place: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a place within the list"
        )]
        let place = place.clamp(0.0, number - 1.0) as usize;
        slopes.get(place).copied()
    };
    let low = f64::midpoint(number, -reach).round_ties_even() - 1.0;
    let high = f64::midpoint(number, reach).round_ties_even();
    rank(low).zip(rank(high))
}

#[expect(clippy::cast_precision_loss, reason = "no series has 2^52 points")]
const fn count(number: usize) -> f64 {
    number as f64
}
