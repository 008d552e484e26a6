//! Camps: their modularity, what is told of them, and their course.

use std::collections::{BTreeMap, BTreeSet};

use stancegraph::analysis::camps::{
    CampCourse, CampEvent, CampSearch, Camps, CommonEnemies, Quality, modularity,
};
use stancegraph::analysis::signed::SignedNetwork;

use crate::given::{Lots, published};

/// The definition, pair by pair.
fn naive(network: &SignedNetwork, labels: &[usize], resolution: f64) -> f64 {
    let weight = |left, right| network.weight(left, right).unwrap_or(0.0);
    let strength = |place: usize, sign: f64| -> f64 {
        (0..network.len()).map(|other| (sign * weight(place, other)).max(0.0)).sum()
    };
    let both =
        [1.0, -1.0].map(|sign| (0..network.len()).map(|place| strength(place, sign)).collect::<Vec<_>>());
    let sums = both.each_ref().map(|strengths| strengths.iter().sum::<f64>());
    let chance = |left: usize, right: usize, of: usize| {
        if sums[of] > 0.0 { both[of][left] * both[of][right] / sums[of] } else { 0.0 }
    };
    let mut sum = 0.0;
    for left in 0..network.len() {
        for right in (0..network.len()).filter(|&right| labels[left] == labels[right]) {
            sum += weight(left, right) - resolution * (chance(left, right, 0) - chance(left, right, 1));
        }
    }
    sum / (sums[0] + sums[1])
}

/// The highest modularity of any partition, one after the other.
fn highest(network: &SignedNetwork, resolution: f64, labels: &mut Vec<usize>) -> f64 {
    if labels.len() == network.len() {
        return naive(network, labels, resolution);
    }
    let open = labels.iter().max().map_or(0, |most| most + 1);
    let mut best = f64::NEG_INFINITY;
    for label in 0..=open {
        labels.push(label);
        best = best.max(highest(network, resolution, labels));
        labels.pop();
    }
    best
}

/// The camps as the labels of a partition.
fn labels(camps: &Camps) -> Vec<usize> {
    let alone = |place: usize| camps.camps().len() + place;
    (0..camps.members().len()).map(|place| camps.camp_of(place).unwrap_or_else(|| alone(place))).collect()
}

fn names(camps: &Camps, camp: usize) -> Vec<&str> {
    camps.members_of(camp).map(|member| member.name.as_str()).collect()
}

#[test]
fn the_karate_club_has_its_published_modularity() {
    let club = published("zachary");
    for seed in 0..20 {
        let camps = CampSearch::default().seed(seed).runs(5).budget(0).find(&club);
        // The optimum, 0.4197896, is that of Brandes and others (2008), On modularity clustering, IEEE TKDE 20(2).
        assert!((camps.modularity().unwrap() - 0.419_789_6).abs() < 1e-7, "{seed}");
        assert_eq!(camps.camps().len(), 4);
    }
}

#[test]
fn the_tribes_of_new_guinea_are_three_camps() {
    let tribes = published("gahuku_gama");
    let camps = Camps::of(&tribes);
    assert!(camps.is_certified() && camps.unattached().is_empty());
    // The three alliances that Hage and Harary (1983), Structural models in anthropology, find in Read's data.
    assert_eq!(camps.camps().len(), 3);
    let wanted: [&[&str]; 3] = [
        &["Alikadzuha", "Asarodzuha", "Gahuku", "Gehamo", "Masilakidzuha", "Ove", "Ukudzuha"],
        &["Kohika", "Nagamiza", "Notohana", "Seu've", "Uheto"],
        &["Gama", "Gaveve", "Kotuni", "Nagamidzuha"],
    ];
    for (camp, wanted) in wanted.iter().enumerate() {
        assert_eq!(names(&camps, camp), *wanted);
        assert_eq!(camps.camps()[camp].cohesion, Some(1.0), "no enmity within");
    }
    // The two tribes whose alliance crosses the camps, and who have no enemy in the other one, stand nearest to it.
    let between: Vec<&str> =
        camps.between(0.1).iter().map(|one| camps.members()[one.place].name.as_str()).collect();
    assert_eq!(between, ["Nagamiza", "Masilakidzuha"]);
}

#[test]
fn the_monastery_has_the_factions_that_its_observer_saw_but_for_two() {
    let camps = Camps::of(&published("sampson_t4"));
    assert!(camps.is_certified());
    // Sampson (1968): the loyal opposition, the outcasts, and the young Turks, waverers put to the nearest. John Bosco, one of
    // the young Turks, at that time named Gregory and Mark of them among those he liked least, and Basil, an outcast, as the
    // one he liked most, who in turn named him; Hugh liked John Bosco most.
    assert_eq!(
        names(&camps, 0),
        ["Ambrose", "Berthold", "Bonaventure", "Louis", "Peter", "Romuald", "Victor"]
    );
    assert_eq!(names(&camps, 1), ["Amand", "Basil", "Elias", "Hugh", "John Bosco", "Simplicius"]);
    assert_eq!(names(&camps, 2), ["Albert", "Boniface", "Gregory", "Mark", "Winfrid"]);
    let nearest = camps.between(0.5);
    let told: Vec<&str> = nearest.iter().map(|one| camps.members()[one.place].name.as_str()).collect();
    assert_eq!(
        (told, nearest[0].other),
        (vec!["Hugh"], 2),
        "the other young Turks pull Hugh half as much and more"
    );
}

#[test]
fn camps_of_small_networks_are_the_best_of_all_partitions() {
    let mut lots = Lots(17);
    for round in 0..60 {
        let network = lots.network(1 + round % 8, 2 + u64::try_from(round).unwrap() % 9);
        for resolution in [1.0, 0.6, 1.7] {
            let camps = CampSearch::default()
                .resolution(resolution)
                .unwrap()
                .runs(2)
                .common_enemies(CommonEnemies::Together)
                .find(&network);
            let Some(found) = camps.modularity() else {
                assert_eq!(network.edge_count(), 0);
                assert_eq!(camps.unattached().len(), network.len());
                continue;
            };
            assert!(camps.is_certified());
            assert!((naive(&network, &labels(&camps), resolution) - found).abs() < 1e-12);
            assert!((highest(&network, resolution, &mut Vec::new()) - found).abs() < 1e-9, "{network:?}");
        }
    }
}

/// The best fit of any partition, one after the other.
fn best_fit(network: &SignedNetwork, labels: &mut Vec<usize>) -> f64 {
    if labels.len() == network.len() {
        let fits = |left: u32, right: u32, weight: f64| {
            (weight > 0.0) == (labels[left as usize] == labels[right as usize])
        };
        let fitting = network.edges().filter(|edge| fits(edge.row, edge.column, edge.weight));
        return fitting.map(|edge| edge.weight.abs()).sum();
    }
    let open = labels.iter().max().map_or(0, |most| most + 1);
    let mut best = f64::NEG_INFINITY;
    for label in 0..=open {
        labels.push(label);
        best = best.max(best_fit(network, labels));
        labels.pop();
    }
    best
}

#[test]
fn camps_by_balance_are_the_best_of_all_partitions() {
    let mut lots = Lots(71);
    for round in 0..40 {
        let network = lots.network(2 + round % 7, 4 + u64::try_from(round).unwrap() % 7);
        let camps = CampSearch::default().by(Quality::Balance).runs(2).find(&network);
        let total: f64 = network.edges().map(|edge| edge.weight.abs()).sum();
        assert_eq!(camps.fit().is_none(), network.edge_count() == 0);
        let fit = camps.fit().unwrap_or_default() * total;
        assert!(
            camps.is_certified() && (fit - best_fit(&network, &mut Vec::new())).abs() < 1e-9,
            "{network:?}"
        );
    }
}

#[test]
fn the_tribes_of_new_guinea_are_weakly_balanced_but_for_two_ties() {
    // Doreian and Mrvar (1996) and others: three clusters of the tribes leave two ties out of place, both alliances.
    let camps = CampSearch::default().by(Quality::Balance).find(&published("gahuku_gama"));
    assert!(camps.is_certified() && camps.camps().len() == 3);
    assert!((camps.fit().unwrap() - 56.0 / 58.0).abs() < 1e-12);
}

#[test]
fn without_a_proof_the_search_mostly_finds_the_best_and_is_never_worse_than_nobody_with_anybody() {
    let mut lots = Lots(40);
    let mut best = 0;
    for round in 0..100 {
        let network = lots.network(14, 2 + round % 9);
        let search = CampSearch::default().common_enemies(CommonEnemies::Together);
        let (found, proved) = (search.clone().budget(0).find(&network), search.find(&network));
        let (found, proved) = (found.modularity().unwrap(), proved.modularity().unwrap());
        let alone: Vec<usize> = (0..network.len()).collect();
        assert!(found >= modularity(&network, &alone, 1.0).unwrap() && found <= proved + 1e-12);
        best += u32::from(proved - found < 1e-9);
    }
    assert!(best >= 95, "only {best} of 100");
}

#[test]
fn what_is_told_of_camps_is_what_it_is_defined_as() {
    let mut lots = Lots(33);
    for round in 0..40 {
        let network = lots.network(16, 2 + round % 9);
        let camps = CampSearch::default().common_enemies(CommonEnemies::Together).find(&network);
        assert_order(&camps);
        let mean = |left: usize, right: usize| {
            let between = network.edges().filter(|edge| {
                let ends = [edge.row, edge.column].map(|end| camps.camp_of(end as usize));
                ends == [Some(left), Some(right)] || ends == [Some(right), Some(left)]
            });
            let weights: Vec<f64> = between.map(|edge| edge.weight).collect();
            let count = u32::try_from(weights.len()).unwrap();
            (count > 0).then(|| weights.iter().sum::<f64>() / f64::from(count))
        };
        for left in 0..camps.camps().len() {
            assert_eq!(camps.camps()[left].cohesion, mean(left, left));
            for right in 0..camps.camps().len() {
                assert_eq!(camps.mean_weight(left, right), mean(left, right));
                let distance = mean(left, left).zip(mean(right, right)).zip(mean(left, right));
                let distance = distance.map(|((one, other), between)| f64::midpoint(one, other) - between);
                assert_eq!(camps.distance(left, right), distance);
            }
        }
        assert_pulls(&network, &camps);
    }
}

#[test]
fn a_camp_is_held_together_by_those_who_stand_with_each_other() {
    let mut lots = Lots(52);
    let mut told_apart = 0;
    for round in 0..60 {
        let network = lots.network(12, 1 + round % 4);
        let camps = Camps::of(&network);
        let whole = CampSearch::default().common_enemies(CommonEnemies::Together).find(&network);
        assert_order(&camps);
        for camp in camps.camps() {
            // Whoever can be reached over friends within the camp.
            let mut reached = vec![camp.places[0]];
            for at in 0..camp.places.len() {
                let Some(&place) = reached.get(at) else { break };
                let friends = network.neighbors(place).iter().filter(|to| to.weight > 0.0).map(|to| to.place);
                let new = friends.filter(|to| camp.places.contains(to) && !reached.contains(to));
                let new: Vec<usize> = new.collect();
                reached.extend(new);
            }
            assert_eq!(reached.len(), camp.places.len(), "{network:?}");
            let wholes: BTreeSet<_> = camp.places.iter().map(|&place| whole.camp_of(place)).collect();
            assert_eq!(wholes.len(), 1, "camps are told apart, never put together");
        }
        for &place in camps.unattached() {
            let own = whole.camp_of(place);
            let friends = network.neighbors(place).iter().filter(|to| to.weight > 0.0);
            assert!(own.is_none() || friends.clone().all(|to| whole.camp_of(to.place) != own));
        }
        told_apart += usize::from(camps.camps() != whole.camps());
        assert!(camps.is_certified() == (camps.camps() == whole.camps()));
    }
    assert!(told_apart > 10, "{told_apart}");
}

#[track_caller]
fn assert_order(camps: &Camps) {
    let key =
        |camp: &stancegraph::analysis::camps::Camp| (usize::MAX - camp.places.len(), camp.places.clone());
    assert!(camps.camps().iter().map(key).is_sorted());
    let mut all: Vec<usize> = camps.camps().iter().flat_map(|camp| camp.places.clone()).collect();
    all.extend(camps.unattached());
    all.sort_unstable();
    assert!(all.into_iter().eq(0..camps.members().len()));
}

/// A pull is the change of modularity by joining a camp, times all weight over 2.
#[track_caller]
fn assert_pulls(network: &SignedNetwork, camps: &Camps) {
    let total: f64 = network.edges().map(|edge| 2.0 * edge.weight.abs()).sum();
    let labels = labels(camps);
    for place in 0..network.len() {
        let with = |label: usize| {
            let mut labels = labels.clone();
            labels[place] = label;
            naive(network, &labels, 1.0) * total / 2.0
        };
        let alone = with(10_000);
        for camp in 0..camps.camps().len() {
            assert!((camps.pull(place, camp).unwrap() - (with(camp) - alone)).abs() < 1e-9);
            // No member of the best partition gains by moving alone.
            assert!(camps.camp_of(place).is_none_or(|own| with(own) >= with(camp) - 1e-9));
        }
    }
    assert_eq!(camps.pull(network.len(), 0), None);
}

#[test]
fn the_same_seed_finds_the_same_camps() {
    let network = Lots(90).network(120, 3);
    let search = CampSearch::default().seed(4);
    assert_eq!(search.find(&network), search.find(&network));
}

#[test]
fn a_resolution_is_a_number_above_0() {
    for wrong in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let told = CampSearch::default().resolution(wrong).unwrap_err().to_string();
        assert!(
            told.ends_with("write a finite number above 0: 1 as published, more for smaller camps"),
            "{told}"
        );
    }
}

/// Circles of friends, each of whom are friends of all others.
fn circles(circles: &[&str]) -> Camps {
    let mut edges = BTreeMap::new();
    let alphabet = "abcdefghijklmnopqrstuvwxyz";
    let name = |letter: char| &alphabet[alphabet.find(letter).unwrap()..=alphabet.find(letter).unwrap()];
    for circle in circles {
        for left in circle.chars() {
            for right in circle.chars().filter(|right| left < *right) {
                edges.insert((name(left), name(right)), 1.0);
            }
        }
    }
    let camps = Camps::of(&SignedNetwork::from_names(edges.iter().map(|((a, b), w)| (*a, *b, *w))).unwrap());
    assert_eq!(camps.camps().len(), circles.len());
    camps
}

#[test]
fn camps_that_join_split_appear_and_vanish_are_told() {
    let series = [
        circles(&["abcdef", "ghij", "klmn"]),
        circles(&["abcdef", "ghijklmn"]),     // two join
        circles(&["abc", "def", "ghijklmn"]), // one splits
        circles(&["abc", "opq", "ghijklmn"]), // one is gone, one new
        circles(&["abch", "opq", "gijklmn"]), // h moves
    ];
    let course = CampCourse::from_camps(series.map(|camps| (None, camps)));
    let told: Vec<String> = course.changes().iter().map(|change| told(change.at, &change.event)).collect();
    assert_eq!(
        told,
        [
            "0 new 0",
            "0 new 1",
            "0 new 2", // abcdef, ghij, klmn
            "1 gone 2",
            "1 joined [1, 2] into 1",
            "1 k 2 to 1",
            "1 l 2 to 1",
            "1 m 2 to 1",
            "1 n 2 to 1",
            "2 new 3",
            "2 split 0 into [0, 3]",
            "2 d 0 to 3",
            "2 e 0 to 3",
            "2 f 0 to 3",
            "3 new 4",
            "3 gone 3",
            "4 h 1 to 0",
        ]
    );
    assert_eq!((course.line(4, 0), course.line(4, 9)), (Some(1), None));
}

fn told(at: usize, event: &CampEvent) -> String {
    match event {
        CampEvent::Appeared { line } => format!("{at} new {line}"),
        CampEvent::Vanished { line } => format!("{at} gone {line}"),
        CampEvent::Joined { from, into } => format!("{at} joined {from:?} into {into}"),
        CampEvent::Split { from, into } => format!("{at} split {from} into {into:?}"),
        CampEvent::Moved { member, from, to } => format!("{at} {} {from} to {to}", member.key),
        _ => unreachable!("no other event"),
    }
}
