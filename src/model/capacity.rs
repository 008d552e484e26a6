//! In whose name a holder spoke.

use super::NodeId;

/// The capacity a statement was made in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Capacity {
    /// The source does not say.
    #[default]
    Unstated,
    /// In the holder's own name only; never counts for a nation or organization.
    Personal,
    /// On behalf of these nations and organizations; never empty.
    For(Vec<NodeId>),
}

impl Capacity {
    /// Those spoken for; empty where unstated or personal.
    pub fn powers(&self) -> &[NodeId] {
        match self {
            Self::For(powers) => powers,
            Self::Unstated | Self::Personal => &[],
        }
    }
}
