//! How far coders agree: the reliability of coded data, before anything is measured on it.
//!
//! [`Ratings`] hold which value each coder gave each unit. [`Ratings::alpha`] is Krippendorff's, for any number of coders, with
//! gaps; [`Ratings::kappa`] is Cohen's, for two. Both are 1 for perfect agreement, 0 for what chance would give, and below
//! 0 for worse.

mod alpha;
mod kappa;
mod ratings;
mod reading;

pub use alpha::{Alpha, Difference};
pub use kappa::{Kappa, Weights};
pub use ratings::{Ratings, RatingsError};
pub use reading::Readings;

/// Why there is no figure of agreement.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NoAgreement {
    /// No unit has two values to compare.
    #[error("no unit was coded by two of these coders; have some units coded twice")]
    NothingCommon,
    /// All values are the same: agreement cannot be told from chance.
    #[error(
        "all {values} values are the same, and agreement on them cannot be told from chance; take units that differ"
    )]
    NoVariation {
        /// How many there are.
        values: usize,
    },
    /// Ratios have no meaning below 0.
    #[error("{value} is below 0, where ratios have no meaning; ask for the interval difference")]
    BelowZero {
        /// The value.
        value: f64,
    },
    /// No coder of that name.
    #[error("no coder is called `{name}`; the coders are: {}", known.join(", "))]
    UnknownCoder {
        /// The name.
        name: String,
        /// Those there are, the first ten.
        known: Vec<String>,
    },
}
