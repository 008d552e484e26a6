//! Change over time: who shifted when, where a trend leads, where a series breaks, how support moves month by month, and
//! whether two camps come nearer.
//!
//! | to learn | use |
//! |---|---|
//! | when a holder's position on a matter became another | [`shifts`], [`shifts_on`] |
//! | whether what it says grows warmer or colder | [`Drift`]; for figures of your own [`Trend`] |
//! | where a series of figures breaks | [`breaks`] |
//! | how far two agree year by year | [`agreement_by_year`] |
//! | how many stand on each side month by month | [`support_by_month`], [`said_by_month`] |
//! | whether two camps come nearer | [`camps_by_year`] |

mod breaks;
mod camps;
mod drift;
mod grades;
mod shifts;
mod student;
mod support;
mod trend;

pub use breaks::{BreaksError, Penalty, breaks};
pub use camps::{Camps, agreement_by_year, camps_by_year};
pub use drift::{Drift, Line, Tendency};
pub use grades::{Grade, grades};
pub use shifts::{Shift, shifts, shifts_on};
pub use support::{Support, said_by_month, support_by_month};
pub use trend::Trend;
