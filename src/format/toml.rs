//! TOML into the tree: every value with its line and column, every syntax error of the text.

use std::ops::Range;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};
use ::toml::value::Datetime;

use super::Reading;
use super::decode::{Decoder, Naming};
use super::report::Report;
use super::site::Site;
use super::tree::{Content, Member, Position, Table, Value};
use crate::graph::FaultKind;

/// Reads a dataset in TOML.
pub(super) fn read(text: &str, file: &Site) -> Reading {
    let mut decoder = Decoder::new(file.clone());
    let root = table(text, file, &mut decoder.report);
    decoder.document(root, Naming::WithinRecord);
    decoder.finish()
}

/// The tree of a TOML text, with its syntax errors reported; what stands between them is still read.
pub(super) fn table(text: &str, file: &Site, report: &mut Report) -> Table {
    let lines = Lines::of(text);
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let at = error.span().map_or_else(Position::default, |span| lines.position(&span));
        let message = format!("this is no TOML: {}", clip_message(error.message()));
        report.add(FaultKind::Syntax, file.clone().place(at), message);
        report.lose_records();
    }
    lines.table(root.into_inner())
}

/// The parser's words, without the list of alternatives where that is longer than anyone reads.
fn clip_message(message: &str) -> String {
    const LONGEST: usize = 200;
    let mut clipped: String = message.chars().take(LONGEST).collect();
    if clipped.len() < message.len() {
        clipped.push_str("...");
    }
    clipped
}

/// The text and where its lines begin, for turning offsets into positions.
struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// Line and column of a span's start. Far out on a long line there is no column: counting its characters for
    /// every value would take the square of the line's length.
    fn position(&self, span: &Range<usize>) -> Position {
        const FARTHEST: usize = 4096;
        let line = self.starts.partition_point(|&start| start <= span.start);
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index)).copied().unwrap_or_default();
        let before = self.text.get(start..span.start).filter(|before| before.len() <= FARTHEST);
        Position {
            line: u32::try_from(line).ok(),
            column: before.and_then(|before| u32::try_from(before.chars().count() + 1).ok()),
        }
    }

    /// The fields of a table, in the order of the text; the parser has them in that of their names.
    fn table(&self, table: DeTable<'_>) -> Table {
        let mut members: Vec<_> = table.into_iter().collect();
        members.sort_by_key(|(name, _)| name.span().start);
        let member = |(name, value): (Spanned<_>, Spanned<DeValue<'_>>)| {
            let at = self.position(&name.span());
            Member { name: String::from(name.into_inner()), at, value: self.value(value) }
        };
        Table { members: members.into_iter().map(member).collect() }
    }

    fn value(&self, value: Spanned<DeValue<'_>>) -> Value {
        let at = self.position(&value.span());
        let content = match value.into_inner() {
            DeValue::String(text) => Content::Text(text.into_owned()),
            DeValue::Integer(integer) => Content::Number(number(integer.as_str(), integer.radix())),
            DeValue::Float(float) => Content::Number(number(float.as_str(), 10)),
            DeValue::Boolean(bool) => Content::Bool(bool),
            DeValue::Datetime(datetime) => date(&datetime),
            DeValue::Array(items) => Content::List(items.into_iter().map(|item| self.value(item)).collect()),
            DeValue::Table(table) => Content::Table(self.table(table)),
        };
        Value { at, content }
    }
}

/// The nearest number we have; the parser has made sure that the text is one.
fn number(text: &str, radix: u32) -> f64 {
    match (text.parse(), i64::from_str_radix(text, radix)) {
        (Ok(number), _) if radix == 10 => number,
        #[expect(clippy::cast_precision_loss, reason = "no field takes integers that large")]
        (_, Ok(integer)) => integer as f64,
        (_, Err(_)) => f64::NAN,
    }
}

fn date(datetime: &Datetime) -> Content {
    let is_day = datetime.date.is_some() && datetime.time.is_none() && datetime.offset.is_none();
    if is_day { Content::Date(datetime.to_string()) } else { Content::Time(datetime.to_string()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, read};

    #[track_caller]
    fn check(toml: &str, expected: &[&str]) {
        let faults: Vec<String> =
            read(toml, Format::Toml, "f").faults.iter().map(ToString::to_string).collect();
        assert_eq!(faults, expected);
    }

    #[test]
    fn columns_count_characters() {
        let reading = read("[[person]]\nname = \"\u{c9}lys\u{e9}e\"\nkey = \"x\"", Format::Toml, "f");
        assert_eq!(reading.draft.nodes[0].key.place.to_string(), "f:3:7: key");
        let toml = "person = [{ name = \"\u{c9}lys\u{e9}e\", key = \"x\" }]";
        assert_eq!(read(toml, Format::Toml, "f").draft.nodes[0].key.place.column, Some(36));
    }

    #[test]
    fn every_syntax_error_is_reported_and_the_rest_is_read() {
        let toml = "[[person]]\nkey = x\nname = \"A\"\n[[person]\nkey = \"y\"\n[[person]]\nkey = \"z\"\nname = \"Z\"";
        let reading = read(toml, Format::Toml, "f");
        let lines: Vec<_> =
            reading.faults.iter().filter(|f| f.kind() == FaultKind::Syntax).map(|f| f.place().line).collect();
        assert!(lines.contains(&Some(2)) && lines.contains(&Some(4)), "{:?}", reading.faults);
        assert!(!reading.is_complete);
        assert!(reading.draft.nodes.iter().any(|node| node.key == "z".into()));
    }

    #[test]
    fn a_day_needs_no_quotes_but_is_no_time() {
        let source = "[[source]]\nkey = \"a\"\ntitle = \"A\"\npublished = ";
        let reading = read(&format!("{source}2025-09-05"), Format::Toml, "f");
        assert_eq!(reading.draft.sources[0].published, Some("2025-09-05".into()));
        check(
            &format!("{source}2025-09-05T10:00:00Z"),
            &[
                "f:4:13: published: `published` is the time 2025-09-05T10:00:00Z; write a date in quotes, such as \"2022-03-02\", \"2022-03\" or \"2022\"",
            ],
        );
    }

    #[test]
    fn a_missing_field_is_placed_at_its_record() {
        check(
            "# x\n\n[[event]]\ncondition = \"a\"",
            &["f:3:1: this event has no `met`; add true or false, without quotes"],
        );
    }

    #[test]
    fn numbers_are_read_in_every_spelling() {
        let spelled = [("255", 10), ("ff", 16), ("-7", 10), ("1e-3", 10), ("nan", 10)];
        assert_eq!(
            spelled.map(|(text, radix)| number(text, radix).to_string()),
            ["255", "255", "-7", "0.001", "NaN"]
        );
    }

    #[test]
    fn far_out_on_a_long_line_only_the_line_is_told() {
        let toml = format!("person = [{{ name = \"{}\", key = \"x\" }}]", "a".repeat(5000));
        let place = &read(&toml, Format::Toml, "f").draft.nodes[0].key.place;
        assert_eq!((place.line, place.column), (Some(1), None));
    }
}
