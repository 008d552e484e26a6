//! Signed networks of what is counted.

use std::error::Error;

use stancegraph::StanceGraph;
use stancegraph::analysis::network::{Aggregation, Network, Networks, Normalization};
use stancegraph::analysis::signed::SignedNetwork;

use crate::counting::Counting;
use crate::output::tell;

/// From statements to a network of who stands with whom and against whom.
#[derive(Debug, clap::Args)]
pub(crate) struct Signing {
    #[command(flatten)]
    pub(crate) counting: Counting,
    #[arg(
        long,
        value_name = "HOW",
        default_value = "subtract",
        help = "ignore, congruence, conflict or subtract: how statements come together to weights"
    )]
    aggregation: Aggregation,
    /// What weights are divided by: none, average, jaccard or cosine
    #[arg(long, value_name = "HOW", default_value = "average")]
    normalization: Normalization,
}

impl Signing {
    /// The networks, as they are told.
    pub(crate) fn networks<'g>(&self, graph: &'g StanceGraph) -> Result<Networks<'g>, Box<dyn Error>> {
        Ok(self.counting.networks(graph)?.aggregation(self.aggregation).normalization(self.normalization))
    }

    /// The network, and the same with signs.
    pub(crate) fn network(&self, graph: &StanceGraph) -> Result<(Network, SignedNetwork), Box<dyn Error>> {
        let network = self.networks(graph)?.network()?;
        if network.statement_count() == 0 {
            tell("note: no statement fits; the network is empty");
        }
        let signed = SignedNetwork::of(&network)?;
        Ok((network, signed))
    }
}
