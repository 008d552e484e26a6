//! Ideal points: where each holder stands on the one or two lines that divide the votes, with standard errors, and how that
//! moves over the years on one scale.
//!
//! The model is the graded response model of item response theory. With `x` the point of a holder and, for each roll
//! call, a slope `b` and thresholds `c`,
//!
//! ```text
//! P(vote is k or less) = 1 / (1 + exp(b x - c[k]))      against < abstaining < in favor
//! ```
//!
//! Points are expected to be normal with mean 0 and variance 1; a year later a point is expected where it was, with
//! variance `drift²`. Slopes are expected near 0 (standard deviation 3), thresholds anywhere (10). These expectations keep every estimate
//! finite: who has few votes is near 0 with a large error, a call with one dissenter has a slope.
//!
//! It is fitted by an EM algorithm on the marginal likelihood of the calls: in each round every call takes a step of
//! Newton's given where each voter likely is (three nodes of Gauss and Hermite an axis), and every holder's path takes one
//! given what the calls ask, its spread the inverse of how the log posterior bends (Laplace). The scale is then set so
//! that all points have mean 0 and expected square 1 on each axis. It begins at the principal components of
//! the votes, draws no random number, and gives the same to the last bit in whatever order votes come and on however many
//! threads.
//!
//! A standard error says how sure a point is given what the calls ask; what is uncertain about the calls themselves is not in
//! it. Of a hundred voters that hardly matters; of nine justices it does, and [`bootstrap`](super::bootstrap) over the roll
//! calls tells how much.
//!
//! Where votes did not differ nothing is learned, and those calls are left out. An absence is no vote. A point is an estimate
//! from votes, not a position: it says nothing of what a holder said otherwise.
//!
//! Two axes are turned so that votes differ most along the first, and neither goes with the other. Which way an axis points is
//! a matter of naming two holders; else, of all, the one farthest from the middle is above it.
//!
//! # Source
//! Samejima (1969), Estimation of latent ability using a response pattern of graded scores: the model. Bock and Aitkin
//! (1981), Marginal maximum likelihood estimation of item parameters: the algorithm. Martin and Quinn (2002), Dynamic
//! ideal point estimation: the random walk. Bailey, Strezhnev and Voeten (2017), Estimating dynamic state preferences from
//! United Nations voting data: ordered votes of nations; their published points of 2000 to 2019 go with these at .98.

mod call;
mod error;
mod estimate;
mod fit;
mod logistic;
mod names;
mod orientation;
mod panel;
mod path;
mod scale;
mod square;
mod start;

use std::collections::BTreeSet;

use crate::graph::StanceGraph;
use crate::model::NodeId;
use crate::model::word::code_words;
use crate::position::Selection;

use super::agreement::{Cast, RollCalls};

use names::Names;
use orientation::points_down;
use panel::Panel;
use scale::Model;

pub use error::IdealPointsError;
pub use estimate::{Coordinate, Division, Estimate, Point};
pub use fit::Convergence;

/// On how many axes points lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dimensions {
    /// On a line.
    #[default]
    One,
    /// On a plane.
    Two,
}

code_words!(Dimensions, "number of dimensions", { One = 1 "one", Two = 2 "two" });

/// An axis, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Along which votes differ the most.
    First,
    /// The other.
    Second,
}

/// When to stop, and how far a point may drift.
#[derive(Debug, Clone, Copy)]
struct Limits {
    drift: f64,
    tolerance: f64,
    iterations: u32,
}

/// Ideal points to be estimated, told what of step by step.
///
/// ```
/// use stancegraph::{datasets, analysis::{agreement::RollCalls, ideal_points::IdealPoints}, position::{Lens, Selection}};
/// let graph = datasets::es_11_1()?;
/// let node = |key: &str| graph.find(key).unwrap();
/// let calls = RollCalls::of(&Selection::new(graph, Lens::default()));
/// let estimate = IdealPoints::of(&calls).upward(node("RUS"), node("FRA")).estimate()?;
/// let place = |key: &str| estimate.of(node(key)).next().unwrap().first;
/// assert!(place("RUS").value < place("IND").value && place("IND").value < place("FRA").value);
/// assert!(place("RUS").error > 0.5, "one vote says little");
/// assert_eq!(estimate.behind(estimate.of(node("RUS")).next().unwrap()).count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct IdealPoints {
    graph: StanceGraph,
    votes: Vec<Cast>,
    dimensions: Dimensions,
    by_year: bool,
    limits: Limits,
    /// For each axis two holders, of whom the second lies higher.
    ends: [Option<(NodeId, NodeId)>; 2],
}

impl IdealPoints {
    /// From votes in roll calls.
    pub fn of(calls: &RollCalls) -> Self {
        Self::from_votes(calls.graph(), calls.votes().collect())
    }

    /// From what some holders said last on each target itself, as [`Selection::latest_of`] finds it: in favor, neutral or
    /// against. A withdrawal is no vote. By year, a last word is one of the year it was said in.
    pub fn of_stances(selection: &Selection<'_>, holders: &[NodeId]) -> Self {
        let graph = selection.graph();
        let holders: BTreeSet<NodeId> = holders.iter().copied().collect();
        let words = holders.into_iter().flat_map(|voter| {
            let cast = move |word: crate::position::LatestOn| {
                let said = graph.statement(word.statement)?.said;
                let year = said.map(|date| date.earliest().year());
                let (call, vote, statement) = (word.target, word.polarity?, word.statement);
                Some(Cast { call, year, voter, vote, statement })
            };
            selection.latest_of(voter).into_iter().filter_map(cast)
        });
        Self::from_votes(graph, words.collect())
    }

    fn from_votes(graph: &StanceGraph, mut votes: Vec<Cast>) -> Self {
        let key = |node: NodeId| &graph.at(node).key;
        votes.sort_by(|left, right| {
            (key(left.voter), key(left.call)).cmp(&(key(right.voter), key(right.call)))
        });
        Self {
            graph: graph.clone(),
            votes,
            dimensions: Dimensions::default(),
            by_year: false,
            limits: Limits { drift: 0.1, tolerance: 1e-4, iterations: 500 },
            ends: [None, None],
        }
    }

    /// On how many axes; on one unless told.
    pub fn dimensions(self, dimensions: Dimensions) -> Self {
        Self { dimensions, ..self }
    }

    /// A point for each holder in each calendar year it voted in, all on one scale. Calls of which no year is known are left
    /// out.
    ///
    /// What ties the years together is that holders drift little, whatever is on the agenda.
    pub fn by_year(self) -> Self {
        Self { by_year: true, ..self }
    }

    /// How far a point is expected to drift from one year to the next, as a standard deviation; 0.1 unless told.
    pub fn drift(mut self, drift: f64) -> Self {
        self.limits.drift = drift;
        self
    }

    /// The search ends when no point moves as far as this in a round; 0.0001 unless told.
    pub fn tolerance(mut self, tolerance: f64) -> Self {
        self.limits.tolerance = tolerance;
        self
    }

    /// After how many rounds the search ends in any case; 500 unless told. [`Convergence`] says which came first.
    pub fn at_most(mut self, iterations: u32) -> Self {
        self.limits.iterations = iterations.max(1);
        self
    }

    /// Points the first axis so that one holder, over all years, lies lower than another.
    pub fn upward(self, low: NodeId, high: NodeId) -> Self {
        self.upward_on(Axis::First, low, high)
    }

    /// Points an axis so that one holder, over all years, lies lower than another.
    pub fn upward_on(mut self, axis: Axis, low: NodeId, high: NodeId) -> Self {
        self.ends[usize::from(axis == Axis::Second)] = Some((low, high));
        self
    }

    /// The estimate.
    ///
    /// # Errors
    /// [`IdealPointsError`] where no roll call divides its voters, where an axis is to point by someone who has no point,
    /// and for settings that are no numbers above 0.
    ///
    /// # Complexity
    /// O(v) for `v` votes in each round; some tens of rounds, shared between the threads of rayon's pool with the feature
    /// `parallel`. The 17,000 votes of nations in one year take some 0.15 s on one core, on two axes 0.8 s.
    pub fn estimate(&self) -> Result<Estimate, IdealPointsError> {
        for (setting, value) in [("drift", self.limits.drift), ("tolerance", self.limits.tolerance)] {
            if !(value.is_finite() && value > 0.0) {
                return Err(IdealPointsError::NotPositive { setting, value });
            }
        }
        match self.dimensions {
            Dimensions::One => self.estimated::<1>(),
            Dimensions::Two => self.estimated::<2>(),
        }
    }

    fn estimated<const D: usize>(&self) -> Result<Estimate, IdealPointsError> {
        let votes: Vec<Cast> =
            self.votes.iter().filter(|vote| !self.by_year || vote.year.is_some()).copied().collect();
        let names = Names::of(&self.graph, &votes);
        let panel = Panel::new(&votes.iter().map(|vote| names.vote(vote, self.by_year)).collect::<Vec<_>>());
        if panel.calls.is_empty() {
            return Err(IdealPointsError::Undivided { calls: names.calls.len() });
        }
        let ends = self.ends_in(&panel, &names)?;
        let (mut model, convergence) = fit::fit::<D>(&panel, &self.limits);
        for (axis, ends) in ends.into_iter().enumerate().take(D) {
            if points_down(&model, &panel, axis, ends) {
                model.flip(axis);
            }
        }
        let told: BTreeSet<NodeId> = panel.calls.iter().map(|call| names.calls[call.number]).collect();
        Ok(Estimate {
            points: self.points(&panel, &model, &names),
            divisions: divisions(&panel, &model, &names),
            votes: votes.into_iter().filter(|vote| told.contains(&vote.call)).collect(),
            by_year: self.by_year,
            convergence,
        })
    }

    /// The paths by which each axis is to point.
    fn ends_in(&self, panel: &Panel, names: &Names) -> Result<[Option<(usize, usize)>; 2], IdealPointsError> {
        let key = |node: NodeId| self.graph.node(node).map_or_else(String::new, |node| node.key.to_string());
        let path = |node: NodeId| {
            let at = panel.paths.iter().position(|path| names.holders[path.holder] == node);
            at.ok_or_else(|| IdealPointsError::NotThere { key: key(node) })
        };
        let mut found = [None, None];
        for (found, ends) in found.iter_mut().zip(self.ends) {
            let Some((low, high)) = ends else { continue };
            if low == high {
                return Err(IdealPointsError::SameEnds { key: key(low) });
            }
            *found = Some((path(low)?, path(high)?));
        }
        Ok(found)
    }

    fn points<const D: usize>(&self, panel: &Panel, model: &Model<D>, names: &Names) -> Vec<Point> {
        let mut points = Vec::new();
        for path in &panel.paths {
            for at in path.states.clone() {
                let (state, place) = (&panel.states[at], &model.places[at]);
                let on = |axis: usize| Coordinate {
                    value: place.at[axis],
                    error: place.spread[axis][axis].sqrt(),
                };
                let votes = u32::try_from(state.votes.len()).unwrap_or(u32::MAX);
                if votes > 0 {
                    points.push(Point {
                        holder: names.holders[path.holder],
                        year: self.by_year.then_some(state.period),
                        votes,
                        first: on(0),
                        second: (D > 1).then(|| on(D - 1)),
                    });
                }
            }
        }
        points
    }
}

fn divisions<const D: usize>(panel: &Panel, model: &Model<D>, names: &Names) -> Vec<Division> {
    let of = |(call, item): (&panel::Call, &call::Item<D>)| Division {
        call: names.calls[call.number],
        slope: item.slope.to_vec(),
        thresholds: item.thresholds[..item.cuts].to_vec(),
    };
    panel.calls.iter().zip(&model.items).map(of).collect()
}
