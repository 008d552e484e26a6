//! Points in time, to the second, and the units that windows are measured in.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{self, DateTime};
use jiff::{Span, ToSpan};

use crate::model::Day;
use crate::model::word::code_words;

/// A point in time on the calendar, to the second; of no time zone.
///
/// ```
/// use stancegraph::analysis::Time;
/// let time: Time = "2019-12-13T17:00:00".parse().unwrap();
/// assert_eq!(time.to_string(), "2019-12-13T17:00:00");
/// assert!("2019-12-13".parse::<Time>().unwrap() < time, "a day is its first second");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(DateTime);

/// A text that is no point in time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no point in time; write `2025-09-05T17:00:00` or `2025-09-05`")]
pub struct TimeError {
    found: String,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Calendar months: a month after January 31st is the last day of February.
    Months,
    /// Calendar years.
    Years,
}

code_words!(Unit, "unit of time", {
    Seconds = 0 "seconds", Minutes = 1 "minutes", Hours = 2 "hours", Days = 3 "days", Weeks = 4 "weeks",
    Months = 5 "months", Years = 6 "years",
});

impl Time {
    /// The first second of a day.
    pub fn start_of(day: Day) -> Self {
        Self(day.civil().at(0, 0, 0, 0))
    }

    /// The last second of a day.
    pub fn end_of(day: Day) -> Self {
        Self(day.civil().at(23, 59, 59, 0))
    }

    /// The day it lies on.
    pub fn day(self) -> Day {
        Day::from_civil(self.0.date())
    }

    /// So many units later, or earlier; `None` beyond the calendar.
    pub fn plus(self, count: i64, unit: Unit) -> Option<Self> {
        self.0.checked_add(unit.span(count)).ok().map(Self)
    }

    /// How many whole units lie between two points, whichever is the earlier.
    pub fn whole_units(self, other: Self, unit: Unit) -> i64 {
        let (first, last) = if self <= other { (self, other) } else { (other, self) };
        let passed = first.0.until((unit.largest(), last.0)).unwrap_or_default();
        match unit {
            Unit::Seconds => passed.get_seconds(),
            Unit::Minutes => passed.get_minutes(),
            Unit::Hours => passed.get_hours().into(),
            Unit::Days => passed.get_days().into(),
            Unit::Weeks => passed.get_weeks().into(),
            Unit::Months => passed.get_months().into(),
            Unit::Years => passed.get_years().into(),
        }
    }

    /// The point half way to a later one.
    pub(crate) fn half_way_to(self, later: Self) -> Self {
        self.plus(self.whole_units(later, Unit::Seconds) / 2, Unit::Seconds).unwrap_or(self)
    }

    /// Year and number of the ISO week.
    pub(crate) fn week(self) -> (i16, i8) {
        let week = self.0.date().iso_week_date();
        (week.year(), week.week())
    }

    /// Year and number of the month.
    pub(crate) fn month(self) -> (i16, i8) {
        (self.0.year(), self.0.month())
    }

    /// The year.
    pub(crate) fn year(self) -> i16 {
        self.0.year()
    }
}

impl Unit {
    fn span(self, count: i64) -> Span {
        match self {
            Self::Seconds => count.seconds(),
            Self::Minutes => count.minutes(),
            Self::Hours => count.hours(),
            Self::Days => count.days(),
            Self::Weeks => count.weeks(),
            Self::Months => count.months(),
            Self::Years => count.years(),
        }
    }

    const fn largest(self) -> jiff::Unit {
        match self {
            Self::Seconds => jiff::Unit::Second,
            Self::Minutes => jiff::Unit::Minute,
            Self::Hours => jiff::Unit::Hour,
            Self::Days => jiff::Unit::Day,
            Self::Weeks => jiff::Unit::Week,
            Self::Months => jiff::Unit::Month,
            Self::Years => jiff::Unit::Year,
        }
    }
}

impl FromStr for Time {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let day = || text.parse::<civil::Date>().ok().map(|day| day.at(0, 0, 0, 0));
        let point = text.parse::<DateTime>().ok().or_else(day).filter(|point| point.year() > 0);
        point.map(Self).ok_or_else(|| TimeError { found: text.chars().take(40).collect() })
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (date, time) = (self.0.date(), self.0.time());
        let (hour, minute, second) = (time.hour(), time.minute(), time.second());
        write!(f, "{date}T{hour:02}:{minute:02}:{second:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Time {
        text.parse().unwrap()
    }

    #[test]
    fn months_are_calendar_months() {
        assert_eq!(time("2020-01-31T09:00:00").plus(1, Unit::Months), Some(time("2020-02-29T09:00:00")));
        assert_eq!(time("2020-03-13").plus(-3, Unit::Months), Some(time("2019-12-13")));
        assert_eq!(time("9999-12-31").plus(1, Unit::Days), None);
    }

    #[test]
    fn only_whole_units_are_counted_in_either_direction() {
        let (early, late) = (time("2020-01-13T17:00:00"), time("2020-03-13T16:59:59"));
        assert_eq!(early.whole_units(late, Unit::Months), 1);
        assert_eq!(late.whole_units(early, Unit::Weeks), 8);
        assert_eq!(early.whole_units(early, Unit::Seconds), 0);
    }

    #[test]
    fn a_week_belongs_to_the_year_of_its_thursday() {
        assert_eq!(time("2021-01-03").week(), (2020, 53));
        assert!("2021-02-30".parse::<Time>().is_err());
    }
}
