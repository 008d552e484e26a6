//! Cohen's kappa.

use std::collections::BTreeMap;

use super::alpha::count;
use super::{NoAgreement, Ratings};
use crate::model::word::code_words;

/// How much it counts that two coders chose two different categories, with `i` and `j` their places in ascending order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weights {
    /// As much as any other difference: 1.
    #[default]
    Equal,
    /// `|i - j|`.
    Linear,
    /// `(i - j)²`.
    Quadratic,
}

code_words!(Weights, "weights", { Equal = 0 "equal", Linear = 1 "linear", Quadratic = 2 "quadratic" });

/// Cohen's kappa, with what it was made of.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Kappa {
    /// `1 - observed / expected`.
    pub value: f64,
    /// The mean weight of what the two chose.
    pub observed: f64,
    /// The mean weight of what they would have chosen by chance, each as often as it did choose.
    pub expected: f64,
    /// How many units both coded.
    pub units: usize,
}

impl Ratings {
    /// Cohen's kappa of two coders, over the units that both coded.
    ///
    /// With `p[i][j]` the share of units to which one gave category `i` and the other `j`, `r[i]` and `s[j]` the shares of
    /// each of the two, and `w` the [`Weights`] of a disagreement:
    ///
    /// ```text
    /// kappa = 1 - (sum of w[i][j] p[i][j]) / (sum of w[i][j] r[i] s[j])
    /// ```
    ///
    /// From 1, perfect, over 0, chance, to -1; symmetric in the two. Categories are the values that either gave.
    ///
    /// # Errors
    /// [`NoAgreement`] for a coder that there is not, where both coded no unit, and where both gave one value only.
    ///
    /// # Complexity
    /// O(u log u + c²) for `u` units and `c` categories.
    ///
    /// # Source
    /// Cohen (1960), A coefficient of agreement for nominal scales; Cohen (1968), Weighted kappa.
    ///
    /// # Example
    /// ```
    /// use stancegraph::analysis::intercoder::{Ratings, Weights};
    /// let mut ratings = Ratings::default();
    /// for (unit, [first, second]) in [("a", [1.0, 1.0]), ("b", [2.0, 2.0]), ("c", [1.0, 2.0]), ("d", [2.0, 2.0])] {
    ///     ratings.rate(unit, "First", first)?;
    ///     ratings.rate(unit, "Second", second)?;
    /// }
    /// // One of four differs; by chance 1/2 * 3/4 + 1/2 * 1/4 would.
    /// assert_eq!(ratings.kappa("First", "Second", Weights::Equal)?.value, 0.5);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn kappa(&self, left: &str, right: &str, weights: Weights) -> Result<Kappa, NoAgreement> {
        let pairs = self.pairs(left, right)?;
        let mut values: Vec<f64> = pairs.iter().flatten().copied().collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        if values.len() == 1 {
            return Err(NoAgreement::NoVariation { values: 2 * pairs.len() });
        }
        let place = |value: f64| values.partition_point(|one| *one < value);
        let chosen: Vec<[usize; 2]> = pairs.iter().map(|pair| pair.map(place)).collect();
        let number = count(pairs.len());
        let observed = chosen.iter().map(|[i, j]| weights.of(*i, *j)).sum::<f64>() / number;
        let expected = by_chance(&chosen, values.len(), weights) / (number * number);
        Ok(Kappa { value: 1.0 - observed / expected, observed, expected, units: pairs.len() })
    }

    /// What both gave each unit that both coded.
    fn pairs(&self, left: &str, right: &str) -> Result<Vec<[f64; 2]>, NoAgreement> {
        self.know(left)?;
        self.know(right)?;
        let both = |given: &BTreeMap<String, f64>| Some([*given.get(left)?, *given.get(right)?]);
        let pairs: Vec<[f64; 2]> = self.units().filter_map(|(_, given)| both(given)).collect();
        if pairs.is_empty() { Err(NoAgreement::NothingCommon) } else { Ok(pairs) }
    }

    fn know(&self, name: &str) -> Result<(), NoAgreement> {
        let coders = self.coders();
        if coders.contains(&name) {
            return Ok(());
        }
        let known = coders.into_iter().take(10).map(str::to_owned).collect();
        Err(NoAgreement::UnknownCoder { name: name.to_owned(), known })
    }
}

impl Weights {
    fn of(self, left: usize, right: usize) -> f64 {
        let apart = count(left.abs_diff(right));
        match self {
            Self::Equal => apart.min(1.0),
            Self::Linear => apart,
            Self::Quadratic => apart * apart,
        }
    }
}

/// The sum of weights over every choice of the one with every choice of the other.
fn by_chance(chosen: &[[usize; 2]], categories: usize, weights: Weights) -> f64 {
    let (mut left, mut right) = (vec![0.0; categories], vec![0.0; categories]);
    for [i, j] in chosen {
        left[*i] += 1.0;
        right[*j] += 1.0;
    }
    let row = |(i, often): (usize, &f64)| -> f64 {
        right.iter().enumerate().map(|(j, other)| weights.of(i, j) * often * other).sum()
    };
    left.iter().enumerate().map(row).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(table: &[&[u32]], weights: Weights, expected: f64) {
        let mut ratings = Ratings::default();
        let mut unit = 0;
        for (i, row) in table.iter().enumerate() {
            for (j, often) in row.iter().enumerate() {
                for _ in 0..*often {
                    unit += 1;
                    ratings.rate(&unit.to_string(), "left", count(i)).unwrap();
                    ratings.rate(&unit.to_string(), "right", count(j)).unwrap();
                }
            }
        }
        for (left, right) in [("left", "right"), ("right", "left")] {
            let kappa = ratings.kappa(left, right, weights).unwrap();
            assert!((kappa.value - expected).abs() < 5e-5, "{kappa:?}");
        }
    }

    #[test]
    fn published_tables_come_out_as_published() {
        // Fleiss, Cohen and Everitt (1969), Large sample standard errors of kappa and weighted kappa: .429.
        check(&[&[106, 10, 4], &[22, 28, 10], &[2, 12, 6]], Weights::Equal, 0.428_57);
        // Husbands and wives of Hout, Duncan and Sobel (1987), as given with the R package vcd: .1293, with equal spacing .2374.
        let fun: [&[u32]; 4] = [&[7, 7, 2, 3], &[2, 8, 3, 7], &[1, 5, 4, 9], &[2, 8, 9, 14]];
        check(&fun, Weights::Equal, 0.1293);
        check(&fun, Weights::Linear, 0.2374);
    }

    #[test]
    fn an_unknown_coder_is_told_who_there_is() {
        let mut ratings = Ratings::default();
        ratings.rate("a", "First", 1.0).unwrap();
        let error = ratings.kappa("First", "Second", Weights::Equal).unwrap_err();
        assert_eq!(error.to_string(), "no coder is called `Second`; the coders are: First");
    }
}
