//! Centrality by friends and enemies.

use crate::analysis::partition::real;
use crate::analysis::signed::SignedNetwork;
use crate::analysis::symmetric::solved;

/// The PN centrality of each member, by the signs of the edges.
///
/// `PN = (I - A / (2 n - 2))⁻¹ 1` with `A = P - 2 N`, `P` the friendships and `N` the enmities as 0 and 1, and `n` members: a
/// friend adds, the more the better placed the friend is, and an enemy takes away twice as much. From -1 to 2; 1 for who has
/// no edge. `None` for fewer than two members, and for two enemies and nobody else, where the equations have no one solution.
///
/// # Complexity
/// O(n³) time, O(n²) memory.
///
/// # Source
/// Everett and Borgatti (2014), Networks containing negative ties, Social Networks 38.
///
/// # Example
/// ```
/// use stancegraph::analysis::{signed::SignedNetwork, standing::pn_centrality};
/// let network = SignedNetwork::from_names([("Chile", "Kenya", 1.0), ("Chile", "Peru", 1.0), ("Kenya", "Peru", -1.0)])?;
/// let standing = pn_centrality(&network).unwrap();
/// assert!(standing[0] > standing[1] && (standing[1] - standing[2]).abs() < 1e-12, "Chile has friends only");
/// # Ok::<(), stancegraph::analysis::signed::SignedError>(())
/// ```
pub fn pn_centrality(network: &SignedNetwork) -> Option<Vec<f64>> {
    let count = network.len();
    if count < 2 {
        return None;
    }
    let scale = 1.0 / (2.0 * real(count) - 2.0);
    let mut rows = vec![vec![0.0; count + 1]; count];
    for (place, row) in rows.iter_mut().enumerate() {
        row[place] = 1.0;
        row[count] = 1.0;
        for to in network.neighbors(place) {
            row[to.place] -= scale * if to.weight > 0.0 { 1.0 } else { -2.0 };
        }
    }
    solved(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::network::Member;

    #[test]
    fn two_enemies_have_no_centrality_and_every_other_small_network_has() {
        let of = |pairs: &[(&str, &str, f64)]| {
            pn_centrality(&SignedNetwork::from_names(pairs.iter().copied()).unwrap())
        };
        assert_eq!(of(&[("Chile", "Kenya", -1.0)]), None, "x + y = 1 twice");
        assert_eq!(of(&[("Chile", "Kenya", 1.0)]), Some(vec![2.0, 2.0]), "x - y / 2 = 1 twice");
        // x + (y + z) / 2 = 1 for all three.
        let enemies =
            of(&[("Chile", "Kenya", -1.0), ("Chile", "Peru", -1.0), ("Kenya", "Peru", -1.0)]).unwrap();
        assert!(enemies.iter().all(|value| (value - 0.5).abs() < 1e-12), "{enemies:?}");
    }

    #[test]
    fn the_values_are_those_that_are_published() {
        // The network and the values of the documentation of the R package signnet, where degrees tell nobody apart.
        const SIGNS: [[i8; 10]; 10] = [
            [0, 1, 0, 1, 0, 0, 0, -1, -1, 0],
            [1, 0, 1, -1, 1, -1, -1, 0, 0, 0],
            [0, 1, 0, 1, -1, 0, 0, 0, -1, 0],
            [1, -1, 1, 0, 1, -1, -1, 0, 0, 0],
            [0, 1, -1, 1, 0, 1, 0, -1, 0, -1],
            [0, -1, 0, -1, 1, 0, 1, 0, 1, -1],
            [0, -1, 0, -1, 0, 1, 0, 1, -1, 1],
            [-1, 0, 0, 0, -1, 0, 1, 0, 1, 0],
            [-1, 0, -1, 0, 0, 1, -1, 1, 0, 1],
            [0, 0, 0, 0, -1, -1, 1, 0, 1, 0],
        ];
        const WANTED: [f64; 10] = [
            0.900_974_7,
            0.861_348_2,
            0.907_699_7,
            0.861_348_2,
            0.841_065_8,
            0.849_655_8,
            0.861_732_1,
            0.901_590_9,
            0.850_984_8,
            0.907_293_0,
        ];
        let members = (0..10).map(|at| Member::named(&at.to_string())).collect();
        let pairs = (0..10).flat_map(|a| (a + 1..10).map(move |b| (a, b, f64::from(SIGNS[a][b]))));
        let network = SignedNetwork::from_edges(members, pairs.filter(|pair| pair.2 != 0.0)).unwrap();
        let found = pn_centrality(&network).unwrap();
        assert!(found.iter().zip(WANTED).all(|(found, wanted)| (found - wanted).abs() < 1e-7), "{found:?}");
    }
}
