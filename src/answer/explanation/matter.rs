//! What was looked at, and what of it was left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::answer::Understanding;
use crate::answer::scope::scope;
use crate::model::{NodeId, StatementId};
use crate::position::Selection;

use super::reading::reads_positions;
use super::{LeftOut, Looked, Omission};

/// What was looked at with its numbers, and the statements left out by reason.
pub(super) fn of(selection: &Selection<'_>, understanding: &Understanding) -> (Vec<Looked>, Vec<LeftOut>) {
    let scope = scope(selection, understanding);
    let seen = |ids: &[StatementId]| ids.iter().filter(|id| selection.sight(**id).is_ok()).count();
    let graph = selection.graph();
    let looked = scope.iter().map(|(matter, node, ids)| Looked {
        matter: *matter,
        key: node.map(|node| graph.at(node).key.clone()),
        name: node.map_or_else(|| "the whole record".to_owned(), |node| graph.at(node).name().to_owned()),
        statements: ids.len(),
        seen: seen(ids),
    });
    let ids: BTreeSet<StatementId> = scope.iter().flat_map(|(_, _, ids)| ids).copied().collect();
    (looked.collect(), left_out(selection, understanding, &ids))
}

/// The statements that make no part of the answer, or stand apart in it, by reason.
fn left_out(
    selection: &Selection<'_>,
    understanding: &Understanding,
    ids: &BTreeSet<StatementId>,
) -> Vec<LeftOut> {
    let graph = selection.graph();
    let targets: BTreeSet<NodeId> = ids.iter().map(|&id| graph.at_statement(id).target).collect();
    let by_rule = reads_positions(&understanding.resolved);
    let mut left_out: BTreeMap<Omission, BTreeSet<StatementId>> = BTreeMap::new();
    for (id, fate) in targets.into_iter().flat_map(|target| selection.fates(target)) {
        let why = Omission::of(fate).filter(|why| by_rule || !why.is_of_positions());
        if let Some(why) = why.filter(|_| ids.contains(&id)) {
            left_out.entry(why).or_default().insert(id);
        }
    }
    let keys =
        |ids: BTreeSet<StatementId>| ids.into_iter().map(|id| graph.at_statement(id).key.to_key()).collect();
    left_out.into_iter().map(|(why, ids)| LeftOut { why, statements: keys(ids) }).collect()
}
