//! Files that hold a built graph: told by how they begin, whatever their name is.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use super::uses::Unreadable;
use crate::graph::{MAGIC, StanceGraph, is_snapshot};

/// Whether a file begins as a snapshot does. What cannot be read, or only once, is none.
pub(super) fn is_file(path: &Path) -> bool {
    path.is_file() && beginning(path).is_ok_and(|bytes| is_snapshot(&bytes))
}

fn beginning(path: &Path) -> io::Result<Vec<u8>> {
    let mut beginning = Vec::with_capacity(MAGIC.len());
    File::open(path)?.take(MAGIC.len() as u64).read_to_end(&mut beginning)?;
    Ok(beginning)
}

/// The graph in a file.
pub(super) fn open(path: &Path) -> Result<StanceGraph, Unreadable> {
    let bytes = fs::read(path).map_err(Unreadable::Io)?;
    StanceGraph::from_snapshot(&bytes).map_err(Unreadable::Snapshot)
}
