//! Test only: the JSON Schema beside the data says what the table of fields says, so that they cannot drift apart.

use serde_json::{Map, Value, json};

use super::field::{Domain, Field, Slot};
use super::records::{self, RecordKind};
use crate::model::draft::{
    AliasDraft, ConditionDraft, DatasetDraft, EventDraft, NodeDraft, RetractionDraft, SourceDraft,
    StatementDraft, TieDraft, WordDraft,
};

const SCHEMA: &str = include_str!("../../data/dataset.schema.json");

fn domain(domain: Domain) -> Value {
    match domain {
        Domain::Words => json!({"type": "string"}),
        Domain::Key => json!({"$ref": "#/$defs/key"}),
        Domain::Date => json!({"$ref": "#/$defs/date"}),
        Domain::Code(words) => json!({"enum": words()}),
    }
}

fn keys() -> Value {
    json!({"type": "array", "items": domain(Domain::Key), "minItems": 1})
}

fn slot(slot: &Slot<'_>) -> Value {
    match slot {
        Slot::Required(Domain::Words, _) => json!({"type": "string", "minLength": 1}),
        Slot::Required(of, _) | Slot::Optional(of, _) => domain(*of),
        Slot::List(of, _) => json!({"type": "array", "items": domain(*of)}),
        Slot::OneOrMore(_) => json!({"oneOf": [domain(Domain::Key), keys()]}),
        Slot::Confidence(_) => json!({"type": "number", "minimum": 0, "maximum": 1}),
        Slot::Flag(_) | Slot::RequiredFlag(_) => json!({"type": "boolean"}),
        Slot::Aliases(_) => {
            json!({"type": "array", "items": {"oneOf": [{"type": "string", "minLength": 1}, {"$ref": "#/$defs/alias"}]}})
        }
        Slot::Ids(_) => json!({"type": "object", "additionalProperties": {"type": "string"}}),
        Slot::Capacity(_) => json!({"oneOf": [{"const": "personal"}, keys()]}),
        Slot::Conditions(_) => json!({"type": "array", "items": {"$ref": "#/$defs/condition"}}),
        Slot::Verbs(_) => {
            let verb = json!({"type": "array", "items": domain(Domain::Words), "minItems": 5, "maxItems": 5});
            json!({"type": "array", "items": verb})
        }
    }
}

fn required(fields: &[Field<'_>]) -> Value {
    fields.iter().filter(|field| field.is_required()).map(|field| field.name).collect()
}

/// A record that may have these fields and no other.
fn open_record(fields: &[Field<'_>]) -> Value {
    let properties: Map<_, _> =
        fields.iter().map(|field| (field.name.to_owned(), slot(&field.slot))).collect();
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

/// A record that must have what every such record needs, beside these rules.
fn record(fields: &[Field<'_>], rules: Value) -> Value {
    let mut record = open_record(fields);
    record["required"] = required(fields);
    if let (Value::Object(record), Value::Object(rules)) = (&mut record, rules) {
        record.extend(rules);
    }
    record
}

fn one_of_two(first: &str, second: &str) -> Value {
    json!({"oneOf": [{"required": [first]}, {"required": [second]}]})
}

/// Every definition of the schema. Statements and ties may leave to the defaults what they need.
fn definitions() -> Map<String, Value> {
    let only_of_threats = json!({"properties": {"stance": {"const": "threatens"}}});
    let mut statement = open_record(&records::statement(&mut StatementDraft::default()));
    statement["dependentSchemas"] = json!({"consequence": only_of_threats, "related": only_of_threats});
    let mut definitions = json!({
        "key": {"type": "string", "pattern": "^[A-Za-z0-9][-A-Za-z0-9_.:/]*$", "maxLength": crate::Key::MAX_LENGTH},
        "date": {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
        "dataset": record(&records::dataset(&mut DatasetDraft::default()), json!({})),
        "alias": record(&records::alias(&mut AliasDraft::default()), json!({})),
        "condition": record(&records::condition(&mut ConditionDraft::default()), one_of_two("text", "proposal")),
        "tie": open_record(&records::tie(&mut TieDraft::default())),
        "source": record(&records::source(&mut SourceDraft::default()), json!({})),
        "statement": statement,
        "event": record(&records::event(&mut EventDraft::default()), one_of_two("condition", "proposal")),
        "retraction": record(&records::retraction(&mut RetractionDraft::default()), json!({})),
        "word": record(&records::word(&mut WordDraft::default()), json!({})),
        "defaults": {
            "type": "object",
            "properties": {"statement": {"$ref": "#/$defs/statement"}, "tie": {"$ref": "#/$defs/tie"}},
            "additionalProperties": false,
        },
    });
    for kind in RecordKind::all() {
        if let RecordKind::Node(node) = kind {
            definitions[kind.name()] = record(&records::node(&mut NodeDraft::new(node, "", "")), json!({}));
        }
    }
    definitions.as_object().cloned().unwrap_or_default()
}

fn top() -> Value {
    let mut properties = Map::new();
    for name in RecordKind::all().map(RecordKind::name) {
        let one = json!({"$ref": format!("#/$defs/{name}")});
        let value = if name == "dataset" { one } else { json!({"type": "array", "items": one}) };
        properties.insert(name.to_owned(), value);
    }
    properties.insert("defaults".to_owned(), json!({"$ref": "#/$defs/defaults"}));
    let tie = required(&records::tie(&mut TieDraft::default()));
    let statement = required(&records::statement(&mut StatementDraft::default()));
    let without_defaults = json!({"properties": {
        "tie": {"items": {"required": tie}},
        "statement": {"items": {"required": statement, "dependentRequired": {
            "quote": ["source"], "locator": ["source"], "reporter": ["source"],
        }}},
    }});
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "anyOf": [{"required": ["defaults"]}, without_defaults],
    })
}

/// The schema without what it says to people.
fn bare(value: &Value, names_fields: bool) -> Value {
    match value {
        Value::Object(map) => {
            let says = |name: &str| !names_fields && ["title", "description"].contains(&name);
            let kept = map.iter().filter(|(name, _)| !says(name));
            let inner = |name: &str| !names_fields && ["properties", "$defs"].contains(&name);
            kept.map(|(name, value)| (name.clone(), bare(value, inner(name)))).collect()
        }
        Value::Array(items) => items.iter().map(|item| bare(item, false)).collect(),
        other => other.clone(),
    }
}

#[test]
fn the_json_schema_says_what_the_fields_say() {
    let mut schema = bare(&serde_json::from_str(SCHEMA).unwrap(), false);
    let found = schema.as_object_mut().unwrap().remove("$defs").unwrap();
    let expected = definitions();
    assert_eq!(found.as_object().unwrap().keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    for (name, definition) in expected {
        assert_eq!(found[&name], definition, "definition of {name}");
    }
    assert_eq!(schema, top());
}

#[test]
fn every_field_of_the_schema_is_explained() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    for (record, definition) in schema["$defs"].as_object().unwrap() {
        assert!(definition["description"].is_string(), "{record}");
        for (name, field) in definition["properties"].as_object().into_iter().flatten() {
            assert!(field["description"].is_string(), "{record}.{name}");
        }
    }
}
