//! How much more a partition holds together than chance would.

use crate::analysis::partition::Gains;
use crate::analysis::signed::SignedNetwork;

/// What chance would give each pair: positive and negative weight apart, each in proportion to the strength of both.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Chance {
    /// The positive and the negative strength of each member.
    pub(super) strengths: Vec<[f64; 2]>,
    /// `resolution / 2w+` and `resolution / 2w-`; 0 where there is no such weight.
    pub(super) scales: [f64; 2],
    /// `2w+ + 2w-`.
    pub(super) total: f64,
}

impl Chance {
    pub(super) fn of(network: &SignedNetwork, resolution: f64) -> Self {
        let strengths: Vec<[f64; 2]> =
            (0..network.len()).map(|place| <[f64; 2]>::from(network.strength(place))).collect();
        let sums = strengths.iter().fold([0.0, 0.0], |sums, one| [sums[0] + one[0], sums[1] + one[1]]);
        let scales = sums.map(|sum| if sum > 0.0 { resolution / sum } else { 0.0 });
        Self { strengths, scales, total: sums[0] + sums[1] }
    }

    /// Nothing is left to chance.
    pub(super) fn none(network: &SignedNetwork) -> Self {
        Self { scales: [0.0, 0.0], ..Self::of(network, 1.0) }
    }

    /// What chance gives two groups of these strengths.
    pub(super) fn between(&self, left: [f64; 2], right: [f64; 2]) -> f64 {
        left[0] * right[0] * self.scales[0] - left[1] * right[1] * self.scales[1]
    }

    /// What each two members gain by being in one camp.
    pub(super) fn gains(&self, network: &SignedNetwork) -> Gains {
        let mut gains = Gains::of(network.len(), |left, right| {
            -self.between(self.strengths[left], self.strengths[right])
        });
        for edge in network.edges() {
            let (left, right) = (edge.row as usize, edge.column as usize);
            gains.set(left, right, gains.row(left)[right] + edge.weight);
        }
        gains
    }

    /// The modularity of a partition into camps, or, with nothing left to chance, its sum of weights within camps as a
    /// share of all weight; `None` without an edge.
    pub(super) fn modularity(&self, network: &SignedNetwork, labels: &[usize]) -> Option<f64> {
        let label = |place: usize| labels.get(place).copied();
        let within = network.edges().filter(|edge| label(edge.row as usize) == label(edge.column as usize));
        let weight: f64 = within.map(|edge| 2.0 * edge.weight).sum();
        let mut sums = vec![[0.0, 0.0]; labels.iter().max().map_or(0, |most| most + 1)];
        for (label, strength) in labels.iter().zip(&self.strengths) {
            sums[*label] = [sums[*label][0] + strength[0], sums[*label][1] + strength[1]];
        }
        let chance: f64 = sums.iter().map(|sum| self.between(*sum, *sum)).sum();
        (self.total > 0.0).then(|| (weight - chance) / self.total)
    }
}

/// The signed modularity of a partition, given as the number of the camp of each member.
///
/// With `w+` the positive weights and `w-` the negative ones without their sign, `k` the strengths, `2w` their sums, and
/// `g` the resolution:
///
/// `Q = 1 / (2w+ + 2w-) · sum_ij [w_ij - g (k+_i k+_j / 2w+ - k-_i k-_j / 2w-)] [c_i = c_j]`
///
/// From -1 to 1. Positive edges within camps add to it, and so do negative ones between them; all members in one camp have
/// `Q = 0` at resolution 1. Without negative edges it is the modularity of Newman and Girvan. `None` without an edge,
/// and where the number of labels is not that of the members.
///
/// # Complexity
/// O(n + m) for `n` members and `m` edges, O(highest label) memory.
///
/// # Source
/// Gómez, Jensen and Arenas (2009), Analysis of community structure in networks of correlated data, Physical Review E 80.
///
/// # Example
/// ```
/// use stancegraph::analysis::{camps::modularity, signed::SignedNetwork};
/// let network = SignedNetwork::from_names([
///     ("Chile", "Kenya", 1.0), ("Ghana", "Peru", 1.0), ("Chile", "Ghana", -1.0), ("Kenya", "Peru", -1.0),
/// ])?;
/// assert_eq!(modularity(&network, &[0, 1, 0, 1], 1.0), Some(0.5), "Chile and Kenya against Ghana and Peru");
/// assert_eq!(modularity(&network, &[0, 0, 0, 0], 1.0), Some(0.0));
/// # Ok::<(), stancegraph::analysis::signed::SignedError>(())
/// ```
pub fn modularity(network: &SignedNetwork, camps: &[usize], resolution: f64) -> Option<f64> {
    let labels = crate::analysis::partition::canonical_of_any(camps);
    let fits = labels.len() == network.len();
    fits.then(|| Chance::of(network, resolution).modularity(network, &labels)).flatten()
}
