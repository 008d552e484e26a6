//! `stancegraph standing`: who matters in a network of friends and enemies.

use std::error::Error;
use std::process::ExitCode;

use serde_json::Value;
use stancegraph::analysis::signed::SignedNetwork;
use stancegraph::analysis::standing::{
    Betweenness, Counted, Crossing, Degree, PageRank, degrees, eigenvector_centrality, pn_centrality,
};

use crate::data::Data;
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
        let told = self.told(&network)?;
        for (what, values) in [("friendships", &told.eigenvector), ("conflict", &told.conflict)] {
            if values.is_none() && network.edge_count() > 0 {
                tell(&format!(
                    "note: no one eigenvector of {what}: there is no such tie, or two parts are alike"
                ));
            }
        }
        self.written.write(&sheet(&network, &told))?;
        Ok(ExitCode::SUCCESS)
    }

    fn told(&self, network: &SignedNetwork) -> Result<Told, Box<dyn Error>> {
        let starts =
            self.near.iter().map(|name| place(network, name.trim())).collect::<Result<Vec<_>, _>>()?;
        Ok(Told {
            degrees: degrees(network),
            ranks: PageRank::default().damping(self.damping)?.starting_from(starts).of(network)?,
            pn: pn_centrality(network),
            between: Betweenness::of(network, self.across).normalized(),
            eigenvector: eigenvector_centrality(network, Counted::Friendships),
            conflict: eigenvector_centrality(network, Counted::Signs),
        })
    }
}

/// The member of a key or name.
fn place(network: &SignedNetwork, name: &str) -> Result<usize, String> {
    let by_name = || network.members().iter().position(|member| member.name == name);
    network.place(name).or_else(by_name).ok_or_else(|| {
        format!("`{name}` is no member of the network; write the key or the name of one, as `stancegraph standing` lists them")
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
