//! Members that nothing but common enemies holds together.

use crate::analysis::partition::canonical;
use crate::analysis::signed::SignedNetwork;

/// Whether those who stand against the same are a camp though no tie of theirs says that they stand together.
///
/// Modularity counts it for a camp that its members have fewer negative edges among them than chance would give them, and
/// so puts members together who share nothing but enemies, or have no edge at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CommonEnemies {
    /// No: within a camp, positive edges lead from each member to each other. What modularity puts together without that is
    /// told apart.
    #[default]
    Apart,
    /// Yes: the partition of highest modularity as it is.
    Together,
}

/// The camps of a partition, those that positive edges do not hold together divided into the parts that they do.
pub(super) fn held_together(network: &SignedNetwork, labels: &[usize]) -> Vec<usize> {
    let mut parts = vec![usize::MAX; labels.len()];
    for first in 0..labels.len() {
        if parts[first] != usize::MAX {
            continue;
        }
        parts[first] = first;
        let mut reached = vec![first];
        while let Some(place) = reached.pop() {
            for to in network.neighbors(place) {
                if to.weight > 0.0 && labels[to.place] == labels[first] && parts[to.place] == usize::MAX {
                    parts[to.place] = first;
                    reached.push(to.place);
                }
            }
        }
    }
    canonical(&parts)
}
