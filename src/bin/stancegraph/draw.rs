//! `stancegraph draw`: pictures as standalone SVG.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};
use stancegraph::StanceGraph;
use stancegraph::analysis::camps::Camps;
use stancegraph::diagram::svg::{HeatMap, NetworkPicture, SupportPicture, Theme, TimelinePicture};
use stancegraph::model::{NodeId, NodeKind};

use crate::data::Data;
use crate::listing::By;
use crate::naming::{find, find_all};
use crate::output::print_to;
use crate::seen::Seen;
use crate::signing::Signing;

/// Draw a picture as a standalone SVG file
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph draw network --data es-11-1 --nodes nation --camps --out vote.svg
  stancegraph draw timeline --data nato-accession Türkiye --out turkey.svg
  stancegraph draw support --data nato-accession \"Sweden's accession to NATO\" --theme dark --out sweden.svg
  stancegraph draw heat-map --data nato-accession --by nation --out board.svg")]
pub(crate) struct Draw {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Who stands with whom
    Network(Box<Network>),
    /// Where a holder stood, and since when
    Timeline(Of),
    /// How the support of a proposal went, month by month
    Support(Of),
    /// Who stands where on what: holders by proposals
    HeatMap(HeatMapOf),
}

/// How it looks, and where it goes.
#[derive(Debug, clap::Args)]
struct Look {
    /// What is written above the picture
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Light, dark, or as whoever looks at it has set
    #[arg(long, value_enum, value_name = "THEME", default_value = "auto")]
    theme: Scheme,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Scheme {
    Auto,
    Light,
    Dark,
}

#[derive(Debug, clap::Args)]
struct Network {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    signing: Signing,
    /// Show the camps
    #[arg(long)]
    camps: bool,
    #[command(flatten)]
    look: Look,
}

/// Of whom, or of what.
#[derive(Debug, clap::Args)]
struct Of {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    seen: Seen,
    #[command(flatten)]
    look: Look,
    /// The holder, or the proposal, by key or name
    #[arg(value_name = "NAME")]
    name: String,
}

#[derive(Debug, clap::Args)]
struct HeatMapOf {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    seen: Seen,
    /// Positions of nations instead of speakers
    #[arg(long, value_enum, value_name = "WHOM")]
    by: Option<By>,
    /// Only these proposals, by key or name
    #[arg(long, value_name = "X,Y", value_delimiter = ',')]
    targets: Vec<String>,
    #[command(flatten)]
    look: Look,
}

impl Draw {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        match &self.what {
            What::Network(network) => network.run(),
            What::Timeline(of) => of.timeline(),
            What::Support(of) => of.support(),
            What::HeatMap(of) => of.run(),
        }?;
        Ok(ExitCode::SUCCESS)
    }
}

impl Of {
    /// The node that is named, which has to be of a kind that can be drawn.
    fn node(&self, graph: &StanceGraph, fits: fn(NodeKind) -> bool, why: &str) -> Result<NodeId, String> {
        let found = find(graph, &self.name)?;
        match graph.node(found) {
            Some(node) if !fits(node.kind()) => Err(format!("`{}` is a {}; {why}", self.name, node.kind())),
            _ => Ok(found),
        }
    }

    fn timeline(&self) -> Result<(), Box<dyn Error>> {
        let graph = self.data.graph()?;
        let holder = self.node(&graph, NodeKind::is_holder, "a timeline is of an actor or nation")?;
        let picture = TimelinePicture::of(&self.seen.selection(&graph), holder);
        let picture = picture.theme(self.look.theme.into());
        self.look.write(&self.look.titled(picture, TimelinePicture::title).to_svg())
    }

    fn support(&self) -> Result<(), Box<dyn Error>> {
        let graph = self.data.graph()?;
        let target = self.node(&graph, |kind| !kind.is_holder(), "support is of a proposal")?;
        let picture = SupportPicture::of(&self.seen.selection(&graph), target);
        let picture = picture.theme(self.look.theme.into());
        self.look.write(&self.look.titled(picture, SupportPicture::title).to_svg())
    }
}

impl HeatMapOf {
    fn run(&self) -> Result<(), Box<dyn Error>> {
        let graph = self.data.graph()?;
        let selection = self.seen.selection(&graph);
        let listing = By::listing(self.by);
        let picture = match find_all(&graph, &self.targets)? {
            targets if targets.is_empty() => HeatMap::of(&selection, listing),
            targets => HeatMap::on(&selection, &targets, listing),
        };
        let picture = picture.theme(self.look.theme.into());
        self.look.write(&self.look.titled(picture, HeatMap::title).to_svg())
    }
}

impl Look {
    /// A picture under the title that was given.
    fn titled<P>(&self, picture: P, title: impl Fn(P, String) -> P) -> P {
        match &self.title {
            Some(text) => title(picture, text.clone()),
            None => picture,
        }
    }

    fn write(&self, svg: &str) -> Result<(), Box<dyn Error>> {
        print_to(self.out.as_deref(), svg)
    }
}

impl Network {
    fn run(&self) -> Result<(), Box<dyn Error>> {
        let graph = self.data.graph()?;
        if self.signing.is_beyond_a_level() && !self.camps {
            return Err(
                "ties are drawn as they are, and --less is for camps; add --camps, or leave --less out"
                    .into(),
            );
        }
        let (network, signed) = self.signing.network(&graph)?;
        let mut picture = NetworkPicture::of(&network).theme(self.look.theme.into());
        if self.camps {
            let camps = Camps::of(&signed);
            let keys =
                |camp: usize| camps.members_of(camp).map(|member| member.key.clone()).collect::<Vec<_>>();
            picture = picture.camps((0..camps.camps().len()).map(keys));
        }
        self.look.write(&self.look.titled(picture, NetworkPicture::title).to_svg())
    }
}

impl From<Scheme> for Theme {
    fn from(scheme: Scheme) -> Self {
        match scheme {
            Scheme::Auto => Self::Auto,
            Scheme::Light => Self::Light,
            Scheme::Dark => Self::Dark,
        }
    }
}
