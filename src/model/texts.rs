//! Texts that repeat, kept once, each known by its number.

use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher as _;

/// Texts in the order in which they came first. What a look-up touches is small, so that it stays in the cache: of a short
/// text its print, which is the text itself; of a longer one the text too.
#[derive(Debug, Clone)]
pub(crate) struct Texts {
    /// All texts, end to end.
    all: String,
    /// Where each text ends.
    ends: Vec<usize>,
    numbers: HashTable<Entry>,
    hasher: DefaultHashBuilder,
    /// So that nobody can choose texts that fall together.
    seed: u64,
}

/// What a look-up finds: the print, as bytes so that it takes no more room than they do, and the number.
#[derive(Debug, Clone, Copy)]
struct Entry {
    print: [u8; 8],
    number: u32,
}

impl Entry {
    const fn print(&self) -> u64 {
        u64::from_le_bytes(self.print)
    }
}

/// The longest text that is its own print.
const SHORT: usize = 7;

impl Default for Texts {
    fn default() -> Self {
        let hasher = DefaultHashBuilder::default();
        let (all, ends, numbers) = Default::default();
        Self { all, ends, numbers, seed: hasher.hash_one(0_u64), hasher }
    }
}

impl Texts {
    /// The text of a number.
    #[inline]
    pub(crate) fn get(&self, number: u32) -> Option<&str> {
        text(&self.all, &self.ends, number)
    }

    /// The number of a text, if it is there.
    #[inline]
    pub(crate) fn find(&self, wanted: &str) -> Option<u32> {
        self.find_print(wanted, self.print(wanted))
    }

    /// The number of a text, which is entered where it is new.
    #[inline]
    pub(crate) fn number(&mut self, wanted: &str) -> u32 {
        let print = self.print(wanted);
        match self.find_print(wanted, print) {
            Some(number) => number,
            None => self.enter(wanted, print),
        }
    }

    #[inline]
    fn find_print(&self, wanted: &str, print: u64) -> Option<u32> {
        let is_it = |entry: &Entry| {
            entry.print() == print && (wanted.len() <= SHORT || self.get(entry.number) == Some(wanted))
        };
        self.numbers.find(spread(print, self.seed), is_it).map(|entry| entry.number)
    }

    /// A short text with its length in the high byte; of a longer one a hash, with a high byte that no length has.
    #[inline]
    fn print(&self, text: &str) -> u64 {
        let bytes = text.as_bytes();
        let length = (bytes.len() as u64) << 56;
        match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            _ if bytes.len() > SHORT => self.hasher.hash_one(text) | 0xff << 56,
            (Some(first), Some(last)) => {
                let [first, last] = [first, last].map(|four| u64::from(u32::from_le_bytes(*four)));
                first | last << (8 * (bytes.len() - 4)) | length
            }
            _ => bytes.iter().fold(0, |print, byte| print << 8 | u64::from(*byte)) | length,
        }
    }

    #[cold]
    fn enter(&mut self, new: &str, print: u64) -> u32 {
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.all.push_str(new);
        self.ends.push(self.all.len());
        let seed = self.seed;
        let entry = Entry { print: print.to_le_bytes(), number };
        self.numbers.insert_unique(spread(print, seed), entry, |entry| spread(entry.print(), seed));
        number
    }

    /// How many there are.
    pub(crate) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Bytes kept.
    pub(crate) fn bytes(&self) -> usize {
        let table = self.numbers.capacity() * (size_of::<Entry>() + 1);
        self.all.len() + size_of_val(&*self.ends) + table
    }

    /// All of them, in the order of their numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..).map_while(|number| self.get(number))
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all && self.ends == other.ends
    }
}

/// A hash of a print: both halves of a product.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the two halves of a product")]
const fn spread(print: u64, seed: u64) -> u64 {
    let product = (print ^ seed) as u128 * 0x9e37_79b9_7f4a_7c15;
    (product >> 64) as u64 ^ product as u64
}

#[inline]
fn text<'t>(all: &'t str, ends: &[usize], number: u32) -> Option<&'t str> {
    let at = number as usize;
    let start = if at == 0 { 0 } else { *ends.get(at - 1)? };
    all.get(start..*ends.get(at)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_number_and_comes_back() {
        let mut texts = Texts::default();
        let words = ["", "a", "ab", "b", "żółć", "a", ""];
        let numbers = words.map(|word| texts.number(word));
        assert_eq!(numbers, [0, 1, 2, 3, 4, 1, 0]);
        assert_eq!(numbers.map(|number| texts.get(number)), words.map(Some));
        assert_eq!((texts.find("ab"), texts.find("abb"), texts.get(5)), (Some(2), None, None));
        assert_eq!(texts.iter().count(), texts.len());
    }

    #[test]
    fn texts_of_every_length_stay_apart() {
        let mut texts = Texts::default();
        let all: Vec<String> =
            (0..20).flat_map(|length| ["a", "b", "\0"].map(|letter| letter.repeat(length))).collect();
        let numbers: Vec<u32> = all.iter().map(|text| texts.number(text)).collect();
        for (text, number) in all.iter().zip(numbers) {
            assert_eq!((texts.get(number), texts.find(text)), (Some(text.as_str()), Some(number)));
        }
        assert_eq!(texts.len(), 1 + 3 * 19);
    }

    #[test]
    fn many_texts_keep_their_numbers() {
        let mut texts = Texts::default();
        for number in 0..5_000 {
            assert_eq!(texts.number(&number.to_string()), number);
        }
        assert!((0..5_000).all(|number| texts.find(&number.to_string()) == Some(number)));
    }
}
