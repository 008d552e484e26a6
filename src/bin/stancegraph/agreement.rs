//! `stancegraph agreement`: how far nations vote alike in roll calls, as a table.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::StanceGraph;
use stancegraph::analysis::agreement::{Agreement as Made, Formula, RollCalls};

use crate::calls::Calls;
use crate::data::Data;
use crate::naming::find_all;
use crate::output::{print_to, tell};
use crate::sampling::Sampling;
use crate::sheet::{Shape, Sheet, key, known};

/// Count how far nations vote alike in roll calls
///
/// The table has a row for each pair: in how many roll calls both voted, in how many they voted the same, one abstained,
/// or they voted opposite; and the agreement, nothing where there is no roll call in which both voted. Which roll calls
/// were counted by which formula is told on standard error.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph agreement --data votes.jsonl --pairs GBR,FRA,DEU --from 2019 --to 2019 --format csv
  stancegraph agreement --data votes.jsonl --from 2003 --to 2003 --contested
  stancegraph agreement --data votes.jsonl --pairs USA,ISR,FRA --from 2019 --to 2019 --bootstrap 1000 --format table
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
    #[command(flatten)]
    sampling: Sampling,
    /// How to write it
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "csv")]
    format: Shape,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Agreement {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let calls = self.calls.of(&graph)?;
        let voters = match self.pairs.as_slice() {
            [] => calls.voters(),
            [only] => return Err(format!("`{only}` alone makes no pair; write --pairs {only},B").into()),
            names => find_all(&graph, names)?,
        };
        tell(&format!("note: {}, by the {} formula", calls.vote_set(), self.formula));
        let values =
            |calls: &RollCalls| calls.pairs(&voters).iter().map(|pair| pair.by(self.formula)).collect();
        let intervals = self.sampling.intervals(&calls, values)?;
        let columns = ["a", "b", "common", "same", "half", "opposite", "agreement"];
        let mut sheet = Sheet::new(&self.sampling.beside(&columns));
        let mut intervals = intervals.into_iter();
        for pair in calls.pairs(&voters) {
            let fields = self.fields(&graph, &pair);
            sheet.add(fields.into_iter().chain(intervals.next().into_iter().flatten()));
        }
        print_to(self.out.as_deref(), &self.format.of(&sheet))?;
        Ok(ExitCode::SUCCESS)
    }

    fn fields(&self, graph: &StanceGraph, pair: &Made) -> [Value; 7] {
        let Made { common, same, half, opposite, .. } = *pair;
        let (left, right) = (key(graph, pair.left), key(graph, pair.right));
        [left, right, common.into(), same.into(), half.into(), opposite.into(), figure(pair.by(self.formula))]
    }
}

/// An agreement, of which 0 and 1 are written without decimals.
fn figure(value: Option<f64>) -> Value {
    match value {
        Some(0.0) => 0.into(),
        Some(1.0) => 1.into(),
        other => known(other),
    }
}
