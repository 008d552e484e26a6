//! What may happen to a file, by chance or by somebody who knows the layout.

use crate::bytes::{self, Lots, Parts};

/// Bits flipped, bytes set, a stretch taken out, doubled, moved or brought from another file, or the end cut off.
pub(crate) fn damaged(file: &[u8], other: &[u8], lots: &mut Lots) -> Vec<u8> {
    let mut damaged = file.to_vec();
    for _ in 0..=lots.below(3) {
        let at = lots.below(damaged.len());
        let end = (at + 1 + lots.below(40)).min(damaged.len());
        match lots.below(6) {
            _ if damaged.is_empty() => {}
            0 => damaged[at] ^= 1 << lots.below(8),
            1 => damaged[at..end].fill([0, 0xff, 0x80][lots.below(3)]),
            2 => _ = damaged.drain(at..end),
            3 => {
                let stretch = damaged[at..end].to_vec();
                let to = lots.below(damaged.len());
                damaged.splice(to..to, stretch);
            }
            4 => {
                let from = lots.below(other.len());
                let stretch = other[from..].iter().copied().take(end - at).collect::<Vec<_>>();
                damaged.splice(at..end, stretch);
            }
            _ => damaged.truncate(at),
        }
    }
    damaged
}

/// Changes some bytes of a part, or takes a part from another file.
pub(crate) fn forge(parts: &mut Parts, whole: &[Vec<u8>], lots: &mut Lots) {
    for _ in 0..=lots.below(2) {
        let which = lots.below(parts.len());
        let bytes = &mut parts[which].1;
        let at = lots.below(bytes.len());
        let end = (at + 1 + lots.below(8)).min(bytes.len());
        match lots.below(9) {
            _ if bytes.is_empty() => bytes.push(lots.byte()),
            0 => bytes[at] ^= 1 << lots.below(8),
            1 => bytes[at] = lots.byte(),
            2 => bytes[at] = bytes[at].wrapping_add(1),
            3 => bytes[at] = bytes[at].wrapping_sub(1),
            4 => bytes[at..end].fill([0, 0xff, 0x7f][lots.below(3)]),
            5 => bytes.insert(at, lots.byte()),
            6 => _ = bytes.drain(at..end),
            7 => {
                let to = lots.below(bytes.len());
                bytes.swap(at, to);
            }
            _ => {
                let other = bytes::parts(&whole[lots.below(whole.len())]);
                parts[which] = other[which].clone();
            }
        }
    }
}
