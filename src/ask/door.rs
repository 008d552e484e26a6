//! The two doors of a graph: a question in words, and a query as data.

use crate::answer::Answer;
use crate::graph::StanceGraph;
use crate::query::Query;

use super::{QuestionError, execute, read};

impl StanceGraph {
    /// Answers a question in plain English.
    ///
    /// # Errors
    /// [`QuestionError`] with the span at fault and what to write instead. A name that is not in the data is no
    /// error but an answer: the outcome says so.
    ///
    /// # Example
    /// ```
    /// let graph = stancegraph::datasets::article()?;
    /// let answer = graph.ask("who opposes foreign troops")?;
    /// assert_eq!(answer.findings().len(), 1);
    /// assert_eq!(answer.findings()[0].holder().name(), "Vladimir Putin");
    /// assert_eq!(answer.findings()[0].evidence().len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ask(&self, question: &str) -> Result<Answer, QuestionError> {
        let reading = read(question, Some(self.vocabulary()))?;
        let mut answer = execute::run(self, reading.query())?;
        answer.question = Some(question.to_owned());
        answer.content.notes.extend(reading.notes().iter().cloned());
        Ok(answer)
    }

    /// Answers a query.
    ///
    /// # Errors
    /// [`QuestionError`] for a query that cannot be taken, such as one that nothing answers yet.
    ///
    /// # Example
    /// ```
    /// use stancegraph::{Query, Stance};
    /// let graph = stancegraph::datasets::article()?;
    /// let answer = graph.run(&Query::what("Ukraine", Stance::Demands))?;
    /// assert_eq!(answer.findings()[0].target().name(), "ceasefire in Ukraine");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn run(&self, query: &Query) -> Result<Answer, QuestionError> {
        execute::run(self, query)
    }
}
