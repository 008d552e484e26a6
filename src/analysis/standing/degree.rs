//! Degrees: how many friends and enemies each member has.

use crate::analysis::signed::SignedNetwork;

/// The friends and the enemies of a member, by number and by weight.
///
/// Whoever stands with many has many friends, whoever is opposed by many has many enemies; a member may have many of both, and
/// then no single number tells its standing. Which they are, [`SignedNetwork::neighbors`] tells, and a network the
/// statements behind each.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Degree {
    /// How many edges are positive.
    pub friends: usize,
    /// How many are negative.
    pub enemies: usize,
    /// The weight of the positive ones; 0 where there is none.
    pub friendship: f64,
    /// The weight of the negative ones without their sign; 0 where there is none.
    pub enmity: f64,
}

impl Degree {
    /// `p / (p + n)` for `p` friends and `n` enemies: from 0, enemies only, to 1, friends only. `None` for who has neither.
    ///
    /// # Source
    /// Schoch (2020), signnet: an R package to analyze signed networks.
    pub fn share(&self) -> Option<f64> {
        use crate::analysis::partition::real;
        let all = self.friends + self.enemies;
        (all > 0).then(|| real(self.friends) / real(all))
    }

    /// The weight of its friendships less that of its enmities; of any size, 0 for who has neither or as much of both.
    pub fn net(&self) -> f64 {
        self.friendship - self.enmity
    }
}

/// The friends and the enemies of each member, in the order of the members.
///
/// # Complexity
/// O(n + m) for `n` members and `m` edges.
///
/// # Example
/// ```
/// use stancegraph::analysis::{signed::SignedNetwork, standing::degrees};
/// let network = SignedNetwork::from_names([("Chile", "Kenya", 1.0), ("Chile", "Peru", 2.0), ("Chile", "Oman", -0.5)])?;
/// let chile = degrees(&network)[0];
/// assert_eq!((chile.friends, chile.enemies, chile.net()), (2, 1, 2.5));
/// assert_eq!(chile.share(), Some(2.0 / 3.0));
/// # Ok::<(), stancegraph::analysis::signed::SignedError>(())
/// ```
pub fn degrees(network: &SignedNetwork) -> Vec<Degree> {
    let degree = |place: usize| {
        let neighbors = network.neighbors(place);
        let friends = neighbors.iter().filter(|to| to.weight > 0.0).count();
        let (friendship, enmity) = network.strength(place);
        Degree { friends, enemies: neighbors.len() - friends, friendship, enmity }
    };
    (0..network.len()).map(degree).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::network::Member;

    #[test]
    fn who_has_no_edge_has_no_share() {
        let alone = SignedNetwork::from_edges(vec![Member::named("Chile")], []).unwrap();
        let found = degrees(&alone);
        assert_eq!((found.len(), found[0].share(), found[0].net()), (1, None, 0.0));
    }
}
