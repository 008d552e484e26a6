//! `stancegraph convergence`: whether two camps come nearer.

use std::error::Error;
use std::process::ExitCode;

use stancegraph::analysis::change::{Camps, Drift, Trend, camps_by_year};

use crate::calls::Calls;
use crate::data::Data;
use crate::naming::find_all;
use crate::output::tell;
use crate::sampling::Sampling;
use crate::sheet::{Sheet, Written, known};

/// Follow how far two camps agree among themselves and with each other in roll calls, year by year
///
/// A row for each year: the mean agreement of two within either camp, of one of each, and the distance, which is the first less
/// the second: 1 where each camp votes as one and against the other, 0 where it does not matter who is in which. Where the
/// distance falls, the camps converge; a line through it is told on standard error. `stancegraph camps` finds camps.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph convergence --data es-11-1 --one BLR,RUS,SYR --other FRA,DEU,IND
  stancegraph convergence --data votes.jsonl --one USA,GBR,FRA --other RUS,CHN --from 1991 --bootstrap 1000 --format csv")]
pub(crate) struct Convergence {
    #[command(flatten)]
    data: Data,
    /// The one camp, by keys or names; whoever is in both counts in neither
    #[arg(long, value_name = "A,B", value_delimiter = ',', required = true)]
    one: Vec<String>,
    /// The other camp
    #[arg(long, value_name = "C,D", value_delimiter = ',', required = true)]
    other: Vec<String>,
    #[command(flatten)]
    calls: Calls,
    #[command(flatten)]
    sampling: Sampling,
    #[command(flatten)]
    written: Written,
}

impl Convergence {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let (one, other) = (find_all(&graph, &self.one)?, find_all(&graph, &self.other)?);
        let calls = self.calls.of(&graph)?;
        tell(&format!("note: {}", calls.vote_set()));
        let years = camps_by_year(&calls, &one, &other);
        if let Some(told) = course(&years) {
            tell(&told);
        }
        let columns =
            ["year", "roll_calls", "within", "between", "distance", "pairs_within", "pairs_between"];
        let mut sheet = Sheet::new(&self.sampling.beside(&columns));
        for year in years {
            let calls = calls.in_year(year.year);
            let intervals = self.sampling.intervals(&calls, |sample| {
                vec![camps_by_year(sample, &one, &other).first().and_then(Camps::distance)]
            })?;
            let fields = [
                year.year.into(),
                calls.len().into(),
                known(year.within),
                known(year.between),
                known(year.distance()),
                year.pairs_within.into(),
                year.pairs_between.into(),
            ];
            sheet.add(fields.into_iter().chain(intervals.into_iter().flatten()));
        }
        self.written.write(&sheet)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Where the distance leads; fewer years than [`Drift::FEWEST_DAYS`] fall in order by chance too often to tell.
fn course(years: &[Camps]) -> Option<String> {
    let points: Vec<(f64, f64)> =
        years.iter().filter_map(|one| Some((f64::from(one.year), one.distance()?))).collect();
    if (1..Drift::FEWEST_DAYS).contains(&points.len()) {
        return Some(format!(
            "note: {} years with a distance are too few to tell where it leads",
            points.len()
        ));
    }
    let trend = Trend::theil_sen(&points)?;
    let (low, high) = trend.interval;
    let verdict = match (low > 0.0, high < 0.0) {
        (true, _) => "the camps drift apart",
        (_, true) => "the camps converge",
        _ => "neither stands out of chance",
    };
    Some(format!(
        "note: the distance changes by {:+.4} a year (95 percent interval {low:+.4} to {high:+.4}, {} years): {verdict}",
        trend.slope, trend.points
    ))
}
