//! Files that hold a built graph: told by how they begin, whatever their name is.

use std::fs::File;
use std::io::{self, BufReader, Read as _};
use std::path::Path;

use super::uses::Unreadable;
use crate::graph::{MAGIC, StanceGraph, Unopened, WINDOW, is_snapshot};

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
    let opened = File::open(path).and_then(|file| Ok((file.metadata()?.len(), file)));
    let (length, file) = opened.map_err(Unreadable::Io)?;
    let length = usize::try_from(length).map_err(|_| Unreadable::Io(io::ErrorKind::FileTooLarge.into()))?;
    let mut file = BufReader::with_capacity(WINDOW, file);
    StanceGraph::open_snapshot(&mut file, length).map_err(|error| match error {
        Unopened::Io(error) => Unreadable::Io(error),
        Unopened::Snapshot(error) => Unreadable::Snapshot(error),
    })
}
