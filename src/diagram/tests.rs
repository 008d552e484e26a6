//! Pictures of small answers, of the bundled article, and of texts that try to break out.

use super::{Figure, Line, Picture, PictureEdge, PictureGroup, PictureNode};
use crate::model::{NodeKind, Polarity};
use crate::render::fixture::{graph, position_of, statement, who_on_relief};

fn edges(picture: &Picture) -> Vec<String> {
    let name = |place: usize| picture.nodes[place].key.as_str();
    picture.edges.iter().map(|edge| format!("{} {} {}", name(edge.from), edge.label, name(edge.to))).collect()
}

#[test]
fn a_finding_is_drawn_with_the_way_it_follows() {
    let said = vec![
        statement("s1", "ada", "rejects", "swap").on_behalf_of("KEN"),
        statement("s2", "bloc", "rejects", "relief"),
    ];
    let picture = Picture::of_answer(&who_on_relief(said, Polarity::Against));
    assert_eq!(
        edges(&picture),
        [
            "bloc rejects relief",
            "ada rejects swap",
            "ada speaks for KEN",
            "swap kind of relief",
            "CHL member of bloc",
        ]
    );
    assert_eq!(picture.groups, [PictureGroup { label: "Kenya".into(), members: vec![2, 4] }]);
}

#[test]
fn both_sides_of_a_mixed_position_are_drawn() {
    let both =
        vec![statement("s1", "KEN", "supports", "relief"), statement("s2", "KEN", "rejects", "relief")];
    let picture = Picture::of_answer(&position_of("KEN", both));
    assert_eq!(edges(&picture), ["KEN supports relief", "KEN rejects relief"]);
}

#[test]
fn hedges_hints_and_deeds_look_different() {
    let put = |id, modality: &str, act: &str| {
        let mut one = statement(id, "KEN", "supports", "relief");
        one.modality = Some(modality.into());
        one.act = Some(act.into());
        one
    };
    let all = vec![
        put("s1", "asserted", "said"),
        put("s2", "hedged", "said"),
        put("s3", "hinted", "said"),
        put("s4", "asserted", "did"),
        put("s5", "asserted", "voted"),
    ];
    let picture = Picture::of_graph(&graph(all));
    let drawn: Vec<(&str, Line)> =
        picture.edges.iter().map(|edge| (edge.label.as_str(), edge.line)).take(4).collect();
    let favor = Some(Polarity::Favor);
    assert_eq!(
        drawn,
        [
            ("supports, supports (vote)", Line::Asserted(favor)),
            ("supports (hedged)", Line::Hedged(favor)),
            ("supports (hinted)", Line::Hinted(favor)),
            ("acts (supports)", Line::Deed),
        ]
    );
}

#[test]
fn nodes_without_a_statement_or_a_tie_are_left_out() {
    let picture = Picture::of_graph(&graph(vec![statement("s1", "ada", "rejects", "swap")]));
    let keys: Vec<&str> = picture.nodes.iter().map(|node| node.key.as_str()).collect();
    assert_eq!(keys, ["ada", "swap", "relief", "KEN"]);
}

#[test]
fn the_article_fits_a_page() {
    let picture = Picture::of_graph(crate::datasets::article().unwrap());
    assert_eq!((picture.nodes.len(), picture.edges.len(), picture.groups.len()), (33, 39, 5));
    let edges = edges(&picture);
    for expected in [
        "vladimir-putin rejects foreign-troops-in-ukraine",
        "vladimir-putin speaks for RUS",
        "emmanuel-macron supports (hedged) foreign-troops-in-ukraine",
        "donald-trump supports (hinted) air-support-for-ukraine",
        "UKR demands, supports ceasefire",
        "ground-troops-in-ukraine kind of foreign-troops-in-ukraine",
        "GBR leads paris-pledge-nations",
    ] {
        assert!(edges.iter().any(|edge| edge == expected), "{expected}: {edges:#?}");
    }
}

fn labelled(label: &str) -> Picture {
    let node = |kind| PictureNode { key: "x".into(), label: label.into(), figure: Figure::Node(kind) };
    Picture {
        nodes: vec![node(NodeKind::Person), node(NodeKind::Nation)],
        edges: vec![PictureEdge { from: 0, to: 1, label: label.into(), line: Line::Deed }],
        groups: vec![PictureGroup { label: label.into(), members: vec![0, 1] }],
    }
}

#[test]
fn mermaid_reads_text_of_the_data_as_text() {
    let evil = "a\"] --> b\n%%{init: {}}%% <b>#1;|`x` &amp; \u{202e}";
    let expected = r#"flowchart LR
  n0(["LABEL"])
  n1["LABEL"]
  subgraph g0["LABEL"]
    n0
    n1
  end
  n0 -->|"LABEL"| n1
  linkStyle 0 stroke:#8a8a8a,stroke-width:1px,stroke-dasharray:2 4
"#;
    let label = "a#quot;#93; --#62; b %%#123;init: #123;#125;#125;%% #60;b#62;#35;1#59;#124;#96;x#96; #38;amp#59; \
                 #92;u#123;202e#125;";
    assert_eq!(labelled(evil).to_mermaid(), expected.replace("LABEL", label));
}

#[test]
fn dot_reads_text_of_the_data_as_text() {
    let dot = labelled("a\"];\n\\N \u{1b}").to_dot();
    assert_eq!(dot.matches(r#"="a\"]; \\N \\u{1b}""#).count(), 4, "{dot}");
}

#[test]
fn long_texts_take_several_lines_in_dot() {
    let dot = labelled("regard for strategic concerns in any lasting peace").to_dot();
    assert!(dot.contains(r#"n0 [label="regard for strategic\nconcerns in any lasting\npeace", "#), "{dot}");
}
