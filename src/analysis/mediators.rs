//! Who could mediate between two holders.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{Modality, NodeClass, NodeId, NodeKind, Polarity, StatementId, StatementRef, TieKind};
use crate::position::{Lean, Selection};
use crate::query::Listing;

use super::Likeness;

/// Someone on speaking terms with both of two parties, with what speaks for and against it as a mediator.
///
/// Each criterion stands apart, with the statements it rests on: none of them is a proof, and there is no total.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mediator {
    /// Who.
    pub holder: NodeId,
    /// Words and deeds that were not hostile, from it to each party or back: with the party itself, with those who
    /// represent it, and with whom it represents; in order of entry.
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
        match self.lean {
            Some(Lean::Neutral | Lean::Mixed) => return Some(true),
            Some(Lean::Favor | Lean::Against) => return Some(false),
            Some(Lean::None) | None => {}
        }
        let [Some(left), Some(right)] = self.likeness.map(|one| one.value()) else { return None };
        let (least, most) = (left.min(right), left.max(right));
        Some(most > 0.0 && least >= most / 2.0)
    }

    /// How many different statements show it on speaking terms.
    pub fn contact_count(&self) -> usize {
        let mut ids: Vec<StatementId> = self.terms.concat();
        ids.sort_unstable();
        ids.dedup();
        ids.len()
    }
}

impl Selection<'_> {
    /// Who could mediate between two holders, on a matter or at all: everyone on speaking terms with both, those who meet
    /// more of the criteria first: hostile to neither, and nobody hostile to it; between the two; then by the number of
    /// statements behind the first criterion, then by key.
    ///
    /// A party is itself, those who represent it and whom it represents, at any time; none of those is a mediator. On speaking
    /// terms is who did or said something that is not hostile toward the party, or addressed to it, or met with the like from
    /// it, each speaker under its own name or, by nation, each nation under whose name it was; meetings are deeds, which make no position but count here. Hints do not. Hostile is what stands as a position
    /// against a party.
    ///
    /// # Complexity
    /// O(s) for the `s` statements that are seen, and that of deriving the positions of each candidate toward the parties.
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
        let terms = [0, 1].map(|at| self.terms_with(&circles[at], listing));
        let is_party = |node: &NodeId| circles.iter().any(|circle| circle.contains(node));
        let both = terms[0].iter().filter(|(node, _)| terms[1].contains_key(node) && !is_party(node));
        let mut found: Vec<Mediator> = both
            .map(|(&holder, first)| {
                let second = terms[1].get(&holder).cloned().unwrap_or_default();
                self.mediator(holder, [first.clone(), second], (&circles, parties), on)
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

    fn mediator(
        &self,
        holder: NodeId,
        terms: [Vec<StatementId>; 2],
        (circles, parties): (&[Vec<NodeId>; 2], [NodeId; 2]),
        on: Option<NodeId>,
    ) -> Mediator {
        let hostile = |from: &[NodeId], to: &[NodeId]| {
            let pairs = from.iter().flat_map(|&from| to.iter().map(move |&to| (from, to)));
            let mut ids: Vec<StatementId> =
                pairs.flat_map(|(from, to)| self.standing_against(from, to)).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        Mediator {
            holder,
            terms,
            hostile: [0, 1].map(|at| hostile(&[holder], &circles[at])),
            resented: [0, 1].map(|at| hostile(&circles[at], &[holder])),
            likeness: parties.map(|party| self.likeness(party, holder)),
            lean: on.and_then(|target| self.lean_on(holder, target)),
        }
    }

    /// A party, those who represent it and whom it represents, at any time; in order of the nodes.
    fn circle(&self, party: NodeId) -> Vec<NodeId> {
        let graph = self.graph();
        let of = graph.ties_to(party, TieKind::Represents).into_iter().filter_map(|tie| graph.tie(tie));
        let for_whom =
            graph.ties_from(party, TieKind::Represents).into_iter().filter_map(|tie| graph.tie(tie));
        let mut circle: Vec<NodeId> =
            of.map(|tie| tie.from).chain(for_whom.map(|tie| tie.to)).chain([party]).collect();
        circle.sort_unstable();
        circle.dedup();
        circle
    }

    /// Everyone with something not hostile toward a circle, or from it, and the statements.
    fn terms_with(&self, circle: &[NodeId], listing: Listing) -> BTreeMap<NodeId, Vec<StatementId>> {
        let mut terms: BTreeMap<NodeId, Vec<StatementId>> = BTreeMap::new();
        for (id, statement) in self.statements().filter(|(_, one)| is_friendly(*one)) {
            let mut toward: Vec<NodeId> = statement.addressees.to_vec();
            if self.graph().node(statement.target).is_some_and(|node| node.class() != NodeClass::Proposal) {
                toward.push(statement.target);
            }
            let by = || statement.capacity.powers().iter().copied().chain([statement.holder]);
            let from_circle = by().any(|one| circle.contains(&one));
            let to_circle = toward.iter().any(|one| circle.contains(one));
            let met: Vec<NodeId> = match (from_circle, to_circle, listing) {
                (false, true, Listing::Speakers) => vec![statement.holder],
                (false, true, Listing::Nations) => by().collect(),
                (true, false, _) => toward,
                _ => Vec::new(),
            };
            for one in met.into_iter().filter(|one| listing == Listing::Speakers || self.is_nation(*one)) {
                let ids = terms.entry(one).or_default();
                if ids.last() != Some(&id) {
                    ids.push(id);
                }
            }
        }
        terms
    }

    fn is_nation(&self, node: NodeId) -> bool {
        self.graph().node(node).is_some_and(|node| node.kind() == NodeKind::Nation)
    }

    /// What stands of a holder's words against an actor or nation.
    fn standing_against(&self, holder: NodeId, target: NodeId) -> Vec<StatementId> {
        let records = self.records_of(holder, target).into_iter();
        let positions = records.flat_map(|record| record.positions);
        let hostile = positions.filter(|position| matches!(position.lean, Lean::Against | Lean::Mixed));
        let ids = hostile.flat_map(|position| position.statements);
        let leans_against = |id: &StatementId| {
            self.graph().statement(*id).is_some_and(|one| one.stance.polarity() == Some(Polarity::Against))
        };
        ids.filter(leans_against).collect()
    }

    /// Which way a holder leans on a matter; mixed where it does so in different ways.
    fn lean_on(&self, holder: NodeId, target: NodeId) -> Option<Lean> {
        let records = self.records_of(holder, target).into_iter();
        let leans = records.flat_map(|record| record.positions).map(|position| position.lean);
        leans.reduce(|one, other| if one == other { one } else { Lean::Mixed })
    }
}

/// Those who stand between first, those who do not last.
const fn rank(is_between: Option<bool>) -> u8 {
    match is_between {
        Some(true) => 0,
        None => 1,
        Some(false) => 2,
    }
}

/// Said or done toward someone without hostility, and no mere hint.
fn is_friendly(statement: StatementRef<'_>) -> bool {
    statement.modality != Modality::Hinted
        && matches!(statement.stance.polarity(), Some(Polarity::Favor | Polarity::Neutral))
}
