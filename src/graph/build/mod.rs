//! From drafts to a graph: all checks, in one pass over each kind of record.

mod checks;
mod events;
mod nodes;
mod sources;
mod statements;
mod ties;
mod words;

use crate::model::draft::{DatasetDraft, Draft};

use self::checks::{Checks, Known};
use super::both::both;
use super::dataset::Dataset;
use super::store::{Parts, StanceGraph};
use super::vocabulary::Vocabulary;
use super::{BuildError, Fault};

/// Turns drafts into a graph, or names every fault with its place. Nothing else makes a graph.
///
/// Drafts are added in order; later ones may refer to nodes of earlier ones and the other way round.
///
/// # Example
/// ```
/// use stancegraph::{FaultKind, GraphBuilder, model::draft::{Draft, NodeDraft, StatementDraft}};
///
/// let mut draft = Draft::default();
/// draft.nodes.push(NodeDraft::nation("KEN", "Kenya"));
/// draft.statements.push(StatementDraft::new("s1", "KEN", "supports", "debt-releif"));
/// let error = GraphBuilder::new().add(draft).build().unwrap_err();
/// assert_eq!(error.faults()[0].kind(), FaultKind::DanglingReference);
/// ```
#[derive(Debug, Default)]
#[must_use]
pub struct GraphBuilder {
    drafts: Vec<Draft>,
    faults: Vec<Fault>,
}

impl GraphBuilder {
    /// A builder without drafts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a draft.
    #[expect(clippy::should_implement_trait, reason = "drafts are added to a builder, not summed")]
    pub fn add(mut self, draft: Draft) -> Self {
        self.drafts.push(draft);
        self
    }

    /// Adds faults found while reading, so that one report holds them all.
    pub fn add_faults(mut self, faults: impl IntoIterator<Item = Fault>) -> Self {
        self.faults.extend(faults);
        self
    }

    /// Builds the graph.
    ///
    /// # Errors
    /// [`BuildError`] with every fault of every draft, ordered by place; then there is no graph at all.
    ///
    /// # Complexity
    /// O(n log n) in the number of records.
    pub fn build(self) -> Result<StanceGraph, BuildError> {
        let mut checks = Checks::new(self.faults);
        let mut parts =
            Parts { datasets: self.drafts.iter().filter_map(dataset).collect(), ..Parts::default() };
        let index = nodes::build(&self.drafts, &mut parts, &mut checks);
        let sources = sources::build(&self.drafts, &mut parts, &mut checks);
        let known = Known { nodes: &index, sources: &sources };
        ties::build(&self.drafts, known, &mut parts, &mut checks);
        let nodes = std::mem::take(&mut parts.nodes);
        let statements = || statements::build(&self.drafts, known, &mut parts, &mut checks);
        let ((), vocabulary) = both(statements, || Vocabulary::new(&nodes));
        parts.nodes = nodes;
        events::build(&self.drafts, known, &mut parts, &mut checks);
        words::build(&self.drafts, &mut parts, &mut checks);
        match checks.into_faults() {
            faults if faults.is_empty() => {
                // To let go of the drafts takes a while too.
                let graph = || StanceGraph::from_parts(parts, vocabulary, index.into_ids());
                Ok(both(graph, || drop(self.drafts)).0)
            }
            faults => Err(BuildError::new(faults)),
        }
    }
}

fn dataset(draft: &Draft) -> Option<Dataset> {
    let DatasetDraft { key, name, about, origin, license, .. } = draft.dataset.as_ref()?;
    let text = |field: &Option<crate::model::draft::Text>| field.as_ref().map(|text| text.value.clone());
    Some(Dataset {
        key: key.value.clone(),
        name: name.value.clone(),
        about: text(about),
        origin: text(origin),
        license: text(license),
        statements: draft.statements.len() + draft.plain.len(),
    })
}

#[cfg(test)]
mod tests;
