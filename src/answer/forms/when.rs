//! When a holder first or last showed a stance, and since when it has held it.

use crate::answer::Content;
use crate::model::NodeId;
use crate::position::Selection;
use crate::query::Moment;

use super::Clause;

pub(crate) fn when(_: &Selection<'_>, _: Moment, _: NodeId, _: NodeId, _: Clause) -> Content {
    Content::default()
}
