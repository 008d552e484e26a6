//! Files that are no longer what was written: refused, each with what is wrong, or still what they were.

use stancegraph::graph::SnapshotError;
use stancegraph::{StanceGraph, datasets};

use crate::bytes::{Lots, cases};
use crate::changes::damaged;
use crate::rich;

fn error(file: &[u8]) -> SnapshotError {
    StanceGraph::from_snapshot(file).unwrap_err()
}

#[test]
fn what_is_no_snapshot_is_told_so() {
    for file in [&b""[..], b"[dataset]\n", b"\x89PNG\r\n\x1a\n", b"SGR"] {
        assert_eq!(error(file), SnapshotError::Foreign);
    }
}

#[test]
fn a_cut_file_is_told_how_long_it_should_be() {
    let file = rich::graph().to_snapshot();
    for length in 1..file.len() {
        let message = error(&file[..length]).to_string();
        let expected = if length < 24 { 24 } else { file.len() };
        let start = format!("the snapshot ends after {length} of at least {expected} bytes; copy it again");
        assert!(message.starts_with(&start), "{message}");
    }
}

#[test]
fn a_later_layout_is_told_apart_from_damage() {
    let mut file = rich::graph().to_snapshot();
    file[8] = 2;
    let message = "the snapshot has layout 2, and 1 is the last one known here; \
                   update stancegraph, or write the snapshot anew with this version";
    assert_eq!(error(&file).to_string(), message);
}

#[test]
fn any_single_flipped_bit_is_noticed() {
    let file = rich::graph().to_snapshot();
    for bit in 0..file.len() * 8 {
        let mut flipped = file.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(StanceGraph::from_snapshot(&flipped).is_err(), "bit {bit}");
    }
}

#[test]
fn whatever_happens_to_a_file_it_is_refused_or_the_same() {
    let files = [rich::graph().to_snapshot(), datasets::invented().unwrap().to_snapshot()];
    let mut lots = Lots(7);
    for case in 0..cases(4_000) {
        let file = &files[case % 2];
        let damaged = damaged(file, &files[1 - case % 2], &mut lots);
        if let Ok(graph) = StanceGraph::from_snapshot(&damaged) {
            assert_eq!(graph.to_snapshot(), *file, "case {case}");
        }
    }
}
