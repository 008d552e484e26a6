//! `stancegraph shifts`: who changed position, when, and what shows it.

use std::error::Error;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::StanceGraph;
use stancegraph::analysis::change::{Shift, shifts, shifts_on};
use stancegraph::model::NodeId;
use stancegraph::position::{Lens, Position, Selection};

use crate::data::Data;
use crate::listing::By;
use crate::naming::{find, find_all};
use crate::output::tell;
use crate::sheet::{Sheet, Written};

/// List changes of position with their dates and the statement that shows each
///
/// A row for each: who, on what, the first day on which the earlier position may not have held any more, the first on which
/// the later one certainly does, both positions, and the latest statement of each by key. More statements of one lean are no
/// shift.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph shifts --data nato-accession --on \"Sweden's accession to NATO\"
  stancegraph shifts --data nato-accession --holders Türkiye,Hungary --format csv")]
pub(crate) struct Shifts {
    #[command(flatten)]
    data: Data,
    /// On this matter, by key or name; on everything that the holders speak of, if none is given
    #[arg(long, value_name = "MATTER", required_unless_present = "holders")]
    on: Option<String>,
    /// Of these holders, by key or name; of everyone on record, if none is given
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    holders: Vec<String>,
    /// Positions of nations instead of speakers
    #[arg(long, value_enum, value_name = "WHOM", conflicts_with = "holders")]
    by: Option<By>,
    #[command(flatten)]
    written: Written,
}

impl Shifts {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let selection = Selection::new(&graph, Lens::default());
        let on = self.on.as_ref().map(|name| find(&graph, name)).transpose()?;
        let holders = find_all(&graph, &self.holders)?;
        let listing = By::listing(self.by);
        let found: Vec<Shift> = match on {
            Some(target) if holders.is_empty() => shifts_on(&selection, target, listing),
            Some(target) => holders.iter().flat_map(|&holder| shifts(&selection, holder, target)).collect(),
            None => holders.iter().flat_map(|&holder| everywhere(&selection, holder)).collect(),
        };
        if found.is_empty() {
            tell("note: nobody is on record as having changed position");
        }
        self.written.write(&sheet(&graph, &found))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// The shifts of a holder on everything that it speaks of.
fn everywhere(selection: &Selection<'_>, holder: NodeId) -> Vec<Shift> {
    selection.targets_of(holder).into_iter().flat_map(|target| shifts(selection, holder, target)).collect()
}

fn sheet(graph: &StanceGraph, found: &[Shift]) -> Sheet {
    let mut sheet = Sheet::new(&[
        "holder",
        "name",
        "target",
        "from",
        "by",
        "before",
        "after",
        "shown_before",
        "shown_after",
    ]);
    let key = |node: NodeId| graph.node(node).map_or(Value::Null, |node| node.key.to_string().into());
    for shift in found {
        sheet.add([
            key(shift.holder),
            graph.node(shift.holder).map_or(Value::Null, |node| node.name().into()),
            key(shift.target),
            shift.from.to_string().into(),
            shift.by.to_string().into(),
            leans(&shift.before),
            leans(&shift.after),
            shown(graph, &shift.before),
            shown(graph, &shift.after),
        ]);
    }
    sheet
}

/// Which way positions lean; null where none stands.
fn leans(positions: &[Position]) -> Value {
    let of = |position: &Position| {
        let condition = if position.conditional { " (only if)" } else { "" };
        format!("{}{condition}", position.lean)
    };
    match positions {
        [] => Value::Null,
        several => several.iter().map(of).collect::<Vec<_>>().join(" and ").into(),
    }
}

/// The latest statement of each position.
fn shown(graph: &StanceGraph, positions: &[Position]) -> Value {
    let keys =
        positions.iter().filter_map(|position| Some(graph.statement(position.headline()?)?.key.to_string()));
    let keys: Vec<String> = keys.collect();
    if keys.is_empty() { Value::Null } else { keys.join(" ").into() }
}
