//! How to draw a graph or an answer: as Mermaid for a Markdown page, as DOT for Graphviz.
//!
//! `cargo run --example picture` prints the bundled article as Mermaid; with a question, the picture of its answer as
//! DOT: `cargo run --example picture "who opposes foreign troops" | dot -Tsvg > answer.svg`.

use std::error::Error;

use stancegraph::datasets;
use stancegraph::diagram::Picture;

#[expect(clippy::print_stdout, reason = "an example prints what it shows")]
fn main() -> Result<(), Box<dyn Error>> {
    let graph = datasets::article()?;
    match std::env::args().nth(1) {
        None => print!("{}", Picture::of_graph(graph).to_mermaid()),
        Some(question) => print!("{}", Picture::of_answer(&graph.ask(&question)?).to_dot()),
    }
    Ok(())
}
