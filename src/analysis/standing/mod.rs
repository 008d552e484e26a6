//! Standing: who matters in a network of friends and enemies, and who can turn a vote.

mod pivotal;
mod pn;

pub use pivotal::{Pivotal, PivotalError};
pub use pn::pn_centrality;
