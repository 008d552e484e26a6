//! Polarization: how far agreement and conflict deviate from groups that agree evenly within and are evenly at odds.
//!
//! [`Opposition`] holds the congruence and the conflict of the same statements, [`Opposition::deviation`] is the measure for
//! a given partition, and [`Polarization`] tells its extremes over all partitions.

mod climb;
mod exact;
mod measure;
mod opposition;
mod search;

pub use opposition::{Opposition, OppositionError};
pub use search::{Extreme, Polarization, PolarizationSearch, Sizes};
