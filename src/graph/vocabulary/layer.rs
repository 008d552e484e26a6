//! The names of nodes that follow one another, folded, each with the nodes it stands for.

use std::cmp::Ordering;

use hashbrown::HashMap;

use crate::graph::fold::{fold, fold_words};
use crate::graph::near::Glance;
use crate::model::{Node, NodeId, NodeKind};

/// The names of nodes that follow one another.
#[derive(Debug)]
pub(super) struct Layer {
    /// How many nodes they are names of.
    nodes: usize,
    /// Ordered by folded text.
    pub(super) labels: Vec<Label>,
    by_text: HashMap<Box<str>, usize>,
    /// By the first word of a label: how many words the longest one has.
    longest: HashMap<Box<str>, usize>,
    /// One for each label.
    pub(super) glances: Vec<Glance>,
}

/// A folded text and the nodes it stands for.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub(super) text: Box<str>,
    /// Ordered by rank, then by node.
    pub(super) uses: Vec<Use>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Use {
    pub(super) rank: Rank,
    pub(super) node: NodeId,
    pub(super) written: Box<str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Name,
    Alias,
    LastName,
}

/// The least length of a last name that stands for its person; shorter ones are too often something else.
const LAST_NAME_LENGTH: usize = 3;

impl Layer {
    /// The names of these nodes, numbered from `first` on.
    pub(super) fn new<'n>(nodes: impl Iterator<Item = &'n Node>, first: usize) -> Self {
        let first = u32::try_from(first).unwrap_or(u32::MAX);
        let (mut uses, mut count) = (Vec::<(String, Use)>::new(), 0);
        for (id, node) in (first..).map(NodeId::new).zip(nodes) {
            uses.extend(uses_of(id, node));
            count += 1;
        }
        // The sort is stable: the uses of a text stay in the order of the nodes.
        uses.sort_by(|(left, _), (right, _)| left.cmp(right));
        let mut labels: Vec<Label> = Vec::with_capacity(uses.len());
        let mut uses = uses.into_iter().peekable();
        while let Some((text, first)) = uses.next() {
            let mut of_text = vec![first];
            while let Some((_, more)) = uses.next_if(|(other, _)| *other == text) {
                of_text.push(more);
            }
            labels.push(Label::new(text, of_text));
        }
        Self::of(labels, count)
    }

    fn of(labels: Vec<Label>, nodes: usize) -> Self {
        let by_text = labels.iter().enumerate().map(|(at, label)| (label.text.clone(), at)).collect();
        let glances = labels.iter().map(|label| Glance::of(&label.text)).collect();
        Self { nodes, longest: longest(&labels), by_text, labels, glances }
    }

    /// The names of this and of the next layer.
    pub(super) fn joined(&self, next: &Self) -> Self {
        let (mut left, mut right) = (self.labels.iter().peekable(), next.labels.iter().peekable());
        let mut labels = Vec::with_capacity(self.labels.len() + next.labels.len());
        while let Some(order) = order(left.peek(), right.peek()) {
            let one = left.next_if(|_| order.is_le());
            let two = right.next_if(|_| order.is_ge());
            labels.extend(one.into_iter().chain(two).cloned().reduce(Label::merged));
        }
        Self::of(labels, self.nodes + next.nodes)
    }

    /// How many nodes they are names of.
    pub(super) const fn len(&self) -> usize {
        self.nodes
    }

    /// The label of a folded text.
    pub(super) fn find(&self, text: &str) -> Option<&Label> {
        self.by_text.get(text).and_then(|at| self.labels.get(*at))
    }

    /// How many words the longest label has that begins with this word.
    pub(super) fn longest(&self, first: &str) -> Option<usize> {
        self.longest.get(first).copied()
    }

    /// The labels that begin with a folded text, in their order.
    pub(super) fn beginning_with<'l>(&'l self, begun: &'l str) -> impl Iterator<Item = &'l Label> {
        let start = self.labels.partition_point(|label| *label.text < *begun);
        self.labels.iter().skip(start).take_while(move |label| label.text.starts_with(begun))
    }
}

/// Which of two labels comes first, where there is one.
fn order(left: Option<&&Label>, right: Option<&&Label>) -> Option<Ordering> {
    match (left, right) {
        (None, None) => None,
        (Some(_), None) => Some(Ordering::Less),
        (None, Some(_)) => Some(Ordering::Greater),
        (Some(left), Some(right)) => Some(left.text.cmp(&right.text)),
    }
}

impl Label {
    fn new(text: String, mut uses: Vec<Use>) -> Self {
        // Several names of one node may fold alike; the sort is stable, so the best of them stays.
        uses.sort_by_key(|found| (found.node, found.rank));
        uses.dedup_by_key(|found| found.node);
        uses.sort_by_key(|found| (found.rank, found.node));
        Self { text: text.into(), uses }
    }

    /// The same text for the nodes of both.
    fn merged(mut self, other: Self) -> Self {
        self.uses.extend(other.uses);
        self.uses.sort_by_key(|found| (found.rank, found.node));
        self
    }

    /// Whether these are whole words of it.
    pub(super) fn holds(&self, inner: &str) -> bool {
        let is_edge = |end: Option<char>| end.is_none_or(|letter| letter == ' ');
        self.text.match_indices(inner).any(|(start, _)| {
            let (before, rest) = self.text.split_at(start);
            is_edge(before.chars().next_back()) && is_edge(rest.chars().nth(inner.chars().count()))
        })
    }
}

fn uses_of(id: NodeId, node: &Node) -> Vec<(String, Use)> {
    let named = |rank, written: &str| Use { rank, node: id, written: written.into() };
    let labels = node.labels().enumerate().map(|(at, label)| {
        let rank = if at == 0 { Rank::Name } else { Rank::Alias };
        (fold(label), named(rank, label))
    });
    let mut uses: Vec<_> = labels.filter(|(text, _)| !text.is_empty()).collect();
    let last = last_name(node).map(|last| (last, named(Rank::LastName, node.name())));
    let known = last.as_ref().is_some_and(|(last, _)| uses.iter().any(|(text, _)| text == last));
    uses.extend(last.filter(|_| !known));
    uses
}

fn last_name(node: &Node) -> Option<String> {
    let mut words = fold_words(node.name());
    let several = matches!(node.kind(), NodeKind::Person) && words.len() > 1;
    words.pop().filter(|last| several && last.chars().count() >= LAST_NAME_LENGTH)
}

fn longest(labels: &[Label]) -> HashMap<Box<str>, usize> {
    let mut longest: HashMap<Box<str>, usize> = HashMap::new();
    for label in labels {
        let words = label.text.split(' ').count();
        let first = label.text.split(' ').next().unwrap_or_default();
        let longest = longest.entry(first.into()).or_default();
        *longest = words.max(*longest);
    }
    longest
}
