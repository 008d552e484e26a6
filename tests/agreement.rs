//! Agreement on roll calls: made-up votes by hand, and the published votes where they are.
#![cfg(feature = "csv")]
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]
#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]

mod published;

use std::io::Cursor;

use stancegraph::analysis::agreement::{Agreement, Formula, RollCalls};
use stancegraph::format::import::UnVotes;
use stancegraph::format::{Format, read};
use stancegraph::model::{NodeId, Window};
use stancegraph::position::{Lens, Selection};
use stancegraph::{Date, GraphBuilder, StanceGraph, datasets};

use published::published;

fn graph(calls: impl std::io::Read, issues: impl std::io::Read, votes: impl std::io::Read) -> StanceGraph {
    let reader = UnVotes::new().roll_calls(calls, "calls.csv").unwrap().issues(issues, "issues.csv").unwrap();
    let import = reader.votes(votes, "votes.csv", |_| ()).unwrap();
    let nations = read(datasets::text("nations").unwrap(), Format::Toml, "nations").draft;
    GraphBuilder::new().add(nations).add(import.draft).build().unwrap()
}

const CALLS: &str = "rcid,session,date,unres
1,60,2005-11-01,R/60/1
2,60,2005-11-02,R/60/2
3,61,2006-11-01,R/61/1
4,61,2006-11-02,R/61/2
5,61,2006-11-03,R/61/3
";
const ISSUES: &str = "rcid,short_name,issue\n1,me,Palestinian conflict\n3,me,Palestinian conflict\n";
/// France and Chile: the same in 1 and 5, half in 3, opposite in 4; in 2 Chile did not vote. Kenya is with Chile in 5 alone.
const VOTES: &str = "rcid,country,country_code,vote
1,France,FR,yes
1,Chile,CL,yes
2,France,FR,no
3,France,FR,abstain
3,Chile,CL,no
4,France,FR,yes
4,Chile,CL,no
5,France,FR,abstain
5,Chile,CL,abstain
5,Kenya,KE,abstain
2,Israel,IL,yes
";

fn made_up() -> StanceGraph {
    graph(CALLS.as_bytes(), ISSUES.as_bytes(), VOTES.as_bytes())
}

fn calls(graph: &StanceGraph, from: &str, to: &str) -> RollCalls {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let mut lens = Lens::default();
    lens.period = Some(Window { earliest: Some(day(from).earliest()), latest: Some(day(to).latest()) });
    RollCalls::of(&Selection::new(graph, lens))
}

fn all(graph: &StanceGraph) -> RollCalls {
    RollCalls::of(&Selection::new(graph, Lens::default()))
}

fn node(graph: &StanceGraph, key: &str) -> NodeId {
    graph.find(key).unwrap()
}

fn counts(agreement: &Agreement) -> [u32; 4] {
    [agreement.common, agreement.same, agreement.half, agreement.opposite]
}

#[track_caller]
fn check(calls: &RollCalls, graph: &StanceGraph, pair: [&str; 2], expected: [u32; 4], value: Option<f64>) {
    let [left, right] = pair.map(|key| node(graph, key));
    for (left, right) in [(left, right), (right, left)] {
        let agreement = calls.agreement(left, right);
        assert_eq!(counts(&agreement), expected, "{pair:?}");
        assert_eq!(agreement.value(), value, "{pair:?}");
    }
}

#[test]
fn an_abstention_is_half_way_and_an_absence_is_no_vote() {
    let graph = made_up();
    // (2 + 1/2) / 4 over the roll calls 1, 3, 4 and 5.
    check(&all(&graph), &graph, ["FRA", "CHL"], [4, 2, 1, 1], Some(0.625));
    check(&all(&graph), &graph, ["KEN", "CHL"], [1, 1, 0, 0], Some(1.0));
    check(&all(&graph), &graph, ["ISR", "CHL"], [0, 0, 0, 0], None);
    assert_eq!(
        all(&graph).agreement(node(&graph, "FRA"), node(&graph, "CHL")).by(Formula::Identical),
        Some(0.5)
    );
}

#[test]
fn a_roll_call_in_which_all_votes_were_the_same_is_not_contested() {
    let graph = made_up();
    // 1 and 5 were not: 2, 3 and 4 remain.
    let contested = all(&graph).contested();
    assert_eq!(contested.len(), 3);
    check(&contested, &graph, ["FRA", "CHL"], [2, 0, 1, 1], Some(0.25));
}

#[test]
fn issues_and_years_take_roll_calls_apart() {
    let graph = made_up();
    let issue = node(&graph, "un-issue-me");
    check(&all(&graph).on_issue(issue), &graph, ["FRA", "CHL"], [2, 1, 1, 0], Some(0.75));
    let by_issue: Vec<(NodeId, usize)> =
        all(&graph).by_issue().iter().map(|(issue, calls)| (*issue, calls.len())).collect();
    assert_eq!(by_issue, [(issue, 2)]);
    let by_year: Vec<(i16, usize)> =
        all(&graph).by_year().iter().map(|(year, calls)| (*year, calls.len())).collect();
    assert_eq!(by_year, [(2005, 2), (2006, 3)]);
    check(&all(&graph).in_year(2006), &graph, ["FRA", "CHL"], [3, 1, 1, 1], Some(0.5));
    check(&calls(&graph, "2006", "2006"), &graph, ["FRA", "CHL"], [3, 1, 1, 1], Some(0.5));
}

#[test]
fn scores_of_different_votes_refuse_to_be_compared() {
    let graph = made_up();
    let pair = [node(&graph, "FRA"), node(&graph, "CHL")];
    let score = |calls: &RollCalls, formula| calls.agreement(pair[0], pair[1]).score(formula).unwrap();
    let every = score(&all(&graph), Formula::Published);
    let kenya =
        all(&graph).agreement(node(&graph, "KEN"), node(&graph, "CHL")).score(Formula::Published).unwrap();
    assert_eq!(kenya.minus(&every), Ok(0.375), "two pairs over one set of roll calls");
    let error = every.minus(&score(&all(&graph).contested(), Formula::Published)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "these scores are not of the same votes: 5 roll calls of nations, un-votes by the published formula beside 3 contested \
         roll calls of nations, un-votes by the published formula; count both over one set of roll calls"
    );
    assert!(every.minus(&score(&all(&graph), Formula::Identical)).is_err());
    assert!(every.minus(&score(&all(&graph).in_year(2006), Formula::Published)).is_err());
}

#[test]
fn all_pairs_are_the_pairs_one_by_one() {
    let graph = made_up();
    let pairs = all(&graph).all_pairs();
    assert_eq!(pairs.len(), 4 * 3 / 2);
    for pair in pairs {
        assert_eq!(counts(&pair), counts(&all(&graph).agreement(pair.left, pair.right)));
        assert!(graph.node(pair.left).unwrap().key < graph.node(pair.right).unwrap().key);
    }
}

#[test]
fn agreement_in_the_published_votes_is_what_their_definition_gives() {
    let files = ["un_roll_calls.csv.xz", "un_roll_call_issues.csv.xz", "un_votes.csv.xz"].map(published);
    let [Some(calls_file), Some(issues), Some(votes)] = files else { return };
    let graph = graph(Cursor::new(calls_file), Cursor::new(issues), Cursor::new(votes));
    // Calendar years, all votes, counted from the published table by its definition.
    for (left, right, year, expected) in [
        ("GBR", "FRA", "1985", 0.916_667),
        ("GBR", "FRA", "2003", 0.934_066),
        ("GBR", "FRA", "2019", 0.95),
        ("USA", "RUS", "1985", 0.258_278),
        ("USA", "CHN", "2003", 0.230_337),
        ("USA", "CHN", "2019", 0.204_545),
    ] {
        let value =
            calls(&graph, year, year).agreement(node(&graph, left), node(&graph, right)).value().unwrap();
        assert!((value - expected).abs() < 5e-7, "{left} {right} {year}: {value}");
    }
    // In words the same figure comes out.
    let answer = graph.ask("how far do the United Kingdom and France agree in 2019").unwrap();
    let [likeness] = answer.agreement().unwrap() else { panic!("one pair was asked for") };
    assert!((likeness.value().unwrap() - 0.95).abs() < 1e-12, "{likeness:?}");
    let year = calls(&graph, "2019", "2019");
    let (count, pairs) = (year.voters().len(), year.all_pairs());
    assert!(count > 190);
    assert_eq!(pairs.len(), count * (count - 1) / 2);
    let close =
        pairs.iter().find(|pair| [pair.left, pair.right] == [node(&graph, "FRA"), node(&graph, "GBR")]);
    assert!((close.unwrap().value().unwrap() - 0.95).abs() < 1e-12);
}
