//! A CSV file of statements becomes a graph; a row at fault is told and the others are read.
//!
//! `cargo run --features csv --example bring_a_table`
#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use std::error::Error;

use stancegraph::format::import::Columns;
use stancegraph::format::{Format, read};
use stancegraph::{GraphBuilder, datasets, render};

const VOTES: &str = "\
member,motion,vote,day
Kenya,debt relief,1,2024-05-02
Uganda,debt relief,0,2024-05-02
Norway,debt relief,maybe,2024-05-02
Jane Roe,debt relief,1,2024-05
";

fn main() -> Result<(), Box<dyn Error>> {
    let columns =
        Columns::new("member", "motion", "vote").date("day").value("1", "supports")?.value("0", "rejects")?;
    let import = columns.read(VOTES.as_bytes(), "votes.csv", |_rows| ())?;
    for fault in import.refused.listed() {
        println!("refused: {fault}");
    }
    println!("{} of {} rows read", import.draft.plain.len(), import.rows);

    // The table names nations; they are those of the bundled dataset.
    let nations = read(datasets::text("nations").unwrap_or_default(), Format::Toml, "nations").draft;
    let organizations =
        read(datasets::text("organizations").unwrap_or_default(), Format::Toml, "organizations").draft;
    let graph = GraphBuilder::new().add(nations).add(organizations).add(import.draft).build()?;
    println!("{}", render::text(&graph.ask("who supports debt relief")?));
    Ok(())
}
