//! Estimated points, what each call asks, and the votes behind them.

use crate::analysis::agreement::Cast;
use crate::model::NodeId;

use super::Convergence;

/// A place on one axis.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Coordinate {
    /// The estimate: 0 is the middle and 1 the spread of all points.
    pub value: f64,
    /// Its standard error, given what each roll call asks.
    pub error: f64,
}

impl Coordinate {
    /// The ends of the 95 percent interval: 1.96 standard errors to either side.
    pub fn interval(self) -> (f64, f64) {
        let reach = 1.959_963_984_540_054 * self.error;
        (self.value - reach, self.value + reach)
    }
}

/// Where a holder stands, in one year or over all.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Point {
    /// Who.
    pub holder: NodeId,
    /// In which year; `None` where years are not told apart.
    pub year: Option<i16>,
    /// How many votes of its own it rests on, in roll calls that divide.
    pub votes: u32,
    /// The place on the first axis.
    pub first: Coordinate,
    /// The place on the second axis, of two dimensions.
    pub second: Option<Coordinate>,
}

/// What a roll call asks: with `x` a point, the odds of a vote beyond the threshold `c` are `exp(slope * x - c)`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Division {
    /// The roll call.
    pub call: NodeId,
    /// On each axis how much it divides: 0 where it has nothing to do with that axis, above 0 where it is in favor that lies
    /// farther up.
    pub slope: Vec<f64>,
    /// Between the kinds of votes that were cast, from against over abstaining to in favor: one or two, ascending.
    pub thresholds: Vec<f64>,
}

/// Ideal points with all that they rest on.
#[derive(Debug, Clone)]
pub struct Estimate {
    pub(super) points: Vec<Point>,
    pub(super) divisions: Vec<Division>,
    pub(super) votes: Vec<Cast>,
    pub(super) by_year: bool,
    pub(super) convergence: Convergence,
}

impl Estimate {
    /// The points of all who have a vote in a call that divides, by key, those of one by year.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The points of one holder by year; one at most where years are not told apart, none where it has no vote that tells.
    pub fn of(&self, holder: NodeId) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(move |point| point.holder == holder)
    }

    /// The calls that divide, by key.
    pub fn divisions(&self) -> &[Division] {
        &self.divisions
    }

    /// The votes that a point rests on directly, by call; each names its statement.
    pub fn behind<'e>(&'e self, point: &Point) -> impl Iterator<Item = &'e Cast> {
        let (holder, year, by_year) = (point.holder, point.year, self.by_year);
        self.votes.iter().filter(move |vote| vote.voter == holder && (!by_year || vote.year == year))
    }

    /// How the search ended.
    pub const fn convergence(&self) -> Convergence {
        self.convergence
    }
}
