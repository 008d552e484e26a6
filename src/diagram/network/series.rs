//! A series of networks as one GEXF file whose weights change over time.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use crate::analysis::network::{Frame, Member, Network};

use super::gexf::{write_head, write_node};
use super::label::{remark, second_end, written};
use super::xml::escape;

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

/// A weight while its window lasts.
type Spell = (Frame, f64);

fn write_series(text: &mut String, series: &[Network]) -> fmt::Result {
    let told = series.first().map(remark).unwrap_or_default();
    write_head(text, &format!("{} windows, the first: {told}", series.len()))?;
    writeln!(text, "    <attributes class=\"edge\" mode=\"dynamic\">")?;
    writeln!(text, "      <attribute id=\"weight\" title=\"weight\" type=\"double\"/>\n    </attributes>")?;
    // Nodes are named by their place among all of the series, since a window may lack some.
    let mut nodes: BTreeMap<(bool, &Member), usize> = BTreeMap::new();
    for network in series {
        for node in written(network) {
            nodes.entry((node.second, node.member)).or_insert(0);
        }
    }
    (0..).zip(nodes.values_mut()).for_each(|(number, place)| *place = number);
    writeln!(text, "    <nodes>")?;
    let counts = counts(series);
    for (key, place) in &nodes {
        let statements = counts.get(key).copied().unwrap_or_default();
        let node =
            super::label::Written { id: format!("n{place}"), member: key.1, statements, second: key.0 };
        let is_one_mode = series.iter().all(Network::is_one_mode);
        write_node(text, &node, is_one_mode)?;
    }
    writeln!(text, "    </nodes>\n    <edges>")?;
    for (number, ((left, right), spells)) in edges(series, &nodes).into_iter().enumerate() {
        writeln!(text, "      <edge id=\"{number}\" source=\"n{left}\" target=\"n{right}\">")?;
        write_spells(text, series, &spells)?;
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
        let own = written(network);
        let place = |at: usize| own.get(at).and_then(|node| nodes.get(&(node.second, node.member)).copied());
        for edge in network.edges() {
            let ends = (place(edge.row as usize), place(second_end(network, edge.column)));
            if let (Some(left), Some(right)) = ends {
                edges.entry((left, right)).or_default().push((frame, edge.weight));
            }
        }
    }
    edges
}

fn write_spells(text: &mut String, series: &[Network], spells: &[Spell]) -> fmt::Result {
    let next = |frame: Frame| {
        let later = series.iter().filter_map(Network::frame).find(|other| other.time > frame.time);
        later.map_or(frame.stop, |later| later.time)
    };
    writeln!(text, "        <attvalues>")?;
    for (frame, weight) in spells {
        let (start, end) = (frame.time.day(), next(*frame).day());
        writeln!(
            text,
            "          <attvalue for=\"weight\" value=\"{weight}\" start=\"{start}\" end=\"{end}\"/>"
        )?;
    }
    writeln!(text, "        </attvalues>\n        <spells>")?;
    for (frame, _) in spells {
        writeln!(
            text,
            "          <spell start=\"{}\" end=\"{}\"/>",
            frame.time.day(),
            escape(&next(*frame).day().to_string())
        )?;
    }
    writeln!(text, "        </spells>")
}
