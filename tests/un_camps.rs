//! Camps among the nations that vote in the UN General Assembly, where the published votes are at hand.
#![cfg(feature = "csv")]
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]
#![expect(clippy::print_stderr, reason = "a test that is skipped says so, and how long it took")]

mod published;

use std::io::Cursor;
use std::time::Instant;

use stancegraph::analysis::camps::{CampSearch, Camps, Quality};
use stancegraph::analysis::network::{Aggregation, Network, Networks, Nodes, Normalization, Qualifier};
use stancegraph::analysis::signed::SignedNetwork;
use stancegraph::format::import::UnVotes;
use stancegraph::format::{Format, read};
use stancegraph::position::{Lens, Selection};
use stancegraph::{Date, GraphBuilder, StanceGraph, datasets};

use published::published;

/// The 28 members of the European Union in 2019.
const UNION: [&str; 28] = [
    "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN", "IRL", "ITA",
    "LVA", "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE", "GBR",
];

fn votes() -> Option<StanceGraph> {
    let (calls, votes) = (published("un_roll_calls.csv.xz")?, published("un_votes.csv.xz")?);
    let reader = UnVotes::new().roll_calls(Cursor::new(calls), "roll calls").unwrap();
    let import = reader.votes(Cursor::new(votes), "votes", |_| ()).unwrap();
    let nations = read(datasets::text("nations").unwrap(), Format::Toml, "nations").draft;
    Some(GraphBuilder::new().add(nations).add(import.draft).build().unwrap())
}

/// Who votes with whom in a year: votes as degrees, abstention half way; agreement less disagreement on each roll call, divided
/// by the mean number of votes of both. From -1 to 1.
fn network(graph: &StanceGraph, year: &str) -> Network {
    let year: Date = year.parse().unwrap();
    Networks::of(&Selection::new(graph, Lens::default()))
        .nodes(Nodes::Nations)
        .qualifier(Qualifier::Degree)
        .aggregation(Aggregation::Subtract)
        .normalization(Normalization::Average)
        .from(year)
        .to(year)
        .network()
        .unwrap()
}

fn camp(camps: &Camps, key: &str) -> Option<usize> {
    camps.camp_of(camps.members().iter().position(|member| member.key == key).unwrap())
}

#[test]
fn the_european_union_votes_as_one_camp_and_the_united_states_with_israel() {
    let Some(graph) = votes() else { return };
    let made = network(&graph, "2019");
    assert_eq!((made.rows().len(), made.statement_count() > 15_000), (193, true));
    let started = Instant::now();
    let signed = SignedNetwork::of(&made).unwrap();

    // Against chance there are two camps: the West, with the Union and the two, and most others.
    let west = Camps::of(&signed);
    eprintln!("two camps of 2019: {:?}", started.elapsed());
    assert_eq!(west.camps().len(), 2);
    assert!(UNION.iter().chain(&["USA", "ISR"]).all(|nation| camp(&west, nation) == Some(1)));
    assert!(["CHN", "RUS", "IND", "BRA", "ZAF", "EGY"].iter().all(|nation| camp(&west, nation) == Some(0)));

    // Beyond the mean agreement, whatever chance would bring, the two stand apart from the Union as well.
    let apart = CampSearch::default().by(Quality::Balance).find(&signed.less(signed.mean_weight().unwrap()));
    eprintln!("with those beyond the mean: {:?}", started.elapsed());
    let union = camp(&apart, UNION[0]);
    assert!(union.is_some() && UNION.iter().all(|nation| camp(&apart, nation) == union));
    let two: Vec<&str> =
        apart.members_of(camp(&apart, "USA").unwrap()).map(|member| member.key.as_str()).collect();
    assert_eq!(two, ["ISR", "USA"]);
    assert!(apart.camps()[0].places.len() > 100 && camp(&apart, "IND") == Some(0));

    // The camps lead to the votes: what France and Germany have in common are the roll calls that both voted in.
    let edge = made.edge_between("FRA", "DEU").unwrap();
    assert!(made.behind(edge).len() > 80);
}

#[test]
fn camps_of_a_year_do_not_hang_on_the_seed() {
    let Some(graph) = votes() else { return };
    let signed = SignedNetwork::of(&network(&graph, "2019")).unwrap();
    let found = Camps::of(&signed);
    for seed in 1..5 {
        let other = CampSearch::default().seed(seed).find(&signed);
        assert_eq!(other.camps(), found.camps());
    }
}
