//! Where in its file a piece of a draft stands.

use std::fmt;
use std::sync::Arc;

/// Where something stands: file, line and column as far as they are known, and the field.
///
/// Lines and columns count from 1; columns count characters. Drafts made in code have the default place,
/// which prints as "in code".
#[derive(Debug, Clone, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct Place {
    /// The file or dataset, as the caller named it.
    pub file: Option<Arc<str>>,
    /// The line, from 1.
    pub line: Option<u32>,
    /// The column in characters, from 1.
    pub column: Option<u32>,
    /// The field: `statement[2].stance`, or `stance` where the line tells the record.
    pub field: Option<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        parts.extend(self.file.as_deref().map(str::to_owned));
        parts.extend(self.line.map(|line| line.to_string()));
        parts.extend(self.column.map(|column| column.to_string()));
        match (&self.field, parts.is_empty()) {
            (Some(field), true) => f.write_str(field),
            (Some(field), false) => write!(f, "{}: {field}", parts.join(":")),
            (None, true) => f.write_str("in code"),
            (None, false) => f.write_str(&parts.join(":")),
        }
    }
}

/// A value with the place it came from. Two are equal if their values are: a place is no content.
#[derive(Debug, Clone, Default)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

impl<T> Placed<T> {
    /// A value and its place.
    pub const fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

impl<T: PartialEq> PartialEq for Placed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl From<&str> for Placed<String> {
    fn from(text: &str) -> Self {
        Self::new(text.to_owned(), Place::default())
    }
}

impl From<String> for Placed<String> {
    fn from(text: String) -> Self {
        Self::new(text, Place::default())
    }
}

impl From<f64> for Placed<f64> {
    fn from(number: f64) -> Self {
        Self::new(number, Place::default())
    }
}

impl From<super::Stance> for Placed<String> {
    fn from(stance: super::Stance) -> Self {
        stance.as_str().into()
    }
}

impl From<super::Key> for Placed<String> {
    fn from(key: super::Key) -> Self {
        key.as_str().into()
    }
}
