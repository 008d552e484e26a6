//! Which statements concern a question.

use std::collections::BTreeSet;

use crate::model::{NodeId, StatementId, TieKind};
use crate::position::Selection;
use crate::query::{Form, Inference};

use super::{Matter, Understanding};

/// Why something is looked at, what it is (`None` for the whole record), and what of it concerns the question.
pub(super) type Scope = Vec<(Matter, Option<NodeId>, Vec<StatementId>)>;

/// What a question looks at: its targets with their kinds and instances, of the holders asked about only, if any.
pub(super) fn scope(selection: &Selection<'_>, understanding: &Understanding) -> Scope {
    let graph = selection.graph();
    let form = &understanding.resolved.form;
    if matches!(form, Form::Ties(..) | Form::Tied(..)) {
        return Vec::new();
    }
    let own: BTreeSet<StatementId> =
        understanding.holders.iter().flat_map(|&holder| reaching(selection, holder)).collect();
    if understanding.targets.is_empty() {
        if understanding.holders.is_empty() {
            return vec![(Matter::Everything, None, graph.statements().map(|(id, _)| id).collect())];
        }
        let of_each = |&holder: &NodeId| {
            (Matter::Holder, Some(holder), reaching(selection, holder).into_iter().collect())
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

/// Statements of a holder and, where inferred positions are wanted, of the blocs that hand theirs down to it.
fn reaching(selection: &Selection<'_>, holder: NodeId) -> BTreeSet<StatementId> {
    let inferred = selection.lens().inference == Inference::Included;
    let blocs = selection.blocs_of(holder).filter(|_| inferred);
    blocs.chain([holder]).flat_map(|voice| statements_of(selection, voice)).collect()
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
