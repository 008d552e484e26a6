//! Draws the answer to a question as a Mermaid flowchart, which many sites and editors show as a picture.
//!
//! `cargo run --example draw -- "who rejects Russia as a guarantor"`; without a question, the whole bundled graph.
#![expect(clippy::print_stdout, reason = "an example prints")]

use std::env;
use std::error::Error;

use stancegraph::datasets;
use stancegraph::diagram::Picture;

fn main() -> Result<(), Box<dyn Error>> {
    let graph = datasets::article()?;
    let words: Vec<String> = env::args().skip(1).collect();
    // A picture is plain data: `to_dot` gives the same one to Graphviz.
    let picture = if words.is_empty() {
        Picture::of_graph(graph)
    } else {
        Picture::of_answer(&graph.ask(&words.join(" "))?)
    };
    print!("{}", picture.to_mermaid());
    Ok(())
}
