//! Betweenness: who lies on the shortest ways from friend to friend.

use crate::analysis::each::each;
use crate::analysis::partition::real;
use crate::analysis::signed::SignedNetwork;

use super::paths::{Crossing, Paths};

/// So many members' ways are held at a time, as a bound on memory.
const AT_A_TIME: usize = 256;

/// Betweenness: for how many pairs of others each member lies on the shortest way between them.
///
/// In a network of stances it is brokerage: high for who links those that have no agreement with each other but each with
/// it, so that word between camps would go by it. Ways lead over friendships alone, for enmities carry no word. It is no sign
/// of trust: whether anyone would go that way, [`mediators`](crate::position::Selection::mediators) tells more of.
///
/// `b(v) = sum over pairs {s, t} without v of p(s, t, v) / p(s, t)`, with `p` the number of shortest ways, and of those by `v`. From 0, for
/// who links nobody or has no friend, to `(n - 1)(n - 2) / 2` for `n` members, where it links all of them. Pairs that no way
/// joins count nothing. Lengths by [`Crossing::Weights`] are sums of rounded fractions: two ways whose lengths differ by a ten
/// thousand millionth or less are as long, and so edges whose lengths differ more than that factor are not told apart.
///
/// # Complexity
/// O(n m log n) time for `n` members and `m` positive edges, on all cores with the feature `parallel`; O(n + m) memory for each
/// of 256 members at a time. Members with more than 10³⁰⁸ shortest ways between them are counted as if they had that many.
///
/// # Source
/// Freeman (1977), A set of measures of centrality based on betweenness, Sociometry 40(1); Brandes (2001), A faster algorithm for
/// betweenness centrality, Journal of Mathematical Sociology 25(2).
///
/// # Example
/// ```
/// use stancegraph::analysis::{signed::SignedNetwork, standing::{Betweenness, Crossing}};
/// let network = SignedNetwork::from_names([
///     ("Chile", "Kenya", 1.0), ("Kenya", "Peru", 4.0), ("Chile", "Oman", 2.0), ("Oman", "Peru", 2.0), ("Chile", "Peru", -1.0),
/// ])?;
/// let of = |crossing| Betweenness::of(&network, crossing).values().to_vec();
/// // From Chile to Peru either way takes two steps, and from Kenya to Oman too; but the way by Oman, of stronger ties, is shorter.
/// assert_eq!(of(Crossing::Steps), [0.5, 0.5, 0.5, 0.5]);
/// assert_eq!(of(Crossing::Weights), [0.0, 0.0, 1.0, 1.0]);
/// # Ok::<(), stancegraph::analysis::signed::SignedError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Betweenness(Vec<f64>);

impl Betweenness {
    /// The betweenness of each member.
    pub fn of(network: &SignedNetwork, crossing: Crossing) -> Self {
        let mut sums = vec![0.0; network.len()];
        let starts: Vec<usize> = (0..network.len()).collect();
        for some in starts.chunks(AT_A_TIME) {
            // Added up in the order of the starts, so that threads change nothing.
            for shares in each(some, |&start| shares(&Paths::from(network, start, crossing))) {
                sums.iter_mut().zip(shares).for_each(|(sum, share)| *sum += share);
            }
        }
        // Each pair was met from both ends.
        Self(sums.into_iter().map(|sum| sum / 2.0).collect())
    }

    /// The number of pairs of each member, in the order of the members.
    pub fn values(&self) -> &[f64] {
        &self.0
    }

    /// The same as a share of all pairs of others, from 0 to 1. `None` for fewer than three members, who have no such pair.
    pub fn normalized(&self) -> Option<Vec<f64>> {
        let count = real(self.0.len());
        let pairs = (count - 1.0) * (count - 2.0) / 2.0;
        (self.0.len() > 2).then(|| self.0.iter().map(|value| value / pairs).collect())
    }
}

/// The share of each in the ways from one start: of those that it is on, as many as it comes before on.
fn shares(paths: &Paths) -> Vec<f64> {
    let mut shares = vec![0.0; paths.counts.len()];
    for &place in paths.order.iter().skip(1).rev() {
        for &before in &paths.before[place] {
            shares[before] += paths.counts[before] / paths.counts[place] * (1.0 + shares[place]);
        }
    }
    if let Some(&start) = paths.order.first() {
        shares[start] = 0.0;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::network::Member;
    use crate::analysis::partition::Lots;

    fn network(count: usize, edges: impl IntoIterator<Item = (usize, usize, f64)>) -> SignedNetwork {
        let members = (0..count).map(|number| Member::named(&format!("m{number}"))).collect();
        SignedNetwork::from_edges(members, edges).unwrap()
    }

    /// Every way without a circle from one to another, with its length in sixtieths.
    fn ways(
        network: &SignedNetwork,
        way: &mut Vec<usize>,
        end: usize,
        length: u64,
        found: &mut Vec<(u64, Vec<usize>)>,
    ) {
        let last = *way.last().unwrap();
        if last == end {
            found.push((length, way.clone()));
            return;
        }
        for to in network.neighbors(last) {
            if to.weight > 0.0 && !way.contains(&to.place) {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "weights divide sixty"
                )]
                let step = (60.0 / to.weight).round() as u64;
                way.push(to.place);
                ways(network, way, end, length + step, found);
                way.pop();
            }
        }
    }

    #[test]
    fn betweenness_is_that_of_listing_every_way_with_exact_lengths() {
        let mut lots = Lots::new(11);
        for round in 0..80 {
            let count = 1 + round % 7;
            let weights = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, -1.0, 0.0];
            let pairs: Vec<(usize, usize)> =
                (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b))).collect();
            let edges: Vec<(usize, usize, f64)> = pairs
                .iter()
                .map(|&(a, b)| (a, b, weights[lots.below(8)]))
                .filter(|edge| edge.2 != 0.0)
                .collect();
            let by_weight = network(count, edges.iter().copied());
            let by_steps = network(count, edges.iter().map(|&(a, b, weight)| (a, b, weight.signum())));
            for (told, crossing, counted) in
                [(&by_weight, Crossing::Weights, &by_weight), (&by_weight, Crossing::Steps, &by_steps)]
            {
                let mut wanted = vec![0.0; count];
                for &(start, end) in &pairs {
                    let mut all = Vec::new();
                    ways(counted, &mut vec![start], end, 0, &mut all);
                    let Some(shortest) = all.iter().map(|way| way.0).min() else { continue };
                    all.retain(|way| way.0 == shortest);
                    for way in &all {
                        way.1[1..way.1.len() - 1].iter().for_each(|&by| wanted[by] += 1.0 / real(all.len()));
                    }
                }
                let found = Betweenness::of(told, crossing);
                let is_close = found.values().iter().zip(&wanted).all(|(a, b)| (a - b).abs() < 1e-12);
                assert!(is_close, "{crossing} {edges:?} {found:?} {wanted:?}");
            }
        }
    }

    #[test]
    fn ways_that_differ_by_rounding_alone_are_as_long() {
        // Forty-nine steps of 1/49 are 0.9999999999999998 in floating point.
        let chain = (0..49).map(|at| (at, at + 1, 49.0));
        let found =
            Betweenness::of(&network(51, chain.chain([(0, 50, 2.0), (50, 49, 2.0)])), Crossing::Weights);
        let ends = network(51, (0..49).map(|at| (at, at + 1, 49.0)).chain([(0, 50, 2.0), (50, 49, 2.0)]));
        let paths = Paths::from(&ends, 0, Crossing::Weights);
        assert!((paths.counts[49] - 2.0).abs() < f64::EPSILON && found.values()[50] > 0.0);
    }

    #[test]
    fn a_thousand_forks_in_a_row_are_no_infinity() {
        let forks = (0..1100).flat_map(|at| {
            let first = 3 * at;
            [(first, first + 1), (first, first + 2), (first + 1, first + 3), (first + 2, first + 3)]
        });
        let network = network(3301, forks.map(|(a, b)| (a, b, 1.0)));
        let paths = Paths::from(&network, 0, Crossing::Steps);
        assert!(shares(&paths).iter().all(|share| share.is_finite()));
        assert_eq!(Betweenness::of(&self::network(2, []), Crossing::Steps).normalized(), None);
    }
}
