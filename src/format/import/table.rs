//! A CSV table with a header.

use std::io::Read;
use std::sync::Arc;

use super::blocks::{Block, Blocks};
use super::parser::short;
use super::scan::Rows;
use super::split::{Row, Splitter, Unreadable, Why};
use super::{ImportError, Refused};
use crate::graph::FaultKind;
use crate::model::Place;

/// What is wrong with a row: in which column, of what kind, and what to write instead.
pub(super) type Wrong = (Column, FaultKind, String);

/// What is told of a row that no more fits in.
pub(super) const NO_ROOM: &str = "there is no room for more statements; split the table";

/// Where a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column(usize);

impl Column {
    /// The field of a row in this column.
    #[inline]
    pub(super) fn of(self, row: Row<'_>) -> &str {
        row.get(self.0)
    }
}

/// The first row of a table.
#[derive(Debug, Default)]
pub(super) struct Header {
    file: Arc<str>,
    names: Vec<String>,
}

impl Header {
    /// The column of this name, if there is one.
    pub(super) fn find(&self, name: &str) -> Option<Column> {
        self.names.iter().position(|field| field == name).map(Column)
    }

    /// The column of this name.
    pub(super) fn column(&self, name: &str) -> Result<Column, ImportError> {
        self.find(name).ok_or_else(|| ImportError::NoColumn {
            file: self.file.to_string(),
            wanted: name.to_owned(),
            found: self.names.iter().map(|field| format!("`{field}`")).collect(),
        })
    }

    /// The place of a field.
    pub(super) fn place(&self, line: u32, column: Column) -> Place {
        Place { field: self.names.get(column.0).cloned(), ..place(&self.file, line) }
    }

    /// The row, or what is wrong with it: it must be of UTF-8 and have as many fields as the header.
    #[inline]
    pub(super) fn checked<'r>(
        &self,
        row: Result<Row<'r>, Unreadable>,
        refused: &mut Refused,
    ) -> Option<Row<'r>> {
        match row {
            Ok(row) if row.len() == self.names.len() => Some(row),
            row => {
                self.refuse(row, refused);
                None
            }
        }
    }

    #[cold]
    fn refuse(&self, row: Result<Row<'_>, Unreadable>, refused: &mut Refused) {
        let (line, kind, message) = match row {
            Ok(row) => {
                let (found, expected) = (row.len(), self.names.len());
                let message = format!(
                    "the row has {found} fields, the header {expected}; quote a field that holds a comma"
                );
                (row.line, FaultKind::Syntax, message)
            }
            Err(Unreadable { line, why: Why::NotUtf8 }) => {
                (line, FaultKind::Syntax, "the row is not UTF-8; save the file in that encoding".to_owned())
            }
            Err(Unreadable { line, why: Why::TooLong }) => return self.refuse_long(line, refused),
        };
        refused.add(kind, place(&self.file, line), message);
    }

    /// Refuses a row that is too long.
    pub(super) fn refuse_long(&self, line: u32, refused: &mut Refused) {
        refused.add(FaultKind::TooLarge, place(&self.file, line), TOO_LONG);
    }
}

/// What is told of a row that is too long.
const TOO_LONG: &str = "the row is longer than the 1 MiB that are read of one; close its quotes or split it";

/// The place of a row.
pub(super) fn place(file: &Arc<str>, line: u32) -> Place {
    Place { file: Some(file.clone()), line: Some(line), ..Place::default() }
}

/// The blocks of a table behind its header; the first of them has been read.
pub(super) struct TableBlocks<R> {
    pub(super) header: Header,
    blocks: Blocks<R>,
    first: Option<Block>,
}

impl<R: Read> TableBlocks<R> {
    /// Reads the header.
    pub(super) fn new(source: R, file: &str, size: usize) -> Result<Self, ImportError> {
        let mut blocks = Blocks::new(source, Rows::Table, size);
        let mut block = blocks.next(Block::default())?;
        let mut names = Vec::new();
        if let Some(block) = &mut block {
            const MARK: &[u8] = "\u{feff}".as_bytes();
            if block.bytes.starts_with(MARK) {
                block.bytes.drain(..MARK.len());
            }
            let mut splitter = Splitter::default();
            splitter.start(&block.bytes, block.line);
            if splitter.advance(&block.bytes) {
                let row = splitter
                    .row(&block.bytes)
                    .map_err(|_| std::io::Error::new(std::io::ErrorKind::InvalidData, NO_HEADER))?;
                names = (0..row.len()).map(|field| row.get(field).to_owned()).collect();
            }
            let (behind, line) = splitter.behind();
            block.bytes.drain(..behind.min(block.bytes.len()));
            block.line = line;
        }
        Ok(Self { header: Header { file: file.into(), names }, blocks, first: block })
    }

    /// The header, for those who read the blocks by themselves.
    pub(super) fn take_header(&mut self) -> Header {
        std::mem::take(&mut self.header)
    }

    /// The next block, in the memory of one that is done with.
    pub(super) fn next(&mut self, done: Block) -> Result<Option<Block>, ImportError> {
        match self.first.take() {
            Some(first) => Ok(Some(first)),
            None => Ok(self.blocks.next(done)?),
        }
    }
}

const NO_HEADER: &str = "the first row is not UTF-8; save the file in that encoding";

/// A table with a header, row by row. Rows with too many or too few fields, or of bytes that are no UTF-8, are refused.
pub(super) struct Table<R> {
    blocks: TableBlocks<R>,
    block: Block,
    splitter: Splitter,
    rows: u64,
}

/// How much of a table is read at once.
pub(super) const AT_ONCE: usize = 1 << 16;

impl<R: Read> Table<R> {
    pub(super) fn new(source: R, file: &str) -> Result<Self, ImportError> {
        let blocks = TableBlocks::new(source, file, AT_ONCE)?;
        Ok(Self { blocks, block: Block::default(), splitter: Splitter::default(), rows: 0 })
    }

    /// The column of this name, if there is one.
    pub(super) fn find(&self, name: &str) -> Option<Column> {
        self.blocks.header.find(name)
    }

    /// The column of this name.
    pub(super) fn column(&self, name: &str) -> Result<Column, ImportError> {
        self.blocks.header.column(name)
    }

    /// Goes to the next row that can be read; whether there is one.
    pub(super) fn advance(&mut self, refused: &mut Refused) -> Result<bool, ImportError> {
        loop {
            while self.splitter.advance(&self.block.bytes) {
                self.rows += 1;
                let row = self.splitter.row(&self.block.bytes);
                if self.blocks.header.checked(row, refused).is_some() {
                    return Ok(true);
                }
            }
            let Some(block) = self.blocks.next(std::mem::take(&mut self.block))? else { return Ok(false) };
            self.splitter.start(&block.bytes, block.line);
            if block.is_too_long {
                self.rows += 1;
                self.blocks.header.refuse_long(block.line, refused);
            }
            self.block = block;
        }
    }

    /// A field of the row.
    pub(super) fn get(&self, column: Column) -> &str {
        self.splitter.row(&self.block.bytes).map_or("", |row| column.of(row))
    }

    /// A field of the row that may be missing or empty.
    pub(super) fn get_some(&self, column: Option<Column>) -> Option<&str> {
        column.map(|column| self.get(column)).filter(|field| !field.is_empty())
    }

    /// The number of a roll call in a field of the row.
    pub(super) fn roll_call(&self, column: Column) -> Result<u32, Wrong> {
        let text = self.get(column);
        let message = || format!("`{}` is no number of a roll call; write digits", short(text));
        text.parse().map_err(|_| (column, FaultKind::IllFormedId, message()))
    }

    /// Refuses the row.
    pub(super) fn refuse(&self, (column, kind, message): Wrong, refused: &mut Refused) {
        refused.add(kind, self.place(column), message);
    }

    /// The line of the row, from 1.
    pub(super) const fn line(&self) -> u32 {
        self.splitter.line()
    }

    /// How many rows there have been.
    pub(super) const fn rows(&self) -> u64 {
        self.rows
    }

    /// The place of a field of the row.
    pub(super) fn place(&self, column: Column) -> Place {
        self.blocks.header.place(self.line(), column)
    }
}
