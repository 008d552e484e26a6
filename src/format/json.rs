//! JSON into the tree. JSON tells no lines, so a place is the path of a field: `statement[2].stance`.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::MAX_DEPTH;
use super::Reading;
use super::decode::{Decoder, Naming};
use super::site::Site;
use super::tree::{Content, Member, Position, Table, Value};
use crate::graph::FaultKind;

/// Reads a dataset in JSON.
pub(super) fn read(text: &str, file: &Site) -> Reading {
    let mut decoder = Decoder::new(file.clone());
    match value(text) {
        Ok(Value { content: Content::Table(root), .. }) => decoder.document(root, Naming::Path),
        Ok(other) => {
            let message = format!(
                "the dataset is {}; write an object, {{\"dataset\": {{...}}, \"statement\": [...]}}",
                other.content.describe()
            );
            decoder.report.add(FaultKind::WrongType, file.clone().place(Position::default()), message);
            decoder.report.lose_records();
        }
        Err(error) => {
            let hint =
                if error.is_line_past_first_value { "; name a file of one record a line .jsonl" } else { "" };
            let message = format!("this is no JSON: {}{hint}", error.message);
            decoder.report.add(FaultKind::Syntax, file.clone().place(error.at), message);
            decoder.report.lose_records();
        }
    }
    decoder.finish()
}

/// Why a text is no JSON.
#[derive(Debug)]
pub(super) struct SyntaxError {
    /// Where.
    pub(super) at: Position,
    /// What was found or expected.
    pub(super) message: String,
    is_line_past_first_value: bool,
}

/// The tree of a JSON text.
pub(super) fn value(text: &str) -> Result<Value, SyntaxError> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Level(MAX_DEPTH).deserialize(&mut deserializer);
    let whole = value.and_then(|value| deserializer.end().map(|()| value));
    whole.map_err(|error| syntax_error(text, &error))
}

fn syntax_error(text: &str, error: &serde_json::Error) -> SyntaxError {
    let said = error.to_string();
    let message = said.split(" at line ").next().unwrap_or(&said).to_owned();
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    // The error counts bytes up to and including the one at fault.
    let before = line.char_indices().take_while(|(at, _)| at + 1 < error.column()).count();
    let at = Position { line: u32::try_from(error.line()).ok(), column: u32::try_from(before + 1).ok() };
    let is_line_past_first_value = message == "trailing characters" && error.line() > 1;
    SyntaxError { at, message, is_line_past_first_value }
}

/// Reads a value with this many levels below it. No field reaches that deep: a value cut off there stands in one
/// that is a fault already.
#[derive(Clone, Copy)]
struct Level(usize);

impl Level {
    const fn below(self) -> Option<Self> {
        match self.0.checked_sub(1) {
            Some(levels) => Some(Self(levels)),
            None => None,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self).map(Value::from)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Content;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Content, E> {
        Ok(Content::Null)
    }

    fn visit_bool<E: de::Error>(self, bool: bool) -> Result<Content, E> {
        Ok(Content::Bool(bool))
    }

    #[expect(clippy::cast_precision_loss, reason = "no field takes integers that large")]
    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Content, E> {
        Ok(Content::Number(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "no field takes integers that large")]
    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Content, E> {
        Ok(Content::Number(number as f64))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Content, E> {
        Ok(Content::Number(number))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Content, E> {
        Ok(Content::Text(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Content, E> {
        Ok(Content::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Content, A::Error> {
        let mut list = Vec::new();
        match self.below() {
            Some(level) => {
                while let Some(item) = items.next_element_seed(level)? {
                    list.push(item);
                }
            }
            None => while items.next_element::<IgnoredAny>()?.is_some() {},
        }
        Ok(Content::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Content, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = fields.next_key::<String>()? {
            match self.below() {
                Some(level) => {
                    let value = fields.next_value_seed(level)?;
                    members.push(Member { name, at: Position::default(), value });
                }
                None => drop(fields.next_value::<IgnoredAny>()?),
            }
        }
        Ok(Content::Table(Table { members }))
    }
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, read};

    #[track_caller]
    fn check(json: &str, expected: &[&str]) {
        let faults: Vec<String> =
            read(json, Format::Json, "f").faults.iter().map(ToString::to_string).collect();
        assert_eq!(faults, expected);
    }

    #[test]
    fn a_place_is_the_path_of_a_field() {
        let json = r#"{"event": [{"condition": "a", "met": true}, {"met": "no", "proposal": "b"}]}"#;
        check(json, &["f: event[1].met: `met` is the text \"no\"; write true or false, without quotes"]);
        let json = r#"{"event": [{"condition": "a", "met": true, "source": null}, {"condition": "b"}]}"#;
        check(
            json,
            &[
                "f: event[0].source: `source` is null; write a key in quotes, such as \"vladimir-putin\"",
                "f: event[1]: this event has no `met`; add true or false, without quotes",
            ],
        );
    }

    #[test]
    fn a_field_named_twice_is_a_fault() {
        check(
            r#"{"event": [{"condition": "a", "met": true, "met": false}]}"#,
            &["f: event[0].met: `met` stands twice in this event; keep one"],
        );
    }

    #[test]
    fn a_syntax_error_has_its_line_and_its_column_in_characters() {
        check("{\n\"\u{e9}\u{e9}\": x}", &["f:2:7: this is no JSON: expected value"]);
    }

    #[test]
    fn json_lines_in_a_json_file_are_told_their_name() {
        check(
            "{\"type\": \"dataset\"}\n{\"type\": \"person\"}",
            &["f:2:1: this is no JSON: trailing characters; name a file of one record a line .jsonl"],
        );
    }

    #[test]
    fn a_dataset_that_is_no_object_is_told_what_to_write() {
        let fault = &read("[1]", Format::Json, "f").faults[0];
        assert_eq!(
            fault.message(),
            "the dataset is a list; write an object, {\"dataset\": {...}, \"statement\": [...]}"
        );
    }

    #[test]
    fn what_is_nested_too_deep_stands_in_a_field_that_is_a_fault_already() {
        let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
        let json = format!("{{\"event\": [{{\"condition\": {deep}, \"met\": true}}]}}");
        check(&json, &["f: event[0].condition: `condition` is a list; write a text in quotes"]);
        assert_eq!(read(&"[".repeat(100_000), Format::Json, "f").faults.len(), 1);
    }
}
