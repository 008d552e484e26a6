//! From drafts to a graph, a new one or one that holds another: all checks, in one pass over each kind of record.

mod checks;
mod events;
mod index;
mod nodes;
mod retractions;
mod sources;
pub(super) mod statements;
mod ties;
pub(super) mod words;

use crate::model::draft::{DatasetDraft, Draft};

use self::checks::Checks;
use self::index::Known;
use super::both::both;
use super::dataset::Dataset;
use super::parts::Parts;
use super::store::StanceGraph;
use super::{BuildError, Fault};

/// Turns drafts into a graph, or names every fault with its place. Nothing else makes a graph but a
/// [snapshot](StanceGraph::from_snapshot) of one.
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
    before: StanceGraph,
    drafts: Vec<Draft>,
    faults: Vec<Fault>,
}

impl GraphBuilder {
    /// A builder without drafts.
    pub fn new() -> Self {
        Self::default()
    }

    /// A builder without drafts yet, of a graph that will hold all of this one.
    ///
    /// For several drafts at once, or with [faults](Self::add_faults) found while reading; otherwise as
    /// [`StanceGraph::extend`].
    pub fn onto(graph: &StanceGraph) -> Self {
        Self { before: graph.clone(), ..Self::default() }
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
    /// O(n log n) in the number of records that the drafts bring; see [`StanceGraph::extend`].
    pub fn build(self) -> Result<StanceGraph, BuildError> {
        let parts = checked(&self.before, &self.drafts, self.faults)?;
        // To let go of the drafts takes a while too.
        Ok(both(|| StanceGraph::of(parts), || drop(self.drafts)).0)
    }
}

/// The graph with all that a draft brings, or every fault of it.
pub(super) fn grown(before: &StanceGraph, draft: &Draft) -> Result<StanceGraph, BuildError> {
    checked(before, std::slice::from_ref(draft), Vec::new()).map(StanceGraph::of)
}

/// What drafts bring to a graph, or every fault: those of the drafts and those found before.
fn checked(before: &StanceGraph, drafts: &[Draft], faults: Vec<Fault>) -> Result<Parts, BuildError> {
    let mut checks = Checks::new(faults);
    let mut parts = Parts::of(before.clone());
    parts.datasets.extend(drafts.iter().filter_map(dataset));
    let nodes = nodes::build(drafts, before, &mut parts, &mut checks);
    let sources = sources::build(drafts, before, &mut parts, &mut checks);
    let known = Known { nodes: &nodes, sources: &sources };
    ties::build(drafts, known, &mut parts, &mut checks);
    let nodes = std::mem::take(&mut parts.nodes);
    let statements = || statements::build(drafts, known, &mut parts, &mut checks);
    let ((), names) = both(statements, || before.vocabulary().with(&nodes, before.node_count()));
    (parts.nodes, parts.names) = (nodes, names);
    events::build(drafts, known, &mut parts, &mut checks);
    words::build(drafts, &mut parts, &mut checks);
    retractions::build(drafts, &mut parts, &mut checks);
    match checks.into_faults() {
        faults if faults.is_empty() => Ok(parts),
        faults => Err(BuildError::new(faults)),
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
