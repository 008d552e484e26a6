//! `stancegraph mediators`: who could mediate between two holders.

use std::error::Error;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::StanceGraph;
use stancegraph::analysis::Mediator;
use stancegraph::model::StatementId;
use stancegraph::position::{Lens, Selection};

use crate::data::Data;
use crate::listing::By;
use crate::naming::find;
use crate::output::tell;
use crate::sheet::{Sheet, Written};

/// List who is on speaking terms with both of two holders, with each criterion of a mediator
///
/// Each criterion is a column, with the statements behind it by key: words and deeds without hostility between it and each
/// party, hostile words that stand between them, agreement with each, and whether it stands between the two. What is
/// not known is left empty. `stancegraph ask who could mediate between A and B` says the same in sentences.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph mediators Russia Ukraine
  stancegraph mediators Russia Ukraine --by nation --format json")]
pub(crate) struct Mediators {
    #[command(flatten)]
    data: Data,
    /// The two parties, by key or name
    #[arg(value_name = "PARTY", num_args = 2, required = true)]
    parties: Vec<String>,
    /// On this matter, by key or name
    #[arg(long, value_name = "MATTER")]
    on: Option<String>,
    /// Nations instead of speakers
    #[arg(long, value_enum, value_name = "WHOM")]
    by: Option<By>,
    #[command(flatten)]
    written: Written,
}

impl Mediators {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let [left, right] = self.parties.as_slice() else { return Err("name two parties".into()) };
        let parties = [find(&graph, left)?, find(&graph, right)?];
        let on = self.on.as_ref().map(|name| find(&graph, name)).transpose()?;
        let listing = By::listing(self.by);
        let found = Selection::new(&graph, Lens::default()).mediators(parties, on, listing);
        if found.is_empty() {
            tell("note: nobody is on record as being on speaking terms with both");
        }
        self.written.write(&sheet(&graph, &found))?;
        Ok(ExitCode::SUCCESS)
    }
}

fn sheet(graph: &StanceGraph, found: &[Mediator]) -> Sheet {
    let mut sheet = Sheet::new(&[
        "key",
        "name",
        "terms_a",
        "terms_b",
        "hostile_a",
        "hostile_b",
        "common_a",
        "common_b",
        "agreement_a",
        "agreement_b",
        "on_the_matter",
        "between",
    ]);
    let keys = |ids: &[StatementId]| -> Value {
        let keys = ids.iter().filter_map(|id| Some(graph.statement(*id)?.key.to_string()));
        keys.collect::<Vec<_>>().join(" ").into()
    };
    for one in found {
        let Some(node) = graph.node(one.holder) else { continue };
        let hostile = |at: usize| keys(&[one.hostile[at].as_slice(), one.resented[at].as_slice()].concat());
        let agreement = |at: usize| one.likeness[at].value().map_or(Value::Null, Value::from);
        sheet.add([
            node.key.to_string().into(),
            node.name().into(),
            keys(&one.terms[0]),
            keys(&one.terms[1]),
            hostile(0),
            hostile(1),
            one.likeness[0].common.into(),
            one.likeness[1].common.into(),
            agreement(0),
            agreement(1),
            one.lean.map_or(Value::Null, |lean| lean.to_string().into()),
            one.is_between().map_or(Value::Null, Value::from),
        ]);
    }
    sheet
}
