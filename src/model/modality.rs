//! How firmly a stance was put.

use super::word::code_words;

/// How firmly a holder put a stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// Said plainly.
    Asserted,
    /// Said with reserve ("could be deployed"): a position, marked hedged.
    Hedged,
    /// Only hinted at: never a position, always listed apart.
    Hinted,
}

code_words!(Modality, "modality", { Asserted = 0 "asserted", Hedged = 1 "hedged", Hinted = 2 "hinted" });
