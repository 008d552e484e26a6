//! Asks the bundled article a question in plain English and prints the answer with its evidence.
//!
//! `cargo run --release --example ask -- "who opposes foreign troops"`
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example prints")]

use std::env;
use std::process::ExitCode;

use stancegraph::{BuildError, datasets, render};

fn main() -> Result<ExitCode, BuildError> {
    let words: Vec<String> = env::args().skip(1).collect();
    let question = if words.is_empty() { "who opposes foreign troops".to_owned() } else { words.join(" ") };

    // Parsed once, on first use, and then shared.
    let graph = datasets::article()?;
    match graph.ask(&question) {
        Ok(answer) => {
            print!("{}", render::text(&answer));
            Ok(ExitCode::SUCCESS)
        }
        // A question that cannot be taken says what is wrong with it. Nothing on record is no error but an answer.
        Err(error) => {
            eprintln!("{error}");
            Ok(ExitCode::from(2))
        }
    }
}
