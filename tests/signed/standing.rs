//! Standing: centralities against published figures.

use stancegraph::analysis::network::Member;
use stancegraph::analysis::signed::SignedNetwork;
use stancegraph::analysis::standing::{
    Betweenness, Counted, Crossing, PageRank, degrees, eigenvector_centrality,
};

use crate::given::{Lots, published};

/// A network with the members 0, 1, 2 and so on.
fn numbered(count: usize, edges: impl IntoIterator<Item = (usize, usize, f64)>) -> SignedNetwork {
    let members = (0..count).map(|number| Member::named(&format!("m{number:02}"))).collect();
    SignedNetwork::from_edges(members, edges).unwrap()
}

/// The values of some members as they are told, by name.
#[track_caller]
fn assert_told(network: &SignedNetwork, found: &[f64], wanted: &[(&str, f64)], within: f64) {
    for (name, wanted) in wanted {
        let value = found[network.place(name).unwrap()];
        assert!((value - wanted).abs() <= within, "{name}: {value}, published {wanted}");
    }
}

#[test]
fn the_kite_has_its_published_betweenness() {
    // Krackhardt (1990), Assessing the political landscape, Administrative Science Quarterly 35(2): who has most ties (3) is not
    // who lies between most (7). Figures of its table as networkx's tests have them.
    let ties: [&[usize]; 10] =
        [&[1, 2, 3, 5], &[3, 4, 6], &[3, 5], &[4, 5, 6], &[6], &[6, 7], &[7], &[8], &[9], &[]];
    let pairs = ties.iter().enumerate().flat_map(|(from, to)| to.iter().map(move |&to| (from, to, 1.0)));
    let kite = numbered(10, pairs);
    let found = Betweenness::of(&kite, Crossing::Steps).normalized().unwrap();
    let wanted = [0.023, 0.023, 0.0, 0.102, 0.0, 0.231, 0.231, 0.389, 0.222, 0.0];
    assert!(found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 5e-4), "{found:?}");
    assert_eq!(degrees(&kite).iter().map(|degree| degree.friends).max(), Some(degrees(&kite)[3].friends));
}

#[test]
fn the_medici_lie_between_the_families_of_florence() {
    // The marriages of Breiger and Pattison (1986), Cumulated social roles, Social Networks 8(3), without the Pucci, who have
    // none; betweenness as networkx's tests have it.
    let marriages = "Acciaiuoli-Medici Castellani-Peruzzi Castellani-Strozzi Castellani-Barbadori Medici-Barbadori \
         Medici-Ridolfi Medici-Tornabuoni Medici-Albizzi Medici-Salviati Salviati-Pazzi Peruzzi-Strozzi Peruzzi-Bischeri \
         Strozzi-Ridolfi Strozzi-Bischeri Ridolfi-Tornabuoni Tornabuoni-Guadagni Albizzi-Ginori Albizzi-Guadagni \
         Bischeri-Guadagni Guadagni-Lamberteschi";
    let pairs = marriages.split_whitespace().map(|pair| pair.split_once('-').unwrap());
    let florence = SignedNetwork::from_names(pairs.map(|(one, other)| (one, other, 1.0))).unwrap();
    let found = Betweenness::of(&florence, Crossing::Weights).normalized().unwrap();
    let wanted = [
        ("Medici", 0.522),
        ("Guadagni", 0.255),
        ("Albizzi", 0.212),
        ("Salviati", 0.143),
        ("Ridolfi", 0.114),
        ("Bischeri", 0.104),
        ("Strozzi", 0.103),
        ("Barbadori", 0.093),
        ("Tornabuoni", 0.092),
        ("Castellani", 0.055),
        ("Peruzzi", 0.022),
        ("Pazzi", 0.0),
    ];
    assert_told(&florence, &found, &wanted, 5e-4);
}

#[test]
fn the_karate_club_has_the_figures_that_others_print() {
    let club = published("zachary");
    // PageRank as Matlab prints it in the tests of LAGraph (BSD), where it stops at 1e-4.
    let ranks = PageRank::default().of(&club).unwrap();
    let wanted = [
        ("1", 0.097_001),
        ("2", 0.052_872),
        ("3", 0.057_075),
        ("12", 0.009_567),
        ("27", 0.015_043),
        ("32", 0.037_161),
        ("33", 0.071_663),
        ("34", 0.100_879),
    ];
    assert_told(&club, &ranks, &wanted, 5e-5);
    // Betweenness, and the eigenvector, of length 1, as Mathematica's and networkx's users print them.
    let between = Betweenness::of(&club, Crossing::Steps).normalized().unwrap();
    assert_told(&club, &between, &[("1", 0.437_635_281_385), ("2", 0.053_936_688_312)], 1e-11);
    let vector = eigenvector_centrality(&club, Counted::Friendships).unwrap();
    let length = vector.iter().map(|value| value * value).sum::<f64>().sqrt();
    let vector: Vec<f64> = vector.iter().map(|value| value / length).collect();
    assert_told(&club, &vector, &[("1", 0.355_491), ("2", 0.265_960)], 2e-6);
}

#[test]
fn the_tribes_of_new_guinea_stand_on_two_sides() {
    // Sizes as the documentation of the R package signnet 1.0 prints them, signs as that of 0.8 does.
    let wanted = [
        ("Gaveve", -1.0),
        ("Kotuni", -0.888_796),
        ("Ove", 0.716_095),
        ("Alikadzuha", 0.368_188),
        ("Nagamiza", 0.743_032),
        ("Gahuku", 0.954_550),
        ("Masilakidzuha", 0.760_177),
        ("Ukudzuha", 0.671_005),
        ("Notohana", 0.210_635),
        ("Kohika", 0.238_900),
        ("Gehamo", 0.696_397),
        ("Asarodzuha", 0.913_530),
        ("Uheto", 0.233_908),
        ("Seu've", 0.058_558),
        ("Nagamidzuha", -0.911_939),
        ("Gama", -0.987_249),
    ];
    let tribes = published("gahuku_gama");
    let found = eigenvector_centrality(&tribes, Counted::Signs).unwrap();
    let found: Vec<f64> = found.iter().map(|value| -value).collect();
    assert_told(&tribes, &found, &wanted, 1e-6);
}

#[test]
fn where_degrees_tell_nobody_apart_the_eigenvector_does() {
    // The network and the figures of the centrality vignette of the R package signnet, which takes the eigenvalue of largest size:
    // here that is -4.27, the highest one of the network with all signs turned.
    const SIGNS: [&str; 10] = [
        "0+0+000--0",
        "+0+-+--000",
        "0+0+-000-0",
        "+-+0+--000",
        "0+-+0+0-0-",
        "0-0-+0+0+-",
        "0-0-0+0+-+",
        "-000-0+0+0",
        "-0-00+-+0+",
        "0000--+0+0",
    ];
    const WANTED: [f64; 10] = [
        -0.622_149_60,
        1.0,
        -0.745_188_50,
        1.0,
        -0.899_900_41,
        0.642_895_92,
        0.358_281_59,
        -0.374_719_21,
        -0.280_874_11,
        -0.078_345_68,
    ];
    let sign = |cell: u8| f64::from(i8::from(cell == b'+') - i8::from(cell == b'-'));
    let pairs = (0..10).flat_map(|a| (a + 1..10).map(move |b| (a, b, sign(SIGNS[a].as_bytes()[b]))));
    let network = numbered(10, pairs.filter(|pair| pair.2 != 0.0));
    assert!(degrees(&network).iter().all(|degree| degree.share() == Some(0.5)));
    let turned =
        numbered(10, network.edges().map(|edge| (edge.row as usize, edge.column as usize, -edge.weight)));
    let found = eigenvector_centrality(&turned, Counted::Signs).unwrap();
    // The first of the two of size 1 is above 0 in both.
    assert!(found.iter().zip(WANTED).all(|(found, wanted)| (found - wanted).abs() < 1e-7), "{found:?}");
    let own = eigenvector_centrality(&network, Counted::Signs).unwrap();
    let friends = network.edges().filter(|edge| edge.weight > 0.0);
    let together = friends.map(|edge| own[edge.row as usize] * own[edge.column as usize]).sum::<f64>();
    assert!(together > 0.0, "friends are on one side");
}

#[test]
fn the_order_of_members_changes_no_figure() {
    let mut lots = Lots(8);
    for round in 0..30 {
        let count = 2 + round % 9;
        let network = lots.network(count, 5);
        let turned = |place: usize| count - 1 - place;
        let edges = network
            .edges()
            .map(|edge| (turned(edge.row as usize), turned(edge.column as usize), edge.weight));
        let other = numbered(count, edges);
        let same = |one: &[f64], other: &[f64]| {
            (0..count).all(|place| (one[place] - other[turned(place)]).abs() < 1e-9)
        };
        let rank = |network| PageRank::default().of(network).unwrap();
        assert!(same(&rank(&network), &rank(&other)));
        for crossing in Crossing::ALL {
            let between = |network| Betweenness::of(network, *crossing).values().to_vec();
            assert!(same(&between(&network), &between(&other)));
        }
        let vector = |network| eigenvector_centrality(network, Counted::Friendships);
        match (vector(&network), vector(&other)) {
            (Some(one), Some(other)) => assert!(same(&one, &other)),
            (one, other) => assert_eq!(one, other),
        }
    }
}

#[cfg(feature = "parallel")]
#[test]
fn threads_change_no_bit() {
    let network = Lots(31).network(300, 2);
    let of = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| Betweenness::of(&network, Crossing::Weights))
    };
    let bits = |found: &Betweenness| found.values().iter().map(|value| value.to_bits()).collect::<Vec<_>>();
    let one = bits(&of(1));
    assert!([2, 7].iter().all(|&threads| bits(&of(threads)) == one));
}
