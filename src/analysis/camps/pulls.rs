//! What draws members to camps.

use crate::analysis::signed::SignedNetwork;

use super::level::sum;
use super::modularity::Chance;

/// What the pulls of members are computed from when they are asked for: there may be as many as members times camps.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pulls {
    chance: Chance,
    /// The strengths of the camps.
    strengths: Vec<[f64; 2]>,
    /// The edges of each member to members of camps: the camp and the weight, by camp, then by place.
    edges: Vec<(usize, f64)>,
    /// Where the edges of each member start, and the end.
    starts: Vec<usize>,
}

impl Pulls {
    pub(super) fn new(
        network: &SignedNetwork,
        chance: &Chance,
        of: &[Option<usize>],
        camps: &[Vec<usize>],
    ) -> Self {
        let strength =
            |places: &Vec<usize>| places.iter().map(|&place| chance.strengths[place]).fold([0.0, 0.0], sum);
        let (mut edges, mut starts) = (Vec::with_capacity(2 * network.edge_count()), vec![0]);
        for place in 0..network.len() {
            let start = edges.len();
            edges.extend(network.neighbors(place).iter().filter_map(|to| Some((of[to.place]?, to.weight))));
            // Stable: sums are taken in the order of places.
            edges[start..].sort_by_key(|(camp, _)| *camp);
            starts.push(edges.len());
        }
        Self { chance: chance.clone(), strengths: camps.iter().map(strength).collect(), edges, starts }
    }

    /// What a member gains with a camp. Both must be there.
    pub(super) fn of(&self, place: usize, camp: usize, own: Option<usize>) -> f64 {
        let edges = self.edges_of(place);
        let start = edges.partition_point(|edge| edge.0 < camp);
        let to_camp = edges[start..].iter().take_while(|edge| edge.0 == camp);
        to_camp.fold(self.by_chance(place, camp, own), |pull, edge| pull + edge.1)
    }

    /// What a member of a camp gains with each camp.
    pub(super) fn of_each(&self, place: usize, own: usize) -> Vec<f64> {
        let camps = 0..self.strengths.len();
        let mut pulls: Vec<f64> = camps.map(|camp| self.by_chance(place, camp, Some(own))).collect();
        self.edges_of(place).iter().for_each(|(camp, weight)| pulls[*camp] += weight);
        pulls
    }

    fn edges_of(&self, place: usize) -> &[(usize, f64)] {
        &self.edges[self.starts[place]..self.starts[place + 1]]
    }

    fn by_chance(&self, place: usize, camp: usize, own: Option<usize>) -> f64 {
        let strength = self.chance.strengths[place];
        let itself = if own == Some(camp) { self.chance.between(strength, strength) } else { 0.0 };
        itself - self.chance.between(strength, self.strengths[camp])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::camps::Camps;
    use crate::analysis::network::Member;
    use crate::analysis::partition::Lots;

    /// The definition, pair by pair.
    fn wanted(network: &SignedNetwork, camps: &Camps, place: usize, camp: usize) -> f64 {
        let chance = Chance::of(network, 1.0);
        let others = camps.camps()[camp].places.iter().filter(|other| **other != place);
        let gain = |&other: &usize| {
            network.weight(place, other).unwrap_or(0.0)
                - chance.between(chance.strengths[place], chance.strengths[other])
        };
        others.map(gain).sum()
    }

    #[test]
    fn pulls_and_mean_weights_are_those_of_going_through_all_pairs() {
        let mut lots = Lots::new(31);
        for _ in 0..40 {
            let count = 4 + lots.below(20);
            let members = (0..count).map(|at| Member::named(&at.to_string())).collect();
            let pairs = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
            let drawn = pairs.map(|(a, b)| (a, b, [0.0, 0.0, 1.0, -1.0, 2.5][lots.below(5)]));
            let drawn: Vec<_> = drawn.filter(|edge| edge.2 != 0.0).collect();
            let network = SignedNetwork::from_edges(members, drawn.iter().copied()).unwrap();
            let camps = Camps::of(&network);
            let number = camps.camps().len();
            for (place, camp) in (0..count).flat_map(|place| (0..number).map(move |camp| (place, camp))) {
                let found = camps.pull(place, camp).unwrap();
                assert!((found - wanted(&network, &camps, place, camp)).abs() < 1e-9);
                let own = camps.camp_of(place);
                assert!(own.is_none_or(|own| camps.pulls().of_each(place, own)[camp].to_bits() == found.to_bits()));
            }
            for (left, right) in (0..number).flat_map(|left| (0..number).map(move |right| (left, right))) {
                let is_of = |(a, b, _): &&(usize, usize, f64)| {
                    let of = [camps.camp_of(*a), camps.camp_of(*b)];
                    of == [Some(left), Some(right)] || of == [Some(right), Some(left)]
                };
                let weights: Vec<f64> = drawn.iter().filter(is_of).map(|edge| edge.2).collect();
                let found = camps.mean_weight(left, right);
                assert_eq!(found.is_some(), !weights.is_empty());
                let sum: f64 = weights.iter().sum();
                let mean = sum / crate::analysis::partition::real(weights.len());
                assert!(found.is_none_or(|found| (found - mean).abs() < 1e-9));
            }
            assert_eq!(
                (camps.pull(count, 0), camps.pull(0, number), camps.mean_weight(number, 0)),
                (None, None, None)
            );
        }
    }
}
