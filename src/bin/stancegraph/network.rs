//! `stancegraph network`: who stands with whom, as a table, a list of edges or a graph for other programs.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use stancegraph::StanceGraph;
use stancegraph::analysis::Unit;
use stancegraph::analysis::network::{
    Aggregation, Kernel, Mode, Moving, Network as Made, Networks, Normalization,
};
use stancegraph::diagram::series_to_gexf;

use crate::counting::{Counted, Counting};
use crate::data::Data;
use crate::output::{print_to, tell};

/// Make a network of who stands with whom, or who stands where on what
///
/// Statements are counted by holder and target; hints, deeds and absences are left out. Which settings were used is
/// told in files that have room for it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph network --data es-11-1 --nodes nation --aggregation congruence --normalization average --format csv
  stancegraph network --data mine.toml --mode two --aggregation subtract --format graphml --out mine.graphml
  stancegraph network --data mine.toml --from 2020 --to 2021-06 --duplicates month --format edges
  stancegraph network --data votes.jsonl --nodes nation --holder-kind nation --about \"Human rights\" --format csv
  stancegraph network --data mine.toml --aggregation congruence --window 3 --unit months --format gexf")]
pub(crate) struct Network {
    #[command(flatten)]
    data: Data,
    /// Nodes of one sort that are joined by what they have in common, or holders joined to targets
    #[arg(long, value_enum, value_name = "MODE", default_value = "one")]
    mode: Sorts,
    #[command(flatten)]
    counting: Counting,
    /// How statements come together to weights
    #[arg(
        long,
        value_name = "HOW",
        default_value = "ignore",
        help = "ignore, congruence, conflict, subtract or combine: how statements come together to weights"
    )]
    aggregation: Aggregation,
    /// What weights are divided by: none, average, jaccard, cosine, activity or prominence
    #[arg(long, value_name = "HOW", default_value = "none")]
    normalization: Normalization,
    /// A network for each place of a window of so many units that moves over time, as one GEXF file
    #[arg(long, value_name = "WIDTH")]
    window: Option<u32>,
    /// In what the window is measured and moves: days, weeks, months, years ...
    #[arg(long, value_name = "UNIT", default_value = "months", requires = "window")]
    unit: Unit,
    /// Count what is near the middle of the window more: uniform, epanechnikov, triangular or gaussian
    #[arg(long, value_name = "KERNEL", requires = "window")]
    kernel: Option<Kernel>,
    /// How to write it
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "csv")]
    format: Shape,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sorts {
    /// Nodes of one sort
    One,
    /// Holders and targets
    Two,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// A table of weights with names on top and in front
    Csv,
    /// A table of edges
    Edges,
    Graphml,
    Gexf,
    Dot,
}

impl Network {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let networks = self.networks(&graph)?;
        let text = match self.window {
            Some(width) => self.series(&networks, Moving::new(width, self.unit))?,
            None => self.single(&networks.network()?),
        };
        print_to(self.out.as_deref(), &text)?;
        Ok(ExitCode::SUCCESS)
    }

    fn single(&self, network: &Made) -> String {
        if network.statement_count() == 0 {
            tell("note: no statement fits; the network is empty");
        }
        self.format.write(network)
    }

    fn series(&self, networks: &Networks<'_>, window: Moving) -> Result<String, Box<dyn Error>> {
        if self.format != Shape::Gexf {
            return Err("windows that move over time are written as one GEXF file; give --format gexf".into());
        }
        let series = match self.kernel {
            Some(kernel) => networks.smoothed(window, kernel)?,
            None => networks.moving(window)?,
        };
        if series.is_empty() {
            tell("note: no window fits between the first and the last statement; the file has no edges");
        }
        Ok(series_to_gexf(&series))
    }

    fn networks<'g>(&self, graph: &'g StanceGraph) -> Result<Networks<'g>, Box<dyn Error>> {
        let networks =
            self.counting.networks(graph)?.aggregation(self.aggregation).normalization(self.normalization);
        match (self.mode, self.counting.nodes) {
            (Sorts::Two, Counted::Target) => Err(
                "a network of two sorts has targets on one side already; give another --nodes, or --mode one"
                    .into(),
            ),
            (Sorts::Two, _) => Ok(networks.mode(Mode::TwoMode)),
            (Sorts::One, _) => Ok(networks),
        }
    }
}

impl Shape {
    fn write(self, network: &Made) -> String {
        match self {
            Self::Csv => network.to_csv(),
            Self::Edges => network.to_edge_list(),
            Self::Graphml => network.to_graphml(),
            Self::Gexf => network.to_gexf(),
            Self::Dot => network.to_dot(),
        }
    }
}
