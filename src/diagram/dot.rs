//! A picture in the DOT language of Graphviz.

use std::fmt::{self, Write};

use crate::model::NodeKind;
use crate::render::clean;

use super::{Figure, Line, Picture};

impl Picture {
    /// The picture as a directed graph from left to right; `dot -Tsvg` draws it.
    ///
    /// Nodes are named `n0`, `n1` ... in their order, groups `cluster0`, `cluster1` ... Text of the data stands in
    /// quoted strings; control and direction characters are spelled out.
    ///
    /// # Example
    /// ```
    /// use stancegraph::diagram::Picture;
    /// let answer = stancegraph::datasets::article()?.ask("who supports foreign troops in Ukraine")?;
    /// let dot = Picture::of_answer(&answer).to_dot();
    /// assert!(dot.contains("n2 [label=\"Emmanuel Macron\""));
    /// assert!(dot.contains("n2 -> n1 [label=\"supports (hedged)\""));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_dot(&self) -> String {
        let mut text = String::from(HEAD);
        // Writing to a String cannot fail.
        _ = self.write_dot(&mut text);
        text.push_str("}\n");
        text
    }

    fn write_dot(&self, text: &mut String) -> fmt::Result {
        for (place, node) in self.nodes.iter().enumerate() {
            writeln!(text, "  n{place} [label={}, {}]", quoted(&node.label), shape(node.figure))?;
        }
        for (number, group) in self.groups.iter().enumerate() {
            writeln!(text, "  subgraph cluster{number} {{")?;
            writeln!(text, "    label={}", quoted(&group.label))?;
            let members: Vec<String> = group.members.iter().map(|member| format!("n{member}")).collect();
            writeln!(text, "    {}", members.join("; "))?;
            writeln!(text, "  }}")?;
        }
        for edge in &self.edges {
            let (label, style) = (quoted(&edge.label), style(edge.line));
            writeln!(text, "  n{} -> n{} [label={label}, {style}]", edge.from, edge.to)?;
        }
        Ok(())
    }
}

const HEAD: &str = "digraph stances {
  graph [rankdir=LR, fontname=\"Helvetica\", fontsize=11, nodesep=0.3, ranksep=1.4, color=\"#bbbbbb\"]
  node [fontname=\"Helvetica\", fontsize=11, color=\"#555555\"]
  edge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.7]
";

const fn shape(figure: Figure) -> &'static str {
    match figure {
        Figure::Node(NodeKind::Person) => "shape=ellipse",
        Figure::Node(NodeKind::Organization) => "shape=box, peripheries=2",
        Figure::Node(NodeKind::Group) => "shape=hexagon",
        Figure::Node(NodeKind::Proposal | NodeKind::Series | NodeKind::Topic) => "shape=box, style=rounded",
        Figure::Node(NodeKind::Nation) | Figure::Step => "shape=box",
    }
}

fn style(line: Line) -> String {
    let (style, width) = match line {
        Line::Asserted(_) => ("solid", "1.5"),
        Line::Hedged(_) => ("dashed", "1.5"),
        Line::Hinted(_) => ("dotted", "1.5"),
        Line::Deed => ("dotted", "0.8"),
        Line::Tie => ("solid", "0.8"),
    };
    let color = line.color();
    format!("style={style}, penwidth={width}, color=\"{color}\", fontcolor=\"{color}\"")
}

/// A quoted string: quotes and backslashes have a backslash, so that no text ends it. Long texts take several lines.
pub(super) fn quoted(text: &str) -> String {
    let escaped = clean(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", broken(&escaped, 28))
}

/// The words in lines of about this many characters; a longer word has a line of its own.
fn broken(text: &str, width: usize) -> String {
    let mut broken = String::new();
    let mut length = 0;
    for word in text.split(' ') {
        let needed = word.chars().count();
        match length {
            0 => length = needed,
            _ if length + needed < width => {
                broken.push(' ');
                length += 1 + needed;
            }
            _ => {
                broken.push_str("\\n");
                length = needed;
            }
        }
        broken.push_str(word);
    }
    broken
}
