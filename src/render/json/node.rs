//! Nodes and ties in JSON.

use serde::Serialize;

use crate::graph::StanceGraph;
use crate::model::{Date, Key, Node, NodeKind, Tie, TieKind};

/// A node by key, name and kind.
#[derive(Debug, Serialize)]
pub(super) struct NodeJson<'a> {
    key: &'a Key,
    name: &'a str,
    kind: NodeKind,
}

impl<'a> NodeJson<'a> {
    pub(super) fn of(node: &'a Node) -> Self {
        Self { key: &node.key, name: node.name(), kind: node.kind() }
    }
}

/// A tie; the fields of a tie in a dataset, with its ends as nodes.
#[derive(Debug, Serialize)]
pub(super) struct TieJson<'a> {
    tie: TieKind,
    from: NodeJson<'a>,
    to: NodeJson<'a>,
    office: Option<&'a str>,
    since: Option<Date>,
    until: Option<Date>,
    source: Option<&'a Key>,
    locator: Option<&'a str>,
    confidence: Option<f64>,
}

impl<'a> TieJson<'a> {
    pub(super) fn of(graph: &'a StanceGraph, tie: &'a Tie) -> Self {
        Self {
            tie: tie.kind,
            from: NodeJson::of(graph.at(tie.from)),
            to: NodeJson::of(graph.at(tie.to)),
            office: tie.office.as_deref(),
            since: tie.since(),
            until: tie.until(),
            source: tie.source.map(|source| &graph.at_source(source).key),
            locator: tie.locator.as_deref(),
            confidence: tie.confidence.map(crate::model::Confidence::get),
        }
    }
}
