//! Rows of a block checked and packed, their texts numbered as they come.

use std::collections::HashMap;

use super::Refused;
use super::blocks::Block;
use super::columns::Columns;
use super::fields::{Field, Fields};
use super::layout::Layout;
use super::names::power;
use super::rated::rated;
use crate::graph::{FaultKind, StanceGraph};
use crate::model::draft::PlainStatement;
use crate::model::{Date, Key, NO_TEXT, NodeKind, PlainRow, Stance, StatementKey, Texts, UnknownCode};

/// What a text of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// What stands before the number in the key of a statement.
    Prefix,
    Holder,
    Target,
    Source,
    Code,
}

/// How many roles there are.
pub(super) const ROLES: usize = 5;

/// What a block held.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// Plain statements; their texts are numbered by the parser.
    pub(super) rows: Vec<PlainRow>,
    /// Others, each with how many plain ones come before it.
    pub(super) others: Vec<(usize, Other)>,
    /// The texts that statements use for the first time, with their numbers, in the order in which they came.
    pub(super) new: Vec<(Role, u32, Box<str>)>,
    pub(super) refused: Refused,
    /// How many rows there were.
    pub(super) count: u64,
}

/// A statement with more than plain ones have.
#[derive(Debug)]
pub(super) struct Other {
    pub(super) row: PlainRow,
    pub(super) behalf: Option<&'static Key>,
    pub(super) quote: Option<String>,
}

/// What is wrong with a row: in which field, of what kind, and what to write instead.
type Wrong = (Field, FaultKind, String);

/// Checks rows. Knows the texts it has seen by numbers of its own.
pub(super) struct Parser<'c> {
    columns: &'c Columns,
    known: &'static StanceGraph,
    texts: [Texts; ROLES],
    /// Whether a statement uses the text, by role and number.
    used: [Vec<bool>; ROLES],
    /// What each code stands for.
    stances: Vec<Stance>,
    /// Of each holder and target, as which node it is known.
    holders: Vec<Option<NodeKind>>,
    targets: Vec<Option<NodeKind>>,
    /// The prefix of the keys of statements that are numbered by line.
    by_line: u32,
    /// The prefix that came last: most come again.
    prefix: u32,
    powers: HashMap<String, Option<&'static Key>>,
}

impl<'c> Parser<'c> {
    pub(super) fn new(columns: &'c Columns, known: &'static StanceGraph, table: &str) -> Self {
        let mut texts: [Texts; ROLES] = Default::default();
        let by_line = texts[Role::Prefix as usize].number(&format!("{table}-"));
        Self {
            columns,
            known,
            texts,
            used: Default::default(),
            stances: Vec::new(),
            holders: Vec::new(),
            targets: Vec::new(),
            by_line,
            prefix: by_line,
            powers: HashMap::new(),
        }
    }

    /// Reads the rows of a block, into the memory of a batch that is done with.
    pub(super) fn parse(&mut self, layout: &Layout, block: &Block, done: Batch) -> Batch {
        let mut rows = done.rows;
        rows.clear();
        let (mut batch, mut refused) = (Batch { rows, ..Batch::default() }, Refused::default());
        batch.count = layout.each(block, &mut refused, |fields, refused| {
            if let Err((field, kind, message)) = self.add(fields, &mut batch) {
                refused.add(kind, layout.place(fields.line, field), message);
            }
        });
        batch.refused = refused;
        batch
    }

    /// Adds the statement of a row, or tells what is wrong with it, and in which field.
    fn add(&mut self, fields: &Fields<'_>, batch: &mut Batch) -> Result<(), Wrong> {
        let [holder, target, document] = self.numbers(fields);
        let code = self
            .code(fields.get(Field::Stance))
            .map_err(|why| (Field::Stance, FaultKind::UnknownCode, why))?;
        let stance = self.stances.get(code as usize).copied().unwrap_or(Stance::Absent);
        self.check_target(stance, target)?;
        let said = said(fields)?;
        let confidence = match fields.some(Field::Confidence) {
            Some(text) => Some(rated(text).map_err(|why| (Field::Confidence, FaultKind::OffScale, why))?),
            None => None,
        };
        let behalf = self.behalf(fields)?;
        let (quote, source) = (fields.some(Field::Quote), fields.some(Field::Source));
        if quote.is_some() && source.is_none() {
            let message = "a quote needs the document that prints it; fill in the column of the source";
            return Err((Field::Quote, FaultKind::QuoteWithoutSource, message.to_owned()));
        }
        let (name, _) = (needed(fields, Field::Holder)?, needed(fields, Field::Target)?);
        self.check_holder(name, holder)?;
        let (prefix, number) = self.key(fields)?;
        let mut statement = PlainStatement::new("", "", stance, "");
        (statement.id, statement.said, statement.confidence) =
            (StatementKey::new("", number), said, confidence);
        statement.line = fields.line;
        let mut row = PlainRow::of(&statement);
        row.prefix = self.uses(Role::Prefix, prefix, batch);
        row.holder = self.uses(Role::Holder, holder, batch);
        row.target = self.uses(Role::Target, target, batch);
        row.source = source.map_or(NO_TEXT, |_| self.uses(Role::Source, document, batch));
        row.code = if self.columns.values.is_empty() { NO_TEXT } else { self.uses(Role::Code, code, batch) };
        if quote.is_none() && behalf.is_none() {
            batch.rows.push(row);
        } else {
            let quote = quote.map(str::to_owned);
            batch.others.push((batch.rows.len(), Other { row, behalf, quote }));
        }
        Ok(())
    }

    /// The numbers of holder, target and source. Looked up one right after the other, none waits for the memory of another.
    #[inline]
    fn numbers(&mut self, fields: &Fields<'_>) -> [u32; 3] {
        let of =
            [(Role::Holder, Field::Holder), (Role::Target, Field::Target), (Role::Source, Field::Source)];
        of.map(|(role, field)| self.texts[role as usize].number(fields.get(field)))
    }

    /// Notes that a statement uses a text.
    #[inline]
    fn uses(&mut self, role: Role, number: u32, batch: &mut Batch) -> u32 {
        if self.used[role as usize].get(number as usize) != Some(&true) {
            self.use_first(role, number, batch);
        }
        number
    }

    #[cold]
    fn use_first(&mut self, role: Role, number: u32, batch: &mut Batch) {
        let (used, at) = (&mut self.used[role as usize], number as usize);
        used.resize(used.len().max(at + 1), false);
        used[at] = true;
        let text = self.texts[role as usize].get(number).unwrap_or_default();
        batch.new.push((role, number, text.into()));
    }

    /// The number of a text that stands for a stance.
    #[inline]
    fn code(&mut self, text: &str) -> Result<u32, String> {
        if let Some(number) = self.texts[Role::Code as usize].find(text) {
            return Ok(number);
        }
        let stance = self.stance(text)?;
        self.stances.push(stance);
        Ok(self.texts[Role::Code as usize].number(text))
    }

    #[cold]
    fn stance(&self, text: &str) -> Result<Stance, String> {
        let values = &self.columns.values;
        if values.is_empty() {
            return text.parse().map_err(|error: UnknownCode| error.to_string());
        }
        values.get(text).copied().ok_or_else(|| {
            let known = values.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            format!("`{}` is no value given a stance; write one of: {known}", short(text))
        })
    }

    /// The stance must be legal on the target, which is a proposal unless it is a node that there is.
    #[inline]
    fn check_target(&mut self, stance: Stance, number: u32) -> Result<(), Wrong> {
        let texts = &self.texts[Role::Target as usize];
        let known = self.columns.node(number, texts, &mut self.targets);
        let kind = known.unwrap_or(NodeKind::Proposal);
        let is_legal = kind != NodeKind::Topic && stance.is_legal_on(kind.class());
        if is_legal { Ok(()) } else { Err(illegal(stance, kind)) }
    }

    /// The holder is none of the nodes that hold no stance.
    #[inline]
    fn check_holder(&mut self, holder: &str, number: u32) -> Result<(), Wrong> {
        let texts = &self.texts[Role::Holder as usize];
        match self.columns.node(number, texts, &mut self.holders) {
            Some(kind) if !kind.is_holder() => {
                let shown = short(holder);
                let message =
                    format!("`{shown}` is a {kind}, which holds no stance; name an actor or nation");
                Err((Field::Holder, FaultKind::IllegalRole, message))
            }
            _ => Ok(()),
        }
    }

    fn behalf(&mut self, fields: &Fields<'_>) -> Result<Option<&'static Key>, Wrong> {
        let Some(text) = fields.some(Field::Behalf) else { return Ok(None) };
        let found = match self.powers.get(text) {
            Some(found) => *found,
            None => *self.powers.entry(text.to_owned()).or_insert(power(self.known, text)),
        };
        let unknown = || {
            let shown = short(text);
            let message =
                format!("`{shown}` is no nation or organization known here; write its name or code");
            (Field::Behalf, FaultKind::DanglingReference, message)
        };
        found.map(Some).ok_or_else(unknown)
    }

    /// The key of the statement: the number of its prefix, and the number behind that.
    #[inline]
    fn key(&mut self, fields: &Fields<'_>) -> Result<(u32, Option<u64>), Wrong> {
        if self.columns.names[Field::Id as usize].is_none() {
            return Ok((self.by_line, Some(u64::from(fields.line))));
        }
        let text = needed(fields, Field::Id)?;
        let key = StatementKey::of(text);
        let (prefix, number) = key.parts();
        let prefixes = &mut self.texts[Role::Prefix as usize];
        if prefixes.get(self.prefix) != Some(prefix) || !key.has_room() {
            if !key.is_key() {
                let why = Key::new(text).map_or_else(|error| error.to_string(), |key| key.to_string());
                return Err((Field::Id, FaultKind::IllFormedKey, why));
            }
            self.prefix = prefixes.number(prefix);
        }
        Ok((self.prefix, number))
    }
}

impl Columns {
    /// As which of the nodes that there are a name is known, by its number. Each name is looked for once.
    #[inline]
    fn node(&self, number: u32, texts: &Texts, known: &mut Vec<Option<NodeKind>>) -> Option<NodeKind> {
        if number as usize >= known.len() {
            let first = u32::try_from(known.len()).unwrap_or(u32::MAX);
            let names = (first..=number).map(|number| texts.get(number).unwrap_or_default());
            known.extend(names.map(|name| self.nodes.get(name).copied()));
        }
        known.get(number as usize).copied().flatten()
    }
}

fn illegal(stance: Stance, kind: NodeKind) -> Wrong {
    let what = match kind {
        NodeKind::Proposal => "a proposal, which every target is taken for".to_owned(),
        kind => format!("a target of this kind: {kind}"),
    };
    (Field::Stance, FaultKind::IllegalStance, format!("`{stance}` cannot be held toward {what}"))
}

#[inline]
fn said(fields: &Fields<'_>) -> Result<Option<Date>, Wrong> {
    let Some(text) = fields.some(Field::Date) else { return Ok(None) };
    match text.parse::<Date>() {
        Ok(date) => Ok(Some(date)),
        Err(error) => Err((Field::Date, FaultKind::IllFormedDate, error.to_string())),
    }
}

fn needed<'r>(fields: &Fields<'r>, field: Field) -> Result<&'r str, Wrong> {
    let what = if field == Field::Id { "a key" } else { "a name" };
    let missing = || (field, FaultKind::MissingField, format!("the field is empty; write {what}"));
    fields.some(field).ok_or_else(missing)
}

/// The beginning of a text, to be told.
pub(super) fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
