//! Who stands alone on a matter.

use crate::answer::{Content, FindingData};
use crate::model::NodeId;
use crate::position::Selection;

use super::{View, add_apart};

/// Those whose side nobody else takes, with their positions; and how alone everyone else is. Hints and absences stand apart.
pub(crate) fn isolated(selection: &Selection<'_>, target: NodeId, view: View) -> Content {
    let all = selection.isolation(target, view.listing);
    let alone = all.iter().filter(|one| one.is_alone());
    let findings = alone.filter_map(|one| FindingData::of_position(selection, &one.position)).collect();
    let mut content = Content { findings, isolation: Some(all), ..Content::default() };
    add_apart(selection, target, view, &mut content);
    content
}
