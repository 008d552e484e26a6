//! Which of several like statements count.

use hashbrown::HashSet;

use crate::model::word::code_words;

use super::coding::Row;
use super::{Aggregation, Rules, Settings};

/// Which of several statements count that are equal in holder, target and, unless levels are ignored, level: the first
/// one of each stretch.
///
/// What is not known to lie in one stretch (no date, a year where weeks are asked about, no document) is no duplicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Duplicates {
    /// All of them.
    #[default]
    Include,
    /// One a document.
    Document,
    /// One an ISO week of a year.
    Week,
    /// One a month of a year.
    Month,
    /// One a year.
    Year,
    /// One.
    Range,
}

code_words!(Duplicates, "way with duplicates", {
    Include = 0 "include", Document = 1 "document", Week = 2 "week", Month = 3 "month", Year = 4 "year",
    Range = 5 "range",
});

/// A stretch of time or a document, by number.
type Stretch = (i16, i64);

impl Duplicates {
    /// The stretch that a statement lies in; `None` where that is not known.
    fn stretch(self, row: &Row, rules: Rules) -> Option<Stretch> {
        let time = |of: fn(super::Time) -> (i16, i8)| {
            let said = row.said?;
            let (year, part) = of(said.first);
            (of(said.last) == (year, part)).then_some((year, i64::from(part)))
        };
        let any_year = |stretch: Stretch| if rules == Rules::Dna { (0, stretch.1) } else { stretch };
        match self {
            Self::Include => None,
            Self::Document => Some((0, row.document?.into())),
            Self::Week => time(super::Time::week).map(any_year),
            Self::Month => time(super::Time::month).map(any_year),
            Self::Year => time(|time| (time.year(), 0)),
            Self::Range => Some((0, 0)),
        }
    }
}

/// Keeps the first statement of each stretch, in the order given.
///
/// # Complexity
/// O(n) for `n` statements.
pub(super) fn drop_duplicates(rows: &mut Vec<Row>, settings: &Settings) {
    let ignores_levels = settings.aggregation == Aggregation::Ignore;
    let mut seen = HashSet::new();
    rows.retain(|row| {
        let Some(stretch) = settings.duplicates.stretch(row, settings.rules) else { return true };
        let level = if ignores_levels { 0 } else { row.level };
        seen.insert((row.holder, row.target, level, stretch))
    });
}
