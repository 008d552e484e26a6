//! The library against a second, naive reading of the rules for positions.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may fail where it stands, and says how many cases held"
)]
#![expect(
    clippy::similar_names,
    clippy::unused_self,
    clippy::single_match_else,
    clippy::struct_excessive_bools,
    reason = "the naive rules follow the wording of the rules, not the shortest form"
)]

#[path = "naive/mod.rs"]
mod naive;
#[path = "worlds/mod.rs"]
mod worlds;

use std::fs;

use naive::days::{Span, last_day};
use naive::world::{Form, Question, World};
use proptest::prelude::*;
use serde_json::Value;
use stancegraph::StanceGraph;
use worlds::case::{list, text};
use worlds::{case, draft, random, shape};

#[test]
fn the_naive_rules_hold_every_worked_case() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/positions.jsonl");
    let cases = fs::read_to_string(file).unwrap();
    let cases: Vec<Value> = cases.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let failures: Vec<String> = cases.iter().filter_map(failure).collect();
    println!("{} of {} cases held", cases.len() - failures.len(), cases.len());
    assert!(failures.is_empty(), "cases that did not hold:\n{}", failures.join("\n"));
}

/// How many random graphs the laws are tried on: `STANCEGRAPH_LAW_CASES`, a few thousand where it is not set.
fn config() -> ProptestConfig {
    let cases = std::env::var("STANCEGRAPH_LAW_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig { cases: cases.unwrap_or(3000), failure_persistence: None, ..ProptestConfig::default() }
}

fn library(graph: &StanceGraph, question: &Question) -> Value {
    let answer = graph.run(&draft::query(question)).unwrap();
    shape::of_library(&stancegraph::render::json_value(&answer))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_library_and_the_naive_rules_answer_alike((world, questions) in random::worlds()) {
        prop_assert_eq!(first_difference(&world, questions.iter()), None);
    }
}

/// The first question that the two answer differently, with both answers.
fn first_difference<'q>(world: &World, mut questions: impl Iterator<Item = &'q Question>) -> Option<String> {
    let graph = draft::graph(world);
    questions.find_map(|question| {
        let naive = shape::of_naive(&naive::answer(world, question));
        let difference = shape::difference(&library(&graph, question), &naive)?;
        Some(format!("{difference}\n{}", shape::brief(world, question)))
    })
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn an_answer_as_of_a_day_ignores_what_was_certainly_said_later((world, questions) in random::worlds()) {
        for question in questions.iter().filter(|question| question.form != Form::WhyNot) {
            let Some(t) = question.as_of.as_deref().map(last_day) else { continue };
            let later = |date: &Option<String>| date.as_deref().is_some_and(|date| Span::of(date).first > Some(t));
            let mut earlier = world.clone();
            earlier.statements.retain(|one| !later(&one.said));
            earlier.events.retain(|one| !later(&one.date));
            prop_assert_eq!(told(&world, question), told(&earlier, question), "{}", shape::brief(&world, question));
        }
    }

    #[test]
    fn an_answer_known_at_a_day_ignores_what_was_recorded_later((world, questions) in random::worlds()) {
        for question in questions.iter().filter(|question| question.form != Form::WhyNot) {
            let Some(k) = question.known_at.as_deref().map(last_day) else { continue };
            let later = |date: &Option<String>| date.as_deref().is_some_and(|date| Span::of(date).first > Some(k));
            let mut known = world.clone();
            known.statements.retain(|one| !later(if one.recorded.is_some() { &one.recorded } else { &one.published }));
            known.events.retain(|one| !later(&one.published));
            prop_assert_eq!(told(&world, question), told(&known, question), "{}", shape::brief(&world, question));
        }
    }

    #[test]
    fn the_order_of_insertion_is_moot((mut world, questions) in random::worlds()) {
        let before = world.clone();
        world.statements.reverse();
        world.ties.reverse();
        world.nodes.reverse();
        for question in &questions {
            prop_assert_eq!(told(&before, question), told(&world, question), "{}", shape::brief(&before, question));
        }
    }

    #[test]
    fn what_is_unconnected_changes_nothing((world, questions) in random::worlds(), stance in random::stances()) {
        let mut more = world.clone();
        random::add_unconnected(&mut more, stance);
        for question in &questions {
            prop_assert_eq!(told(&world, question), told(&more, question), "{}", shape::brief(&world, question));
        }
    }

    #[test]
    fn a_retraction_takes_back_and_is_named((world, questions) in random::worlds(), chosen in any::<prop::sample::Index>()) {
        if world.statements.is_empty() {
            return Ok(());
        }
        let chosen = chosen.index(world.statements.len());
        let world = random::with_one_retraction(world, chosen);
        for question in questions.iter().filter(|question| question.form == Form::Position) {
            let now = Question { known_at: None, ..question.clone() };
            let before = Question { known_at: Some("2014-05-31".into()), ..question.clone() };
            prop_assert_eq!(told(&world, &now), told(&world, &before), "{}", shape::brief(&world, question));
        }
        let retracted = &world.statements[chosen];
        if let Some(side) = retracted.side().filter(|_| !retracted.is_hint() && !retracted.is_deed()) {
            let question = random::why_not(&retracted.holder, &retracted.target, side);
            let told = told(&world, &question);
            let named = list(&told["reasons"]).iter().any(|reason| reason == "retracted");
            let found = list(&told["findings"]).iter().any(|one| one["polarity"] == side || one["polarity"] == "mixed");
            prop_assert!(named || found, "{}\n{}", told, shape::brief(&world, &question));
        }
    }

    #[test]
    fn evidence_ends_in_statements_of_the_graph((world, questions) in random::worlds()) {
        let known: Vec<Value> = world.statements.iter().map(|one| one.id.clone().into()).collect();
        for question in &questions {
            let told = told(&world, question);
            let evidence = list(&told["findings"]).iter().flat_map(|finding| list(&finding["evidence"]));
            let sides = list(&told["contradictions"]).iter().flat_map(|clash| list(&clash["sides"]));
            for id in evidence.chain(sides).chain(list(&told["hinted"])).chain(list(&told["absent"])) {
                prop_assert!(known.contains(id), "{} in {}", id, told);
            }
            prop_assert!(list(&told["findings"]).iter().all(|finding| !list(&finding["evidence"]).is_empty()));
        }
    }

    #[test]
    fn every_holder_is_found_or_has_a_why_not((world, questions) in random::worlds()) {
        for question in &questions {
            let Some(target) = question.target.as_deref() else { continue };
            for holder in world.holders() {
                let asked = Question { as_of: question.as_of.clone(), known_at: question.known_at.clone(), ..random::why_not(holder, target, "favor") };
                let told = told(&world, &asked);
                let shown = ["findings", "reasons", "absent"].iter().any(|field| !list(&told[*field]).is_empty());
                prop_assert!(shown, "{}", shape::brief(&world, &asked));
            }
        }
    }
}

/// An eighth as many as for the comparison.
fn fewer() -> ProptestConfig {
    let ProptestConfig { cases, .. } = config();
    ProptestConfig { cases: cases / 8, ..config() }
}

/// What the library answers, in full.
fn told(world: &World, question: &Question) -> Value {
    let answer = draft::graph(world).run(&draft::query(question)).unwrap();
    shape::of_library(&stancegraph::render::json_value(&answer))
}

/// What went wrong with a case, in one line.
fn failure(case: &Value) -> Option<String> {
    let answer = naive::answer(&case::world(case), &case::question(&case["query"]));
    let told = shape::of_naive(&answer);
    let wrong: Vec<String> = case["expect"]
        .as_object()
        .unwrap()
        .iter()
        .filter(|(field, wanted)| !holds(case, field, wanted, &told))
        .map(|(field, wanted)| format!("{field} is {}, not {wanted}", told[field.as_str()]))
        .collect();
    (!wrong.is_empty())
        .then(|| format!("{} {}: {}", text(&case["id"]), text(&case["title"]), wrong.join("; ")))
}

/// Whether an expected field is told; a finding need only agree in the fields that a case names.
fn holds(case: &Value, field: &str, wanted: &Value, told: &Value) -> bool {
    match field {
        "outcome" | "related" => true,
        "findings" | "contradictions" => {
            let (wanted, told) = (list(wanted), list(&told[field]));
            wanted.len() == told.len() && wanted.iter().all(|one| told.iter().any(|other| agrees(one, other)))
        }
        "hinted" | "absent" => same_members(wanted, &holders(case, &told[field])),
        _ => *wanted == told[field],
    }
}

/// Who made these statements.
fn holders(case: &Value, ids: &Value) -> Value {
    let made = list(&case["statements"]).iter().filter(|one| list(ids).contains(&one["id"]));
    made.map(|one| one["holder"].clone()).collect()
}

fn agrees(wanted: &Value, told: &Value) -> bool {
    wanted.as_object().unwrap().iter().all(|(field, wanted)| match field.as_str() {
        "evidence" | "sides" => same_members(wanted, &told[field]),
        "conditions" => {
            list(wanted).iter().zip(list(&told[field])).all(|(wanted, told)| agrees(wanted, told))
        }
        "confidence" => same_figures(wanted, &told[field]),
        _ => *wanted == told[field],
    })
}

fn same_members(wanted: &Value, told: &Value) -> bool {
    let members = |list_of: &Value| {
        let mut members: Vec<String> = list(list_of).iter().map(ToString::to_string).collect();
        members.sort();
        members
    };
    members(wanted) == members(told)
}

fn same_figures(wanted: &Value, told: &Value) -> bool {
    match wanted {
        Value::Object(sides) => sides.iter().all(|(side, one)| same_figures(one, &told[side])),
        one => one.as_f64().map(|one| format!("{one:.9}")).as_deref() == told.as_str(),
    }
}
