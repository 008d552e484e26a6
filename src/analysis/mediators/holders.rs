//! Who could mediate between two holders.

use std::cmp::Reverse;

use crate::analysis::Likeness;
use crate::analysis::likeness::Words;
use crate::model::{NodeId, StatementId};
use crate::position::{Lean, Selection};
use crate::query::Listing;

use super::between::{is_between, rank};
use super::contacts::{Contact, count};

/// Someone on speaking terms with both of two parties, with what speaks for and against it as a mediator.
///
/// Each criterion stands apart, with the statements it rests on: none of them is a proof, and there is no total.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mediator {
    /// Who.
    pub holder: NodeId,
    /// Words and deeds that were not hostile, from it to each party or back: with anyone of the party's
    /// circle; in order of entry.
    pub terms: [Vec<StatementId>; 2],
    /// What stands of its hostile words toward each party.
    pub hostile: [Vec<StatementId>; 2],
    /// What stands of each party's hostile words toward it.
    pub resented: [Vec<StatementId>; 2],
    /// How far it agrees with each party on what both have a last word on.
    pub likeness: [Likeness; 2],
    /// Which way it leans on the matter asked about; `None` where none was, or nothing of it is on record.
    pub lean: Option<Lean>,
}

impl Mediator {
    /// Whether nothing hostile stands between it and either party.
    pub fn is_hostile_to_neither(&self) -> bool {
        self.hostile.iter().chain(&self.resented).all(Vec::is_empty)
    }

    /// Whether it stands between the two.
    ///
    /// On a matter, where it takes no side on that: neutral or mixed. Otherwise where it agrees with the party that it is
    /// farther from at least half as far as with the other, `min(v_a, v_b) >= max(v_a, v_b) / 2 > 0` with `v` the
    /// [`value`](Likeness::value) of both. `None` where too little is on record to say: no position on the matter, or nothing in common with
    /// one of them.
    pub fn is_between(&self) -> Option<bool> {
        is_between(self.lean, self.likeness.map(|one| one.value()))
    }

    /// How many different statements show it on speaking terms.
    pub fn contact_count(&self) -> usize {
        count(&self.terms)
    }
}

impl Selection<'_> {
    /// Who could mediate between two holders, on a matter or at all: everyone on speaking terms with both, those who meet
    /// more of the criteria first: hostile to neither, and nobody hostile to it; between the two; then by the number of
    /// statements behind the first criterion, then by key.
    ///
    /// A party has a circle: itself; those who represent it; whom it represents, and all others who represent one of those; at
    /// any time. So the circle of a nation has its representatives, and that of a representative its nation and its
    /// colleagues. Nobody of either circle is a mediator.
    ///
    /// On speaking terms is who did or said something that is not hostile toward someone of the circle, or addressed to
    /// them, or met with the like from them; meetings are deeds, which make no position but count here. Hints do not. By
    /// speaker each is listed under its own name. By nation it is the nation under whose name it was: that spoken for, or,
    /// where a speaker's capacity is unstated, the one that it represents without a date and alone; and in place of a person
    /// who was spoken to likewise the nation that the person represents. Who speaks in a personal capacity stands for no
    /// nation. Hostile is what stands as a position against someone of the circle.
    ///
    /// # Complexity
    /// O(s log c) for all `s` statements and `c` members of the circles; for each candidate O(c log s), and O(t log t) for
    /// its `t` statements; and that of deriving its position on the matter, and toward each of the circles that a
    /// statement of one is against the other, or toward all of them under a lens that [infers](crate::query::Inference).
    ///
    /// # Example
    /// ```
    /// use stancegraph::{datasets, query::Listing, position::{Lens, Selection}};
    /// let graph = datasets::article()?;
    /// let parties = ["RUS", "UKR"].map(|key| graph.find(key).unwrap());
    /// let found = Selection::new(graph, Lens::default()).mediators(parties, None, Listing::Speakers);
    /// assert_eq!(graph.node(found[0].holder).unwrap().name(), "Donald Trump");
    /// assert!(found[0].is_hostile_to_neither());
    /// assert_eq!(found[0].is_between(), None); // it has no word in common with either
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn mediators(&self, parties: [NodeId; 2], on: Option<NodeId>, listing: Listing) -> Vec<Mediator> {
        let circles = parties.map(|party| self.circle(party));
        let words = parties.map(|party| Words::of(self, party));
        let mut found: Vec<Mediator> = self
            .contacts(&circles, listing)
            .into_iter()
            .map(|Contact { holder, terms, hostile, resented }| Mediator {
                holder,
                terms,
                hostile,
                resented,
                likeness: [0, 1].map(|at| words[at].likeness(self, parties[at], holder)),
                lean: on.and_then(|target| self.lean_on(holder, target)),
            })
            .collect();
        let key = |id: NodeId| self.graph().node(id).map(|node| node.key.clone());
        found.sort_by_cached_key(|one| {
            (
                !one.is_hostile_to_neither(),
                rank(one.is_between()),
                Reverse(one.contact_count()),
                key(one.holder),
            )
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::world::graph;
    use super::*;
    use crate::graph::StanceGraph;
    use crate::model::draft::StatementDraft;
    use crate::position::Lens;

    fn keys(graph: &StanceGraph, parties: [&str; 2], listing: Listing) -> Vec<String> {
        let parties = parties.map(|key| graph.find(key).unwrap());
        let found = Selection::new(graph, Lens::default()).mediators(parties, None, listing);
        found.iter().map(|one| graph.node(one.holder).unwrap().key.as_str().to_owned()).collect()
    }

    #[test]
    fn by_nation_a_representative_stands_for_its_nation_as_speaker_and_as_receiver() {
        let graph = graph(vec![
            StatementDraft::new("a", "ivo", "supports", "KEN"),
            StatementDraft::new("b", "ivo", "supports", "eva"),
            StatementDraft::new("c", "ada", "supports", "kofi"),
            StatementDraft::new("d", "CHL", "supports", "kofi"),
        ]);
        assert_eq!(keys(&graph, ["KEN", "CHL"], Listing::Nations), ["GHA", "PER"]);
        assert_eq!(keys(&graph, ["KEN", "CHL"], Listing::Speakers), ["ivo", "kofi"]);
    }

    #[test]
    fn who_speaks_for_an_organization_stands_for_no_nation() {
        let graph = graph(vec![
            StatementDraft::new("a", "oda", "supports", "KEN"),
            StatementDraft::new("b", "oda", "supports", "CHL"),
        ]);
        assert_eq!(keys(&graph, ["KEN", "CHL"], Listing::Nations), [""; 0]);
        assert_eq!(keys(&graph, ["KEN", "CHL"], Listing::Speakers), ["oda"]);
    }

    #[test]
    fn a_colleague_is_of_the_circle_and_so_is_what_is_said_to_it() {
        let graph = graph(vec![
            StatementDraft::new("a", "bo", "supports", "ada"),
            StatementDraft::new("b", "bo", "supports", "CHL"),
            StatementDraft::new("c", "ivo", "supports", "bo"),
            StatementDraft::new("d", "ivo", "supports", "CHL"),
        ]);
        assert_eq!(keys(&graph, ["ada", "CHL"], Listing::Speakers), ["ivo"]);
        assert_eq!(keys(&graph, ["ada", "CHL"], Listing::Nations), ["PER"]);
    }
}
