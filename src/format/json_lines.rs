//! JSON Lines into the draft, a record a line. A bad line is a fault and reading goes on with the next.

use std::io::{self, BufRead, Read as _};

use super::Reading;
use super::decode::Decoder;
use super::json;
use super::plain_line::plain;
use super::records::{DEFAULTS, RecordKind};
use super::site::Site;
use super::spelling::nearest;
use super::tree::{Content, Position, Table, Value, clip};
use crate::graph::FaultKind;
use crate::model::draft::PlainStatements;

/// The field that tells what kind of record a line holds.
pub(super) const TYPE: &str = "type";

/// The longest line that is read, in bytes.
const MAX_LINE: usize = 1 << 20;

/// Reads a dataset in JSON Lines, every statement spelled out; blank lines are skipped.
pub(super) fn read(text: &str, file: &Site) -> Reading {
    let mut lines = Lines::new(file, false);
    for line in text.lines() {
        lines.add(line);
    }
    lines.decoder.finish()
}

/// Reads a dataset in JSON Lines as it comes, plain statements packed. Holds no more than one line beside what it
/// makes of them.
///
/// # Errors
/// What the source of the lines fails with.
pub(super) fn read_packed(mut source: impl BufRead, file: &Site) -> io::Result<Reading> {
    let mut lines = Lines::new(file, true);
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        let most = u64::try_from(MAX_LINE).unwrap_or(u64::MAX);
        if source.by_ref().take(most + 2).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(lines.decoder.finish());
        }
        let line = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
        if line.len() > MAX_LINE {
            lines.number = lines.number.saturating_add(1);
            lines.lose(
                FaultKind::TooLarge,
                "the line is longer than the 1 MiB that are read of one; split it",
            );
            if !bytes.ends_with(b"\n") {
                source.skip_until(b'\n')?;
            }
            continue;
        }
        if let Ok(line) = str::from_utf8(line.strip_suffix(b"\r").unwrap_or(line)) {
            lines.add(line);
        } else {
            lines.number = lines.number.saturating_add(1);
            lines.lose(FaultKind::Syntax, "the line is not UTF-8; save the file in that encoding");
        }
    }
}

/// The lines of a file, one after the other.
struct Lines<'f> {
    decoder: Decoder,
    file: &'f Site,
    number: u32,
    is_first: bool,
    packs: bool,
}

impl<'f> Lines<'f> {
    fn new(file: &'f Site, packs: bool) -> Self {
        let mut decoder = Decoder::new(file.clone());
        if packs {
            decoder.draft.plain = PlainStatements::of_file(file.name());
        }
        Self { decoder, file, number: 0, is_first: true, packs }
    }

    fn add(&mut self, line: &str) {
        self.number = self.number.saturating_add(1);
        let line = if self.number == 1 { line.strip_prefix('\u{feff}').unwrap_or(line) } else { line };
        if line.trim().is_empty() || self.pack(line) {
            return;
        }
        let site = self.file.line(self.number);
        let known = self.decoder.draft.statements.len();
        if let Some((kind, value)) = record(line, &site, &mut self.decoder) {
            match RecordKind::named(kind) {
                None => self.decoder.defaults(value, &site),
                Some(RecordKind::Dataset) if !self.is_first => misplaced_dataset(site, &mut self.decoder),
                Some(kind) => self.decoder.record(kind, value, &site),
            }
        }
        if self.packs && self.decoder.draft.statements.len() > known {
            self.decoder.draft.plain.let_pass();
        }
        self.is_first = false;
    }

    /// Packs a plain statement; defaults would add to it.
    fn pack(&mut self, line: &str) -> bool {
        let packed = self.packs
            && !self.decoder.has_statement_defaults()
            && plain(line, self.number).is_some_and(|statement| self.decoder.draft.plain.push(&statement));
        self.is_first &= !packed;
        packed
    }

    fn lose(&mut self, kind: FaultKind, message: &str) {
        let place = self.file.line(self.number).place(Position::default());
        self.decoder.report.add(kind, place, message);
        self.decoder.report.lose_records();
    }
}

/// The kind of record that a line holds, and the record; `None` for a bad line, which is lost.
fn record(line: &str, site: &Site, decoder: &mut Decoder) -> Option<(&'static str, Value)> {
    let fault = match json::value(line) {
        Ok(Value { at, content: Content::Table(mut table) }) => match kind(&mut table, site, decoder) {
            Ok(kind) => return Some((kind, Value { at, content: Content::Table(table) })),
            Err((kind, message)) => (kind, Position::default(), message),
        },
        Ok(other) => {
            let message =
                format!("the line is {}; write an object, {{\"type\": ...}}", other.content.describe());
            (FaultKind::WrongType, Position::default(), message)
        }
        Err(error) => {
            let at = Position { line: None, ..error.at };
            (FaultKind::Syntax, at, format!("this line is no JSON: {}", error.message))
        }
    };
    let (kind, at, message) = fault;
    decoder.report.add(kind, site.clone().place(at), message);
    decoder.report.lose_records();
    None
}

/// Takes the type out of a record. A misspelt one is a fault and read as the one meant.
fn kind(table: &mut Table, site: &Site, decoder: &mut Decoder) -> Result<&'static str, (FaultKind, String)> {
    let known: Vec<&'static str> = RecordKind::all().map(RecordKind::name).chain([DEFAULTS]).collect();
    let choices = known.join(", ");
    let Some(value) = table.take(TYPE) else {
        return Err((FaultKind::MissingField, format!("the line has no `type`; add one of: {choices}")));
    };
    let Content::Text(name) = value.content else {
        let found = value.content.describe();
        return Err((FaultKind::WrongType, format!("`type` is {found}; write one of: {choices}")));
    };
    if let Some(&kind) = known.iter().find(|&&kind| kind == name) {
        return Ok(kind);
    }
    let found = clip(&name);
    let Some(near) = nearest(&name, &known) else {
        return Err((
            FaultKind::UnknownField,
            format!("`{found}` is no type of record; write one of: {choices}"),
        ));
    };
    let message = format!("`{found}` is no type of record; write `{near}`");
    decoder.report.add(FaultKind::UnknownField, site.field(TYPE).place(value.at), message);
    Ok(near)
}

fn misplaced_dataset(site: Site, decoder: &mut Decoder) {
    let message =
        "the `dataset` record stands after others; make it the first line, and the only one of its type";
    decoder.report.add(FaultKind::Syntax, site.place(Position::default()), message);
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, read};

    #[track_caller]
    fn check(lines: &str, expected: &[&str]) {
        let faults: Vec<String> =
            read(lines, Format::JsonLines, "f").faults.iter().map(ToString::to_string).collect();
        assert_eq!(faults, expected);
    }

    #[test]
    fn a_bad_line_is_a_fault_and_reading_goes_on() {
        let lines = "{\"type\": \"topic\", \"key\": \"a\", \"name\": \"A\"}\n\n{oops}\n5\n{\"type\": \"topic\", \"key\": \"b\", \"name\": \"B\"}";
        check(
            lines,
            &[
                "f:3:2: this line is no JSON: key must be a string",
                "f:4: the line is the number 5; write an object, {\"type\": ...}",
            ],
        );
        let reading = read(lines, Format::JsonLines, "f");
        assert_eq!(reading.draft.nodes.len(), 2);
        assert!(!reading.is_complete);
    }

    #[test]
    fn a_line_too_long_is_a_fault_and_the_next_one_is_read() {
        let topic = "{\"type\": \"topic\", \"key\": \"a\", \"name\": \"A\"}";
        for more in [1, 2, 3, 100] {
            let text = format!("{}\n{topic}\n", " ".repeat(super::MAX_LINE + more));
            let reading = super::read_packed(text.as_bytes(), &crate::format::site::Site::file("f")).unwrap();
            assert_eq!(reading.draft.nodes.len(), 1, "{more}");
            let told: Vec<String> = reading.faults.iter().map(ToString::to_string).collect();
            assert_eq!(told, ["f:1: the line is longer than the 1 MiB that are read of one; split it"]);
        }
    }

    #[test]
    fn a_place_is_a_line_and_a_field() {
        let lines = "{\"type\": \"event\", \"condition\": \"a\", \"met\": 1}\n{\"type\": \"event\"}";
        check(
            lines,
            &[
                "f:1: met: `met` is the number 1; write true or false, without quotes",
                "f:2: this event has no `met`; add true or false, without quotes",
            ],
        );
    }

    #[test]
    fn defaults_hold_for_the_lines_after_them() {
        let statement = |id| {
            format!(
                "{{\"type\": \"statement\", \"id\": \"{id}\", \"holder\": \"KEN\", \"stance\": \"supports\"}}"
            )
        };
        let defaults = "{\"type\": \"defaults\", \"statement\": {\"target\": \"levy\"}}";
        let reading = read(
            &[&statement("s1"), defaults, &statement("s2")].map(String::from).join("\n"),
            Format::JsonLines,
            "f",
        );
        assert_eq!(reading.faults.len(), 1, "{:?}", reading.faults);
        assert_eq!(reading.faults[0].place().line, Some(1));
        assert_eq!(reading.draft.statements[1].target, "levy".into());
    }

    #[test]
    fn the_type_is_needed_and_a_misspelt_one_read_as_the_one_meant() {
        check(
            "{\"key\": \"a\"}\n{\"type\": \"topc\", \"key\": \"a\", \"name\": \"A\"}",
            &[
                "f:1: the line has no `type`; add one of: dataset, person, organization, group, nation, proposal, series, topic, tie, source, statement, event, retraction, word, defaults",
                "f:2: type: `topc` is no type of record; write `topic`",
            ],
        );
    }

    #[test]
    fn the_dataset_comes_first() {
        let dataset = "{\"type\": \"dataset\", \"key\": \"a\", \"name\": \"A\"}";
        check(
            &format!("\n{dataset}\n{dataset}"),
            &[
                "f:3: the `dataset` record stands after others; make it the first line, and the only one of its type",
            ],
        );
    }
}
