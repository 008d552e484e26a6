//! Where the signs stand that may end a field: commas, line ends, quotes.

/// Goes through bytes eight at a time and stops at those up to the comma, of which few are anything else than the end
/// of a field.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks {
    base: usize,
    /// The high bit of each of the eight bytes that is a mark and was not handed out.
    found: u64,
}

const HIGH: u64 = 0x8080_8080_8080_8080;
const LOW: u64 = !HIGH;
/// Added to a byte up to 127, sets its high bit where the byte is beyond the comma.
const BEYOND_COMMA: u64 = 0x0101_0101_0101_0101 * (0x80 - b',' as u64 - 1);

impl Marks {
    /// From this byte on.
    pub(super) fn from(bytes: &[u8], base: usize) -> Self {
        Self { base, found: marks(bytes, base) }
    }

    /// The place of the next byte that is no higher than a comma; the length where there is none.
    #[inline]
    pub(super) fn next(&mut self, bytes: &[u8]) -> usize {
        while self.found == 0 {
            self.base += 8;
            if self.base >= bytes.len() {
                return bytes.len();
            }
            self.found = marks(bytes, self.base);
        }
        let at = self.base + (self.found.trailing_zeros() >> 3) as usize;
        self.found &= self.found - 1;
        at
    }
}

#[inline]
fn marks(bytes: &[u8], base: usize) -> u64 {
    let rest = bytes.get(base..).unwrap_or_default();
    let eight = rest.first_chunk::<8>().copied().unwrap_or_else(|| {
        // Behind the end stand bytes that are no marks.
        let mut last = [u8::MAX; 8];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        last
    });
    let word = u64::from_le_bytes(eight);
    !(((word & LOW) + BEYOND_COMMA) | word) & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_up_to_the_comma_is_a_mark_wherever_it_stands() {
        for byte in 0..=u8::MAX {
            for at in 0..20 {
                let mut bytes = [b'x'; 20];
                bytes[at] = byte;
                let expected = if byte <= b',' { at } else { 20 };
                assert_eq!(Marks::from(&bytes, 0).next(&bytes), expected, "{byte} at {at}");
            }
        }
    }

    #[test]
    fn marks_come_one_by_one() {
        let bytes = b"a,bc,\n,,0123456789,x";
        let mut marks = Marks::from(bytes, 0);
        let found: Vec<usize> = std::iter::repeat_with(|| marks.next(bytes)).take(8).collect();
        assert_eq!(found, [1, 4, 5, 6, 7, 18, 20, 20]);
    }
}
