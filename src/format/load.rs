//! The graph of a file and all that it builds on.

use std::io;
use std::path::{Path, PathBuf};

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
#[derive(Debug, thiserror::Error)]
#[error("cannot read `{}`: {}", path.display(), remedy(reason.as_ref()))]
pub struct FileError {
    path: PathBuf,
    #[source]
    reason: Option<io::Error>,
}

impl FileError {
    fn new(path: &Path, why: Unreadable) -> Self {
        let reason = match why {
            Unreadable::Io(error) => Some(error),
            Unreadable::UnknownFormat => None,
        };
        Self { path: path.to_owned(), reason }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn remedy(reason: Option<&io::Error>) -> String {
    reason.map_or_else(
        || "its format is not known by its name; name it .toml, .json, .jsonl or .ndjson".into(),
        |error| format!("{error}; check the path"),
    )
}

/// Loads a dataset: reads the file and all that it `uses`, each once, and builds the graph.
///
/// A dataset uses bundled ones by key and files by a path relative to its own.
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

/// Loads several datasets into one graph, each file once.
///
/// # Errors
/// As for [`load`].
pub fn load_all(paths: impl IntoIterator<Item = impl AsRef<Path>>) -> Result<StanceGraph, LoadError> {
    let mut gathered = Gathered::default();
    for path in paths {
        let path = path.as_ref();
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
