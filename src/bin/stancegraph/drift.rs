//! `stancegraph drift`: who grows warmer or colder on a matter.

use std::error::Error;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::StanceGraph;
use stancegraph::analysis::change::{Drift as Found, Line, Tendency, Trend};

use crate::data::Data;
use crate::listing::By;
use crate::naming::{find, find_all};
use crate::output::tell;
use crate::seen::Seen;
use crate::sheet::{Sheet, Written, key, known, name, statement};

/// Tell who grows warmer or colder on a matter
///
/// Each statement known to the day has a grade, from -2, against, over -1, 0 and 1 to 2, for; a line through the grades of a holder
/// rises by `slope` a year, in all likelihood between `low` and `high`. Where that holds 0, the tendency is neither; from fewer
/// than five days none is told. A row for each holder; with --statements one for each statement behind the lines.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph drift --data nato-accession --on \"Sweden's accession to NATO\"
  stancegraph drift --data nato-accession --on sweden-accession --holders Türkiye --statements --format csv")]
pub(crate) struct Drift {
    #[command(flatten)]
    data: Data,
    /// On this matter, by key or name
    #[arg(long, value_name = "MATTER")]
    on: String,
    /// Of these holders, by key or name; of everyone who spoke on it, if none is given
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    holders: Vec<String>,
    /// Nations instead of speakers
    #[arg(long, value_enum, value_name = "WHOM", conflicts_with = "holders")]
    by: Option<By>,
    #[command(flatten)]
    seen: Seen,
    /// The line: theil-sen, which one statement far off does not turn, or least-squares
    #[arg(long, value_name = "LINE", default_value = "theil-sen")]
    line: Line,
    /// The statements with their grades, instead of the lines through them
    #[arg(long)]
    statements: bool,
    #[command(flatten)]
    written: Written,
}

impl Drift {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let selection = self.seen.selection(&graph);
        let target = find(&graph, &self.on)?;
        let found: Vec<Found> = match find_all(&graph, &self.holders)? {
            holders if holders.is_empty() => {
                Found::of_all(&selection, target, By::listing(self.by), self.line)
            }
            holders => holders.iter().map(|&one| Found::of(&selection, one, target, self.line)).collect(),
        };
        if found.iter().all(|drift| drift.grades.is_empty()) {
            tell("note: nothing said on it is known to the day; without days there is no drift");
        } else if found.iter().all(|drift| drift.tendency() == Tendency::TooFew) {
            tell(&format!(
                "note: nobody spoke on {} days or more, and fewer tell no drift from chance",
                Found::FEWEST_DAYS
            ));
        }
        let sheet = if self.statements { grades(&graph, &found) } else { lines(&graph, &found) };
        self.written.write(&sheet)?;
        Ok(ExitCode::SUCCESS)
    }
}

fn lines(graph: &StanceGraph, found: &[Found]) -> Sheet {
    let mut sheet =
        Sheet::new(&["holder", "name", "statements", "first", "last", "slope", "low", "high", "tendency"]);
    for drift in found {
        let day = |at: Option<&stancegraph::analysis::change::Grade>| -> Value {
            at.map_or(Value::Null, |grade| grade.day.to_string().into())
        };
        let line = |of: fn(Trend) -> f64| known(drift.trend.map(of));
        sheet.add([
            key(graph, drift.holder),
            name(graph, drift.holder),
            drift.grades.len().into(),
            day(drift.grades.first()),
            day(drift.grades.last()),
            line(|trend| trend.slope),
            known(drift.interval().map(|(low, _)| low)),
            known(drift.interval().map(|(_, high)| high)),
            drift.tendency().to_string().into(),
        ]);
    }
    sheet
}

fn grades(graph: &StanceGraph, found: &[Found]) -> Sheet {
    let mut sheet = Sheet::new(&["holder", "name", "day", "grade", "statement"]);
    for drift in found {
        for grade in &drift.grades {
            sheet.add([
                key(graph, drift.holder),
                name(graph, drift.holder),
                grade.day.to_string().into(),
                grade.grade.into(),
                statement(graph, grade.statement),
            ]);
        }
    }
    sheet
}
