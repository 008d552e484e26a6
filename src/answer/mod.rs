//! Answers: owned data with evidence and derivation, and the body of each form of question.

mod body;
mod coverage;
mod finding;
mod forms;
mod outcome;
mod verdict;
mod words;

pub use body::Answer;
pub(crate) use body::Content;
pub use coverage::Coverage;
pub(crate) use finding::FindingData;
pub use finding::{Evidence, Finding};
pub(crate) use forms::{Clause, count, does, pairs, position, profile, said, ties, what, which, who};
pub use outcome::{Candidate, Correction, Outcome};
pub use verdict::Verdict;
