//! How the fields of a table's rows are found.

use super::blocks::Block;
use super::columns::Columns;
use super::fields::{COUNT, Field, Fields, PerField};
use super::lines::Members;
use super::split::Splitter;
use super::table::{Column, Header};
use super::{ImportError, Refused};
use crate::model::Place;

/// Rows of a table, or lines of objects.
#[derive(Debug)]
pub(super) enum Layout {
    /// CSV.
    Table(Header, PerField<Option<Column>>),
    /// JSON Lines.
    Lines(Members),
}

impl Layout {
    /// A table with this header, which must have the columns.
    pub(super) fn of_table(columns: &Columns, header: Header) -> Result<Self, ImportError> {
        let mut found = [None; COUNT];
        for (name, column) in columns.names.iter().zip(&mut found) {
            *column = name.as_ref().map(|name| header.column(name)).transpose()?;
        }
        Ok(Self::Table(header, found))
    }

    /// Hands the fields of each row on; how many rows there were, those that could not be read among them.
    pub(super) fn each(
        &self,
        block: &Block,
        refused: &mut Refused,
        mut each: impl FnMut(&Fields<'_>, &mut Refused),
    ) -> u64 {
        match self {
            Self::Table(header, _) if block.is_too_long => header.refuse_long(block.line, refused),
            Self::Lines(members) if block.is_too_long => members.refuse_long(block.line, refused),
            Self::Lines(members) => return members.each(block, refused, each),
            Self::Table(header, columns) => {
                let (mut splitter, mut rows) = (Splitter::default(), 0);
                splitter.start(&block.bytes, block.line);
                while splitter.advance(&block.bytes) {
                    rows += 1;
                    if let Some(row) = header.checked(splitter.row(&block.bytes), refused) {
                        let mut fields = Fields { texts: [""; COUNT], line: row.line };
                        for (text, column) in fields.texts.iter_mut().zip(columns) {
                            *text = column.map_or("", |column| column.of(row));
                        }
                        each(&fields, refused);
                    }
                }
                return rows;
            }
        }
        1
    }

    /// The place of a field.
    pub(super) fn place(&self, line: u32, field: Field) -> Place {
        match self {
            Self::Lines(members) => members.place(line, Some(field)),
            Self::Table(header, columns) => {
                let column = columns[field as usize];
                column.map_or_else(Place::default, |column| header.place(line, column))
            }
        }
    }
}
