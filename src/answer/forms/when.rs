//! When a holder first or last showed a stance, and since when it has held it.

use crate::model::NodeId;
use crate::position::Selection;
use crate::query::Moment;

use crate::answer::{Content, WhenData};

use super::Clause;

mod extreme;
mod since;

/// The first or last statement that shows a stance, or the beginning of the stretch in which it has been held.
///
/// # Complexity
/// O(n) in the statements of the holder on the target for the first and last; that of a timeline for the beginning.
pub(crate) fn when(
    selection: &Selection<'_>,
    moment: Moment,
    holder: NodeId,
    target: NodeId,
    clause: Clause,
) -> Content {
    let mut content = match moment {
        Moment::First | Moment::Last => extreme::extreme(selection, moment, holder, target, clause),
        Moment::Since => since::since(selection, holder, target, clause),
    };
    content.when.get_or_insert_with(WhenData::default);
    content
}
