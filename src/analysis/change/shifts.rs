//! When a holder's position on a matter became another.

use std::collections::BTreeSet;

use crate::model::{Day, NodeId};
use crate::position::{Certainty, Lean, Position, Selection, Stretch};
use crate::query::Listing;

/// A change of a holder's position on a target, with what stood before and what after.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Shift {
    /// Who changed.
    pub holder: NodeId,
    /// On what.
    pub target: NodeId,
    /// The first day on which the earlier position may no longer have held.
    pub from: Day,
    /// The first day on which the later one certainly does; the same day where dates are known to the day.
    pub by: Day,
    /// What stood before, each with its statements.
    pub before: Vec<Position>,
    /// What stands after; none where the position was withdrawn or ran out.
    pub after: Vec<Position>,
}

/// The shifts of a holder on a target, in order: where its [`timeline`](Selection::timeline) turns from one certain lean to
/// another, or to or from a condition.
///
/// More statements of the same lean are no shift, nor is the first position. Where a partial date leaves it open for some days
/// which of two holds, the shift lies within those days.
///
/// # Complexity
/// As for [`timeline`](Selection::timeline).
///
/// # Example
/// ```
/// use stancegraph::{datasets, analysis::change::shifts, position::{Lean, Lens, Selection}};
/// let graph = datasets::nato_accession()?;
/// let node = |key: &str| graph.find(key).unwrap();
/// let selection = Selection::new(graph, Lens::default());
/// let shifts = shifts(&selection, node("TUR"), node("sweden-accession"));
/// // The memorandum of Madrid.
/// let turn = shifts.iter().find(|shift| shift.by.to_string() == "2022-06-28").unwrap();
/// assert_eq!((turn.before[0].lean, turn.after[0].lean), (Lean::Against, Lean::Favor));
/// assert!(turn.after[0].headline().is_some(), "the statement that shows it");
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
pub fn shifts(selection: &Selection<'_>, holder: NodeId, target: NodeId) -> Vec<Shift> {
    let mut shifts = Vec::new();
    let (mut before, mut open): (Option<Stretch>, Option<Day>) = (None, None);
    for stretch in selection.timeline(holder, target) {
        if stretch.positions.iter().any(|position| position.certainty != Certainty::Certain) {
            open = open.or(Some(stretch.from));
            continue;
        }
        if let Some(earlier) = before.take().filter(|earlier| leans(earlier) != leans(&stretch)) {
            let (by, after) = (stretch.from, stretch.positions.clone());
            shifts.push(Shift {
                holder,
                target,
                from: open.unwrap_or(by),
                by,
                before: earlier.positions,
                after,
            });
        }
        (before, open) = (Some(stretch), None);
    }
    shifts
}

/// The shifts of everyone on a target, in the order of [`records_on`](Selection::records_on), those of one in order.
///
/// # Complexity
/// As for [`timeline`](Selection::timeline), for each holder with a record.
pub fn shifts_on(selection: &Selection<'_>, target: NodeId, listing: Listing) -> Vec<Shift> {
    let records = selection.records_on(target, listing);
    let holders = records
        .iter()
        .flat_map(|record| record.positions.iter().chain(&record.withdrawal).map(|position| position.holder));
    let mut seen = BTreeSet::new();
    let once: Vec<NodeId> = holders.filter(|holder| seen.insert(*holder)).collect();
    once.into_iter().flat_map(|holder| shifts(selection, holder, target)).collect()
}

fn leans(stretch: &Stretch) -> BTreeSet<(Lean, bool)> {
    stretch.positions.iter().map(|position| (position.lean, position.conditional)).collect()
}
