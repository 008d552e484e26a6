//! Which value each coder gave each unit.

use std::collections::BTreeMap;

/// Values by unit and coder, any of which may be missing.
///
/// ```
/// use stancegraph::analysis::intercoder::{Difference, Ratings};
/// let mut ratings = Ratings::default();
/// for (unit, [first, second]) in [("a", [1.0, 1.0]), ("b", [2.0, 2.0]), ("c", [3.0, 2.0])] {
///     ratings.rate(unit, "First", first)?;
///     ratings.rate(unit, "Second", second)?;
/// }
/// ratings.rate("d", "First", 3.0)?; // Second has not coded it: it is compared with nothing.
/// let alpha = ratings.alpha(Difference::Interval)?;
/// assert_eq!((alpha.units, alpha.values), (3, 6));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ratings {
    /// By unit and coder.
    values: BTreeMap<String, BTreeMap<String, f64>>,
}

/// A value that cannot be entered.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RatingsError {
    /// It is no number.
    #[error("`{coder}` gave `{unit}` the value {value}, which is no number; leave out what is missing")]
    NoNumber {
        /// The coder.
        coder: String,
        /// The unit.
        unit: String,
        /// The value.
        value: f64,
    },
    /// The coder has given that unit another one.
    #[error("`{coder}` gave `{unit}` both {first} and {second}; enter one value of a coder for a unit")]
    Twice {
        /// The coder.
        coder: String,
        /// The unit.
        unit: String,
        /// The value there was.
        first: f64,
        /// The one after it.
        second: f64,
    },
}

impl Ratings {
    /// Enters the value that a coder gave a unit; the same one again changes nothing. Of categories, each has a number.
    ///
    /// # Errors
    /// [`RatingsError`] for what is no number, and for a second value that is another one.
    pub fn rate(&mut self, unit: &str, coder: &str, value: f64) -> Result<(), RatingsError> {
        let names = || (coder.to_owned(), unit.to_owned());
        if !value.is_finite() {
            let (coder, unit) = names();
            return Err(RatingsError::NoNumber { coder, unit, value });
        }
        // 0 and -0 are one value.
        let value = value + 0.0;
        let given = self.values.entry(unit.to_owned()).or_default();
        match given.get(coder) {
            Some(first) if first.total_cmp(&value).is_ne() => {
                let ((coder, unit), first) = (names(), *first);
                Err(RatingsError::Twice { coder, unit, first, second: value })
            }
            _ => {
                given.insert(coder.to_owned(), value);
                Ok(())
            }
        }
    }

    /// The coders, by name.
    pub fn coders(&self) -> Vec<&str> {
        let coders: std::collections::BTreeSet<&str> =
            self.values.values().flat_map(|given| given.keys().map(String::as_str)).collect();
        coders.into_iter().collect()
    }

    /// The units with their values by coder, both by name.
    pub fn units(&self) -> impl Iterator<Item = (&str, &BTreeMap<String, f64>)> {
        self.values.iter().map(|(unit, given)| (unit.as_str(), given))
    }

    /// What these coders gave the units that at least two of them coded: all that can be compared.
    #[must_use]
    pub fn among(&self, coders: &[&str]) -> Self {
        let of = |given: &BTreeMap<String, f64>| -> BTreeMap<String, f64> {
            let known = coders.iter().filter_map(|name| given.get_key_value(*name));
            known.map(|(name, value)| (name.clone(), *value)).collect()
        };
        let units = self.values.iter().map(|(unit, given)| (unit.clone(), of(given)));
        Self { values: units.filter(|(_, given)| given.len() > 1).collect() }
    }

    /// How many units have a value.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The same with these units, by place, in place of its own; one that comes again is a unit of its own.
    pub(in crate::analysis) fn with_units(&self, places: &[usize]) -> Self {
        let units: Vec<&BTreeMap<String, f64>> = self.values.values().collect();
        let drawn = places.iter().filter_map(|place| units.get(*place));
        Self { values: drawn.enumerate().map(|(at, given)| (at.to_string(), (*given).clone())).collect() }
    }
}
