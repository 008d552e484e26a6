//! Balance: whether the friends of friends are friends, and the enemies of enemies too.
//!
//! [`Triads`] counts the triangles of a signed network by their signs, [`Frustration`] tells how many edges, or how much
//! weight, stand in the way of two factions that are at peace within and at odds with each other.

mod cycles;
mod frustration;
mod switching;
mod triads;

pub use frustration::{Frustration, Weighing};
pub use triads::{Signs, Triad, Triads};
