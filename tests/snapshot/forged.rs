//! Files that were changed by somebody who knows the layout: lengths and checksum fit. Each is refused, or is, byte by byte
//! but for what datasets say of themselves and their words, the snapshot of the graph that a builder makes of what it lists.

use stancegraph::graph::SnapshotError;
use stancegraph::{GraphBuilder, StanceGraph, datasets};

use crate::bytes::{Lots, cases, file, parts};
use crate::changes::forge;
use crate::drafted::drafted;
use crate::{rich, told};

#[test]
fn whoever_forges_a_file_gets_a_refusal_or_a_graph() {
    let whole = [rich::graph().to_snapshot(), small(), datasets::invented().unwrap().to_snapshot()];
    let mut lots = Lots(11);
    let (mut accepted, count) = (0, cases(600));
    for case in 0..count {
        let mut parts = parts(&whole[case % whole.len()]);
        forge(&mut parts, &whole, &mut lots);
        let forged = file(&parts);
        match StanceGraph::from_snapshot(&forged) {
            Ok(graph) => {
                accepted += 1;
                check(&graph, &forged);
            }
            Err(error) => assert!(matches!(error, SnapshotError::Unsound(_)), "case {case}: {error}"),
        }
    }
    assert!((count / 50..count / 2).contains(&accepted), "{accepted} of {count} were accepted");
}

#[test]
fn datasets_cannot_have_brought_more_than_there_is() {
    let graph = datasets::article().unwrap();
    let mut parts = parts(&graph.to_snapshot());
    let (_, data) = parts.iter_mut().find(|(name, _)| name == b"DATA").unwrap();
    // The last byte is the lowest group of the last dataset's number.
    let last = data.last_mut().unwrap();
    assert_eq!(usize::from(*last), graph.datasets().last().unwrap().statements);
    assert_eq!(usize::from(*last), graph.statement_count());
    *last += 1;
    let error = StanceGraph::from_snapshot(&file(&parts)).unwrap_err();
    assert!(matches!(error, SnapshotError::Unsound(_)), "{error}");
    assert!(error.to_string().contains("datasets brought more statements than there are"), "{error}");
}

/// Few statements of few nodes, so that most changes hit what hangs together.
fn small() -> Vec<u8> {
    let mut draft = rich::draft();
    draft.words.clear();
    draft.statements.drain(..3);
    draft.dataset = None;
    GraphBuilder::new().add(draft).build().unwrap().to_snapshot()
}

/// A graph from a forged file is one that a builder makes; it answers, and it grows.
fn check(graph: &StanceGraph, forged: &[u8]) {
    assert_eq!(graph.to_snapshot(), forged);
    let built = GraphBuilder::new().add(drafted(graph)).build().unwrap_or_else(|error| panic!("{error}"));
    // What datasets say of themselves and the words they bring is not among a graph's records.
    let of_records = |file: &[u8]| {
        let mut parts = parts(file);
        parts.retain(|(name, _)| !matches!(name, b"DATA" | b"WORD"));
        parts
    };
    assert_eq!(of_records(&built.to_snapshot()), of_records(forged));
    told::listed(graph);
    told::answered(graph);
    if let Some((id, statement)) = graph.statements().find(|(_, one)| one.retracted.is_none()) {
        let after = graph.retract(&statement.key.to_string(), "9999-12-31").unwrap();
        assert!(after.statement(id).unwrap().retracted.is_some());
    }
}
