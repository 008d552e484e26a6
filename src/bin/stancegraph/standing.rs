//! `stancegraph standing`: who matters in a network of friends and enemies.

use std::error::Error;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::StanceGraph;
use stancegraph::analysis::signed::SignedNetwork;
use stancegraph::analysis::standing::{
    Betweenness, Counted, Crossing, Degree, PageRank, degrees, eigenvector_centrality, pn_centrality,
};
use stancegraph::model::NodeId;

use crate::data::Data;
use crate::naming::find_all;
use crate::output::tell;
use crate::sheet::{Sheet, Written};
use crate::signing::Signing;

/// Tell who matters in a network of friends and enemies
///
/// A row for each member, the one of highest page rank first: how many friends and enemies it has and their weights, its
/// PN centrality (friends count for it, enemies against it), its page rank (whom many agree with), its betweenness (for what share
/// of all pairs of others it is on the shortest way from friend to friend), its eigenvector centrality (in the thick of
/// agreement) and its place along the main line of conflict. What is not known is left empty. `stancegraph network` lists the ties.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph standing --data nato-accession --nodes nation
  stancegraph standing --data votes.jsonl --nodes nation --from 2019 --to 2019 --less mean --format csv
  stancegraph standing --data nato-accession --nodes nation --near Sweden,Finland")]
pub(crate) struct Standing {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    signing: Signing,
    /// How likely page rank goes on to a friend instead of starting anew
    #[arg(long, value_name = "NUMBER", default_value_t = 0.85)]
    damping: f64,
    /// Page rank starts from these members, by key or name: how near each is to them
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    near: Vec<String>,
    /// How long a way from friend to friend is: steps, or weights: the shorter the more two agree
    #[arg(long, value_name = "HOW", default_value = "steps")]
    across: Crossing,
    #[command(flatten)]
    written: Written,
}

/// Of more members nothing is told that takes their square in memory and their cube in time.
const MOST: usize = 2000;

/// What is told of all members.
struct Told {
    degrees: Vec<Degree>,
    ranks: Vec<f64>,
    pn: Option<Vec<f64>>,
    between: Option<Vec<f64>>,
    eigenvector: Option<Vec<f64>>,
    conflict: Option<Vec<f64>>,
}

impl Standing {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let (_, network) = self.signing.network(&graph)?;
        let told = self.told(&graph, &network)?;
        if network.len() > MOST {
            tell(&format!(
                "note: pn, eigenvector and conflict are left out of networks of more than {MOST} members; narrow it with --holders or --min"
            ));
        }
        for (what, values) in [("friendships", &told.eigenvector), ("conflict", &told.conflict)] {
            if values.is_none() && network.edge_count() > 0 && network.len() <= MOST {
                tell(&format!(
                    "note: no one eigenvector of {what}: there is no such tie, two parts are alike, or signs are so mixed that no line is the main one"
                ));
            }
        }
        self.written.write(&sheet(&network, &told))?;
        Ok(ExitCode::SUCCESS)
    }

    fn told(&self, graph: &StanceGraph, network: &SignedNetwork) -> Result<Told, Box<dyn Error>> {
        let near = find_all(graph, &self.near)?;
        let starts = near.iter().map(|node| place(graph, network, *node)).collect::<Result<Vec<_>, _>>()?;
        let is_small = network.len() <= MOST;
        let eigenvector = |counted| is_small.then(|| eigenvector_centrality(network, counted)).flatten();
        Ok(Told {
            degrees: degrees(network),
            ranks: PageRank::default().damping(self.damping)?.starting_from(starts).of(network)?,
            pn: is_small.then(|| pn_centrality(network)).flatten(),
            between: Betweenness::of(network, self.across).normalized(),
            eigenvector: eigenvector(Counted::Friendships),
            conflict: eigenvector(Counted::Signs),
        })
    }
}

/// The place of a node among the members.
fn place(graph: &StanceGraph, network: &SignedNetwork, node: NodeId) -> Result<usize, String> {
    let node = graph.node(node);
    let found = node.and_then(|node| network.place(node.key.as_str()));
    found.ok_or_else(|| {
        let name = node.map_or_else(String::new, |node| node.name.clone());
        format!("`{name}` is no member of the network; write one that `stancegraph standing` lists")
    })
}

fn sheet(network: &SignedNetwork, told: &Told) -> Sheet {
    let mut sheet = Sheet::new(&[
        "key",
        "name",
        "friends",
        "enemies",
        "friendship",
        "enmity",
        "pn",
        "page_rank",
        "betweenness",
        "eigenvector",
        "conflict",
    ]);
    let mut order: Vec<usize> = (0..network.len()).collect();
    order.sort_by(|&a, &b| told.ranks[b].total_cmp(&told.ranks[a]).then(a.cmp(&b)));
    for place in order {
        let (member, degree) = (&network.members()[place], told.degrees[place]);
        let of = |values: &Option<Vec<f64>>| values.as_ref().map_or(Value::Null, |all| all[place].into());
        sheet.add([
            member.key.clone().into(),
            member.name.clone().into(),
            degree.friends.into(),
            degree.enemies.into(),
            degree.friendship.into(),
            degree.enmity.into(),
            of(&told.pn),
            told.ranks[place].into(),
            of(&told.between),
            of(&told.eigenvector),
            of(&told.conflict),
        ]);
    }
    sheet
}
