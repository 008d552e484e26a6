//! `stancegraph network`: who stands with whom, as a table, a list of edges or a graph for other programs.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use stancegraph::Date;
use stancegraph::analysis::Unit;
use stancegraph::analysis::network::{
    Aggregation, Duplicates, Isolates, Kernel, Mode, Moving, Network as Made, Networks, Nodes, Normalization,
    Over, Qualifier, Rules,
};
use stancegraph::diagram::series_to_gexf;
use stancegraph::position::{Lens, Selection};

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
  stancegraph network --data mine.toml --aggregation congruence --window 3 --unit months --format gexf")]
pub(crate) struct Network {
    #[command(flatten)]
    data: Data,
    /// Nodes of one sort that are joined by what they have in common, or holders joined to targets
    #[arg(long, value_enum, value_name = "MODE", default_value = "one")]
    mode: Sorts,
    /// Under whose name statements are counted; `target` joins targets by who has statements on both
    #[arg(long, value_enum, value_name = "NODES", default_value = "holder")]
    nodes: Counted,
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
    /// Which of several like statements count: include, or one a document, week, month, year or range
    #[arg(long, value_name = "HOW", default_value = "include")]
    duplicates: Duplicates,
    /// What of a statement is its qualifier: side, degree, stance or none
    #[arg(long, value_name = "WHAT", default_value = "side")]
    qualifier: Qualifier,
    /// Over statements, or over positions
    #[arg(long, value_name = "WHAT", default_value = "statements")]
    over: Over,
    /// Only what was certainly said on this date or later
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// Only what was certainly said on this date or earlier
    #[arg(long, value_name = "DATE")]
    to: Option<Date>,
    /// Only nodes with at least so many statements
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    minimum: u32,
    /// Show nodes without a statement left, too
    #[arg(long)]
    isolates: bool,
    /// A network for each place of a window of so many units that moves over time, as one GEXF file
    #[arg(long, value_name = "WIDTH")]
    window: Option<u32>,
    /// In what the window is measured and moves: days, weeks, months, years ...
    #[arg(long, value_name = "UNIT", default_value = "months", requires = "window")]
    unit: Unit,
    /// Count what is near the middle of the window more: uniform, epanechnikov, triangular or gaussian
    #[arg(long, value_name = "KERNEL", requires = "window")]
    kernel: Option<Kernel>,
    /// Count as another program does, to compare with its results
    #[arg(long, value_enum, value_name = "PROGRAM")]
    compat: Option<Program>,
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
enum Counted {
    Holder,
    Target,
    Nation,
    Organization,
    Source,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Program {
    /// Discourse Network Analyzer 3.1.2
    Dna,
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
        let networks = self.networks(&Selection::new(&graph, Lens::default()))?;
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

    fn networks<'g>(&self, selection: &Selection<'g>) -> Result<Networks<'g>, Box<dyn Error>> {
        let mode = match (self.mode, self.nodes) {
            (Sorts::Two, Counted::Target) => {
                return Err("a network of two sorts has targets on one side already; give another --nodes, or --mode one".into());
            }
            (Sorts::Two, _) => Mode::TwoMode,
            (Sorts::One, Counted::Target) => Mode::Targets,
            (Sorts::One, _) => Mode::Holders,
        };
        let mut networks = Networks::of(selection)
            .mode(mode)
            .nodes(self.nodes.into())
            .aggregation(self.aggregation)
            .normalization(self.normalization)
            .duplicates(self.duplicates)
            .qualifier(self.qualifier)
            .over(self.over)
            .at_least(self.minimum)
            .isolates(if self.isolates { Isolates::Kept } else { Isolates::Dropped })
            .rules(if self.compat.is_some() { Rules::Dna } else { Rules::Sound });
        if let Some(date) = self.from {
            networks = networks.from(date);
        }
        if let Some(date) = self.to {
            networks = networks.to(date);
        }
        Ok(networks)
    }
}

impl From<Counted> for Nodes {
    fn from(counted: Counted) -> Self {
        match counted {
            Counted::Holder | Counted::Target => Self::Holders,
            Counted::Nation => Self::Nations,
            Counted::Organization => Self::Organizations,
            Counted::Source => Self::Sources,
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
