//! One holder with thousands of statements on one target: a course of positions, and what does not go together.

#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::model::draft::{Draft, NodeDraft, StatementDraft};
use stancegraph::position::{Conflict, Lean, Lens, Selection};
use stancegraph::{GraphBuilder, StanceGraph};

const COUNT: usize = 2_000;

/// Kenya on debt relief, a day after another; for it and against it in turn.
fn turning() -> StanceGraph {
    let days =
        (0..COUNT).map(|day| format!("{}-{:02}-{:02}", 2000 + day / 336, 1 + day / 28 % 12, 1 + day % 28));
    let statement = |(number, day): (usize, String)| {
        let stance = if number % 2 == 0 { "supports" } else { "rejects" };
        StatementDraft::new(format!("s{number}"), "KEN", stance, "relief").said(day)
    };
    let draft = Draft {
        nodes: vec![NodeDraft::nation("KEN", "Kenya"), NodeDraft::proposal("relief", "debt relief")],
        statements: days.enumerate().map(statement).collect(),
        ..Draft::default()
    };
    GraphBuilder::new().add(draft).build().unwrap()
}

#[test]
fn a_long_course_has_every_turn_once() {
    let graph = turning();
    let selection = Selection::new(&graph, Lens::default());
    let (kenya, relief) = (graph.find("KEN").unwrap(), graph.find("relief").unwrap());
    let stretches = selection.timeline(kenya, relief);
    assert_eq!(stretches.len(), COUNT);
    for (number, stretch) in stretches.iter().enumerate() {
        let lean = if number % 2 == 0 { Lean::Favor } else { Lean::Against };
        assert!(stretch.positions.len() == 1 && stretch.positions[0].lean == lean, "{number}");
        // What it turned round is named, and no more: the turns before that explain nothing.
        assert_eq!(stretch.positions[0].ended.len(), usize::from(number > 0), "{number}");
    }
}

#[test]
fn only_neighbors_of_a_long_line_are_reversals() {
    let graph = turning();
    let found = Selection::new(&graph, Lens::default()).contradictions(None, None);
    assert_eq!(found.len(), COUNT - 1);
    for clash in found {
        let [earlier, later] = clash.sides.map(|id| id.index());
        assert_eq!((clash.kind, later), (Conflict::Reversal, earlier + 1));
    }
}
