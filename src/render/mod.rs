//! An answer as [`text`] for a terminal, as a [`table`], as [`json`] for programs, as [`markdown`] with citations.
//!
//! All four show the same lists in the same order and none adds to what the answer says. Output is escaped for where
//! it goes, and the same answer always gives the same bytes.

mod assumed;
mod board;
mod clean;
mod condition;
mod derivation;
mod detail;
mod doubt;
mod evidence;
mod explanation;
mod filter;
#[cfg(test)]
pub(crate) mod fixture;
mod json;
mod markdown;
mod page;
mod rating;
mod remark;
mod section;
mod sentence;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod tie;
mod trend;
mod verb;
mod verdict;

pub use clean::{clean, escape_unseen};
pub use derivation::derivation;
pub(crate) use derivation::step;
pub use json::{derivation_json, json, json_explained, json_value};
pub use markdown::markdown;
pub use table::table;
pub use text::text;
