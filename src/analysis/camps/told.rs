//! Camps as they are told.

use std::collections::BTreeMap;

use crate::analysis::network::Member;
use crate::analysis::partition::real;
use crate::analysis::signed::SignedNetwork;

use super::modularity::Chance;
use super::pulls::Pulls;
use super::search::CampSearch;

/// Two or more members who stand together.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Camp {
    /// The places of its members, in order.
    pub places: Vec<usize>,
    /// The mean weight of the edges within it. `None` where none of its members has an edge to another: [common
    /// enemies](super::CommonEnemies) alone hold it together.
    pub cohesion: Option<f64>,
}

/// A member who could as well be in another camp, or nearly.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Between {
    /// The place of the member.
    pub place: usize,
    /// Its camp.
    pub own: usize,
    /// The other camp that draws it most.
    pub other: usize,
    /// The pull of the other camp divided by that of its own, from 0 to 1.
    pub share: f64,
}

/// The camps of a network: the largest first, of one size that of the first member first.
///
/// Every member is in one camp or unattached. Places are those of the network, whose edges lead to statements.
#[derive(Debug, Clone, PartialEq)]
pub struct Camps {
    members: Vec<Member>,
    list: Vec<Camp>,
    unattached: Vec<usize>,
    /// The camp of each member.
    of: Vec<Option<usize>>,
    pulls: Pulls,
    /// The sum and the number of the weights between each two camps that have any, and within each; the lower number first.
    weights: BTreeMap<(usize, usize), (f64, usize)>,
    modularity: Option<f64>,
    fit: Option<f64>,
    resolution: f64,
    is_certified: bool,
}

impl Camps {
    /// The camps of a network at resolution 1, as [`CampSearch::find`] looks for them by default.
    pub fn of(network: &SignedNetwork) -> Self {
        CampSearch::default().find(network)
    }

    /// The members of the network.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The camps, by size, then by place of the first member.
    pub fn camps(&self) -> &[Camp] {
        &self.list
    }

    /// The members of a camp, in order; nobody for a number that no camp has.
    pub fn members_of(&self, camp: usize) -> impl Iterator<Item = &Member> + '_ {
        self.list
            .get(camp)
            .into_iter()
            .flat_map(|camp| &camp.places)
            .filter_map(|&place| self.members.get(place))
    }

    /// The camp of a member; `None` for one that is unattached.
    pub fn camp_of(&self, place: usize) -> Option<usize> {
        self.of.get(place).copied().flatten()
    }

    /// The places of members in no camp: with no edge, or better off alone than with anyone. That is no camp of its own.
    pub fn unattached(&self) -> &[usize] {
        &self.unattached
    }

    /// The [`modularity`](super::modularity()) of the camps at their resolution; `None` without an edge.
    pub const fn modularity(&self) -> Option<f64> {
        self.modularity
    }

    /// The share of all weight that is positive within camps or negative between them, who is unattached being a camp alone:
    /// from 0 to 1. 1 less this is how frustrated the camps are. `None` without an edge.
    pub const fn fit(&self) -> Option<f64> {
        self.fit
    }

    /// The resolution that they were found at; 1 where they were found by balance.
    pub const fn resolution(&self) -> f64 {
        self.resolution
    }

    /// Whether it is proved that no other partition has a higher quality, of what they were looked for by. It is not where
    /// members that share nothing but enemies were told apart.
    pub const fn is_certified(&self) -> bool {
        self.is_certified
    }

    /// The mean weight of the edges between two camps, or of those within one. `None` where there is none.
    ///
    /// # Complexity
    /// O(log p) for `p` pairs of camps with an edge.
    pub fn mean_weight(&self, left: usize, right: usize) -> Option<f64> {
        let (sum, edges) = self.weights.get(&(left.min(right), left.max(right)))?;
        Some(sum / real(*edges))
    }

    /// How far two camps are apart: `(c_a + c_b) / 2 - b`, with `c` the cohesion of each and `b` the mean weight between
    /// them.
    ///
    /// In units of weight: 0 where members of both stand with each other as they do among themselves, 2 where all edges
    /// within weigh 1 and all between -1. `None` where one of the three is not known.
    pub fn distance(&self, left: usize, right: usize) -> Option<f64> {
        let within = f64::midpoint(self.mean_weight(left, left)?, self.mean_weight(right, right)?);
        Some(within - self.mean_weight(left, right)?)
    }

    /// What a member adds to a camp, or would add if it were in it: the sum over the camp's other members `j` of
    /// `w_ij - g (k+_i k+_j / 2w+ - k-_i k-_j / 2w-)`, as in [`modularity`](super::modularity()), or of `w_ij` alone where camps were found by
    /// balance. In units of weight; below 0
    /// where chance would have it stand with them more than it does. `None` where there is no such member or camp.
    ///
    /// # Complexity
    /// O(log d + e) for the member's `d` edges, of which `e` lead to the camp.
    pub fn pull(&self, place: usize, camp: usize) -> Option<f64> {
        let is_there = place < self.members.len() && camp < self.list.len();
        is_there.then(|| self.pulls.of(place, camp, self.camp_of(place)))
    }

    /// Who stands between camps: members whom another camp pulls at least this share as strongly as their own, the nearest
    /// to leaving first, of equals the first.
    ///
    /// # Complexity
    /// O(n · camps + m) for `n` members and `m` edges: chance may have a member stand with a camp that it has no edge to.
    pub fn between(&self, share: f64) -> Vec<Between> {
        let of = |place: usize| {
            let own = self.camp_of(place)?;
            let back = self.pull(place, own).filter(|back| *back > 0.0)?;
            let pulls = self.pulls.of_each(place, own).into_iter().enumerate();
            let others = pulls.filter(|(camp, _)| *camp != own);
            let (other, pull) = others.reduce(|best, one| if one.1 > best.1 { one } else { best })?;
            Some(Between { place, own, other, share: (pull / back).clamp(0.0, 1.0) })
                .filter(|_| pull >= share * back)
        };
        let mut found: Vec<Between> = (0..self.members.len()).filter_map(of).collect();
        found.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.place.cmp(&b.place)));
        found
    }

    #[cfg(test)]
    pub(super) const fn pulls(&self) -> &Pulls {
        &self.pulls
    }

    pub(super) fn told(
        network: &SignedNetwork,
        chance: &Chance,
        resolution: f64,
        labels: &[usize],
        is_certified: bool,
    ) -> Self {
        let (groups, unattached) = groups(labels);
        let mut of = vec![None; network.len()];
        for (camp, places) in groups.iter().enumerate() {
            for &place in places {
                of[place] = Some(camp);
            }
        }
        let weights = weights(network, &of);
        let mut told = Self {
            members: network.members().to_vec(),
            list: Vec::new(),
            unattached,
            pulls: Pulls::new(network, chance, &of, &groups),
            of,
            weights,
            modularity: Chance::of(network, resolution).modularity(network, labels),
            fit: fit(network, labels),
            resolution,
            is_certified,
        };
        told.list = groups.into_iter().map(|places| Camp { places, cohesion: None }).collect();
        let cohesions: Vec<_> = (0..told.list.len()).map(|camp| told.mean_weight(camp, camp)).collect();
        told.list.iter_mut().zip(cohesions).for_each(|(camp, cohesion)| camp.cohesion = cohesion);
        told
    }
}

/// Those of two or more in order, and those who are alone.
fn groups(labels: &[usize]) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut groups = vec![Vec::new(); labels.iter().max().map_or(0, |most| most + 1)];
    labels.iter().enumerate().for_each(|(place, &label)| groups[label].push(place));
    let (mut camps, alone): (Vec<Vec<usize>>, Vec<Vec<usize>>) =
        groups.into_iter().filter(|places| !places.is_empty()).partition(|places| places.len() > 1);
    camps.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    let mut alone = alone.concat();
    alone.sort_unstable();
    (camps, alone)
}

fn fit(network: &SignedNetwork, labels: &[usize]) -> Option<f64> {
    let (mut fitting, mut total) = (0.0, 0.0);
    for edge in network.edges() {
        total += edge.weight.abs();
        if (edge.weight > 0.0) == (labels[edge.row as usize] == labels[edge.column as usize]) {
            fitting += edge.weight.abs();
        }
    }
    (total > 0.0).then(|| fitting / total)
}

fn weights(network: &SignedNetwork, of: &[Option<usize>]) -> BTreeMap<(usize, usize), (f64, usize)> {
    let mut weights = BTreeMap::new();
    for edge in network.edges() {
        let (Some(left), Some(right)) = (of[edge.row as usize], of[edge.column as usize]) else { continue };
        let (sum, edges) = weights.entry((left.min(right), left.max(right))).or_insert((0.0, 0));
        *sum += edge.weight;
        *edges += 1;
    }
    weights
}
