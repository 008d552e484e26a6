//! A worked case of `tests/cases/positions.jsonl` as a small world and a question.

use serde_json::Value;

use crate::naive::world::{
    Capacity, Condition, Event, Form, Node, Question, Statement, Subject, Tie, Word, World,
};

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn maybe(value: &Value) -> Option<String> {
    value.as_str().map(Into::into)
}

pub(crate) fn world(case: &Value) -> World {
    World {
        nodes: list(&case["nodes"]).iter().map(node).collect(),
        ties: list(&case["ties"]).iter().map(tie).collect(),
        statements: list(&case["statements"]).iter().map(statement).collect(),
        events: list(&case["events"]).iter().map(event).collect(),
    }
}

fn node(json: &Value) -> Node {
    Node {
        key: text(&json["key"]).into(),
        kind: text(&json["type"]).into(),
        unnamed: json["unnamed"] == true,
    }
}

fn tie(json: &Value) -> Tie {
    Tie {
        kind: text(&json["tie"]).into(),
        from: text(&json["from"]).into(),
        to: text(&json["to"]).into(),
        since: maybe(&json["since"]),
        until: maybe(&json["until"]),
        confidence: json["confidence"].as_f64(),
    }
}

fn statement(json: &Value) -> Statement {
    let powers = |powers: &[Value]| powers.iter().map(|power| text(power).into()).collect();
    Statement {
        id: text(&json["id"]).into(),
        holder: text(&json["holder"]).into(),
        capacity: match &json["on_behalf_of"] {
            Value::String(_) => Capacity::Personal,
            Value::Array(list) => Capacity::For(powers(list)),
            _ => Capacity::Unstated,
        },
        act: json["act"].as_str().unwrap_or("said").into(),
        stance: text(&json["stance"]).into(),
        target: text(&json["target"]).into(),
        modality: json["modality"].as_str().unwrap_or("asserted").into(),
        said: maybe(&json["said"]),
        until: maybe(&json["until"]),
        published: maybe(&json["published"]),
        recorded: maybe(&json["recorded"]),
        retracted: maybe(&json["retracted"]),
        origin: maybe(&json["origin"]).or_else(|| maybe(&json["source"])),
        confidence: json["confidence"].as_f64(),
        conditions: json.get("condition").filter(|one| one.is_object()).map(condition).into_iter().collect(),
    }
}

fn condition(json: &Value) -> Condition {
    let subject = maybe(&json["proposal"]).map(Subject::Proposal);
    Condition {
        relation: text(&json["relation"]).into(),
        subject: subject.unwrap_or_else(|| Subject::Text(text(&json["text"]).into())),
        scope: text(&json["scope"]).into(),
    }
}

fn event(json: &Value) -> Event {
    Event {
        subject: Subject::Text(text(&json["condition"]).into()),
        met: json["met"] == true,
        date: maybe(&json["date"]),
        published: None,
    }
}

pub(crate) fn question(json: &Value) -> Question {
    let word = match (text(&json["word"]), json["stance"].as_str(), json["polarity"].as_str()) {
        (vote @ ("voted for" | "voted against" | "abstained"), ..) => Word::Voted(vote.into()),
        ("absent" | "was absent", ..) => Word::Voted("absent".into()),
        (_, Some(stance), _) => Word::Exactly(stance.into()),
        (_, _, sign) => Word::Leaning(sign.unwrap_or("favor").into()),
    };
    let form = match text(&json["form"]) {
        "who" => Form::Who,
        "count" => Form::Count,
        "does" => Form::Does,
        "position" | "last_word" => Form::Position,
        "why_not" => Form::WhyNot,
        "contradictions" => Form::Contradictions,
        form => panic!("no form: {form}"),
    };
    Question {
        form,
        holder: maybe(&json["holder"]),
        target: maybe(&json["target"]),
        word,
        negated: json["negated"] == true,
        last_word: json["form"] == "last_word",
        by_nation: json["by"] == "nation",
        inferred: json["inferred"] == true,
        asserted: false,
        as_of: maybe(&json["as_of"]),
        known_at: maybe(&json["known_at"]),
        assuming: list(&json["assuming"]).iter().map(|one| text(one).into()).collect(),
    }
}
