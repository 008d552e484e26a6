//! Memory is given back: neither questions, nor graphs that grow and are dropped, leave anything behind, and a graph that grew
//! takes about as much as one that was built of the same at once.
//!
//! Alone in its program, and one test, since it counts every byte of the process that is alive. All figures follow from the
//! code; a clock plays no part.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may fail where it stands, its helpers too"
)]

#[path = "../benches/world/mod.rs"]
mod world;

use std::alloc::System;

use cap::Cap;
use stancegraph::model::draft::Draft;
use stancegraph::position::{Lens, Selection};
use stancegraph::{GraphBuilder, Polarity, StanceGraph, render};

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

const STATEMENTS: usize = 2_000;

fn addition(number: usize) -> Draft {
    let mut batch = Draft::default();
    world::add_bulk(&mut batch, STATEMENTS + number, 3);
    batch
}

/// Questions in words and types, streams, a view; what they make is dropped.
fn ask(graph: &StanceGraph, number: usize) {
    let plan = number % 50;
    let questions = [
        format!("who opposes plan number {plan}"),
        format!("stances of Holder {number}"),
        format!("who oposes plan number {plan}x"),
        format!("why does Holder {number} not support plan number {plan}"),
    ];
    for question in questions {
        if let Ok(answer) = graph.ask(&question) {
            render::json(&answer);
        }
    }
    let selection = Selection::new(graph, Lens::default());
    let target = graph.find(&format!("p{plan}")).unwrap();
    selection.latest_leaning(target, Polarity::Against);
    selection.monthly_flow(target);
    selection.stance_edges().on(target).view().symmetrized();
}

/// How many bytes a piece of work leaves behind.
fn left_by(mut work: impl FnMut(usize), times: std::ops::Range<usize>) -> usize {
    let before = MEMORY.allocated();
    times.for_each(&mut work);
    MEMORY.allocated().saturating_sub(before)
}

#[test]
fn nothing_grows_without_reason() {
    let graph = GraphBuilder::new().add(world::bulk(STATEMENTS)).build().unwrap();

    // What is made once, on first use, is made before anything is counted: the lexicon, tables of letters.
    ask(&graph, 0);
    assert_eq!(left_by(|number| ask(&graph, number), 1..15), 0, "questions");

    let grow_and_drop = |number: usize| {
        let grown = graph.extend(&addition(number)).unwrap();
        let corrected = grown.retract(&format!("s{number}"), "2024-01-01").unwrap();
        ask(&corrected, number);
    };
    assert_eq!(left_by(grow_and_drop, 0..15), 0, "graphs that were dropped");

    let refused = |number: usize| {
        let mut twice = addition(0);
        world::add_bulk(&mut twice, number, 1);
        assert!(graph.extend(&twice).is_err());
        assert!(graph.retract("nobody", "2024-01-01").is_err());
    };
    assert_eq!(left_by(refused, 0..15), 0, "batches that were refused");

    a_graph_that_grew_takes_no_more_than_one_built_at_once();
}

/// A feed of many small batches and corrections, of which only the newest graph is kept.
fn a_graph_that_grew_takes_no_more_than_one_built_at_once() {
    const BATCHES: usize = 500;
    let before = MEMORY.allocated();
    let mut grown = GraphBuilder::new().add(world::bulk(STATEMENTS)).build().unwrap();
    for number in 0..BATCHES {
        grown = grown.extend(&addition(number * 3)).unwrap();
        if number.is_multiple_of(10) {
            grown = grown.retract(&format!("s{number}"), "2024-01-01").unwrap();
        }
    }
    let of_grown = MEMORY.allocated() - before;

    let before = MEMORY.allocated();
    let mut draft = world::bulk(STATEMENTS);
    world::add_bulk(&mut draft, STATEMENTS, BATCHES * 3);
    let built = GraphBuilder::new().add(draft).build().unwrap();
    let of_built = MEMORY.allocated() - before;
    assert_eq!(grown.statement_count(), built.statement_count());
    assert!(of_grown < of_built + of_built / 4, "{of_grown} bytes against {of_built}");
}
