//! How much of the record an answer rests on.

use std::collections::HashSet;

use crate::model::NodeId;
use crate::position::Selection;
use crate::query::Inference;

/// How many holders are known, and how many have any record on the matter, be it an absence or a hint.
///
/// A count of supporters says nothing of those without a record; this says how many they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coverage {
    /// Actors and nations in the graph.
    pub holders_known: usize,
    /// Those with any record on the matter.
    pub with_record: usize,
}

impl Coverage {
    /// The coverage of these targets with all their kinds and, of a series, the instance that speaks for it; where
    /// inference counts, with what they are kinds of.
    pub(crate) fn of(selection: &Selection<'_>, targets: &[NodeId]) -> Self {
        let graph = selection.graph();
        let kinds = targets.iter().flat_map(|&target| graph.narrower(target)).map(|kind| kind.node);
        let instances = targets.iter().filter_map(|&target| selection.latest_instance(target));
        let inferred = selection.lens().inference == Inference::Included;
        let above = targets.iter().filter(|_| inferred).flat_map(|&target| graph.broader(target));
        let above = above.map(|broader| broader.node);
        let matter: HashSet<NodeId> =
            targets.iter().copied().chain(instances).chain(kinds).chain(above).collect();
        let on_it = matter.iter().flat_map(|&target| graph.statements_on(target));
        let seen = on_it.filter(|id| selection.sight(*id).is_ok());
        let holders: HashSet<NodeId> = seen.map(|id| graph.at_statement(id).holder).collect();
        let holders_known = graph.nodes().filter(|(_, node)| node.kind().is_holder()).count();
        Self { holders_known, with_record: holders.len() }
    }
}
