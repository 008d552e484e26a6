//! From statements to positions: what is seen, what stands, on what basis, how surely.
//!
//! The rules are stated once, each in its file, in the order in which they apply:
//!
//! 1. [`Selection`] sees a statement at a time, or says why not (both time axes, filters).
//! 2. A *line* of one voice's statements on one target is resolved: what is superseded, expired, withdrawn, standing.
//! 3. A *basis* is found for a voice: its own pool, representatives, the latest instance of a series, narrower or
//!    broader proposals, membership; the nearest wins.
//! 4. What stands becomes [`Position`]s, with their confidence and [`Derivation`].

mod basis;
mod certainty;
mod condition;
mod confidence;
mod conflict;
mod derivation;
mod group;
mod holding;
mod last_word;
mod lean;
mod line;
mod listing;
mod reach;
mod selection;
mod timeline;
mod voice;
mod why_not;

pub use basis::Basis;
pub use certainty::{Certainty, Surety};
pub use confidence::{Rating, SideRating};
pub use conflict::{Conflict, Contradiction};
pub use derivation::{Derivation, Step};
pub use holding::Position;
pub use lean::Lean;
pub use line::{Ending, Line};
pub use listing::Record;
pub use selection::{Hidden, Lens, Selection};
pub use timeline::{Change, Stretch};
pub use voice::Voice;
pub use why_not::{Reason, WhyNot};
