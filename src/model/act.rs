//! What kind of act showed the stance.

use super::word::code_words;

/// What a holder did that showed a stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Said or wrote it.
    Said,
    /// Cast a vote, or was a member with no vote recorded.
    Voted,
    /// Signed, ratified or acceded.
    Signed,
    /// Acted: military operations, sanctions, a meeting. Kept as an act; never makes a position.
    Did,
}

code_words!(Act, "act", { Said = 0 "said", Voted = 1 "voted", Signed = 2 "signed", Did = 3 "did" });
