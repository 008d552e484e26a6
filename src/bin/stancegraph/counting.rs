//! Which statements a network is made of, and under whose name they are counted.

use std::collections::BTreeSet;
use std::error::Error;

use clap::ValueEnum;
use stancegraph::analysis::network::{Duplicates, Isolates, Mode, Networks, Nodes, Over, Qualifier, Rules};
use stancegraph::model::{Node, NodeId, NodeKind, TieKind};
use stancegraph::position::{Lens, Selection};
use stancegraph::{Date, StanceGraph};

use crate::naming::{find, find_all};

/// Which statements count, and how.
#[derive(Debug, clap::Args)]
pub(crate) struct Counting {
    /// Under whose name statements are counted; `target` joins targets by who has statements on both
    #[arg(long, value_enum, value_name = "NODES", default_value = "holder")]
    pub(crate) nodes: Counted,
    /// Which of several like statements count: include, or one a document, week, month, year or range
    #[arg(long, value_name = "HOW", default_value = "include")]
    duplicates: Duplicates,
    /// What of a statement is its qualifier: side, degree, stance or none
    #[arg(long, value_name = "WHAT", default_value = "side")]
    qualifier: Qualifier,
    /// Over statements, or over positions
    #[arg(long, value_name = "WHAT", default_value = "statements")]
    over: Over,
    /// Only what was certainly said on this date or later
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// Only what was certainly said on this date or earlier
    #[arg(long, value_name = "DATE")]
    to: Option<Date>,
    /// Only these holders (nations, organizations: what statements are counted under), by key or name
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    holders: Vec<String>,
    /// All holders but these
    #[arg(long, value_name = "A,B", value_delimiter = ',', conflicts_with = "holders")]
    except_holders: Vec<String>,
    /// Only holders of this kind: person, organization, group or nation; may be given more than once
    #[arg(long, value_name = "KIND")]
    holder_kind: Vec<NodeKind>,
    /// Only these targets, by key or name
    #[arg(long, value_name = "X,Y", value_delimiter = ',')]
    targets: Vec<String>,
    /// All targets but these
    #[arg(long, value_name = "X,Y", value_delimiter = ',', conflicts_with = "targets")]
    except_targets: Vec<String>,
    /// Only targets that are about this topic, by key or name
    #[arg(long, value_name = "TOPIC")]
    about: Option<String>,
    /// Only nodes with at least so many statements
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    minimum: u32,
    /// Show nodes without a statement left, too
    #[arg(long)]
    isolates: bool,
    /// Count as another program does, to compare with its results
    #[arg(long, value_enum, value_name = "PROGRAM")]
    compat: Option<Program>,
}

/// Under whose name statements are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Counted {
    Holder,
    Target,
    Nation,
    Organization,
    Source,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Program {
    /// Discourse Network Analyzer 3.1.2
    Dna,
}

impl Counting {
    /// Networks of a graph over what is wanted; of holders, or of targets where those are counted.
    pub(crate) fn networks<'g>(&self, graph: &'g StanceGraph) -> Result<Networks<'g>, Box<dyn Error>> {
        let mut networks = Networks::of(&Selection::new(graph, Lens::default()))
            .mode(if self.nodes == Counted::Target { Mode::Targets } else { Mode::Holders })
            .nodes(self.nodes.into())
            .duplicates(self.duplicates)
            .qualifier(self.qualifier)
            .over(self.over)
            .at_least(self.minimum)
            .isolates(if self.isolates { Isolates::Kept } else { Isolates::Dropped })
            .rules(if self.compat.is_some() { Rules::Dna } else { Rules::Sound });
        if let Some(date) = self.from {
            networks = networks.from(date);
        }
        if let Some(date) = self.to {
            networks = networks.to(date);
        }
        self.of_these(graph, networks)
    }

    /// Leaves out holders and targets that are not wanted.
    fn of_these<'g>(
        &self,
        graph: &'g StanceGraph,
        mut networks: Networks<'g>,
    ) -> Result<Networks<'g>, Box<dyn Error>> {
        let picked =
            !(self.holders.is_empty() && self.except_holders.is_empty() && self.holder_kind.is_empty());
        if picked && self.nodes == Counted::Source {
            return Err("sources are no holders; leave out --holders, --except-holders and --holder-kind, or give another --nodes".into());
        }
        let holders = Picked::new(graph, &self.holders, &self.except_holders)?;
        let kinds = self.holder_kind.clone();
        if picked {
            let fits = move |node: &Node| kinds.is_empty() || kinds.contains(&node.kind());
            networks = networks.holders_where(|node| fits(node) && holders.takes(graph, node));
        }
        let targets = Picked::new(graph, &self.targets, &self.except_targets)?;
        let about = self.about.as_ref().map(|topic| find(graph, topic)).transpose()?;
        if about.is_some() || !(self.targets.is_empty() && self.except_targets.is_empty()) {
            networks = networks.targets_where(|node| {
                targets.takes(graph, node) && about.is_none_or(|topic| is_about(graph, node, topic))
            });
        }
        Ok(networks)
    }
}

/// Nodes that are wanted, or all but some.
struct Picked {
    only: Option<BTreeSet<NodeId>>,
    except: BTreeSet<NodeId>,
}

impl Picked {
    fn new(graph: &StanceGraph, only: &[String], except: &[String]) -> Result<Self, String> {
        let set = |names: &[String]| -> Result<BTreeSet<NodeId>, String> {
            Ok(find_all(graph, names)?.into_iter().collect())
        };
        let only = if only.is_empty() { None } else { Some(set(only)?) };
        Ok(Self { only, except: set(except)? })
    }

    fn takes(&self, graph: &StanceGraph, node: &Node) -> bool {
        graph.find(node.key.as_str()).is_some_and(|id| {
            self.only.as_ref().is_none_or(|only| only.contains(&id)) && !self.except.contains(&id)
        })
    }
}

fn is_about(graph: &StanceGraph, node: &Node, topic: NodeId) -> bool {
    let ties = graph.find(node.key.as_str()).into_iter().flat_map(|id| graph.ties_from(id, TieKind::About));
    ties.filter_map(|tie| graph.tie(tie)).any(|tie| tie.to == topic)
}

impl From<Counted> for Nodes {
    fn from(counted: Counted) -> Self {
        match counted {
            Counted::Holder | Counted::Target => Self::Holders,
            Counted::Nation => Self::Nations,
            Counted::Organization => Self::Organizations,
            Counted::Source => Self::Sources,
        }
    }
}
