//! Ideal points: what votes tell and what they do not, justices by hand-checked order, and the published points of nations.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]
#![cfg_attr(feature = "csv", expect(clippy::print_stderr, reason = "a test that is skipped says so"))]

#[cfg(feature = "csv")]
mod published;

use stancegraph::analysis::agreement::RollCalls;
use stancegraph::analysis::ideal_points::{Axis, Dimensions, Estimate, IdealPoints, Point};
use stancegraph::model::NodeId;
use stancegraph::model::draft::{Draft, NodeDraft, StatementDraft};
use stancegraph::position::{Lens, Selection};
use stancegraph::{GraphBuilder, StanceGraph};

/// The cases of the October 2000 term of the Supreme Court of the United States in which its nine justices, in the order of
/// [`JUSTICES`], did not all vote alike: 1 for a liberal vote, 0 for a conservative one, as coded by Spaeth.
///
/// Published as `SupremeCourt` with the R packages `MCMCpack` and Zelig.
const CASES: &str = "011011011 010001011 010001011 000000001 110010000 010000000 011001011 010000000 010011011 \
111011011 011011011 010001011 101111110 010001011 011001011 010001011 011000011 010001011 010001011 000000010 \
010100101 011011011 1--011011 010001011 111011011 010001011 011011011 010000000 000101111 001001011 010001010 \
000000011 111011111 011001011 010011011 010011011 110111100 011001011 101111110 101110100 010001011 010001011 \
011001011";

const JUSTICES: [&str; 9] =
    ["rehnquist", "stevens", "oconnor", "scalia", "kennedy", "souter", "thomas", "ginsburg", "breyer"];

/// Who votes how on what in which year.
type Voted = (String, String, char, u16);

fn graph(votes: &[Voted]) -> StanceGraph {
    let mut draft = Draft::default();
    let mut known = std::collections::BTreeSet::new();
    for (id, (voter, call, vote, year)) in votes.iter().enumerate() {
        if known.insert(voter.clone()) {
            draft.nodes.push(NodeDraft::organization(voter.as_str(), voter.as_str()));
        }
        if known.insert(call.clone()) {
            draft.nodes.push(NodeDraft::proposal(call.as_str(), call.as_str()));
        }
        let stance = match vote {
            '0' => "rejects",
            '1' => "supports",
            _ => "abstains",
        };
        let vote = StatementDraft::new(format!("s{id}"), voter.as_str(), stance, call.as_str());
        draft
            .statements
            .push(StatementDraft { act: Some("voted".into()), ..vote.said(format!("{year}-05-05")) });
    }
    GraphBuilder::new().add(draft).build().unwrap()
}

fn cases() -> Vec<Voted> {
    let votes = |(number, case): (usize, &str)| {
        let cast = JUSTICES.iter().zip(case.chars().collect::<Vec<_>>()).filter(|(_, vote)| *vote != '-');
        cast.map(|(who, vote)| (who.to_string(), format!("case-{number:02}"), vote, 2000)).collect::<Vec<_>>()
    };
    CASES.split_whitespace().enumerate().flat_map(votes).collect()
}

fn calls(graph: &StanceGraph) -> RollCalls {
    RollCalls::of(&Selection::new(graph, Lens::default()))
}

fn estimate(graph: &StanceGraph) -> Estimate {
    IdealPoints::of(&calls(graph)).estimate().unwrap()
}

fn by_key<'e>(graph: &'e StanceGraph, estimate: &'e Estimate) -> Vec<(&'e str, &'e Point)> {
    estimate.points().iter().map(|point| (graph.node(point.holder).unwrap().key.as_str(), point)).collect()
}

#[test]
fn justices_stand_as_published() {
    let graph = graph(&cases());
    let node = |key: &str| graph.find(key).unwrap();
    let points = IdealPoints::of(&calls(&graph)).upward(node("stevens"), node("thomas"));
    let estimate = points.estimate().unwrap();
    assert!(estimate.convergence().reached);
    let mut order = by_key(&graph, &estimate);
    order.sort_by(|left, right| left.1.first.value.total_cmp(&right.1.first.value));
    let order: Vec<&str> = order.into_iter().map(|(key, _)| key).collect();
    // Martin and Quinn's scores of that term: Stevens at the one end, Ginsburg, Breyer and Souter near each other, O'Connor at
    // the median, then Kennedy, Rehnquist, and Scalia and Thomas at the other.
    assert_eq!(order[0], "stevens");
    let mut liberal = order[1..4].to_vec();
    liberal.sort_unstable();
    assert_eq!(liberal, ["breyer", "ginsburg", "souter"]);
    assert_eq!(order[4..7], ["oconnor", "kennedy", "rehnquist"]);
    let mut far = order[7..].to_vec();
    far.sort_unstable();
    assert_eq!(far, ["scalia", "thomas"]);
}

#[test]
fn justices_stand_where_a_sampler_puts_them() {
    // Means and deviations of draws from the posterior of the probit model, by tests/peers/points.py.
    let figures =
        include_str!("peers/points.jsonl").lines().find(|line| line.contains("\"justices\"")).unwrap();
    let figures: serde_json::Value = serde_json::from_str(figures).unwrap();
    let list = |name: &str| figures[name].as_array().unwrap().clone();
    let numbers = |name: &str| list(name).iter().map(|one| one.as_f64().unwrap()).collect::<Vec<f64>>();
    let (means, deviations) = (numbers("mean"), numbers("deviation"));
    let graph = graph(&cases());
    let node = |key: &str| graph.find(key).unwrap();
    let estimate =
        IdealPoints::of(&calls(&graph)).upward(node("stevens"), node("thomas")).estimate().unwrap();
    let place = |name: &serde_json::Value| estimate.of(node(name.as_str().unwrap())).next().unwrap().first;
    let places: Vec<_> = list("names").iter().map(place).collect();
    // On the sampler's scale: where its mean is, and as wide.
    let middle = means.iter().sum::<f64>() / 9.0;
    let wide = (means.iter().map(|mean| (mean - middle).powi(2)).sum::<f64>() / 9.0).sqrt();
    let own = (places.iter().map(|place| place.value.powi(2)).sum::<f64>() / 9.0).sqrt();
    let off = |(place, mean): (f64, &f64)| place / own * wide + middle - mean;
    let off: Vec<f64> = places.iter().map(|place| place.value).zip(&means).map(off).collect();
    for (off, deviation) in off.iter().zip(&deviations) {
        assert!(
            off.abs() < *deviation,
            "no justice is off by as much as one deviation: {off:?} {deviations:?}"
        );
    }
    let rest = off.iter().map(|off| off * off).sum::<f64>() / 9.0;
    assert!(1.0 - rest / (wide * wide) > 0.95, "{off:?}");
}

fn same(left: &Estimate, right: &Estimate, graphs: [&StanceGraph; 2]) {
    let told = |estimate: &Estimate, graph: &StanceGraph| -> Vec<(String, u64, u64)> {
        let bits = |(key, point): (&str, &Point)| {
            (key.to_owned(), point.first.value.to_bits(), point.first.error.to_bits())
        };
        by_key(graph, estimate).into_iter().map(bits).collect()
    };
    assert_eq!(told(left, graphs[0]), told(right, graphs[1]));
}

#[test]
fn the_order_of_votes_and_unanimous_calls_change_nothing() {
    let plain = graph(&cases());
    let mut other = cases();
    other.reverse();
    other.extend(JUSTICES.iter().map(|who| (who.to_string(), "all-agree".to_owned(), '1', 2000)));
    other.push(("visitor".to_owned(), "all-agree".to_owned(), '1', 2000));
    let other = graph(&other);
    let found = estimate(&other);
    same(&estimate(&plain), &found, [&plain, &other]);
    assert_eq!(found.of(other.find("visitor").unwrap()).count(), 0, "no vote of its own tells anything");
}

#[test]
fn who_votes_once_is_near_the_middle_and_unsure() {
    let mut votes = cases();
    votes.push(("visitor".to_owned(), "case-00".to_owned(), '1', 2000));
    let graph = graph(&votes);
    let found = estimate(&graph);
    let at = |key: &str| found.of(graph.find(key).unwrap()).next().unwrap().first;
    assert!(at("visitor").error > 3.0 * at("souter").error, "{:?} {:?}", at("visitor"), at("souter"));
    assert!(at("visitor").value.abs() < 0.5 * at("stevens").value.abs(), "{:?}", at("visitor"));
    let (low, high) = at("visitor").interval();
    assert!((high - low - 2.0 * 1.96 * at("visitor").error).abs() < 1e-3);
}

#[test]
fn a_point_gives_back_its_votes() {
    let graph = graph(&cases());
    let found = estimate(&graph);
    let point = found.of(graph.find("stevens").unwrap()).next().unwrap();
    assert_eq!(point.votes, 42, "one of the 43 cases was decided without Stevens");
    let behind: Vec<_> = found.behind(point).collect();
    assert_eq!(behind.len(), 42);
    for vote in behind {
        let statement = graph.statement(vote.statement).unwrap();
        assert_eq!((statement.holder, statement.target), (point.holder, vote.call));
    }
    assert_eq!(found.divisions().len(), 43);
}

#[test]
fn last_words_are_read_as_votes_are() {
    let graph = graph(&cases());
    let holders: Vec<NodeId> = JUSTICES.iter().map(|key| graph.find(key).unwrap()).collect();
    let selection = Selection::new(&graph, Lens::default());
    let stances = IdealPoints::of_stances(&selection, &holders).estimate().unwrap();
    same(&estimate(&graph), &stances, [&graph, &graph]);
}

#[test]
fn years_lie_on_one_scale() {
    // The same 43 questions again a year later, answered alike.
    let mut votes = cases();
    let later = cases().into_iter().map(|(who, case, vote, _)| (who, format!("{case}-again"), vote, 2001));
    votes.extend(later);
    let graph = graph(&votes);
    let node = |key: &str| graph.find(key).unwrap();
    let points = IdealPoints::of(&calls(&graph)).upward(node("stevens"), node("thomas")).by_year();
    let found = points.estimate().unwrap();
    for key in JUSTICES {
        let years: Vec<&Point> = found.of(node(key)).collect();
        assert_eq!(years.iter().map(|point| point.year).collect::<Vec<_>>(), [Some(2000), Some(2001)]);
        assert!((years[0].first.value - years[1].first.value).abs() < 0.01, "{key} voted alike: {years:?}");
    }
}

#[test]
fn a_plane_has_two_axes_each_pointing_as_told() {
    let graph = graph(&cases());
    let node = |key: &str| graph.find(key).unwrap();
    let points = IdealPoints::of(&calls(&graph)).dimensions(Dimensions::Two);
    let points = points.upward(node("stevens"), node("thomas")).upward_on(
        Axis::Second,
        node("breyer"),
        node("scalia"),
    );
    let found = points.estimate().unwrap();
    let at = |key: &str| *found.of(node(key)).next().unwrap();
    assert!(at("stevens").first.value < at("thomas").first.value);
    assert!(at("breyer").second.unwrap().value < at("scalia").second.unwrap().value);
    let common: f64 = found.divisions().iter().map(|one| one.slope[0] * one.slope[1]).sum();
    let most: f64 = found.divisions().iter().map(|one| one.slope[0] * one.slope[0]).sum();
    assert!(common.abs() < 0.05 * most, "slopes of the axes do not go together");
}

#[test]
fn what_makes_no_estimate_says_why() {
    let small = graph(&[("a".into(), "x".into(), '1', 2000), ("b".into(), "x".into(), '1', 2000)]);
    let told = |points: IdealPoints| points.estimate().unwrap_err().to_string();
    assert_eq!(
        told(IdealPoints::of(&calls(&small))),
        "none of 1 roll calls divides its voters; take a longer period, or proposals on which stances differ"
    );
    let graph = graph(&cases());
    let (case, scalia) = (graph.find("case-00").unwrap(), graph.find("scalia").unwrap());
    assert_eq!(
        told(IdealPoints::of(&calls(&graph)).upward(case, scalia)),
        "`case-00` has no vote in a roll call that divides, and cannot tell which way an axis points; name someone who has"
    );
    assert_eq!(
        told(IdealPoints::of(&calls(&graph)).upward(scalia, scalia)),
        "an axis points from one holder to another, and `scalia` was named for both; name two"
    );
    assert_eq!(told(IdealPoints::of(&calls(&graph)).drift(-1.0)), "the drift is -1; write a number above 0");
    let few = IdealPoints::of(&calls(&graph)).at_most(2).estimate().unwrap().convergence();
    assert!(!few.reached && few.iterations == 2);
}

#[cfg(feature = "csv")]
mod nations {
    use std::collections::BTreeMap;
    use std::io::Cursor;
    use std::time::Instant;

    use stancegraph::format::import::UnVotes;
    use stancegraph::format::{Format, read};
    use stancegraph::model::Window;
    use stancegraph::{Date, datasets};

    use super::published::published;
    use super::*;

    /// The published points by COW code and year.
    fn published_points() -> Option<BTreeMap<(u16, i16), f64>> {
        let text = published("ideal_points_2020.csv.xz")?;
        let mut reader = csv::Reader::from_reader(Cursor::new(text));
        let header = reader.headers().unwrap().clone();
        let column = |name: &str| header.iter().position(|field| field.starts_with(name)).unwrap();
        let (code, session, point) = (column("ccode"), column("session"), column("IdealPoint"));
        let read = |row: csv::StringRecord| {
            let year = row[session].parse::<i16>().unwrap() + 1945;
            Some(((row[code].parse().ok()?, year), row[point].parse().ok()?))
        };
        Some(reader.records().filter_map(|row| read(row.unwrap())).collect())
    }

    fn nations() -> Option<StanceGraph> {
        let (calls, votes) = (published("un_roll_calls.csv.xz")?, published("un_votes.csv.xz")?);
        let reader = UnVotes::new().roll_calls(Cursor::new(calls), "calls").unwrap();
        let draft = reader.votes(Cursor::new(votes), "votes", |_| ()).unwrap().draft;
        let nations = read(datasets::text("nations").unwrap(), Format::Toml, "nations").draft;
        Some(GraphBuilder::new().add(nations).add(draft).build().unwrap())
    }

    fn within(graph: &StanceGraph, from: &str, to: &str) -> RollCalls {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let mut lens = Lens::default();
        lens.period = Some(Window { earliest: Some(day(from).earliest()), latest: Some(day(to).latest()) });
        RollCalls::of(&Selection::new(graph, lens))
    }

    /// Of nations with 50 votes a year or more: each year's pairs of the estimate and the published point.
    fn pairs(
        graph: &StanceGraph,
        estimate: &Estimate,
        published: &BTreeMap<(u16, i16), f64>,
        year: Option<i16>,
    ) -> BTreeMap<i16, Vec<(f64, f64)>> {
        let mut pairs: BTreeMap<i16, Vec<(f64, f64)>> = BTreeMap::new();
        for point in estimate.points().iter().filter(|point| point.votes >= 50) {
            let code = graph.node(point.holder).unwrap().id("cow").and_then(|code| code.parse().ok());
            let (Some(code), Some(year)) = (code, point.year.or(year)) else { continue };
            if let Some(other) = published.get(&(code, year)) {
                pairs.entry(year).or_default().push((point.first.value, *other));
            }
        }
        pairs
    }

    fn correlation(pairs: &[(f64, f64)]) -> f64 {
        let number = f64::from(u32::try_from(pairs.len()).unwrap());
        let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / number;
        let (left, right) = (mean(|pair| pair.0), mean(|pair| pair.1));
        let sum =
            |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(l, r)| of(l - left, r - right)).sum::<f64>();
        sum(&|l, r| l * r) / (sum(&|l, _| l * l) * sum(&|_, r| r * r)).sqrt()
    }

    #[test]
    fn nations_stand_where_they_are_published_to_stand() {
        let (Some(expected), Some(graph)) = (published_points(), nations()) else { return };
        let node = |key: &str| graph.find(key).unwrap();
        let estimate = |from: &str, to: &str| {
            IdealPoints::of(&within(&graph, from, to)).upward(node("CUB"), node("USA"))
        };
        for dimensions in Dimensions::ALL {
            let (points, start) = (estimate("2012", "2012").dimensions(*dimensions), Instant::now());
            let one = points.estimate().unwrap();
            let passed = start.elapsed();
            let together = correlation(&pairs(&graph, &one, &expected, Some(2012))[&2012]);
            eprintln!("2012 on its own, {dimensions}: {together:.4}, in {passed:?}, {:?}", one.convergence());
            assert!(one.convergence().reached && together > 0.95);
        }
        let (points, start) = (estimate("2000", "2019").by_year(), Instant::now());
        let all = points.estimate().unwrap();
        eprintln!("20 years in {:?}, {:?}", start.elapsed(), all.convergence());
        assert!(all.convergence().reached, "{:?}", all.convergence());
        let pairs_of = pairs(&graph, &all, &expected, None);
        let mut by_year: Vec<f64> = pairs_of.values().map(|pairs| correlation(pairs)).collect();
        by_year.sort_by(f64::total_cmp);
        let pooled = correlation(&pairs_of.into_values().flatten().collect::<Vec<_>>());
        eprintln!(
            "by year from {:.4}, median {:.4}; pooled {pooled:.4}",
            by_year[0],
            by_year[by_year.len() / 2]
        );
        assert!(by_year.len() == 20 && by_year[0] > 0.96 && pooled > 0.97, "{by_year:?} {pooled}");
    }
}
