//! `stancegraph export`: a dataset in another spelling, or its graph as a picture or a snapshot.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;
use stancegraph::datasets;
use stancegraph::diagram::Picture;
use stancegraph::format::{Format, read, write};
use stancegraph::model::draft::Draft;

use crate::data::{DEFAULT, Data, bundled};
use crate::output::{print_bytes_to, print_to};

/// Write a dataset in another spelling, or its graph as a picture or a snapshot
///
/// As TOML, JSON or JSON Lines the dataset stays what it is: without the datasets it uses, which it goes on to name.
/// As Mermaid or DOT it is the picture of the whole graph. As a snapshot it is the graph itself, with all it builds on, and
/// opens at once wherever --data takes a file. A dataset with faults is not exported: see `check`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph export --format json --out article.json
  stancegraph export --format jsonl --data mine.toml
  stancegraph export --format dot --data mine.toml | dot -Tsvg > mine.svg
  stancegraph export --format snapshot --data mine.toml --out mine.snapshot
  stancegraph ask \"who opposes foreign troops\" --data mine.snapshot")]
pub(crate) struct Export {
    /// How to write it
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Shape,
    #[command(flatten)]
    data: Data,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// The dataset for people who code by hand
    Toml,
    /// The dataset as one object
    Json,
    /// The dataset with one record a line
    Jsonl,
    /// The graph as a Mermaid flowchart
    Mermaid,
    /// The graph for Graphviz
    Dot,
    /// The graph as bytes that open at once
    Snapshot,
}

impl Export {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let text = match self.format {
            Shape::Toml => self.respelled(Format::Toml)?,
            Shape::Json => self.respelled(Format::Json)?,
            Shape::Jsonl => self.respelled(Format::JsonLines)?,
            Shape::Mermaid => Picture::of_graph(&self.data.graph()?).to_mermaid(),
            Shape::Dot => Picture::of_graph(&self.data.graph()?).to_dot(),
            Shape::Snapshot => return self.snapshot(),
        };
        print_to(self.out.as_deref(), &text)?;
        Ok(ExitCode::SUCCESS)
    }

    fn snapshot(&self) -> Result<ExitCode, Box<dyn Error>> {
        print_bytes_to(self.out.as_deref(), &self.data.graph()?.to_snapshot())?;
        Ok(ExitCode::SUCCESS)
    }

    /// The dataset's own records. It is built first, since only a sound dataset is sure to be read back the same.
    fn respelled(&self, format: Format) -> Result<String, Box<dyn Error>> {
        self.data.graph()?;
        let draft = match self.data.files.as_slice() {
            [] => draft_of_bundled(DEFAULT)?,
            [only] => match bundled(only) {
                Some(key) => draft_of_bundled(key)?,
                None => draft_of_file(only)?,
            },
            _ => {
                return Err(
                    "a file holds one dataset; give one --data, or draw several as mermaid or dot".into()
                );
            }
        };
        Ok(write(&draft, format))
    }
}

fn draft_of_bundled(key: &str) -> Result<Draft, Box<dyn Error>> {
    let text = datasets::text(key).unwrap_or_default();
    let readings = Format::ALL.iter().map(|&format| read(text, format, key));
    let sound = readings.into_iter().find(|reading| reading.faults.is_empty());
    Ok(sound.ok_or("the bundled dataset cannot be read")?.draft)
}

fn draft_of_file(path: &Path) -> Result<Draft, Box<dyn Error>> {
    let format = Format::of_path(path).ok_or(
        "the format of the file is not known by its name, or it is a snapshot; \
         a snapshot holds a graph, not the dataset: export that as a snapshot, mermaid or dot",
    )?;
    Ok(read(&fs::read_to_string(path)?, format, &path.display().to_string()).draft)
}
