//! The rules for positions a second time: plain, slow and literal, sharing no code with the library.
//!
//! Everything works on text and day numbers. Where the rules are silent and the library had to choose, a comment
//! names the choice; it is then followed here.
//!
//! - `world`: what is on record, and the question; `days`: partial dates as first and last day;
//! - `view`: which statements can be seen at `k` and `t`, and what their conditions come to;
//! - `line`: supersession, and what is left standing of one line of statements on one proposal;
//! - `bases`: nearest basis first, from the pool to membership;
//! - `answer`: who, does, count and position; `why_not`, `clash` and `last_word` the other forms;
//! - `confidence`: figures.

pub(crate) mod answer;
mod bases;
mod clash;
mod confidence;
pub(crate) mod days;
mod last_word;
mod line;
mod view;
mod why_not;
pub(crate) mod world;

pub(crate) use answer::{Answer, Finding, answer};
pub(crate) use line::Certainty;
