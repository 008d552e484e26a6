//! `stancegraph balance`: whether friends of friends are friends, and how far from two factions.

use std::error::Error;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::analysis::balance::{Frustration, Signs, Triads, Weighing};
use stancegraph::analysis::network::Coding;
use stancegraph::analysis::signed::SignedNetwork;

use crate::data::Data;
use crate::sampling::Sampling;
use crate::sheet::{Sheet, Written, known};
use crate::signing::Signing;

/// Count balanced triads and the ties that keep a network from two factions
///
/// A row for each figure. With --factions, a row for each member with its faction instead; with --frustrated, one for each
/// tie that goes against the two factions.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph balance --data nato-accession --nodes nation
  stancegraph balance --data nato-accession --nodes nation --bootstrap 200 --seed 1
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
    #[arg(long, conflicts_with_all = ["frustrated", "bootstrap"])]
    factions: bool,
    /// The ties that go against the two factions instead of figures
    #[arg(long, conflicts_with = "bootstrap")]
    frustrated: bool,
    #[command(flatten)]
    sampling: Sampling,
    #[command(flatten)]
    written: Written,
}

impl Balance {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let (counted, network) = self.signing.network(&graph)?;
        let weighing = if self.weighted { Weighing::Weights } else { Weighing::Edges };
        let frustration = Frustration::of(&network, weighing);
        let sheet = if self.factions {
            factions(&network, &frustration)
        } else if self.frustrated {
            ties(&network, &frustration)
        } else {
            let again = |sample: &Coding| {
                let sample = sample.network(counted.settings()).ok();
                let signed = sample.and_then(|network| self.signing.signed(&network).ok());
                let found = signed.map(|signed| figures(&signed, &Frustration::of(&signed, weighing)));
                // A sample loses members and ties and gains none: how many there are in it says nothing of the whole.
                let scatters =
                    |(name, value): (&&str, &Value)| SCATTER.contains(name).then(|| value.as_f64()).flatten();
                found.map_or_else(
                    || vec![None; FIGURES.len()],
                    |found| FIGURES.iter().zip(&found).map(scatters).collect(),
                )
            };
            let intervals =
                self.sampling.intervals(&self.signing.networks(&graph)?.coding_within(), again)?;
            self.table(&figures(&network, &frustration), intervals)
        };
        self.written.write(&sheet)?;
        Ok(ExitCode::SUCCESS)
    }

    fn table(&self, figures: &[Value], intervals: Vec<Vec<Value>>) -> Sheet {
        let mut sheet = Sheet::new(&self.sampling.beside(&["figure", "value"]));
        let mut intervals = intervals.into_iter();
        for (name, value) in FIGURES.into_iter().zip(figures) {
            let fields = [name.into(), value.clone()];
            sheet.add(fields.into_iter().chain(intervals.next().into_iter().flatten()));
        }
        sheet
    }
}

/// The figures, in their order.
const FIGURES: [&str; 12] = [
    "members",
    "ties",
    "triads +++",
    "triads ++-",
    "triads +--",
    "triads ---",
    "share of balanced triads",
    "share of weakly balanced triads",
    "frustration at least",
    "frustration at most",
    "frustration is exact",
    "line balance",
];

/// Those of which samples tell how sure they are.
const SCATTER: [&str; 3] = ["share of balanced triads", "share of weakly balanced triads", "line balance"];

fn figures(network: &SignedNetwork, frustration: &Frustration) -> [Value; FIGURES.len()] {
    let triads = Triads::of(network);
    let count = |signs| triads.count(signs).into();
    [
        network.len().into(),
        network.edge_count().into(),
        count(Signs::Positive),
        count(Signs::OneNegative),
        count(Signs::TwoNegative),
        count(Signs::Negative),
        known(triads.balanced()),
        known(triads.weakly_balanced()),
        frustration.lower.into(),
        frustration.upper.into(),
        frustration.is_exact().into(),
        known(frustration.balance()),
    ]
}

/// A figure as a number: whether something is so is 1 or 0, so that its mean is a share.
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
