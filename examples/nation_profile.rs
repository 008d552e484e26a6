//! Lists every stance of a nation: what its own statements say and what others say on its behalf, hints and deeds apart.
//!
//! `cargo run --example nation_profile -- Ukraine`
#![expect(clippy::print_stdout, reason = "an example prints")]

use std::env;
use std::error::Error;

use stancegraph::{Finding, Query, datasets};

fn main() -> Result<(), Box<dyn Error>> {
    let nation = env::args().nth(1).unwrap_or_else(|| "Russia".to_owned());
    let answer = datasets::article()?.run(&Query::profile(nation.as_str()))?;

    println!("{}: {}", answer.understood(), answer.outcome());
    for finding in answer.findings() {
        println!("  {}", stance(finding));
    }
    for (title, list) in [("only hinted", answer.hinted()), ("done, which is no position", answer.acts())] {
        for finding in list {
            println!("  {} ({title})", stance(finding));
        }
    }
    for note in answer.notes() {
        println!("{note}");
    }
    Ok(())
}

/// What it is, and who said so where.
fn stance(finding: Finding<'_>) -> String {
    let evidence = finding.evidence().map(|one| format!("{}, {}", one.speaker().name(), one.locator()));
    let evidence: Vec<String> = evidence.collect();
    format!("{} {} [{}]", finding.stance(), finding.target().name(), evidence.join("; "))
}
