//! From when to when statements are seen.

use stancegraph::model::Window;
use stancegraph::position::{Lens, Selection};
use stancegraph::{Date, StanceGraph};

/// What is seen.
#[derive(Debug, clap::Args)]
pub(crate) struct Seen {
    /// Only what was certainly said on this date or later
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// Only what was certainly said on this date or earlier
    #[arg(long, value_name = "DATE")]
    to: Option<Date>,
}

impl Seen {
    /// What is seen of a graph.
    pub(crate) fn selection<'g>(&self, graph: &'g StanceGraph) -> Selection<'g> {
        let mut lens = Lens::default();
        if self.from.is_some() || self.to.is_some() {
            let (earliest, latest) = (self.from.map(Date::earliest), self.to.map(Date::latest));
            lens.period = Some(Window { earliest, latest });
        }
        Selection::new(graph, lens)
    }
}
