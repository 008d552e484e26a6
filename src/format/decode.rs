//! From the tree of a file to its draft; the same for every format.

use super::Reading;
use super::field::Field;
use super::fill::{Lacking, Record, fill};
use super::records::{self, DEFAULTS, RecordKind};
use super::report::Report;
use super::site::Site;
use super::spelling;
use super::tree::{Content, Position, Table, Value};
use crate::graph::FaultKind;
use crate::model::draft::{
    DatasetDraft, Draft, EventDraft, IgnoredPlace, NodeDraft, RetractionDraft, SourceDraft, StatementDraft,
    TieDraft, WordDraft,
};

/// What a field is named by in the place of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// By its path from the top, `statement[2].stance`: the text gives no lines.
    Path,
    /// By its path within the record, `stance`: the line tells which.
    WithinRecord,
}

/// Gathers the records of one file into its draft.
#[derive(Debug)]
pub(super) struct Decoder {
    file: Site,
    /// What was read so far.
    pub(super) draft: Draft,
    statement_defaults: Option<(Table, Site)>,
    tie_defaults: Option<(Table, Site)>,
    /// What was wrong so far.
    pub(super) report: Report,
}

impl Decoder {
    /// Nothing read yet of the file.
    pub(super) fn new(file: Site) -> Self {
        Self {
            file,
            draft: Draft::default(),
            statement_defaults: None,
            tie_defaults: None,
            report: Report::new(),
        }
    }

    /// Whether following statements take what they lack from a record of defaults.
    pub(super) const fn has_statement_defaults(&self) -> bool {
        self.statement_defaults.is_some()
    }

    /// What could be read, and everything that could not.
    pub(super) fn finish(self) -> Reading {
        let (is_complete, faults) = self.report.finish(self.file.place(Position::default()));
        Reading { draft: self.draft, faults, is_complete }
    }

    /// Reads a document with one field for every kind of record.
    pub(super) fn document(&mut self, mut root: Table, naming: Naming) {
        let known: Vec<&'static str> = RecordKind::all().map(RecordKind::name).chain([DEFAULTS]).collect();
        if spelling::settle(&mut root, "dataset file", &known, &self.file, &mut self.report) > 0 {
            self.report.lose_records();
        }
        let top = |site: &Site, name| if naming == Naming::Path { site.field(name) } else { site.clone() };
        if let Some(value) = root.take(DEFAULTS) {
            self.defaults(value, &top(&self.file, DEFAULTS));
        }
        for kind in RecordKind::all() {
            let site = top(&self.file, kind.name());
            match root.take(kind.name()) {
                Some(value) if kind == RecordKind::Dataset => self.record(kind, value, &site),
                Some(value) => self.records(kind, value, &site, naming),
                None => {}
            }
        }
    }

    /// Reads a list of records. A table in place of the list is a fault and read as the only one.
    fn records(&mut self, kind: RecordKind, Value { at, content }: Value, site: &Site, naming: Naming) {
        let items = match content {
            Content::List(items) => items,
            content => {
                let name = kind.name();
                let message =
                    format!("`{name}` is {}; write a list, `[[{name}]]` in TOML", content.describe());
                self.report.add(FaultKind::WrongType, site.clone().place(at), message);
                vec![Value { at, content }]
            }
        };
        for (index, item) in items.into_iter().enumerate() {
            match naming {
                Naming::Path => self.record(kind, item, &site.item(index)),
                Naming::WithinRecord => self.record(kind, item, site),
            }
        }
    }

    /// Reads what the following records have unless they say otherwise.
    pub(super) fn defaults(&mut self, value: Value, site: &Site) {
        let Some((mut table, _)) = self.table(DEFAULTS, value, site) else { return };
        spelling::settle(&mut table, "defaults record", &["statement", "tie"], site, &mut self.report);
        if let Some(value) = table.take("statement") {
            let fields = records::statement;
            self.statement_defaults =
                self.checked("statement", value, site, fields(&mut StatementDraft::default()));
        }
        if let Some(value) = table.take("tie") {
            self.tie_defaults = self.checked("tie", value, site, records::tie(&mut TieDraft::default()));
        }
    }

    /// The defaults of a kind of record, with their faults reported once and for all.
    fn checked(
        &mut self,
        what: &str,
        value: Value,
        site: &Site,
        fields: Vec<Field<'_>>,
    ) -> Option<(Table, Site)> {
        let site = site.field(what);
        let (mut table, at) = self.table(what, value, &site)?;
        let known: Vec<&'static str> = fields.iter().map(|field| field.name).collect();
        spelling::settle(&mut table, what, &known, &site, &mut self.report);
        let record = Record { what, table: table.clone(), at, site: &site, lacking: Lacking::Fine };
        fill(record, fields, &mut self.report);
        Some((table, site))
    }

    /// Reads one record; what is wrong with it is reported and the rest of it kept.
    pub(super) fn record(&mut self, kind: RecordKind, value: Value, site: &Site) {
        let what = kind.name();
        let Some((table, at)) = self.table(what, value, site) else { return };
        let place = IgnoredPlace(site.clone().place(at));
        let lacking = match kind {
            RecordKind::Statement => lacking(self.statement_defaults.as_ref()),
            RecordKind::Tie => lacking(self.tie_defaults.as_ref()),
            _ => Lacking::Fault,
        };
        let record = Record { what, table, at, site, lacking };
        let (draft, report) = (&mut self.draft, &mut self.report);
        match kind {
            RecordKind::Dataset => {
                let dataset = draft.dataset.insert(DatasetDraft { place, ..DatasetDraft::default() });
                fill(record, records::dataset(dataset), report);
            }
            RecordKind::Node(kind) => {
                let mut node = NodeDraft { place, ..NodeDraft::new(kind, "", "") };
                fill(record, records::node(&mut node), report);
                draft.nodes.push(node);
            }
            RecordKind::Tie => {
                let mut tie = TieDraft { place, ..TieDraft::default() };
                fill(record, records::tie(&mut tie), report);
                draft.ties.push(tie);
            }
            RecordKind::Source => {
                let mut source = SourceDraft { place, ..SourceDraft::default() };
                fill(record, records::source(&mut source), report);
                draft.sources.push(source);
            }
            RecordKind::Statement => {
                let mut statement = StatementDraft { place, ..StatementDraft::default() };
                fill(record, records::statement(&mut statement), report);
                draft.statements.push(statement);
            }
            RecordKind::Event => {
                let mut event = EventDraft { place, ..EventDraft::default() };
                fill(record, records::event(&mut event), report);
                draft.events.push(event);
            }
            RecordKind::Retraction => {
                let mut retraction = RetractionDraft { place, ..RetractionDraft::default() };
                fill(record, records::retraction(&mut retraction), report);
                draft.retractions.push(retraction);
            }
            RecordKind::Word => {
                let mut word = WordDraft { place, ..WordDraft::default() };
                fill(record, records::word(&mut word), report);
                draft.words.push(word);
            }
        }
    }

    /// The table that a record has to be; otherwise the record is lost.
    fn table(&mut self, what: &str, Value { at, content }: Value, site: &Site) -> Option<(Table, Position)> {
        if let Content::Table(table) = content {
            return Some((table, at));
        }
        let message = format!("`{what}` is {}; write a table with its fields", content.describe());
        self.report.add(FaultKind::WrongType, site.clone().place(at), message);
        self.report.lose_records();
        None
    }
}

fn lacking(defaults: Option<&(Table, Site)>) -> Lacking<'_> {
    defaults.map_or(Lacking::Fault, |(table, site)| Lacking::Defaults(table, site))
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, read};

    #[track_caller]
    fn check(toml: &str, expected: &[&str]) {
        let faults: Vec<String> =
            read(toml, Format::Toml, "f").faults.iter().map(ToString::to_string).collect();
        assert_eq!(faults, expected);
    }

    #[test]
    fn a_statement_has_the_defaults_it_does_not_overrule() {
        let toml = r#"
            [[statement]]
            id = "s1"
            holder = "KEN"
            [[statement]]
            id = "s2"
            holder = "KEN"
            stance = "rejects"
            [defaults.statement]
            stance = "supports"
            target = "levy"
        "#;
        let reading = read(toml, Format::Toml, "f");
        assert!(reading.faults.is_empty(), "{:?}", reading.faults);
        let stances: Vec<&str> = reading.draft.statements.iter().map(|s| s.stance.value.as_str()).collect();
        assert_eq!(stances, ["supports", "rejects"]);
        assert_eq!(reading.draft.statements[1].target.place.line, Some(11));
    }

    #[test]
    fn a_wrong_default_is_one_fault_however_many_records_have_it() {
        let toml = "defaults.tie = { confidence = \"high\", ofice = \"envoy\" }\n\
            [[tie]]\ntie = \"leads\"\nfrom = \"a\"\nto = \"b\"\n[[tie]]\ntie = \"leads\"\nfrom = \"c\"\nto = \"d\"";
        check(
            toml,
            &[
                "f:1:31: tie.confidence: `confidence` is the text \"high\"; write a number from 0 to 1, without quotes",
                "f:1:39: tie.ofice: a tie has no `ofice`; write `office`",
            ],
        );
        assert!(
            read(toml, Format::Toml, "f").draft.ties.iter().all(|tie| tie.office == Some("envoy".into()))
        );
    }

    #[test]
    fn a_misspelt_record_is_a_fault_and_read_as_the_one_meant() {
        let toml = "[[persn]]\nkey = \"a\"\nname = \"A\"";
        check(toml, &["f:1:3: persn: a dataset file has no `persn`; write `person`"]);
        let reading = read(toml, Format::Toml, "f");
        assert!(reading.is_complete);
        assert_eq!(reading.draft.nodes.len(), 1);
    }

    #[test]
    fn records_of_an_unknown_kind_are_lost_and_the_reading_says_so() {
        let reading = read("[[country]]\nkey = \"KEN\"", Format::Toml, "f");
        assert!(!reading.is_complete);
        assert!(
            reading.faults[0]
                .message()
                .starts_with("a dataset file has no `country`; leave it out, or write one of")
        );
    }

    #[test]
    fn a_single_table_is_read_as_a_list_of_one() {
        let toml = "[person]\nkey = \"a\"\nname = \"A\"";
        check(toml, &["f:1:1: `person` is a table; write a list, `[[person]]` in TOML"]);
        assert_eq!(read(toml, Format::Toml, "f").draft.nodes.len(), 1);
    }

    #[test]
    fn a_record_that_is_no_table_is_lost() {
        check("event = [5]", &["f:1:10: `event` is the number 5; write a table with its fields"]);
    }
}
