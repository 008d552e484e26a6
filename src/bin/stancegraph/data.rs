//! Which data a command works on.

use std::error::Error;
use std::path::{Path, PathBuf};

use stancegraph::format::load_all;
use stancegraph::{StanceGraph, datasets};

/// The bundled dataset that is meant where none is named.
pub(crate) const DEFAULT: &str = "ukraine-article";

/// Which data to work on.
#[derive(Debug, clap::Args)]
pub(crate) struct Data {
    /// A dataset file, a snapshot, or the key of a bundled dataset: ukraine-article (if none is given), es-11-1, nato-accession,
    /// invented, organizations, nations. Several files are loaded together.
    #[arg(long = "data", value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

impl Data {
    /// The graph of all the files, or of the bundled dataset.
    pub(crate) fn graph(&self) -> Result<StanceGraph, Box<dyn Error>> {
        let bundled = match self.files.as_slice() {
            [] => Some(DEFAULT),
            [only] => bundled(only),
            _ => None,
        };
        match bundled.and_then(datasets::graph) {
            Some(graph) => Ok(graph?.clone()),
            None => Ok(load_all(&self.files)?),
        }
    }
}

/// The key of a bundled dataset. A file of that name goes first.
pub(crate) fn bundled(path: &Path) -> Option<&str> {
    let key = path.to_str().filter(|_| !path.exists())?;
    datasets::names().find(|name| *name == key)
}
