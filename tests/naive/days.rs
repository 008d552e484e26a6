//! Days as numbers, and dates as the first and the last day that they may mean.

/// The first and the last day; `None` where nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) first: Option<i64>,
    pub(crate) last: Option<i64>,
}

/// How one span lies to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Before,
    After,
    SameDay,
    Unknown,
}

/// Yes, no, or nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tri {
    Yes,
    No,
    Maybe,
}

impl Span {
    /// `2012`, `2012-05` or `2012-05-20`.
    pub(crate) fn of(text: &str) -> Self {
        let parts: Vec<i64> = text.split('-').map(|part| part.parse().unwrap()).collect();
        let (first, last) = match parts[..] {
            [year] => (day(year, 1, 1), day(year + 1, 1, 1) - 1),
            [year, 12] => (day(year, 12, 1), day(year + 1, 1, 1) - 1),
            [year, month] => (day(year, month, 1), day(year, month + 1, 1) - 1),
            [year, month, day_of] => (day(year, month, day_of), day(year, month, day_of)),
            _ => panic!("no date: {text}"),
        };
        Self { first: Some(first), last: Some(last) }
    }

    pub(crate) fn order(self, other: Self) -> Order {
        let before =
            |a: Self, b: Self| matches!((a.last, b.first), (Some(last), Some(first)) if last < first);
        if before(self, other) {
            Order::Before
        } else if before(other, self) {
            Order::After
        } else if self == other && self.first.is_some() && self.first == self.last {
            Order::SameDay
        } else {
            Order::Unknown
        }
    }

    /// Whether it had come by the end of a day.
    pub(crate) fn reached_by(self, t: i64) -> Tri {
        if self.last.is_some_and(|last| last <= t) {
            Tri::Yes
        } else if self.first.is_some_and(|first| first > t) {
            Tri::No
        } else {
            Tri::Maybe
        }
    }
}

/// The last day of a date, or of "now" where none is given.
pub(crate) fn last_day(text: &str) -> i64 {
    Span::of(text).last.unwrap()
}

/// Days since the beginning of the year 1: whole years with their leap days, then month by month.
fn day(year: i64, month: i64, day: i64) -> i64 {
    let leap = |year: i64| (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let months = [31, if leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let past = year - 1;
    let years = 365 * past + past / 4 - past / 100 + past / 400;
    years + months.iter().take(usize::try_from(month - 1).unwrap()).sum::<i64>() + day - 1
}

/// Whether a half-open stretch covers every, no, or perhaps some day of a span.
pub(crate) fn covers(since: Option<&str>, until: Option<&str>, span: Span) -> Tri {
    let (since, until) = (since.map(Span::of), until.map(Span::of));
    let begun = since.map_or(Tri::Yes, |since| order_of_edges(since, span));
    let over = until.map_or(Tri::No, |until| order_of_edges(until, span));
    match (begun, over) {
        (Tri::No, _) | (_, Tri::Yes) => Tri::No,
        (Tri::Yes, Tri::No) => Tri::Yes,
        _ => Tri::Maybe,
    }
}

/// Whether an edge lies at or before all days of the span.
fn order_of_edges(edge: Span, span: Span) -> Tri {
    if matches!((edge.last, span.first), (Some(edge), Some(first)) if edge <= first) {
        Tri::Yes
    } else if matches!((edge.first, span.last), (Some(edge), Some(last)) if edge > last) {
        Tri::No
    } else {
        Tri::Maybe
    }
}
