//! How many bytes are alive while a graph grows, is corrected and is asked: all of the process, step by step.
//!
//! `cargo bench --bench memory`. A graph in bulk takes additions of one statement and, after every fourth, a retraction; only
//! the newest graph is kept. Then 10,000 questions are asked of it. What is alive must follow the number of statements and
//! nothing else; `tests/memory.rs` holds a small graph to that.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench may fail where it stands, and prints its figures"
)]

mod world;

use std::alloc::System;

use cap::Cap;
use stancegraph::model::draft::Draft;
use stancegraph::{GraphBuilder, StanceGraph, render};

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

const STATEMENTS: usize = 100_000;
const ADDITIONS: usize = 20_000;
const QUESTIONS: usize = 10_000;
const LINES: usize = 10;

fn main() {
    let before = MEMORY.allocated();
    let mut graph = GraphBuilder::new().add(world::bulk(STATEMENTS)).build().expect("a sound world");
    ask(&graph, 0);
    print("built", &graph, before);
    for number in 0..ADDITIONS {
        let mut batch = Draft::default();
        world::add_bulk(&mut batch, STATEMENTS + number, 1);
        graph = graph.extend(&batch).expect("a sound batch");
        if number % 4 == 3 {
            graph = graph.retract(&format!("s{number}"), "2024-01-01").expect("it stands");
        }
        if (number + 1).is_multiple_of(ADDITIONS / LINES) {
            print("grown", &graph, before);
        }
    }
    for number in 0..QUESTIONS {
        ask(&graph, number);
        if (number + 1).is_multiple_of(QUESTIONS / LINES) {
            print("asked", &graph, before);
        }
    }
    drop(graph);
    println!("dropped: {} bytes alive", MEMORY.allocated().saturating_sub(before));
}

fn print(what: &str, graph: &StanceGraph, before: usize) {
    let (alive, statements) = (MEMORY.allocated().saturating_sub(before), graph.statement_count());
    let of_statements = graph.statement_bytes();
    println!(
        "{what}: {statements:>7} statements, {alive:>9} bytes alive, {of_statements:>8} of them in columns"
    );
}

/// A question in words, of three forms in turns, answered and written as JSON.
fn ask(graph: &StanceGraph, number: usize) {
    let question = match number % 3 {
        0 => format!("who opposes plan number {}", 50 + number % 4_900),
        1 => format!("stances of Holder {number}"),
        _ => format!("position of Holder {number} on plan number {}", number % 4_900),
    };
    let answer = graph.ask(&question).expect("a question");
    std::hint::black_box(render::json(&answer));
}
