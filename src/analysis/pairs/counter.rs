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
            fn split(self) -> Shared {
                Shared { agree: half(self & (Self::DISAGREE - 1)), disagree: half(self >> $half) }
            }
        }
    };
}

halves!(u16, 8);
halves!(u32, 16);
halves!(u64, 32);

/// One of the two counts. It has no more than 32 bits.
#[inline]
fn half(count: impl Into<u64>) -> u32 {
    let [a, b, c, d, ..] = count.into().to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}
