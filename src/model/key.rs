//! Keys: the lasting names of nodes, sources and statements.

use std::fmt;
use std::sync::Arc;

/// The lasting name of a node, source or statement: a slug (`vladimir-putin`) or a code (`UKR`).
///
/// Invariant: 1 to 128 ASCII letters, digits and `- _ . : /`, starting with a letter or digit.
///
/// ```
/// use stancegraph::Key;
/// assert_eq!(Key::new("vladimir-putin").unwrap().as_str(), "vladimir-putin");
/// assert!(Key::new("Vladimir Putin").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Arc<str>);

/// A text that cannot be a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{found}` cannot be a key; use 1 to 128 ASCII letters, digits and - _ . : /, starting with a letter or digit, such as `{suggestion}`"
)]
pub struct KeyError {
    found: String,
    suggestion: String,
}

impl Key {
    /// The most characters a key may have.
    pub const MAX_LENGTH: usize = 128;

    /// Reads a key.
    ///
    /// # Errors
    /// [`KeyError`] for an empty, long or otherwise ill-formed text, with a key that could stand for it.
    pub fn new(text: &str) -> Result<Self, KeyError> {
        let starts_well = text.starts_with(|first: char| first.is_ascii_alphanumeric());
        let in_alphabet = text.bytes().all(Self::may_contain);
        if starts_well && in_alphabet && text.len() <= Self::MAX_LENGTH {
            return Ok(Self(text.into()));
        }
        Err(KeyError { found: text.chars().take(60).collect(), suggestion: suggestion(text) })
    }

    /// Whether a key may contain this character.
    pub(crate) fn may_contain(byte: u8) -> bool {
        byte.is_ascii_alphanumeric() || b"-_.:/".contains(&byte)
    }

    /// A key for a record whose own is entered later.
    pub(crate) fn stand_in() -> Self {
        Self("x".into())
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn suggestion(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.take(8).collect::<Vec<_>>().join("-").to_ascii_lowercase();
    if slug.is_empty() { "some-key".into() } else { slug.chars().take(60).collect() }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl std::str::FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        Self::new(text)
    }
}

impl std::borrow::Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl serde::Serialize for Key {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_codes_and_slugs_are_keys() {
        for good in ["UKR", "A/RES/ES-11/1", "un-es-11-1", "s1", "2022.q1:x_y"] {
            assert!(Key::new(good).is_ok(), "{good}");
        }
        for bad in ["", "-x", "a b", "Kyjív", &"x".repeat(129)] {
            assert!(Key::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_ill_formed_key_is_told_a_good_one() {
        let error = Key::new("Vladimir Putin").unwrap_err().to_string();
        assert!(error.ends_with("such as `vladimir-putin`"), "{error}");
    }
}
