//! Files that were changed by somebody who knows the layout: lengths and checksum fit. Each is refused, or is, byte by byte,
//! the snapshot of the graph that a builder makes of what it lists.

use stancegraph::graph::SnapshotError;
use stancegraph::{GraphBuilder, StanceGraph, datasets};

use crate::bytes::{Lots, Parts, cases, file, parts};
use crate::drafted::drafted;
use crate::{rich, told};

#[test]
fn whoever_forges_a_file_gets_a_refusal_or_a_graph() {
    let whole = [rich::graph().to_snapshot(), small(), datasets::invented().unwrap().to_snapshot()];
    let mut lots = Lots(11);
    let (mut accepted, count) = (0, cases(6_000));
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
    // What datasets say of themselves and the words they bring a graph does not list.
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

/// Changes some bytes of a part, or takes a part from another file.
fn forge(parts: &mut Parts, whole: &[Vec<u8>], lots: &mut Lots) {
    for _ in 0..=lots.below(2) {
        let which = lots.below(parts.len());
        let bytes = &mut parts[which].1;
        let at = lots.below(bytes.len());
        let end = (at + 1 + lots.below(8)).min(bytes.len());
        match lots.below(9) {
            _ if bytes.is_empty() => bytes.push(lots.byte()),
            0 => bytes[at] ^= 1 << lots.below(8),
            1 => bytes[at] = lots.byte(),
            2 => bytes[at] = bytes[at].wrapping_add(1),
            3 => bytes[at] = bytes[at].wrapping_sub(1),
            4 => bytes[at..end].fill([0, 0xff, 0x7f][lots.below(3)]),
            5 => bytes.insert(at, lots.byte()),
            6 => _ = bytes.drain(at..end),
            7 => {
                let to = lots.below(bytes.len());
                bytes.swap(at, to);
            }
            _ => {
                let other = crate::bytes::parts(&whole[lots.below(whole.len())]);
                parts[which] = other[which].clone();
            }
        }
    }
}
