//! What a selection sees, as edges from holders to targets: a view that petgraph's algorithms run on.

use std::collections::HashSet;

use crate::graph::view::{StanceEdge, View};
use crate::model::{Act, Capacity, NodeClass, NodeId, NodeKind, StatementRef};
use crate::query::{Listing, Toward, Word};

use super::{Selection, Surety};

/// The stance edges of a selection, narrowed step by step.
///
/// An edge is a statement that is certainly seen and is a word of its holder: hints, deeds and absences are none. A later
/// statement does not take an earlier one's edge away; ask for a period, or weigh the edges by their dates.
///
/// ```
/// use petgraph::algo::tarjan_scc;
/// use stancegraph::graph::view::petgraph;
/// use stancegraph::position::{Lens, Selection};
/// use stancegraph::{Polarity, datasets, query::{Listing, Toward}};
///
/// let graph = datasets::article()?;
/// let hostile = Selection::new(graph, Lens::default())
///     .stance_edges()
///     .showing(Polarity::Against)
///     .toward(Toward::Powers)
///     .listing(Listing::Nations)
///     .view();
/// // Zelensky, for Ukraine, is hostile to Russia; in the article no nation answers in kind.
/// assert_eq!(hostile.nodes().iter().filter_map(|&node| graph.node(node)).count(), hostile.node_count());
/// assert!(tarjan_scc(&hostile).iter().all(|circle| circle.len() == 1));
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct StanceEdges<'s, 'g> {
    selection: &'s Selection<'g>,
    word: Option<Word>,
    toward: Option<Toward>,
    listing: Listing,
    holders: HashSet<NodeId>,
    targets: HashSet<NodeId>,
}

impl<'g> Selection<'g> {
    /// What it sees, as edges from holders to targets.
    pub fn stance_edges(&self) -> StanceEdges<'_, 'g> {
        StanceEdges {
            selection: self,
            word: None,
            toward: None,
            listing: Listing::default(),
            holders: HashSet::new(),
            targets: HashSet::new(),
        }
    }
}

impl StanceEdges<'_, '_> {
    /// Only what leans this way, shows this stance or is this vote.
    pub fn showing(self, word: impl Into<Word>) -> Self {
        Self { word: Some(word.into()), ..self }
    }

    /// Only what is toward actors and nations, or only what is on proposals.
    pub fn toward(self, toward: Toward) -> Self {
        Self { toward: Some(toward), ..self }
    }

    /// Whom edges run from: those who spoke or, as in a network of nations, the nations that they named or that they are
    /// or speak for alone; what is said for no nation is then left out. Targets stay as they are.
    pub fn listing(self, listing: Listing) -> Self {
        Self { listing, ..self }
    }

    /// Only edges that run from this holder; asked again, from any of them.
    pub fn by(mut self, holder: NodeId) -> Self {
        self.holders.insert(holder);
        self
    }

    /// Only what is on this target or on a kind of it; asked again, on any of them.
    pub fn on(mut self, target: NodeId) -> Self {
        self.targets.extend(self.selection.graph().with_kinds(target).iter());
        self
    }

    /// The view: edges in the order of entry of their statements, those of one statement in the order in which it names
    /// nations.
    ///
    /// # Complexity
    /// O(s + n + m log m) for `s` statements of the graph, `n` nodes and `m` edges of the view.
    pub fn view(&self) -> View<StanceEdge> {
        let graph = self.selection.graph();
        let kept = graph.statements().filter(|(id, statement)| {
            self.keeps(*statement) && self.selection.sight(*id) == Ok(Surety::Certain)
        });
        let edges = kept.flat_map(|(id, statement)| {
            let (target, stance) = (statement.target, statement.stance);
            let holders = self.run_from(statement).into_iter();
            holders.map(move |holder| (holder, target, StanceEdge::new(id, holder, target, stance)))
        });
        View::of(edges)
    }

    fn keeps(&self, statement: StatementRef<'_>) -> bool {
        let is_said = self.word.is_none_or(|word| match word {
            Word::Leaning(polarity) => statement.stance.polarity() == Some(polarity),
            Word::Exactly(stance) => statement.stance == stance,
            Word::Voted(vote) => statement.act == Act::Voted && vote.is_shown_by(statement.stance),
        });
        let class = || self.selection.graph().at(statement.target).kind().class();
        let is_toward = self.toward.is_none_or(|toward| match toward {
            Toward::Powers => class() != NodeClass::Proposal,
            Toward::Proposals => class() == NodeClass::Proposal,
        });
        let is_on = self.targets.is_empty() || self.targets.contains(&statement.target);
        statement.is_word() && is_said && is_on && is_toward
    }

    /// The holders wanted that a statement is listed under.
    fn run_from(&self, statement: StatementRef<'_>) -> Vec<NodeId> {
        let graph = self.selection.graph();
        let is_nation = |node: &NodeId| graph.at(*node).kind() == NodeKind::Nation;
        let mut holders = match (self.listing, statement.capacity) {
            (Listing::Speakers, _) => vec![statement.holder],
            (Listing::Nations, Capacity::For(powers)) => powers.iter().copied().filter(is_nation).collect(),
            (Listing::Nations, Capacity::Unstated) => graph.nation_of(statement.holder).into_iter().collect(),
            (Listing::Nations, Capacity::Personal) => Vec::new(),
        };
        holders.retain(|holder| self.holders.is_empty() || self.holders.contains(holder));
        holders
    }
}
