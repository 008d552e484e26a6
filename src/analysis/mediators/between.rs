//! Whether someone stands between two sides.

use crate::model::NodeId;
use crate::position::{Lean, Selection};

impl Selection<'_> {
    /// Which way a holder leans on a matter; mixed where it does so in different ways.
    pub(super) fn lean_on(&self, holder: NodeId, target: NodeId) -> Option<Lean> {
        let records = self.records_of(holder, target).into_iter();
        let leans = records.flat_map(|record| record.positions).map(|position| position.lean);
        leans.reduce(|one, other| if one == other { one } else { Lean::Mixed })
    }
}

/// Those who stand between first, those who do not last.
pub(super) const fn rank(is_between: Option<bool>) -> u8 {
    match is_between {
        Some(true) => 0,
        None => 1,
        Some(false) => 2,
    }
}

/// On a matter, whether someone takes no side; otherwise whether it agrees with the one it is farther from at least half as far as
/// with the other.
pub(super) fn is_between(lean: Option<Lean>, agreement: [Option<f64>; 2]) -> Option<bool> {
    match lean {
        Some(Lean::Neutral | Lean::Mixed) => return Some(true),
        Some(Lean::Favor | Lean::Against) => return Some(false),
        Some(Lean::None) | None => {}
    }
    let [Some(left), Some(right)] = agreement else { return None };
    let (least, most) = (left.min(right), left.max(right));
    Some(most > 0.0 && least >= most / 2.0)
}
