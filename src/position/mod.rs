//! From statements to positions: what is seen, what stands, on what basis, how surely.
//!
#![doc = include_str!("how_a_position_is_derived.md")]

mod assumption;
mod basis;
mod certainty;
mod condition;
mod confidence;
mod conflict;
mod derivation;
mod edges;
mod fate;
mod filter;
mod flow;
mod glance;
mod group;
mod holding;
mod last_word;
mod latest;
mod latest_on;
mod lean;
mod leaning;
mod line;
mod listing;
mod reach;
mod said_by;
mod selection;
mod succession;
mod timeline;
mod voice;
mod why_not;

pub use assumption::{Assumption, LeftOpen};
pub use basis::Basis;
pub use certainty::{Certainty, Surety};
pub use confidence::{Grading, Rating, RatingPart, SideRating};
pub use conflict::{Conflict, Contradiction};
pub use derivation::{Derivation, Step};
pub use edges::StanceEdges;
pub(crate) use fate::Fate;
pub use filter::Filter;
pub use flow::MonthlyFlow;
pub use holding::Position;
pub use latest::{Latest, NationTally};
pub(crate) use latest_on::LastWords;
pub use latest_on::LatestOn;
pub use lean::Lean;
pub use line::{Ending, Line};
pub use listing::Record;
pub use said_by::Said;
pub use selection::{Hidden, Lens, Selection};
pub use timeline::{Change, Stretch};
pub use voice::Voice;
pub use why_not::{Reason, WhyNot};
