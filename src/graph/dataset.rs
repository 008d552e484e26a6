//! What a dataset says of itself.

/// A dataset that went into a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dataset {
    /// Its name to other datasets.
    pub key: String,
    /// What to call it in print.
    pub name: String,
    /// What it holds.
    pub about: Option<String>,
    /// Where the facts come from.
    pub origin: Option<String>,
    /// Terms of use.
    pub license: Option<String>,
    /// How many statements it brought.
    pub statements: usize,
}
