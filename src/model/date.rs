//! Partial dates, the days they may mean, and half-open intervals.

use std::fmt;
use std::str::FromStr;

use jiff::civil;

/// A calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(civil::Date);

impl Day {
    /// The first day of the calendar.
    pub const FIRST: Self = Self(civil::date(1, 1, 1));
    /// The last day of the calendar.
    pub const LAST: Self = Self(civil::date(9999, 12, 31));

    /// The day, if the calendar has it; years run from 1 to 9999.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        (1..=9999).contains(&year).then(|| civil::Date::new(year, month, day).ok().map(Self)).flatten()
    }

    /// The day after; `None` after the last one of the calendar.
    pub fn next(self) -> Option<Self> {
        self.0.tomorrow().ok().filter(|day| day.year() <= 9999).map(Self)
    }

    /// A day that the calendar is known to have.
    pub(crate) const fn from_civil(day: civil::Date) -> Self {
        Self(day)
    }

    /// The day on the calendar.
    pub(crate) const fn civil(self) -> civil::Date {
        self.0
    }

    /// The year.
    pub(crate) fn year(self) -> i16 {
        self.0.year()
    }

    /// The day before; `None` before the first one of the calendar.
    pub fn previous(self) -> Option<Self> {
        self.0.yesterday().ok().filter(|day| day.year() >= 1).map(Self)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

/// A date as precisely as it is known: a day, a month or a year. An unknown date is `None`, never a guess.
///
/// Reads and prints the ISO 8601 / EDTF spellings `2025-09-05`, `2025-09` and `2025`.
///
/// ```
/// use stancegraph::Date;
/// let date: Date = "2024-02".parse().unwrap();
/// assert_eq!(date.earliest().to_string(), "2024-02-01");
/// assert_eq!(date.latest().to_string(), "2024-02-29");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    earliest: Day,
    precision: Precision,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Precision {
    Year,
    Month,
    Day,
}

/// A text that is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no date; write a day `2025-09-05`, a month `2025-09` or a year `2025`")]
pub struct DateError {
    found: String,
}

impl Date {
    /// The first day it may mean.
    pub const fn earliest(self) -> Day {
        self.earliest
    }

    /// The last day it may mean.
    pub fn latest(self) -> Day {
        let first = self.earliest.0;
        match self.precision {
            Precision::Day => self.earliest,
            Precision::Month => Day(first.last_of_month()),
            Precision::Year => Day(first.last_of_year()),
        }
    }

    /// As a number of 23 bits that orders as the date does, a less precise one before what it may mean. Never 0.
    pub(crate) fn pack(self) -> u32 {
        let first = self.earliest.0;
        let (month, day) = match self.precision {
            Precision::Year => (0, 0),
            Precision::Month => (first.month(), 0),
            Precision::Day => (first.month(), first.day()),
        };
        let [year, month, day] =
            [first.year(), month.into(), day.into()].map(|part| u32::try_from(part).unwrap_or_default());
        year << 9 | month << 5 | day
    }

    /// The date that was packed into a number; `None` where none was.
    pub(crate) fn unpack(packed: u32) -> Option<Self> {
        let year = i16::try_from(packed >> 9).ok()?;
        let [month, day] =
            [packed >> 5 & 0xf, packed & 0x1f].map(|part| i8::try_from(part).unwrap_or_default());
        let precision = match (month, day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        };
        Some(Self { earliest: Day::new(year, month.max(1), day.max(1))?, precision })
    }

    /// Whether a packed date is known to the day.
    pub(crate) const fn is_packed_day(packed: u32) -> bool {
        packed & 0x1f != 0
    }

    /// Whether it is known to the day.
    pub const fn is_exact(self) -> bool {
        matches!(self.precision, Precision::Day)
    }
}

impl From<Day> for Date {
    fn from(day: Day) -> Self {
        Self { earliest: day, precision: Precision::Day }
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        read_date(text).ok_or_else(|| DateError { found: text.chars().take(40).collect() })
    }
}

fn read_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let (precision, month, day) = match bytes.len() {
        4 => (Precision::Year, 1, 1),
        7 => (Precision::Month, digits(bytes, 5, 2)?, 1),
        10 => (Precision::Day, digits(bytes, 5, 2)?, digits(bytes, 8, 2)?),
        _ => return None,
    };
    let dashes = [4, 7].into_iter().filter_map(|at| bytes.get(at));
    let is_spelled_so = dashes.into_iter().all(|byte| *byte == b'-');
    let [month, day] = [month, day].map(|part| i8::try_from(part).unwrap_or_default());
    let earliest = is_spelled_so.then(|| Day::new(digits(bytes, 0, 4)?, month, day))??;
    Some(Date { earliest, precision })
}

/// The number that some digits from a place on are.
fn digits(bytes: &[u8], start: usize, count: usize) -> Option<i16> {
    let mut number = 0;
    for byte in bytes.get(start..start + count)? {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number * 10 + i16::from(byte - b'0');
    }
    Some(number)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.earliest.to_string();
        let length = match self.precision {
            Precision::Year => 4,
            Precision::Month => 7,
            Precision::Day => 10,
        };
        f.pad(text.get(..length).unwrap_or(&text))
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How two acts stand in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// The first is certainly earlier.
    Before,
    /// The first is certainly later.
    After,
    /// Both on one and the same known day.
    SameDay,
    /// The dates do not tell.
    Unknown,
}

/// The days on which something may have happened; a side that nobody knows is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Window {
    /// Not before this day.
    pub earliest: Option<Day>,
    /// Not after this day.
    pub latest: Option<Day>,
}

impl Window {
    /// How this one stands to another.
    pub fn order(self, other: Self) -> Order {
        let follows = |later: Self, earlier: Self| matches!((later.earliest, earlier.latest), (Some(start), Some(end)) if start > end);
        if follows(self, other) {
            Order::After
        } else if follows(other, self) {
            Order::Before
        } else if self == other && self.earliest.is_some() && self.earliest == self.latest {
            Order::SameDay
        } else {
            Order::Unknown
        }
    }
}

impl From<Date> for Window {
    fn from(date: Date) -> Self {
        Self { earliest: Some(date.earliest()), latest: Some(date.latest()) }
    }
}

/// An interval that contains nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the interval from {since} to {until} is empty; `until` is the first day out and must come after `since`"
)]
pub struct InvertedInterval {
    since: Date,
    until: Date,
}

/// A half-open stretch of time: `since` is the first day in, `until` the first day out; a missing side is open.
///
/// Invariant: it may contain a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub struct Interval {
    /// First day in.
    pub since: Option<Date>,
    /// First day out.
    pub until: Option<Date>,
}

impl Interval {
    /// The interval.
    ///
    /// # Errors
    /// [`InvertedInterval`] where no day can lie in it.
    ///
    /// ```
    /// use stancegraph::model::Interval;
    /// let day = |text: &str| Some(text.parse().unwrap());
    /// assert!(Interval::new(day("2011"), day("2013-01-01")).is_ok());
    /// assert!(Interval::new(day("2013-01-01"), day("2013-01-01")).is_err());
    /// ```
    pub fn new(since: Option<Date>, until: Option<Date>) -> Result<Self, InvertedInterval> {
        match (since, until) {
            (Some(since), Some(until)) if since.earliest() >= until.latest() => {
                Err(InvertedInterval { since, until })
            }
            _ => Ok(Self { since, until }),
        }
    }

    /// Whether all, some or none of the days of `window` lie in it. `None` stands for "some, or nobody knows".
    pub fn covers(self, window: Window) -> Option<bool> {
        let (since, until) = (self.since, self.until);
        let starts_after = matches!((since, window.latest), (Some(s), Some(l)) if l < s.earliest());
        let ended_before = matches!((until, window.earliest), (Some(u), Some(e)) if e >= u.latest());
        if starts_after || ended_before {
            return Some(false);
        }
        let surely_begun = since.is_none_or(|s| window.earliest.is_some_and(|e| e >= s.latest()));
        let surely_lasting = until.is_none_or(|u| window.latest.is_some_and(|l| l < u.earliest()));
        (surely_begun && surely_lasting).then_some(true)
    }

    /// Whether at least one day of `window` lies in it; none does where the window ends before it begins. `None` stands
    /// for "nobody knows".
    ///
    /// ```
    /// use stancegraph::model::{Date, Interval, Window};
    /// let day = |text: &str| text.parse::<Date>().unwrap();
    /// let office = Interval::new(Some(day("2009-01-01")), Some(day("2013-01-01"))).unwrap();
    /// assert_eq!(office.meets(Window::from(day("2012"))), Some(true));
    /// assert_eq!(office.meets(Window::from(day("2013"))), Some(false));
    /// ```
    pub fn meets(self, window: Window) -> Option<bool> {
        let (since, until) = (self.since, self.until);
        if matches!((window.earliest, window.latest), (Some(first), Some(last)) if first > last) {
            return Some(false);
        }
        let begun = |first_in: fn(Date) -> Day| {
            since.is_none_or(|since| window.latest.is_none_or(|last| last >= first_in(since)))
        };
        let lasting = |first_out: fn(Date) -> Day| {
            until.is_none_or(|until| window.earliest.is_none_or(|first| first < first_out(until)))
        };
        if !(begun(Date::earliest) && lasting(Date::latest)) {
            return Some(false);
        }
        (begun(Date::latest) && lasting(Date::earliest)).then_some(true)
    }

    /// [`covers`](Self::covers) for one day.
    pub fn contains(self, day: Day) -> Option<bool> {
        self.covers(Window::from(Date::from(day)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_reads_back_as_it_was_written() {
        for text in ["2025-09-05", "2025-09", "2025", "0001-01-01"] {
            assert_eq!(date(text).to_string(), text);
        }
        for text in
            ["", "25-09-05", "2025-13", "2025-02-29", "2025-9-5", "2025-09-05-01", "0000", "+025", "２０２５"]
        {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_packed_date_comes_back_and_keeps_its_order() {
        let dates =
            ["0001", "0001-01", "0001-01-01", "2024", "2024-02", "2024-02-29", "2024-12-31", "9999-12-31"];
        for text in dates {
            assert_eq!(Date::unpack(date(text).pack()), Some(date(text)), "{text}");
        }
        assert!(dates.windows(2).all(|pair| date(pair[0]).pack() < date(pair[1]).pack()));
        assert_eq!(Date::unpack(0), None);
        assert!(date("9999-12-31").pack() < 1 << 23);
    }

    #[test]
    fn only_the_first_day_after_a_partial_date_is_certainly_later() {
        let year = Window::from(date("2012"));
        assert_eq!(Window::from(date("2013-01-01")).order(year), Order::After);
        assert_eq!(Window::from(date("2012-12-31")).order(year), Order::Unknown);
        assert_eq!(year.order(year), Order::Unknown);
    }

    #[test]
    fn an_interval_is_half_open_and_partial_ends_leave_doubt() {
        let office = Interval::new(Some(date("2009-01-01")), Some(date("2013"))).unwrap();
        let holds = |text: &str| office.contains(date(text).earliest());
        assert_eq!(holds("2008-12-31"), Some(false));
        assert_eq!(holds("2012-12-31"), Some(true));
        assert_eq!(holds("2013-01-01"), None);
        assert_eq!(holds("2013-12-31"), Some(false));
        assert_eq!(office.covers(Window::default()), None);
        assert_eq!(Interval::default().covers(Window::default()), Some(true));
    }

    #[test]
    fn an_interval_meets_a_window_where_they_share_a_day() {
        let office = Interval::new(Some(date("2009")), Some(date("2013-01-01"))).unwrap();
        let meets = |earliest: Option<&str>, latest: Option<&str>| {
            let day = |text: &str| date(text).earliest();
            office.meets(Window { earliest: earliest.map(day), latest: latest.map(day) })
        };
        assert_eq!(meets(None, Some("2008-12-31")), Some(false));
        assert_eq!(meets(None, Some("2009-06-01")), None, "when in 2009 it began is not known");
        assert_eq!(meets(None, Some("2009-12-31")), Some(true));
        assert_eq!(meets(Some("2012-12-31"), None), Some(true));
        assert_eq!(meets(Some("2013-01-01"), None), Some(false), "the first day out");
        assert_eq!(meets(Some("2012-01-01"), Some("2011-01-01")), Some(false), "no day at all");
        assert_eq!(meets(None, None), Some(true));
    }
}
