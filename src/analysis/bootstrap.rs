//! How sure a measure is: the bootstrap over what it was made of.
//!
//! A measure of a [`Coding`], of [`RollCalls`], of [`Ratings`], or of any list is computed again on samples of the same size, drawn from
//! it with replacement; how the results scatter tells how far the figure would move had other statements been recorded.

use super::agreement::RollCalls;
use super::each::each;
use super::intercoder::Ratings;
use super::network::Coding;
use super::random::Random;

/// What can be drawn from, item by item.
pub trait Resample: Sync + sealed::Sealed + Sized {
    /// How many items there are.
    fn size(&self) -> usize;

    /// The same with these items, by place, in place of its own; one may come more than once.
    #[must_use]
    fn resampled(&self, places: &[usize]) -> Self;
}

mod sealed {
    /// What draws have a meaning for.
    pub trait Sealed {}
    impl Sealed for crate::analysis::network::Coding {}
    impl Sealed for crate::analysis::agreement::RollCalls {}
    impl Sealed for crate::analysis::intercoder::Ratings {}
    impl<T> Sealed for Vec<T> {}
}

/// Statement by statement. Settings that let only one of several like statements count drop what was drawn twice.
impl Resample for Coding {
    fn size(&self) -> usize {
        self.len()
    }

    fn resampled(&self, places: &[usize]) -> Self {
        self.with_rows(places)
    }
}

/// Roll call by roll call, each with all its votes.
impl Resample for RollCalls {
    fn size(&self) -> usize {
        self.len()
    }

    fn resampled(&self, places: &[usize]) -> Self {
        self.with_calls(places)
    }
}

/// Unit by unit, each with the values of all its coders.
///
/// # Source
/// Zapf, Castell, Morawietz and Karch (2016), Measuring inter-rater reliability for nominal data: which coefficients and
/// confidence intervals are appropriate?
impl Resample for Ratings {
    fn size(&self) -> usize {
        self.len()
    }

    fn resampled(&self, places: &[usize]) -> Self {
        self.with_units(places)
    }
}

/// Item by item.
impl<T: Clone + Sync> Resample for Vec<T> {
    fn size(&self) -> usize {
        self.len()
    }

    fn resampled(&self, places: &[usize]) -> Self {
        places.iter().filter_map(|place| self.get(*place).cloned()).collect()
    }
}

/// A bootstrap: how many samples, from which seed, and how wide the interval.
///
/// Sample `k` is drawn by the generator `SplitMix64` from the seed and `k` alone, so that the same seed gives the same on
/// however many threads.
///
/// ```
/// use stancegraph::{datasets, analysis::{agreement::RollCalls, bootstrap::Bootstrap}, position::{Lens, Selection}};
/// let mean = |list: &Vec<f64>| Some(list.iter().sum::<f64>() / list.len() as f64);
/// let grades = vec![2.0, 1.0, -1.0, 2.0, 0.0, 1.0, 2.0, -2.0];
/// let found = Bootstrap::new(7).of(&grades, mean)?;
/// assert_eq!(found.value, Some(0.625));
/// // The standard error of a mean: the standard deviation over the root of the number.
/// assert!((found.error.unwrap() - 0.512).abs() < 0.05);
/// assert_eq!(found, Bootstrap::new(7).of(&grades, mean)?, "the same seed gives the same");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[must_use]
pub struct Bootstrap {
    seed: u64,
    draws: u32,
    level: f64,
}

/// How a measure scatters over samples.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Scatter {
    /// The measure of the data themselves; `None` where it has none there.
    pub value: Option<f64>,
    /// The mean over the samples on which it has a value.
    pub mean: Option<f64>,
    /// The standard error: the standard deviation over the samples, its squares divided by one less than their number.
    pub error: Option<f64>,
    /// The percentile interval: below it and above it lie equal shares of the samples.
    pub interval: Option<(f64, f64)>,
    /// On how many samples the measure has a value.
    pub draws: u32,
    /// On how many it has none, and which the figures therefore leave out.
    pub without: u32,
}

/// A bootstrap that cannot be made.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum BootstrapError {
    /// There is nothing to draw from.
    #[error("there is nothing to draw samples from; take a longer period or wider filters")]
    Empty,
    /// Too few samples.
    #[error("{draws} samples tell nothing of how a measure scatters; draw at least 2, better 1000")]
    TooFew {
        /// How many were asked for.
        draws: u32,
    },
    /// More figures than are kept at once.
    #[error(
        "{draws} samples of {figures} figures are more than are kept at once; draw {most} samples at most, or ask for fewer figures"
    )]
    #[non_exhaustive]
    TooMany {
        /// How many samples were asked for.
        draws: u32,
        /// Of how many figures.
        figures: usize,
        /// How many samples of so many figures are taken.
        most: usize,
    },
    /// A share that is none.
    #[error("an interval holds a share of the samples between 0 and 1, not {level}; write 0.95")]
    Level {
        /// What was asked for.
        level: f64,
    },
    /// The measure gave lists of different lengths.
    #[error(
        "the measure gave {found} figures for a sample and {wanted} for the data; give one for each, `None` where there is none"
    )]
    Lengths {
        /// How many for a sample.
        found: usize,
        /// How many for the data.
        wanted: usize,
    },
}

/// The most samples that are drawn, and the most figures of all samples together.
const MOST_DRAWS: usize = 100_000;
const MOST_FIGURES: usize = 50_000_000;

impl Bootstrap {
    /// 1000 samples from a seed, and the interval that holds 95 percent of them.
    pub const fn new(seed: u64) -> Self {
        Self { seed, draws: 1000, level: 0.95 }
    }

    /// So many samples.
    pub const fn draws(self, draws: u32) -> Self {
        Self { draws, ..self }
    }

    /// An interval that holds this share of the samples.
    pub const fn level(self, level: f64) -> Self {
        Self { level, ..self }
    }

    /// How one figure scatters; `None` is a sample on which it has no value.
    ///
    /// # Errors
    /// [`BootstrapError`] where there is nothing to draw from, for less than two samples, and for a share that is none.
    ///
    /// # Complexity
    /// One measure and one copy of the data a sample; shared between the threads of rayon's pool with the feature
    /// `parallel`.
    ///
    /// # Source
    /// Efron and Tibshirani (1993), An introduction to the bootstrap: standard error (6.6) and percentile interval (13.5).
    pub fn of<R: Resample>(
        &self,
        data: &R,
        measure: impl Fn(&R) -> Option<f64> + Sync + Send,
    ) -> Result<Scatter, BootstrapError> {
        let scatters = self.of_each(data, |sample| vec![measure(sample)])?;
        scatters.into_iter().next().ok_or(BootstrapError::Empty)
    }

    /// How each of several figures scatters, over the same samples.
    ///
    /// # Errors
    /// As [`of`](Self::of), for a measure that does not give as many figures for each sample as for the data, and for more than
    /// 100,000 samples or 50,000,000 figures of all samples together.
    pub fn of_each<R: Resample>(
        &self,
        data: &R,
        measure: impl Fn(&R) -> Vec<Option<f64>> + Sync + Send,
    ) -> Result<Vec<Scatter>, BootstrapError> {
        self.check(data.size())?;
        let values = measure(data);
        let most = MOST_DRAWS.min(MOST_FIGURES / values.len().max(1));
        if self.draws as usize > most {
            return Err(BootstrapError::TooMany { draws: self.draws, figures: values.len(), most });
        }
        let numbers: Vec<u32> = (0..self.draws).collect();
        let samples = each(&numbers, |number| measure(&data.resampled(&self.places(*number, data.size()))));
        if let Some(odd) = samples.iter().find(|sample| sample.len() != values.len()) {
            return Err(BootstrapError::Lengths { found: odd.len(), wanted: values.len() });
        }
        let scatter = |(at, value): (usize, &Option<f64>)| {
            let found = samples.iter().filter_map(|sample| sample.get(at).copied().flatten());
            self.scatter(*value, found.filter(|value| value.is_finite()).collect())
        };
        Ok(values.iter().enumerate().map(scatter).collect())
    }

    fn check(&self, size: usize) -> Result<(), BootstrapError> {
        if !(self.level > 0.0 && self.level < 1.0) {
            return Err(BootstrapError::Level { level: self.level });
        }
        match (size, self.draws) {
            (0, _) => Err(BootstrapError::Empty),
            (_, draws @ 0..=1) => Err(BootstrapError::TooFew { draws }),
            _ => Ok(()),
        }
    }

    fn places(&self, number: u32, size: usize) -> Vec<usize> {
        let mut random = Random::stream(self.seed, number.into());
        (0..size).map(|_| random.below(size)).collect()
    }

    fn scatter(&self, value: Option<f64>, mut found: Vec<f64>) -> Scatter {
        let draws = u32::try_from(found.len()).unwrap_or(self.draws);
        let number = f64::from(draws);
        let mean = (draws > 0).then(|| found.iter().sum::<f64>() / number);
        let squares = mean.map(|mean| found.iter().map(|one| (one - mean).powi(2)).sum::<f64>());
        found.sort_by(f64::total_cmp);
        let tail = f64::midpoint(1.0, -self.level);
        Scatter {
            value,
            mean,
            error: squares.filter(|_| draws > 1).map(|squares| (squares / (number - 1.0)).sqrt()),
            interval: quantile(&found, tail).zip(quantile(&found, 1.0 - tail)),
            draws,
            without: self.draws - draws,
        }
    }
}

/// A quantile of ascending values, between two of them in proportion; `None` of none.
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "the number of samples is a u32")]
    let place = share * sorted.len().saturating_sub(1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place within the list")]
    let before = place.floor() as usize;
    let low = *sorted.get(before)?;
    let high = sorted.get(before + 1).copied().unwrap_or(low);
    Some(low + (place - place.floor()) * (high - low))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::ptr_arg, reason = "the measure of a list")]
    fn mean(list: &Vec<f64>) -> Option<f64> {
        let number = f64::from(u32::try_from(list.len()).unwrap());
        (number > 0.0).then(|| list.iter().sum::<f64>() / number)
    }

    #[test]
    fn the_error_of_a_mean_is_the_known_one() {
        let mut random = Random::new(1);
        let list: Vec<f64> = (0..200).map(|_| random.normal()).collect();
        let found = Bootstrap::new(2).draws(4000).of(&list, mean).unwrap();
        // Of samples with replacement the exact one is the root of the mean square over the number.
        let middle = mean(&list).unwrap();
        let exact = (list.iter().map(|one| (one - middle).powi(2)).sum::<f64>() / 200.0 / 200.0).sqrt();
        assert!((found.error.unwrap() / exact - 1.0).abs() < 0.05, "{found:?} {exact}");
        assert!((found.mean.unwrap() - middle).abs() < 4.0 * exact / 4000f64.sqrt());
    }

    #[test]
    fn intervals_hold_the_truth_as_often_as_they_say() {
        let mut random = Random::new(3);
        let rounds = 300;
        let held = (0..rounds).filter(|round| {
            let list: Vec<f64> = (0..60).map(|_| 5.0 + random.normal()).collect();
            let (low, high) =
                Bootstrap::new(*round).draws(300).level(0.9).of(&list, mean).unwrap().interval.unwrap();
            low < 5.0 && 5.0 < high
        });
        let share = f64::from(u32::try_from(held.count()).unwrap()) / 300.0;
        assert!((0.85..0.94).contains(&share), "{share}");
    }

    #[test]
    fn samples_without_a_value_are_counted_apart() {
        let list = vec![0.0, 1.0];
        let found = Bootstrap::new(4).draws(400).of(&list, |one| one.contains(&1.0).then_some(1.0)).unwrap();
        // A sample of two holds no 1 one time in four.
        assert!((70..130).contains(&found.without) && found.draws + found.without == 400, "{found:?}");
        assert_eq!((found.mean, found.interval), (Some(1.0), Some((1.0, 1.0))));
    }

    #[test]
    fn what_cannot_be_made_says_why() {
        let told = |bootstrap: Bootstrap, list: &Vec<f64>| bootstrap.of(list, mean).unwrap_err();
        assert_eq!(told(Bootstrap::new(0), &vec![]), BootstrapError::Empty);
        assert_eq!(told(Bootstrap::new(0).draws(1), &vec![1.0]), BootstrapError::TooFew { draws: 1 });
        assert_eq!(told(Bootstrap::new(0).level(95.0), &vec![1.0]), BootstrapError::Level { level: 95.0 });
        let odd = Bootstrap::new(0).of_each(&vec![1.0, 2.0], |one| vec![None; usize::from(one[0] < one[1])]);
        assert_eq!(odd.unwrap_err(), BootstrapError::Lengths { found: 0, wanted: 1 });
    }
}
