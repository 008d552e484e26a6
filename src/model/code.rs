//! Codes elsewhere: ISO, Correlates of War, Wikidata, UN document symbols.

/// A node's code in another system, such as `iso2` = `UA`.
///
/// Invariant: the scheme is a slug; codes of the schemes known here have the shape their standard gives them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExternalId {
    scheme: String,
    value: String,
}

/// A code that its scheme cannot have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{value}` is no code of `{scheme}`; write {expected}")]
pub struct ExternalIdError {
    scheme: String,
    value: String,
    expected: &'static str,
}

impl ExternalId {
    /// Checks the code against its scheme; a scheme not known here takes any text of 1 to 200 characters.
    ///
    /// # Errors
    /// [`ExternalIdError`] with the shape that the scheme wants.
    ///
    /// ```
    /// use stancegraph::model::ExternalId;
    /// assert!(ExternalId::new("iso3", "UKR").is_ok());
    /// assert!(ExternalId::new("iso3", "Ukr").is_err());
    /// ```
    pub fn new(scheme: &str, value: &str) -> Result<Self, ExternalIdError> {
        let upper = |length| value.len() == length && value.bytes().all(|b| b.is_ascii_uppercase());
        let digits =
            |longest| (1..=longest).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_digit());
        let (good, expected) = match scheme {
            "iso2" => (upper(2), "two capital letters, `UA`"),
            "iso3" | "cow-abbrev" => (upper(3), "three capital letters, `UKR`"),
            "iso4" => (upper(4), "four capital letters, `SUHH`"),
            "iso-numeric" => (digits(3) && value.len() == 3, "three digits, `804`"),
            "cow" => (digits(3), "a number of up to three digits, `369`"),
            "wikidata" => (
                value
                    .strip_prefix('Q')
                    .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit())),
                "Q and a number, `Q212`",
            ),
            _ => ((1..=200).contains(&value.chars().count()), "a text of 1 to 200 characters"),
        };
        let short = |text: &str| text.chars().take(60).collect();
        if good {
            Ok(Self { scheme: scheme.to_owned(), value: value.to_owned() })
        } else {
            Err(ExternalIdError { scheme: short(scheme), value: short(value), expected })
        }
    }

    /// Whose code it is.
    pub fn scheme(&self) -> &str {
        &self.scheme
    }

    /// The code.
    pub fn value(&self) -> &str {
        &self.value
    }
}
