//! How far holders agree.

use std::cmp::Ordering;

use crate::analysis::Likeness;
use crate::answer::Content;
use crate::model::{NodeId, NodeKind};
use crate::position::Selection;
use crate::query::{Degree, Listing};

use super::View;

/// How far two holders agree.
pub(crate) fn agreement(selection: &Selection<'_>, [left, right]: [NodeId; 2]) -> Content {
    let likeness = selection.likeness(left, right);
    let mut content = Content::default();
    if likeness.common > 0 {
        content.notes.push(formula(selection, &likeness));
    }
    content.agreement = Some(Some(likeness).filter(|one| one.common > 0).into_iter().collect());
    content
}

/// Everyone by how far they agree with a holder: those with enough in common by the figure, the others after them.
pub(crate) fn agreeing(selection: &Selection<'_>, degree: Degree, holder: NodeId, view: View) -> Content {
    let graph = selection.graph();
    let is_listed =
        |one: &Likeness| view.listing == Listing::Speakers || graph.at(one.right).kind() == NodeKind::Nation;
    let mut found: Vec<Likeness> = selection.likenesses(holder).into_iter().filter(is_listed).collect();
    let most = found.iter().map(|one| one.common).max().unwrap_or_default();
    let is_rare = |one: &Likeness| one.common.saturating_mul(2) < most;
    found.sort_by(|a, b| {
        let figures = a.value().partial_cmp(&b.value()).unwrap_or(Ordering::Equal);
        let by_figure = if degree == Degree::Most { figures.reverse() } else { figures };
        let by_name = || graph.at(a.right).key.cmp(&graph.at(b.right).key);
        is_rare(a).cmp(&is_rare(b)).then(by_figure).then(b.common.cmp(&a.common)).then_with(by_name)
    });
    let rare = found.iter().filter(|one| is_rare(one)).count();
    let mut content = Content::default();
    if let Some(first) = found.first() {
        content.notes.push(formula(selection, first));
    }
    if rare > 0 {
        content.notes.push(format!(
            "{rare} with less than half of the {most} matters in common that another has come last"
        ));
    }
    content.agreement = Some(found);
    content
}

/// What the figures are made of, and how to see the matters.
fn formula(selection: &Selection<'_>, one: &Likeness) -> String {
    let [left, right] = [one.left, one.right].map(|node| selection.graph().at(node).name());
    format!(
        "counted over the last word of each on a matter itself, what hangs on a condition left out: the same side is 1, one of \
         the two neutral 1/2, opposite sides 0; ask `compare {left} and {right}` for the matters"
    )
}
