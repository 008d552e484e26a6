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

/// For holders with fewer than 65,536 sides each: the smaller the counters, the more of them are near at hand.
impl Counter for u32 {
    const AGREE: Self = 1;
    const DISAGREE: Self = 1 << 16;

    #[inline]
    fn plus(self, other: Self) -> Self {
        self + other
    }

    #[inline]
    fn of(agree: u8, disagree: u8) -> Self {
        Self::from(agree) | Self::from(disagree) << 16
    }

    #[inline]
    fn is_none(self) -> bool {
        self == 0
    }

    #[inline]
    fn split(self) -> Shared {
        Shared { agree: self & 0xffff, disagree: self >> 16 }
    }
}

impl Counter for u64 {
    const AGREE: Self = 1;
    const DISAGREE: Self = 1 << 32;

    #[inline]
    fn plus(self, other: Self) -> Self {
        self + other
    }

    #[inline]
    fn of(agree: u8, disagree: u8) -> Self {
        Self::from(agree) | Self::from(disagree) << 32
    }

    #[inline]
    fn is_none(self) -> bool {
        self == 0
    }

    #[inline]
    fn split(self) -> Shared {
        let [agree, disagree] =
            [self & 0xffff_ffff, self >> 32].map(|half| u32::try_from(half).unwrap_or(u32::MAX));
        Shared { agree, disagree }
    }
}
