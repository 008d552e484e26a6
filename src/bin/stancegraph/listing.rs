//! Under whose name positions are listed.

use clap::ValueEnum;
use stancegraph::query::Listing;

/// Whose positions are wanted instead of those of speakers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum By {
    /// Those of nations, for all who speak for them
    Nation,
}

impl By {
    /// The listing that is asked for; by speakers where nothing is.
    pub(crate) const fn listing(by: Option<Self>) -> Listing {
        match by {
            Some(Self::Nation) => Listing::Nations,
            None => Listing::Speakers,
        }
    }
}
