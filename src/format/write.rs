//! The records of a draft as text, each on a line or under a header of its own.
//!
//! Strings have JSON's escapes in every format: TOML's basic strings know all of them.

use std::fmt::Write as _;
use std::io;

use super::encode::records;
use super::json_lines::TYPE;
use super::records::RecordKind;
use super::tree::{Content, Member, Position, Table};
use crate::model::draft::Draft;

/// TOML: a header for each record, a line for each field.
pub(super) fn toml(draft: &Draft) -> String {
    let mut text = String::new();
    for (kind, record) in by_kind(draft) {
        let gap = if text.is_empty() { "" } else { "\n" };
        let (open, close) = if kind == RecordKind::Dataset { ("[", "]") } else { ("[[", "]]") };
        text.push_str(&[gap, open, kind.name(), close, "\n"].concat());
        for member in &record.members {
            Spelling::Toml.member(&mut text, member);
            text.push('\n');
        }
    }
    text
}

/// JSON: one object, a line for each record.
pub(super) fn json(draft: &Draft) -> String {
    let mut text = String::from("{");
    let mut written = None;
    for (kind, record) in by_kind(draft) {
        match written {
            Some(last) if last == kind => text.push_str(",\n    "),
            _ => {
                text.push_str(list_end(written));
                text.push_str(if written.is_some() { ",\n  " } else { "\n  " });
                let open = if kind == RecordKind::Dataset { "" } else { "[\n    " };
                text.push_str(&["\"", kind.name(), "\": ", open].concat());
            }
        }
        Spelling::Json.table(&mut text, &record);
        written = Some(kind);
    }
    text.push_str(list_end(written));
    text.push_str("\n}\n");
    text
}

const fn list_end(written: Option<RecordKind>) -> &'static str {
    match written {
        None | Some(RecordKind::Dataset) => "",
        Some(_) => "\n  ]",
    }
}

/// JSON Lines: one record a line, its type first; one line at a time.
pub(super) fn json_lines_to(draft: &Draft, out: &mut impl io::Write) -> io::Result<()> {
    let mut line = String::new();
    for (kind, mut record) in records(draft) {
        line.clear();
        let value = Content::Text(kind.name().to_owned()).into();
        record.members.insert(0, Member { name: TYPE.to_owned(), at: Position::default(), value });
        Spelling::Json.table(&mut line, &record);
        line.push('\n');
        out.write_all(line.as_bytes())?;
    }
    out.flush()
}

/// JSON Lines as one text.
pub(super) fn json_lines(draft: &Draft) -> String {
    let mut bytes = Vec::new();
    // Writing to memory does not fail, and all that is written is text.
    _ = json_lines_to(draft, &mut bytes);
    String::from_utf8(bytes).unwrap_or_default()
}

/// The records with all of one kind together, as TOML and JSON list them.
fn by_kind(draft: &Draft) -> Vec<(RecordKind, Table)> {
    let mut records: Vec<_> = records(draft).collect();
    records.sort_by_key(|(kind, _)| RecordKind::all().position(|other| other == *kind));
    records
}

/// How values are spelled within a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spelling {
    Toml,
    Json,
}

impl Spelling {
    fn table(self, text: &mut String, table: &Table) {
        text.push('{');
        for (index, member) in table.members.iter().enumerate() {
            text.push_str(if index == 0 { "" } else { ", " });
            self.member(text, member);
        }
        text.push('}');
    }

    fn member(self, text: &mut String, member: &Member) {
        let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        match self {
            Self::Toml if !member.name.is_empty() && member.name.bytes().all(is_bare) => {
                text.push_str(&member.name);
            }
            Self::Toml | Self::Json => quote(text, &member.name),
        }
        text.push_str(if self == Self::Toml { " = " } else { ": " });
        self.value(text, &member.value.content);
    }

    fn value(self, text: &mut String, content: &Content) {
        match content {
            Content::Text(words) | Content::Date(words) | Content::Time(words) => quote(text, words),
            Content::Number(number) => write_number(text, *number),
            Content::Bool(bool) => text.push_str(if *bool { "true" } else { "false" }),
            Content::Null => text.push_str("null"),
            Content::Table(table) => self.table(text, table),
            Content::List(items) => {
                text.push('[');
                for (index, item) in items.iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { ", " });
                    self.value(text, &item.content);
                }
                text.push(']');
            }
        }
    }
}

/// JSON has no word for a number that is none; such a confidence is off the scale in any spelling.
fn write_number(text: &mut String, number: f64) {
    let number = if number.is_nan() { -1.0 } else { number.clamp(f64::MIN, f64::MAX) };
    // Writing to a string does not fail. `{:?}` gives the shortest text that reads back as the same number.
    let _ = write!(text, "{number:?}");
}

/// A string in quotes, for either format: TOML asks for one more escape than JSON, which allows it.
fn quote(text: &mut String, words: &str) {
    let quoted = serde_json::Value::from(words).to_string();
    text.push_str(&quoted.replace('\u{7f}', "\\u007F"));
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, write};
    use crate::model::draft::{DatasetDraft, Draft, NodeDraft, StatementDraft};

    fn draft() -> Draft {
        let dataset = DatasetDraft { key: "d".into(), name: "D".into(), ..DatasetDraft::default() };
        let mut kenya = NodeDraft::nation("KEN", "Kenya");
        kenya.ids = vec![("iso2".into(), "KE".into()), ("our code".into(), "7".into())];
        let nodes =
            vec![kenya, NodeDraft::proposal("levy", "the \"levy\""), NodeDraft::nation("UGA", "Uganda")];
        let mut statement = StatementDraft::new("s", "KEN", "supports", "levy").on_behalf_of("KEN");
        statement.confidence = Some(0.9.into());
        Draft { dataset: Some(dataset), nodes, statements: vec![statement], ..Draft::default() }
    }

    #[test]
    fn toml_has_a_header_for_each_record_and_a_line_for_each_field() {
        let expected = r#"[dataset]
key = "d"
name = "D"

[[nation]]
key = "KEN"
name = "Kenya"
ids = {iso2 = "KE", "our code" = "7"}

[[nation]]
key = "UGA"
name = "Uganda"

[[proposal]]
key = "levy"
name = "the \"levy\""

[[statement]]
id = "s"
holder = "KEN"
for = ["KEN"]
stance = "supports"
target = "levy"
confidence = 0.9
"#;
        assert_eq!(write(&draft(), Format::Toml), expected);
    }

    #[test]
    fn json_has_a_line_for_each_record() {
        let expected = r#"{
  "dataset": {"key": "d", "name": "D"},
  "nation": [
    {"key": "KEN", "name": "Kenya", "ids": {"iso2": "KE", "our code": "7"}},
    {"key": "UGA", "name": "Uganda"}
  ],
  "proposal": [
    {"key": "levy", "name": "the \"levy\""}
  ],
  "statement": [
    {"id": "s", "holder": "KEN", "for": ["KEN"], "stance": "supports", "target": "levy", "confidence": 0.9}
  ]
}
"#;
        assert_eq!(write(&draft(), Format::Json), expected);
        assert_eq!(write(&Draft::default(), Format::Json), "{\n}\n");
    }

    #[test]
    fn json_lines_have_the_records_in_the_order_of_the_draft() {
        let text = write(&draft(), Format::JsonLines);
        let types: Vec<&str> = text.lines().filter_map(|line| line.split('"').nth(3)).collect();
        assert_eq!(types, ["dataset", "nation", "proposal", "nation", "statement"]);
    }

    #[test]
    fn a_confidence_that_json_cannot_say_stays_off_the_scale() {
        let mut draft = draft();
        draft.statements[0].confidence = Some(f64::NAN.into());
        assert!(write(&draft, Format::Json).contains("\"confidence\": -1.0"));
    }
}
