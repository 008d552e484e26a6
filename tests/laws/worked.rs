//! The naive rules against the worked cases.

use std::fs;

use serde_json::Value;

use crate::naive;
use crate::worlds::case::{list, text};
use crate::worlds::{case, shape};

#[test]
fn the_naive_rules_hold_every_worked_case() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/positions.jsonl");
    let cases = fs::read_to_string(file).unwrap();
    let cases: Vec<Value> = cases.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let failures: Vec<String> = cases.iter().filter_map(failure).collect();
    println!("{} of {} cases held", cases.len() - failures.len(), cases.len());
    assert!(failures.is_empty(), "cases that did not hold:\n{}", failures.join("\n"));
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
