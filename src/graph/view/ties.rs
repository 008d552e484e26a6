//! Views over ties and over the hierarchy of proposals.

use crate::graph::StanceGraph;
use crate::model::{Tie, TieId, TieKind};

use super::View;

/// A tie as an edge: from who represents, belongs or leads; from the narrower proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct TieEdge {
    /// The tie.
    pub tie: TieId,
    /// What kind of structure.
    pub kind: TieKind,
}

impl StanceGraph {
    /// The ties that a function keeps, as a view; edges in the order of entry.
    ///
    /// ```
    /// use petgraph::algo::connected_components;
    /// use stancegraph::{datasets, graph::view::petgraph, model::TieKind};
    /// let graph = datasets::organizations()?;
    /// let members = graph.tie_view(|tie| tie.kind == TieKind::MemberOf && tie.held.until.is_none());
    /// // NATO has had 32 members since Sweden joined in 2024.
    /// let nato = members.index_of(graph.find("nato").unwrap()).unwrap();
    /// assert_eq!(members.to_petgraph().neighbors_directed(nato, petgraph::Incoming).count(), 32);
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn tie_view(&self, mut keep: impl FnMut(&Tie) -> bool) -> View<TieEdge> {
        let kept = self.ties().filter(|(_, tie)| keep(tie));
        View::of(kept.map(|(id, tie)| (tie.from, tie.to, TieEdge { tie: id, kind: tie.kind })))
    }

    /// The hierarchy as a view: each proposal that is a kind of another leads to it.
    ///
    /// ```
    /// use petgraph::algo::toposort;
    /// use stancegraph::{datasets, graph::view::petgraph};
    /// let graph = datasets::article()?;
    /// let hierarchy = graph.hierarchy_view();
    /// let order = toposort(&hierarchy, None).expect("no proposal is a kind of itself");
    /// let place = |key: &str| order.iter().position(|&one| hierarchy.node(one) == graph.find(key)).unwrap();
    /// assert!(place("ground-troops-in-ukraine") < place("foreign-troops-in-ukraine"));
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn hierarchy_view(&self) -> View<TieEdge> {
        self.tie_view(|tie| tie.kind == TieKind::Broader)
    }
}
