//! How far apart two texts are, and which texts cannot be near: cheap enough to look through every name of a graph.

use std::collections::HashMap;

/// What tells a text apart at a glance: which letters it has, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glance {
    /// One bit a letter; letters beyond a to z and 0 to 9 share the rest.
    letters: u64,
    length: u32,
}

impl Glance {
    /// Of a folded text.
    pub(super) fn of(text: &str) -> Self {
        text.chars().fold(Self { letters: 0, length: 0 }, |glance, letter| Self {
            letters: glance.letters | 1 << bit(letter),
            length: glance.length.saturating_add(1),
        })
    }

    /// How many letters there are.
    pub(super) const fn length(self) -> u32 {
        self.length
    }

    /// Whether two texts may lie within `edits` edits of each other: one edit takes at most one letter away and
    /// brings at most one.
    pub(super) const fn may_be_near(self, other: Self, edits: u32) -> bool {
        self.length.abs_diff(other.length) <= edits
            && (self.letters & !other.letters).count_ones() <= edits
            && (other.letters & !self.letters).count_ones() <= edits
    }

    /// Whether a text may hold another one.
    pub(super) const fn may_hold(self, other: Self) -> bool {
        other.length <= self.length && other.letters & !self.letters == 0
    }
}

fn bit(letter: char) -> u32 {
    match letter {
        'a'..='z' => u32::from(letter) - u32::from('a'),
        '0'..='9' => 26 + u32::from(letter) - u32::from('0'),
        other => 36 + u32::from(other) % 28,
    }
}

/// A text to measure others against.
///
/// The distance counts letters to insert, drop, replace or swap with the next; no letter is edited twice.
///
/// # Source
/// Hyyrö (2003), a bit-vector algorithm for the restricted distance of Damerau: one column of the table is two words.
#[derive(Debug)]
pub(super) struct Measure<'t> {
    text: &'t str,
    length: u32,
    /// Where each letter stands in the text: bit `i` for the letter `i`. Most letters are ASCII and found by number.
    plain: [u64; 128],
    others: HashMap<char, u64>,
}

/// The longest text whose column fits a word.
const WORD: u32 = u64::BITS;

impl<'t> Measure<'t> {
    /// A measure against this text.
    pub(super) fn new(text: &'t str) -> Self {
        let (mut plain, mut others) = ([0; 128], HashMap::new());
        for (at, letter) in text.chars().enumerate().take(WORD as usize) {
            let place = plain.get_mut(letter as usize).unwrap_or_else(|| others.entry(letter).or_default());
            *place |= 1 << at;
        }
        Self { text, length: Glance::of(text).length, plain, others }
    }

    /// The distance to another text, if it is at most `edits`.
    ///
    /// # Complexity
    /// O(n) for a text of `n` letters against one of at most 64; O(m n) against a longer one.
    pub(super) fn within(&self, other: &str, edits: u32) -> Option<u32> {
        let distance = if (1..=WORD).contains(&self.length) {
            self.in_words(other, edits)?
        } else {
            u32::try_from(strsim::osa_distance(self.text, other)).ok()?
        };
        (distance <= edits).then_some(distance)
    }

    fn places(&self, letter: char) -> u64 {
        let found = self.plain.get(letter as usize).or_else(|| self.others.get(&letter));
        found.copied().unwrap_or_default()
    }

    /// Gives up where the letters that are left cannot make good what lies behind.
    fn in_words(&self, other: &str, edits: u32) -> Option<u32> {
        let last = 1_u64 << (self.length - 1);
        let mut left = u32::try_from(other.chars().count()).ok()?;
        let (mut column, mut distance) = (Column::default(), self.length);
        for letter in other.chars() {
            let (up, down) = column.next(self.places(letter));
            distance = distance + u32::from(up & last != 0) - u32::from(down & last != 0);
            left -= 1;
            if distance > edits + left {
                return None;
            }
        }
        Some(distance)
    }
}

/// One column of the table of distances, as the steps between its cells.
struct Column {
    /// Where the distance grows by one from a cell to the one below.
    grows: u64,
    /// Where it shrinks.
    shrinks: u64,
    /// Where it stayed the same along the diagonal into this column.
    same: u64,
    /// Where the letter of this column stands in the text.
    places: u64,
}

impl Default for Column {
    fn default() -> Self {
        Self { grows: u64::MAX, shrinks: 0, same: 0, places: 0 }
    }
}

impl Column {
    /// Moves on by a letter that stands at these places; where a row's distance grows and shrinks on the way.
    fn next(&mut self, places: u64) -> (u64, u64) {
        let swapped = ((!self.same & places) << 1) & self.places;
        let carried = (places & self.grows).wrapping_add(self.grows) ^ self.grows;
        let same = swapped | carried | places | self.shrinks;
        let (up, down) = (self.shrinks | !(same | self.grows), same & self.grows);
        let shifted = up << 1 | 1;
        *self = Self { grows: down << 1 | !(same | shifted), shrinks: shifted & same, same, places };
        (up, down)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_distance_is_that_of_the_table(left in "[abc ]{0,70}|[aé我]{0,9}", right in "[abc ]{0,12}|[aé我]{0,9}", edits in 0..80_u32) {
            let table = u32::try_from(strsim::osa_distance(&left, &right)).unwrap();
            prop_assert_eq!(Measure::new(&left).within(&right, edits), Some(table).filter(|far| *far <= edits));
        }

        #[test]
        fn what_is_near_is_never_passed_over(left in "[a-d9é ]{0,9}", right in "[a-d9é ]{0,9}") {
            let table = u32::try_from(strsim::osa_distance(&left, &right)).unwrap();
            prop_assert!(Glance::of(&left).may_be_near(Glance::of(&right), table));
        }
    }

    #[test]
    fn other_letters_tell_texts_apart_at_a_glance() {
        assert!(!Glance::of("ukraine").may_be_near(Glance::of("hungary"), 1));
        assert!(Glance::of("ukraine").may_be_near(Glance::of("ukrain"), 1));
    }
}
