//! Whether what a holder says on a matter grows warmer or colder.

use std::collections::BTreeSet;

use crate::model::word::code_words;
use crate::model::{Capacity, NodeId, NodeKind};
use crate::position::Selection;
use crate::query::Listing;

use super::{Grade, Trend, grades};

/// By which line a drift is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// [`Trend::theil_sen`], which one statement far off does not turn.
    TheilSen,
    /// [`Trend::least_squares`].
    LeastSquares,
}

code_words!(Line, "line", { TheilSen = 0 "theil-sen", LeastSquares = 1 "least-squares" });

/// Which way a drift goes, as far as it stands out of chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tendency {
    /// The 95 percent interval of the slope lies above 0.
    Warmer,
    /// It lies below 0.
    Colder,
    /// It holds 0.
    Neither,
    /// Statements on fewer than [five days](Drift::FEWEST_DAYS).
    TooFew,
}

code_words!(Tendency, "tendency", { Warmer = 0 "warmer", Colder = 1 "colder", Neither = 2 "neither", TooFew = 3 "too few" });

/// What a holder said on a target over time, and where that leads.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Drift {
    /// Whose words.
    pub holder: NodeId,
    /// On what.
    pub target: NodeId,
    /// The [`grades`] behind it, each with its statement.
    pub grades: Vec<Grade>,
    /// By which line it is told: of more than [`Trend::MOST_POINTS`] grades always [`Line::LeastSquares`], which one of so many
    /// turns little.
    pub line: Line,
    /// The line through them, in grades a year, a grade being from -2 to 2; `None` where all are of one day.
    pub trend: Option<Trend>,
}

impl Drift {
    /// On how many days something has to be said before a drift can be told from chance.
    ///
    /// Four values can be put in order in 24 ways, so that a rise from each to the next comes by chance one time in 24, and a
    /// rise or a fall one time in 12; of five it comes one time in 60.
    pub const FEWEST_DAYS: usize = 5;

    /// The drift of a holder on a target.
    ///
    /// # Complexity
    /// O(s² log s) for `s` statements of the holder on the target by [`Line::TheilSen`], O(s log s) otherwise.
    ///
    /// # Example
    /// ```
    /// use stancegraph::{datasets, analysis::change::{Drift, Line, Tendency}, position::{Lens, Selection}};
    /// let graph = datasets::nato_accession()?;
    /// let node = |key: &str| graph.find(key).unwrap();
    /// let drift = Drift::of(&Selection::new(graph, Lens::default()), node("TUR"), node("sweden-accession"), Line::TheilSen);
    /// assert_eq!((drift.grades[0].grade, drift.grades.last().unwrap().grade), (-2.0, 2.0));
    /// // It went back and forth in between: that it grew warmer may be chance.
    /// assert_eq!(drift.tendency(), Tendency::Neither);
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn of(selection: &Selection<'_>, holder: NodeId, target: NodeId, line: Line) -> Self {
        let grades = grades(selection, holder, target);
        let points: Vec<(f64, f64)> = grades.iter().map(|one| (one.year(), one.grade)).collect();
        let line = if points.len() > Trend::MOST_POINTS { Line::LeastSquares } else { line };
        let trend = match line {
            Line::TheilSen => Trend::theil_sen(&points),
            Line::LeastSquares => Trend::least_squares(&points),
        };
        Self { holder, target, grades, line, trend }
    }

    /// The drift of everyone with a grade on a target, in order of entry: of who speaks, or of nations that speak or are
    /// spoken for.
    ///
    /// # Complexity
    /// As for [`of`](Self::of), for each.
    pub fn of_all(selection: &Selection<'_>, target: NodeId, listing: Listing, line: Line) -> Vec<Self> {
        let graph = selection.graph();
        let is_nation = |id: &NodeId| graph.node(*id).is_some_and(|node| node.kind() == NodeKind::Nation);
        let mut holders: BTreeSet<NodeId> = BTreeSet::new();
        for statement in graph.statements_on(target).into_iter().filter_map(|id| graph.statement(id)) {
            let powers: &[NodeId] = match statement.capacity {
                Capacity::For(powers) => powers,
                Capacity::Unstated | Capacity::Personal => &[],
            };
            match listing {
                Listing::Speakers => holders.extend([statement.holder]),
                Listing::Nations => {
                    holders.extend(powers.iter().chain([&statement.holder]).copied().filter(is_nation));
                }
            }
        }
        let drifts = holders.into_iter().map(|holder| Self::of(selection, holder, target, line));
        drifts.filter(|drift| !drift.grades.is_empty()).collect()
    }

    /// The 95 percent interval of the slope; `None` from too few days to tell.
    pub fn interval(&self) -> Option<(f64, f64)> {
        let is_told = self.tendency() != Tendency::TooFew;
        self.trend.filter(|_| is_told).map(|trend| trend.interval)
    }

    /// Which way it goes.
    pub fn tendency(&self) -> Tendency {
        let days: BTreeSet<_> = self.grades.iter().map(|grade| grade.day).collect();
        match self.trend.filter(|_| days.len() >= Self::FEWEST_DAYS) {
            None => Tendency::TooFew,
            Some(Trend { interval: (low, _), .. }) if low > 0.0 => Tendency::Warmer,
            Some(Trend { interval: (_, high), .. }) if high < 0.0 => Tendency::Colder,
            Some(_) => Tendency::Neither,
        }
    }
}
