//! The streaming readings against plain loops over the statements, on random graphs.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use stancegraph::model::draft::{CapacityDraft, Draft, NodeDraft, StatementDraft, TieDraft};
use stancegraph::model::{Capacity, Date, Day, NodeId, NodeKind, StatementId, StatementRef, TieKind};
use stancegraph::position::{Lens, Selection};
use stancegraph::query::Assertion;
use stancegraph::{GraphBuilder, Polarity, StanceGraph};

const HOLDERS: [&str; 5] = ["KEN", "UGA", "ada", "bob", "fund"];
const TARGETS: [&str; 6] = ["p0", "p1", "p2", "p3", "p4", "p5"];

/// Holder, target, stance, said, act, modality, capacity.
type Said = (usize, usize, &'static str, Option<&'static str>, &'static str, &'static str, u8);

fn statements() -> impl Strategy<Value = Vec<Said>> {
    let stance =
        prop::sample::select(vec!["supports", "rejects", "abstains", "withdraws", "absent", "doubts"]);
    let dates = ["2010-01-05", "2010-01-31", "2010-02-01", "2010-01", "2010", "2011-07-09", "2009-12-31"];
    let said = prop::option::weighted(0.9, prop::sample::select(dates.to_vec()));
    let act = prop::sample::select(vec!["said", "said", "said", "voted", "did"]);
    let modality = prop::sample::select(vec!["asserted", "asserted", "asserted", "hedged", "hinted"]);
    prop::collection::vec((0..HOLDERS.len(), 0..TARGETS.len(), stance, said, act, modality, 0..8u8), 0..60)
}

/// Proposals under one another, some under two.
fn broader() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..TARGETS.len(), 0..TARGETS.len()), 0..7)
        .prop_map(|pairs| pairs.into_iter().filter(|(above, below)| above < below).collect())
}

/// `others` more proposals make a graph in which few of the nodes are met; the last statements come one by one, so that
/// where there are many the graph has several segments; every ninth statement of the number asked for is taken back.
fn graph(said: &[Said], broader: &[(usize, usize)], others: usize, retracted: usize) -> StanceGraph {
    let kinds =
        [NodeKind::Nation, NodeKind::Nation, NodeKind::Person, NodeKind::Person, NodeKind::Organization];
    let holders = HOLDERS.iter().zip(kinds).map(|(key, kind)| NodeDraft::new(kind, *key, *key));
    let mut draft = Draft { nodes: holders.collect(), ..Draft::default() };
    draft.nodes.extend(TARGETS.iter().map(|key| NodeDraft::proposal(*key, *key)));
    draft
        .nodes
        .extend((0..others).map(|number| NodeDraft::proposal(format!("q{number}"), format!("q{number}"))));
    for (above, below) in broader.iter().collect::<BTreeSet<_>>() {
        draft.ties.push(TieDraft::new("broader", TARGETS[*below], TARGETS[*above]));
    }
    draft.ties.push(TieDraft::new("represents", "ada", "KEN"));
    for (number, &(holder, target, stance, date, act, modality, capacity)) in said.iter().enumerate() {
        let capacity = match capacity {
            0 => CapacityDraft::Personal,
            1 => CapacityDraft::For(vec!["UGA".into()]),
            _ => CapacityDraft::Unstated,
        };
        draft.statements.push(StatementDraft {
            said: date.map(Into::into),
            act: Some(act.into()),
            modality: Some(modality.into()),
            capacity,
            ..StatementDraft::new(format!("s{number}"), HOLDERS[holder], stance, TARGETS[target])
        });
    }
    let last = draft.statements.split_off(draft.statements.len() * 19 / 20);
    let mut graph = GraphBuilder::new().add(draft).build().unwrap();
    for statement in last {
        graph = graph.extend(&Draft { statements: vec![statement], ..Draft::default() }).unwrap();
    }
    for number in (0..said.len()).filter(|number| number % 9 == retracted) {
        graph = graph.retract(&format!("s{number}"), "2020").unwrap();
    }
    graph
}

/// The proposal and everything under it, tie by tie.
fn with_kinds(graph: &StanceGraph, target: NodeId) -> BTreeSet<NodeId> {
    let mut all = BTreeSet::from([target]);
    loop {
        let below = all.iter().flat_map(|&node| graph.ties_to(node, TieKind::Broader));
        let more: BTreeSet<NodeId> = below.map(|tie| graph.tie(tie).unwrap().from).collect();
        let before = all.len();
        all.extend(more);
        if all.len() == before {
            return all;
        }
    }
}

/// Words on the matter said by the day for certain; when nobody knows the date, only if no day is asked about.
fn words(graph: &StanceGraph, target: NodeId, as_of: Option<Day>) -> Vec<(StatementId, StatementRef<'_>)> {
    let matter = with_kinds(graph, target);
    let by_then =
        |one: &StatementRef<'_>| as_of.is_none_or(|day| one.said.is_some_and(|date| date.latest() <= day));
    let is_word = |one: &StatementRef<'_>| {
        one.act.as_str() != "did" && one.modality.as_str() != "hinted" && one.stance.as_str() != "absent"
    };
    graph
        .statements()
        .filter(|(_, one)| one.retracted.is_none())
        .filter(|(_, one)| matter.contains(&one.target) && is_word(one) && by_then(one))
        .collect()
}

fn lens(as_of: Option<Day>) -> Lens {
    let mut lens = Lens::default();
    lens.as_of = as_of;
    lens
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_last_word_is_the_latest_of_each_voice(
        said in statements(), broader in broader(), target in 0..TARGETS.len(),
        as_of in prop::option::of(prop::sample::select(vec!["2010-01-20", "2010-01-31", "2010-12-31", "2012-01-01"])),
        others in prop::sample::select(vec![0, 200]), retracted in 0..18_usize,
        closures in prop::sample::select(vec![0, 400, 1 << 20]),
    ) {
        let graph = graph(&said, &broader, others, retracted);
        let target = graph.find(TARGETS[target]).unwrap();
        let as_of = as_of.map(|day| day.parse::<Date>().unwrap().earliest());
        let mut last: BTreeMap<NodeId, (Option<Day>, StatementId, Option<Polarity>)> = BTreeMap::new();
        for (id, one) in words(&graph, target, as_of) {
            let moment = (one.said.map(Date::latest), id, one.stance.polarity());
            let voices = match one.capacity {
                Capacity::Unstated => vec![one.holder],
                Capacity::Personal => vec![],
                Capacity::For(powers) => powers.clone(),
            };
            for voice in voices {
                let known = last.entry(voice).or_insert(moment);
                if (moment.0, moment.1) > (known.0, known.1) {
                    *known = moment;
                }
            }
        }
        // Some of the proposals, or all of them, answered from closures; not where more than a day decides what counts.
        let closed = graph.with_closures(closures);
        let mut asserted = lens(as_of);
        asserted.assertion = Assertion::Only;
        let [plain, fast] = [&graph, &closed].map(|graph| Selection::new(graph, asserted.clone()));
        prop_assert_eq!(plain.latest_by_nation(target), fast.latest_by_nation(target));
        for polarity in [Polarity::Favor, Polarity::Against] {
            prop_assert_eq!(plain.latest_leaning(target, polarity), fast.latest_leaning(target, polarity));
        }
        let graph = closed;
        let selection = Selection::new(&graph, lens(as_of));
        let found: Vec<_> = selection.latest(target).iter().map(|one| (one.holder, one.statement, one.polarity)).collect();
        let expected: Vec<_> = last.iter().map(|(&voice, &(_, id, polarity))| (voice, id, polarity)).collect();
        prop_assert_eq!(&found, &expected);
        for polarity in [Polarity::Favor, Polarity::Against, Polarity::Neutral] {
            let leaning: Vec<_> = expected.iter().filter(|one| one.2 == Some(polarity)).map(|one| one.0).collect();
            prop_assert_eq!(selection.latest_leaning(target, polarity), leaning);
        }
        // Ada speaks for Kenya, whenever; Bob and the fund for nobody.
        let mut tallies: BTreeMap<NodeId, (u32, u32)> = BTreeMap::new();
        for (voice, _, polarity) in expected {
            let nation = match graph.node(voice).unwrap().key.as_str() {
                "KEN" | "ada" => "KEN",
                "UGA" => "UGA",
                _ => continue,
            };
            let tally = tallies.entry(graph.find(nation).unwrap()).or_default();
            tally.0 += u32::from(polarity == Some(Polarity::Favor));
            tally.1 += u32::from(polarity == Some(Polarity::Against));
        }
        let by_nation: BTreeMap<_, _> =
            selection.latest_by_nation(target).iter().map(|one| (one.nation, (one.favor, one.against))).collect();
        prop_assert_eq!(by_nation, tallies);
    }

    #[test]
    fn a_month_sums_its_words_and_a_profile_has_them_in_order(
        said in statements(), broader in broader(), target in 0..TARGETS.len(), holder in 0..HOLDERS.len(),
        others in prop::sample::select(vec![0, 200]), retracted in 0..18_usize,
    ) {
        let graph = graph(&said, &broader, others, retracted);
        let selection = Selection::new(&graph, Lens::default());
        let target = graph.find(TARGETS[target]).unwrap();
        let mut months: BTreeMap<String, (i64, u64)> = BTreeMap::new();
        for (_, one) in words(&graph, target, None) {
            let Some(month) = one.said.map(|date| date.to_string()).filter(|text| text.len() > 4) else { continue };
            let month = months.entry(month[..7].to_owned()).or_default();
            month.0 += match one.stance.polarity() {
                Some(Polarity::Favor) => 1,
                Some(Polarity::Against) => -1,
                _ => 0,
            };
            month.1 += 1;
        }
        let flow: BTreeMap<String, (i64, u64)> = selection
            .monthly_flow(target)
            .iter()
            .map(|one| (one.month.to_string()[..7].to_owned(), (one.net, one.count)))
            .collect();
        prop_assert_eq!(flow, months);

        let holder = graph.find(HOLDERS[holder]).unwrap();
        let mut own: Vec<_> = graph
            .statements()
            .filter(|(_, one)| one.is_by(holder) && one.retracted.is_none())
            .collect();
        // As texts, a less precise date comes before what it may mean, and none before all.
        own.sort_by_key(|(id, one)| (one.said.map(|date| date.to_string()), *id));
        let own: Vec<StatementId> = own.into_iter().map(|(id, _)| id).collect();
        let profile: Vec<StatementId> = selection.said_by(holder).iter().map(|one| one.statement).collect();
        prop_assert_eq!(profile, own);
    }
}
