//! Where two holders differ and agree.

use crate::answer::Content;
use crate::model::NodeId;
use crate::position::Selection;
use crate::query::Facet;

pub(crate) fn compare(_: &Selection<'_>, _: Facet, _: [NodeId; 2], _: Option<NodeId>) -> Content {
    Content::default()
}
