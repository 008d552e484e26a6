//! Eigenvector centrality: who stands with those who stand well.

use crate::analysis::signed::SignedNetwork;
use crate::analysis::symmetric::leading;

/// Which edges tell of standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Counted {
    /// Friendships alone.
    #[default]
    Friendships,
    /// Friendships, and enmities against them.
    Signs,
}

crate::model::word::code_words!(Counted, "kind of edges that count", { Friendships = 0 "friendships", Signs = 1 "signs" });

/// The eigenvector centrality of each member, in the order of the members.
///
/// `x_i = sum_j w_ij x_j / l`, with `w` the weights and `l` the highest eigenvalue of their matrix; the largest size is 1.
///
/// Over [`Friendships`](Counted::Friendships) it is being in the thick of it: from 0 to 1, high for who agrees with those who agree
/// with many. All of it goes to the part of the network with the highest eigenvalue, as a rule the one of most agreement; who is in another part that no friendship
/// joins to it has 0, so that 0 says nothing against it. Over [`Signs`](Counted::Signs) it is the place along the main line of conflict: from -1
/// to 1, where as far as signs allow friends of friends and enemies of enemies are on one side of 0 and the others on the other, the farther from it
/// the more so; which side is above 0 says nothing: it is that of the first member of largest size. Some programs take the
/// eigenvalue of largest size instead, which may be below 0 and then sets friends against each other.
///
/// `None` where no one eigenvector is: no edge that counts, or a highest eigenvalue that the next one is within a
/// millionth of, as where two parts of the network are alike, or where signs are so frustrated that no line of conflict is the main
/// one. Accurate to about 10⁻¹⁰; what is below 10⁻¹² is 0.
///
/// # Complexity
/// O(n³) time, O(n²) memory for `n` members.
///
/// # Source
/// Bonacich (1972), Factoring and weighting approaches to status scores and clique identification, Journal of Mathematical
/// Sociology 2(1); with signs Bonacich and Lloyd (2004), Calculating status with negative relations, Social Networks 26(4).
///
/// # Example
/// ```
/// use stancegraph::analysis::{signed::SignedNetwork, standing::{Counted, eigenvector_centrality}};
/// let network = SignedNetwork::from_names([("Chile", "Kenya", 2.0), ("Chile", "Peru", -1.0), ("Kenya", "Peru", -1.0)])?;
/// let friends = eigenvector_centrality(&network, Counted::Friendships).unwrap();
/// assert!((friends[1] - 1.0).abs() < 1e-12 && friends[2] == 0.0, "Peru has no friend");
/// let sides = eigenvector_centrality(&network, Counted::Signs).unwrap();
/// assert!(sides[0] > 0.0 && sides[1] > 0.0 && sides[2] < 0.0, "Chile and Kenya against Peru");
/// # Ok::<(), stancegraph::analysis::signed::SignedError>(())
/// ```
pub fn eigenvector_centrality(network: &SignedNetwork, counted: Counted) -> Option<Vec<f64>> {
    let mut matrix = vec![vec![0.0; network.len()]; network.len()];
    // Weights of any size, so that none is lost or infinite in what they are multiplied to.
    let most = network.edges().fold(0.0, |most: f64, edge| most.max(edge.weight.abs()));
    for (place, row) in matrix.iter_mut().enumerate() {
        let counts = |weight: f64| counted == Counted::Signs || weight > 0.0;
        for to in network.neighbors(place).iter().filter(|to| counts(to.weight)) {
            row[to.place] = to.weight / most;
        }
    }
    leading(&matrix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::network::Member;
    use crate::analysis::partition::{Lots, real};

    #[test]
    fn two_parts_alike_have_no_one_eigenvector() {
        let of = |edges: &[(&str, &str, f64)], counted| {
            eigenvector_centrality(&SignedNetwork::from_names(edges.iter().copied()).unwrap(), counted)
        };
        let twins = [("a", "b", 1.0), ("c", "d", 1.0)];
        assert_eq!(of(&twins, Counted::Friendships), None);
        // The next eigenvalue of three enemies is as high.
        let enemies = [("a", "b", -1.0), ("a", "c", -1.0), ("b", "c", -1.0)];
        assert_eq!((of(&enemies, Counted::Signs), of(&enemies, Counted::Friendships)), (None, None));
        let uneven = of(&[("a", "b", 2.0), ("c", "d", 1.0)], Counted::Friendships).unwrap();
        assert!((uneven[0] - 1.0).abs() < 1e-12 && (uneven[1] - 1.0).abs() < 1e-12);
        assert_eq!(uneven[2..], [0.0, 0.0]);
        let alone = SignedNetwork::from_edges(vec![Member::named("a")], []).unwrap();
        assert_eq!(eigenvector_centrality(&alone, Counted::Signs), None);
        let sides = of(&[("a", "b", -1e300)], Counted::Signs).unwrap();
        assert!((sides[0] - 1.0).abs() < 1e-12 && (sides[1] + 1.0).abs() < 1e-12, "{sides:?}");
    }

    /// Against multiplying again and again, with a shift that makes the highest eigenvalue the one of largest size.
    #[test]
    fn the_eigenvector_is_that_of_multiplying_for_long() {
        let mut lots = Lots::new(21);
        let mut told = 0;
        for round in 0..60 {
            let count = 2 + round % 8;
            let members = (0..count).map(|number| Member::named(&format!("m{number}"))).collect();
            let pairs = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
            let edges: Vec<(usize, usize, f64)> =
                pairs.map(|(a, b)| (a, b, real(lots.below(9)) - 4.0)).filter(|edge| edge.2 != 0.0).collect();
            let network = SignedNetwork::from_edges(members, edges).unwrap();
            for counted in [Counted::Friendships, Counted::Signs] {
                let Some(found) = eigenvector_centrality(&network, counted) else { continue };
                let mut vector = vec![1.0; count];
                vector[0] = 1.5;
                for _ in 0..20_000 {
                    let times = |place: usize| {
                        let friends = network.neighbors(place).iter();
                        let counted = friends.filter(|to| counted == Counted::Signs || to.weight > 0.0);
                        30.0 * vector[place] + counted.map(|to| to.weight * vector[to.place]).sum::<f64>()
                    };
                    let next: Vec<f64> = (0..count).map(times).collect();
                    let size = next.iter().fold(0.0, |size: f64, entry| size.max(entry.abs()));
                    vector = next.into_iter().map(|entry| entry / size).collect();
                }
                let most = (0..count).find(|&at| vector[at].abs() > 1.0 - 1e-9).unwrap();
                let sign = vector[most].signum();
                let far = (0..count).map(|at| (found[at] - sign * vector[at]).abs()).fold(0.0, f64::max);
                assert!(far < 1e-8, "{counted} {found:?} {vector:?}");
                told += 1;
            }
        }
        assert!(told > 90, "{told}");
    }
}
