//! What weights are divided by.

use crate::model::word::code_words;

use super::Mode;

/// What the weight of an edge is divided by; 0 where the divisor is 0.
///
/// With `T_i` the number of statements of `i`:
///
/// | | divisor | weights of congruence |
/// |---|---|---|
/// | none | 1 | 0 and up |
/// | average | `(T_i + T_i') / 2`: many statements alone bring no weight | 0 and up |
/// | jaccard | over the pairs of target and level: `X[i]` where `i'` has none, `X[i']` where `i` has none, `X[i] X[i']` where both have some | 0 to 1 for sides |
/// | cosine | the product of the lengths of the two vectors | 0 to 1 |
/// | activity | of a holder and a target: the sum of the holder's row | |
/// | prominence | of a holder and a target: the sum of the target's column | |
///
/// The vector of cosine is that of the counts by target where levels are ignored, and by target and level otherwise; its
/// length is the root of its congruence with itself, which for sides and categories is its Euclidean norm. Grades that are near count
/// as partly the same in the length as they do in the weight, so that no cosine exceeds 1.
///
/// Activity and prominence add up counts; where weights are combined, the pairs that have any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Normalization {
    /// By nothing.
    #[default]
    None,
    /// By the mean number of statements.
    Average,
    /// By what either has.
    Jaccard,
    /// By the lengths of both vectors.
    Cosine,
    /// By all of the holder.
    Activity,
    /// By all on the target.
    Prominence,
}

code_words!(Normalization, "normalization", {
    None = 0 "none", Average = 1 "average", Jaccard = 2 "jaccard", Cosine = 3 "cosine", Activity = 4 "activity",
    Prominence = 5 "prominence",
});

impl Normalization {
    /// Whether it has a meaning in a mode.
    pub const fn fits(self, mode: Mode) -> bool {
        match self {
            Self::None => true,
            Self::Average | Self::Jaccard | Self::Cosine => mode.is_one_mode(),
            Self::Activity | Self::Prominence => !mode.is_one_mode(),
        }
    }
}
