//! How far nations vote alike in roll calls.
//!
//! A figure of agreement means something only with the votes it was made of: the dataset, which roll calls were taken, and
//! the formula. All of it travels with each [`Score`], and scores over different votes refuse to be compared. Agreement
//! moves with the agenda, too: for change over time the roll calls of two years are different ones by nature, and a
//! rising line may show a change of topics.

mod ballots;
mod cast;
mod count;
mod roll_calls;
mod score;
mod vote_set;

pub use cast::Cast;
pub use count::Agreement;
pub use roll_calls::RollCalls;
pub use score::{DifferentVoteSets, Formula, Score};
pub use vote_set::{Contest, VoteSet};
