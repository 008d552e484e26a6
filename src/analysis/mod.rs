//! Measures over what a [`Selection`](crate::position::Selection) sees: networks of who stands with whom, agreement on
//! roll calls, on how many matters each two holders are of one mind.
//!
//! One measure a file, each with its formula, its range, what absence gives, and where it comes from. No measure fills a
//! gap: who said nothing on a matter neither agrees nor disagrees on it.
//!
//! | to learn | use |
//! |---|---|
//! | who says the same as whom, and how often | [`network::Networks`] |
//! | how that changes over time | [`Networks::moving`](network::Networks::moving), [`Networks::smoothed`](network::Networks::smoothed) |
//! | how far nations vote alike | [`agreement::RollCalls`] |
//! | where each stands on the lines that divide them, and how that moves | [`ideal_points::IdealPoints`] |
//! | how sure a figure is | [`bootstrap::Bootstrap`] |
//! | who shifted when, where a trend leads, when a series breaks, whether camps come nearer | [`change`] |
//! | whether coders coded alike | [`intercoder::Ratings`] |
//! | how far two holders are of one mind, whatever they are on record on | [`Selection::likeness`](crate::position::Selection::likeness) |
//! | on how many matters each two of many holders are of one mind | [`pairs::Sides`] |

pub mod agreement;
pub mod bootstrap;
pub mod change;
mod each;
pub mod ideal_points;
pub mod intercoder;
mod likeness;
pub mod network;
pub mod pairs;
mod random;
mod time;

pub use likeness::Likeness;
pub use time::{Time, TimeError, Unit};

/// Rows to be shared between threads. They lose partners toward the end: many small stretches keep every thread busy.
#[cfg(feature = "parallel")]
fn stretches(rows: usize) -> Vec<std::ops::Range<usize>> {
    let step = rows.div_ceil(64).max(1);
    (0..rows).step_by(step).map(|row| row..(row + step).min(rows)).collect()
}
