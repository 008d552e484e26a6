//! Any CSV file of statements, by a map of its columns.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Read;
use std::path::Path;

use super::table::{Column, NO_ROOM, Table, Wrong};
use super::{Import, ImportError, Refused};
use crate::datasets;
use crate::graph::{FaultKind, StanceGraph};
use crate::model::draft::{
    CapacityDraft, DatasetDraft, Draft, NodeDraft, PlainStatement, PlainStatements, SourceDraft,
    StatementDraft, Text,
};
use crate::model::{Confidence, Date, Key, NodeClass, NodeKind, Place, Placed, Stance};

/// Which columns of a CSV file hold what. The file has a header; every row is one statement.
///
/// Holders and targets are names or keys. A holder that goes by the name of one bundled nation or organization is that
/// one; any other is entered, of the kind that [`holders`](Self::holders) says. Every target is entered as a proposal.
/// Statements are numbered by their line.
///
/// ```
/// use stancegraph::format::import::Columns;
/// use stancegraph::format::{Format, write};
///
/// let rows = "who,what,how\nKenya,debt relief,1\nJane Roe,debt relief,0\nKenya,debt relief,perhaps\n";
/// let columns = Columns::new("who", "what", "how").value("1", "supports")?.value("0", "rejects")?;
/// let import = columns.read(rows.as_bytes(), "rows.csv", |_| ())?;
/// assert_eq!(import.draft.plain.len(), 2);
/// let told = import.refused.listed()[0].to_string();
/// assert_eq!(told, "rows.csv:4: how: `perhaps` is no value given a stance; write one of: 0, 1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Columns {
    holder: String,
    target: String,
    stance: String,
    behalf: Option<String>,
    date: Option<String>,
    source: Option<String>,
    quote: Option<String>,
    confidence: Option<String>,
    values: BTreeMap<String, Stance>,
    kind: NodeKind,
}

impl Columns {
    /// The columns that every statement needs.
    pub fn new(holder: &str, target: &str, stance: &str) -> Self {
        Self {
            holder: holder.to_owned(),
            target: target.to_owned(),
            stance: stance.to_owned(),
            behalf: None,
            date: None,
            source: None,
            quote: None,
            confidence: None,
            values: BTreeMap::new(),
            kind: NodeKind::Person,
        }
    }

    /// What a value of the stance column stands for. Without any, the column holds words such as `supports`.
    ///
    /// # Errors
    /// [`UnknownCode`](crate::model::UnknownCode) where that is no stance, with those there are.
    pub fn value(mut self, value: &str, stance: &str) -> Result<Self, crate::model::UnknownCode> {
        self.values.insert(value.to_owned(), stance.parse()?);
        Ok(self)
    }

    /// On whose behalf: a nation or organization.
    pub fn on_behalf_of(mut self, column: &str) -> Self {
        self.behalf = Some(column.to_owned());
        self
    }

    /// When it was said: 2025-09-05, 2025-09 or 2025; empty where nobody knows.
    pub fn date(mut self, column: &str) -> Self {
        self.date = Some(column.to_owned());
        self
    }

    /// The document.
    pub fn source(mut self, column: &str) -> Self {
        self.source = Some(column.to_owned());
        self
    }

    /// The holder's own words, printed by the document.
    pub fn quote(mut self, column: &str) -> Self {
        self.quote = Some(column.to_owned());
        self
    }

    /// How sure the coder is, from 0 to 1.
    pub fn confidence(mut self, column: &str) -> Self {
        self.confidence = Some(column.to_owned());
        self
    }

    /// What kind of node a holder is that no bundled dataset knows: a person, organization, group or nation.
    pub const fn holders(mut self, kind: NodeKind) -> Self {
        self.kind = kind;
        self
    }

    /// Reads a table. `progress` is told how many rows there have been, every ten thousand.
    ///
    /// # Errors
    /// [`ImportError`] if the table cannot be read or lacks one of the columns.
    ///
    /// # Complexity
    /// O(1) for a row; in memory, what the statements take packed, and every name once.
    pub fn read(
        &self,
        source: impl Read,
        file: &str,
        mut progress: impl FnMut(u64),
    ) -> Result<Import, ImportError> {
        let mut table = Table::new(source, file)?;
        let found = Found::of(self, &table)?;
        let mut refused = Refused::default();
        let mut draft = Draft { plain: PlainStatements::of_file(file), ..Draft::default() };
        let mut names = Names::new(self.kind, file)?;
        while table.advance(&mut refused)? {
            if table.rows().is_multiple_of(10_000) {
                progress(table.rows());
            }
            if let Err(wrong) = self.row(&table, &found, &mut names, &mut draft) {
                table.refuse(wrong, &mut refused);
            }
        }
        names.enter_into(&mut draft);
        Ok(Import { draft, rows: table.rows(), set_aside: BTreeMap::new(), refused })
    }

    /// Adds the statement of a row, or tells what is wrong with it, and in which column.
    fn row<R: Read>(
        &self,
        table: &Table<R>,
        found: &Found,
        names: &mut Names,
        draft: &mut Draft,
    ) -> Result<(), Wrong> {
        let needed = |column| {
            let text = table.get(column);
            let missing = || (column, FaultKind::MissingField, "the field is empty; write a name".to_owned());
            if text.is_empty() { Err(missing()) } else { Ok(text) }
        };
        let stance = self
            .stance(table.get(found.stance))
            .map_err(|why| (found.stance, FaultKind::UnknownCode, why))?;
        if !stance.is_legal_on(NodeClass::Proposal) {
            let message =
                format!("`{stance}` cannot be held toward a proposal, which every target is taken for");
            return Err((found.stance, FaultKind::IllegalStance, message));
        }
        let said = optional(table, found.date, FaultKind::IllFormedDate, |text| {
            text.parse::<Date>().map_err(|error| error.to_string())
        })?;
        let confidence = optional(table, found.confidence, FaultKind::OffScale, rated)?;
        let behalf = optional(table, found.behalf, FaultKind::DanglingReference, |text| {
            let unknown =
                || format!("`{text}` is no nation or organization known here; write its name or code");
            names.power(text).ok_or_else(unknown)
        })?;
        let (quote, source) = (table.get_some(found.quote), table.get_some(found.source));
        if let (Some(column), Some(_), None) = (found.quote, quote, source) {
            let message = "a quote needs the document that prints it; fill in the column of the source";
            return Err((column, FaultKind::QuoteWithoutSource, message.to_owned()));
        }
        let (holder, target) = (needed(found.holder)?, needed(found.target)?);
        let id = format!("{}-{}", names.table, table.line());
        let (holder, target) = (names.holder(holder), names.target(target));
        let source = source.map(|title| names.source(title));
        let mut statement = PlainStatement::new(&id, &holder, stance, &target);
        (statement.said, statement.confidence, statement.line) = (said, confidence, table.line());
        statement.source = source.as_deref();
        statement.code = self.values.contains_key(table.get(found.stance)).then(|| table.get(found.stance));
        if quote.is_none() && behalf.is_none() {
            let no_room = || (found.holder, FaultKind::TooLarge, NO_ROOM.to_owned());
            return if draft.plain.push(&statement) { Ok(()) } else { Err(no_room()) };
        }
        let full = statement.spelled_out(draft.plain.file());
        let capacity = behalf.map_or(CapacityDraft::Unstated, |power| CapacityDraft::For(vec![power.into()]));
        let quote = quote.map(|words| Text::new(words.to_owned(), full.id.place.clone()));
        draft.plain.let_pass();
        draft.statements.push(StatementDraft { capacity, quote, ..full });
        Ok(())
    }

    fn stance(&self, text: &str) -> Result<Stance, String> {
        if self.values.is_empty() {
            return text.parse().map_err(|error: crate::model::UnknownCode| error.to_string());
        }
        self.values.get(text).copied().ok_or_else(|| {
            let known = self.values.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            format!("`{}` is no value given a stance; write one of: {known}", short(text))
        })
    }
}

/// What a field that may be empty holds, or what is wrong with it.
fn optional<R: Read, T>(
    table: &Table<R>,
    column: Option<Column>,
    kind: FaultKind,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Option<T>, Wrong> {
    match (column, table.get_some(column)) {
        (Some(column), Some(text)) => read(text).map(Some).map_err(|why| (column, kind, why)),
        _ => Ok(None),
    }
}

fn rated(text: &str) -> Result<Confidence, String> {
    let number: f64 =
        text.parse().map_err(|_| format!("`{}` is no number; write one from 0 to 1", short(text)))?;
    Confidence::new(number).map_err(|error| error.to_string())
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

/// The words of a name as a key; without any, what it is.
fn slug(name: &str, what: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    if slug.is_empty() { what.to_owned() } else { slug.chars().take(80).collect() }
}

/// Where the columns stand.
struct Found {
    holder: Column,
    target: Column,
    stance: Column,
    behalf: Option<Column>,
    date: Option<Column>,
    source: Option<Column>,
    quote: Option<Column>,
    confidence: Option<Column>,
}

impl Found {
    fn of<R: Read>(columns: &Columns, table: &Table<R>) -> Result<Self, ImportError> {
        let some = |name: &Option<String>| name.as_ref().map(|name| table.column(name)).transpose();
        Ok(Self {
            holder: table.column(&columns.holder)?,
            target: table.column(&columns.target)?,
            stance: table.column(&columns.stance)?,
            behalf: some(&columns.behalf)?,
            date: some(&columns.date)?,
            source: some(&columns.source)?,
            quote: some(&columns.quote)?,
            confidence: some(&columns.confidence)?,
        })
    }
}

/// The names of a table and the keys they were given.
struct Names {
    /// The name of the table as a key.
    table: String,
    known: &'static StanceGraph,
    kind: NodeKind,
    holders: HashMap<String, String>,
    targets: HashMap<String, String>,
    sources: HashMap<String, String>,
    /// Keys in use, those of the bundled datasets included.
    keys: BTreeSet<String>,
    /// The last number given behind a key that several names make.
    numbers: HashMap<String, u32>,
    nodes: Vec<NodeDraft>,
    documents: Vec<SourceDraft>,
    uses_known: bool,
}

impl Names {
    fn new(kind: NodeKind, file: &str) -> Result<Self, ImportError> {
        let known = datasets::organizations()?;
        Ok(Self {
            table: slug(
                Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default(),
                "table",
            ),
            known,
            kind,
            holders: HashMap::new(),
            targets: HashMap::new(),
            sources: HashMap::new(),
            keys: known.nodes().map(|(_, node)| node.key.to_string()).collect(),
            numbers: HashMap::new(),
            nodes: Vec::new(),
            documents: Vec::new(),
            uses_known: false,
        })
    }

    /// The key of the one bundled nation or organization of this name or key.
    fn power(&mut self, name: &str) -> Option<String> {
        let by_key = self.known.find(name);
        let mut by_name = self.known.vocabulary().exact(name);
        let id = by_key.or_else(|| by_name.next().filter(|_| by_name.next().is_none()))?;
        let node = self.known.node(id).filter(|node| node.kind().is_power())?;
        self.uses_known = true;
        Some(node.key.to_string())
    }

    fn holder(&mut self, name: &str) -> String {
        if let Some(key) = self.holders.get(name) {
            return key.clone();
        }
        let key = self.power(name).unwrap_or_else(|| self.enter(self.kind, name));
        self.holders.insert(name.to_owned(), key.clone());
        key
    }

    fn target(&mut self, name: &str) -> String {
        if let Some(key) = self.targets.get(name) {
            return key.clone();
        }
        let key = self.enter(NodeKind::Proposal, name);
        self.targets.insert(name.to_owned(), key.clone());
        key
    }

    fn source(&mut self, title: &str) -> String {
        if let Some(key) = self.sources.get(title) {
            return key.clone();
        }
        let key = self.free_key(title, "source");
        self.documents.push(SourceDraft::new(key.as_str(), title));
        self.sources.insert(title.to_owned(), key.clone());
        key
    }

    fn enter(&mut self, kind: NodeKind, name: &str) -> String {
        let key = self.free_key(name, kind.as_str());
        self.nodes.push(NodeDraft::new(kind, key.as_str(), name));
        key
    }

    /// The name itself where it can be a key, or one made of it; numbered where that is taken.
    fn free_key(&mut self, name: &str, what: &str) -> String {
        let base = Key::new(name).map_or_else(|_| slug(name, what), |key| key.to_string());
        let mut key = base.clone();
        while !self.keys.insert(key.clone()) {
            // Where many names make one key, the numbers that are taken are not tried again.
            let number = self.numbers.entry(base.clone()).or_insert(1);
            *number += 1;
            key = format!("{}-{number}", base.chars().take(100).collect::<String>());
        }
        key
    }

    fn enter_into(self, draft: &mut Draft) {
        let uses = if self.uses_known { vec!["organizations".into()] } else { Vec::new() };
        let name = draft.plain.file().map_or_else(|| "table".to_owned(), ToString::to_string);
        draft.dataset = Some(DatasetDraft {
            key: self.table.into(),
            name: Placed::new(name, Place::default()),
            uses,
            ..DatasetDraft::default()
        });
        (draft.nodes, draft.sources) = (self.nodes, self.documents);
    }
}
