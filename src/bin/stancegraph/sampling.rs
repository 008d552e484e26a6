//! How sure figures are: intervals by the bootstrap.

use serde_json::Value;
use stancegraph::analysis::bootstrap::{Bootstrap, BootstrapError, Resample, Scatter};

use crate::sheet::known;

/// How often figures are computed again, and from which seed.
#[derive(Debug, clap::Args)]
pub(crate) struct Sampling {
    /// An interval for each figure, which holds 95 percent of its values on so many samples of the same
    /// statements, roll calls or coded units, drawn with replacement: 1000, say; 100000 at most
    #[arg(long, value_name = "SAMPLES")]
    bootstrap: Option<u32>,
    /// What is drawn at random is drawn from this: the same seed, the same result
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub(crate) seed: u64,
}

/// The columns of an interval: its ends, and on how many samples the figure has a value.
const COLUMNS: [&str; 3] = ["low", "high", "samples"];

impl Sampling {
    /// These columns, with those of an interval where one is asked for.
    pub(crate) fn beside(&self, columns: &[&'static str]) -> Vec<&'static str> {
        let more = if self.bootstrap.is_some() { &COLUMNS[..] } else { &[] };
        [columns, more].concat()
    }

    /// The fields of the intervals of several figures, in their order; none where none is asked for.
    pub(crate) fn intervals<R: Resample>(
        &self,
        data: &R,
        measure: impl Fn(&R) -> Vec<Option<f64>> + Sync + Send,
    ) -> Result<Vec<Vec<Value>>, BootstrapError> {
        let Some(samples) = self.bootstrap else { return Ok(Vec::new()) };
        let scatters = Bootstrap::new(self.seed).draws(samples).of_each(data, measure)?;
        Ok(scatters.iter().map(fields).collect())
    }
}

fn fields(scatter: &Scatter) -> Vec<Value> {
    let end = |of: fn((f64, f64)) -> f64| known(scatter.interval.map(of));
    vec![end(|ends| ends.0), end(|ends| ends.1), scatter.draws.into()]
}
