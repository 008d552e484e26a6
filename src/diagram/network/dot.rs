//! A network in the DOT language of Graphviz.

use std::fmt::{self, Write as _};

use crate::analysis::network::Network;
use crate::diagram::dot::quoted;

use super::label::{second_end, written};

impl Network {
    /// The network as an undirected graph; `neato -Tsvg` draws it. Each edge is labelled with its weight, dashed where that
    /// is below 0, and the heavier the wider.
    ///
    /// Nodes are named `n0`, `n1` ... in their order; of two sorts the second one is drawn as boxes.
    pub fn to_dot(&self) -> String {
        let mut text = String::from(
            "graph network {\n  graph [overlap=false, splines=true]\n  node [fontname=\"Helvetica\"]\n",
        );
        // Writing to a String cannot fail.
        _ = self.write_dot(&mut text);
        text.push_str("}\n");
        text
    }

    fn write_dot(&self, text: &mut String) -> fmt::Result {
        for (place, node) in written(self).iter().enumerate() {
            let shape = if node.second { "box" } else { "ellipse" };
            writeln!(text, "  n{place} [label={}, shape={shape}]", quoted(&node.member.name))?;
        }
        let heaviest = self.edges().iter().map(|edge| edge.weight.abs()).fold(0.0, f64::max);
        for edge in self.edges() {
            let (row, column, weight) = (edge.row, second_end(self, edge.column), edge.weight);
            let width = 0.5 + 4.0 * weight.abs() / heaviest;
            let style = if weight < 0.0 { "dashed" } else { "solid" };
            writeln!(text, "  n{row} -- n{column} [label=\"{weight}\", penwidth={width:.2}, style={style}]")?;
        }
        Ok(())
    }
}
