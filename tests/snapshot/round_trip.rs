//! What a graph holds comes back, in this version and from files of earlier ones.

use stancegraph::answer::Evidence;
use stancegraph::model::draft::{Draft, StatementDraft};
use stancegraph::{GraphBuilder, StanceGraph, datasets};

use crate::drafted::drafted;
use crate::{rich, told};

/// The graph that its snapshot opens as, which tells the same and has the same bytes.
#[track_caller]
fn reopened(graph: &StanceGraph) -> StanceGraph {
    let bytes = graph.to_snapshot();
    let opened = StanceGraph::from_snapshot(&bytes).unwrap();
    assert_eq!(told::listed(&opened), told::listed(graph));
    assert_eq!(told::answered(&opened), told::answered(graph));
    assert!(opened.to_snapshot() == bytes);
    opened
}

#[test]
fn every_field_comes_back() {
    let graph = rich::graph();
    let opened = reopened(&graph);
    // What was put in, against what is listed: the drafts are equal but for what builders leave out of them.
    let (put, listed) = (rich::draft(), drafted(&opened));
    assert_eq!(listed.statements, drafted(&graph).statements);
    assert_eq!(listed.events, put.events);
    assert_eq!(listed.sources, put.sources);
    assert_eq!(listed.nodes[0], put.nodes[0]);
    assert_eq!(listed.statements[0].conditions, put.statements[0].conditions);
    assert_eq!(opened.datasets()[0].license.as_deref(), Some("CC0"));
}

#[test]
fn bundled_datasets_come_back() {
    reopened(&StanceGraph::default());
    for name in datasets::names() {
        reopened(datasets::graph(name).unwrap().unwrap());
    }
}

#[test]
fn a_graph_grows_on_from_its_snapshot() {
    let mut batch = Draft::default();
    batch
        .statements
        .push(StatementDraft::new("later", "ALP", "rejects", "foreign-troops").said("2025-01-01"));
    let graph = rich::graph();
    let grown = graph.extend(&batch).unwrap().retract("later", "2025-02-01").unwrap();
    let opened = reopened(&graph).extend(&batch).unwrap().retract("later", "2025-02-01").unwrap();
    assert_eq!(told::listed(&opened), told::listed(&grown));
    assert!(opened.to_snapshot() == grown.to_snapshot());
    assert!(reopened(&grown).extend(&batch).is_err(), "its key is taken");
}

#[test]
fn many_statements_come_back_whatever_lies_over_them() {
    let mut draft = rich::draft();
    for number in 0..3_000_u32 {
        let (holder, target) = (
            ["ALP", "BOR", "league"][number as usize % 3],
            ["ceasefire", "foreign-troops"][number as usize % 2],
        );
        let mut one = StatementDraft::new(format!("n{}", number * 7 % 3_000), holder, "rejects", target);
        one = one.said(format!("20{:02}-0{}-1{}", number * 13 % 25, 1 + number % 9, number % 10));
        one.code = Some(format!("code {}", number % 300).into());
        draft.statements.push(one);
    }
    let mut graph = GraphBuilder::new().add(draft).build().unwrap();
    reopened(&graph);
    for number in 0..150 {
        graph = graph.retract(&format!("n{number}"), "2026-01-01").unwrap();
    }
    let opened = reopened(&graph);
    let built = GraphBuilder::new().add(drafted(&opened)).build().unwrap();
    assert_eq!(built.statements().collect::<Vec<_>>(), graph.statements().collect::<Vec<_>>());
}

/// The article as the first layout had it; the file is never written again.
#[test]
fn a_file_of_the_first_layout_is_read() {
    let graph = stancegraph::load("tests/fixtures/article.v1.snapshot").unwrap();
    let article: Vec<_> = graph.datasets().iter().map(|dataset| dataset.key.as_str()).collect();
    assert_eq!(article.last(), Some(&"ukraine-article"));
    let answer = graph.ask("who opposes foreign troops").unwrap();
    let finding = answer.findings()[0];
    assert_eq!(finding.holder().name(), "Vladimir Putin");
    assert!(finding.evidence().map(Evidence::locator).eq(["paragraph 1", "paragraph 3"]));
    assert_eq!(answer.related()[0].evidence().next().unwrap().quote(), Some("legitimate targets"));
    // As long as the bundled article stays as it was, they are the same graph.
    let now = datasets::article().unwrap();
    if now.datasets() == graph.datasets() && now.node_count() == graph.node_count() {
        assert_eq!(told::listed(&graph), told::listed(now));
    }
}
