//! A network as GEXF, with the days on which what is behind an edge was said.

use std::fmt::{self, Write as _};

use crate::analysis::network::Network;

use super::label::{Written, remark, second_end, written};
use crate::diagram::xml::escape;

impl Network {
    /// The network as GEXF 1.2, undirected: nodes with `key`, `kind`, `statements` and, of two sorts, `bipartite` 0 or 1;
    /// edges with their weight and, as `start` and `end`, the first and the last day on which what is behind them was said.
    ///
    /// An edge without those days rests on what nobody knows the date of. Nodes are named as in
    /// [GraphML](Self::to_graphml).
    ///
    /// # Complexity
    /// That of [`behind`](Self::behind) for every edge.
    ///
    /// # Source
    /// <https://gexf.net/1.2/gexf.xsd>
    pub fn to_gexf(&self) -> String {
        let mut text = String::new();
        // Writing to a String cannot fail.
        _ = self.write_gexf(&mut text);
        text
    }

    fn write_gexf(&self, text: &mut String) -> fmt::Result {
        let nodes = written(self);
        write_head(text, &remark(self))?;
        writeln!(text, "    <nodes>")?;
        for node in &nodes {
            write_node(text, node, self.is_one_mode())?;
        }
        writeln!(text, "    </nodes>\n    <edges>")?;
        for (number, edge) in self.edges().iter().enumerate() {
            let ends = [edge.row as usize, second_end(self, edge.column)].map(|place| nodes.get(place));
            let [Some(source), Some(target)] = ends else { continue };
            let (source, target, weight) = (escape(&source.id), escape(&target.id), edge.weight);
            write!(
                text,
                "      <edge id=\"{number}\" source=\"{source}\" target=\"{target}\" weight=\"{weight}\""
            )?;
            if let Some((first, last)) = self.dates_behind(edge) {
                write!(text, " start=\"{}\" end=\"{}\"", first.day(), last.day())?;
            }
            writeln!(text, "/>")?;
        }
        writeln!(text, "    </edges>\n  </graph>\n</gexf>")
    }
}

/// Everything before the nodes. There is no date of making in it: equal networks give equal bytes.
pub(super) fn write_head(text: &mut String, remark: &str) -> fmt::Result {
    writeln!(text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    write!(text, "<gexf xmlns=\"http://www.gexf.net/1.2draft\"")?;
    write!(text, " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")?;
    write!(
        text,
        " xsi:schemaLocation=\"http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd\""
    )?;
    writeln!(text, " version=\"1.2\">")?;
    writeln!(text, "  <meta>")?;
    writeln!(text, "    <creator>stancegraph {}</creator>", env!("CARGO_PKG_VERSION"))?;
    writeln!(text, "    <description>{}</description>", escape(remark))?;
    writeln!(text, "  </meta>")?;
    writeln!(text, "  <graph defaultedgetype=\"undirected\" mode=\"dynamic\" timeformat=\"date\">")?;
    writeln!(text, "    <attributes class=\"node\" mode=\"static\">")?;
    for (title, kind) in
        [("key", "string"), ("kind", "string"), ("statements", "integer"), ("bipartite", "integer")]
    {
        writeln!(text, "      <attribute id=\"{title}\" title=\"{title}\" type=\"{kind}\"/>")?;
    }
    writeln!(text, "    </attributes>")
}

/// One node with its attributes.
pub(super) fn write_node(text: &mut String, node: &Written<'_>, is_one_mode: bool) -> fmt::Result {
    write!(
        text,
        "      <node id=\"{}\" label=\"{}\"><attvalues>",
        escape(&node.id),
        escape(&node.member.name)
    )?;
    write!(text, "<attvalue for=\"key\" value=\"{}\"/>", escape(&node.member.key))?;
    if let Some(kind) = node.member.kind {
        write!(text, "<attvalue for=\"kind\" value=\"{kind}\"/>")?;
    }
    write!(text, "<attvalue for=\"statements\" value=\"{}\"/>", node.statements)?;
    if !is_one_mode {
        write!(text, "<attvalue for=\"bipartite\" value=\"{}\"/>", u8::from(node.second))?;
    }
    writeln!(text, "</attvalues></node>")
}
