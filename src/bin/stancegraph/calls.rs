//! Which roll calls count.

use std::error::Error;

use stancegraph::StanceGraph;
use stancegraph::analysis::agreement::RollCalls;

use crate::naming::find;
use crate::seen::Seen;

/// Which roll calls count.
#[derive(Debug, clap::Args)]
pub(crate) struct Calls {
    #[command(flatten)]
    pub(crate) seen: Seen,
    /// Only roll calls about this issue, by key or name
    #[arg(long, value_name = "NAME")]
    issue: Option<String>,
    /// Only roll calls in which not every vote cast was the same
    #[arg(long)]
    contested: bool,
}

impl Calls {
    /// The roll calls of a graph that count.
    pub(crate) fn of(&self, graph: &StanceGraph) -> Result<RollCalls, Box<dyn Error>> {
        let mut calls = RollCalls::of(&self.seen.selection(graph));
        if let Some(name) = &self.issue {
            calls = calls.on_issue(find(graph, name)?);
        }
        Ok(if self.contested { calls.contested() } else { calls })
    }
}
