//! What other programs are compared with: `tests/peers/signed.py` reads what this writes.

use std::fmt::Write as _;

use stancegraph::analysis::backbone::laplacian_spectrum;
use stancegraph::analysis::balance::{Frustration, Signs, Triads, Weighing};
use stancegraph::analysis::camps::{CampSearch, Camps, CommonEnemies, Quality, modularity};
use stancegraph::analysis::signed::SignedNetwork;
use stancegraph::analysis::standing::{
    Betweenness, Counted, Crossing, PageRank, degrees, eigenvector_centrality, pn_centrality,
};

use crate::given::{Lots, published};

/// The labels of camps, who is unattached with a label of its own.
fn labels(camps: &Camps) -> Vec<usize> {
    let alone = |place: usize| camps.camps().len() + place;
    (0..camps.members().len()).map(|place| camps.camp_of(place).unwrap_or_else(|| alone(place))).collect()
}

fn told(network: &SignedNetwork, given: &[usize]) -> serde_json::Value {
    let edges: Vec<_> = network.edges().map(|edge| (edge.row, edge.column, edge.weight)).collect();
    let triads = Triads::of(network);
    let [by_edges, by_weights] = [Weighing::Edges, Weighing::Weights].map(|weighing| {
        // What nobody can try all of needs no long proof here.
        let found =
            Frustration::within(network, weighing, if network.len() > 18 { 2_000 } else { 1_000_000 });
        (found.lower, found.upper)
    });
    let search = CampSearch::default().common_enemies(CommonEnemies::Together).budget(0);
    let found = search.clone().find(network);
    let balanced = search.by(Quality::Balance).find(network);
    serde_json::json!({
        "count": network.len(),
        "edges": edges,
        "triads": Signs::ALL.iter().map(|signs| triads.count(*signs)).collect::<Vec<_>>(),
        "spectrum": laplacian_spectrum(network),
        "frustration": {"edges": by_edges, "weights": by_weights},
        "given": given,
        "modularity": modularity(network, given, 1.0),
        "at_two_thirds": modularity(network, given, 2.0 / 3.0),
        "camps": labels(&found),
        "camps_modularity": found.modularity(),
        "balance": labels(&balanced),
        "fit": balanced.fit(),
        "standing": standing(network),
    })
}

fn standing(network: &SignedNetwork) -> serde_json::Value {
    let degrees = degrees(network).into_iter();
    let near = PageRank::default().damping(0.5).unwrap().starting_from([0, network.len() - 1]);
    let [by_steps, by_weights] =
        [Crossing::Steps, Crossing::Weights].map(|crossing| Betweenness::of(network, crossing));
    serde_json::json!({
        "degrees": degrees.map(|one| (one.friends, one.enemies, one.friendship, one.enmity)).collect::<Vec<_>>(),
        "pn": pn_centrality(network),
        "page_rank": PageRank::default().of(network).unwrap(),
        "page_rank_near": near.of(network).unwrap(),
        "betweenness": {"steps": by_steps.values(), "weights": by_weights.values(), "normalized": by_steps.normalized()},
        "eigenvector": {
            "friendships": eigenvector_centrality(network, Counted::Friendships),
            "signs": eigenvector_centrality(network, Counted::Signs),
        },
    })
}

#[test]
#[ignore = "writes the file that STANCEGRAPH_PEERS names, for tests/peers/signed.py"]
fn results_for_other_programs() {
    let path = std::env::var_os("STANCEGRAPH_PEERS").expect("STANCEGRAPH_PEERS names the file to write");
    let (mut lots, mut text) = (Lots(2026), String::new());
    let mut networks: Vec<SignedNetwork> = ["gahuku_gama", "sampson_t4", "zachary"].map(published).into();
    for round in 0..200u64 {
        let count = if round % 4 == 3 { 40 + lots.below(20) } else { 2 + lots.below(14) };
        networks.push(lots.network(usize::try_from(count).unwrap(), 1 + round % 10));
    }
    for network in &networks {
        let given: Vec<usize> = (0..network.len()).map(|_| usize::try_from(lots.below(4)).unwrap()).collect();
        writeln!(text, "{}", told(network, &given)).unwrap();
    }
    std::fs::write(path, text).unwrap();
}
