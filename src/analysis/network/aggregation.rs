//! How statements come together to the weight of an edge.

use crate::model::word::code_words;

use super::Mode;

/// How statements come together to the weight of an edge.
///
/// `X[i,j,k]` is the number of statements of holder `i` on target `j` at level `k`. Between two holders, for sides and
/// grades with `R` the highest level less the lowest:
///
/// | | weight of `i` and `i'` | range |
/// |---|---|---|
/// | ignore | `sum_j X[i,j,.] X[i',j,.]` | 0 and up |
/// | congruence | `sum_j sum_kl X[i,j,k] X[i',j,l] (1 - \|k - l\| / R)` | 0 and up |
/// | conflict | the same with `\|k - l\| / R` | 0 and up |
/// | subtract | congruence less conflict | any |
///
/// For categories congruence is `sum_jk X[i,j,k] X[i',j,k]`, and conflict adds up, over the pairs of target and category
/// that just one of the two has, how often it has them: unlike the other weights it joins holders without a common target.
///
/// Between a holder and a target: ignore counts; subtract is for less against, the sum of the grades, or for categories the
/// count; combine is a number of which each bit stands for a level that occurs, the lowest level in the highest bit (of
/// sides 1: only for, 2: only against, 3: both).
///
/// A pair without anything in common has no edge: that is not an edge of weight 0 in favor of disagreement.
///
/// # Source
/// Leifeld (2017), Discourse Network Analysis: policy debates as dynamic networks, in The Oxford Handbook of Political
/// Networks; combine and the reading of grades as in the software of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Aggregation {
    /// Whatever the level.
    #[default]
    Ignore,
    /// By how alike the levels are.
    Congruence,
    /// By how different the levels are.
    Conflict,
    /// Congruence less conflict; for less against.
    Subtract,
    /// Which levels occur.
    Combine,
}

code_words!(Aggregation, "aggregation", {
    Ignore = 0 "ignore", Congruence = 1 "congruence", Conflict = 2 "conflict", Subtract = 3 "subtract",
    Combine = 4 "combine",
});

impl Aggregation {
    /// Whether it has a meaning in a mode.
    pub const fn fits(self, mode: Mode) -> bool {
        match self {
            Self::Ignore | Self::Subtract => true,
            Self::Congruence | Self::Conflict => mode.is_one_mode(),
            Self::Combine => !mode.is_one_mode(),
        }
    }
}
