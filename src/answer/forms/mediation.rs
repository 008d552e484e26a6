//! Who could mediate.

use std::collections::BTreeSet;

use crate::analysis::Mediator;
use crate::answer::Content;
use crate::graph::StanceGraph;
use crate::model::{NodeId, StatementId};
use crate::position::Selection;

use super::View;

/// Everyone on speaking terms with both, with each criterion; and how thin the evidence is.
pub(crate) fn mediation(
    selection: &Selection<'_>,
    parties: [NodeId; 2],
    on: Option<NodeId>,
    view: View,
) -> Content {
    let found = selection.mediators(parties, on, view.listing);
    let mut content = Content::default();
    if !found.is_empty() {
        content.notes.push(thinness(selection.graph(), &found));
        content.notes.push(
            "a criterion that is met is a hint to a mediator and no more: whether the parties would accept one is not in the data"
                .to_owned(),
        );
    }
    content.mediators = Some(found);
    content
}

/// On how much all of it rests.
fn thinness(graph: &StanceGraph, found: &[Mediator]) -> String {
    let of = |one: &Mediator| -> Vec<StatementId> {
        [one.terms.concat(), one.hostile.concat(), one.resented.concat()].concat()
    };
    let ids: BTreeSet<StatementId> = found.iter().flat_map(of).collect();
    let statements = || ids.iter().filter_map(|id| graph.statement(*id));
    let sources: BTreeSet<_> =
        statements().filter_map(|one| one.citation.map(|cited| cited.source)).collect();
    let dated = statements().filter(|one| one.said.is_some()).count();
    let count = |number: usize, one: &str, several: &str| {
        format!("{number} {}", if number == 1 { one } else { several })
    };
    let thin = if ids.len() < 10 || sources.len() < 2 { "the evidence is thin: " } else { "" };
    format!(
        "{thin}the criteria rest on {} from {}, {} with a date",
        count(ids.len(), "statement", "statements"),
        count(sources.len(), "source", "sources"),
        if dated == 0 { "none".to_owned() } else { dated.to_string() },
    )
}
