//! What a network is made of, and by which rules.

use std::collections::BTreeSet;

use crate::analysis::Time;
use crate::model::word::code_words;

use super::{Aggregation, Duplicates, Normalization};

/// What the nodes are and what joins them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Holders, joined by the targets that both have statements on.
    #[default]
    Holders,
    /// Targets, joined by the holders that have statements on both.
    Targets,
    /// Holders on one side and targets on the other, joined by statements.
    TwoMode,
}

code_words!(Mode, "mode", { Holders = 0 "holders", Targets = 1 "targets", TwoMode = 2 "two-mode" });

impl Mode {
    /// Whether nodes of one sort are joined.
    pub const fn is_one_mode(self) -> bool {
        !matches!(self, Self::TwoMode)
    }
}

/// Whether nodes without a statement left are nodes of the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Isolates {
    /// Only nodes of statements that were kept.
    #[default]
    Dropped,
    /// All nodes of statements within the dates.
    Kept,
}

code_words!(Isolates, "way with isolates", { Dropped = 0 "dropped", Kept = 1 "kept" });

/// By whose rules numbers are made where two rules differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rules {
    /// As each measure is defined here.
    #[default]
    Sound,
    /// As Discourse Network Analyzer 3.1.2 computes them, to compare with its results: its `cosine` divides by the
    /// product of the numbers of statements; its weeks and months are the same in every year; its triangular kernel is
    /// `|1 - u|`; under a kernel its numbers enter by their place in the order of text, and no statements are counted.
    Dna,
}

code_words!(Rules, "set of rules", { Sound = 0 "sound", Dna = 1 "dna" });

/// Which of some values count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Pick<T> {
    /// Every one.
    #[default]
    All,
    /// These.
    Only(BTreeSet<T>),
    /// All but these.
    Except(BTreeSet<T>),
}

impl<T: Ord> Pick<T> {
    /// These.
    pub fn only(values: impl IntoIterator<Item = impl Into<T>>) -> Self {
        Self::Only(values.into_iter().map(Into::into).collect())
    }

    /// All but these.
    pub fn except(values: impl IntoIterator<Item = impl Into<T>>) -> Self {
        Self::Except(values.into_iter().map(Into::into).collect())
    }

    /// Whether a value counts.
    pub fn takes<Q: Ord + ?Sized>(&self, value: &Q) -> bool
    where
        T: std::borrow::Borrow<Q>,
    {
        match self {
            Self::All => true,
            Self::Only(values) => values.contains(value),
            Self::Except(values) => !values.contains(value),
        }
    }
}

/// How statements are filtered and counted, in the order of the fields; the default counts all of them once each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Settings {
    /// What the nodes are.
    pub mode: Mode,
    /// Only what was certainly said at this time or later.
    pub from: Option<Time>,
    /// Only what was certainly said at this time or earlier.
    pub to: Option<Time>,
    /// Only what stands in these documents.
    pub documents: Pick<u32>,
    /// Only statements of these holders, by key.
    pub holders: Pick<String>,
    /// Only statements on these targets, by key.
    pub targets: Pick<String>,
    /// Which of several like statements count.
    pub duplicates: Duplicates,
    /// Only holders with at least so many statements left.
    pub minimum: u32,
    /// Whether nodes without a statement left are shown.
    pub isolates: Isolates,
    /// How statements come together to weights.
    pub aggregation: Aggregation,
    /// What weights are divided by.
    pub normalization: Normalization,
    /// By whose rules.
    pub rules: Rules,
}

/// Settings that make no network.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NetworkError {
    /// The aggregation does not fit the mode.
    #[error("`{aggregation}` makes no weights of a {mode} network; choose one of: {}", fitting.join(", "))]
    Aggregation {
        /// The aggregation.
        aggregation: Aggregation,
        /// The mode.
        mode: Mode,
        /// What would fit.
        fitting: Vec<&'static str>,
    },
    /// The normalization does not fit the mode.
    #[error("`{normalization}` divides no weights of a {mode} network; choose one of: {}", fitting.join(", "))]
    Normalization {
        /// The normalization.
        normalization: Normalization,
        /// The mode.
        mode: Mode,
        /// What would fit.
        fitting: Vec<&'static str>,
    },
    /// There are too many levels for one number.
    #[error(
        "`combine` takes at most 52 levels and there are {levels}; choose `ignore` or a coarser qualifier"
    )]
    TooManyLevels {
        /// How many there are.
        levels: usize,
    },
    /// A window without any length.
    #[error("a window is at least one unit wide; write a width from 1")]
    NoWidth,
    /// An aggregation that has no meaning where statements count in part.
    #[error(
        "`{aggregation}` counts whole statements and a kernel counts them in part; choose `ignore` or `subtract`"
    )]
    Smoothed {
        /// The aggregation.
        aggregation: Aggregation,
    },
}

impl Settings {
    /// Whether the parts go together.
    pub(super) fn check(&self, levels: usize) -> Result<(), NetworkError> {
        let mode = self.mode;
        if !self.aggregation.fits(mode) {
            let fitting =
                Aggregation::ALL.iter().filter(|one| one.fits(mode)).map(|one| one.as_str()).collect();
            return Err(NetworkError::Aggregation { aggregation: self.aggregation, mode, fitting });
        }
        if !self.normalization.fits(mode) {
            let fitting =
                Normalization::ALL.iter().filter(|one| one.fits(mode)).map(|one| one.as_str()).collect();
            return Err(NetworkError::Normalization { normalization: self.normalization, mode, fitting });
        }
        if self.aggregation == Aggregation::Combine && levels > 52 {
            return Err(NetworkError::TooManyLevels { levels });
        }
        Ok(())
    }
}
