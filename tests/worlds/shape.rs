//! Answers of the library and of the naive rules in one shape, so that they can be laid side by side.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::naive::world::{Condition, Question, Subject, World};
use crate::naive::{self, Answer, Certainty};

use super::case::{list, text};

/// What the naive rules answer.
pub(crate) fn of_naive(answer: &Answer) -> Value {
    json!({
        "findings": sorted(answer.findings.iter().map(finding).flat_map(|finding| for_each_power(&finding))),
        "hinted": answer.hinted,
        "absent": answer.absent,
        "verdict": answer.verdict,
        "count": answer.count,
        "reasons": answer.reasons,
        "contradictions": answer.clashes.as_ref().map(|clashes| sorted(clashes.iter().map(clash))),
    })
}

fn clash((kind, sides): &(&str, BTreeSet<String>)) -> Value {
    json!({"kind": kind, "sides": sides})
}

fn finding(finding: &naive::Finding) -> Value {
    let certainty = match finding.certainty {
        Certainty::Certain => "certain",
        Certainty::Possible => "possible",
        Certainty::OrderUnknown => "order-unknown",
    };
    json!({
        "holder": finding.holder,
        "for": finding.powers.iter().collect::<BTreeSet<_>>(),
        "polarity": finding.side,
        "stance": finding.stance,
        "target": finding.target,
        "basis": finding.basis,
        "path": finding.path,
        "certainty": certainty,
        "modality": finding.modality,
        "conditions": finding.conditions.iter().map(condition).collect::<Vec<_>>(),
        "confidence": confidence(finding),
        "evidence": finding.evidence,
    })
}

fn condition(condition: &Condition) -> Value {
    let (words, proposal) = match &condition.subject {
        Subject::Text(words) => (Some(words), None),
        Subject::Proposal(key) => (None, Some(key)),
    };
    json!({"relation": condition.relation, "scope": condition.scope, "text": words, "proposal": proposal})
}

fn confidence(finding: &naive::Finding) -> Value {
    if finding.side.as_deref() != Some("mixed") {
        return finding.confidence.first().and_then(|(_, figure)| *figure).map_or(Value::Null, round);
    }
    if finding.confidence.iter().all(|(_, figure)| figure.is_none()) {
        return Value::Null;
    }
    finding
        .confidence
        .iter()
        .map(|(side, figure)| (side.clone(), figure.map_or(Value::Null, round)))
        .collect()
}

/// Figures are compared to nine places.
fn round(figure: f64) -> Value {
    format!("{figure:.9}").into()
}

/// What the library answers, from its JSON.
pub(crate) fn of_library(json: &Value) -> Value {
    let findings =
        list(&json["findings"]).iter().flat_map(for_each_power).map(|finding| library_finding(&finding));
    let apart = |name: &str| -> BTreeSet<&str> {
        let evidence = list(&json[name]).iter().flat_map(|finding| list(&finding["evidence"]));
        evidence.map(|one| text(&one["statement"])).collect()
    };
    let reasons = json["reasons"].as_array();
    let clashes = json["contradictions"].as_array();
    let clash = |clash: &Value| {
        let sides: BTreeSet<&str> = list(&clash["sides"]).iter().map(text).collect();
        json!({"kind": clash["kind"], "sides": sides})
    };
    json!({
        "findings": sorted(findings),
        "hinted": apart("hinted"),
        "absent": apart("absent"),
        "verdict": json["verdict"],
        "count": json.get("count"),
        "reasons": reasons.map(|all| all.iter().map(|one| one["reason"].clone()).collect::<Vec<_>>()),
        "contradictions": clashes.map(|all| sorted(all.iter().map(clash))),
    })
}

/// A finding for several powers as one for each.
fn for_each_power(finding: &Value) -> Vec<Value> {
    let powers = list(&finding["for"]);
    let with = |power: &Value| {
        let mut one = finding.clone();
        one["for"] = json!([power]);
        one
    };
    if powers.len() < 2 { vec![finding.clone()] } else { powers.iter().map(with).collect() }
}

fn library_finding(finding: &Value) -> Value {
    let keys = |nodes: &Value| -> BTreeSet<String> {
        list(nodes).iter().map(|node| text(&node["key"]).to_owned()).collect()
    };
    let evidence: BTreeSet<&str> =
        list(&finding["evidence"]).iter().map(|one| text(&one["statement"])).collect();
    json!({
        "holder": finding["holder"]["key"],
        "for": keys(&finding["for"]),
        "polarity": finding["polarity"],
        "stance": finding["stance"],
        "target": finding["target"]["key"],
        "basis": finding["basis"],
        "path": finding["path"],
        "certainty": finding["certainty"],
        "modality": finding["modality"],
        "conditions": list(&finding["conditions"]).iter().map(library_condition).collect::<Vec<_>>(),
        "confidence": library_confidence(&finding["confidence"]),
        "evidence": evidence,
    })
}

fn library_condition(condition: &Value) -> Value {
    let proposal = condition["proposal"]["key"].clone();
    let words = if proposal.is_null() { condition["text"].clone() } else { Value::Null };
    json!({"relation": condition["relation"], "scope": condition["scope"], "text": words, "proposal": proposal})
}

fn library_confidence(confidence: &Value) -> Value {
    match confidence {
        Value::Object(sides) => {
            sides.iter().map(|(side, one)| (side.clone(), library_confidence(one))).collect()
        }
        one => one.as_f64().map_or(Value::Null, round),
    }
}

fn sorted(list: impl Iterator<Item = Value>) -> Vec<Value> {
    let mut list: Vec<Value> = list.collect();
    list.sort_by_key(ToString::to_string);
    list.dedup();
    list
}

/// The fields in which two answers differ, the library's first.
pub(crate) fn difference(library: &Value, naive: &Value) -> Option<String> {
    let fields = naive.as_object().unwrap().keys();
    let told: Vec<String> = fields
        .filter(|field| library[field.as_str()] != naive[field.as_str()])
        .map(|field| {
            let (library, naive) = (&library[field.as_str()], &naive[field.as_str()]);
            format!("{field}\n  library {library}\n  naive   {naive}")
        })
        .collect();
    (!told.is_empty()).then(|| told.join("\n"))
}

/// A world and a question in a few lines.
pub(crate) fn brief(world: &World, question: &Question) -> String {
    let node = |node: &crate::naive::world::Node| format!("{}:{}", node.key, node.kind);
    let nodes: Vec<String> = world.nodes.iter().map(node).collect();
    let ties = world.ties.iter().map(|tie| format!("  {tie:?}"));
    let statements = world.statements.iter().map(|one| format!("  {one:?}"));
    let events = world.events.iter().map(|one| format!("  {one:?}"));
    let lines: Vec<String> = ties.chain(statements).chain(events).collect();
    format!("{}\n{}\n  {question:?}", nodes.join(" "), lines.join("\n")).replace("None", "-")
}
