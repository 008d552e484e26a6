//! `stancegraph support`: how the support of a proposal went.

use std::collections::BTreeMap;
use std::error::Error;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::StanceGraph;
use stancegraph::analysis::change::{Support as Month, said_by_month, support_by_month};
use stancegraph::model::{Day, StatementId};

use crate::data::Data;
use crate::naming::find;
use crate::output::tell;
use crate::seen::Seen;
use crate::sheet::{Sheet, Written, key, name, statement};

/// Count who supports and who opposes a proposal, month by month
///
/// A row for each month in which something was said on the proposal or a kind of it: how many statements there were, how many
/// more of them in favor than against (`flow`); and how many voices were on each side at its end, by the last word of each,
/// with how many more in favor than against (`net`). With --statements a row for each statement said in a month.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph support --data nato-accession --on \"Sweden's accession to NATO\"
  stancegraph support --data nato-accession --on sweden-accession --from 2022 --statements --format csv
  stancegraph draw support --data nato-accession \"Sweden's accession to NATO\" --out sweden.svg")]
pub(crate) struct Support {
    #[command(flatten)]
    data: Data,
    /// Of this proposal, by key or name
    #[arg(long, value_name = "PROPOSAL")]
    on: String,
    #[command(flatten)]
    seen: Seen,
    /// The statements of each month, instead of numbers
    #[arg(long)]
    statements: bool,
    #[command(flatten)]
    written: Written,
}

impl Support {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let selection = self.seen.selection(&graph);
        let target = find(&graph, &self.on)?;
        let months = support_by_month(&selection, target);
        if months.is_empty() {
            tell("note: nothing said on it is known to the month");
        }
        let sheet = if self.statements {
            statements(&graph, &said_by_month(&selection, target))
        } else {
            numbers(&months)
        };
        self.written.write(&sheet)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// A month as "2022-05".
fn month(first: Day) -> Value {
    first.to_string().get(..7).unwrap_or_default().into()
}

fn numbers(months: &[Month]) -> Sheet {
    let mut sheet = Sheet::new(&["month", "said", "flow", "favor", "neutral", "against", "net"]);
    for one in months {
        sheet.add([
            month(one.month),
            one.count.into(),
            one.flow.into(),
            one.favor.into(),
            one.neutral.into(),
            one.against.into(),
            one.net().into(),
        ]);
    }
    sheet
}

fn statements(graph: &StanceGraph, months: &BTreeMap<Day, Vec<StatementId>>) -> Sheet {
    let mut sheet = Sheet::new(&["month", "holder", "name", "target", "stance", "said", "statement"]);
    for (first, ids) in months {
        for (id, one) in ids.iter().filter_map(|id| Some((*id, graph.statement(*id)?))) {
            sheet.add([
                month(*first),
                key(graph, one.holder),
                name(graph, one.holder),
                key(graph, one.target),
                one.stance.to_string().into(),
                one.said.map_or(Value::Null, |said| said.to_string().into()),
                statement(graph, id),
            ]);
        }
    }
    sheet
}
