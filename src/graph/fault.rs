//! What is wrong with a draft, where, and what to write instead.

use std::fmt;

use crate::model::Place;

/// What kind of fault it is, for programs; the message is for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FaultKind {
    /// The file cannot be read as TOML, JSON or JSON Lines here.
    Syntax,
    /// A value of the wrong type: a number where a text belongs.
    WrongType,
    /// A field or record that the format does not have.
    UnknownField,
    /// A field that every such record needs.
    MissingField,
    /// A field that has no meaning on this kind of record.
    MisplacedField,
    /// A text that cannot be a key.
    IllFormedKey,
    /// A text that is no date.
    IllFormedDate,
    /// A word outside a closed set: a stance, an act, a relation.
    UnknownCode,
    /// A code elsewhere that its scheme cannot have.
    IllFormedId,
    /// A reference to something nobody defined.
    DanglingReference,
    /// A key that is taken already.
    DuplicateKey,
    /// Proposals that are kinds of each other in a circle.
    Cycle,
    /// A stance that cannot be held toward this kind of target.
    IllegalStance,
    /// A tie that cannot run between these kinds of nodes.
    IllegalTie,
    /// A holder, addressee or power of the wrong kind.
    IllegalRole,
    /// An interval in which no day can lie.
    InvertedInterval,
    /// Words of a speaker without the document that prints them.
    QuoteWithoutSource,
    /// A confidence outside 0 to 1.
    OffScale,
    /// Something larger than the format allows.
    TooLarge,
    /// A phrase that no question can hold: empty, too long, of other signs than letters, or a verb without its forms.
    IllFormedPhrase,
    /// A phrase that means something else already.
    AmbiguousPhrase,
    /// A dataset that this one builds on and that cannot be had.
    MissingDataset,
}

/// One fault of a draft. Prints as `place: message`; the message ends with the remedy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    place: Place,
    kind: FaultKind,
    message: String,
}

impl Fault {
    /// A fault; `message` is one sentence: the value at fault and what to write instead.
    pub fn new(kind: FaultKind, place: Place, message: impl Into<String>) -> Self {
        Self { place, kind, message: message.into() }
    }

    /// What kind of fault.
    pub const fn kind(&self) -> FaultKind {
        self.kind
    }

    /// Where it stands.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// The value at fault and what to write instead.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// A draft that could not become a graph: every fault of it, ordered by place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildError {
    faults: Vec<Fault>,
}

impl BuildError {
    /// An error of these faults, brought into the order of their places.
    pub fn new(mut faults: Vec<Fault>) -> Self {
        faults.sort();
        faults.dedup();
        Self { faults }
    }

    /// The faults, ordered by file, line and column.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.faults.len() == 1 { "" } else { "s" };
        write!(f, "the dataset has {} fault{plural}", self.faults.len())?;
        self.faults.iter().try_for_each(|fault| write!(f, "\n  {fault}"))
    }
}

impl std::error::Error for BuildError {}
