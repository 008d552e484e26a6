//! Spectra of networks: the eigenvalues of their Laplacian.

use crate::analysis::signed::SignedNetwork;
use crate::analysis::symmetric::eigenvalues;

/// The eigenvalues of the Laplacian of a network, the highest first: of `L_ii = sum_j w_ij` and `L_ij = -w_ij`, with weights
/// below 0 counted as 0.
///
/// One for each member, from 0, where the parts that no edge joins each have one; their sum is that of all strengths. Exact to
/// about 15 digits of the highest one.
///
/// # Complexity
/// O(n³) time and O(n²) memory for `n` members.
///
/// # Source
/// Householder's reduction to three diagonals and the implicit QL method: Martin, Reinsch and Wilkinson (1968), Numerische
/// Mathematik 11; Dubrulle, Martin and Wilkinson (1968), Numerische Mathematik 12.
///
/// # Example
/// ```
/// use stancegraph::analysis::{backbone::laplacian_spectrum, signed::SignedNetwork};
/// let star = SignedNetwork::from_names([("Chile", "Kenya", 1.0), ("Chile", "Peru", 1.0), ("Chile", "Oman", 1.0)])?;
/// let spectrum = laplacian_spectrum(&star);
/// assert!(spectrum.iter().zip([4.0, 1.0, 1.0, 0.0]).all(|(found, wanted)| (found - wanted).abs() < 1e-12));
/// # Ok::<(), stancegraph::analysis::signed::SignedError>(())
/// ```
pub fn laplacian_spectrum(network: &SignedNetwork) -> Vec<f64> {
    let count = network.len();
    let mut matrix = vec![vec![0.0; count]; count];
    for edge in network.edges().filter(|edge| edge.weight > 0.0) {
        let (left, right) = (edge.row as usize, edge.column as usize);
        matrix[left][left] += edge.weight;
        matrix[right][right] += edge.weight;
        matrix[left][right] -= edge.weight;
        matrix[right][left] -= edge.weight;
    }
    let mut values = eigenvalues(matrix);
    // None is below 0 but by rounding.
    for value in &mut values {
        *value = value.max(0.0);
    }
    values
}

/// How far two spectra are apart: the sum of the differences position by position, each spectrum scaled to the sum 1; of one
/// without any weight all values stay 0. From 0 to 2.
pub(super) fn distance(left: &[f64], right: &[f64]) -> f64 {
    let scale = |values: &[f64]| {
        let sum: f64 = values.iter().sum();
        if sum > 0.0 { sum } else { 1.0 }
    };
    let (one, other) = (scale(left), scale(right));
    let at = |values: &[f64], at: usize| values.get(at).copied().unwrap_or(0.0);
    (0..left.len().max(right.len()))
        .map(|place| (at(left, place) / one - at(right, place) / other).abs())
        .sum()
}

/// The strengths of the members, the highest first, with weights below 0 counted as 0.
pub(super) fn degrees(network: &SignedNetwork) -> Vec<f64> {
    let mut degrees: Vec<f64> = (0..network.len()).map(|place| network.strength(place).0).collect();
    degrees.sort_by(|a, b| b.total_cmp(a));
    degrees
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::network::Member;
    use crate::analysis::partition::real;

    fn network(count: usize, edges: &[(usize, usize, f64)]) -> SignedNetwork {
        let members = (0..count).map(|at| Member::named(&format!("{at:03}"))).collect();
        SignedNetwork::from_edges(members, edges.iter().copied()).unwrap()
    }

    #[track_caller]
    fn assert_spectrum(network: &SignedNetwork, mut wanted: Vec<f64>) {
        wanted.sort_by(|a, b| b.total_cmp(a));
        let found = laplacian_spectrum(network);
        assert_eq!(found.len(), wanted.len());
        assert!(
            found.iter().zip(&wanted).all(|(a, b)| (a - b).abs() < 1e-11 * real(network.len() + 1)),
            "{found:?} {wanted:?}"
        );
    }

    #[test]
    fn paths_rings_and_complete_networks_have_their_known_spectra() {
        let angle = |part: usize, of: usize| std::f64::consts::PI * real(part) / real(of);
        for count in [1, 2, 3, 7, 40] {
            let path: Vec<_> = (1..count).map(|at| (at - 1, at, 1.0)).collect();
            assert_spectrum(
                &network(count, &path),
                (0..count).map(|k| 2.0 - 2.0 * angle(k, count).cos()).collect(),
            );
            let all: Vec<_> = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b, 1.0))).collect();
            let complete = (0..count).map(|k| if k == 0 { 0.0 } else { real(count) });
            assert_spectrum(&network(count, &all), complete.collect());
        }
        let ring: Vec<_> = (0..9).map(|at| (at, (at + 1) % 9, 1.0)).collect();
        assert_spectrum(&network(9, &ring), (0..9).map(|k| 2.0 - 2.0 * angle(2 * k, 9).cos()).collect());
    }

    #[test]
    fn nobody_silence_and_enmity_have_no_spectrum_but_zeros() {
        assert!(laplacian_spectrum(&network(0, &[])).is_empty());
        assert_spectrum(&network(3, &[]), vec![0.0; 3]);
        assert_spectrum(&network(3, &[(0, 1, -2.0)]), vec![0.0; 3]);
        assert_spectrum(&network(4, &[(0, 1, 2.0), (2, 3, 0.5)]), vec![4.0, 1.0, 0.0, 0.0]);
    }

    #[test]
    fn spectra_are_compared_by_shape_not_by_size() {
        assert!(distance(&[4.0, 1.0, 1.0], &[8.0, 2.0, 2.0]).abs() < 1e-15);
        assert!((distance(&[1.0, 0.0], &[0.5, 0.5]) - 1.0).abs() < 1e-15);
        assert!((distance(&[3.0, 1.0], &[0.0, 0.0]) - 1.0).abs() < 1e-15);
    }
}
