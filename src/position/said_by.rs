//! Everything one holder said, in the order of its dates.

use crate::model::{Date, NodeId, Polarity, StatementId};

use super::Selection;
use super::glance::Glance;

/// One statement of a holder, with what a profile needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Said {
    /// The statement.
    pub statement: StatementId,
    /// On what, or toward whom.
    pub target: NodeId,
    /// Which way it leans; `None` for a withdrawal or an absence.
    pub polarity: Option<Polarity>,
    when: u32,
}

impl Said {
    /// When, as precisely as it is known.
    pub fn date(&self) -> Option<Date> {
        Date::unpack(self.when)
    }
}

impl Selection<'_> {
    /// What is seen of a holder's statements and of those made on its behalf: undated ones first, then by date, a
    /// less precise date before the days it may mean; on one date in order of entry.
    ///
    /// # Complexity
    /// O(s) for `s` statements, a few nanoseconds each; a graph that was extended merges its parts.
    ///
    /// ```
    /// use stancegraph::{datasets, position::{Lens, Selection}};
    /// let graph = datasets::article()?;
    /// let putin = graph.find("vladimir-putin").unwrap();
    /// let said = Selection::new(graph, Lens::default()).said_by(putin);
    /// assert!(said.iter().any(|said| graph.statement(said.statement).unwrap().quote().is_some()));
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn said_by(&self, holder: NodeId) -> Vec<Said> {
        let glance = Glance::of(self);
        let mut said = Vec::new();
        let mut parts = 0;
        for segment in self.graph().segments() {
            let rows = segment.by(holder);
            parts += usize::from(!rows.is_empty());
            said.reserve(rows.len());
            for row in rows {
                let statement = segment.numbered(*row);
                if glance.sees(*row).unwrap_or_else(|| self.sight(statement).is_ok()) {
                    let (target, polarity) = (row.other(), row.polarity());
                    said.push(Said { statement, target, polarity, when: row.when() });
                }
            }
        }
        if parts > 1 {
            said.sort_by_key(|one| (one.when, one.statement));
        }
        said
    }
}
