//! A series of networks as one GEXF file whose weights change over time.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use crate::analysis::Time;
use crate::analysis::network::{Member, Network};

use super::gexf::{write_head, write_node};
use super::label::{Written, remark, second_end, written};

/// A series of networks, as [`Networks::moving`](crate::analysis::network::Networks::moving) makes it, as one GEXF
/// file: each edge has its weight in each window from the middle of that window to the middle of the next, and is there only
/// in windows in which it has one.
///
/// # Source
/// <https://gexf.net/1.2/gexf.xsd>
pub fn series_to_gexf(series: &[Network]) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    _ = write_series(&mut text, series);
    text
}

/// A weight from the middle of its window to that of the next.
type Spell = (Time, Time, f64);

fn write_series(text: &mut String, series: &[Network]) -> fmt::Result {
    let told = series.first().map(remark).unwrap_or_default();
    write_head(text, &format!("{} windows, the first: {told}", series.len()))?;
    writeln!(text, "    <attributes class=\"edge\" mode=\"dynamic\">")?;
    writeln!(text, "      <attribute id=\"weight\" title=\"weight\" type=\"double\"/>\n    </attributes>")?;
    // Nodes are named by their place among all of the series, since a window may lack some.
    let counts = counts(series);
    let nodes: BTreeMap<(bool, &Member), usize> = counts.keys().copied().zip(0..).collect();
    let is_one_mode = series.iter().all(Network::is_one_mode);
    writeln!(text, "    <nodes>")?;
    for (place, (&(second, member), &statements)) in counts.iter().enumerate() {
        let node = Written { id: format!("n{place}"), member, statements, second };
        write_node(text, &node, is_one_mode)?;
    }
    writeln!(text, "    </nodes>\n    <edges>")?;
    for (number, ((left, right), spells)) in edges(series, &nodes).into_iter().enumerate() {
        writeln!(text, "      <edge id=\"{number}\" source=\"n{left}\" target=\"n{right}\">")?;
        write_spells(text, &spells)?;
        writeln!(text, "      </edge>")?;
    }
    writeln!(text, "    </edges>\n  </graph>\n</gexf>")
}

/// The most statements that a node has in a window.
fn counts(series: &[Network]) -> BTreeMap<(bool, &Member), usize> {
    let mut counts = BTreeMap::new();
    for node in series.iter().flat_map(written) {
        let most = counts.entry((node.second, node.member)).or_insert(0);
        *most = node.statements.max(*most);
    }
    counts
}

fn edges(
    series: &[Network],
    nodes: &BTreeMap<(bool, &Member), usize>,
) -> BTreeMap<(usize, usize), Vec<Spell>> {
    let mut edges: BTreeMap<(usize, usize), Vec<Spell>> = BTreeMap::new();
    for network in series {
        let Some(frame) = network.frame() else { continue };
        let later = series.iter().filter_map(Network::frame).find(|other| other.time > frame.time);
        let end = later.map_or(frame.stop, |later| later.time);
        let own = written(network);
        let place = |at: usize| own.get(at).and_then(|node| nodes.get(&(node.second, node.member)).copied());
        for edge in network.edges() {
            let ends = (place(edge.row as usize), place(second_end(network, edge.column)));
            if let (Some(left), Some(right)) = ends {
                edges.entry((left, right)).or_default().push((frame.time, end, edge.weight));
            }
        }
    }
    edges
}

fn write_spells(text: &mut String, spells: &[Spell]) -> fmt::Result {
    writeln!(text, "        <attvalues>")?;
    for (start, end, weight) in spells {
        let (start, end) = (start.day(), end.day());
        writeln!(
            text,
            "          <attvalue for=\"weight\" value=\"{weight}\" start=\"{start}\" end=\"{end}\"/>"
        )?;
    }
    writeln!(text, "        </attvalues>\n        <spells>")?;
    for (start, end, _) in spells {
        writeln!(text, "          <spell start=\"{}\" end=\"{}\"/>", start.day(), end.day())?;
    }
    writeln!(text, "        </spells>")
}
