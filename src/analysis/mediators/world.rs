//! The small world of the tests.

use crate::GraphBuilder;
use crate::graph::StanceGraph;
use crate::model::draft::{Draft, NodeDraft, StatementDraft, TieDraft};

/// Kenya with Ada and Bo, Chile with Eva, Peru with Ivo, Ghana with Kofi and NATO with Oda.
pub(super) fn graph(statements: Vec<StatementDraft>) -> StanceGraph {
    let nations = [("KEN", "Kenya"), ("CHL", "Chile"), ("PER", "Peru"), ("GHA", "Ghana")];
    let offices =
        [("ada", "KEN"), ("bo", "KEN"), ("eva", "CHL"), ("ivo", "PER"), ("kofi", "GHA"), ("oda", "NATO")];
    let nations = nations.into_iter().map(|(key, name)| NodeDraft::nation(key, name));
    let people = offices.into_iter().map(|(key, _)| NodeDraft::person(key, format!("Mx {key}")));
    let draft = Draft {
        nodes: nations.chain(people).chain([NodeDraft::organization("NATO", "NATO")]).collect(),
        ties: offices.into_iter().map(|(who, whom)| TieDraft::new("represents", who, whom)).collect(),
        statements,
        ..Draft::default()
    };
    GraphBuilder::new().add(draft).build().unwrap()
}
