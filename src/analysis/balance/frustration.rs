//! How far a network is from two factions.

use crate::analysis::network::Edge;
use crate::analysis::partition::{Gains, best_partition};
use crate::analysis::signed::SignedNetwork;
use crate::model::word::code_words;

use super::{cycles, switching};

/// How many steps the search for a proof may take where nobody says.
const BUDGET: u64 = 1_000_000;

/// Above so many members joined to each other no proof is tried; the bounds then are those of cycles and of trial.
const MOST: usize = 100;

/// What counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weighing {
    /// Each edge as one, by its sign alone: the frustration index, or line index of balance.
    #[default]
    Edges,
    /// Each edge by its weight without its sign.
    Weights,
}

code_words!(Weighing, "weighing", { Edges = 0 "edges", Weights = 1 "weights" });

impl Weighing {
    fn weigh(self, weight: f64) -> f64 {
        match self {
            Self::Edges => weight.signum(),
            Self::Weights => weight,
        }
    }
}

/// How many edges, or how much weight, would have to change sign or go for a network to be two factions, with only
/// positive edges within and only negative ones between.
///
/// With `s(i)` the faction of `i`, it is the least over all `s` of the sum of `|w(i,j)|` over edges that are positive where
/// `s(i) != s(j)` or negative where `s(i) = s(j)`. From 0, in balance, to at most half of all edges or weight. No edge
/// adds nothing: nothing known is nothing frustrated.
///
/// Finding it is NP-hard. What was found is always between two bounds; they are the same, and
/// [`is_exact`](Self::is_exact) holds, where the search came to an end.
///
/// # Source
/// Harary (1959), On the measurement of structural balance, Behavioral Science 4(4); Aref and Wilson (2019), Balance and
/// frustration in signed networks, Journal of Complex Networks 7(2).
///
/// # Example
/// ```
/// use stancegraph::analysis::{balance::{Frustration, Weighing}, signed::SignedNetwork};
/// let network = SignedNetwork::from_names([
///     ("Chile", "Kenya", 3.0), ("Chile", "Peru", -1.0), ("Ghana", "Peru", 2.0), ("Ghana", "Kenya", 0.5),
/// ])?;
/// let frustration = Frustration::of(&network, Weighing::Edges);
/// assert!(frustration.is_exact());
/// assert_eq!(frustration.upper, 1.0, "one friendship or enmity too many");
/// let weighed = Frustration::of(&network, Weighing::Weights);
/// let keys = |places: &[usize]| places.iter().map(|&at| network.members()[at].key.clone()).collect::<Vec<_>>();
/// assert_eq!(weighed.factions.each_ref().map(|places| keys(places)), [["Chile", "Kenya"], ["Ghana", "Peru"]]);
/// assert_eq!((weighed.upper, weighed.edges[0].weight), (0.5, 0.5), "Ghana and Kenya are on different sides");
/// # Ok::<(), stancegraph::analysis::signed::SignedError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Frustration {
    /// No two factions have less.
    pub lower: f64,
    /// What the factions told here have.
    pub upper: f64,
    /// The places of the members of both factions, in order; the first one has the first member.
    pub factions: [Vec<usize>; 2],
    /// The frustrated edges: positive between the factions or negative within one, by their ends.
    pub edges: Vec<Edge>,
    /// What counts.
    pub weighing: Weighing,
    /// How many edges there are, or their weight without signs.
    pub total: f64,
}

impl Frustration {
    /// The frustration of a network, searched for with a million steps.
    ///
    /// # Complexity
    /// As [`within`](Self::within).
    pub fn of(network: &SignedNetwork, weighing: Weighing) -> Self {
        Self::within(network, weighing, BUDGET)
    }

    /// The frustration, with at most so many steps of the search that proves it, shared by parts of the network that no
    /// edge joins. Steps are counted in the same order always: the same network gives the same result everywhere.
    ///
    /// # Complexity
    /// O(n² + m) for the factions of `n` members and `m` edges and O(f m) for the bound by cycles over `f` frustrated edges,
    /// as a rule; the proof takes O(n) a step, exponentially many in the worst case, and is tried for parts of up to 100
    /// members.
    pub fn within(network: &SignedNetwork, weighing: Weighing, budget: u64) -> Self {
        let weigh = |weight: f64| weighing.weigh(weight);
        let mut sides = switching::factions(network, weigh);
        let (mut lower, mut left) = (0.0, budget);
        for part in parts(network) {
            let bound = Part { network, places: &part, weighing }.settle(&mut sides, &mut left);
            lower += bound;
        }
        let upper = switching::frustration(network, &sides, weigh);
        let total = network.edges().map(|edge| weigh(edge.weight).abs()).sum();
        // Sums in another order differ by rounding: what is as near is the same.
        let lower = if lower >= upper - 1e-12 * total { upper } else { lower };
        Self::told(network, &sides, weighing, (lower, upper, total))
    }

    fn told(network: &SignedNetwork, sides: &[bool], weighing: Weighing, sums: (f64, f64, f64)) -> Self {
        let first = sides.first().copied();
        let of =
            |is_first: bool| (0..sides.len()).filter(|&at| (Some(sides[at]) == first) == is_first).collect();
        let is_frustrated = |edge: &Edge| {
            switching::is_frustrated(sides, edge.row as usize, edge.column as usize, edge.weight)
        };
        Self {
            // An empty sum is -0.
            lower: sums.0 + 0.0,
            upper: sums.1 + 0.0,
            total: sums.2 + 0.0,
            factions: [of(true), of(false)],
            edges: network.edges().filter(is_frustrated).collect(),
            weighing,
        }
    }

    /// Whether it is proved that no two factions have less frustration than these.
    #[expect(
        clippy::float_cmp,
        reason = "the lower bound is set to the upper one where the search came to its end"
    )]
    pub fn is_exact(&self) -> bool {
        self.lower == self.upper
    }

    /// `1 - 2 f / m` with `f` the frustration and `m` all edges, or all weight: from 0, as frustrated as can be, to 1,
    /// in balance. Where the frustration is not exact, balance is at least this. `None` without an edge.
    pub fn balance(&self) -> Option<f64> {
        (self.total > 0.0).then(|| 1.0 - 2.0 * self.upper / self.total)
    }
}

/// Members whom edges join to each other.
struct Part<'n> {
    network: &'n SignedNetwork,
    places: &'n [usize],
    weighing: Weighing,
}

impl Part<'_> {
    /// Improves the sides of its members where they are not the best, and tells a bound on their frustration.
    fn settle(&self, sides: &mut [bool], left: &mut u64) -> f64 {
        let (own, positive) = self.own();
        let found: Vec<bool> = self.places.iter().map(|&place| sides[place]).collect();
        let weigh = |weight: f64| self.weighing.weigh(weight);
        let bound = cycles::least(&own, &found, weigh);
        let upper = switching::frustration(&own, &found, weigh);
        if bound >= upper - 1e-12 * positive || own.len() > MOST || *left == 0 {
            return bound;
        }
        let gains = Gains::of(own.len(), |left, right| own.weight(left, right).map_or(0.0, weigh));
        let labels: Vec<usize> = found.iter().map(|&side| usize::from(side)).collect();
        let best = best_partition(&gains, 2, &labels, *left);
        *left = left.saturating_sub(best.steps);
        self.places.iter().zip(&best.labels).for_each(|(&place, &label)| sides[place] = label == 1);
        bound.max(positive - best.ceiling)
    }

    /// The part as a network of its own, and the weight of its positive edges: frustration is that less what is gained by
    /// weights within factions.
    fn own(&self) -> (SignedNetwork, f64) {
        let own = self.network.among(self.places);
        let positive =
            own.edges().map(|edge| self.weighing.weigh(edge.weight)).filter(|weight| *weight > 0.0).sum();
        (own, positive)
    }
}

/// The parts of a network that no edge joins, each in order, those of the first members first.
fn parts(network: &SignedNetwork) -> Vec<Vec<usize>> {
    let mut is_seen = vec![false; network.len()];
    let mut parts = Vec::new();
    for start in 0..network.len() {
        if std::mem::replace(&mut is_seen[start], true) {
            continue;
        }
        let (mut part, mut next) = (vec![start], 0);
        while let Some(&place) = part.get(next) {
            next += 1;
            for to in network.neighbors(place) {
                if !std::mem::replace(&mut is_seen[to.place], true) {
                    part.push(to.place);
                }
            }
        }
        part.sort_unstable();
        parts.push(part);
    }
    parts
}
