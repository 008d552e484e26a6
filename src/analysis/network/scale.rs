//! Scales: what the qualifier of a statement may be, and how alike two of its levels are.

use std::collections::BTreeSet;

/// The qualifier of one statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level<'a> {
    /// No qualifier.
    Unqualified,
    /// For it, or against it.
    Favor(bool),
    /// A number of a scale.
    Grade(i64),
    /// A word that is no more or less than any other.
    Category(&'a str),
}

/// The levels that the qualifier of a set of statements has.
///
/// Invariant: levels are distinct and ascending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale(Levels);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Levels {
    Single,
    Sides,
    Grades(Vec<i64>),
    Categories(Vec<String>),
}

/// A level that its scale does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "statement {statement} has the level {level}, which its scale does not have; name every level when the scale is made"
)]
pub struct OffScale {
    pub(super) statement: u32,
    pub(super) level: String,
}

impl Scale {
    /// No qualifier: one level for all.
    pub const fn single() -> Self {
        Self(Levels::Single)
    }

    /// Against (level 0) and for (level 1).
    pub const fn sides() -> Self {
        Self(Levels::Sides)
    }

    /// Numbers: each distinct one is a level.
    pub fn grades(values: impl IntoIterator<Item = i64>) -> Self {
        Self(Levels::Grades(values.into_iter().collect::<BTreeSet<_>>().into_iter().collect()))
    }

    /// Words without an order.
    pub fn categories(words: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let words: BTreeSet<String> = words.into_iter().map(Into::into).collect();
        Self(Levels::Categories(words.into_iter().collect()))
    }

    /// How many levels there are.
    pub const fn len(&self) -> usize {
        match &self.0 {
            Levels::Single => 1,
            Levels::Sides => 2,
            Levels::Grades(values) => values.len(),
            Levels::Categories(words) => words.len(),
        }
    }

    /// Whether there is no level at all.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of a level, the lowest first.
    pub(super) fn number(&self, level: Level<'_>) -> Option<u32> {
        let at = match (&self.0, level) {
            (Levels::Single, Level::Unqualified) => 0,
            (Levels::Sides, Level::Favor(favor)) => usize::from(favor),
            (Levels::Grades(values), Level::Grade(value)) => values.binary_search(&value).ok()?,
            (Levels::Categories(words), Level::Category(word)) => {
                words.binary_search_by(|known| known.as_str().cmp(word)).ok()?
            }
            _ => return None,
        };
        u32::try_from(at).ok()
    }

    /// Whether levels are words without an order.
    pub(super) const fn is_categorical(&self) -> bool {
        matches!(self.0, Levels::Categories(_))
    }

    /// How alike two levels are: `1 - |k - l| / R` with `R` the highest less the lowest level, from 0 to 1; of
    /// categories 1 where they are the same and 0 where not.
    pub(super) fn similarity(&self, left: u32, right: u32) -> f64 {
        if left == right {
            return 1.0;
        }
        match &self.0 {
            Levels::Grades(values) => {
                let range = self.value(values.len().saturating_sub(1)) - self.value(0);
                let [left, right] = [left, right].map(|level| self.value(level as usize));
                1.0 - (left - right).abs() / range
            }
            _ => 0.0,
        }
    }

    /// What a level adds to a net: 1 for, -1 against; a grade itself; 1 otherwise.
    pub(super) fn signed(&self, level: u32) -> f64 {
        match &self.0 {
            Levels::Sides => f64::from(level) * 2.0 - 1.0,
            Levels::Grades(_) => self.value(level as usize),
            Levels::Single | Levels::Categories(_) => 1.0,
        }
    }

    /// The place of a level where numbers are ordered as text, "-2" after "-1".
    pub(super) fn place_as_text(&self, level: u32) -> f64 {
        let Levels::Grades(values) = &self.0 else { return self.signed(level) };
        let own = values.get(level as usize).map(ToString::to_string);
        let before = values.iter().filter(|value| Some(value.to_string()) < own).count();
        u32::try_from(before).map_or(f64::MAX, f64::from)
    }

    #[expect(clippy::cast_precision_loss, reason = "a grade beyond 2^53 is no grade that people give")]
    fn value(&self, at: usize) -> f64 {
        match &self.0 {
            Levels::Grades(values) => values.get(at).copied().unwrap_or_default() as f64,
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_as_alike_as_they_are_near() {
        let scale = Scale::grades([2, -2, 0, 2]);
        let level = |grade| scale.number(Level::Grade(grade)).unwrap();
        assert!((scale.similarity(level(-2), level(0)) - 0.5).abs() < f64::EPSILON);
        assert!(scale.similarity(level(-2), level(2)).abs() < f64::EPSILON);
        assert_eq!(scale.number(Level::Grade(1)), None);
        assert_eq!(scale.number(Level::Favor(true)), None);
    }

    #[test]
    fn one_level_is_like_itself() {
        for scale in [Scale::single(), Scale::grades([7]), Scale::categories(["calm"])] {
            assert!((scale.similarity(0, 0) - 1.0).abs() < f64::EPSILON, "{scale:?}");
        }
    }

    #[test]
    fn as_text_minus_one_comes_before_minus_two() {
        let scale = Scale::grades([-2, -1, 0, 1, 2]);
        let places: Vec<f64> = (0..5).map(|level| scale.place_as_text(level)).collect();
        assert_eq!(places, [1.0, 0.0, 2.0, 3.0, 4.0]);
    }
}
