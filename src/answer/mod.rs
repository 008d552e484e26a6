//! Answers: owned data with evidence and derivation, and the body of each form of question.

mod body;
mod coverage;
mod finding;
mod forms;
mod outcome;
mod verdict;
mod words;

pub use body::{Answer, Clash, Turn};
pub(crate) use body::{ChangeData, Content};
pub use coverage::Coverage;
pub(crate) use finding::FindingData;
pub use finding::{Evidence, Finding};
pub(crate) use forms::{
    Clause, View, changes, contradictions, count, does, last_word, pairs, position, profile, said, ties,
    timeline, what, which, who, why_not,
};
pub use outcome::{Candidate, Correction, Outcome};
pub use verdict::Verdict;
