//! The picture of a derivation.

use crate::graph::StanceGraph;
use crate::position::Derivation;
use crate::render::step;

use super::{Figure, Line, Picture, PictureEdge, PictureNode};

impl Picture {
    /// A derivation as a tree: each step rests on those its edges lead to, down to statements, quotes, ties, paths and
    /// filters.
    ///
    /// # Example
    /// ```
    /// use stancegraph::diagram::Picture;
    /// let graph = stancegraph::datasets::article()?;
    /// let answer = graph.ask("who opposes foreign troops in Ukraine")?;
    /// let finding = answer.findings()[0];
    /// let picture = Picture::of_derivation(graph, finding.derivation());
    /// assert_eq!(picture.nodes[0].label, "the holder's own word");
    /// assert_eq!((picture.nodes.len(), picture.edges.len()), (3, 2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_derivation(graph: &StanceGraph, derivation: &Derivation) -> Self {
        let mut picture = Self::default();
        grow(&mut picture, graph, derivation);
        picture
    }
}

fn grow(picture: &mut Picture, graph: &StanceGraph, derivation: &Derivation) -> usize {
    let place = picture.nodes.len();
    let key = format!("step-{}", place + 1);
    picture.nodes.push(PictureNode { key, label: step(graph, &derivation.step), figure: Figure::Step });
    for part in &derivation.from {
        let to = grow(picture, graph, part);
        picture.edges.push(PictureEdge { from: place, to, label: "rests on".into(), line: Line::Tie });
    }
    place
}
