//! Keys of statements: texts like all keys, kept as a prefix and a number where they are numbered.

use std::cmp::Ordering;
use std::fmt;

use super::Key;

/// The key of a statement. Millions of statements are mostly numbered, so it is a prefix and perhaps a number.
///
/// Compares and prints as the text it stands for.
///
/// ```
/// let graph = stancegraph::datasets::article()?;
/// let (_, first) = graph.statements().next().unwrap();
/// assert_eq!(first.key.to_key().as_str(), first.key.to_string());
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct StatementKey<'g> {
    prefix: &'g str,
    number: Option<u64>,
}

/// The digits of a number, without an allocation.
struct Digits {
    digits: [u8; 20],
    start: usize,
}

impl Digits {
    fn of(number: Option<u64>) -> Self {
        let (mut digits, mut start) = ([b'0'; 20], 20_usize);
        let mut rest = number;
        while let (Some(number), Some(before)) = (rest, start.checked_sub(1)) {
            start = before;
            // A remainder by ten is one digit.
            digits[start] = b'0' + u8::try_from(number % 10).unwrap_or_default();
            rest = Some(number / 10).filter(|rest| *rest > 0);
        }
        Self { digits, start }
    }

    fn bytes(&self) -> &[u8] {
        self.digits.get(self.start..).unwrap_or_default()
    }
}

impl<'g> StatementKey<'g> {
    pub(crate) const fn new(prefix: &'g str, number: Option<u64>) -> Self {
        Self { prefix, number }
    }

    /// A text as it is kept.
    pub(crate) fn of(text: &'g str) -> Self {
        let (prefix, number) = Self::split(text);
        Self { prefix, number }
    }

    /// The prefix and the number.
    pub(crate) const fn parts(self) -> (&'g str, Option<u64>) {
        (self.prefix, self.number)
    }

    /// Whether the text can be a key at all.
    pub(crate) fn is_key(self) -> bool {
        let digits = self.number.map_or(0, |number| number.checked_ilog10().unwrap_or_default() as usize + 1);
        let starts_well =
            self.prefix.bytes().next().map_or(digits > 0, |first| first.is_ascii_alphanumeric());
        starts_well
            && self.prefix.len() + digits <= Key::MAX_LENGTH
            && self.prefix.bytes().all(Key::may_contain)
    }

    /// Whether a prefix that a key may have leaves room for the number, whatever it is.
    #[cfg(feature = "csv")]
    pub(crate) fn has_room(self) -> bool {
        self.prefix.len() + 20 <= Key::MAX_LENGTH && self.number.is_some()
    }

    /// A text apart into what stands before its number and the number, if it ends in one that is written the usual way.
    /// The highest of all numbers stays text.
    fn split(text: &str) -> (&str, Option<u64>) {
        let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
        let (all, digits) = text.split_at(text.len() - digits);
        // Leading zeros belong to the prefix: they would not come back.
        let zeros = digits.len() - digits.trim_start_matches('0').len();
        let zeros = if zeros == digits.len() { zeros.saturating_sub(1) } else { zeros };
        let (zeros, number) = digits.split_at(zeros);
        match number.parse::<u64>() {
            Ok(number) if number < u64::MAX => {
                (text.get(..all.len() + zeros.len()).unwrap_or(text), Some(number))
            }
            _ => (text, None),
        }
    }

    /// As a key of its own.
    pub fn to_key(self) -> Key {
        Key::new(&self.to_string()).unwrap_or_else(|_| Key::stand_in())
    }
}

impl Ord for StatementKey<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let (ours, theirs) = (Digits::of(self.number), Digits::of(other.number));
        let bytes = self.prefix.bytes().chain(ours.bytes().iter().copied());
        bytes.cmp(other.prefix.bytes().chain(theirs.bytes().iter().copied()))
    }
}

impl PartialOrd for StatementKey<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for StatementKey<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for StatementKey<'_> {}

impl PartialEq<str> for StatementKey<'_> {
    fn eq(&self, text: &str) -> bool {
        let digits = Digits::of(self.number);
        text.as_bytes().strip_prefix(self.prefix.as_bytes()) == Some(digits.bytes())
    }
}

impl PartialEq<&str> for StatementKey<'_> {
    fn eq(&self, text: &&str) -> bool {
        self == *text
    }
}

impl fmt::Display for StatementKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            None => f.pad(self.prefix),
            Some(number) => f.pad(&format!("{}{number}", self.prefix)),
        }
    }
}

impl serde::Serialize for StatementKey<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> StatementKey<'_> {
        let (prefix, number) = StatementKey::split(text);
        StatementKey::new(prefix, number)
    }

    #[test]
    fn a_key_comes_back_as_it_was_written() {
        let texts =
            ["s1", "s0", "s00", "s007", "1", "0", "s18446744073709551615", "s18446744073709551616", "x"];
        for text in texts {
            assert_eq!(key(text).to_string(), text);
            assert_eq!(key(text), text);
            assert_ne!(key(text), "s2");
        }
    }

    #[test]
    fn what_can_be_a_key_is_one() {
        let long = format!("{}{}", "x".repeat(Key::MAX_LENGTH - 3), 123);
        let longer = format!("x{long}");
        for text in
            ["s1", "0", "10", "s007", "", "-1", "s 1", "é1", "s-", "s18446744073709551616", &long, &longer]
        {
            assert_eq!(key(text).is_key(), Key::new(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn keys_are_ordered_as_texts() {
        let mut texts = ["s10", "s9", "s1", "s", "s01", "t1", "s1a", "9", "10"];
        texts.sort_unstable_by_key(|text| key(text));
        let mut plain = texts;
        plain.sort_unstable();
        assert_eq!(texts, plain);
    }

    #[test]
    fn keys_written_alike_are_equal_however_they_are_kept() {
        assert_eq!(StatementKey::new("s1", None), StatementKey::new("s", Some(1)));
    }
}
