//! A graph that holds another one and more.

use crate::model::draft::{Draft, RetractionDraft};

use super::build::grown;
use super::{BuildError, StanceGraph};

impl StanceGraph {
    /// The graph with a batch added, or every fault of the batch and nothing added; this graph stays as it is.
    ///
    /// The batch may refer to all that the graph holds: nodes, sources, and statements that it takes back. It answers
    /// every question as a graph does that was built of both at once, and what has an id here keeps it there. Whoever
    /// holds this graph goes on seeing it; the two share what they have in common.
    ///
    /// # Errors
    /// [`BuildError`] with every fault and its place, as [`GraphBuilder`](crate::GraphBuilder) gives them; a key that the
    /// graph has already is one.
    ///
    /// # Complexity
    /// O(b log n) for `b` records that come to `n`, amortized over many batches: a statement is copied some thirty
    /// times for each of the few segments. A batch that brings nodes or ties costs O(m) besides, for all `m` nodes and ties
    /// of the graph: some milliseconds for 25,000 of each. One with records of conditions costs O(c) for the `c` there are.
    ///
    /// # Example
    /// ```
    /// use stancegraph::{GraphBuilder, model::draft::{Draft, NodeDraft, StatementDraft}};
    ///
    /// let mut draft = Draft::default();
    /// draft.nodes.push(NodeDraft::nation("KEN", "Kenya"));
    /// draft.nodes.push(NodeDraft::proposal("levy", "carbon levy"));
    /// draft.statements.push(StatementDraft::new("s1", "KEN", "rejects", "levy").said("2024-03-01"));
    /// let spring = GraphBuilder::new().add(draft).build()?;
    ///
    /// let mut news = Draft::default();
    /// news.statements.push(StatementDraft::new("s2", "KEN", "supports", "levy").said("2024-06-01"));
    /// let summer = spring.extend(&news)?;
    /// assert_eq!(summer.ask("who supports the carbon levy")?.findings().len(), 1);
    /// assert_eq!(spring.ask("who supports the carbon levy")?.findings().len(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn extend(&self, batch: &Draft) -> Result<Self, BuildError> {
        grown(self, batch)
    }

    /// The graph with a statement taken back on a day, such as `2024-06-01`; this graph stays as it is.
    ///
    /// Nothing is deleted. From that day on the statement no longer counts; asked what was known before it, the graph
    /// answers as ever, and a *why not* names the statement as retracted. A correction takes one back and adds another:
    /// to do both at once, [`extend`](Self::extend) with a batch that holds the statement and the retraction.
    ///
    /// # Errors
    /// [`BuildError`] where no statement has the key, it is taken back already, it was recorded only later, or the day is
    /// no date.
    ///
    /// # Complexity
    /// O(s + √n) for the `s` statements on its target and by its holder, of `n` in all, amortized.
    ///
    /// # Example
    /// ```
    /// let graph = stancegraph::datasets::article()?;
    /// let question = "who doubts talks with Zelensky";
    /// assert_eq!(graph.ask(question)?.findings().len(), 1);
    ///
    /// let corrected = graph.retract("putin-doubts-talks-p3", "2025-10-01")?;
    /// assert!(corrected.ask(question)?.findings().is_empty());
    /// assert_eq!(corrected.ask(&format!("{question} known at 2025-09-30"))?.findings().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn retract(&self, statement: &str, day: &str) -> Result<Self, BuildError> {
        let retractions = vec![RetractionDraft::new(statement, day)];
        self.extend(&Draft { retractions, ..Draft::default() })
    }
}
