//! Why there are no ideal points.

/// Votes or settings of which no ideal points can be estimated.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum IdealPointsError {
    /// In no roll call did votes differ.
    #[error(
        "none of {calls} roll calls divides its voters; take a longer period, or proposals on which stances differ"
    )]
    Undivided {
        /// How many there are.
        calls: usize,
    },
    /// Someone by whom an axis is to be turned has no point.
    #[error(
        "`{key}` has no vote in a roll call that divides, and cannot tell which way an axis points; name someone who has"
    )]
    NotThere {
        /// Who was named.
        key: String,
    },
    /// An axis is to point from someone to the same one.
    #[error("an axis points from one holder to another, and `{key}` was named for both; name two")]
    SameEnds {
        /// Who was named twice.
        key: String,
    },
    /// A setting that is no number above 0.
    #[error("the {setting} is {value}; write a number above 0")]
    NotPositive {
        /// Which one.
        setting: &'static str,
        /// What was written.
        value: f64,
    },
}
