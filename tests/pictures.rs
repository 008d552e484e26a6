//! Pictures as SVG: well formed, escaped, the same each time, and honest about what they leave out.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::analysis::network::{Aggregation, CodedStatement, Coding, Level, Network, Scale, Settings};
use stancegraph::diagram::svg::{HeatMap, NetworkPicture, SupportPicture, Theme, TimelinePicture};
use stancegraph::model::draft::{Draft, NodeDraft, StatementDraft};
use stancegraph::model::{NodeId, NodeKind};
use stancegraph::position::{Lens, Selection};
use stancegraph::query::Listing;
use stancegraph::{GraphBuilder, Stance, StanceGraph, datasets};

#[path = "../examples/pictures.rs"]
#[expect(dead_code, reason = "the example has a `main` of its own")]
mod example;

/// Every tag is closed in order, and no text holds what reads as a tag.
#[track_caller]
fn assert_well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        assert!(!text.contains('>') || open.last() == Some(&"style"), "{text}");
        for part in text.split('&').skip(1) {
            assert!(part.contains(';'), "{part}");
        }
        let end = tag.find('>').unwrap();
        let inside = &tag[1..end];
        let name = inside.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if inside.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{inside}");
        } else if !inside.ends_with('/') {
            open.push(name);
        }
        rest = &tag[end + 1..];
    }
    assert!(open.is_empty(), "{open:?}");
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "a number is none");
}

fn titles(svg: &str) -> Vec<&str> {
    svg.split("<title>").skip(1).map(|rest| rest.split("</title>").next().unwrap()).collect()
}

/// A network of so many friends in a ring, each an enemy of the one across.
fn ring(count: u32, name: impl Fn(u32) -> String) -> Network {
    let mut coding = Coding::new(Scale::sides());
    let mut id = 0;
    let mut add = |holder: u32, target: String, favor: bool| {
        let holder = name(holder % count);
        let (time, document) = (None, None);
        let level = Level::Favor(favor);
        coding
            .add(CodedStatement {
                id,
                holder: &holder,
                target: &target,
                level,
                time,
                document,
                place: (0, 0),
            })
            .unwrap();
        id += 1;
    };
    for holder in 0..count {
        add(holder, format!("pact {holder}"), true);
        add(holder + 1, format!("pact {holder}"), true);
        add(holder, format!("line {}", holder % (count / 2)), holder < count / 2);
    }
    let mut settings = Settings::default();
    settings.aggregation = Aggregation::Subtract;
    coding.network(&settings).unwrap()
}

#[test]
fn the_pictures_of_the_readme_are_those_that_the_example_draws() {
    let [camps, timeline, support, board] = example::pictures().unwrap();
    let shown =
        [include_str!("../examples/pictures/camps.svg"), include_str!("../examples/pictures/timeline.svg")];
    for ((name, drawn), shown) in [&camps, &timeline].into_iter().zip(shown) {
        assert!(
            drawn == shown,
            "{name}.svg is another; `cargo run --example pictures -- examples/pictures` draws it"
        );
    }
    for (_, svg) in [camps, timeline, support, board] {
        assert_well_formed(&svg);
    }
}

#[test]
fn a_name_that_reads_as_markup_is_text() {
    let network = ring(6, |number| format!("</title><script>alert({number})</script>&\u{1}"));
    let svg = NetworkPicture::of(&network).title("<b>\"'").to_svg();
    assert_well_formed(&svg);
    assert!(!svg.contains("<script") && !svg.contains("<b>"));
}

#[test]
fn every_node_is_drawn_once_and_says_its_name_and_camp() {
    let network = ring(12, |number| format!("party {number}"));
    let svg = NetworkPicture::of(&network).camps([["party 1", "party 2"], ["party 7", "party 8"]]).to_svg();
    let nodes: Vec<&str> = titles(&svg).into_iter().filter(|title| title.contains("statement")).collect();
    assert_eq!(nodes.len(), 12);
    assert!(
        nodes.contains(&"party 2: 3 statements, camp 1") && nodes.contains(&"party 3: 3 statements, no camp")
    );
    assert_eq!(svg.matches("class=\"edge c0\"").count(), 2);
    assert_eq!(svg.matches("class=\"edge c1\"").count(), 2);
    assert!(svg.contains("camp 2 (2): party 7, party 8"));
    // Twelve ties of friends, six of enemies.
    assert_eq!((svg.matches("class=\"with\"").count(), svg.matches("class=\"versus\"").count()), (12, 6));
    assert!(svg.contains("12 nodes") && svg.contains("18 ties"));
}

#[test]
fn what_has_no_room_is_counted() {
    let network = ring(500, |number| format!("party {number}"));
    let svg = NetworkPicture::of(&network).to_svg();
    assert_well_formed(&svg);
    assert!(svg.contains("400 of 500 nodes"), "{}", &svg[..600]);
    assert_eq!(titles(&svg).into_iter().filter(|title| title.contains("statement")).count(), 400);
}

#[test]
fn equal_input_gives_equal_bytes_and_a_theme_changes_only_colors() {
    let network = ring(40, |number| format!("party {number}"));
    let [one, other] = [(), ()].map(|()| NetworkPicture::of(&network).to_svg());
    assert_eq!(one, other);
    let themes = [Theme::Auto, Theme::Light, Theme::Dark]
        .map(|theme| NetworkPicture::of(&network).theme(theme).to_svg());
    let drawn = themes.each_ref().map(|svg| svg.split("</style>").nth(1).unwrap());
    assert!(drawn[0] == drawn[1] && drawn[1] == drawn[2]);
    assert!(themes[0].contains("prefers-color-scheme:dark") && !themes[1].contains("prefers-color-scheme"));
}

#[test]
fn nothing_on_record_is_an_empty_picture_that_says_so() {
    let graph = datasets::article().unwrap();
    let selection = Selection::new(graph, Lens::default());
    let node = |key: &str| graph.find(key).unwrap();
    // The article gives no dates.
    let timeline = TimelinePicture::of(&selection, node("vladimir-putin")).to_svg();
    assert!(timeline.contains("nothing on record that has a date"), "{timeline}");
    let support = SupportPicture::of(&selection, node("foreign-troops-in-ukraine")).to_svg();
    assert!(support.contains("nothing on record that has a month"));
    for svg in [timeline, support] {
        assert_well_formed(&svg);
    }
    let empty = GraphBuilder::new().build().unwrap();
    assert_well_formed(&HeatMap::of(&Selection::new(&empty, Lens::default()), Listing::Speakers).to_svg());
    let network = Coding::new(Scale::sides()).network(&Settings::default()).unwrap();
    assert_well_formed(&NetworkPicture::of(&network).to_svg());
}

/// Somebody for, somebody against, an abstention and an absence.
fn vote() -> StanceGraph {
    let mut draft = Draft::default();
    for name in ["ann", "ben", "cid", "dot"] {
        draft.nodes.push(NodeDraft::new(NodeKind::Person, name, name));
    }
    draft.nodes.push(NodeDraft::new(NodeKind::Proposal, "dam", "dam"));
    let cast = [Stance::Supports, Stance::Rejects, Stance::Abstains, Stance::Absent];
    for (name, stance) in ["ann", "ben", "cid", "dot"].into_iter().zip(cast) {
        draft.statements.push(StatementDraft::new(format!("vote-{name}"), name, stance, "dam"));
    }
    GraphBuilder::new().add(draft).build().unwrap()
}

#[test]
fn a_board_tells_sides_and_absences_by_signs() {
    let graph = vote();
    let svg = HeatMap::of(&Selection::new(&graph, Lens::default()), Listing::Speakers).to_svg();
    assert_well_formed(&svg);
    let told = titles(&svg);
    for cell in
        ["ann on dam: in favor", "ben on dam: against", "cid on dam: neutral", "dot on dam: no vote recorded"]
    {
        assert!(told.contains(&cell), "{told:?}");
    }
    let dam: NodeId = graph.find("dam").unwrap();
    assert_eq!(
        HeatMap::on(&Selection::new(&graph, Lens::default()), &[dam], Listing::Speakers).to_svg(),
        svg
    );
    for sign in [">+</text>", ">−</text>", ">0</text>", ">·</text>"] {
        assert!(svg.contains(sign), "{sign}");
    }
}
