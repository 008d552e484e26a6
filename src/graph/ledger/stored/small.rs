//! The small fields of all statements: which are legal, and what each makes of a row.

use crate::model::{Act, Modality, NodeKind, Stance};

use super::super::bits::Bits;
use super::super::row::Row;

/// How many different small fields there may be, sound or not.
const COUNT: usize = 1 << Bits::WIDTH;

/// What each of the small fields makes of a row, by their number; none where they are not sound.
pub(super) fn times() -> Box<[Option<u32>]> {
    let mut times = vec![None; COUNT].into_boxed_slice();
    for &stance in Stance::ALL {
        for &act in Act::ALL {
            for &modality in Modality::ALL {
                for apart in [false, true] {
                    let bits = Bits::new(stance, act, modality, apart);
                    if let Some(place) = times.get_mut(usize::from(bits.raw())) {
                        *place = Some(Row::time_of(0, bits));
                    }
                }
            }
        }
    }
    times
}

/// It can hold stances.
pub(super) const HOLDER: u32 = 1 << 31;

/// What a node of a kind may be to a statement: a bit for each stance that can be held toward it, by its code, and
/// [`HOLDER`].
pub(super) fn roles(kind: NodeKind) -> u32 {
    let holder = if kind.is_holder() { HOLDER } else { 0 };
    let legal =
        Stance::ALL.iter().filter(|stance| kind != NodeKind::Topic && stance.is_legal_on(kind.class()));
    legal.fold(holder, |roles, stance| roles | 1 << stance.code())
}
