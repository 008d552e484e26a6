//! Triads and frustration.

use stancegraph::analysis::balance::{Frustration, Signs, Triad, Triads, Weighing};
use stancegraph::analysis::signed::SignedNetwork;

use crate::given::{Lots, published};

/// The least frustration over all pairs of factions, one after the other.
fn naive(network: &SignedNetwork, weighing: Weighing) -> f64 {
    let of = |sides: u32| {
        let side = |place: u32| sides >> place & 1;
        let frustrated =
            network.edges().filter(|edge| (edge.weight > 0.0) != (side(edge.row) == side(edge.column)));
        let counted =
            frustrated.map(|edge| if weighing == Weighing::Edges { 1.0 } else { edge.weight.abs() });
        counted.sum::<f64>()
    };
    (0..1u32 << network.len().saturating_sub(1)).map(of).fold(f64::INFINITY, f64::min)
}

#[test]
fn the_tribes_of_new_guinea_have_their_published_balance() {
    let tribes = published("gahuku_gama");
    assert_eq!((tribes.len(), tribes.edge_count()), (16, 58));
    // Aref and Wilson (2019), table 1: 58 edges, frustration index 7. The share of balanced triangles, 0.8676471, and
    // 1 - 2 · 7 / 58 = 0.7586207 are printed in the documentation of the R package signnet for the same network.
    let triads = Triads::of(&tribes);
    assert!((triads.balanced().unwrap() - 0.867_647_1).abs() < 1e-7);
    let frustration = Frustration::of(&tribes, Weighing::Edges);
    assert!(frustration.is_exact());
    assert!((frustration.upper - 7.0).abs() < f64::EPSILON && frustration.edges.len() == 7);
    assert!((frustration.balance().unwrap() - 0.758_620_7).abs() < 1e-7);
}

#[test]
fn the_monastery_is_as_frustrated_as_trying_all_factions_says() {
    let monks = published("sampson_t4");
    // Trying all 131,072 pairs of factions in numpy gives the same: 12 edges, weight 23.
    for (weighing, least) in [(Weighing::Edges, 12.0), (Weighing::Weights, 23.0)] {
        let frustration = Frustration::of(&monks, weighing);
        assert!(frustration.is_exact(), "{weighing}");
        assert!((frustration.upper - least).abs() < f64::EPSILON, "{weighing}");
    }
}

#[test]
fn a_network_of_friends_only_is_in_balance() {
    let club = published("zachary");
    let frustration = Frustration::of(&club, Weighing::Edges);
    assert!(frustration.is_exact() && frustration.upper == 0.0 && frustration.factions[1].is_empty());
    // Zachary's club has 45 triangles (networkx counts the same).
    assert_eq!((Triads::of(&club).count(Signs::Positive), Triads::of(&club).total()), (45, 45));
}

#[test]
fn frustration_is_that_of_trying_all_factions() {
    let mut lots = Lots(3);
    for round in 0..150 {
        let network = lots.network(1 + round % 13, 2 + u64::try_from(round).unwrap() % 9);
        for weighing in [Weighing::Edges, Weighing::Weights] {
            let frustration = Frustration::of(&network, weighing);
            let least = naive(&network, weighing);
            assert!(frustration.is_exact() && (frustration.upper - least).abs() < 1e-9, "{network:?}");
            assert_told(&network, &frustration);
        }
    }
}

/// That the factions have the edges that are told, and those the sum.
#[track_caller]
fn assert_told(network: &SignedNetwork, told: &Frustration) {
    let in_first = |place: u32| told.factions[0].contains(&(place as usize));
    let frustrated: Vec<_> = network
        .edges()
        .filter(|edge| (edge.weight > 0.0) != (in_first(edge.row) == in_first(edge.column)))
        .collect();
    assert_eq!(told.edges, frustrated);
    let weigh = |weight: f64| if told.weighing == Weighing::Edges { 1.0 } else { weight.abs() };
    let sum: f64 = frustrated.iter().map(|edge| weigh(edge.weight)).sum();
    assert!((sum - told.upper).abs() < 1e-9);
    let mut all = told.factions.concat();
    all.sort_unstable();
    assert!(all.into_iter().eq(0..network.len()));
}

#[test]
fn without_a_proof_both_bounds_hold() {
    let mut lots = Lots(8);
    for round in 0..40u64 {
        let network = lots.network(12, 3 + round % 8);
        let least = naive(&network, Weighing::Weights);
        for budget in [0, 1, 30, 300] {
            let found = Frustration::within(&network, Weighing::Weights, budget);
            assert!(found.lower <= least + 1e-9 && found.upper >= least - 1e-9 && found.lower <= found.upper);
            assert_told(&network, &found);
        }
    }
}

#[test]
fn every_triangle_is_found_once() {
    let mut lots = Lots(21);
    for round in 0..40 {
        let network = lots.network(usize::try_from(round % 12).unwrap(), 5);
        let mut naive = Vec::new();
        for first in 0..network.len() {
            for second in first + 1..network.len() {
                for third in second + 1..network.len() {
                    let weights =
                        [(first, second), (first, third), (second, third)].map(|(a, b)| network.weight(a, b));
                    if let [Some(one), Some(two), Some(three)] = weights {
                        let below = [one, two, three].iter().filter(|weight| **weight < 0.0).count();
                        naive.push(([first, second, third], Signs::ALL[below]));
                    }
                }
            }
        }
        let found: Vec<_> = Triad::each(&network).map(|triad| (triad.places, triad.signs)).collect();
        assert_eq!(found, naive);
        let unbalanced =
            naive.iter().filter(|(_, signs)| matches!(signs, Signs::OneNegative | Signs::Negative)).count();
        let share = Triads::of(&network).balanced();
        assert_eq!(share.is_none(), naive.is_empty());
        let wanted = 1.0
            - f64::from(u32::try_from(unbalanced).unwrap()) / f64::from(u32::try_from(naive.len()).unwrap());
        assert!(share.is_none_or(|share| (share - wanted).abs() < 1e-12));
    }
}

#[test]
fn a_large_network_that_is_nearly_in_balance_is_proved_fast() {
    // Two factions of 100, at peace within, at odds between, with 12 edges of the wrong sign here and there.
    let mut lots = Lots(4);
    let members =
        (0..200).map(|number| stancegraph::analysis::network::Member::named(&format!("{number:03}")));
    let mut edges = Vec::new();
    for left in 0..200 {
        for right in left + 1..200 {
            if lots.below(10) < 2 {
                edges.push((left, right, if (left < 100) == (right < 100) { 1.0 } else { -1.0 }));
            }
        }
    }
    for _ in 0..12 {
        let at = usize::try_from(lots.below(edges.len() as u64)).unwrap();
        edges[at].2 = -edges[at].2;
    }
    let network = SignedNetwork::from_edges(members.collect(), edges).unwrap();
    let found = Frustration::of(&network, Weighing::Edges);
    assert!(found.is_exact() && found.upper <= 12.0 && found.upper > 6.0, "{} {}", found.lower, found.upper);
}
