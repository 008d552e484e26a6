//! Checked records on their way into a graph.

use std::sync::Arc;

use crate::model::{ConditionRecord, Node, Source, Tie};

use super::dataset::Dataset;
use super::ledger::{Ledger, Writer};
use super::lexicon::Lexicon;
use super::store::StanceGraph;
use super::vocabulary::Vocabulary;

/// What comes to a graph, checked.
pub(super) struct Parts {
    /// The graph that it comes to; an empty one where a graph is built.
    pub(super) before: StanceGraph,
    pub(super) datasets: Vec<Dataset>,
    pub(super) nodes: Vec<Node>,
    /// The names of the nodes of the graph and of the new ones.
    pub(super) names: Vocabulary,
    pub(super) sources: Vec<Source>,
    pub(super) ties: Vec<Tie>,
    pub(super) statements: Writer,
    /// The ledger with the statements, where some are taken back.
    pub(super) ledger: Option<Ledger>,
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
            names: Vocabulary::default(),
            sources: Vec::new(),
            ties: Vec::new(),
            statements,
            ledger: None,
            events: Vec::new(),
            lexicon: None,
        }
    }
}
