//! The network that camps on a matter are found in.

use std::collections::BTreeSet;

use crate::analysis::network::{Aggregation, Networks, Nodes, Normalization, Over};
use crate::model::{NodeId, TieKind};
use crate::position::Selection;
use crate::query::Listing;

impl Selection<'_> {
    /// Networks of who stands with whom on a matter: over the positions on it, on every kind of it, on the instances of a
    /// series and on all that is about a topic; agreement less disagreement, divided by how many positions two holders have on
    /// average.
    ///
    /// # Example
    /// ```
    /// use stancegraph::{datasets, query::Listing, position::{Lens, Selection}};
    /// use stancegraph::analysis::{camps::Camps, signed::SignedNetwork};
    /// let graph = datasets::es_11_1()?;
    /// let selection = Selection::new(graph, Lens::default());
    /// let vote = graph.find("un-es-11-1").unwrap();
    /// let network = selection.networks_on(vote, Listing::Nations).network()?;
    /// let camps = Camps::of(&SignedNetwork::of(&network)?);
    /// let sizes: Vec<usize> = camps.camps().iter().map(|camp| camp.places.len()).collect();
    /// assert_eq!(sizes, [141, 5]); // those who abstained take no side
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn networks_on(&self, matter: NodeId, listing: Listing) -> Networks<'_> {
        let keys: BTreeSet<&str> = self
            .parts_of(matter)
            .into_iter()
            .filter_map(|node| Some(self.graph().node(node)?.key.as_str()))
            .collect();
        Networks::of(self)
            .over(Over::Positions)
            .nodes(if listing == Listing::Nations { Nodes::Nations } else { Nodes::Holders })
            .aggregation(Aggregation::Subtract)
            .normalization(Normalization::Average)
            .targets_where(|node| keys.contains(node.key.as_str()))
    }

    /// A matter and what belongs to it: kinds, instances of a series, what is about a topic; each but once.
    pub(crate) fn parts_of(&self, matter: NodeId) -> BTreeSet<NodeId> {
        let graph = self.graph();
        let mut parts = BTreeSet::from([matter]);
        for kind in [TieKind::InSeries, TieKind::About] {
            let ties = graph.ties_to(matter, kind).into_iter().filter_map(|tie| graph.tie(tie));
            parts.extend(ties.map(|tie| tie.from));
        }
        let kinds = parts.iter().flat_map(|&part| graph.narrower(part)).map(|reached| reached.node);
        let kinds: Vec<NodeId> = kinds.collect();
        parts.extend(kinds);
        parts
    }
}
