//! The graph itself: checked records, their indexes, and the ties as a petgraph graph.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use petgraph::Direction;

use crate::model::{
    ConditionRecord, Node, NodeId, Source, SourceId, StatementId, StatementRef, Tie, TieId, TieKind,
};

use super::closures::{Closure, Closures};
use super::dataset::Dataset;
use super::kinds::Kinds;
use super::ledger::{Ledger, Segment};
use super::parts::Parts;
use super::register::Register;
use super::structure::Structure;
use super::vocabulary::Vocabulary;

/// An immutable graph of who stands where on what. Cloning shares it.
///
/// Made by [`GraphBuilder`](crate::GraphBuilder), [`load`](crate::load) or [`datasets`](crate::datasets), from another
/// graph by [`extend`](Self::extend) and [`retract`](Self::retract), and from a [`snapshot`](Self::from_snapshot) of one.
/// Iterators run in the order of entry.
#[derive(Clone, Default)]
pub struct StanceGraph(
    Arc<Inner>,
    /// What is kept beside it to answer sooner.
    Option<Arc<Closures>>,
);

/// Each part is shared with the graphs that this one grew from or into, as long as it is the same.
#[derive(Default)]
pub(super) struct Inner {
    pub(super) datasets: Arc<[Dataset]>,
    pub(super) nodes: Register<Node>,
    pub(super) sources: Register<Source>,
    pub(super) events: Arc<[ConditionRecord]>,
    pub(super) vocabulary: Vocabulary,
    pub(super) structure: Arc<Structure>,
    pub(super) ledger: Ledger,
}

impl From<Inner> for StanceGraph {
    fn from(inner: Inner) -> Self {
        Self(Arc::new(inner), None)
    }
}

impl StanceGraph {
    /// A graph with these parts.
    pub(super) fn of(parts: Parts) -> Self {
        let before = parts.before.clone();
        let old = &*before.0;
        let hangs_alike = parts.nodes.is_empty() && parts.ties.is_empty();
        let words = parts.lexicon.or_else(|| old.vocabulary.own_lexicon());
        let nodes = old.nodes.with(parts.nodes);
        let structure = if hangs_alike {
            Arc::clone(&old.structure)
        } else {
            Arc::new(old.structure.with(&nodes, parts.ties))
        };
        Self::from(Inner {
            datasets: longer(&old.datasets, parts.datasets),
            nodes,
            sources: old.sources.with(parts.sources),
            events: longer(&old.events, parts.events),
            vocabulary: parts.names.with_words(words),
            structure,
            ledger: parts.ledger.unwrap_or_else(|| parts.statements.finish()).settled(),
        })
    }

    /// The datasets it was built from, in the order they were added.
    pub fn datasets(&self) -> &[Dataset] {
        &self.0.datasets
    }

    /// The dataset added last, which the others serve.
    pub fn dataset(&self) -> Option<&Dataset> {
        self.0.datasets.last()
    }

    /// How many nodes there are.
    pub fn node_count(&self) -> usize {
        self.0.nodes.len()
    }

    /// How many statements there are.
    pub fn statement_count(&self) -> usize {
        self.0.ledger.len()
    }

    /// How many ties there are.
    pub fn tie_count(&self) -> usize {
        self.0.structure.tie_count()
    }

    /// All nodes.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = (NodeId, &Node)> {
        numbered(self.node_count(), NodeId::new, |index| self.0.nodes.at(index))
    }

    /// All statements.
    pub fn statements(&self) -> impl Iterator<Item = (StatementId, StatementRef<'_>)> {
        let segments = self.0.ledger.segments().flat_map(Segment::statements);
        (0..).map(StatementId::new).zip(segments)
    }

    /// All ties.
    pub fn ties(&self) -> impl ExactSizeIterator<Item = (TieId, &Tie)> {
        numbered(self.tie_count(), TieId::new, |index| self.0.structure.at(index))
    }

    /// All sources.
    pub fn sources(&self) -> impl ExactSizeIterator<Item = (SourceId, &Source)> {
        numbered(self.0.sources.len(), SourceId::new, |index| self.0.sources.at(index))
    }

    /// All records that a condition was met or not.
    pub fn condition_records(&self) -> &[ConditionRecord] {
        &self.0.events
    }

    /// A node; `None` for an id of another graph.
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.0.nodes.get(id.index())
    }

    /// A statement; `None` for an id of another graph.
    pub fn statement(&self, id: StatementId) -> Option<StatementRef<'_>> {
        self.0.ledger.get(id)
    }

    /// A source; `None` for an id of another graph.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.0.sources.get(id.index())
    }

    /// A tie; `None` for an id of another graph.
    pub fn tie(&self, id: TieId) -> Option<&Tie> {
        self.0.structure.tie(id.index())
    }

    /// The node with this key: `graph.find("UKR")`.
    pub fn find(&self, key: &str) -> Option<NodeId> {
        self.0.nodes.find(key).map(NodeId::new)
    }

    /// The names nodes go by, for looking them up as people write them, and the stance words that questions may use.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.0.vocabulary
    }

    /// Statements on a target itself, in order of entry.
    ///
    /// # Complexity
    /// O(n log n) for the `n` statements on it.
    pub fn statements_on(&self, target: NodeId) -> Vec<StatementId> {
        self.0.ledger.gather(|segment| segment.on(target))
    }

    /// Statements of a holder and those made on its behalf, in order of entry.
    ///
    /// # Complexity
    /// O(n log n) for the `n` statements by it.
    pub fn statements_by(&self, voice: NodeId) -> Vec<StatementId> {
        self.0.ledger.gather(|segment| segment.by(voice))
    }

    /// Statements of a holder and those made on its behalf, on one target; in order of entry.
    pub(crate) fn statements_between(&self, voice: NodeId, target: NodeId) -> Vec<StatementId> {
        self.0.ledger.between(voice, target)
    }

    /// Statements that bear on a proposal without a stance on it: threats that oppose it, mentions of it as not
    /// preferred. In order of entry.
    pub fn statements_bearing_on(&self, proposal: NodeId) -> impl Iterator<Item = StatementId> {
        self.0.ledger.segments().flat_map(move |segment| segment.bearing(proposal))
    }

    /// The statements in columns, batch by batch.
    pub(crate) fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.0.ledger.segments()
    }

    /// A proposal and all kinds of it, kinds of kinds included, each once; in no order that tells anything.
    pub(crate) fn with_kinds(&self, proposal: NodeId) -> Cow<'_, [NodeId]> {
        self.0.structure.with_kinds(proposal).map_or_else(
            || {
                let kinds = self.narrower(proposal).into_iter().map(|kind| kind.node);
                Cow::Owned([proposal].into_iter().chain(kinds).collect())
            },
            Cow::Borrowed,
        )
    }

    /// The order of all proposals.
    pub(super) fn kinds(&self) -> &Kinds {
        self.0.structure.kinds()
    }

    /// The nation that a node is, or that it speaks for undated and for no other.
    pub(crate) fn nation_of(&self, node: NodeId) -> Option<NodeId> {
        self.0.structure.nation_of(node)
    }

    /// How many bytes the statements take, but for the texts that few of them have.
    ///
    /// ```
    /// let graph = stancegraph::datasets::es_11_1()?;
    /// assert!(graph.statement_bytes() > 0);
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn statement_bytes(&self) -> usize {
        self.0.ledger.bytes()
    }

    /// The same graph with closures of the proposals that have the most statements on them and their kinds, as far as
    /// this many bytes go.
    ///
    /// A closure has the words on a proposal in the order of time, and every so many of them the side of each voice. With
    /// it [`latest_leaning`](crate::position::Selection::latest_leaning) and
    /// [`latest_by_nation`](crate::position::Selection::latest_by_nation) read a checkpoint and the few words after it, as of
    /// any day, and give what they give without it. It takes some 16 bytes for each word of a voice and 4 for each voice; a
    /// statement is in the closures of all that its target is a kind of. A series has none, nor has a proposal with a word
    /// without a date, nor one with fewer than 64 statements, which are as soon read.
    ///
    /// Closures belong to this graph and its clones: one that grows from it, or is opened from a snapshot of it, has none
    /// until it is asked for them.
    ///
    /// # Complexity
    /// O(n log n) for the `n` statements that closures are made of; O(k) for `k` proposals with all their kinds besides.
    ///
    /// ```
    /// use stancegraph::{Polarity, datasets, position::{Lens, Selection}};
    /// let graph = datasets::es_11_1()?;
    /// let fast = graph.with_closures(1 << 20);
    /// assert!((1..1 << 20).contains(&fast.closure_bytes()), "for its 193 votes");
    /// let against = |graph| Selection::new(graph, Lens::default())
    ///     .latest_leaning(graph.find("un-es-11-1").unwrap(), Polarity::Against);
    /// assert_eq!(against(&fast), against(graph));
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    #[must_use]
    pub fn with_closures(&self, most_bytes: usize) -> Self {
        Self(Arc::clone(&self.0), Some(Arc::new(Closures::of(self, most_bytes))))
    }

    /// How many bytes its closures take; 0 where it has none.
    pub fn closure_bytes(&self) -> usize {
        self.1.as_deref().map_or(0, Closures::bytes)
    }

    /// The closure of a proposal, where it has one.
    pub(crate) fn closure(&self, proposal: NodeId) -> Option<&Closure> {
        self.1.as_deref()?.get(proposal)
    }

    /// Ties of a kind that start at a node, in order of entry.
    pub fn ties_from(&self, node: NodeId, kind: TieKind) -> Vec<TieId> {
        self.0.structure.along(node, kind, Direction::Outgoing)
    }

    /// Ties of a kind that end at a node, in order of entry.
    pub fn ties_to(&self, node: NodeId, kind: TieKind) -> Vec<TieId> {
        self.0.structure.along(node, kind, Direction::Incoming)
    }

    /// A node of this graph. The id must come from it.
    pub(crate) fn at(&self, id: NodeId) -> &Node {
        self.0.nodes.at(id.index())
    }

    /// A statement of this graph. The id must come from it.
    #[inline]
    pub(crate) fn at_statement(&self, id: StatementId) -> StatementRef<'_> {
        self.0.ledger.at(id)
    }

    /// A tie of this graph. The id must come from it.
    pub(crate) fn at_tie(&self, id: TieId) -> &Tie {
        self.0.structure.at(id.index())
    }

    /// A source of this graph. The id must come from it.
    pub(crate) fn at_source(&self, id: SourceId) -> &Source {
        self.0.sources.at(id.index())
    }

    pub(super) fn node_register(&self) -> &Register<Node> {
        &self.0.nodes
    }

    pub(super) fn source_register(&self) -> &Register<Source> {
        &self.0.sources
    }

    pub(super) fn ledger(&self) -> &Ledger {
        &self.0.ledger
    }
}

/// A list with more at its end; the same one where there is no more.
fn longer<T: Clone>(list: &Arc<[T]>, more: Vec<T>) -> Arc<[T]> {
    if more.is_empty() { Arc::clone(list) } else { list.iter().cloned().chain(more).collect() }
}

fn numbered<'g, T: 'g, I>(
    count: usize,
    id: fn(u32) -> I,
    at: impl Fn(usize) -> &'g T,
) -> impl ExactSizeIterator<Item = (I, &'g T)> {
    (0..count).map(move |index| (id(u32::try_from(index).unwrap_or(u32::MAX)), at(index)))
}

impl fmt::Debug for StanceGraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StanceGraph")
            .field("dataset", &self.dataset().map(|dataset| &dataset.key))
            .field("nodes", &self.node_count())
            .field("ties", &self.tie_count())
            .field("statements", &self.statement_count())
            .finish()
    }
}
