//! `stancegraph balance`: whether friends of friends are friends, and how far from two factions.

use std::error::Error;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::analysis::balance::{Frustration, Signs, Triads, Weighing};
use stancegraph::analysis::signed::SignedNetwork;

use crate::data::Data;
use crate::sheet::{Sheet, Written};
use crate::signing::Signing;

/// Count balanced triads and the ties that keep a network from two factions
///
/// A row for each figure. With --factions, a row for each member with its faction instead; with --frustrated, one for each
/// tie that goes against the two factions.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph balance --data nato-accession --nodes nation
  stancegraph balance --data votes.jsonl --nodes nation --from 2019 --to 2019 --weighted --factions --format csv")]
pub(crate) struct Balance {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    signing: Signing,
    /// Frustration in weights of ties instead of their number
    #[arg(long)]
    weighted: bool,
    /// The two factions instead of figures
    #[arg(long, conflicts_with = "frustrated")]
    factions: bool,
    /// The ties that go against the two factions instead of figures
    #[arg(long)]
    frustrated: bool,
    #[command(flatten)]
    written: Written,
}

impl Balance {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let (_, network) = self.signing.network(&graph)?;
        let weighing = if self.weighted { Weighing::Weights } else { Weighing::Edges };
        let frustration = Frustration::of(&network, weighing);
        let sheet = if self.factions {
            factions(&network, &frustration)
        } else if self.frustrated {
            ties(&network, &frustration)
        } else {
            figures(&network, &frustration)
        };
        self.written.write(&sheet)?;
        Ok(ExitCode::SUCCESS)
    }
}

fn figures(network: &SignedNetwork, frustration: &Frustration) -> Sheet {
    let mut sheet = Sheet::new(&["figure", "value"]);
    let triads = Triads::of(network);
    let known = |value: Option<f64>| value.map_or(Value::Null, Value::from);
    let kinds = [
        ("triads +++", Signs::Positive),
        ("triads ++-", Signs::OneNegative),
        ("triads +--", Signs::TwoNegative),
        ("triads ---", Signs::Negative),
    ];
    let mut add = |figure: &str, value: Value| sheet.add([figure.into(), value]);
    add("members", network.len().into());
    add("ties", network.edge_count().into());
    for (name, signs) in kinds {
        add(name, triads.count(signs).into());
    }
    add("share of balanced triads", known(triads.balanced()));
    add("share of weakly balanced triads", known(triads.weakly_balanced()));
    add("frustration at least", frustration.lower.into());
    add("frustration at most", frustration.upper.into());
    add("frustration is exact", frustration.is_exact().into());
    add("line balance", known(frustration.balance()));
    sheet
}

fn factions(network: &SignedNetwork, frustration: &Frustration) -> Sheet {
    let mut sheet = Sheet::new(&["faction", "key", "name"]);
    for (number, places) in frustration.factions.iter().enumerate() {
        for member in places.iter().filter_map(|&place| network.members().get(place)) {
            sheet.add([(number + 1).into(), member.key.clone().into(), member.name.clone().into()]);
        }
    }
    sheet
}

fn ties(network: &SignedNetwork, frustration: &Frustration) -> Sheet {
    let mut sheet = Sheet::new(&["a", "b", "weight"]);
    let key = |place: u32| -> Value {
        network.members().get(place as usize).map_or(Value::Null, |member| member.key.clone().into())
    };
    for edge in &frustration.edges {
        sheet.add([key(edge.row), key(edge.column), edge.weight.into()]);
    }
    sheet
}
