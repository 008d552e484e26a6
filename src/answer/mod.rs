//! Answers: owned data with evidence and derivation, and the body of each form of question.

mod assumed;
mod body;
mod coverage;
mod explanation;
mod finding;
mod forms;
mod outcome;
mod scope;
mod shared;
mod understanding;
mod verdict;
mod words;

pub use assumed::Assumed;
pub(crate) use assumed::assumptions;
pub use body::{Answer, AnswerCamps, Clash, SupportMonth, Turn, When};
pub(crate) use body::{ChangeData, Content, SupportData, WhenData};
pub use coverage::Coverage;
pub use explanation::{Explanation, LeftOut, Looked, Matter, NameExplained, Omission};
pub(crate) use finding::FindingData;
pub use finding::{Evidence, Finding};
pub(crate) use forms::{
    Clause, Joined, View, agreeing, agreement, camps, changes, compare, contradictions, count, does, drift,
    isolated, joined, last_word, mediation, pairs, position, profile, said, support, tied, ties, timeline,
    what, when, which, why_not,
};
pub use outcome::{Candidate, Correction, Outcome, Unclear};
pub use shared::{Accord, Shared};
pub(crate) use shared::{Comparison, SharedData};
pub use understanding::Match;
pub(crate) use understanding::{NameRead, Understanding};
pub use verdict::Verdict;
