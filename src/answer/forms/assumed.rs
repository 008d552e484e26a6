//! What an assumption of the question activates, ends or leaves open, in a note.

use crate::model::{NodeId, StatementId, TieKind};
use crate::position::{Assumed, Selection};

/// How many names a note gives before it counts.
const MOST: usize = 5;

/// What the assumptions change on the targets and their kinds, of one of the holders where any is given; `None` where
/// nothing is assumed, or what it changes is of others only.
pub(crate) fn assumed(selection: &Selection<'_>, holders: &[NodeId], targets: &[NodeId]) -> Option<String> {
    if selection.lens().assuming.is_empty() {
        return None;
    }
    let graph = selection.graph();
    let kinds = targets.iter().flat_map(|&target| graph.narrower(target)).map(|kind| kind.node);
    let instances = targets.iter().filter_map(|&target| selection.latest_instance(target));
    let matter: Vec<NodeId> = targets.iter().copied().chain(instances).chain(kinds).collect();
    let Assumed { activated, ended, open } = selection.assumed(&matter);
    if activated.is_empty() && ended.is_empty() && open.is_empty() {
        return Some("the assumption changes nothing here: no stance that stands waits for it".into());
    }
    // Who is in office for a holder may speak for it without a mark.
    let offices = holders.iter().flat_map(|&holder| graph.ties_to(holder, TieKind::Represents));
    let speaking: Vec<NodeId> =
        holders.iter().copied().chain(offices.map(|tie| graph.at_tie(tie).from)).collect();
    let told = [("activates", activated), ("ends", ended), ("leaves open", open)];
    let parts = told.into_iter().filter_map(|(verb, ids)| {
        let names = speakers(selection, &speaking, &ids)?;
        Some(format!("{verb} what {names} said"))
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| format!("the assumption {}", parts.join(", ")))
}

/// The names of those who said it, each once, in order of entry; `None` where it is nobody that was asked about.
fn speakers(selection: &Selection<'_>, holders: &[NodeId], ids: &[StatementId]) -> Option<String> {
    let graph = selection.graph();
    let statements = ids.iter().map(|&id| graph.at_statement(id));
    let asked =
        statements.filter(|one| holders.is_empty() || holders.iter().any(|&holder| one.is_by(holder)));
    let mut names: Vec<&str> = Vec::new();
    for name in asked.map(|statement| graph.at(statement.holder).name()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match names.as_slice() {
        [] => None,
        [one] => Some((*one).to_owned()),
        [most @ .., last] if names.len() <= MOST => Some(format!("{} and {last}", most.join(", "))),
        _ => {
            let shown: Vec<&str> = names.iter().copied().take(MOST).collect();
            Some(format!("{} and {} more", shown.join(", "), names.len() - MOST))
        }
    }
}
