//! The picture itself: what every format of drawing is written from.

use crate::model::{NodeKind, Polarity};

/// Nodes, edges between them, and groups around some of them; any order in it is the order of the output.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Picture {
    /// The nodes; edges and groups name them by their position here.
    pub nodes: Vec<PictureNode>,
    /// The edges.
    pub edges: Vec<PictureEdge>,
    /// The groups; no node is in two.
    pub groups: Vec<PictureGroup>,
}

/// A node of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PictureNode {
    /// The lasting name: the key of what it stands for.
    pub key: String,
    /// What is written on it.
    pub label: String,
    /// How it is drawn.
    pub figure: Figure,
}

/// What a node of a picture stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Figure {
    /// An actor, nation or proposal.
    Node(NodeKind),
    /// A step of a derivation.
    Step,
}

/// An edge of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PictureEdge {
    /// Where it starts: a position among the nodes.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What is written on it.
    pub label: String,
    /// How it is drawn.
    pub line: Line,
}

/// What an edge of a picture stands for, which says how it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Line {
    /// A stance plainly asserted, with the way it leans.
    Asserted(Option<Polarity>),
    /// A stance put with reserve.
    Hedged(Option<Polarity>),
    /// A stance only hinted at.
    Hinted(Option<Polarity>),
    /// A deed, which makes no position.
    Deed,
    /// A tie, or what a step rests on.
    Tie,
}

/// A frame around some nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PictureGroup {
    /// What is written on it.
    pub label: String,
    /// Its nodes by position, at least two, in rising order.
    pub members: Vec<usize>,
}

impl Line {
    /// Which way the stance leans; `None` for one that takes no side, and for what is no stance.
    pub const fn polarity(self) -> Option<Polarity> {
        match self {
            Self::Asserted(polarity) | Self::Hedged(polarity) | Self::Hinted(polarity) => polarity,
            Self::Deed | Self::Tie => None,
        }
    }

    /// The color it is drawn in, as `#rrggbb`.
    pub(super) const fn color(self) -> &'static str {
        match (self, self.polarity()) {
            (Self::Deed | Self::Tie, _) => "#8a8a8a",
            (_, Some(Polarity::Favor)) => "#1b7837",
            (_, Some(Polarity::Against)) => "#b2182b",
            (_, Some(Polarity::Neutral) | None) => "#555555",
        }
    }
}
