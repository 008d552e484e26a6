//! Names that are not spelled like any: what is near, and what holds the words.

use std::collections::BTreeSet;

use crate::model::NodeId;

use super::{Label, Use, Vocabulary};
use crate::graph::fold::fold;
use crate::graph::near::{Glance, Measure};

/// A name close to one that was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Near<'v> {
    /// The name as its node has it.
    pub label: &'v str,
    /// What the text is near to, folded: the name, or the last name of a person.
    pub(crate) text: &'v str,
    /// The node.
    pub node: NodeId,
    /// How many letters to insert, drop, replace or swap with the next, both texts folded.
    pub distance: usize,
}

/// The most edits between a text and a name near it.
const MOST_EDITS: u32 = 3;

impl Vocabulary {
    /// The names, as their nodes have them, that begin with this text, both folded; in the order of their folded texts,
    /// each once. A person's last name leads to the whole name.
    ///
    /// # Complexity
    /// O(log n + k) for `n` names and the `k` names given.
    pub fn beginning_with(&self, text: &str, limit: usize) -> Vec<String> {
        let begun = fold(text);
        if begun.is_empty() {
            return Vec::new();
        }
        let start = self.names.labels.partition_point(|label| *label.text < *begun);
        let labels = self.names.labels.iter().skip(start).take_while(|label| label.text.starts_with(&*begun));
        let mut names: Vec<String> = Vec::new();
        for name in labels.flat_map(|label| &label.uses).map(|found| &*found.written) {
            if names.len() >= limit {
                break;
            }
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// The nodes with a label that holds this text as whole words: "troops" leads to "foreign troops in Ukraine".
    /// Shorter labels first, equally long ones by text.
    ///
    /// # Complexity
    /// O(n) in the length of all labels; for names that nothing else finds.
    pub fn containing(&self, text: &str, limit: usize) -> Vec<NodeId> {
        let inner = fold(text);
        if inner.is_empty() {
            return Vec::new();
        }
        let glance = Glance::of(&inner);
        let labels =
            self.names.labels.iter().zip(&self.names.glances).filter(|(_, label)| label.may_hold(glance));
        let mut found: Vec<&Label> =
            labels.map(|(label, _)| label).filter(|label| label.holds(&inner)).collect();
        found.sort_by_key(|label| (label.text.len(), &label.text));
        let mut seen = BTreeSet::new();
        let nodes = found.into_iter().flat_map(|label| label.uses.iter().map(|one| one.node));
        nodes.filter(|node| seen.insert(*node)).take(limit).collect()
    }

    /// The names nearest to a text, nearest first, then by name: at most one edit per four letters and three in all,
    /// one label a node.
    ///
    /// # Complexity
    /// O(n) for `n` names: a glance at each, and a look at the letters of those that may be near.
    ///
    /// # Source
    /// Damerau (1964); the distance is the restricted one, which swaps no letters that it has edited.
    pub fn nearest(&self, text: &str, limit: usize) -> Vec<Near<'_>> {
        let text = fold(text);
        let edits = (0..=MOST_EDITS).take_while(|edits| text.chars().count() >= 4 * *edits as usize).last();
        let mut found = self.within(&text, edits.unwrap_or_default());
        found.sort_unstable_by_key(|(distance, at)| (*distance, *at));
        let (mut near, mut seen) = (Vec::new(), BTreeSet::new());
        // Only as many distances are put in order as it takes: one off by three letters has many neighbors.
        for alike in found.chunk_by(|(left, _), (right, _)| left == right) {
            let mut alike: Vec<Near<'_>> = alike.iter().flat_map(|found| self.nears(*found)).collect();
            alike.sort_unstable_by_key(|near| (near.label, near.node));
            near.extend(alike.into_iter().filter(|near| seen.insert(near.node)));
            if near.len() >= limit {
                break;
            }
        }
        near.truncate(limit);
        near
    }

    /// Every label within so many edits of a folded text: the distance and its place.
    fn within(&self, text: &str, edits: u32) -> Vec<(u32, usize)> {
        let (glance, measure) = (Glance::of(text), Measure::new(text));
        let may_be =
            self.names.glances.iter().enumerate().filter(|(_, other)| glance.may_be_near(**other, edits));
        let labels = may_be.filter_map(|(at, _)| Some((at, self.names.labels.get(at)?)));
        labels.filter_map(|(at, label)| Some((measure.within(&label.text, edits)?, at))).collect()
    }

    fn nears(&self, (distance, at): (u32, usize)) -> impl Iterator<Item = Near<'_>> {
        let label = self.names.labels.get(at).into_iter();
        label.flat_map(move |label| label.uses.iter().map(move |found| Near::new(label, found, distance)))
    }
}

impl Label {
    /// Whether these are whole words of it.
    fn holds(&self, inner: &str) -> bool {
        let is_edge = |end: Option<char>| end.is_none_or(|letter| letter == ' ');
        self.text.match_indices(inner).any(|(start, _)| {
            let (before, rest) = self.text.split_at(start);
            is_edge(before.chars().next_back()) && is_edge(rest.chars().nth(inner.chars().count()))
        })
    }
}

impl<'v> Near<'v> {
    fn new(label: &'v Label, found: &'v Use, distance: u32) -> Self {
        Self { label: &found.written, text: &label.text, node: found.node, distance: distance as usize }
    }
}
