//! Tables of statements into drafts: any CSV file with a map of its columns, and UN roll calls.
//!
//! Rows are read as they come and checked one by one. A row at fault is refused: listed with its line and the reason,
//! and counted; the others are read.

mod assembly;
#[cfg(feature = "parallel")]
mod at_once;
mod blocks;
mod columns;
mod fields;
mod in_turn;
mod layout;
mod lines;
mod marks;
mod names;
mod parser;
mod rated;
mod refused;
mod roll_calls;
mod scan;
mod split;
mod states;
mod table;
mod un_votes;

use std::collections::BTreeMap;
use std::io;

use crate::model::draft::Draft;

pub use self::columns::Columns;
pub use self::refused::Refused;
pub use self::un_votes::UnVotes;

/// What was made of a table.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Import {
    /// The dataset, for [`GraphBuilder`](crate::GraphBuilder) or [`write()`](super::write()).
    pub draft: Draft,
    /// How many rows of statements were read, without the header. Each became a statement, was set aside or refused.
    pub rows: u64,
    /// How many rows say that there is no statement, by what they say.
    pub set_aside: BTreeMap<&'static str, u64>,
    /// The rows at fault, those of roll calls and issues among them.
    pub refused: Refused,
}

/// Why a table could not be imported.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The file cannot be read, or its header is no UTF-8.
    #[error("the table cannot be read: {0}")]
    Io(#[from] io::Error),
    /// A column that is needed is not in the header.
    #[error("`{file}` has no column `{wanted}`; it has {}", found.join(", "))]
    NoColumn {
        /// The file.
        file: String,
        /// The column.
        wanted: String,
        /// The columns there are.
        found: Vec<String>,
    },
    /// The bundled nations cannot be had.
    #[error(transparent)]
    Nations(#[from] crate::graph::BuildError),
}
