//! Names that are not spelled like any: what is near, and what holds the words.

use std::collections::BTreeSet;

use crate::model::NodeId;

use super::Vocabulary;
use super::layer::{Label, Use};
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
        let layers = self.layers().map(|layer| layer.beginning_with(&begun));
        let mut names: Vec<String> = Vec::new();
        for name in in_order(layers).map(|found| &*found.written) {
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
        let labels = self.layers().flat_map(|layer| layer.labels.iter().zip(&layer.glances));
        let may_hold = labels.filter(|(_, other)| other.may_hold(glance)).map(|(label, _)| label);
        let found = may_hold.filter(|label| label.holds(&inner));
        let mut uses: Vec<(&str, &Use)> =
            found.flat_map(|label| label.uses.iter().map(|one| (&*label.text, one))).collect();
        uses.sort_by_key(|(text, one)| (text.len(), *text, one.rank, one.node));
        let mut seen = BTreeSet::new();
        uses.into_iter().map(|(_, one)| one.node).filter(|node| seen.insert(*node)).take(limit).collect()
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
        found.sort_by_key(|(distance, _)| *distance);
        let (mut near, mut seen) = (Vec::new(), BTreeSet::new());
        // Only as many distances are put in order as it takes: one off by three letters has many neighbors.
        for alike in found.chunk_by(|(left, _), (right, _)| left == right) {
            let mut alike: Vec<Near<'_>> = alike.iter().flat_map(|found| nears(*found)).collect();
            alike.sort_unstable_by_key(|near| (near.label, near.node, near.text));
            near.extend(alike.into_iter().filter(|near| seen.insert(near.node)));
            if near.len() >= limit {
                break;
            }
        }
        near.truncate(limit);
        near
    }

    /// Every label within so many edits of a folded text, and the distance.
    fn within(&self, text: &str, edits: u32) -> Vec<(u32, &Label)> {
        let (glance, measure) = (Glance::of(text), Measure::new(text));
        let labels = self.layers().flat_map(|layer| layer.labels.iter().zip(&layer.glances));
        let may_be = labels.filter(|(_, other)| glance.may_be_near(**other, edits)).map(|(label, _)| label);
        may_be.filter_map(|label| Some((measure.within(&label.text, edits)?, label))).collect()
    }
}

fn nears((distance, label): (u32, &Label)) -> impl Iterator<Item = Near<'_>> {
    label.uses.iter().map(move |found| Near::new(label, found, distance))
}

/// What the labels of all layers stand for, in the order of their texts.
fn in_order<'v>(
    layers: impl Iterator<Item = impl Iterator<Item = &'v Label>>,
) -> impl Iterator<Item = &'v Use> {
    let mut layers: Vec<_> = layers.map(Iterator::peekable).collect();
    let next = move || {
        let text = layers.iter_mut().filter_map(|layer| Some(&*layer.peek()?.text)).min()?;
        let same = layers.iter_mut().filter_map(|layer| layer.next_if(|label| *label.text == *text));
        let mut uses: Vec<&Use> = same.flat_map(|label| &label.uses).collect();
        uses.sort_by_key(|found| (found.rank, found.node));
        Some(uses)
    };
    std::iter::from_fn(next).flatten()
}

impl<'v> Near<'v> {
    fn new(label: &'v Label, found: &'v Use, distance: u32) -> Self {
        Self { label: &found.written, text: &label.text, node: found.node, distance: distance as usize }
    }
}
