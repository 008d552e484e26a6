//! The small fields of a statement in 16 bits.

use crate::model::{Act, Modality, Stance};

/// Stance, act, modality, and whether something is kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bits(u16);

const STANCE: u16 = 0x1f;
const ACT_AT: u16 = 5;
const ACT: u16 = 0x7;
const MODALITY_AT: u16 = 8;
const MODALITY: u16 = 0x3;
const APART: u16 = 1 << 10;

impl Bits {
    /// How many bits are in use.
    pub(super) const WIDTH: u32 = 11;

    /// The number that it is stored as.
    pub(super) const fn raw(self) -> u16 {
        self.0
    }

    /// What was stored as a number, sound or not.
    pub(super) const fn of_raw(raw: u16) -> Self {
        Self(raw)
    }

    /// The code of the stance.
    pub(super) const fn stance_code(self) -> u32 {
        (self.0 & STANCE) as u32
    }

    pub(super) fn new(stance: Stance, act: Act, modality: Modality, apart: bool) -> Self {
        let fields = u16::from(stance.code())
            | u16::from(act.code()) << ACT_AT
            | u16::from(modality.code()) << MODALITY_AT;
        Self(if apart { fields | APART } else { fields })
    }

    pub(super) fn stance(self) -> Stance {
        Stance::from_code(low(self.0 & STANCE)).unwrap_or(Stance::Absent)
    }

    pub(super) fn act(self) -> Act {
        Act::from_code(low(self.0 >> ACT_AT & ACT)).unwrap_or(Act::Said)
    }

    pub(super) fn modality(self) -> Modality {
        Modality::from_code(low(self.0 >> MODALITY_AT & MODALITY)).unwrap_or(Modality::Asserted)
    }

    /// The same of a statement that has something apart.
    pub(super) const fn with_apart(self) -> Self {
        Self(self.0 | APART)
    }

    pub(super) const fn has_apart(self) -> bool {
        self.0 & APART != 0
    }
}

/// The low byte; the masks leave no more.
fn low(field: u16) -> u8 {
    field.to_le_bytes()[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination_comes_back() {
        for &stance in Stance::ALL {
            for &act in Act::ALL {
                for &modality in Modality::ALL {
                    for apart in [false, true] {
                        let bits = Bits::new(stance, act, modality, apart);
                        assert_eq!(bits.stance(), stance);
                        assert_eq!(bits.act(), act);
                        assert_eq!(bits.modality(), modality);
                        assert_eq!(bits.has_apart(), apart);
                    }
                }
            }
        }
    }
}
