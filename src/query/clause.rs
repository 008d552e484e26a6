//! Stance clauses: a word with its target, and several of them joined.

use super::{Name, Word};

/// A stance word with its target: "opposes foreign troops", "doesn't support it".
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Clause {
    /// The stance word.
    pub word: Word,
    /// Affirmed or negated.
    pub negation: Negation,
    /// The name of the target.
    pub target: Name,
}

/// Whether a stance word is negated ("doesn't support").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Negation {
    /// "supports"
    Affirmed,
    /// "doesn't support": on record against, neutral, mixed or withdrawn; never mere silence.
    Negated,
}

/// How a clause is joined to those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Joint {
    /// Both hold; binds closer than `or`.
    And,
    /// At least one holds.
    Or,
}

/// One clause or several, joined by "and" and "or": "opposes foreign troops and supports a ceasefire".
///
/// ```
/// use stancegraph::{Polarity, Query, Stance, query::Clause};
/// let clauses = Clause::new(Polarity::Against, "foreign troops").and(Clause::new(Stance::Demands, "a ceasefire"));
/// let query = Query::who_all(clauses);
/// assert_eq!(query.to_string(), r#"who opposes "foreign troops" and demands "a ceasefire""#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Clauses {
    /// The first clause.
    pub first: Clause,
    /// Those after it, each with what joins it to those before.
    pub rest: Vec<(Joint, Clause)>,
}

impl Clause {
    /// A clause, affirmed.
    pub fn new(word: impl Into<Word>, target: impl Into<Name>) -> Self {
        Self { word: word.into(), negation: Negation::Affirmed, target: target.into() }
    }

    /// The same clause with its word negated: "doesn't support".
    #[must_use]
    pub fn negated(self) -> Self {
        Self { negation: Negation::Negated, ..self }
    }

    /// Both this clause and another.
    pub fn and(self, other: Self) -> Clauses {
        Clauses::from(self).and(other)
    }

    /// This clause or another.
    pub fn or(self, other: Self) -> Clauses {
        Clauses::from(self).or(other)
    }
}

impl Clauses {
    /// With one more clause that holds too.
    #[must_use]
    pub fn and(mut self, clause: Clause) -> Self {
        self.rest.push((Joint::And, clause));
        self
    }

    /// With one more clause that may hold instead.
    #[must_use]
    pub fn or(mut self, clause: Clause) -> Self {
        self.rest.push((Joint::Or, clause));
        self
    }

    /// Every clause, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Clause> {
        std::iter::once(&self.first).chain(self.rest.iter().map(|(_, clause)| clause))
    }

    /// The one clause, if nothing is joined.
    pub fn single(&self) -> Option<&Clause> {
        self.rest.is_empty().then_some(&self.first)
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Clause> {
        std::iter::once(&mut self.first).chain(self.rest.iter_mut().map(|(_, clause)| clause))
    }
}

impl From<Clause> for Clauses {
    fn from(first: Clause) -> Self {
        Self { first, rest: Vec::new() }
    }
}
