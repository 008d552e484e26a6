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
//! | who is for and who against whom, as a network with signs | [`signed::SignedNetwork`] |
//! | whether enemies of enemies are friends, and how far from two factions | [`balance::Triads`], [`balance::Frustration`] |
//! | which camps there are, how far apart, who stands between them | [`camps::Camps`] |
//! | which camps there are on a matter | [`Selection::networks_on`](crate::position::Selection::networks_on) |
//! | who could mediate between two holders | [`Selection::mediators`](crate::position::Selection::mediators) |
//! | who stands alone on a matter | [`Selection::isolation`](crate::position::Selection::isolation) |
//! | which camps join, split or vanish, and who changes sides | [`camps::CampCourse`] |
//! | how polarized a debate is, and between whom | [`polarization::Polarization`] |
//! | which few matters a network of holders rests on | [`backbone::Backbones`] |
//! | who stands well with friends and enemies, and who can turn a vote | [`standing::pn_centrality`], [`standing::Pivotal`] |

pub mod agreement;
pub mod backbone;
pub mod balance;
pub mod bootstrap;
pub mod camps;
pub mod change;
mod each;
pub mod ideal_points;
pub mod intercoder;
mod isolation;
mod likeness;
mod mediators;
pub mod network;
pub mod pairs;
mod partition;
pub mod polarization;
mod random;
pub mod signed;
pub mod standing;
mod symmetric;
mod time;

pub use isolation::Isolation;
pub use likeness::Likeness;
pub use mediators::{CampMediator, Mediator};
pub use time::{Time, TimeError, Unit};

/// Rows to be shared between threads. They lose partners toward the end: many small stretches keep every thread busy.
#[cfg(feature = "parallel")]
fn stretches(rows: usize) -> Vec<std::ops::Range<usize>> {
    let step = rows.div_ceil(64).max(1);
    (0..rows).step_by(step).map(|row| row..(row + step).min(rows)).collect()
}
