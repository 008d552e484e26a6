//! The counts that agreement is made of.

use std::sync::Arc;

use crate::model::NodeId;

use super::{Formula, Score, VoteSet};

/// How two voted in the roll calls in which both did, and which roll calls those were taken from.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Agreement {
    /// One of the two.
    pub left: NodeId,
    /// The other.
    pub right: NodeId,
    /// In how many both voted; absences are no votes.
    pub common: u32,
    /// In how many they voted the same.
    pub same: u32,
    /// In how many one of them abstained and the other did not.
    pub half: u32,
    /// In how many one voted yes and the other no.
    pub opposite: u32,
    pub(super) set: Arc<VoteSet>,
}

impl Agreement {
    /// Mean of `1 - |x_a - x_b|` over the roll calls in which both voted, with `x` 1 for yes, 1/2 for an abstention and 0
    /// for no: `(same + half / 2) / common`.
    ///
    /// From 0, always opposite, to 1, always the same; symmetric. `None` where there is no roll call in which both voted:
    /// no common vote is no disagreement.
    ///
    /// # Source
    /// Bailey, Strezhnev and Voeten (2017), Estimating Dynamic State Preferences from United Nations Voting Data, Journal of
    /// Conflict Resolution 61(2). Their published scores leave out what was not contested: see
    /// [`RollCalls::contested`](super::RollCalls::contested).
    pub fn value(&self) -> Option<f64> {
        self.by(Formula::Published)
    }

    /// The value by a formula; `None` where there is no roll call in which both voted.
    pub fn by(&self, formula: Formula) -> Option<f64> {
        formula.of(self.common, self.same, self.half)
    }

    /// The value by a formula, with the votes it was made of.
    pub fn score(&self, formula: Formula) -> Option<Score> {
        Some(Score { value: self.by(formula)?, formula, common: self.common, set: Arc::clone(&self.set) })
    }

    /// The roll calls it was taken from.
    pub fn vote_set(&self) -> &VoteSet {
        &self.set
    }
}
