//! Camps: holders who stand together more than chance would have it, and against others.
//!
//! [`CampSearch`] finds the camps of a signed network, [`Camps`] tells them with their cohesion, their distances and who
//! stands between them, [`CampCourse`] follows them over a series of networks.

mod apart;
mod course;
mod leiden;
mod level;
mod matter;
mod modularity;
mod polish;
mod pulls;
mod search;
mod told;

pub use apart::CommonEnemies;
pub use course::{CampChange, CampCourse, CampEvent};
pub use modularity::modularity;
pub use search::{CampSearch, Quality, ResolutionError};
pub use told::{Between, Camp, Camps};
