//! Who could mediate between two camps.

use std::cmp::Reverse;

use crate::analysis::Likeness;
use crate::analysis::partition::real;
use crate::model::{NodeId, StatementId};
use crate::position::{Lean, Selection};
use crate::query::Listing;

use super::between::{is_between, rank};
use super::camp::Camp;
use super::contacts::{Contact, count};

/// Someone on speaking terms with both of two camps, with what speaks for and against it as a mediator.
///
/// Each criterion stands apart, with the statements or the holders it rests on: none of them is a proof, and there is no total.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CampMediator {
    /// Who.
    pub holder: NodeId,
    /// Words and deeds that were not hostile, from it to someone of each camp or back: with anyone of a member's circle; in order
    /// of entry.
    pub terms: [Vec<StatementId>; 2],
    /// The members of each camp that these were with, in the order of the camp.
    pub met: [Vec<NodeId>; 2],
    /// What stands of its hostile words toward anyone of each camp.
    pub hostile: [Vec<StatementId>; 2],
    /// What stands of hostile words toward it of anyone of each camp.
    pub resented: [Vec<StatementId>; 2],
    /// How far it agrees with each member of each camp with which it has a matter in common, in the order of the camp.
    pub likeness: [Vec<Likeness>; 2],
    /// Which way it leans on the matter asked about; `None` where none was, or nothing of it is on record.
    pub lean: Option<Lean>,
}

impl CampMediator {
    /// Whether nothing hostile stands between it and anyone of either camp.
    pub fn is_hostile_to_neither(&self) -> bool {
        self.hostile.iter().chain(&self.resented).all(Vec::is_empty)
    }

    /// How far it agrees with each camp: the mean of the [`value`](Likeness::value) over the members with which it has a matter
    /// in common, from 0 to 1, each member counted alike. `None` where it has none in common with anyone of the camp.
    pub fn agreement(&self) -> [Option<f64>; 2] {
        [0, 1].map(|at| {
            let values: Vec<f64> = self.likeness[at].iter().filter_map(Likeness::value).collect();
            (!values.is_empty()).then(|| values.iter().sum::<f64>() / real(values.len()))
        })
    }

    /// Whether it stands between the camps: as a [`Mediator`](super::Mediator::is_between) does between two holders, with the
    /// [`agreement`](Self::agreement) with each camp.
    pub fn is_between(&self) -> Option<bool> {
        is_between(self.lean, self.agreement())
    }

    /// How many different statements show it on speaking terms.
    pub fn contact_count(&self) -> usize {
        count(&self.terms)
    }

    /// With how many members it is on speaking terms of the camp of which it is with fewer.
    fn reach(&self) -> usize {
        self.met[0].len().min(self.met[1].len())
    }
}

impl Selection<'_> {
    /// Who could mediate between two camps, on a matter or at all: everyone on speaking terms with someone of both, those who
    /// meet more of the criteria first: hostile to nobody of either, and nobody of them hostile to it; between the two; then by
    /// with how many members it is on speaking terms, of the camp of which it is with fewer; by the number of statements that show it; by key.
    ///
    /// A camp is who is named, each with its circle, as [`mediators`](Self::mediators) has it: those who represent it and whom it
    /// represents. Nobody of either camp or of a circle is a mediator, whether in one camp or in both. A camp of one is that holder.
    /// Nobody is between a camp and none.
    ///
    /// # Complexity
    /// That of [`mediators`](Self::mediators), with the circles of all members; and for each candidate that of its
    /// [`likeness`](Self::likeness) with each.
    ///
    /// # Example
    /// ```
    /// use stancegraph::{datasets, query::Listing, position::{Lens, Selection}};
    /// use stancegraph::analysis::{camps::Camps, signed::SignedNetwork};
    /// let graph = datasets::article()?;
    /// let selection = Selection::new(graph, Lens::default());
    /// let node = |key: &str| graph.find(key).unwrap();
    /// let found = selection.mediators_between([&[node("RUS")], &[node("UKR"), node("FRA")]], None, Listing::Speakers);
    /// assert_eq!(graph.node(found[0].holder).unwrap().name(), "Donald Trump");
    /// assert_eq!(found[0].met[1], [node("UKR")], "it met Ukraine, and nothing is on record with France");
    /// // Camps that were found are camps, too; a vote alone puts nobody on speaking terms.
    /// let graph = datasets::es_11_1()?;
    /// let selection = Selection::new(graph, Lens::default());
    /// let vote = graph.find("un-es-11-1").unwrap();
    /// let network = selection.networks_on(vote, Listing::Nations).network()?;
    /// let camps = Camps::of(&SignedNetwork::of(&network)?);
    /// let members = |camp| camps.members_of(camp).filter_map(|one| graph.find(&one.key)).collect::<Vec<_>>();
    /// assert_eq!([0, 1].map(|camp| members(camp).len()), [141, 5]);
    /// assert!(selection.mediators_between([&members(0), &members(1)], None, Listing::Nations).is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn mediators_between(
        &self,
        camps: [&[NodeId]; 2],
        on: Option<NodeId>,
        listing: Listing,
    ) -> Vec<CampMediator> {
        let camps = camps.map(|camp| Camp::of(self, camp));
        let circles = [0, 1].map(|at| camps[at].circle());
        let mut found: Vec<CampMediator> = self
            .contacts(&circles, listing)
            .into_iter()
            .map(|Contact { holder, terms, hostile, resented }| CampMediator {
                holder,
                met: [0, 1].map(|at| camps[at].met(self, &terms[at])),
                terms,
                hostile,
                resented,
                likeness: [0, 1].map(|at| camps[at].likeness(self, holder)),
                lean: on.and_then(|target| self.lean_on(holder, target)),
            })
            .collect();
        let key = |id: NodeId| self.graph().node(id).map(|node| node.key.clone());
        found.sort_by_cached_key(|one| {
            let is_hostile = !one.is_hostile_to_neither();
            let known = (Reverse(one.reach()), Reverse(one.contact_count()));
            (is_hostile, rank(one.is_between()), known, key(one.holder))
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::world::graph;
    use std::collections::BTreeSet;

    use super::*;
    use crate::analysis::partition::Lots;
    use crate::datasets;
    use crate::graph::StanceGraph;
    use crate::model::draft::StatementDraft;
    use crate::position::Lens;

    fn nodes<const N: usize>(graph: &StanceGraph, keys: [&str; N]) -> [NodeId; N] {
        keys.map(|key| graph.find(key).unwrap())
    }

    #[test]
    fn enemies_of_one_member_come_last_and_who_is_of_a_camp_stands_between_none() {
        let graph = graph(vec![
            // Ivo and Oda know one of each camp; Kofi too, and is resented by one.
            StatementDraft::new("a", "ivo", "supports", "ada"),
            StatementDraft::new("b", "ivo", "supports", "KEN"),
            StatementDraft::new("c", "ivo", "supports", "CHL"),
            StatementDraft::new("d", "oda", "supports", "KEN"),
            StatementDraft::new("e", "oda", "supports", "CHL"),
            StatementDraft::new("f", "kofi", "supports", "KEN"),
            StatementDraft::new("g", "kofi", "supports", "CHL"),
            StatementDraft::new("h", "eva", "criticizes", "kofi"),
        ]);
        let selection = Selection::new(&graph, Lens::default());
        let [ken, chl] = nodes(&graph, ["KEN", "CHL"]);
        let found = selection.mediators_between([&[ken], &[chl]], None, Listing::Speakers);
        let holders: Vec<NodeId> = found.iter().map(|one| one.holder).collect();
        assert_eq!(holders, nodes(&graph, ["ivo", "oda", "kofi"]));
        assert_eq!(found[0].met, [vec![ken], vec![chl]]);
        assert_eq!((found[2].hostile[1].len(), found[2].resented[1].len()), (0, 1));
        let [per] = nodes(&graph, ["PER"]);
        let camps: [&[NodeId]; 2] = [&[ken, per, ken], &[chl]];
        let found = selection.mediators_between(camps, None, Listing::Speakers);
        let holders: Vec<NodeId> = found.iter().map(|one| one.holder).collect();
        assert_eq!(holders, nodes(&graph, ["oda", "kofi"]), "Ivo is of the first camp");
        assert!(selection.mediators_between([&[], &[chl]], None, Listing::Speakers).is_empty());
    }

    #[test]
    fn whom_a_camp_spoke_to_among_its_own_was_not_met() {
        let addressed = StatementDraft::new("a", "KEN", "supports", "kofi");
        let graph = graph(vec![
            StatementDraft { addressees: vec!["PER".into()], ..addressed },
            StatementDraft::new("b", "kofi", "supports", "CHL"),
        ]);
        let selection = Selection::new(&graph, Lens::default());
        let [ken, per, chl] = nodes(&graph, ["KEN", "PER", "CHL"]);
        let found = selection.mediators_between([&[ken, per], &[chl]], None, Listing::Speakers);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].met, [vec![ken], vec![chl]], "it was Kenya that spoke of Kofi");
        assert!(selection.mediators_between([&[per], &[chl]], None, Listing::Speakers).is_empty());
    }

    #[test]
    fn a_camp_of_one_is_that_holder() {
        let mut seen = 0;
        for graph in [datasets::article().unwrap(), datasets::nato_accession().unwrap()] {
            let selection = Selection::new(graph, Lens::default());
            let holders: Vec<NodeId> =
                graph.nodes().filter(|(_, node)| node.kind().is_holder()).map(|(id, _)| id).collect();
            let spoken = |id: &NodeId| graph.statements_by(*id).len() > 1;
            let holders: Vec<NodeId> = holders.into_iter().filter(spoken).take(12).collect();
            for (&left, &right) in holders.iter().flat_map(|one| holders.iter().map(move |two| (one, two))) {
                for listing in [Listing::Speakers, Listing::Nations] {
                    let single = selection.mediators([left, right], None, listing);
                    let camps = selection.mediators_between([&[left], &[right]], None, listing);
                    assert_eq!(single.len(), camps.len());
                    for one in &camps {
                        let other = single.iter().find(|other| other.holder == one.holder).unwrap();
                        assert_eq!((&one.terms, &one.hostile), (&other.terms, &other.hostile));
                        assert_eq!((&one.resented, one.is_between()), (&other.resented, other.is_between()));
                        assert_eq!(one.met, [vec![left], vec![right]]);
                        seen += 1;
                    }
                }
            }
        }
        assert!(seen > 10, "{seen}");
    }

    /// Each criterion between two camps is that between it and each member, put together, and everyone who meets the first is
    /// there: of words and deeds drawn by lot.
    #[test]
    fn camps_have_the_contacts_and_the_enemies_of_their_members() {
        let holders = ["KEN", "CHL", "PER", "GHA", "ada", "bo", "eva", "ivo", "kofi", "oda"];
        let mut lots = Lots::new(4);
        let (mut seen, mut resented) = (0, 0);
        for _ in 0..40 {
            let statement = |number: usize| {
                let [from, to] = [(); 2].map(|()| holders[lots.below(holders.len())]);
                let stance = ["supports", "supports", "criticizes"][lots.below(3)];
                (from != to).then(|| StatementDraft::new(format!("s{number}"), from, stance, to))
            };
            let graph = graph((0..30).filter_map(statement).collect());
            let selection = Selection::new(&graph, Lens::default());
            let camps = [["KEN", "PER"], ["CHL", "oda"]].map(|camp| nodes(&graph, camp));
            let found = selection.mediators_between([&camps[0], &camps[1]], None, Listing::Speakers);
            let circles = camps.map(|camp| camp.map(|member| selection.circle(member)));
            let terms = |member: NodeId, holder: NodeId| {
                let terms = selection.terms_with(&selection.circle(member), Listing::Speakers);
                terms.get(&holder).cloned().unwrap_or_default()
            };
            for holder in holders.iter().filter_map(|key| graph.find(key)) {
                let in_neither = circles.iter().flatten().all(|circle| !circle.contains(&holder));
                let met = camps.map(|camp| camp.into_iter().filter(|one| !terms(*one, holder).is_empty()));
                let met = met.map(|members| members.collect::<Vec<NodeId>>());
                let meets = in_neither && met.iter().all(|members| !members.is_empty());
                let told = found.iter().find(|one| one.holder == holder);
                assert_eq!(told.is_some(), meets);
                let Some(told) = told else { continue };
                assert_eq!(told.met, met);
                for at in [0, 1] {
                    let all: BTreeSet<StatementId> =
                        camps[at].iter().flat_map(|&member| terms(member, holder)).collect();
                    assert_eq!(told.terms[at], all.into_iter().collect::<Vec<_>>());
                    let others = circles[at].iter().flatten();
                    let back: BTreeSet<StatementId> =
                        others.flat_map(|&one| selection.standing_against(one, holder)).collect();
                    assert_eq!(told.resented[at], back.into_iter().collect::<Vec<_>>());
                    resented += told.resented[at].len();
                }
                seen += 1;
            }
        }
        assert!(seen > 20 && resented > 5, "{seen} {resented}");
    }
}
