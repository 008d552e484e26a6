//! Names as the asker wrote them.

use std::hash::{Hash, Hasher};
use std::ops::Range;

/// A name as the asker wrote it: `foreign troops`, `Putin`, `A/RES/ES-11/1`.
///
/// A name that was read from a question also knows [where it stood](Self::span); that is no part of what it is: two
/// names of the same text are equal.
#[derive(Debug, Clone)]
pub struct Name {
    text: String,
    span: Option<Range<usize>>,
}

impl Name {
    /// The text, without surrounding white space.
    pub fn new(text: &str) -> Self {
        Self { text: text.trim().to_owned(), span: None }
    }

    /// The same name, read from these bytes of a question.
    #[must_use]
    pub(crate) fn read_at(self, span: Range<usize>) -> Self {
        Self { span: Some(span), ..self }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the question that it was read from; `None` for a name that was never in a question.
    ///
    /// ```
    /// let question = "who opposes foreign troops?";
    /// let query = stancegraph::ask::parse(question, None)?;
    /// let stancegraph::query::Form::Who(clauses) = query.form else { unreachable!() };
    /// assert_eq!(&question[clauses.first.target.span().unwrap()], "foreign troops");
    /// # Ok::<(), stancegraph::QuestionError>(())
    /// ```
    pub fn span(&self) -> Option<Range<usize>> {
        self.span.clone()
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Name {}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        Self::new(&text)
    }
}
