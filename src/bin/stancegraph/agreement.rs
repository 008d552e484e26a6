//! `stancegraph agreement`: how far nations vote alike in roll calls, as a table.

use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use stancegraph::StanceGraph;
use stancegraph::analysis::agreement::{Agreement as Made, Formula};

use crate::calls::Calls;
use crate::data::Data;
use crate::naming::find_all;
use crate::output::{print_to, tell};

/// Count how far nations vote alike in roll calls
///
/// The table has a row for each pair: in how many roll calls both voted, in how many they voted the same, one abstained,
/// or they voted opposite; and the agreement, nothing where there is no roll call in which both voted. Which roll calls
/// were counted by which formula is told on standard error.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph agreement --data votes.jsonl --pairs GBR,FRA,DEU --from 2019 --to 2019 --format csv
  stancegraph agreement --data votes.jsonl --from 2003 --to 2003 --contested
  stancegraph agreement --data votes.jsonl --pairs USA,ISR --issue \"Palestinian conflict\"")]
pub(crate) struct Agreement {
    #[command(flatten)]
    data: Data,
    /// Each two of these, by key or name; of all who voted, if none is given
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pairs: Vec<String>,
    #[command(flatten)]
    calls: Calls,
    /// How counts become a figure: published, with abstentions half way, or identical
    #[arg(long, value_name = "FORMULA", default_value = "published")]
    formula: Formula,
    /// How to write it
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "csv")]
    format: Shape,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// A table
    Csv,
}

impl Agreement {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let calls = self.calls.of(&graph)?;
        let pairs = match self.pairs.as_slice() {
            [] => calls.all_pairs(),
            [only] => return Err(format!("`{only}` alone makes no pair; write --pairs {only},B").into()),
            names => calls.pairs(&find_all(&graph, names)?),
        };
        tell(&format!("note: {}, by the {} formula", calls.vote_set(), self.formula));
        let Shape::Csv = self.format;
        let text = self.table(&graph, &pairs);
        print_to(self.out.as_deref(), &text)?;
        Ok(ExitCode::SUCCESS)
    }

    fn table(&self, graph: &StanceGraph, pairs: &[Made]) -> String {
        let mut table = String::from("a,b,common,same,half,opposite,agreement\n");
        let key = |id| graph.node(id).map_or("", |node| node.key.as_str());
        for pair in pairs {
            let value = pair.by(self.formula).map(|value| value.to_string()).unwrap_or_default();
            let Made { common, same, half, opposite, .. } = *pair;
            let (left, right) = (key(pair.left), key(pair.right));
            // Writing to a String cannot fail.
            _ = writeln!(table, "{left},{right},{common},{same},{half},{opposite},{value}");
        }
        table
    }
}
