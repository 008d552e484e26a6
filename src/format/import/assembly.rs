//! Batches of checked rows, put together in the order of the file.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::fields::Field;
use super::layout::Layout;
use super::names::Names;
use super::parser::{Batch, Other, Parser, ROLES, Role};
use super::table::NO_ROOM;
use super::{Import, ImportError, Refused};
use crate::datasets;
use crate::graph::{FaultKind, StanceGraph};
use crate::model::draft::{CapacityDraft, Draft, PlainStatements, StatementDraft, Text};
use crate::model::{NO_TEXT, PlainRow, Texts};

/// How often the caller is told of the progress, in rows.
const TOLD_EVERY: u64 = 10_000;

/// What was read so far.
pub(super) struct Assembly<'l, P> {
    layout: &'l Layout,
    draft: Draft,
    names: Names,
    /// By role, the texts that came and the numbers in the draft of the keys they were given.
    seen: [(Texts, Vec<u32>); ROLES],
    refused: Refused,
    rows: u64,
    progress: P,
}

/// What a parser's numbers of texts are in the draft, by role.
#[derive(Debug, Default)]
pub(super) struct Numbers([Vec<u32>; ROLES]);

impl Numbers {
    fn set(&mut self, role: Role, number: u32, in_draft: u32) {
        let (list, at) = (&mut self.0[role as usize], number as usize);
        if list.len() <= at {
            list.resize(at + 1, NO_TEXT);
        }
        list[at] = in_draft;
    }

    /// The row with the numbers of the draft.
    #[inline]
    fn row(&self, row: &PlainRow) -> PlainRow {
        let of =
            |role: Role, number: u32| self.0[role as usize].get(number as usize).copied().unwrap_or(NO_TEXT);
        let mut row = *row;
        row.prefix = of(Role::Prefix, row.prefix);
        row.holder = of(Role::Holder, row.holder);
        row.target = of(Role::Target, row.target);
        row.source = of(Role::Source, row.source);
        row.code = of(Role::Code, row.code);
        row
    }
}

impl<'l, P: FnMut(u64)> Assembly<'l, P> {
    pub(super) fn new(
        columns: &Columns,
        layout: &'l Layout,
        file: &str,
        progress: P,
    ) -> Result<Self, ImportError> {
        let draft = Draft { plain: PlainStatements::of_file(file), ..Draft::default() };
        let names = Names::new(columns, file)?;
        let seen = Default::default();
        Ok(Self { layout, draft, names, seen, refused: Refused::default(), rows: 0, progress })
    }

    /// A parser for rows of the table.
    pub(super) fn parser<'c>(&self, columns: &'c Columns) -> Result<Parser<'c>, ImportError> {
        let known: &'static StanceGraph = datasets::organizations()?;
        Ok(Parser::new(columns, known, &self.names.table))
    }

    /// Adds what a parser made of the next block, with what its numbers are here.
    pub(super) fn add(&mut self, numbers: &mut Numbers, batch: &mut Batch) {
        for (role, number, text) in batch.new.drain(..) {
            numbers.set(role, number, self.number(role, &text));
        }
        self.refused.append(std::mem::take(&mut batch.refused));
        let mut done = 0;
        for (before, other) in batch.others.drain(..) {
            self.add_rows(batch.rows.get(done..before).unwrap_or_default(), numbers);
            self.add_other(other, numbers);
            done = before;
        }
        self.add_rows(batch.rows.get(done..).unwrap_or_default(), numbers);
        let next = (self.rows / TOLD_EVERY + 1) * TOLD_EVERY;
        self.rows += batch.count;
        for rows in (next..=self.rows).step_by(usize::try_from(TOLD_EVERY).unwrap_or(usize::MAX)) {
            (self.progress)(rows);
        }
    }

    /// The number in the draft of the key that a text was given; a new one where it comes for the first time.
    fn number(&mut self, role: Role, text: &str) -> u32 {
        let (texts, known) = &mut self.seen[role as usize];
        let at = texts.number(text) as usize;
        if let Some(known) = known.get(at) {
            return *known;
        }
        let key = match role {
            Role::Prefix | Role::Code => None,
            Role::Holder => Some(self.names.holder(text)),
            Role::Target => Some(self.names.target(text)),
            Role::Source => Some(self.names.source(text)),
        };
        let number = self.draft.plain.number(key.as_deref().unwrap_or(text));
        known.push(number);
        number
    }

    fn add_rows(&mut self, rows: &[PlainRow], numbers: &Numbers) {
        let added = self.draft.plain.extend_rows(rows.iter().map(|row| numbers.row(row)));
        for row in rows.get(added..).unwrap_or_default() {
            self.refused.add(FaultKind::TooLarge, self.layout.place(row.line, Field::Holder), NO_ROOM);
        }
    }

    fn add_other(&mut self, Other { row, behalf, quote }: Other, numbers: &Numbers) {
        let plain = &mut self.draft.plain;
        let full = plain.statement(&numbers.row(&row)).spelled_out(plain.file());
        let capacity = match behalf {
            Some(power) => CapacityDraft::For(vec![power.as_str().into()]),
            None => CapacityDraft::Unstated,
        };
        if behalf.is_some() {
            self.names.use_known();
        }
        let quote = quote.map(|words| Text::new(words, full.id.place.clone()));
        plain.let_pass();
        self.draft.statements.push(StatementDraft { capacity, quote, ..full });
    }

    /// What was made of the table.
    pub(super) fn finish(mut self) -> Import {
        self.names.enter_into(&mut self.draft);
        Import { draft: self.draft, rows: self.rows, set_aside: BTreeMap::new(), refused: self.refused }
    }
}
