//! How far two holders are of one mind, over everything that both have said last.

use std::collections::{BTreeSet, HashMap};

use crate::graph::StanceGraph;
use crate::model::{NodeId, Polarity, StatementId};
use crate::position::{LatestOn, Selection};

use super::agreement::Formula;

/// How two holders stand on the matters that both are on record on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Likeness {
    /// The holder that others are compared with.
    pub left: NodeId,
    /// The other.
    pub right: NodeId,
    /// On how many targets both have a last word that is for it, against it or neutral.
    pub common: u32,
    /// On how many they lean the same way.
    pub same: u32,
    /// On how many one is neutral and the other is not.
    pub half: u32,
    /// On how many one is for it and the other against it.
    pub opposite: u32,
}

impl Likeness {
    /// `(same + half / 2) / common`: from 0, always opposite, to 1, always the same; symmetric. `None` where nothing is in
    /// common: silence is no disagreement.
    ///
    /// Over roll calls this is the agreement of [`agreement`](super::agreement).
    pub fn value(&self) -> Option<f64> {
        Formula::Published.of(self.common, self.same, self.half)
    }

    fn add(&mut self, left: Polarity, right: Polarity) {
        self.common += 1;
        match (left, right) {
            (left, right) if left == right => self.same += 1,
            (Polarity::Neutral, _) | (_, Polarity::Neutral) => self.half += 1,
            _ => self.opposite += 1,
        }
    }
}

/// What one holder said last, by target; derived once, for all that it is compared with.
pub(super) struct Words(HashMap<NodeId, (StatementId, Polarity)>);

impl Words {
    pub(super) fn of(selection: &Selection<'_>, holder: NodeId) -> Self {
        let word = |one: LatestOn| Some((one.target, (one.statement, one.polarity?)));
        Self(selection.latest_of(holder).into_iter().filter_map(word).collect())
    }

    /// One statement made for both is no agreement of the two.
    pub(super) fn likeness(&self, selection: &Selection<'_>, left: NodeId, right: NodeId) -> Likeness {
        let mut likeness = Likeness { left, right, common: 0, same: 0, half: 0, opposite: 0 };
        for other in selection.latest_of(right) {
            let (Some(own), Some(polarity)) = (self.0.get(&other.target), other.polarity) else { continue };
            if own.0 != other.statement {
                likeness.add(own.1, polarity);
            }
        }
        likeness
    }
}

impl Selection<'_> {
    /// How far two holders are of one mind on what both said last on a target itself, as [`Self::latest_of`] finds it.
    ///
    /// # Complexity
    /// O(s log s) for the `s` statements of both.
    ///
    /// ```
    /// use stancegraph::{datasets, position::{Lens, Selection}};
    /// let graph = datasets::es_11_1()?;
    /// let node = |key: &str| graph.find(key).unwrap();
    /// let likeness = Selection::new(graph, Lens::default()).likeness(node("CHN"), node("RUS"));
    /// assert_eq!((likeness.common, likeness.value()), (1, Some(0.5)), "China abstained");
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn likeness(&self, left: NodeId, right: NodeId) -> Likeness {
        Words::of(self, left).likeness(self, left, right)
    }

    /// How far everyone who has anything in common with a holder is of one mind with it, in the order in which they enter
    /// the data.
    ///
    /// # Complexity
    /// O(s log s) for the `s` statements of everyone on record on the holder's targets.
    pub fn likenesses(&self, holder: NodeId) -> Vec<Likeness> {
        let words = Words::of(self, holder);
        let others =
            voices_on(self.graph(), words.0.keys().copied()).into_iter().filter(|other| *other != holder);
        let found = others.map(|other| words.likeness(self, holder, other));
        found.filter(|likeness| likeness.common > 0).collect()
    }
}

/// Everyone with a statement on one of these targets, and those spoken for.
fn voices_on(graph: &StanceGraph, targets: impl Iterator<Item = NodeId>) -> BTreeSet<NodeId> {
    let statements =
        targets.flat_map(|target| graph.statements_on(target)).filter_map(|id| graph.statement(id));
    statements.flat_map(|one| one.capacity.powers().iter().copied().chain([one.holder])).collect()
}
