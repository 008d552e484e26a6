//! Two counts in one number.

use super::Shared;

/// How many agreements and disagreements there are, in one number.
pub(super) trait Counter: Copy + Default {
    /// One agreement.
    const AGREE: Self;
    /// One disagreement.
    const DISAGREE: Self;
    /// Both counts of the two.
    fn plus(self, other: Self) -> Self;
    /// So many of each.
    fn of(agree: u8, disagree: u8) -> Self;
    /// Whether there are none of either.
    fn is_none(self) -> bool;
    /// The two counts.
    fn split(self) -> Shared;
}

/// Counts a holder with less than 256 sides, one with less than 65,536, and any.
macro_rules! halves {
    ($whole:ty, $half:expr) => {
        impl Counter for $whole {
            const AGREE: Self = 1;
            const DISAGREE: Self = 1 << $half;

            #[inline]
            fn plus(self, other: Self) -> Self {
                self + other
            }

            #[inline]
            fn of(agree: u8, disagree: u8) -> Self {
                Self::from(agree) | Self::from(disagree) << $half
            }

            #[inline]
            fn is_none(self) -> bool {
                self == 0
            }

            #[inline]
            fn split(self) -> Shared {
                let [agree, disagree] = [self & (Self::DISAGREE - 1), self >> $half]
                    .map(|half| u32::try_from(half).unwrap_or(u32::MAX));
                Shared { agree, disagree }
            }
        }
    };
}

halves!(u16, 8);
halves!(u32, 16);
halves!(u64, 32);
