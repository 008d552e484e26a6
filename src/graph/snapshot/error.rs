//! Why a file is no snapshot that can be opened.

use std::io;

/// A file that did not open as a snapshot: what is wrong with it, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SnapshotError {
    /// It does not begin as snapshots do.
    #[error(
        "this is no snapshot of a graph; write one with `stancegraph export --format snapshot`, or name a dataset .toml, .json or .jsonl"
    )]
    Foreign,
    /// It ends too soon.
    #[error(
        "the snapshot ends after {found} of at least {expected} bytes; copy it again, or write it anew from the data"
    )]
    #[non_exhaustive]
    Truncated {
        /// How many bytes there are.
        found: u64,
        /// How many there should be.
        expected: u64,
    },
    /// It was written by a later version of the library.
    #[error(
        "the snapshot has layout {found}, and {known} is the last one known here; update stancegraph, or write the snapshot anew with this version"
    )]
    #[non_exhaustive]
    Newer {
        /// The version of its layout.
        found: u32,
        /// The last version that is known.
        known: u32,
    },
    /// Its bytes are not those that were written.
    #[error(
        "the snapshot is damaged, its checksum does not fit; copy it again, or write it anew from the data"
    )]
    Damaged,
    /// Its bytes are those that were written, but no graph is like that.
    #[error("the snapshot is unsound: {0}; write it anew from the data")]
    Unsound(Flaw),
}

/// What no snapshot that this library wrote would hold, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{what}, in its {part}, {left} bytes before their end")]
pub struct Flaw {
    pub(super) part: &'static str,
    pub(super) left: usize,
    pub(super) what: &'static str,
}

impl Flaw {
    /// Two records have one key.
    pub(super) const fn twice(part: &'static str) -> Self {
        Self { part, left: 0, what: "two records have one key" }
    }
}

impl From<Flaw> for SnapshotError {
    fn from(flaw: Flaw) -> Self {
        Self::Unsound(flaw)
    }
}

/// Why no graph came out of a file.
#[derive(Debug)]
pub(crate) enum Unopened {
    /// It could not be read.
    Io(io::Error),
    /// It holds none.
    Snapshot(SnapshotError),
}

impl From<io::Error> for Unopened {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl<E: Into<SnapshotError>> From<E> for Unopened {
    fn from(error: E) -> Self {
        Self::Snapshot(error.into())
    }
}
