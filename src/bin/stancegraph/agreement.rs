//! `stancegraph agreement`: how far nations vote alike in roll calls, as a table.

use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use stancegraph::analysis::agreement::{Agreement as Made, Formula, RollCalls};
use stancegraph::model::Window;
use stancegraph::position::{Lens, Selection};
use stancegraph::{Date, StanceGraph};

use crate::data::Data;
use crate::naming::{find, find_all};
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
    /// Only votes certainly cast on this date or later
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// Only votes certainly cast on this date or earlier
    #[arg(long, value_name = "DATE")]
    to: Option<Date>,
    /// Only roll calls about this issue, by key or name
    #[arg(long, value_name = "NAME")]
    issue: Option<String>,
    /// Only roll calls in which not every vote cast was the same
    #[arg(long)]
    contested: bool,
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
        let calls = self.roll_calls(&graph)?;
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

    fn roll_calls(&self, graph: &StanceGraph) -> Result<RollCalls, Box<dyn Error>> {
        let mut lens = Lens::default();
        if self.from.is_some() || self.to.is_some() {
            let (earliest, latest) = (self.from.map(Date::earliest), self.to.map(Date::latest));
            lens.period = Some(Window { earliest, latest });
        }
        let mut calls = RollCalls::of(&Selection::new(graph, lens));
        if let Some(name) = &self.issue {
            calls = calls.on_issue(find(graph, name)?);
        }
        Ok(if self.contested { calls.contested() } else { calls })
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
