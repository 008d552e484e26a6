//! Signed networks: who stands with whom and who against whom, each pair once, with a weight.

use std::collections::{BTreeMap, BTreeSet};

use super::network::{Aggregation, Edge, Member, Mode, Network};

/// An undirected network whose edges have a sign: above 0 the ends stand together, below 0 against each other.
///
/// Members keep their places and their order. No edge is a loop, none has weight 0, and no two join the same pair: no edge
/// at all says that nothing is known of a pair, not that it is neutral.
///
/// # Source
/// Harary (1953), On the notion of balance of a signed graph, Michigan Mathematical Journal 2(2).
///
/// # Example
/// ```
/// use stancegraph::{datasets, position::{Lens, Selection}};
/// use stancegraph::analysis::{network::{Aggregation, Networks, Nodes}, signed::SignedNetwork};
/// let selection = Selection::new(datasets::es_11_1()?, Lens::default());
/// let network = Networks::of(&selection).nodes(Nodes::Nations).aggregation(Aggregation::Subtract).network()?;
/// let signed = SignedNetwork::of(&network)?;
/// let place = |key: &str| signed.place(key).unwrap();
/// assert_eq!(signed.weight(place("FRA"), place("DEU")), Some(1.0));
/// assert_eq!(signed.weight(place("FRA"), place("RUS")), Some(-1.0));
/// // An edge is an edge of the network it was made of, and leads to the statements behind it.
/// let edge = signed.edges().next().unwrap();
/// assert_eq!(network.behind(&edge)[0].common.key, "un-es-11-1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct SignedNetwork {
    members: Vec<Member>,
    /// Where the neighbors of each member begin, and where the last ones end.
    starts: Vec<usize>,
    neighbors: Vec<Neighbor>,
}

/// The other end of an edge, as seen from a member.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbor {
    /// The place of the other end among the members.
    pub place: usize,
    /// The weight of the edge: finite, and not 0.
    pub weight: f64,
}

/// Members and edges that make no signed network.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SignedError {
    /// The network joins two sorts of nodes.
    #[error(
        "a two-mode network joins holders to targets and has no signs between nodes of one sort; write `.mode(Mode::Holders)` or `.mode(Mode::Targets)`"
    )]
    TwoMode,
    /// Two members have one key.
    #[error("the members {first} and {second} both have the key `{key}`; give each a key of its own")]
    Twice {
        /// The key.
        key: String,
        /// The place of the one.
        first: usize,
        /// The place of the other.
        second: usize,
    },
    /// An edge names a place where no member is.
    #[error("the edge {left} - {right} names a place beyond the {count} members; places run from 0")]
    Place {
        /// One end.
        left: usize,
        /// The other end.
        right: usize,
        /// How many members there are.
        count: usize,
    },
    /// An edge joins a member to itself.
    #[error("the edge `{key}` - `{key}` joins a member to itself; leave it out")]
    Loop {
        /// The member.
        key: String,
    },
    /// A weight without a sign.
    #[error(
        "the edge `{left}` - `{right}` has the weight {weight}; write a finite number other than 0, or leave it out"
    )]
    Weight {
        /// One end.
        left: String,
        /// The other end.
        right: String,
        /// The weight.
        weight: f64,
    },
    /// Two edges join one pair.
    #[error("the edge `{left}` - `{right}` is there twice; add the weights up, or leave one out")]
    Pair {
        /// One end.
        left: String,
        /// The other end.
        right: String,
    },
}

/// How near weights are that differ by rounding alone, as a share of the greater.
const SAME: f64 = 1e-12;

impl SignedNetwork {
    /// The signs of a network of nodes of one sort: members are its rows, edges its edges.
    ///
    /// Signs are those of `subtract`. The weights of `congruence` are all above 0; those of `conflict`, which are as
    /// well, count as below 0, since they tell how far two are apart. With `ignore` all are above 0 and tell of common
    /// matters, not of agreement.
    ///
    /// # Errors
    /// [`SignedError::TwoMode`] for a network of two sorts of nodes.
    ///
    /// # Complexity
    /// O(n + m) for `n` members and `m` edges.
    pub fn of(network: &Network) -> Result<Self, SignedError> {
        let settings = network.settings();
        if settings.mode == Mode::TwoMode {
            return Err(SignedError::TwoMode);
        }
        let sign = if settings.aggregation == Aggregation::Conflict { -1.0 } else { 1.0 };
        let edges = network.edges().iter();
        let edges = edges.map(|edge| (edge.row as usize, edge.column as usize, sign * edge.weight));
        Self::from_edges(network.rows().to_vec(), edges)
    }

    /// Members, and edges by the places of their ends, in any order.
    ///
    /// # Errors
    /// [`SignedError`] for a key that two members have, and an edge with a place out of range, to itself, with a weight that
    /// is 0 or not finite, or between a pair that has one already.
    ///
    /// # Complexity
    /// O(n log n + m log m) for `n` members and `m` edges.
    ///
    /// # Example
    /// ```
    /// use stancegraph::analysis::{network::Member, signed::SignedNetwork};
    /// let members = || ["Chile", "Kenya", "Peru"].map(Member::named).to_vec();
    /// let network = SignedNetwork::from_edges(members(), [(0, 2, 3.0), (1, 0, -1.0)])?;
    /// assert_eq!(network.edges().map(|edge| (edge.row, edge.column)).collect::<Vec<_>>(), [(0, 1), (0, 2)]);
    /// let told = SignedNetwork::from_edges(members(), [(1, 1, 1.0)]).unwrap_err().to_string();
    /// assert_eq!(told, "the edge `Kenya` - `Kenya` joins a member to itself; leave it out");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_edges(
        members: Vec<Member>,
        edges: impl IntoIterator<Item = (usize, usize, f64)>,
    ) -> Result<Self, SignedError> {
        check_keys(&members)?;
        let mut ends = Vec::new();
        for (left, right, weight) in edges {
            check_edge(&members, left, right, weight)?;
            ends.extend([(left, right, weight), (right, left, weight)]);
        }
        ends.sort_by_key(|(left, right, _)| (*left, *right));
        let same = |pair: &[(usize, usize, f64)]| {
            pair.first()
                .zip(pair.last())
                .filter(|(one, next)| (one.0, one.1) == (next.0, next.1))
                .map(|(one, _)| *one)
        };
        if let Some((left, right, _)) = ends.windows(2).find_map(same) {
            let [left, right] = [left, right].map(|end| members[end].key.clone());
            return Err(SignedError::Pair { left, right });
        }
        let starts = (0..=members.len()).map(|place| ends.partition_point(|end| end.0 < place)).collect();
        let neighbors = ends.into_iter().map(|(_, place, weight)| Neighbor { place, weight }).collect();
        Ok(Self { members, starts, neighbors })
    }

    /// Edges by the names of their ends; members are all that an edge names, in the order of their names.
    ///
    /// # Errors
    /// As [`from_edges`](Self::from_edges).
    pub fn from_names<'a>(
        edges: impl IntoIterator<Item = (&'a str, &'a str, f64)>,
    ) -> Result<Self, SignedError> {
        let edges: Vec<(&str, &str, f64)> = edges.into_iter().collect();
        let names: BTreeSet<&str> = edges.iter().flat_map(|(left, right, _)| [*left, *right]).collect();
        let places: BTreeMap<&str, usize> = names.iter().copied().zip(0..).collect();
        let members = names.iter().map(|name| Member::named(name)).collect();
        Self::from_edges(
            members,
            edges.iter().map(|(left, right, weight)| (places[left], places[right], *weight)),
        )
    }

    /// The members, in their order; a place is a number in this list.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is no member.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The place of the member with a key; `None` where there is none. O(n).
    pub fn place(&self, key: &str) -> Option<usize> {
        self.members.iter().position(|member| member.key == key)
    }

    /// The edges, each once, the end of the lower place first, by their ends: those of the network it was made of, for
    /// [`Network::behind`].
    pub fn edges(&self) -> impl Iterator<Item = Edge> + '_ {
        let place = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        (0..self.len()).flat_map(move |row| {
            let later = self.neighbors(row).iter().filter(move |neighbor| neighbor.place > row);
            later.map(move |to| Edge { row: place(row), column: place(to.place), weight: to.weight })
        })
    }

    /// How many edges there are.
    pub fn edge_count(&self) -> usize {
        self.neighbors.len() / 2
    }

    /// Whom a member has an edge to, in order of place; nobody for a place where no member is.
    pub fn neighbors(&self, place: usize) -> &[Neighbor] {
        let ends = self.starts.get(place).copied().zip(self.starts.get(place + 1).copied());
        ends.and_then(|(start, end)| self.neighbors.get(start..end)).unwrap_or_default()
    }

    /// The weight between two members; `None` where there is no edge. O(log n).
    pub fn weight(&self, left: usize, right: usize) -> Option<f64> {
        let neighbors = self.neighbors(left);
        let at = neighbors.binary_search_by_key(&right, |neighbor| neighbor.place).ok()?;
        neighbors.get(at).map(|neighbor| neighbor.weight)
    }

    /// The same network with each weight less a level: agreement beyond the level stays above 0, less agreement falls below. An
    /// edge of just that weight is left out, up to the rounding of a mean, and so is one that the level makes no finite number;
    /// who has no edge has none.
    #[must_use]
    pub fn less(&self, level: f64) -> Self {
        let mut less = Self { members: self.members.clone(), starts: vec![0], neighbors: Vec::new() };
        for place in 0..self.len() {
            let differs =
                |to: &&Neighbor| (to.weight - level).abs() > SAME * to.weight.abs().max(level.abs());
            let other = self.neighbors(place).iter().filter(differs);
            let weighed = other.map(|to| Neighbor { weight: to.weight - level, ..*to });
            less.neighbors.extend(weighed.filter(|to| to.weight.is_finite()));
            less.starts.push(less.neighbors.len());
        }
        less
    }

    /// The mean weight of the edges; `None` where there is none.
    pub fn mean_weight(&self) -> Option<f64> {
        let sum: f64 = self.edges().map(|edge| edge.weight).sum();
        (self.edge_count() > 0).then(|| sum / super::partition::real(self.edge_count()))
    }

    /// The same network among some of its members, by places in ascending order; others are left out.
    pub(crate) fn among(&self, places: &[usize]) -> Self {
        let mut own = Self { members: Vec::new(), starts: vec![0], neighbors: Vec::new() };
        for &place in places {
            own.members.extend(self.members.get(place).cloned());
            let kept = self.neighbors(place).iter().filter_map(|to| {
                let place = places.binary_search(&to.place).ok()?;
                Some(Neighbor { place, weight: to.weight })
            });
            own.neighbors.extend(kept);
            own.starts.push(own.neighbors.len());
        }
        own
    }

    /// The sums of the weights above 0 and, without their sign, of those below 0, at a member.
    pub fn strength(&self, place: usize) -> (f64, f64) {
        let add = |(positive, negative): (f64, f64), to: &Neighbor| {
            if to.weight > 0.0 { (positive + to.weight, negative) } else { (positive, negative - to.weight) }
        };
        self.neighbors(place).iter().fold((0.0, 0.0), add)
    }
}

fn check_keys(members: &[Member]) -> Result<(), SignedError> {
    let mut known = BTreeMap::new();
    for (second, member) in members.iter().enumerate() {
        if let Some(first) = known.insert(member.key.as_str(), second) {
            return Err(SignedError::Twice { key: member.key.clone(), first, second });
        }
    }
    Ok(())
}

fn check_edge(members: &[Member], left: usize, right: usize, weight: f64) -> Result<(), SignedError> {
    let [Some(one), Some(other)] =
        [left, right].map(|place| members.get(place).map(|found| found.key.clone()))
    else {
        return Err(SignedError::Place { left, right, count: members.len() });
    };
    if left == right {
        return Err(SignedError::Loop { key: one });
    }
    if !weight.is_finite() || weight == 0.0 {
        return Err(SignedError::Weight { left: one, right: other, weight });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::network::{CodedStatement, Coding, Level, Scale, Settings};

    fn told(edges: &[(usize, usize, f64)]) -> String {
        let members = ["Chile", "Kenya", "Peru"].map(Member::named).to_vec();
        SignedNetwork::from_edges(members, edges.iter().copied()).unwrap_err().to_string()
    }

    #[test]
    fn a_wrong_edge_is_named_with_what_to_write() {
        assert_eq!(
            told(&[(0, 3, 1.0)]),
            "the edge 0 - 3 names a place beyond the 3 members; places run from 0"
        );
        assert_eq!(
            told(&[(0, 1, 0.0)]),
            "the edge `Chile` - `Kenya` has the weight 0; write a finite number other than 0, or leave it out"
        );
        assert!(told(&[(0, 1, f64::NAN)]).contains("weight NaN"));
        assert_eq!(
            told(&[(0, 1, 1.0), (2, 1, 1.0), (1, 0, 2.0)]),
            "the edge `Chile` - `Kenya` is there twice; add the weights up, or leave one out"
        );
        let twins = ["Chile", "Chile"].map(Member::named).to_vec();
        let twice = SignedNetwork::from_edges(twins, []).unwrap_err().to_string();
        assert_eq!(twice, "the members 0 and 1 both have the key `Chile`; give each a key of its own");
    }

    #[test]
    fn conflict_is_below_zero_and_two_modes_are_refused() {
        let mut coding = Coding::new(Scale::sides());
        for (id, holder, favor) in [(1, "Chile", true), (2, "Kenya", false)] {
            let level = Level::Favor(favor);
            let statement = CodedStatement {
                id,
                holder,
                target: "tax",
                level,
                time: None,
                document: None,
                place: (0, 0),
            };
            coding.add(statement).unwrap();
        }
        let mut settings = Settings { aggregation: Aggregation::Conflict, ..Settings::default() };
        let signed = SignedNetwork::of(&coding.network(&settings).unwrap()).unwrap();
        assert_eq!(signed.weight(1, 0), Some(-1.0));
        assert_eq!(signed.strength(0), (0.0, 1.0));
        (settings.mode, settings.aggregation) = (Mode::TwoMode, Aggregation::Ignore);
        let refused = SignedNetwork::of(&coding.network(&settings).unwrap());
        assert_eq!(refused, Err(SignedError::TwoMode));
    }

    #[test]
    fn a_level_that_all_weights_are_at_leaves_nothing() {
        for weight in [1.0 / 3.0, 0.1, 2.7] {
            let names = ["a", "b", "c", "d", "e"];
            let pairs =
                (0..5).flat_map(|left| (left + 1..5).map(move |right| (names[left], names[right], weight)));
            let network = SignedNetwork::from_names(pairs).unwrap();
            assert_eq!(network.less(network.mean_weight().unwrap()).edge_count(), 0, "all weigh {weight}");
        }
        let uneven = SignedNetwork::from_names([("a", "b", 0.25), ("b", "c", 0.75)]).unwrap();
        assert_eq!(uneven.less(0.5).weight(0, 1), Some(-0.25));
    }

    #[test]
    fn every_edge_is_seen_from_both_ends() {
        let network = SignedNetwork::from_names([("b", "a", -2.0), ("c", "b", 1.0)]).unwrap();
        assert_eq!(network.weight(0, 1), network.weight(1, 0));
        assert_eq!(network.neighbors(1).len(), 2);
        assert_eq!((network.edge_count(), network.edges().count()), (2, 2));
        assert!(network.neighbors(7).is_empty() && network.weight(0, 2).is_none());
    }
}
