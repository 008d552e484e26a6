//! `stancegraph ideal-points`: where nations stand on the lines that divide their votes.

use std::error::Error;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::StanceGraph;
use stancegraph::analysis::ideal_points::{Axis, Coordinate, Dimensions, IdealPoints};

use crate::calls::Calls;
use crate::data::Data;
use crate::naming::find;
use crate::output::tell;
use crate::sheet::{Sheet, Written};

/// Estimate where voters stand on the one or two lines that divide their votes in roll calls
///
/// A graded response model, fitted by EM; 0 is the middle and 1 the spread of all points, `error` the standard error. With
/// --by-year a point for each year, all on one scale.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph ideal-points --data votes.jsonl --from 2019 --to 2019 --upward RUS,USA
  stancegraph ideal-points --data votes.jsonl --from 2000 --to 2019 --by-year --format csv --out points.csv
  stancegraph ideal-points --data votes.jsonl --from 2019 --to 2019 --dimensions 2 --format json")]
pub(crate) struct Points {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    calls: Calls,
    /// On one line or on a plane: 1 or 2
    #[arg(long, value_name = "COUNT", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=2))]
    dimensions: u8,
    /// A point for each calendar year, on one scale
    #[arg(long)]
    by_year: bool,
    /// The first axis points from the one to the other, by key or name
    #[arg(long, value_name = "LOW,HIGH", value_delimiter = ',')]
    upward: Vec<String>,
    /// So does the second
    #[arg(long, value_name = "LOW,HIGH", value_delimiter = ',')]
    upward_second: Vec<String>,
    #[command(flatten)]
    written: Written,
}

impl Points {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let calls = self.calls.of(&graph)?;
        let mut points = IdealPoints::of(&calls).dimensions(if self.dimensions == 2 {
            Dimensions::Two
        } else {
            Dimensions::One
        });
        if self.by_year {
            points = points.by_year();
        }
        if self.dimensions == 1 && !self.upward_second.is_empty() {
            return Err("there is no second axis; write --dimensions 2".into());
        }
        for (axis, ends) in [(Axis::First, &self.upward), (Axis::Second, &self.upward_second)] {
            points = match ends.as_slice() {
                [] => points,
                [low, high] => points.upward_on(axis, find(&graph, low)?, find(&graph, high)?),
                _ => return Err("an axis points from one to another; write --upward LOW,HIGH".into()),
            };
        }
        let estimate = points.estimate()?;
        let convergence = estimate.convergence();
        let end = if convergence.reached { "converged" } else { "not converged" };
        tell(&format!(
            "note: {}; {} roll calls divide; {end} after {} rounds",
            calls.vote_set(),
            estimate.divisions().len(),
            convergence.iterations
        ));
        let mut sheet =
            Sheet::new(&["key", "name", "year", "votes", "point", "error", "second", "second_error"]);
        for point in estimate.points() {
            let node = |graph: &StanceGraph| {
                graph.node(point.holder).map(|node| (node.key.to_string(), node.name().to_owned()))
            };
            let (key, name) = node(&graph).unwrap_or_default();
            let second = |of: fn(Coordinate) -> f64| point.second.map(of).map_or(Value::Null, Value::from);
            sheet.add([
                key.into(),
                name.into(),
                point.year.map_or(Value::Null, Value::from),
                point.votes.into(),
                point.first.value.into(),
                point.first.error.into(),
                second(|place| place.value),
                second(|place| place.error),
            ]);
        }
        self.written.write(&sheet)?;
        Ok(ExitCode::SUCCESS)
    }
}
