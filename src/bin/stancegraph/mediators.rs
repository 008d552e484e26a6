//! `stancegraph mediators`: who could mediate between two holders, or between two camps.

use std::error::Error;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::StanceGraph;
use stancegraph::analysis::camps::Camps;
use stancegraph::analysis::signed::SignedNetwork;
use stancegraph::analysis::{CampMediator, Mediator};
use stancegraph::model::{NodeId, StatementId};
use stancegraph::position::{Lens, Selection};

use crate::data::Data;
use crate::listing::By;
use crate::naming::{find, find_all};
use crate::output::tell;
use crate::sheet::{Sheet, Written};

/// List who is on speaking terms with both of two holders or camps, with each criterion of a mediator
///
/// Each criterion is a column, with the statements behind it by key: words and deeds without hostility between it and each
/// party, hostile words that stand between them, agreement with each, and whether it stands between the two. What is
/// not known is left empty. Between camps `met` tells with which members it is on speaking terms, and agreement is the mean over those
/// with which it has a matter in common. `stancegraph ask who could mediate between A and B` says of two holders the same in sentences.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph mediators Russia Ukraine
  stancegraph mediators Russia Ukraine --by nation --format json
  stancegraph mediators --camp Russia --camp Ukraine,France
  stancegraph mediators --data mine.toml --camps-on \"harbor treaty\" --by nation")]
pub(crate) struct Mediators {
    #[command(flatten)]
    data: Data,
    /// The two parties, by key or name
    #[arg(
        value_name = "PARTY",
        num_args = 2,
        required_unless_present_any = ["camp", "camps_on"],
        conflicts_with_all = ["camp", "camps_on"]
    )]
    parties: Vec<String>,
    /// The members of a camp, by key or name; given twice, once for each
    #[arg(long, value_name = "A,B", conflicts_with = "camps_on")]
    camp: Vec<String>,
    /// Between the two largest camps that are found on this matter, by key or name
    #[arg(long, value_name = "MATTER")]
    camps_on: Option<String>,
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
        let on = self.on.as_ref().map(|name| find(&graph, name)).transpose()?;
        let (selection, listing) = (Selection::new(&graph, Lens::default()), By::listing(self.by));
        let sheet = if let [left, right] = self.parties.as_slice() {
            let parties = [find(&graph, left)?, find(&graph, right)?];
            between_two(&graph, &selection.mediators(parties, on, listing))
        } else {
            let [left, right] = self.camps(&selection)?;
            between_camps(&graph, &selection.mediators_between([&left, &right], on, listing))
        };
        if sheet.is_empty() {
            tell("note: nobody is on record as being on speaking terms with both");
        }
        self.written.write(&sheet)?;
        Ok(ExitCode::SUCCESS)
    }

    /// The members of both camps, as they are named or found.
    fn camps(&self, selection: &Selection<'_>) -> Result<[Vec<NodeId>; 2], Box<dyn Error>> {
        let graph = selection.graph();
        let camps = if let Some(matter) = &self.camps_on {
            let network = selection.networks_on(find(graph, matter)?, By::listing(self.by)).network()?;
            let camps = Camps::of(&SignedNetwork::of(&network)?);
            let [Some(_), Some(_)] = [0, 1].map(|camp| camps.camps().get(camp)) else {
                return Err(
                    format!("fewer than two camps are found on `{matter}`; name them with --camp").into()
                );
            };
            let members =
                |camp| camps.members_of(camp).filter_map(|member| graph.find(&member.key)).collect();
            [members(0), members(1)]
        } else {
            let [left, right] = self.camp.as_slice() else {
                return Err("name two camps: write --camp A,B --camp C,D".into());
            };
            let named =
                |camp: &String| find_all(graph, &camp.split(',').map(str::to_owned).collect::<Vec<String>>());
            [named(left)?, named(right)?]
        };
        if let Some(both) = camps[0].iter().find(|member| camps[1].contains(member)) {
            let name = graph.node(*both).map_or("", |node| node.name());
            return Err(format!("`{name}` is in both camps; leave it out of one").into());
        }
        Ok(camps)
    }
}

fn keys(graph: &StanceGraph, ids: &[StatementId]) -> Value {
    let keys = ids.iter().filter_map(|id| Some(graph.statement(*id)?.key.to_string()));
    keys.collect::<Vec<_>>().join(" ").into()
}

fn members(graph: &StanceGraph, ids: &[NodeId]) -> Value {
    let keys = ids.iter().filter_map(|id| Some(graph.node(*id)?.key.to_string()));
    keys.collect::<Vec<_>>().join(" ").into()
}

fn known(value: Option<impl Into<Value>>) -> Value {
    value.map_or(Value::Null, Into::into)
}

fn between_two(graph: &StanceGraph, found: &[Mediator]) -> Sheet {
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
    for one in found {
        let Some(node) = graph.node(one.holder) else { continue };
        let hostile =
            |at: usize| keys(graph, &[one.hostile[at].as_slice(), one.resented[at].as_slice()].concat());
        sheet.add([
            node.key.to_string().into(),
            node.name().into(),
            keys(graph, &one.terms[0]),
            keys(graph, &one.terms[1]),
            hostile(0),
            hostile(1),
            one.likeness[0].common.into(),
            one.likeness[1].common.into(),
            known(one.likeness[0].value()),
            known(one.likeness[1].value()),
            known(one.lean.map(|lean| lean.to_string())),
            known(one.is_between()),
        ]);
    }
    sheet
}

fn between_camps(graph: &StanceGraph, found: &[CampMediator]) -> Sheet {
    let mut sheet = Sheet::new(&[
        "key",
        "name",
        "met_a",
        "met_b",
        "terms_a",
        "terms_b",
        "hostile_a",
        "hostile_b",
        "agreement_a",
        "agreement_b",
        "on_the_matter",
        "between",
    ]);
    for one in found {
        let Some(node) = graph.node(one.holder) else { continue };
        let hostile =
            |at: usize| keys(graph, &[one.hostile[at].as_slice(), one.resented[at].as_slice()].concat());
        let [left, right] = one.agreement();
        sheet.add([
            node.key.to_string().into(),
            node.name().into(),
            members(graph, &one.met[0]),
            members(graph, &one.met[1]),
            keys(graph, &one.terms[0]),
            keys(graph, &one.terms[1]),
            hostile(0),
            hostile(1),
            known(left),
            known(right),
            known(one.lean.map(|lean| lean.to_string())),
            known(one.is_between()),
        ]);
    }
    sheet
}
