//! `stancegraph check`: everything that is wrong with some files.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use stancegraph::format::{LoadError, load};
use stancegraph::model::Place;
use stancegraph::{Fault, FaultKind, StanceGraph};

use crate::output::print;

/// Check datasets: every problem of every file, each with its place and what to write instead
///
/// Each file is checked for itself, with the datasets that it uses. Prints `file:line:column: field: message`, ordered
/// by place, and exits with 1 if anything is wrong.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph check mine.toml
  stancegraph check data/*.toml data/*.jsonl")]
pub(crate) struct Check {
    /// Datasets as TOML (.toml), JSON (.json) or JSON Lines (.jsonl, .ndjson)
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

impl Check {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let mut faults = BTreeSet::new();
        let mut sound = Vec::new();
        for file in &self.files {
            match load(file) {
                Ok(graph) => sound.push(self.praise(file, &graph)),
                Err(LoadError::Faults(error)) => faults.extend(error.faults().iter().cloned()),
                Err(error) => _ = faults.insert(unreadable(file, &error)),
            }
        }
        if faults.is_empty() {
            print(&sound.join("\n"))?;
            return Ok(ExitCode::SUCCESS);
        }
        let mut lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
        lines.push(count(faults.len(), "problem"));
        print(&lines.join("\n"))?;
        Ok(ExitCode::FAILURE)
    }

    /// What a sound file holds; its name where there are several.
    fn praise(&self, file: &Path, graph: &StanceGraph) -> String {
        let name = if self.files.len() == 1 { String::new() } else { format!("{}: ", file.display()) };
        let parts = [
            count(graph.node_count(), "node"),
            count(graph.statement_count(), "statement"),
            count(graph.tie_count(), "tie"),
            count(graph.sources().len(), "source"),
        ];
        format!("{name}ok: {}", parts.join(", "))
    }
}

/// A file of which nothing could be read, as a fault without a line.
fn unreadable(file: &Path, error: &LoadError) -> Fault {
    let place = Place { file: Some(file.display().to_string().into()), ..Place::default() };
    Fault::new(FaultKind::MissingDataset, place, error.to_string())
}

fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
