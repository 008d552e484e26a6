//! Which roll calls count.

use std::error::Error;

use stancegraph::analysis::agreement::RollCalls;
use stancegraph::model::Window;
use stancegraph::position::{Lens, Selection};
use stancegraph::{Date, StanceGraph};

use crate::naming::find;

/// Which roll calls count.
#[derive(Debug, clap::Args)]
pub(crate) struct Calls {
    /// Only votes certainly cast on this date or later
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// Only votes certainly cast on this date or earlier
    #[arg(long, value_name = "DATE")]
    to: Option<Date>,
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
        let mut lens = Lens::default();
        if self.from.is_some() || self.to.is_some() {
            let (earliest, latest) = (self.from.map(Date::earliest), self.to.map(Date::latest));
            lens.period = Some(Window { earliest, latest });
        }
        let mut calls = RollCalls::of(&Selection::new(graph, lens));
        if let Some(name) = &self.issue {
            calls = calls.on_issue(find(graph, name)?);
        }
        Ok(if self.contested { calls.contested() } else { calls })
    }
}
