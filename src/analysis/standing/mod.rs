//! Standing: who matters in a network of friends and enemies, and who can turn a vote.
//!
//! | to learn | use | over |
//! |---|---|---|
//! | how many stand with and against each | [`degrees`] | all edges |
//! | whom many agree with, and those well placed | [`PageRank`] | friendships; edges with a direction |
//! | who is in the thick of agreement, and on which side of the main conflict | [`eigenvector_centrality`] | friendships; all edges |
//! | who links those that do not agree | [`Betweenness`] | friendships |
//! | who stands well with friends, enemies counted against it | [`pn_centrality`] | all edges, by sign |
//! | who can turn a vote | [`Pivotal`] | votes and a quota |
//!
//! Each gives a number for each member, in the order of the members; the edges behind it are those of the network, and lead to
//! statements by [`Network::behind`](crate::analysis::network::Network::behind). [`PageRank`] is
//! the published one, which petgraph 0.8.3's `page_rank` is not: it adds the jump to any node only where no edge leads.

mod betweenness;
mod degree;
mod eigenvector;
mod page_rank;
mod paths;
mod pivotal;
mod pn;
mod ways;

pub use betweenness::Betweenness;
pub use degree::{Degree, degrees};
pub use eigenvector::{Counted, eigenvector_centrality};
pub use page_rank::PageRank;
pub use paths::Crossing;
pub use pivotal::{Pivotal, PivotalError};
pub use pn::pn_centrality;
pub use ways::PageRankError;
