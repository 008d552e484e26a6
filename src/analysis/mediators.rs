//! Who could mediate between two holders.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Capacity, Modality, Node, NodeClass, NodeId, NodeKind, Polarity, StatementId, StatementRef, TieKind,
};
use crate::position::{Lean, Selection};
use crate::query::{Inference, Listing};

use super::Likeness;
use super::likeness::Words;

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
        let terms = [0, 1].map(|at| self.terms_with(&circles[at], listing));
        let is_party = |node: &NodeId| circles.iter().any(|circle| circle.contains(node));
        let both = terms[0].iter().filter(|(node, _)| terms[1].contains_key(node) && !is_party(node));
        let words = parties.map(|party| Words::of(self, party));
        let enmity = self.enmity(&circles);
        let mut found: Vec<Mediator> = both
            .map(|(&holder, first)| Mediator {
                holder,
                terms: [first.clone(), terms[1].get(&holder).cloned().unwrap_or_default()],
                hostile: [0, 1].map(|at| self.hostile(&enmity, circles[at].iter().map(|one| (holder, *one)))),
                resented: [0, 1]
                    .map(|at| self.hostile(&enmity, circles[at].iter().map(|one| (*one, holder)))),
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

    /// What stands between these, of the first of each pair against the second; in order of entry.
    fn hostile(&self, enmity: &Enmity, pairs: impl Iterator<Item = (NodeId, NodeId)>) -> Vec<StatementId> {
        let pairs = pairs.filter(|pair| enmity.may_be(*pair));
        let ids: BTreeSet<StatementId> =
            pairs.flat_map(|(from, to)| self.standing_against(from, to)).collect();
        ids.into_iter().collect()
    }

    /// Who may have a position against whom, of those in the circles on one side and anyone on the other.
    fn enmity(&self, circles: &[BTreeSet<NodeId>; 2]) -> Enmity {
        if self.lens().inference == Inference::Included {
            return Enmity::Inferred;
        }
        let is_party = |node: NodeId| circles.iter().any(|circle| circle.contains(&node));
        let mut pairs = BTreeSet::new();
        for (_, statement) in self.statements() {
            if statement.stance.polarity() == Some(Polarity::Against) {
                let by = self.names_of(statement).into_iter().map(|by| (by, statement.target));
                pairs.extend(by.filter(|(by, target)| is_party(*by) || is_party(*target)));
            }
        }
        Enmity::Stated(pairs)
    }

    /// Under whose names a statement may be listed: the holder, the powers spoken for, and, where the capacity is unstated,
    /// those it represents at any time.
    fn names_of(&self, statement: StatementRef<'_>) -> Vec<NodeId> {
        let mut names = vec![statement.holder];
        names.extend(statement.capacity.powers());
        if *statement.capacity == Capacity::Unstated {
            names.extend(self.represented_by(statement.holder));
        }
        names
    }

    /// A party, those who represent it, whom it represents, and their other representatives, at any time.
    fn circle(&self, party: NodeId) -> BTreeSet<NodeId> {
        let powers: Vec<NodeId> = self.represented_by(party).collect();
        let of = powers.iter().chain([&party]).flat_map(|&power| self.representatives_of(power));
        of.chain(powers.iter().copied()).chain([party]).collect()
    }

    fn represented_by(&self, holder: NodeId) -> impl Iterator<Item = NodeId> {
        let graph = self.graph();
        graph.ties_from(holder, TieKind::Represents).into_iter().map(|tie| graph.at_tie(tie).to)
    }

    fn representatives_of(&self, power: NodeId) -> impl Iterator<Item = NodeId> {
        let graph = self.graph();
        graph.ties_to(power, TieKind::Represents).into_iter().map(|tie| graph.at_tie(tie).from)
    }

    /// Everyone with something not hostile toward a circle, or from it, and the statements.
    fn terms_with(&self, circle: &BTreeSet<NodeId>, listing: Listing) -> BTreeMap<NodeId, Vec<StatementId>> {
        let mut terms: BTreeMap<NodeId, Vec<StatementId>> = BTreeMap::new();
        for (id, statement) in self.statements().filter(|(_, one)| is_friendly(*one)) {
            for one in self.met(statement, circle, listing) {
                let ids = terms.entry(one).or_default();
                if ids.last() != Some(&id) {
                    ids.push(id);
                }
            }
        }
        terms
    }

    /// Who met a circle by a statement: its speaker where it was toward the circle, those it was toward where it came from
    /// there.
    fn met(&self, statement: StatementRef<'_>, circle: &BTreeSet<NodeId>, listing: Listing) -> Vec<NodeId> {
        let graph = self.graph();
        let mut toward: Vec<NodeId> = statement.addressees.to_vec();
        if graph.node(statement.target).is_some_and(|node| node.class() != NodeClass::Proposal) {
            toward.push(statement.target);
        }
        let mut by = statement.capacity.powers().iter().copied().chain([statement.holder]);
        let to_circle = toward.iter().any(|one| circle.contains(one));
        let from_circle = by.any(|one| circle.contains(&one));
        match (from_circle, to_circle, listing) {
            (false, true, Listing::Speakers) => vec![statement.holder],
            (false, true, Listing::Nations) => self.nations_behind(statement),
            (true, false, Listing::Speakers) => toward,
            (true, false, Listing::Nations) => {
                toward.into_iter().filter_map(|one| self.nation_met(one)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The nations under whose names a statement was made.
    fn nations_behind(&self, statement: StatementRef<'_>) -> Vec<NodeId> {
        match statement.capacity {
            Capacity::Unstated => self.graph().nation_of(statement.holder).into_iter().collect(),
            Capacity::Personal | Capacity::For(_) => {
                let names = statement.capacity.powers().iter().copied().chain([statement.holder]);
                names.filter(|one| self.kind_of(*one) == Some(NodeKind::Nation)).collect()
            }
        }
    }

    /// The nation that was met: itself, or that of a person.
    fn nation_met(&self, one: NodeId) -> Option<NodeId> {
        match self.kind_of(one)? {
            NodeKind::Nation => Some(one),
            NodeKind::Person => self.graph().nation_of(one),
            _ => None,
        }
    }

    fn kind_of(&self, node: NodeId) -> Option<NodeKind> {
        self.graph().node(node).map(Node::kind)
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

/// Who may have a position against whom.
enum Enmity {
    /// Those of whom a statement says so; no other position can be derived.
    Stated(BTreeSet<(NodeId, NodeId)>),
    /// Anyone: what a bloc says is handed down to its members.
    Inferred,
}

impl Enmity {
    fn may_be(&self, pair: (NodeId, NodeId)) -> bool {
        match self {
            Self::Stated(pairs) => pairs.contains(&pair),
            Self::Inferred => true,
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::StanceGraph;
    use crate::model::draft::{Draft, NodeDraft, StatementDraft, TieDraft};
    use crate::position::Lens;
    use crate::{GraphBuilder, datasets};

    /// Kenya with Ada and Bo, Chile with Eva, Peru with Ivo, Ghana with Kofi and NATO with Oda.
    fn graph(statements: Vec<StatementDraft>) -> StanceGraph {
        let nations = [("KEN", "Kenya"), ("CHL", "Chile"), ("PER", "Peru"), ("GHA", "Ghana")];
        let offices =
            [("ada", "KEN"), ("bo", "KEN"), ("eva", "CHL"), ("ivo", "PER"), ("kofi", "GHA"), ("oda", "NATO")];
        let nations = nations.into_iter().map(|(key, name)| NodeDraft::nation(key, name));
        let people = offices.into_iter().map(|(key, _)| NodeDraft::person(key, format!("Mx {key}")));
        let draft = Draft {
            nodes: nations.chain(people).chain([NodeDraft::organization("NATO", "NATO")]).collect(),
            ties: offices.into_iter().map(|(who, whom)| TieDraft::new("represents", who, whom)).collect(),
            statements,
            ..Draft::default()
        };
        GraphBuilder::new().add(draft).build().unwrap()
    }

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

    /// That no position stands where no statement may have made one: against deriving every pair.
    #[test]
    fn hostility_is_that_of_deriving_every_pair() {
        let hostile = graph(vec![
            StatementDraft::new("a", "PER", "supports", "KEN"),
            StatementDraft::new("b", "PER", "supports", "CHL"),
            StatementDraft::new("c", "ivo", "criticizes", "eva"),
            StatementDraft::new("d", "bo", "criticizes", "PER").on_behalf_of("KEN"),
            StatementDraft::new("e", "eva", "criticizes", "PER"),
        ]);
        let mut seen = 0;
        for graph in [&hostile, datasets::article().unwrap()] {
            let selection = Selection::new(graph, Lens::default());
            let holders: Vec<NodeId> =
                graph.nodes().filter(|(_, node)| node.kind().is_holder()).map(|(id, _)| id).collect();
            let spoken =
                |id: &NodeId| !graph.statements_by(*id).is_empty() || !graph.statements_on(*id).is_empty();
            let holders: Vec<NodeId> = holders.into_iter().filter(spoken).collect();
            for (&from, &to) in holders.iter().flat_map(|from| holders.iter().map(move |to| (from, to))) {
                let circles = [BTreeSet::from([from]), BTreeSet::from([to])];
                let found = selection.hostile(&selection.enmity(&circles), [(from, to)].into_iter());
                let wanted = selection.hostile(&Enmity::Inferred, [(from, to)].into_iter());
                assert_eq!(found, wanted);
                seen += found.len();
            }
        }
        assert!(seen >= 4, "{seen}");
    }
}
