//! Checked records on their way into a graph.

use std::sync::Arc;

use crate::model::{ConditionRecord, Node, Source, Tie};

use super::dataset::Dataset;
use super::ledger::{Ledger, Writer};
use super::lexicon::Lexicon;
use super::store::StanceGraph;

/// What comes to a graph, checked.
pub(super) struct Parts {
    /// The graph that it comes to; an empty one where a graph is built.
    pub(super) before: StanceGraph,
    pub(super) datasets: Vec<Dataset>,
    pub(super) nodes: Vec<Node>,
    pub(super) sources: Vec<Source>,
    pub(super) ties: Vec<Tie>,
    pub(super) statements: Writer,
    pub(super) events: Vec<ConditionRecord>,
    /// The stance words of questions, where one of the datasets brings its own.
    pub(super) lexicon: Option<Arc<Lexicon>>,
}

impl Parts {
    /// Nothing yet.
    pub(super) fn of(before: StanceGraph) -> Self {
        let statements = Writer::after(before.ledger().clone());
        Self {
            before,
            datasets: Vec::new(),
            nodes: Vec::new(),
            sources: Vec::new(),
            ties: Vec::new(),
            statements,
            events: Vec::new(),
            lexicon: None,
        }
    }

    /// The ledger with the statements in it; there are none left.
    pub(super) fn take_statements(&mut self) -> Ledger {
        std::mem::take(&mut self.statements).finish()
    }
}
