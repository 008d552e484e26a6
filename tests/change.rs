//! Change over time on small made-up graphs: every figure by hand, or by a plain loop beside it.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use proptest::prelude::*;
use stancegraph::analysis::agreement::RollCalls;
use stancegraph::analysis::bootstrap::Bootstrap;
use stancegraph::analysis::change::{
    Drift, Line, Tendency, Trend, agreement_by_year, camps_by_year, grades, said_by_month, shifts, shifts_on,
    support_by_month,
};
use stancegraph::analysis::ideal_points::IdealPoints;
use stancegraph::analysis::intercoder::{Difference, Ratings, Readings};
use stancegraph::analysis::network::{Aggregation, Networks, Qualifier, Settings};
use stancegraph::model::draft::{Draft, NodeDraft, SourceDraft, StatementDraft};
use stancegraph::model::{Date, NodeId, Window};
use stancegraph::position::{Lean, Lens, Selection};
use stancegraph::query::Listing;
use stancegraph::{GraphBuilder, Polarity, StanceGraph};

/// Who takes which stance on what, and when.
type Said<'a> = (&'a str, &'a str, &'a str, &'a str);

fn draft(statements: &[Said<'_>]) -> Draft {
    let mut draft = Draft::default();
    let mut known = std::collections::BTreeSet::new();
    for (id, (holder, stance, target, date)) in statements.iter().enumerate() {
        if known.insert(*holder) {
            draft.nodes.push(NodeDraft::organization(*holder, *holder));
        }
        if known.insert(*target) {
            draft.nodes.push(NodeDraft::proposal(*target, *target));
        }
        draft.statements.push(StatementDraft::new(format!("s{id}"), *holder, *stance, *target).said(*date));
    }
    draft
}

fn graph(statements: &[Said<'_>]) -> StanceGraph {
    GraphBuilder::new().add(draft(statements)).build().unwrap()
}

fn all(graph: &StanceGraph) -> Selection<'_> {
    Selection::new(graph, Lens::default())
}

fn node(graph: &StanceGraph, key: &str) -> NodeId {
    graph.find(key).unwrap()
}

const KENYA: [Said<'_>; 6] = [
    ("kenya", "supports", "levy", "2020-01-10"),
    ("kenya", "accepts", "levy", "2020-02-10"),
    ("kenya", "rejects", "levy", "2021-03"),
    ("kenya", "withdraws", "levy", "2022-05-01"),
    ("chile", "rejects", "levy", "2020-01-31"),
    ("chile", "abstains", "levy", "2020-03-01"),
];

/// Kenya and Chile on a levy, ten days apart, and Peru a year before.
fn levy() -> StanceGraph {
    let mut draft = Draft::default();
    for (id, key, name, stance, day) in [
        ("s0", "PER", "Peru", "rejects", "2019-05-01"),
        ("s1", "KEN", "Kenya", "supports", "2020-06-10"),
        ("s2", "CHL", "Chile", "rejects", "2020-06-20"),
    ] {
        draft.nodes.push(NodeDraft::nation(key, name));
        draft.statements.push(StatementDraft::new(id, key, stance, "levy").said(day));
    }
    draft.nodes.push(NodeDraft::proposal("levy", "carbon levy"));
    GraphBuilder::new().add(draft).build().unwrap()
}

#[test]
fn support_ends_with_the_day_asked_about_and_begins_before_the_period() {
    let graph = levy();
    let day = |text: &str| text.parse::<Date>().unwrap().earliest();
    let target = graph.find("levy").unwrap();
    let mut lens = Lens::default();
    lens.as_of = Some(day("2020-06-15"));
    let months = support_by_month(&Selection::new(&graph, lens), target);
    let last = months.last().unwrap();
    assert_eq!((last.end, last.favor, last.against, last.count), (day("2020-06-15"), 1, 1, 1));
    let mut lens = Lens::default();
    lens.period = Some(Window { earliest: Some(day("2020-01-01")), latest: None });
    let months = support_by_month(&Selection::new(&graph, lens), target);
    assert_eq!(months.len(), 1);
    assert_eq!((months[0].favor, months[0].against), (1, 2), "Peru said no a year before");
}

#[test]
fn a_shift_has_its_days_and_its_evidence() {
    let graph = graph(&KENYA);
    let (kenya, levy) = (node(&graph, "kenya"), node(&graph, "levy"));
    let found = shifts(&all(&graph), kenya, levy);
    let told: Vec<_> = found
        .iter()
        .map(|shift| {
            let leans = |positions: &[stancegraph::position::Position]| {
                positions.iter().map(|position| position.lean).collect::<Vec<_>>()
            };
            (shift.from.to_string(), shift.by.to_string(), leans(&shift.before), leans(&shift.after))
        })
        .collect();
    let day = |text: &str| text.to_owned();
    assert_eq!(told[0], (day("2021-03-01"), day("2021-03-31"), vec![Lean::Favor], vec![Lean::Against]));
    assert_eq!((told[1].0.as_str(), told[1].1.as_str()), ("2022-05-01", "2022-05-01"));
    assert_eq!((told.len(), &told[1].2), (2, &vec![Lean::Against]));
    let keys: Vec<String> = found[0].before[0]
        .statements
        .iter()
        .map(|id| graph.statement(*id).unwrap().said.unwrap().to_string())
        .collect();
    assert_eq!(keys, ["2020-02-10", "2020-01-10"], "both words of favor are the evidence");
    let everyone = shifts_on(&all(&graph), levy, Listing::Speakers);
    assert_eq!(everyone.len(), 3, "Chile's turn from against to neutral is the third");
}

#[test]
fn months_tell_what_was_said_and_where_it_stands() {
    let graph = graph(&KENYA);
    let months = support_by_month(&all(&graph), node(&graph, "levy"));
    let told: Vec<_> = months
        .iter()
        .map(|month| (month.end.to_string(), month.flow, [month.favor, month.neutral, month.against]))
        .collect();
    let month = |day: &str, flow, state| (day.to_owned(), flow, state);
    assert_eq!(
        told,
        [
            month("2020-01-31", 0, [1, 0, 1]),
            month("2020-02-29", 1, [1, 0, 1]),
            month("2020-03-31", 0, [1, 1, 0]),
            month("2021-03-31", -1, [0, 1, 1]),
            month("2022-05-31", 0, [0, 1, 0]),
        ]
    );
}

#[test]
fn a_drift_runs_over_what_is_known_to_the_day() {
    let graph = graph(&[
        ("kenya", "rejects", "levy", "2020-01-01"),
        ("kenya", "abstains", "levy", "2021-01-01"),
        ("kenya", "supports", "levy", "2022-01-01"),
        ("kenya", "rejects", "levy", "2022"),
    ]);
    let found = grades(&all(&graph), node(&graph, "kenya"), node(&graph, "levy"));
    let points: Vec<(f64, f64)> = found.iter().map(|grade| (grade.year(), grade.grade)).collect();
    assert_eq!(points.iter().map(|point| point.1).collect::<Vec<_>>(), [-2.0, 0.0, 2.0]);
    for trend in [Trend::theil_sen(&points).unwrap(), Trend::least_squares(&points).unwrap()] {
        assert!((trend.slope - 2.0).abs() < 0.01, "two grades a year: {trend:?}");
    }
}

#[test]
fn a_tendency_is_told_from_five_days_on_and_only_beyond_chance() {
    let said = |stances: &'static [&'static str]| -> Vec<Said<'static>> {
        let days = ["2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01"];
        stances.iter().zip(days).map(|(stance, day)| ("kenya", *stance, "levy", day)).collect()
    };
    let tendency = |said: &[Said<'_>]| {
        let graph = graph(said);
        let drift = Drift::of(&all(&graph), node(&graph, "kenya"), node(&graph, "levy"), Line::TheilSen);
        assert_eq!(drift.grades.len(), said.len(), "each has its statement");
        drift.tendency()
    };
    let warmer = ["rejects", "doubts", "abstains", "open-to", "supports"];
    assert_eq!(tendency(&said(&["rejects", "doubts", "abstains", "open-to", "supports"])), Tendency::Warmer);
    assert_eq!(tendency(&said(&["supports", "open-to", "abstains", "doubts", "rejects"])), Tendency::Colder);
    assert_eq!(tendency(&said(&["rejects", "doubts", "abstains", "supports"])), Tendency::TooFew);
    assert_eq!(
        tendency(&said(&["rejects", "supports", "rejects", "supports", "rejects"])),
        Tendency::Neither
    );
    assert_eq!(tendency(&said(&["supports"; 6])), Tendency::Neither, "no change is no drift");
    // Five statements on one day have no line at all.
    let one_day: Vec<Said<'_>> =
        warmer.iter().map(|stance| ("kenya", *stance, "levy", "2020-01-01")).collect();
    assert_eq!(tendency(&one_day), Tendency::TooFew);
}

#[test]
fn the_drifts_of_all_are_those_of_everyone_with_a_grade() {
    let graph = stancegraph::datasets::nato_accession().unwrap();
    let selection = all(graph);
    for target in ["sweden-accession", "croatian-consent", "TUR"].map(|key| node(graph, key)) {
        for (listing, nations) in [(Listing::Speakers, false), (Listing::Nations, true)] {
            let found = Drift::of_all(&selection, target, listing, Line::TheilSen);
            let is_listed = |id: NodeId| {
                let spoke = graph.statements().any(|(_, one)| one.holder == id && one.target == target);
                let nation = graph.node(id).unwrap().kind() == stancegraph::model::NodeKind::Nation;
                if nations { nation } else { spoke }
            };
            let expected: Vec<NodeId> = graph
                .nodes()
                .map(|(id, _)| id)
                .filter(|id| is_listed(*id) && !grades(&selection, *id, target).is_empty())
                .collect();
            assert_eq!(found.iter().map(|drift| drift.holder).collect::<Vec<_>>(), expected);
        }
    }
}

#[test]
fn the_statements_of_a_month_are_those_that_are_counted() {
    for graph in [stancegraph::datasets::nato_accession(), stancegraph::datasets::invented()] {
        let graph = graph.unwrap();
        let selection = all(graph);
        for (target, _) in graph.nodes() {
            let said = said_by_month(&selection, target);
            let counted = |ids: &[stancegraph::model::StatementId]| {
                let polarity = |id| graph.statement(id).unwrap().stance.polarity();
                let leaning =
                    |side| ids.iter().filter(|id| polarity(**id) == Some(side)).map(|_| 1i64).sum::<i64>();
                (ids.len() as u64, leaning(Polarity::Favor) - leaning(Polarity::Against))
            };
            let found: Vec<_> = said.iter().map(|(month, ids)| (*month, counted(ids))).collect();
            let months = support_by_month(&selection, target);
            let expected: Vec<_> = months.iter().map(|one| (one.month, (one.count, one.flow))).collect();
            assert_eq!(found, expected);
            // Who stands where at the end was said in a month up to it, or in none that is known.
            for month in &months {
                let until: Vec<_> = said.range(..=month.month).flat_map(|(_, ids)| ids).collect();
                for word in selection.at(month.end).latest(target) {
                    let known = graph
                        .statement(word.statement)
                        .unwrap()
                        .said
                        .is_some_and(|said| said.to_string().len() > 4);
                    assert!(!known || until.contains(&&word.statement));
                }
            }
        }
    }
}

/// Votes of two camps of three in two years: in the second one of the left votes with the right.
fn camps() -> StanceGraph {
    let mut draft = Draft::default();
    draft.nodes.extend(["a1", "a2", "a3", "b1", "b2", "b3"].map(|key| NodeDraft::organization(key, key)));
    for (year, call, votes) in
        [(2000, "x", "111000"), (2000, "y", "111000"), (2001, "z", "110000"), (2001, "w", "11-000")]
    {
        draft.nodes.push(NodeDraft::proposal(call, call));
        for (number, vote) in votes.chars().enumerate().filter(|(_, vote)| *vote != '-') {
            let holder = ["a1", "a2", "a3", "b1", "b2", "b3"][number];
            let stance = if vote == '1' { "supports" } else { "rejects" };
            let vote = StatementDraft::new(format!("{call}-{holder}"), holder, stance, call);
            draft
                .statements
                .push(StatementDraft { act: Some("voted".into()), ..vote.said(format!("{year}-06-01")) });
        }
    }
    GraphBuilder::new().add(draft).build().unwrap()
}

#[test]
fn camps_that_lose_a_member_come_nearer() {
    let graph = camps();
    let nodes = |keys: [&str; 3]| keys.map(|key| node(&graph, key));
    let calls = RollCalls::of(&all(&graph));
    let years = camps_by_year(&calls, &nodes(["a1", "a2", "a3"]), &nodes(["b1", "b2", "b3"]));
    assert_eq!((years[0].within, years[0].between, years[0].distance()), (Some(1.0), Some(0.0), Some(1.0)));
    // Within: a1-a2 and the three of the right agree, a3 with a1 and a2 does not; between: a3 agrees with all three.
    let (within, between) = (4.0 / 6.0, 3.0 / 9.0);
    assert_eq!((years[1].within, years[1].between), (Some(within), Some(between)));
    assert_eq!((years[1].pairs_within, years[1].pairs_between), (6, 9));
    let pair = agreement_by_year(&calls, node(&graph, "a1"), node(&graph, "a3"));
    let values: Vec<_> = pair.iter().map(|(year, one)| (*year, one.common, one.value().unwrap())).collect();
    assert_eq!(values, [(2000, 2, 1.0), (2001, 1, 0.0)]);
}

#[test]
fn a_bootstrap_is_the_same_again_whatever_it_is_over() {
    let graph = camps();
    let calls = RollCalls::of(&all(&graph));
    let (left, right) = (node(&graph, "a1"), node(&graph, "a3"));
    let bootstrap = Bootstrap::new(5).draws(200);
    let agreement = || bootstrap.of(&calls, |calls| calls.agreement(left, right).value()).unwrap();
    let found = agreement();
    assert_eq!(found, agreement());
    assert!((found.value.unwrap() - 2.0 / 3.0).abs() < 1e-12 && found.error.unwrap() > 0.1);
    // Only a sample of nothing but `w`, in which the one of the two did not vote, has no value: 1 in 256.
    assert!(found.without < 10, "{found:?}");
    let points = bootstrap.of_each(&calls, |calls| {
        let estimate = IdealPoints::of(calls).upward(node(&graph, "b1"), left).estimate();
        let value = |holder| Some(estimate.as_ref().ok()?.of(holder).next()?.first.value);
        vec![value(left), value(right)]
    });
    let points = points.unwrap();
    assert!(
        points[1].error.unwrap() > points[0].error.unwrap(),
        "the one who changed is the less sure: {points:?}"
    );
    let mut ratings = Ratings::default();
    for (unit, values) in [[1.0, 1.0], [0.0, 1.0], [0.0, 0.0], [1.0, 1.0], [1.0, 0.0]].iter().enumerate() {
        for (coder, value) in ["first", "second"].into_iter().zip(values) {
            ratings.rate(&unit.to_string(), coder, *value).unwrap();
        }
    }
    ratings.rate("alone", "first", 1.0).unwrap();
    let pairs = ratings.among(&["first", "second"]);
    assert_eq!((ratings.len(), pairs.len(), ratings.among(&["first"]).len()), (6, 5, 0));
    assert_eq!(pairs.alpha(Difference::Nominal), ratings.alpha(Difference::Nominal));
    let alpha = |of: &Ratings| of.alpha(Difference::Nominal).ok().map(|alpha| alpha.value);
    let scatter = bootstrap.of(&pairs, alpha).unwrap();
    // The same units as a list, drawn by the same numbers, and alpha of two values a unit and two categories by hand.
    let units: Vec<[f64; 2]> = vec![[1.0, 1.0], [0.0, 1.0], [0.0, 0.0], [1.0, 1.0], [1.0, 0.0]];
    let by_hand = |units: &Vec<[f64; 2]>| {
        let values = 2.0 * units.iter().map(|_| 1.0).sum::<f64>();
        let ones: f64 = units.iter().flatten().sum();
        let observed = 2.0
            * units.iter().filter(|unit| (unit[0] - unit[1]).abs() > 0.5).map(|_| 1.0).sum::<f64>()
            / values;
        let expected = 2.0 * ones * (values - ones) / (values * (values - 1.0));
        (expected > 0.0).then(|| 1.0 - observed / expected)
    };
    let listed = bootstrap.of(&units, by_hand).unwrap();
    assert_eq!((scatter.draws, scatter.without), (listed.draws, listed.without));
    assert!((scatter.mean.unwrap() - listed.mean.unwrap()).abs() < 1e-12, "{scatter:?} {listed:?}");
    assert!((scatter.error.unwrap() - listed.error.unwrap()).abs() < 1e-12);
    let coding = Networks::of(&all(&graph)).coding();
    let mut settings = Settings::default();
    settings.aggregation = Aggregation::Congruence;
    let weight = bootstrap
        .of(&coding, |coding| coding.network(&settings).ok()?.weight_between("a1", "a2").or(Some(0.0)));
    let weight = weight.unwrap();
    assert_eq!(weight.value, Some(4.0));
    assert!(weight.error.unwrap() > 0.5 && weight.interval.unwrap().0 < 4.0);
}

#[cfg(feature = "parallel")]
#[test]
fn threads_change_nothing() {
    let graph = camps();
    let calls = RollCalls::of(&all(&graph));
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let left = node(&graph, "a1");
            let estimate = IdealPoints::of(&calls).by_year().estimate().unwrap();
            let points: Vec<_> = estimate
                .points()
                .iter()
                .map(|point| (point.first.value.to_bits(), point.first.error.to_bits()))
                .collect();
            let scatter = Bootstrap::new(9)
                .draws(100)
                .of(&calls, |calls| calls.agreement(left, node(&graph, "a3")).value());
            (points, scatter.unwrap())
        })
    };
    let one = on(1);
    for threads in [2, 3, 7] {
        assert_eq!(on(threads), one, "{threads} threads");
    }
}

#[test]
fn sources_of_one_act_are_its_coders() {
    let mut draft = draft(&[]);
    draft.nodes.extend(["kenya", "chile", "peru"].map(|key| NodeDraft::organization(key, key)));
    draft.nodes.push(NodeDraft::proposal("levy", "levy"));
    draft.sources.extend(["left", "right"].map(|key| SourceDraft::new(key, key)));
    let told = [
        ("kenya", "supports", "left"),
        ("kenya", "supports", "right"),
        ("chile", "rejects", "left"),
        ("chile", "abstains", "right"),
        ("peru", "rejects", "left"),
        ("peru", "supports", "left"),
        ("peru", "rejects", "right"),
    ];
    for (id, (holder, stance, source)) in told.into_iter().enumerate() {
        let statement = StatementDraft::new(format!("s{id}"), holder, stance, "levy").said("2020-01-10");
        draft.statements.push(statement.cited(source, "page 1"));
    }
    let graph = GraphBuilder::new().add(draft).build().unwrap();
    let readings = Readings::of(&all(&graph), Qualifier::Degree);
    assert_eq!(readings.at_odds, [("peru, levy, 2020-01-10".to_owned(), "left".to_owned())]);
    let alpha = readings.ratings.alpha(Difference::Interval).unwrap();
    // Values 2, 2, -2 and 0. Within units: 2 * 4 / 4. Between all: 2 * (0 + 16 + 4 + 16 + 4 + 4) / 12.
    assert_eq!((alpha.units, alpha.values, alpha.observed), (2, 4, 2.0));
    assert!((alpha.value - (1.0 - 2.0 / (88.0 / 12.0))).abs() < 1e-12, "{alpha:?}");
    assert_eq!(readings.statements[&("chile, levy, 2020-01-10".to_owned(), "left".to_owned())].len(), 1);
}

proptest! {
    /// The state at the end of each month against a plain loop over the statements.
    #[test]
    fn support_is_what_a_plain_loop_counts(said in prop::collection::vec((0usize..4, 0usize..4, 0u32..6, 1u32..28), 1..30)) {
        const STANCES: [&str; 4] = ["supports", "rejects", "abstains", "withdraws"];
        const HOLDERS: [&str; 4] = ["h0", "h1", "h2", "h3"];
        let dates: Vec<String> = said.iter().map(|(.., month, day)| format!("2020-{:02}-{day:02}", month + 1)).collect();
        let statements: Vec<Said<'_>> = said
            .iter()
            .zip(&dates)
            .map(|((holder, stance, ..), date)| (HOLDERS[*holder], STANCES[*stance], "levy", date.as_str()))
            .collect();
        let graph = graph(&statements);
        for month in support_by_month(&all(&graph), node(&graph, "levy")) {
            let mut order: Vec<_> = graph.statements().collect();
            order.sort_by_key(|(id, one)| (one.said, *id));
            let mut last = std::collections::BTreeMap::new();
            for (_, one) in order {
                if one.said.unwrap().latest() <= month.end {
                    last.insert(one.holder, one.stance.polarity());
                }
            }
            let leaning = |polarity| last.values().filter(|one| **one == Some(polarity)).count();
            let state = [Polarity::Favor, Polarity::Neutral, Polarity::Against].map(leaning);
            let found = [month.favor, month.neutral, month.against].map(|count| usize::try_from(count).unwrap());
            prop_assert_eq!(found, state, "{}", month.end);
        }
    }
}
