//! What a holder said on a matter over time, graded.

use crate::analysis::network::{Level, Qualifier};
use crate::model::{Capacity, Day, NodeId, StatementId};
use crate::position::{Selection, Surety};

/// One statement as a grade.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Grade {
    /// The day it was said on.
    pub day: Day,
    /// From -2, against, over -1, weakly against, 0, neutral, and 1, weakly for, to 2, for.
    pub grade: f64,
    /// The statement.
    pub statement: StatementId,
}

impl Grade {
    /// The day as years of 365.25 days since the beginning of the calendar: what a trend runs over.
    pub fn year(&self) -> f64 {
        let first = jiff::civil::date(1, 1, 1);
        self.day.civil().since(first).map_or(0.0, |span| f64::from(span.get_days()) / 365.25)
    }
}

/// What a holder said on a target itself, or what was said for it, by day and entry.
///
/// Only what is certainly seen and known to the day; hints, deeds, absences and withdrawals have no grade. Every statement counts,
/// whatever superseded it.
///
/// # Complexity
/// O(s log s) for the holder's `s` statements.
///
/// # Example
/// ```
/// use stancegraph::{datasets, analysis::change::grades, position::{Lens, Selection}};
/// let graph = datasets::es_11_1()?;
/// let node = |key: &str| graph.find(key).unwrap();
/// let votes = grades(&Selection::new(graph, Lens::default()), node("BLR"), node("un-es-11-1"));
/// assert_eq!((votes.len(), votes[0].grade), (1, -2.0));
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
pub fn grades(selection: &Selection<'_>, holder: NodeId, target: NodeId) -> Vec<Grade> {
    let graph = selection.graph();
    let graded = |id: StatementId| {
        let statement =
            graph.statement(id).filter(|statement| statement.target == target && statement.is_word())?;
        let is_own = match statement.capacity {
            Capacity::For(powers) => powers.contains(&holder) || statement.holder == holder,
            Capacity::Unstated | Capacity::Personal => statement.holder == holder,
        };
        let day = statement.said.filter(|said| said.is_exact() && is_own)?.earliest();
        let Level::Grade(grade) = Qualifier::Degree.level(statement.stance)? else { return None };
        let grade = f64::from(i32::try_from(grade).ok()?);
        (selection.sight(id) == Ok(Surety::Certain)).then_some(Grade { day, grade, statement: id })
    };
    let mut found: Vec<Grade> = graph.statements_by(holder).into_iter().filter_map(graded).collect();
    found.sort_by_key(|grade| (grade.day, grade.statement));
    found
}
