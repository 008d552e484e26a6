//! Gathers a dataset and all that it builds on: bundled datasets by key, files by path, each once.

use std::fs::File;
use std::io::{self, BufReader, Read as _};
use std::path::{Path, PathBuf};

use super::site::Site;
use super::{Format, Reading, json_lines, read, snapshot};
use crate::datasets;
use crate::graph::{BuildError, Fault, FaultKind, GraphBuilder, SnapshotError, StanceGraph};
use crate::model::Place;
use crate::model::draft::{Draft, Text};

/// The longest chain of datasets that build on one another.
pub(super) const MAX_CHAIN: usize = 32;

/// Which dataset it is, however it is referred to.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Identity {
    Bundled(String),
    File(PathBuf),
}

/// Drafts and faults of datasets and of all that they build on.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    /// The graph of a snapshot, to which the drafts come.
    before: StanceGraph,
    drafts: Vec<Draft>,
    faults: Vec<Fault>,
    is_incomplete: bool,
    done: Vec<Identity>,
    chain: Vec<Identity>,
}

/// Why a file could not be opened or what it is not known to hold.
#[derive(Debug)]
pub(super) enum Unreadable {
    Io(io::Error),
    Snapshot(SnapshotError),
    SecondSnapshot,
    UnknownFormat,
}

impl Gathered {
    /// Adds a bundled dataset; `false` if there is none of that key.
    pub(crate) fn add_bundled(&mut self, key: &str) -> bool {
        let Some((text, format)) = datasets::find(key) else { return false };
        let identity = Identity::Bundled(key.to_owned());
        if !self.done.contains(&identity) {
            self.add(identity, read(text, format, key), None);
        }
        true
    }

    /// Starts from the graph of a snapshot; the bundled datasets that it holds, told by their keys, are there already.
    pub(super) fn add_snapshot(&mut self, path: &Path) -> Result<(), Unreadable> {
        let identity = Identity::File(path.canonicalize().map_err(Unreadable::Io)?);
        if self.done.contains(&identity) {
            return Ok(());
        }
        let graph = snapshot::open(path)?;
        if self.before.node_count() > 0 {
            return Err(Unreadable::SecondSnapshot);
        }
        let held = graph.datasets().iter().filter(|dataset| datasets::find(&dataset.key).is_some());
        self.done.extend(held.map(|dataset| Identity::Bundled(dataset.key.clone())));
        self.done.push(identity);
        self.before = graph;
        Ok(())
    }

    /// Adds a file; an error only if it cannot be opened or has no known format.
    pub(super) fn add_file(&mut self, path: &Path) -> Result<(), Unreadable> {
        let format = Format::of_path(path).ok_or(Unreadable::UnknownFormat)?;
        let identity = Identity::File(path.canonicalize().map_err(Unreadable::Io)?);
        if self.done.contains(&identity) {
            return Ok(());
        }
        let name = path.display().to_string();
        if format == Format::JsonLines {
            let lines = BufReader::with_capacity(1 << 16, File::open(path).map_err(Unreadable::Io)?);
            let reading = json_lines::read_packed(lines, &Site::file(&name)).map_err(Unreadable::Io)?;
            self.add(identity, reading, path.parent());
            return Ok(());
        }
        let bytes = bytes_of(path, format).map_err(Unreadable::Io)?;
        match String::from_utf8(bytes) {
            Ok(text) => self.add(identity, read(&text, format, &name), path.parent()),
            Err(error) => {
                let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
                let line = good.split(|&byte| byte == b'\n').count();
                let place =
                    Place { file: Some(name.into()), line: u32::try_from(line).ok(), ..Place::default() };
                self.lose(FaultKind::Syntax, place, "the text is not UTF-8; save the file in that encoding");
            }
        }
        Ok(())
    }

    /// Adds what was read of a dataset, and before it what it builds on.
    fn add(&mut self, identity: Identity, reading: Reading, folder: Option<&Path>) {
        self.faults.extend(reading.faults);
        self.is_incomplete |= !reading.is_complete;
        self.chain.push(identity);
        for used in reading.draft.dataset.iter().flat_map(|dataset| &dataset.uses) {
            self.follow(used, folder);
        }
        self.done.extend(self.chain.pop());
        self.drafts.push(reading.draft);
    }

    /// Adds a dataset that another builds on.
    fn follow(&mut self, used: &Text, folder: Option<&Path>) {
        let name = used.value.as_str();
        let path = folder.unwrap_or(Path::new("")).join(name);
        let identity = match datasets::find(name) {
            Some(_) => Ok(Identity::Bundled(name.to_owned())),
            None => path.canonicalize().map(Identity::File),
        };
        match identity {
            Ok(identity) if self.chain.contains(&identity) => {
                let message = format!("`{name}` builds on this dataset in turn; leave one of the two out");
                self.faults.push(Fault::new(FaultKind::MissingDataset, used.place.clone(), message));
            }
            _ if self.chain.len() >= MAX_CHAIN => {
                let message =
                    format!("`{name}` is the end of a chain of more than {MAX_CHAIN} datasets; shorten it");
                self.lose(FaultKind::TooLarge, used.place.clone(), &message);
            }
            Ok(Identity::Bundled(key)) => {
                self.add_bundled(&key);
            }
            Ok(Identity::File(_)) => {
                if let Err(why) = self.add_file(&path) {
                    self.miss(used, &why);
                }
            }
            Err(error) => self.miss(used, &Unreadable::Io(error)),
        }
    }

    fn miss(&mut self, used: &Text, why: &Unreadable) {
        let known = datasets::names().collect::<Vec<_>>().join(", ");
        let message = match why {
            Unreadable::Io(error) => format!(
                "`{}` cannot be read ({error}); write the path of a file relative to this one, or a bundled dataset: {known}",
                used.value
            ),
            Unreadable::Snapshot(_) | Unreadable::SecondSnapshot | Unreadable::UnknownFormat => {
                format!(
                    "`{}` has no known format; name a file in .toml, .json, .jsonl or .ndjson",
                    used.value
                )
            }
        };
        self.lose(FaultKind::MissingDataset, used.place.clone(), &message);
    }

    fn lose(&mut self, kind: FaultKind, place: Place, message: &str) {
        self.is_incomplete = true;
        self.faults.push(Fault::new(kind, place, message));
    }

    /// The graph of all that was gathered. Where records were lost, what the rest refers to is not judged.
    pub(crate) fn build(self) -> Result<StanceGraph, BuildError> {
        if self.drafts.is_empty() && self.faults.is_empty() {
            return Ok(self.before);
        }
        let drafts = self.drafts.into_iter().fold(GraphBuilder::onto(&self.before), GraphBuilder::add);
        let built = drafts.add_faults(self.faults).build();
        let judged = |fault: &&Fault| fault.kind() != FaultKind::DanglingReference;
        match built {
            Err(error) if self.is_incomplete => {
                Err(BuildError::new(error.faults().iter().filter(judged).cloned().collect()))
            }
            built => built,
        }
    }
}

/// The bytes of a file, up to one more than its format allows, which the reader then reports.
fn bytes_of(path: &Path, format: Format) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(format.max_size()).unwrap_or(u64::MAX);
    File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
