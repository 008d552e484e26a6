//! A figure of agreement that knows what it was made of.

use std::sync::Arc;

use crate::model::word::code_words;

use super::VoteSet;

/// How counts become a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Formula {
    /// An abstention is half way between yes and no: `(same + half / 2) / common`.
    #[default]
    Published,
    /// Only the same vote is agreement: `same / common`.
    Identical,
}

code_words!(Formula, "formula", { Published = 0 "published", Identical = 1 "identical" });

impl Formula {
    /// The figure for so many in common, of which so many the same and so many half way; `None` where none are in common.
    pub(in crate::analysis) fn of(self, common: u32, same: u32, half: u32) -> Option<f64> {
        let like = match self {
            Self::Published => f64::from(same) + f64::from(half) / 2.0,
            Self::Identical => f64::from(same),
        };
        (common > 0).then(|| like / f64::from(common))
    }
}

/// A figure of agreement with the formula and the roll calls it was made of.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Score {
    /// The figure, from 0 to 1.
    pub value: f64,
    /// By which formula.
    pub formula: Formula,
    /// Over how many roll calls in which both voted.
    pub common: u32,
    pub(super) set: Arc<VoteSet>,
}

/// Two scores that were not made of the same votes in the same way.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "these scores are not of the same votes: {left} beside {right}; count both over one set of roll calls"
)]
pub struct DifferentVoteSets {
    left: String,
    right: String,
}

impl Score {
    /// The roll calls it was taken from.
    pub fn vote_set(&self) -> &VoteSet {
        &self.set
    }

    /// How much higher this one is than another over the same votes.
    ///
    /// # Errors
    /// [`DifferentVoteSets`] where the roll calls or the formula differ.
    pub fn minus(&self, other: &Self) -> Result<f64, DifferentVoteSets> {
        if self.formula == other.formula && self.set == other.set {
            return Ok(self.value - other.value);
        }
        let told = |score: &Self| format!("{} by the {} formula", score.set, score.formula);
        Err(DifferentVoteSets { left: told(self), right: told(other) })
    }
}
