//! Closed sets of code words: how they are spelled in a dataset, and what an unknown one is told.

/// A code word that its set does not know, with the words it does.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no {what}; write one of: {}", known.join(", "))]
pub struct UnknownCode {
    what: &'static str,
    found: String,
    known: Vec<&'static str>,
}

impl UnknownCode {
    pub(crate) fn new(what: &'static str, found: &str, known: Vec<&'static str>) -> Self {
        let found = found.chars().take(60).collect();
        Self { what, found, known }
    }

    /// What is told where there is no word at all.
    pub(crate) fn missing(&self) -> String {
        format!("{} is missing or empty; write one of: {}", self.what, self.known.join(", "))
    }
}

/// Gives an enum of code words its list, its spelling, `FromStr`, `Display`, serialization and a lasting byte.
macro_rules! code_words {
    ($type:ident, $what:literal, { $($variant:ident = $code:literal $word:literal),+ $(,)? }) => {
        impl $type {
            /// Every value, in the order of its documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word a dataset spells it with.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The byte it is stored as; never reassigned.
            pub const fn code(self) -> u8 {
                match self { $(Self::$variant => $code),+ }
            }

            /// What a stored byte stands for.
            #[allow(dead_code, reason = "only what statements are stored with is read back")]
            pub(crate) const fn from_code(code: u8) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::model::UnknownCode;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or_else(|| {
                    let known = Self::ALL.iter().map(|value| value.as_str()).collect();
                    $crate::model::UnknownCode::new($what, text, known)
                })
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
pub(crate) use code_words;
