//! Krippendorff's alpha.

use super::{NoAgreement, Ratings};
use crate::model::word::code_words;

/// How far apart two values are, squared.
///
/// With `n[c]` how often a value occurs among all that are compared:
///
/// | | |
/// |---|---|
/// | nominal | 0 where they are the same, else 1 |
/// | ordinal | `(sum of n[g] for g from c to k - (n[c] + n[k]) / 2)²` |
/// | interval | `(c - k)²` |
/// | ratio | `((c - k) / (c + k))²` |
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// Values are names.
    Nominal,
    /// Values have an order.
    Ordinal,
    /// Values have distances.
    Interval,
    /// Values have ratios; none is below 0.
    Ratio,
}

code_words!(Difference, "difference", { Nominal = 0 "nominal", Ordinal = 1 "ordinal", Interval = 2 "interval", Ratio = 3 "ratio" });

/// Krippendorff's alpha, with what it was made of.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Alpha {
    /// `1 - observed / expected`.
    pub value: f64,
    /// The mean difference within units.
    pub observed: f64,
    /// The mean difference of any two values.
    pub expected: f64,
    /// How many units have two values or more.
    pub units: usize,
    /// How many values these have.
    pub values: usize,
}

/// The distinct values, ascending, and how often each occurs where it is compared.
struct Scale {
    values: Vec<f64>,
    counts: Vec<f64>,
    /// How many lie below each.
    below: Vec<f64>,
}

impl Ratings {
    /// Krippendorff's alpha over all coders: `1 - Do / De`.
    ///
    /// With `d(c, k)` the [`Difference`] of two values, `m` the number of values of a unit and `n` that of all values in
    /// units that have at least two:
    ///
    /// ```text
    /// Do = 1/n       sum over units, over ordered pairs of its values, of d / (m - 1)
    /// De = 1/(n(n-1)) sum over ordered pairs of all values of d
    /// ```
    ///
    /// From 1, perfect, over 0, chance, down to -1 or so. Units with one value are compared with nothing and left out.
    ///
    /// # Errors
    /// [`NoAgreement`] where no unit has two values, where all values are the same, and for ratios of a value below 0.
    ///
    /// # Complexity
    /// O(n log n + u v² + v²) for `n` values of `v` distinct ones in `u` units.
    ///
    /// # Source
    /// Krippendorff (2011), Computing Krippendorff's alpha-reliability; its example is among the tests.
    pub fn alpha(&self, difference: Difference) -> Result<Alpha, NoAgreement> {
        let units: Vec<Vec<f64>> = self
            .units()
            .map(|(_, given)| given.values().copied().collect())
            .filter(|unit: &Vec<f64>| unit.len() > 1)
            .collect();
        let scale = Scale::of(&units)?;
        if let Some(&value) =
            scale.values.iter().find(|value| difference == Difference::Ratio && **value < 0.0)
        {
            return Err(NoAgreement::BelowZero { value });
        }
        let values: usize = units.iter().map(Vec::len).sum();
        let n = count(values);
        let observed = units.iter().map(|unit| scale.within(unit, difference)).sum::<f64>() / n;
        let expected = scale.pairs(&scale.counts, difference) / (n * (n - 1.0));
        Ok(Alpha { value: 1.0 - observed / expected, observed, expected, units: units.len(), values })
    }
}

impl Scale {
    fn of(units: &[Vec<f64>]) -> Result<Self, NoAgreement> {
        let mut all: Vec<f64> = units.iter().flatten().copied().collect();
        all.sort_by(f64::total_cmp);
        let mut values = all.clone();
        values.dedup();
        match values.len() {
            0 => return Err(NoAgreement::NothingCommon),
            1 => return Err(NoAgreement::NoVariation { values: all.len() }),
            _ => {}
        }
        let end = |value: &f64| count(all.partition_point(|one| one <= value));
        let start = |value: &f64| count(all.partition_point(|one| one < value));
        let counts = values.iter().map(|value| end(value) - start(value)).collect();
        let below = values.iter().map(start).collect();
        Ok(Self { values, counts, below })
    }

    /// The sum over the ordered pairs of a unit's values, divided by how many others each has.
    fn within(&self, unit: &[f64], difference: Difference) -> f64 {
        let mut counts = vec![0.0; self.values.len()];
        for value in unit {
            counts[self.values.partition_point(|one| one < value)] += 1.0;
        }
        self.pairs(&counts, difference) / (count(unit.len()) - 1.0)
    }

    /// The sum over ordered pairs of values that occur so often; a value with itself is no difference.
    fn pairs(&self, counts: &[f64], difference: Difference) -> f64 {
        let occur: Vec<(usize, f64)> =
            counts.iter().copied().enumerate().filter(|(_, count)| *count > 0.0).collect();
        let later = |at: usize| occur.iter().skip(at + 1);
        let of = |(at, (left, often)): (usize, &(usize, f64))| -> f64 {
            later(at).map(|(right, other)| often * other * self.difference(*left, *right, difference)).sum()
        };
        2.0 * occur.iter().enumerate().map(of).sum::<f64>()
    }

    /// The difference of two values by place, the lower one first.
    fn difference(&self, left: usize, right: usize, difference: Difference) -> f64 {
        let (low, high) = (self.values[left], self.values[right]);
        match difference {
            Difference::Nominal => 1.0,
            Difference::Ordinal => {
                let through = self.below[right] + self.counts[right] - self.below[left];
                (through - f64::midpoint(self.counts[left], self.counts[right])).powi(2)
            }
            Difference::Interval => (high - low).powi(2),
            Difference::Ratio => ((high - low) / (high + low)).powi(2),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "no one codes 2^52 units")]
pub(super) const fn count(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of Krippendorff (2011): four observers, twelve units; 0 is missing.
    const OBSERVERS: [[u8; 12]; 4] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];

    fn ratings(coders: &[&[u8]]) -> Ratings {
        let mut ratings = Ratings::default();
        for (coder, values) in coders.iter().enumerate() {
            for (unit, value) in values.iter().enumerate().filter(|(_, value)| **value > 0) {
                ratings.rate(&format!("{unit:03}"), &format!("{coder}"), f64::from(*value)).unwrap();
            }
        }
        ratings
    }

    #[test]
    fn the_published_example_comes_out_as_published() {
        let ratings = ratings(&OBSERVERS.each_ref().map(<[u8; 12]>::as_slice));
        for (difference, expected) in [
            (Difference::Nominal, 0.743),
            (Difference::Ordinal, 0.815),
            (Difference::Interval, 0.849),
            (Difference::Ratio, 0.797),
        ] {
            let alpha = ratings.alpha(difference).unwrap();
            assert!((alpha.value - expected).abs() < 5e-4, "{difference}: {alpha:?}");
            assert_eq!((alpha.units, alpha.values), (11, 40));
        }
    }

    #[test]
    fn two_observers_of_two_names_come_out_as_published() {
        // Krippendorff (2011), ten units of 0 and 1, here 1 and 2: .095.
        let meg = [1, 2, 1, 1, 1, 1, 1, 1, 2, 1];
        let owen = [2, 2, 2, 1, 1, 2, 1, 1, 1, 1];
        let alpha = ratings(&[&meg, &owen]).alpha(Difference::Nominal).unwrap();
        assert!((alpha.value - 0.095).abs() < 5e-4, "{alpha:?}");
    }

    #[test]
    fn what_cannot_be_compared_says_why() {
        let told = |ratings: Ratings, difference| ratings.alpha(difference).unwrap_err();
        assert_eq!(told(ratings(&[&[1, 2]]), Difference::Nominal), NoAgreement::NothingCommon);
        assert_eq!(
            told(ratings(&[&[1, 1], &[1, 1]]), Difference::Nominal),
            NoAgreement::NoVariation { values: 4 }
        );
        let mut below = ratings(&[&[1, 2], &[1, 2]]);
        below.rate("x", "0", -1.0).unwrap();
        below.rate("x", "1", -1.0).unwrap();
        assert_eq!(told(below, Difference::Ratio), NoAgreement::BelowZero { value: -1.0 });
    }

    #[test]
    fn agreement_throughout_is_1() {
        for difference in Difference::ALL {
            let alpha = ratings(&[&[1, 2, 3], &[1, 2, 3]]).alpha(*difference).unwrap();
            assert!((alpha.value - 1.0).abs() < 1e-12);
        }
    }
}
