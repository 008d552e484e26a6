//! Worked cases of the rules for positions, one a line, all names invented: `tests/cases/positions.jsonl`.
//!
//! The same test also runs the file that `STANCEGRAPH_POSITION_CASES` names, and prints how many cases held.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may fail where it stands, and says how many cases held"
)]

use std::fs;

use serde_json::Value;
use stancegraph::model::draft::{
    CapacityDraft, ConditionDraft, Draft, EventDraft, NodeDraft, SourceDraft, StatementDraft, TieDraft,
};
use stancegraph::{Answer, GraphBuilder, Query, StanceGraph};

#[test]
fn every_worked_case_holds() {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/positions.jsonl");
    let more = std::env::var("STANCEGRAPH_POSITION_CASES").ok();
    for file in std::iter::once(own.to_owned()).chain(more) {
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        let cases: Vec<Value> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let failures: Vec<String> = cases.iter().filter_map(failure).collect();
        println!("{file}: {} of {} cases held", cases.len() - failures.len(), cases.len());
        assert!(failures.is_empty(), "cases that did not hold:\n{}", failures.join("\n"));
    }
}

/// What went wrong with a case, in one line.
fn failure(case: &Value) -> Option<String> {
    let graph = graph(case);
    let problems = match query(&case["query"]) {
        Ok(query) => match graph.run(&query) {
            Ok(answer) => compare(&answer, &case["expect"]),
            Err(error) => vec![format!("error {error}")],
        },
        Err(problem) => vec![problem],
    };
    let line = format!("{} {}: {}", text_of(&case["id"]), text_of(&case["title"]), problems.join("; "));
    (!problems.is_empty()).then_some(line)
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn graph(case: &Value) -> StanceGraph {
    let mut draft = Draft::default();
    for node in list(&case["nodes"]) {
        let kind = text_of(&node["type"]).parse().unwrap();
        let mut built = NodeDraft::new(kind, text_of(&node["key"]), text_of(&node["name"]));
        built.unnamed = node["unnamed"] == true;
        draft.nodes.push(built);
    }
    for tie in list(&case["ties"]) {
        let mut built =
            TieDraft::new(text_of(&tie["tie"]).replace('_', "-"), text_of(&tie["from"]), text_of(&tie["to"]));
        built.since = tie["since"].as_str().map(Into::into);
        built.until = tie["until"].as_str().map(Into::into);
        draft.ties.push(built);
    }
    for statement in list(&case["statements"]) {
        add_statement(statement, &mut draft);
    }
    for (number, event) in list(&case["events"]).iter().enumerate() {
        let key = format!("event-{number}");
        draft.sources.push(SourceDraft::new(key.clone(), text_of(&event["source"])));
        draft.events.push(EventDraft {
            condition: event["condition"].as_str().map(Into::into),
            met: event["met"] == true,
            date: event["date"].as_str().map(Into::into),
            source: Some(key.into()),
            ..EventDraft::default()
        });
    }
    GraphBuilder::new().add(draft).build().unwrap_or_else(|error| panic!("{}: {error}", case["id"]))
}

fn add_statement(json: &Value, draft: &mut Draft) {
    let field = |name: &str| json[name].as_str().map(Into::into);
    let mut built = StatementDraft::new(
        text_of(&json["id"]),
        text_of(&json["holder"]),
        text_of(&json["stance"]),
        text_of(&json["target"]),
    );
    built.capacity = match &json["on_behalf_of"] {
        Value::String(_) => CapacityDraft::Personal,
        Value::Array(powers) => {
            CapacityDraft::For(powers.iter().map(|power| text_of(power).into()).collect())
        }
        _ => CapacityDraft::Unstated,
    };
    (built.act, built.said, built.until) = (field("act"), field("said"), field("until"));
    (built.modality, built.reason, built.related) = (field("modality"), field("reason"), field("related"));
    (built.recorded, built.retracted) = (field("recorded"), field("retracted"));
    built.confidence = json["confidence"].as_f64().map(Into::into);
    built.addressees = json["addressee"].as_str().into_iter().map(Into::into).collect();
    if let Some(condition) = json.get("condition").filter(|condition| condition.is_object()) {
        built.conditions.push(ConditionDraft {
            relation: text_of(&condition["relation"]).into(),
            text: condition["text"].as_str().map(Into::into),
            proposal: condition["proposal"].as_str().map(Into::into),
            scope: text_of(&condition["scope"]).into(),
            ..ConditionDraft::default()
        });
    }
    if ["source", "origin", "published"].iter().any(|name| json[*name].is_string()) {
        let key = format!("source-of-{}", text_of(&json["id"]));
        let mut source = SourceDraft::new(key.clone(), json["source"].as_str().unwrap_or("untitled"));
        source.origin = field("origin").or_else(|| field("source"));
        source.published = field("published");
        draft.sources.push(source);
        built.source = Some(key.into());
    }
    draft.statements.push(built);
}

/// The case's query in words, with keys as names.
fn query(json: &Value) -> Result<Query, String> {
    use stancegraph::{Word, query::Form};
    let (holder, target) = (text_of(&json["holder"]), text_of(&json["target"]));
    let word: Word = match (json["word"].as_str(), json["stance"].as_str(), json["polarity"].as_str()) {
        (Some("voted against"), ..) => stancegraph::Vote::Against.into(),
        (Some("voted for"), ..) => stancegraph::Vote::For.into(),
        (Some("abstained"), ..) => stancegraph::Vote::Abstained.into(),
        (Some("absent" | "was absent"), ..) => stancegraph::Vote::Absent.into(),
        (_, Some(stance), _) => {
            stance.parse::<stancegraph::Stance>().map_err(|error| error.to_string())?.into()
        }
        (_, _, Some(polarity)) => {
            polarity.parse::<stancegraph::Polarity>().map_err(|error| error.to_string())?.into()
        }
        _ => stancegraph::Polarity::Favor.into(),
    };
    let negated = json["negated"] == true;
    let mut query = match text_of(&json["form"]) {
        "who" if negated => Query::who(word).negated().on(target),
        "who" => Query::who(word).on(target),
        "count" if negated => Query::count(word).negated().on(target),
        "count" => Query::count(word).on(target),
        "does" if negated => Query::does(holder, word).negated().on(target),
        "does" => Query::does(holder, word).on(target),
        "position" => Query::position(holder).on(target),
        "profile" => Query::profile(holder),
        "why_not" => Query::why_not(holder, word).on(target),
        "last_word" => Query::position(holder).on(target).by_last_word(),
        "timeline" => Query::timeline(holder, target),
        "contradictions" => {
            let named = |name: &str| (!name.is_empty()).then(|| name.into());
            Query::of(Form::Contradictions(named(holder), named(target)))
        }
        form => return Err(format!("form {form} is not built yet")),
    };
    if let Some(date) = json["as_of"].as_str() {
        query = query.as_of(date.parse().unwrap());
    }
    if let Some(date) = json["known_at"].as_str() {
        query = query.known_at(date.parse().unwrap());
    }
    if json["by"] == "nation" {
        query = query.by_nation();
    }
    if json["inferred"] == true {
        query = query.including_inferred();
    }
    for condition in list(&json["assuming"]) {
        query = query.assuming(text_of(condition));
    }
    Ok(query)
}

/// Everything in which an answer differs from what is expected.
fn compare(answer: &Answer, expect: &Value) -> Vec<String> {
    let json: Value = serde_json::from_str(&stancegraph::render::json(answer)).unwrap();
    let mut problems = Vec::new();
    for field in ["outcome", "verdict", "count"] {
        if let Some(wanted) = expect.get(field)
            && &json[field] != wanted
        {
            problems.push(format!("{field} is {}, not {wanted}", json[field]));
        }
    }
    for field in ["hinted", "related", "absent"] {
        if let Some(wanted) = expect.get(field) {
            let found: Vec<&str> =
                list(&json[field]).iter().map(|finding| text_of(&finding["holder"]["key"])).collect();
            let wanted: Vec<&str> = list(wanted).iter().map(text_of).collect();
            if sorted(&found) != sorted(&wanted) {
                problems.push(format!("{field} is {found:?}, not {wanted:?}"));
            }
        }
    }
    if let Some(wanted) = expect.get("reasons") {
        let found: Vec<&Value> = list(&json["reasons"]).iter().map(|reason| &reason["reason"]).collect();
        if found != list(wanted).iter().collect::<Vec<_>>() {
            problems.push(format!("reasons are {found:?}, not {wanted}"));
        }
    }
    if let Some(wanted) = expect.get("timeline") {
        problems.extend(timeline_differences(list(&json["timeline"]), list(wanted)));
    }
    if let Some(wanted) = expect.get("contradictions")
        && !same_contradictions(list(&json["contradictions"]), list(wanted))
    {
        problems.push(format!("contradictions are {}, not {wanted}", json["contradictions"]));
    }
    if let Some(wanted) = expect.get("findings") {
        compare_findings(list(&json["findings"]), list(wanted), &mut problems);
    }
    problems
}

fn sorted<T: Ord + Clone>(list: &[T]) -> Vec<T> {
    let mut list = list.to_vec();
    list.sort();
    list
}

/// Stretch by stretch: from when, and which way it leans; `null` for nothing standing.
fn timeline_differences(found: &[Value], wanted: &[Value]) -> Vec<String> {
    let told: Vec<String> = found
        .iter()
        .map(|stretch| format!("{} {}", stretch["from"], stretch["findings"][0]["polarity"]))
        .collect();
    let expected: Vec<String> =
        wanted.iter().map(|stretch| format!("{} {}", stretch["from"], stretch["polarity"])).collect();
    if told == expected { Vec::new() } else { vec![format!("timeline is {told:?}, not {expected:?}")] }
}

/// Whether the same pairs are told; their order is not part of a case.
fn same_contradictions(found: &[Value], wanted: &[Value]) -> bool {
    let told = |list: &[Value]| {
        let one = |found: &Value| (found["kind"].to_string(), sorted(&list_of_text(&found["sides"])));
        sorted(&list.iter().map(one).collect::<Vec<_>>())
    };
    told(found) == told(wanted)
}

fn list_of_text(value: &Value) -> Vec<String> {
    list(value).iter().map(|text| text_of(text).to_owned()).collect()
}

fn compare_findings(found: &[Value], wanted: &[Value], problems: &mut Vec<String>) {
    let mut left: Vec<&Value> = found.iter().collect();
    for expected in wanted {
        let found = left.iter().position(|finding| differences(finding, expected).is_empty());
        if let Some(index) = found {
            left.remove(index);
            continue;
        }
        let near = left.iter().find(|finding| finding["holder"]["key"] == expected["holder"]);
        let detail = near.map(|near| differences(near, expected).join(", "));
        problems.push(format!("no finding {expected}: {}", detail.unwrap_or("nobody of that name".into())));
    }
    problems.extend(left.iter().map(|finding| format!("unexpected finding of {}", finding["holder"]["key"])));
}

fn differences(finding: &Value, expected: &Value) -> Vec<String> {
    let mut found = finding.clone();
    found["holder"] = finding["holder"]["key"].clone();
    found["for"] = list(&finding["for"]).iter().map(|power| power["key"].clone()).collect();
    let ids: Vec<&str> =
        list(&finding["evidence"]).iter().map(|evidence| text_of(&evidence["statement"])).collect();
    found["evidence"] = sorted(&ids).into();
    let mut differences = Vec::new();
    for (field, wanted) in expected.as_object().unwrap() {
        let wanted = match field.as_str() {
            "evidence" => sorted(&list(wanted).iter().map(text_of).collect::<Vec<_>>()).into(),
            _ => wanted.clone(),
        };
        let same = match field.as_str() {
            "confidence" => close(&found[field], &wanted),
            "conditions" => conditions_match(&found[field], &wanted),
            _ => found[field] == wanted,
        };
        if !same {
            differences.push(format!("{field} is {}, not {wanted}", found[field]));
        }
    }
    differences
}

fn close(found: &Value, wanted: &Value) -> bool {
    match (found, wanted) {
        (Value::Object(found), Value::Object(wanted)) => {
            wanted.iter().all(|(side, value)| close(&found[side], value))
        }
        _ => match (found.as_f64(), wanted.as_f64()) {
            (Some(found), Some(wanted)) => (found - wanted).abs() < 1e-9,
            (found, wanted) => found == wanted,
        },
    }
}

fn conditions_match(found: &Value, wanted: &Value) -> bool {
    let holds = |found: &Value, wanted: &Value| {
        let plain = ["relation", "scope"].iter().all(|field| found[*field] == wanted[*field]);
        let subject = wanted.get("text").is_none_or(|text| &found["text"] == text);
        let proposal = wanted
            .get("proposal")
            .is_none_or(|key| &found["proposal"] == key || &found["proposal"]["key"] == key);
        plain && subject && proposal
    };
    list(found).len() == list(wanted).len() && list(found).iter().zip(list(wanted)).all(|(a, b)| holds(a, b))
}
