//! A picture as a Mermaid flowchart.

use std::fmt::{self, Write};

use crate::model::NodeKind;
use crate::render::clean;

use super::{Figure, Line, Picture, PictureEdge};

impl Picture {
    /// The picture as a Mermaid flowchart from left to right, as Markdown pages show it in a `mermaid` block.
    ///
    /// Nodes are named `n0`, `n1` ... in their order. Text of the data stands in quotes with every sign that could end
    /// them, or make markup, as an entity; control and direction characters are spelled out.
    ///
    /// # Example
    /// ```
    /// use stancegraph::diagram::Picture;
    /// let answer = stancegraph::datasets::article()?.ask("who supports foreign troops in Ukraine")?;
    /// let mermaid = Picture::of_answer(&answer).to_mermaid();
    /// assert!(mermaid.contains("n2([\"Emmanuel Macron\"])"));
    /// assert!(mermaid.contains("n2 -->|\"supports (hedged)\"| n1"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_mermaid(&self) -> String {
        let mut text = String::from("flowchart LR\n");
        // Writing to a String cannot fail.
        _ = self.write_mermaid(&mut text);
        text
    }

    fn write_mermaid(&self, text: &mut String) -> fmt::Result {
        for (place, node) in self.nodes.iter().enumerate() {
            let (open, close) = brackets(node.figure);
            writeln!(text, "  n{place}{open}{}{close}", quoted(&node.label))?;
        }
        for (number, group) in self.groups.iter().enumerate() {
            writeln!(text, "  subgraph g{number}[{}]", quoted(&group.label))?;
            group.members.iter().try_for_each(|member| writeln!(text, "    n{member}"))?;
            writeln!(text, "  end")?;
        }
        for edge in &self.edges {
            let PictureEdge { from, to, label, .. } = edge;
            let label = if label.is_empty() { String::new() } else { format!("|{}|", quoted(label)) };
            writeln!(text, "  n{from} -->{label} n{to}")?;
        }
        self.write_styles(text)
    }

    /// One line for all edges that are drawn alike, in the order in which each way of drawing comes first.
    fn write_styles(&self, text: &mut String) -> fmt::Result {
        let mut lines: Vec<Line> = Vec::new();
        for edge in &self.edges {
            if !lines.contains(&edge.line) {
                lines.push(edge.line);
            }
        }
        for line in lines {
            let alike = self.edges.iter().enumerate().filter(|(_, edge)| edge.line == line);
            let numbers: Vec<String> = alike.map(|(number, _)| number.to_string()).collect();
            writeln!(text, "  linkStyle {} {}", numbers.join(","), style(line))?;
        }
        Ok(())
    }
}

const fn brackets(figure: Figure) -> (&'static str, &'static str) {
    match figure {
        Figure::Node(NodeKind::Person) => ("([", "])"),
        Figure::Node(NodeKind::Organization) => ("[[", "]]"),
        Figure::Node(NodeKind::Group) => ("{{", "}}"),
        Figure::Node(NodeKind::Proposal | NodeKind::Series | NodeKind::Topic) => ("(", ")"),
        Figure::Node(NodeKind::Nation) | Figure::Step => ("[", "]"),
    }
}

fn style(line: Line) -> String {
    let (width, dashes) = match line {
        Line::Asserted(_) => ("2px", ""),
        Line::Hedged(_) => ("2px", ",stroke-dasharray:8 4"),
        Line::Hinted(_) => ("2px", ",stroke-dasharray:2 4"),
        Line::Deed => ("1px", ",stroke-dasharray:2 4"),
        Line::Tie => ("1px", ""),
    };
    format!("stroke:{},stroke-width:{width}{dashes}", line.color())
}

/// The text in quotes; signs that Mermaid or the page around it would read are entities by number.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in clean(text).chars() {
        match letter {
            '"' => quoted.push_str("#quot;"),
            '#' | '&' | '<' | '>' | '`' | '\\' | '*' | '_' | '~' | '$' | '|' | '[' | ']' | '{' | '}'
            | ';' => {
                _ = write!(quoted, "#{};", u32::from(letter));
            }
            plain => quoted.push(plain),
        }
    }
    quoted.push('"');
    quoted
}
