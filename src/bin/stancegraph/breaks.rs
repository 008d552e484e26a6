//! `stancegraph breaks`: where a position, or the agreement of two, breaks.

use std::error::Error;
use std::process::ExitCode;

use stancegraph::StanceGraph;
use stancegraph::analysis::change::{BreaksError, Drift, Line, Penalty, agreement_by_year, breaks, grades};
use stancegraph::model::NodeId;

use crate::calls::Calls;
use crate::data::Data;
use crate::listing::By;
use crate::naming::{find, find_all};
use crate::output::tell;
use crate::sheet::{Sheet, Written, key, name, statement};

/// Find where a position, or the agreement of two voters, moves to another level
///
/// Of what a holder said on a matter, as grades from -2, against, to 2, for; or, with --pair, of the agreement of two by year. A
/// row for each break: the last value before it, the first one after it, and the means of the stretches that it parts. A break
/// is made where it lowers the sum of squares by more than the penalty. `stancegraph shifts` tells which positions held.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph breaks --data nato-accession --on \"Sweden's accession to NATO\" --penalty 4
  stancegraph breaks --data votes.jsonl --pair USA,FRA --from 1946 --to 2019 --shortest 3 --format csv")]
pub(crate) struct Breaks {
    #[command(flatten)]
    data: Data,
    /// Of positions on this matter, by key or name
    #[arg(
        long,
        value_name = "MATTER",
        required_unless_present = "pair",
        conflicts_with_all = ["pair", "issue", "contested"]
    )]
    on: Option<String>,
    /// Of these holders, by key or name; of everyone who spoke on it, if none is given
    #[arg(long, value_name = "A,B", value_delimiter = ',', conflicts_with = "pair")]
    holders: Vec<String>,
    /// Nations instead of speakers
    #[arg(long, value_enum, value_name = "WHOM", conflicts_with_all = ["holders", "pair"])]
    by: Option<By>,
    /// Of the agreement by year of these two in roll calls, by key or name
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pair: Vec<String>,
    #[command(flatten)]
    calls: Calls,
    /// What a break costs: bic, which follows the noise and the length of a series, or a number
    #[arg(long, value_name = "COST", default_value = "bic", value_parser = penalty, allow_negative_numbers = true)]
    penalty: Penalty,
    /// The fewest values between two breaks
    #[arg(long, value_name = "COUNT", default_value = "1")]
    shortest: std::num::NonZeroUsize,
    #[command(flatten)]
    written: Written,
}

fn penalty(text: &str) -> Result<Penalty, String> {
    match (text, text.parse()) {
        ("bic", _) => Ok(Penalty::Bic),
        (_, Ok(cost)) if cost >= 0.0 && f64::is_finite(cost) => Ok(Penalty::Of(cost)),
        _ => Err(format!("`{text}` is no cost of a break; write `bic` or a number from 0")),
    }
}

/// A break in a series: the places of the values around it, and the means before and after.
struct Break {
    before: usize,
    after: usize,
    means: [f64; 2],
}

impl Breaks {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let sheet = match (&self.on, self.pair.as_slice()) {
            (Some(matter), _) => self.positions(&graph, find(&graph, matter)?)?,
            (None, [left, right]) if left != right => {
                self.agreement(&graph, [find(&graph, left)?, find(&graph, right)?])?
            }
            _ => return Err("agreement is between two others; write --pair A,B".into()),
        };
        if sheet.is_empty() {
            tell("note: nothing breaks; a lower --penalty finds smaller breaks");
        }
        self.written.write(&sheet)?;
        Ok(ExitCode::SUCCESS)
    }

    fn positions(&self, graph: &StanceGraph, target: NodeId) -> Result<Sheet, Box<dyn Error>> {
        let selection = self.calls.seen.selection(graph);
        let mut holders = find_all(graph, &self.holders)?;
        if holders.is_empty() {
            let drifts = Drift::of_all(&selection, target, By::listing(self.by), Line::LeastSquares);
            holders = drifts.iter().map(|drift| drift.holder).collect();
        }
        let columns = [
            "holder",
            "name",
            "last_before",
            "first_after",
            "mean_before",
            "mean_after",
            "shown_before",
            "shown_after",
        ];
        let mut sheet = Sheet::new(&columns);
        for holder in holders {
            let grades = grades(&selection, holder, target);
            let series: Vec<f64> = grades.iter().map(|one| one.grade).collect();
            for found in self.of(&series)? {
                let [before, after] = [found.before, found.after].map(|at| grades[at]);
                sheet.add([
                    key(graph, holder),
                    name(graph, holder),
                    before.day.to_string().into(),
                    after.day.to_string().into(),
                    found.means[0].into(),
                    found.means[1].into(),
                    statement(graph, before.statement),
                    statement(graph, after.statement),
                ]);
            }
        }
        Ok(sheet)
    }

    fn agreement(&self, graph: &StanceGraph, [left, right]: [NodeId; 2]) -> Result<Sheet, Box<dyn Error>> {
        let calls = self.calls.of(graph)?;
        tell(&format!("note: {}", calls.vote_set()));
        let years = agreement_by_year(&calls, left, right);
        let known: Vec<(i16, u32, f64)> =
            years.iter().filter_map(|(year, one)| Some((*year, one.common, one.value()?))).collect();
        let series: Vec<f64> = known.iter().map(|(_, _, value)| *value).collect();
        let columns = [
            "a",
            "b",
            "last_before",
            "first_after",
            "mean_before",
            "mean_after",
            "common_before",
            "common_after",
        ];
        let mut sheet = Sheet::new(&columns);
        for found in self.of(&series)? {
            let [before, after] = [found.before, found.after].map(|at| known[at]);
            sheet.add([
                key(graph, left),
                key(graph, right),
                before.0.into(),
                after.0.into(),
                found.means[0].into(),
                found.means[1].into(),
                before.1.into(),
                after.1.into(),
            ]);
        }
        Ok(sheet)
    }

    /// The breaks of a series, each with the stretches around it.
    fn of(&self, series: &[f64]) -> Result<Vec<Break>, BreaksError> {
        let starts = breaks(series, self.penalty, self.shortest.get())?;
        let bounds: Vec<usize> = [0].into_iter().chain(starts).chain([series.len()]).collect();
        let mean = |from: usize, to: usize| {
            let sum: f64 = series[from..to].iter().sum();
            sum / series[from..to].iter().map(|_| 1.0).sum::<f64>()
        };
        let around = bounds.windows(3).map(|bounds| {
            let [from, at, to] = [bounds[0], bounds[1], bounds[2]];
            Break { before: at - 1, after: at, means: [mean(from, at), mean(at, to)] }
        });
        Ok(around.collect())
    }
}
