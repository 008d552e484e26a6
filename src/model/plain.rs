//! Plain statements, packed: what bulk data is made of, on its way to the builder.

use std::sync::Arc;

use super::draft::StatementDraft;
use super::{Act, Confidence, Date, Modality, Place, Placed, Stance, StatementKey, Texts};

/// A statement with no more than every coded event or vote has, its codes and dates read already.
///
/// ```
/// use stancegraph::{GraphBuilder, Stance, model::draft::{Draft, NodeDraft, PlainStatement}};
///
/// let mut draft = Draft::default();
/// draft.nodes.push(NodeDraft::nation("KEN", "Kenya"));
/// draft.nodes.push(NodeDraft::proposal("debt-relief", "debt relief"));
/// let vote = PlainStatement::new("v1", "KEN", Stance::Supports, "debt-relief");
/// assert!(draft.plain.push(&vote));
/// let graph = GraphBuilder::new().add(draft).build()?;
/// assert_eq!(graph.statement_count(), 1);
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct PlainStatement<'t> {
    /// Its key.
    pub id: StatementKey<'t>,
    /// Whose act: the key of an actor or nation.
    pub holder: &'t str,
    /// What kind of act.
    pub act: Act,
    /// The stance.
    pub stance: Stance,
    /// On what, or toward whom: the key of a node.
    pub target: &'t str,
    /// When it was said.
    pub said: Option<Date>,
    /// How firmly.
    pub modality: Modality,
    /// How sure the coder is.
    pub confidence: Option<Confidence>,
    /// The key of the document.
    pub source: Option<&'t str>,
    /// Original code of imported data.
    pub code: Option<&'t str>,
    /// The line it stands on, from 1; 0 where there is none.
    pub line: u32,
}

impl<'t> PlainStatement<'t> {
    /// A statement that was said and asserted; set the other fields as needed.
    pub fn new(id: &'t str, holder: &'t str, stance: Stance, target: &'t str) -> Self {
        Self {
            id: StatementKey::of(id),
            holder,
            act: Act::Said,
            stance,
            target,
            said: None,
            modality: Modality::Asserted,
            confidence: None,
            source: None,
            code: None,
            line: 0,
        }
    }

    /// The same statement as a draft, each field with its place.
    pub fn spelled_out(&self, file: Option<&Arc<str>>) -> StatementDraft {
        let line = (self.line > 0).then_some(self.line);
        let place = |field: &str| Place {
            file: file.cloned(),
            line,
            column: None,
            field: (file.is_some() || line.is_some()).then(|| field.to_owned()),
        };
        let text = |field: &str, value: &str| Placed::new(value.to_owned(), place(field));
        let said_otherwise =
            |is_default: bool, field: &str, value: &str| (!is_default).then(|| text(field, value));
        StatementDraft {
            act: said_otherwise(self.act == Act::Said, "act", self.act.as_str()),
            said: self.said.map(|date| text("said", &date.to_string())),
            modality: said_otherwise(self.modality == Modality::Asserted, "modality", self.modality.as_str()),
            confidence: self.confidence.map(|rated| Placed::new(rated.get(), place("confidence"))),
            source: self.source.map(|source| text("source", source)),
            code: self.code.map(|code| text("code", code)),
            ..StatementDraft::new(
                text("id", &self.id.to_string()),
                text("holder", self.holder),
                text("stance", self.stance.as_str()),
                text("target", self.target),
            )
        }
    }
}

/// Plain statements, packed: 48 bytes each, texts that repeat once.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlainStatements {
    texts: Texts,
    rows: Vec<PlainRow>,
    /// The file they were read from.
    file: Option<Arc<str>>,
    /// How many plain ones come before each of the draft's other statements.
    before: Vec<u32>,
}

/// Texts are numbers into the list of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PlainRow {
    number: u64,
    confidence: u64,
    pub(crate) prefix: u32,
    pub(crate) holder: u32,
    pub(crate) target: u32,
    pub(crate) source: u32,
    pub(crate) code: u32,
    said: u32,
    pub(crate) line: u32,
    pub(crate) stance: Stance,
    pub(crate) act: Act,
    pub(crate) modality: Modality,
}

/// Stands for no text.
pub(crate) const NO_TEXT: u32 = u32::MAX;
/// Stands for no number, and for no confidence: it is the bits of none.
const NO_NUMBER: u64 = u64::MAX;

impl PlainRow {
    /// A statement whose texts are not numbered yet.
    pub(crate) fn of(statement: &PlainStatement<'_>) -> Self {
        Self {
            number: statement.id.parts().1.unwrap_or(NO_NUMBER),
            confidence: statement.confidence.map_or(NO_NUMBER, |rated| rated.get().to_bits()),
            prefix: NO_TEXT,
            holder: NO_TEXT,
            target: NO_TEXT,
            source: NO_TEXT,
            code: NO_TEXT,
            said: statement.said.map_or(0, Date::pack),
            line: statement.line,
            stance: statement.stance,
            act: statement.act,
            modality: statement.modality,
        }
    }

    /// The number behind the prefix of the key.
    pub(crate) fn number(&self) -> Option<u64> {
        Some(self.number).filter(|number| *number != NO_NUMBER)
    }

    /// When it was said.
    pub(crate) fn said(&self) -> Option<Date> {
        Date::unpack(self.said)
    }

    /// How sure the coder is.
    pub(crate) fn confidence(&self) -> Option<Confidence> {
        Confidence::new(f64::from_bits(self.confidence)).ok()
    }
}

impl PlainStatements {
    /// The most statements that one list takes.
    const MOST: usize = NO_TEXT as usize / 2;

    /// Adds a statement; `false`, and nothing is added, where its id is no key or there is no more room.
    ///
    /// # Complexity
    /// O(1), amortized.
    pub fn push(&mut self, statement: &PlainStatement<'_>) -> bool {
        if !statement.id.is_key() {
            return false;
        }
        let mut row = PlainRow::of(statement);
        row.prefix = self.prefix(statement.id.parts().0);
        row.holder = self.texts.number(statement.holder);
        row.target = self.texts.number(statement.target);
        row.source = statement.source.map_or(NO_TEXT, |source| self.texts.number(source));
        row.code = statement.code.map_or(NO_TEXT, |code| self.texts.number(code));
        self.extend_rows(std::iter::once(row)) == 1
    }

    /// Adds statements whose texts are numbered, until there is no more room; how many.
    pub(crate) fn extend_rows(&mut self, rows: impl Iterator<Item = PlainRow>) -> usize {
        let before = self.rows.len();
        self.rows.extend(rows.take(Self::MOST.saturating_sub(before)));
        self.rows.len() - before
    }

    /// The number of a text among those of the statements.
    #[cfg(feature = "csv")]
    pub(crate) fn number(&mut self, text: &str) -> u32 {
        self.texts.number(text)
    }

    /// None yet, to be read from a file of that name.
    pub fn of_file(name: &str) -> Self {
        Self { file: Some(name.into()), ..Self::default() }
    }

    /// The file they were read from, as the reader named it.
    pub const fn file(&self) -> Option<&Arc<str>> {
        self.file.as_ref()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The statements, in the order in which they were added.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = PlainStatement<'_>> {
        self.rows.iter().map(|row| self.statement(row))
    }

    /// Those from one number up to another.
    pub(crate) fn between(&self, start: usize, end: usize) -> impl Iterator<Item = PlainStatement<'_>> {
        self.rows.get(start..end).unwrap_or_default().iter().map(|row| self.statement(row))
    }

    pub(crate) fn statement(&self, row: &PlainRow) -> PlainStatement<'_> {
        PlainStatement {
            id: self.id(row),
            holder: self.texts.get(row.holder).unwrap_or_default(),
            act: row.act,
            stance: row.stance,
            target: self.texts.get(row.target).unwrap_or_default(),
            said: row.said(),
            modality: row.modality,
            confidence: row.confidence(),
            source: self.texts.get(row.source),
            code: self.texts.get(row.code),
            line: row.line,
        }
    }

    /// The key of a statement.
    pub(crate) fn id(&self, row: &PlainRow) -> StatementKey<'_> {
        StatementKey::new(self.texts.get(row.prefix).unwrap_or_default(), row.number())
    }

    /// Notes that another statement of the draft, spelled out in full, comes next.
    pub(crate) fn let_pass(&mut self) {
        self.before.push(u32::try_from(self.rows.len()).unwrap_or(NO_TEXT));
    }

    /// After how many plain ones the draft's other statement of this number comes; after all where nobody noted it.
    pub(crate) fn before(&self, other: usize) -> usize {
        self.before.get(other).map_or(self.rows.len(), |before| (*before as usize).min(self.rows.len()))
    }

    /// The packed statements, and the list their texts are numbers into.
    pub(crate) fn packed(&self) -> (&[PlainRow], &Texts) {
        (&self.rows, &self.texts)
    }

    /// Most keys begin as the one before.
    fn prefix(&mut self, text: &str) -> u32 {
        let last = self.rows.last().map(|row| row.prefix);
        let known = last.filter(|last| self.texts.get(*last) == Some(text));
        known.unwrap_or_else(|| self.texts.number(text))
    }
}
