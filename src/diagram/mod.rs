//! Pictures of answers, graphs and derivations: one value of nodes, edges and groups, written as Mermaid or DOT.
//!
//! | what is drawn | how |
//! |---|---|
//! | a person | rounded ends; a nation: a box; an organization: a box with double sides; a group: a hexagon |
//! | a proposal | a box with rounded corners; a step of a derivation: a box |
//! | a nation or organization and those who speak for it | one frame |
//! | a stance | an arrow labelled with its verb: green in favor, red against, gray for neither |
//! | a position plainly asserted | a solid line; hedged: dashed; hinted, which is no position: dotted |
//! | a deed, which is no position | a thin dotted line labelled `acts` |
//! | a tie: speaks for, is a kind of, ... | a thin gray line |
//!
//! Color never carries a meaning alone: verbs, `hedged` and `hinted` are written on the arrows. Nodes, edges and
//! groups run in the order in which they enter the data, and equal pictures give equal bytes.
//!
//! ```
//! use stancegraph::diagram::Picture;
//! let graph = stancegraph::datasets::article()?;
//! let mermaid = Picture::of_graph(graph).to_mermaid();
//! assert!(mermaid.starts_with("flowchart LR\n"));
//! assert!(mermaid.contains("\"Vladimir Putin\""));
//! # Ok::<(), stancegraph::BuildError>(())
//! ```

mod dot;
mod mermaid;
mod network;
mod of_answer;
mod of_derivation;
mod of_graph;
mod picture;
mod sketch;
pub mod svg;
#[cfg(test)]
mod tests;
mod xml;

pub use network::series_to_gexf;
pub use picture::{Figure, Line, Picture, PictureEdge, PictureGroup, PictureNode};
