//! A live feed: what comes in is added and asked at once, a slip is corrected, and what was known before stays known.
#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use stancegraph::format::{Format, read};
use stancegraph::{GraphBuilder, StanceGraph, datasets};

/// What comes in, one batch after the other, as a feed would send it. The last one corrects the one before.
const FEED: [&str; 3] = [
    r#"{"type": "proposal", "key": "harbor-treaty", "name": "harbor treaty"}
{"type": "source", "key": "gazette", "title": "Official gazette"}
{"type": "statement", "id": "s1", "holder": "KEN", "stance": "supports", "target": "harbor-treaty", "said": "2024-05-02", "source": "gazette", "recorded": "2024-05-03"}"#,
    r#"{"type": "statement", "id": "s2", "holder": "TZA", "stance": "supports", "target": "harbor-treaty", "said": "2024-05-06", "source": "gazette", "recorded": "2024-05-07"}"#,
    r#"{"type": "retraction", "id": "s2", "retracted": "2024-05-09"}
{"type": "statement", "id": "s3", "holder": "TZA", "stance": "rejects", "target": "harbor-treaty", "said": "2024-05-06", "source": "gazette", "recorded": "2024-05-09"}"#,
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut graph = datasets::nations()?.clone();
    for lines in FEED {
        let reading = read(lines, Format::JsonLines, "feed");
        // All of a batch or nothing; the graph before stays as it is, for whoever still reads it.
        graph = GraphBuilder::onto(&graph).add(reading.draft).add_faults(reading.faults).build()?;
        println!("{} statements: {}", graph.statement_count(), supporters(&graph, "")?);
    }
    println!("as known before the correction: {}", supporters(&graph, " known at 2024-05-08")?);

    // Everything may be taken back, and nothing is lost.
    let without = graph.retract("s1", "2024-06-01")?;
    println!("after a retraction: {}", supporters(&without, "")?);
    println!("as known before it: {}", supporters(&without, " known at 2024-05-31")?);
    println!("the graph before: {}", supporters(&graph, "")?);

    let batch = read(FEED[0], Format::JsonLines, "feed").draft;
    if let Err(error) = graph.extend(&batch) {
        println!("\nThe first batch a second time: {error}");
    }
    Ok(())
}

fn supporters(graph: &StanceGraph, when: &str) -> Result<String, Box<dyn Error>> {
    let answer = graph.ask(&format!("who supports the harbor treaty{when}"))?;
    let names: Vec<&str> = answer.findings().iter().map(|finding| finding.holder().name()).collect();
    Ok(if names.is_empty() { "nobody".to_owned() } else { names.join(", ") })
}
