//! What was looked at, and what of it was left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{NodeId, StatementId, TieKind};
use crate::position::Selection;
use crate::query::{Form, Inference};

use crate::answer::Understanding;

use super::reading::reads_positions;
use super::{LeftOut, Looked, Matter, Omission};

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

type Scope = Vec<(Matter, Option<NodeId>, Vec<StatementId>)>;

fn scope(selection: &Selection<'_>, understanding: &Understanding) -> Scope {
    let graph = selection.graph();
    let form = &understanding.resolved.form;
    if matches!(form, Form::Ties(..) | Form::Tied(..)) {
        return Vec::new();
    }
    let own: BTreeSet<StatementId> =
        understanding.holders.iter().flat_map(|&holder| statements_of(selection, holder)).collect();
    if understanding.targets.is_empty() {
        if understanding.holders.is_empty() {
            return vec![(Matter::Everything, None, graph.statements().map(|(id, _)| id).collect())];
        }
        let of_each = |&holder: &NodeId| {
            (Matter::Holder, Some(holder), statements_of(selection, holder).into_iter().collect())
        };
        return understanding.holders.iter().map(of_each).collect();
    }
    let concerns = |id: &StatementId| understanding.holders.is_empty() || own.contains(id);
    let around = understanding.targets.iter().flat_map(|&target| around(selection, form, target));
    let mut seen = BTreeSet::new();
    let nodes = around.filter(|(_, node)| seen.insert(*node));
    nodes
        .map(|(matter, node)| {
            let ids = graph.statements_on(node).into_iter().filter(concerns);
            (matter, Some(node), ids.collect())
        })
        .collect()
}

/// Statements by a holder, on its behalf, and of those in office for it.
fn statements_of(selection: &Selection<'_>, holder: NodeId) -> BTreeSet<StatementId> {
    let graph = selection.graph();
    let offices = graph.ties_to(holder, TieKind::Represents).into_iter().map(|tie| graph.at_tie(tie).from);
    let voices = offices.chain([holder]);
    voices.flat_map(|voice| graph.statements_by(voice)).collect()
}

/// A target with all that its answer may come from.
fn around(selection: &Selection<'_>, form: &Form, target: NodeId) -> Vec<(Matter, NodeId)> {
    let graph = selection.graph();
    let of_series =
        || graph.ties_to(target, TieKind::InSeries).into_iter().map(|tie| graph.at_tie(tie).from).collect();
    let instances: Vec<NodeId> = match form {
        Form::When(..) => of_series(),
        _ => selection.latest_instance(target).into_iter().collect(),
    };
    let on_itself = matches!(form, Form::Said(..) | Form::When(..));
    let kinds =
        graph.narrower(target).into_iter().filter(|_| !on_itself).map(|kind| (Matter::Kind, kind.node));
    let inferred = selection.lens().inference == Inference::Included && !on_itself;
    let above = graph.broader(target).into_iter().filter(|_| inferred);
    [(Matter::Itself, target)]
        .into_iter()
        .chain(instances.into_iter().map(|instance| (Matter::Instance, instance)))
        .chain(kinds)
        .chain(above.map(|broader| (Matter::Broader, broader.node)))
        .collect()
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
