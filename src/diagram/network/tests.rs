//! Networks in files: windows in one file, and names that try to break out.

use crate::analysis::Unit;
use crate::analysis::network::{CodedStatement, Coding, Level, Moving, Network, Scale, Settings};

use super::series_to_gexf;

/// A series over two months: Ada and Bob agree in the first one, Bob and a name that needs escaping in both.
fn series() -> Vec<Network> {
    let mut coding = Coding::new(Scale::sides());
    let rows = [
        ("Ada", "relief", "2020-01-01"),
        ("Bob", "relief", "2020-01-02"),
        ("<C & \"co\">", "relief", "2020-01-30"),
        ("Bob", "relief", "2020-02-20"),
        ("<C & \"co\">", "relief", "2020-03-01"),
    ];
    for (id, (holder, target, day)) in (1..).zip(rows) {
        let (level, time) = (Level::Favor(true), Some(day.parse().unwrap()));
        coding
            .add(CodedStatement { id, holder, target, level, time, document: None, place: (0, 0) })
            .unwrap();
    }
    coding.moving(&Settings::default(), Moving::new(2, Unit::Weeks)).unwrap()
}

#[test]
fn a_series_is_one_file_with_a_weight_for_each_window() {
    let series = series();
    assert_eq!(series.len(), 7, "two weeks to either side, from the 1st of January to the 1st of March");
    let gexf = series_to_gexf(&series);
    assert!(gexf.contains("label=\"&lt;C &amp; &quot;co&quot;&gt;\""), "{gexf}");
    assert_eq!(gexf.matches("<node ").count(), 3);
    let edges: Vec<(u32, u32)> = series
        .iter()
        .flat_map(|network| network.edges().iter().map(|edge| (edge.row, edge.column)))
        .collect();
    assert_eq!(gexf.matches("<spell ").count(), edges.len());
    assert!(
        gexf.contains("<attvalue for=\"weight\" value=\"1\" start=\"2020-01-08\" end=\"2020-01-15\"/>"),
        "{gexf}"
    );
}

#[test]
fn names_that_end_a_field_or_a_tag_do_not() {
    let network = &series()[3];
    let names: Vec<&str> = network.rows().iter().map(|member| member.name.as_str()).collect();
    assert!(names.contains(&"<C & \"co\">"), "{names:?}");
    assert!(network.to_csv().contains("\"<C & \"\"co\"\">\""), "{}", network.to_csv());
    assert!(network.to_graphml().contains("<data key=\"name\">&lt;C &amp; &quot;co&quot;&gt;</data>"));
    assert!(network.to_graphml().contains("<node id=\"n0\">"), "a key that is no name in XML names no node");
    assert!(network.to_dot().contains("label=\"<C & \\\"co\\\">\""), "{}", network.to_dot());
}
