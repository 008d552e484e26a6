//! What narrows a question: times, bases, filters.

use crate::model::Date;

use super::{Name, Period};

/// In which reading a question is put. The default: present knowledge, all times, by speaker, nothing inferred.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Modifiers {
    /// What held in the world at the end of this date.
    pub as_of: Option<Date>,
    /// What had been recorded by the end of this date.
    pub known_at: Option<Date>,
    /// Only what was said in this stretch of time.
    pub period: Option<Period>,
    /// Only what was put in this way.
    pub assertion: Assertion,
    /// Under whose name findings are listed.
    pub listing: Listing,
    /// Whether inferred positions are wanted.
    pub inference: Inference,
    /// Positions, or each holder's last word.
    pub reading: Reading,
    /// Only what was said on behalf of this nation or organization.
    pub on_behalf_of: Option<Name>,
    /// Only what was said at this occasion.
    pub occasion: Option<Name>,
    /// Only what this source reports.
    pub source: Option<Name>,
    /// Conditions taken as met.
    pub assuming: Vec<Name>,
}

/// Under whose name findings are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Listing {
    /// Under those who spoke: Vladimir Putin, for Russia.
    #[default]
    Speakers,
    /// Under nations: Russia.
    Nations,
}

/// How firmly what counts was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Assertion {
    /// Plainly or with reserve; hints stand apart.
    #[default]
    Any,
    /// Plainly only: what was hedged or hinted is left out.
    Only,
}

/// In which reading a matter is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Reading {
    /// Positions: what stands by the rules, the proposal itself outweighing its kinds.
    #[default]
    Positions,
    /// The last word: each holder's most recent statement on a proposal or any kind of it.
    LastWord,
}

/// Whether positions may be inferred: from what is broader (against only) and from membership in a bloc.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Inference {
    /// Only what the record shows.
    #[default]
    Stated,
    /// Inferred ones too, each marked.
    Included,
}
