//! Signed networks of what is counted.

use std::error::Error;
use std::str::FromStr;

use stancegraph::StanceGraph;
use stancegraph::analysis::network::{Aggregation, Network, Networks, Normalization};
use stancegraph::analysis::signed::{SignedError, SignedNetwork};

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
    /// Take so much off every weight, `mean` for the mean weight: who agrees less than that counts as hostile
    #[arg(long, value_name = "LEVEL", allow_negative_numbers = true)]
    less: Option<Level>,
}

/// What is taken off weights.
#[derive(Debug, Clone, Copy)]
enum Level {
    Mean,
    Of(f64),
}

impl FromStr for Level {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "mean" {
            return Ok(Self::Mean);
        }
        let number = text.parse().ok().filter(|number: &f64| number.is_finite());
        number.map(Self::Of).ok_or_else(|| "write a number, or `mean` for the mean weight".to_owned())
    }
}

impl Level {
    fn off(self, network: &SignedNetwork) -> SignedNetwork {
        match self {
            Self::Mean => network.less(network.mean_weight().unwrap_or_default()),
            Self::Of(level) => network.less(level),
        }
    }
}

impl Signing {
    /// Whether something is taken off weights.
    pub(crate) const fn is_beyond_a_level(&self) -> bool {
        self.less.is_some()
    }

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
        let signed = self.signed(&network)?;
        Ok((network, signed))
    }

    /// The same network with signs, a level taken off where one is given: the mean is that of this network.
    pub(crate) fn signed(&self, network: &Network) -> Result<SignedNetwork, SignedError> {
        let signed = SignedNetwork::of(network)?;
        Ok(match self.less {
            Some(level) => level.off(&signed),
            None => signed,
        })
    }
}
