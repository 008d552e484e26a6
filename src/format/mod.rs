//! Files to drafts and back: TOML for people, JSON and JSON Lines for machines. The only code that meets files.
//!
//! `data/FORMAT.md` describes the records and fields; [`read`] gives what it could read and every fault of the rest,
//! [`load`] makes the graph of a file and all that it builds on.

mod decode;
mod encode;
mod field;
mod fill;
mod flat;
#[cfg(feature = "csv")]
pub mod import;
mod json;
mod json_lines;
mod load;
mod plain_line;
mod records;
mod report;
#[cfg(test)]
mod schema;
mod site;
mod snapshot;
mod spelling;
mod toml;
mod tree;
mod uses;
mod write;

use std::io;
use std::path::Path;

pub use self::load::{FileError, LoadError, check, load, load_all};
pub(crate) use self::uses::Gathered;

use self::site::Site;
use self::tree::Position;
use crate::graph::{Fault, FaultKind};
use crate::model::draft::Draft;

/// The longest text that is read, in bytes.
pub const MAX_SIZE: usize = 256 << 20;

/// The longest TOML text that is read, in bytes: its parser lists every error of a text, however many.
pub const MAX_TOML_SIZE: usize = 16 << 20;

/// The most faults that are listed of a file; one more says how many there are beside.
pub const MAX_FAULTS: usize = 1_000;

/// The most levels of lists and objects that are read of a JSON text. No field has as many.
pub const MAX_DEPTH: usize = 16;

/// How a dataset is spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// For people who code by hand.
    Toml,
    /// One object.
    Json,
    /// One record a line.
    JsonLines,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Self] = &[Self::Toml, Self::Json, Self::JsonLines];

    /// The format of a file by the end of its name: `.toml`, `.json`, `.jsonl` or `.ndjson`.
    ///
    /// ```
    /// use stancegraph::format::Format;
    /// assert_eq!(Format::of_path("votes.jsonl"), Some(Format::JsonLines));
    /// assert_eq!(Format::of_path("votes.csv"), None);
    /// ```
    pub fn of_path(path: impl AsRef<Path>) -> Option<Self> {
        let extension = path.as_ref().extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "toml" => Some(Self::Toml),
            "json" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            _ => None,
        }
    }

    /// Its name in print.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Toml => "TOML",
            Self::Json => "JSON",
            Self::JsonLines => "JSON Lines",
        }
    }

    const fn max_size(self) -> usize {
        match self {
            Self::Toml => MAX_TOML_SIZE,
            Self::Json | Self::JsonLines => MAX_SIZE,
        }
    }
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

/// What could be read of a text, and everything that could not.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reading {
    /// What could be read. Fields at fault are missing from it; a required text among them is empty.
    pub draft: Draft,
    /// Everything that could not be read, ordered by place.
    pub faults: Vec<Fault>,
    /// Whether every record is in the draft. If not, a reference that dangles may be no fault of its own.
    pub is_complete: bool,
}

/// Reads a dataset, or a fragment of one; `name` is what faults call the text.
///
/// Reads any text: what is wrong is a fault, and what is right beside it is read. Stances, dates, keys and other
/// values are kept as text for the builder to check.
///
/// ```
/// use stancegraph::format::{Format, read};
///
/// let reading = read("[[person]]\nkey = \"a\"\nnamme = \"Ada\"\nage = 36\n", Format::Toml, "people.toml");
/// assert_eq!(reading.draft.nodes[0].name, "Ada".into());
/// assert_eq!(reading.faults[0].to_string(), "people.toml:3:1: namme: a person has no `namme`; write `name`");
/// assert_eq!(reading.faults.len(), 2);
/// ```
pub fn read(text: &str, format: Format, name: &str) -> Reading {
    let file = Site::file(name);
    if text.len() > format.max_size() {
        return too_large(format, file);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match format {
        Format::Toml => toml::read(text, &file),
        Format::Json => json::read(text, &file),
        Format::JsonLines => json_lines::read(text, &file),
    }
}

fn too_large(format: Format, file: Site) -> Reading {
    let most = format.max_size() >> 20;
    let message = format!("the text is longer than the {most} MiB that are read of {format}; split it");
    let fault = Fault::new(FaultKind::TooLarge, file.place(Position::default()), message);
    Reading { draft: Draft::default(), faults: vec![fault], is_complete: false }
}

/// Writes a dataset. What [`read`] makes of the text equals the draft, for every draft that the builder accepts;
/// only TOML and JSON put nodes of one kind together.
///
/// ```
/// use stancegraph::format::{Format, write};
/// use stancegraph::model::draft::{Draft, NodeDraft};
///
/// let draft = Draft { nodes: vec![NodeDraft::nation("KEN", "Kenya")], ..Draft::default() };
/// assert_eq!(write(&draft, Format::Toml), "[[nation]]\nkey = \"KEN\"\nname = \"Kenya\"\n");
/// assert_eq!(write(&draft, Format::JsonLines), "{\"type\": \"nation\", \"key\": \"KEN\", \"name\": \"Kenya\"}\n");
/// ```
pub fn write(draft: &Draft, format: Format) -> String {
    match format {
        Format::Toml => write::toml(draft),
        Format::Json => write::json(draft),
        Format::JsonLines => write::json_lines(draft),
    }
}

/// Writes a dataset in JSON Lines to a file or the like, a line at a time: what [`write()`] gives as one text.
///
/// # Errors
/// What writing fails with.
pub fn write_lines(draft: &Draft, mut out: impl io::Write) -> io::Result<()> {
    write::json_lines_to(draft, &mut out)
}
