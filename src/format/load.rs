//! The graph of a file and all that it builds on.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};

use super::snapshot;
use super::uses::{Gathered, Unreadable};
use crate::graph::{BuildError, Fault, StanceGraph};

/// A file that did not become a graph.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// The file itself could not be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// What was read has faults.
    #[error(transparent)]
    Faults(#[from] BuildError),
}

/// A file that cannot be read.
#[derive(Debug)]
pub struct FileError {
    path: PathBuf,
    reason: Unreadable,
}

impl FileError {
    fn new(path: &Path, reason: Unreadable) -> Self {
        Self { path: path.to_owned(), reason }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read `{}`: {}", self.path.display(), remedy(&self.reason))
    }
}

impl Error for FileError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.reason {
            Unreadable::Io(error) => Some(error),
            Unreadable::Snapshot(error) => Some(error),
            Unreadable::SecondSnapshot | Unreadable::UnknownFormat => None,
        }
    }
}

fn remedy(reason: &Unreadable) -> String {
    match reason {
        Unreadable::Io(error) => format!("{error}; check the path"),
        Unreadable::Snapshot(error) => error.to_string(),
        Unreadable::SecondSnapshot => {
            "it is a second snapshot, and each holds a whole graph; give one, and the datasets beside it"
                .into()
        }
        Unreadable::UnknownFormat => {
            "its format is not known by its name; name it .toml, .json, .jsonl or .ndjson".into()
        }
    }
}

/// Loads a dataset: reads the file and all that it `uses`, each once, and builds the graph.
///
/// A dataset uses bundled ones by key and files by a path relative to its own. A [snapshot](StanceGraph::to_snapshot) of a
/// graph is told by how it begins, and opened.
///
/// # Errors
/// [`LoadError`] if the file cannot be read, or with every fault of every file in one report. Where a fault costs
/// whole records, references are not checked: they may be to what was lost.
///
/// # Example
/// ```
/// let graph = stancegraph::format::load("data/ukraine-article.toml")?;
/// assert!(graph.find("vladimir-putin").is_some());
/// assert!(graph.find("UKR").is_some(), "it uses the bundled nations");
/// # Ok::<(), stancegraph::format::LoadError>(())
/// ```
pub fn load(path: impl AsRef<Path>) -> Result<StanceGraph, LoadError> {
    load_all([path])
}

/// Loads several datasets into one graph, each file once, however often it is named. One of them may be a snapshot, onto which
/// the others build; the bundled datasets that it holds are not read again. A dataset in a snapshot whose key is that of a
/// bundled one counts as that one.
///
/// # Errors
/// As for [`load`].
pub fn load_all(paths: impl IntoIterator<Item = impl AsRef<Path>>) -> Result<StanceGraph, LoadError> {
    let mut gathered = Gathered::default();
    let (snapshots, datasets): (Vec<_>, Vec<_>) =
        paths.into_iter().partition(|path| snapshot::is_file(path.as_ref()));
    for path in snapshots.iter().map(AsRef::as_ref) {
        gathered.add_snapshot(path).map_err(|why| FileError::new(path, why))?;
    }
    for path in datasets.iter().map(AsRef::as_ref) {
        gathered.add_file(path).map_err(|why| FileError::new(path, why))?;
    }
    Ok(gathered.build()?)
}

/// Checks a dataset and all that it uses: every fault, ordered by place; none if it can be loaded.
///
/// # Errors
/// [`FileError`] if the file itself cannot be read.
pub fn check(path: impl AsRef<Path>) -> Result<Vec<Fault>, FileError> {
    match load(path) {
        Ok(_) => Ok(Vec::new()),
        Err(LoadError::Faults(error)) => Ok(error.faults().to_vec()),
        Err(LoadError::File(error)) => Err(error),
    }
}
