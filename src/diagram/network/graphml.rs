//! A network as GraphML.

use std::fmt::{self, Write as _};

use crate::analysis::network::Network;

use super::label::{Written, remark, second_end, written};
use crate::diagram::xml::escape;

impl Network {
    /// The network as GraphML, undirected: nodes with `name`, `key`, `kind`, `statements` and, of two sorts, `bipartite` 0
    /// or 1; edges with `weight`.
    ///
    /// Nodes are named by their keys where these may stand as names in XML, by `n0`, `n1` ... otherwise.
    ///
    /// # Source
    /// <http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd>
    pub fn to_graphml(&self) -> String {
        let mut text = String::from(HEAD);
        // Writing to a String cannot fail.
        _ = self.write_graphml(&mut text);
        text
    }

    fn write_graphml(&self, text: &mut String) -> fmt::Result {
        let nodes = written(self);
        writeln!(text, "  <graph id=\"network\" edgedefault=\"undirected\">")?;
        writeln!(text, "    <desc>{}</desc>", escape(&remark(self)))?;
        for node in &nodes {
            write_node(text, node, self.is_one_mode())?;
        }
        for edge in self.edges() {
            let ends = [edge.row as usize, second_end(self, edge.column)].map(|place| nodes.get(place));
            let [Some(source), Some(target)] = ends else { continue };
            writeln!(
                text,
                "    <edge source=\"{}\" target=\"{}\"><data key=\"weight\">{}</data></edge>",
                escape(&source.id),
                escape(&target.id),
                edge.weight
            )?;
        }
        writeln!(text, "  </graph>\n</graphml>")
    }
}

fn write_node(text: &mut String, node: &Written<'_>, is_one_mode: bool) -> fmt::Result {
    write!(text, "    <node id=\"{}\">", escape(&node.id))?;
    write!(text, "<data key=\"name\">{}</data>", escape(&node.member.name))?;
    write!(text, "<data key=\"key\">{}</data>", escape(&node.member.key))?;
    if let Some(kind) = node.member.kind {
        write!(text, "<data key=\"kind\">{kind}</data>")?;
    }
    write!(text, "<data key=\"statements\">{}</data>", node.statements)?;
    if !is_one_mode {
        write!(text, "<data key=\"bipartite\">{}</data>", u8::from(node.second))?;
    }
    writeln!(text, "</node>")
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd">
  <key id="name" for="node" attr.name="name" attr.type="string"/>
  <key id="key" for="node" attr.name="key" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="statements" for="node" attr.name="statements" attr.type="int"/>
  <key id="bipartite" for="node" attr.name="bipartite" attr.type="int"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
"#;
