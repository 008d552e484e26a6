//! Loads a dataset from a file, with all that it builds on, and asks it; or lists everything that is wrong with it.
//!
//! `cargo run --example bring_a_file -- mine.toml "who supports the night ferry"`
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example prints")]

use std::env;
use std::error::Error;
use std::process::ExitCode;

use stancegraph::{LoadError, load, render};

const FERRY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/ferry.toml");
const QUESTIONS: [&str; 3] =
    ["who supports the night ferry", "what does South Island demand", "does North Island oppose the ferry"];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let file = arguments.next().unwrap_or_else(|| FERRY.to_owned());
    let asked: Vec<String> = arguments.collect();
    let questions = if asked.is_empty() { QUESTIONS.map(str::to_owned).to_vec() } else { asked };

    let graph = match load(&file) {
        Ok(graph) => graph,
        // Each fault knows its file, line, column and field, and says what to write instead.
        Err(LoadError::Faults(error)) => {
            error.faults().iter().for_each(|fault| eprintln!("{fault}"));
            return Ok(ExitCode::FAILURE);
        }
        Err(error) => return Err(error.into()),
    };
    for question in questions {
        println!("{}", render::text(&graph.ask(&question)?));
    }
    Ok(ExitCode::SUCCESS)
}
