//! Builds a graph of your own in code, asks it, and shows what the builder says of a slip.
#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use stancegraph::model::draft::{Draft, NodeDraft, SourceDraft, StatementDraft, TieDraft};
use stancegraph::{GraphBuilder, Polarity, Query, Stance, render};

fn main() -> Result<(), Box<dyn Error>> {
    let graph = GraphBuilder::new().add(ferry()).build()?;

    // In words, or as data that a program puts together: the answer is the same.
    print!("{}", render::text(&graph.ask("who supports the night ferry?")?));
    let query = Query::who(Polarity::Favor).on("night ferry").as_of("2025-06".parse()?);
    for finding in graph.run(&query)?.findings() {
        println!("{} {} {}", finding.holder().name(), finding.stance(), finding.target().name());
    }

    // The builder takes all of a draft or nothing, and names every fault of it.
    let mut draft = ferry();
    draft.statements.push(StatementDraft::new("slip", "the-mayor", "endorses", "night-ferry"));
    if let Err(error) = GraphBuilder::new().add(draft).build() {
        println!("\n{error}");
    }
    Ok(())
}

/// An invented dispute: what two islands and those who speak for them say of a ferry by night.
fn ferry() -> Draft {
    let mut draft = Draft::default();
    draft.nodes.push(NodeDraft::organization("north-council", "North Island Council"));
    draft.nodes.push(NodeDraft::organization("south-council", "South Island Council"));
    draft.nodes.push(NodeDraft::person("ada-lind", "Ada Lind"));
    draft.nodes.push(NodeDraft::proposal("ferry", "ferry between the islands").alias("ferry"));
    draft.nodes.push(NodeDraft::proposal("night-ferry", "night ferry").kind_of("ferry"));
    draft.ties.push(TieDraft::new("represents", "ada-lind", "north-council"));
    draft.sources.push(SourceDraft::new("gazette", "The Island Gazette"));
    draft.statements.push(
        StatementDraft::new("lind-supports", "ada-lind", Stance::Supports, "night-ferry")
            .on_behalf_of("north-council")
            .said("2025-05-03")
            .cited("gazette", "page 2")
            .quote("the sooner the better"),
    );
    let rejection = StatementDraft::new("south-rejects", "south-council", Stance::Rejects, "night-ferry");
    draft.statements.push(rejection.said("2025-05-10").cited("gazette", "page 1"));
    draft
}
