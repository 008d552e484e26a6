//! The graph itself: checked records, their indexes, and the ties as a petgraph graph.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::model::{
    ConditionRecord, Interval, Key, Node, NodeId, NodeKind, Source, SourceId, StatementId, StatementRef, Tie,
    TieId, TieKind,
};

use super::dataset::Dataset;
use super::kinds::Kinds;
use super::ledger::{Ledger, Segment, Writer};
use super::lexicon::Lexicon;
use super::vocabulary::Vocabulary;

/// An immutable graph of who stands where on what. Cloning shares it.
///
/// Made by [`GraphBuilder`](crate::GraphBuilder), [`load`](crate::load) or [`datasets`](crate::datasets).
/// Iterators run in the order of entry.
#[derive(Clone)]
pub struct StanceGraph(Arc<Inner>);

/// Checked records on their way into a graph.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) datasets: Vec<Dataset>,
    pub(super) nodes: Vec<Node>,
    pub(super) sources: Vec<Source>,
    pub(super) ties: Vec<Tie>,
    pub(super) statements: Writer,
    pub(super) events: Vec<ConditionRecord>,
    /// The stance words of questions, where a dataset brings its own.
    pub(super) lexicon: Option<Box<Lexicon>>,
}

struct Inner {
    parts: Parts,
    keys: HashMap<Key, NodeId>,
    vocabulary: Vocabulary,
    /// One petgraph node per node, at the same index; one edge per tie.
    ties: DiGraph<NodeId, TieId>,
    ledger: Ledger,
    kinds: Kinds,
    /// By node: the nation that it is or, undated and alone, speaks for.
    nations: Box<[Option<NodeId>]>,
}

impl StanceGraph {
    pub(super) fn from_parts(mut parts: Parts, vocabulary: Vocabulary, keys: HashMap<Key, NodeId>) -> Self {
        let ledger = Ledger::of(std::mem::take(&mut parts.statements));
        let vocabulary = vocabulary.with_words(parts.lexicon.take());
        let ties = tie_graph(&parts);
        let kinds = Kinds::new(&parts);
        let nations = nations(&parts);
        Self(Arc::new(Inner { parts, keys, vocabulary, ties, ledger, kinds, nations }))
    }

    /// The datasets it was built from, in the order they were added.
    pub fn datasets(&self) -> &[Dataset] {
        &self.0.parts.datasets
    }

    /// The dataset added last, which the others serve.
    pub fn dataset(&self) -> Option<&Dataset> {
        self.0.parts.datasets.last()
    }

    /// How many nodes there are.
    pub fn node_count(&self) -> usize {
        self.0.parts.nodes.len()
    }

    /// How many statements there are.
    pub fn statement_count(&self) -> usize {
        self.0.ledger.len()
    }

    /// How many ties there are.
    pub fn tie_count(&self) -> usize {
        self.0.parts.ties.len()
    }

    /// All nodes.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = (NodeId, &Node)> {
        numbered(&self.0.parts.nodes, NodeId::new)
    }

    /// All statements.
    pub fn statements(&self) -> impl Iterator<Item = (StatementId, StatementRef<'_>)> {
        let segments = self.0.ledger.segments().flat_map(Segment::statements);
        (0..).map(StatementId::new).zip(segments)
    }

    /// All ties.
    pub fn ties(&self) -> impl ExactSizeIterator<Item = (TieId, &Tie)> {
        numbered(&self.0.parts.ties, TieId::new)
    }

    /// All sources.
    pub fn sources(&self) -> impl ExactSizeIterator<Item = (SourceId, &Source)> {
        numbered(&self.0.parts.sources, SourceId::new)
    }

    /// All records that a condition was met or not.
    pub fn condition_records(&self) -> &[ConditionRecord] {
        &self.0.parts.events
    }

    /// A node; `None` for an id of another graph.
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.0.parts.nodes.get(id.index())
    }

    /// A statement; `None` for an id of another graph.
    pub fn statement(&self, id: StatementId) -> Option<StatementRef<'_>> {
        self.0.ledger.get(id)
    }

    /// A source; `None` for an id of another graph.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.0.parts.sources.get(id.index())
    }

    /// A tie; `None` for an id of another graph.
    pub fn tie(&self, id: TieId) -> Option<&Tie> {
        self.0.parts.ties.get(id.index())
    }

    /// The node with this key: `graph.find("UKR")`.
    pub fn find(&self, key: &str) -> Option<NodeId> {
        self.0.keys.get(key).copied()
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
        self.0.kinds.of(proposal).map_or_else(
            || {
                let kinds = self.narrower(proposal).into_iter().map(|kind| kind.node);
                Cow::Owned([proposal].into_iter().chain(kinds).collect())
            },
            Cow::Borrowed,
        )
    }

    /// The order of all proposals.
    pub(super) fn kinds(&self) -> &Kinds {
        &self.0.kinds
    }

    /// The nation that a node is, or that it speaks for undated and for no other.
    pub(crate) fn nation_of(&self, node: NodeId) -> Option<NodeId> {
        *self.0.nations.get(node.index())?
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

    /// Ties of a kind that start at a node, in order of entry.
    pub fn ties_from(&self, node: NodeId, kind: TieKind) -> Vec<TieId> {
        self.ties_along(node, kind, Direction::Outgoing)
    }

    /// Ties of a kind that end at a node, in order of entry.
    pub fn ties_to(&self, node: NodeId, kind: TieKind) -> Vec<TieId> {
        self.ties_along(node, kind, Direction::Incoming)
    }

    fn ties_along(&self, node: NodeId, kind: TieKind, direction: Direction) -> Vec<TieId> {
        let edges = self.0.ties.edges_directed(NodeIndex::new(node.index()), direction);
        let of_kind = |tie: &TieId| self.at_tie(*tie).kind == kind;
        let mut found: Vec<TieId> = edges.map(|edge| *edge.weight()).filter(of_kind).collect();
        found.sort_unstable();
        found
    }

    /// A node of this graph. The id must come from it.
    pub(crate) fn at(&self, id: NodeId) -> &Node {
        &self.0.parts.nodes[id.index()]
    }

    /// A statement of this graph. The id must come from it.
    #[inline]
    pub(crate) fn at_statement(&self, id: StatementId) -> StatementRef<'_> {
        self.0.ledger.at(id)
    }

    /// A tie of this graph. The id must come from it.
    pub(crate) fn at_tie(&self, id: TieId) -> &Tie {
        &self.0.parts.ties[id.index()]
    }

    /// A source of this graph. The id must come from it.
    pub(crate) fn at_source(&self, id: SourceId) -> &Source {
        &self.0.parts.sources[id.index()]
    }

    pub(crate) fn all_nodes(&self) -> &[Node] {
        &self.0.parts.nodes
    }
}

fn numbered<T, I>(records: &[T], id: fn(u32) -> I) -> impl ExactSizeIterator<Item = (I, &T)> {
    records
        .iter()
        .enumerate()
        .map(move |(index, record)| (id(u32::try_from(index).unwrap_or(u32::MAX)), record))
}

fn nations(parts: &Parts) -> Box<[Option<NodeId>]> {
    let is_nation =
        |id: NodeId| parts.nodes.get(id.index()).is_some_and(|node| node.kind() == NodeKind::Nation);
    let mut nations: Vec<Option<NodeId>> =
        numbered(&parts.nodes, NodeId::new).map(|(id, _)| Some(id).filter(|id| is_nation(*id))).collect();
    let mut offices: HashMap<NodeId, Option<NodeId>> = HashMap::new();
    for tie in parts.ties.iter().filter(|tie| tie.kind == TieKind::Represents) {
        let sole = (tie.held == Interval::default() && is_nation(tie.to)).then_some(tie.to);
        offices.entry(tie.from).and_modify(|sole| *sole = None).or_insert(sole);
    }
    for (holder, nation) in offices {
        if let Some(place) = nations.get_mut(holder.index()).filter(|place| place.is_none()) {
            *place = nation;
        }
    }
    nations.into()
}

fn tie_graph(parts: &Parts) -> DiGraph<NodeId, TieId> {
    let mut graph = DiGraph::with_capacity(parts.nodes.len(), parts.ties.len());
    for (id, _) in numbered(&parts.nodes, NodeId::new) {
        graph.add_node(id);
    }
    for (id, tie) in numbered(&parts.ties, TieId::new) {
        graph.add_edge(NodeIndex::new(tie.from.index()), NodeIndex::new(tie.to.index()), id);
    }
    graph
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
