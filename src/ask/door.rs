//! The two doors of a graph: a question in words, and a query as data.

use crate::answer::Answer;
use crate::graph::StanceGraph;
use crate::query::Query;

use super::{QuestionError, Reading, execute, read};

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
        self.answer(&read(question, Some(self.vocabulary()))?)
    }

    /// Answers a question that was read, with what its reading has to note.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    ///
    /// # Example
    /// ```
    /// let graph = stancegraph::datasets::article()?;
    /// let mut reading = stancegraph::ask::read("who oposes foreign troops", Some(graph.vocabulary()))?;
    /// reading.query_mut().modifiers.as_of = Some("2025-09-05".parse()?);
    /// assert_eq!(graph.answer(&reading)?.notes(), ["`oposes` was read as `opposes`"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn answer(&self, reading: &Reading) -> Result<Answer, QuestionError> {
        let mut answer = execute::run(self, reading.query());
        answer.question = Some(reading.question().to_owned());
        answer.content.notes.extend(reading.notes().iter().cloned());
        Ok(answer)
    }

    /// Answers a query.
    ///
    /// # Errors
    /// [`QuestionError`] for a query that cannot be taken. Every form has its answer today, and none is refused.
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
        Ok(execute::run(self, query))
    }
}
