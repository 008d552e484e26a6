//! A CSV table with a header, row by row.

use std::io::Read;
use std::sync::Arc;

use csv::{ErrorKind, ReaderBuilder, StringRecord};

use super::{ImportError, Refused};
use crate::graph::FaultKind;
use crate::model::Place;

/// A table with a header. Rows with too many or too few fields, or of bytes that are no UTF-8, are refused.
pub(super) struct Table<R> {
    reader: csv::Reader<R>,
    file: Arc<str>,
    header: StringRecord,
    record: StringRecord,
    line: u32,
    rows: u64,
}

/// What is wrong with a row: in which column, of what kind, and what to write instead.
pub(super) type Wrong = (Column, FaultKind, String);

/// What is told of a row that no more fits in.
pub(super) const NO_ROOM: &str = "there is no room for more statements; split the table";

/// Where a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column(usize);

impl<R: Read> Table<R> {
    pub(super) fn new(source: R, file: &str) -> Result<Self, ImportError> {
        let mut reader = ReaderBuilder::new().buffer_capacity(1 << 16).from_reader(source);
        let header = reader.headers().map_err(into_io)?.clone();
        Ok(Self { reader, file: file.into(), header, record: StringRecord::new(), line: 1, rows: 0 })
    }

    /// The column of this name, if there is one.
    pub(super) fn find(&self, name: &str) -> Option<Column> {
        let clean = |field: &str| field.trim_start_matches('\u{feff}').trim() == name;
        self.header.iter().position(clean).map(Column)
    }

    /// The column of this name.
    pub(super) fn column(&self, name: &str) -> Result<Column, ImportError> {
        self.find(name).ok_or_else(|| ImportError::NoColumn {
            file: self.file.to_string(),
            wanted: name.to_owned(),
            found: self.header.iter().map(|field| format!("`{field}`")).collect(),
        })
    }

    /// Goes to the next row that can be read; whether there is one.
    pub(super) fn advance(&mut self, refused: &mut Refused) -> Result<bool, ImportError> {
        loop {
            let read = self.reader.read_record(&mut self.record);
            match read {
                Ok(false) => return Ok(false),
                Ok(true) => {
                    self.rows += 1;
                    self.line = line(self.record.position());
                    return Ok(true);
                }
                Err(error) => self.refuse_row(error, refused)?,
            }
        }
    }

    fn refuse_row(&mut self, error: csv::Error, refused: &mut Refused) -> Result<(), ImportError> {
        let place = |position: Option<&csv::Position>, file: &Arc<str>| Place {
            file: Some(file.clone()),
            line: Some(line(position)),
            ..Place::default()
        };
        let (at, message) = match error.kind() {
            ErrorKind::UnequalLengths { pos, expected_len, len } => (
                place(pos.as_ref(), &self.file),
                format!(
                    "the row has {len} fields, the header {expected_len}; quote a field that holds a comma"
                ),
            ),
            ErrorKind::Utf8 { pos, .. } => (
                place(pos.as_ref(), &self.file),
                "the row is not UTF-8; save the file in that encoding".to_owned(),
            ),
            _ => return Err(into_io(error).into()),
        };
        self.rows += 1;
        refused.add(FaultKind::Syntax, at, message);
        Ok(())
    }

    /// A field of the row.
    pub(super) fn get(&self, column: Column) -> &str {
        self.record.get(column.0).unwrap_or_default().trim()
    }

    /// A field of the row that may be missing or empty.
    pub(super) fn get_some(&self, column: Option<Column>) -> Option<&str> {
        column.map(|column| self.get(column)).filter(|field| !field.is_empty())
    }

    /// The number of a roll call in a field of the row.
    pub(super) fn roll_call(&self, column: Column) -> Result<u32, Wrong> {
        let text = self.get(column);
        let short = || text.chars().take(40).collect::<String>();
        let message = || format!("`{}` is no number of a roll call; write digits", short());
        text.parse().map_err(|_| (column, FaultKind::IllFormedId, message()))
    }

    /// Refuses the row.
    pub(super) fn refuse(&self, (column, kind, message): Wrong, refused: &mut Refused) {
        refused.add(kind, self.place(column), message);
    }

    /// The line of the row, from 1.
    pub(super) const fn line(&self) -> u32 {
        self.line
    }

    /// How many rows there have been.
    pub(super) const fn rows(&self) -> u64 {
        self.rows
    }

    /// The place of a field of the row.
    pub(super) fn place(&self, column: Column) -> Place {
        let field = self.header.get(column.0).map(str::to_owned);
        Place { file: Some(self.file.clone()), line: Some(self.line), column: None, field }
    }
}

fn line(position: Option<&csv::Position>) -> u32 {
    position.map_or(0, |position| u32::try_from(position.line()).unwrap_or(u32::MAX))
}

fn into_io(error: csv::Error) -> std::io::Error {
    std::io::Error::from(error)
}
