//! Time from left to right.

use super::canvas::{Anchor, Canvas, Type};
use crate::analysis::{Time, Unit};
use crate::model::Day;

/// From one day to another across a stretch of paper.
#[derive(Debug, Clone, Copy)]
pub(super) struct TimeAxis {
    first: Day,
    days: f64,
    left: f64,
    wide: f64,
}

/// About how many marks an axis has room for.
const MARKS: i64 = 12;

impl TimeAxis {
    /// The days from the first to the last, with some room behind the last.
    pub(super) fn new((first, last): (Day, Day), left: f64, wide: f64) -> Self {
        let days = days_between(first, last).max(1.0) * 1.04;
        Self { first, days, left, wide }
    }

    /// Where a day stands.
    pub(super) fn at(&self, day: Day) -> f64 {
        self.left + self.wide * (days_between(self.first, day) / self.days).min(1.0)
    }

    /// The right end.
    pub(super) fn end(&self) -> f64 {
        self.left + self.wide
    }

    /// Draws marks at the starts of years or months from the top to the bottom, and what they are below.
    pub(super) fn draw(&self, canvas: &mut Canvas, top: f64, bottom: f64) {
        for (day, label) in self.marks() {
            let x = self.at(day);
            canvas.line("rule", (x, top), (x, bottom), 1.0);
            canvas.text(Type::new("dim", 11.0, Anchor::Middle), (x, bottom + 14.0), &label);
        }
    }

    /// The days that are marked: each year, or every few; each month, or every few, of a short time.
    fn marks(&self) -> Vec<(Day, String)> {
        #[expect(clippy::cast_possible_truncation, reason = "the days of the calendar")]
        let months = (self.days / 30.44) as i64 + 1;
        let step = if months > 2 * MARKS {
            12 * [1, 2, 5, 10, 20, 50, 100]
                .into_iter()
                .find(|years| months / (12 * years) <= MARKS)
                .unwrap_or(500)
        } else {
            [1, 2, 3, 6].into_iter().find(|step| months / step <= MARKS).unwrap_or(12)
        };
        let (year, month) = (i64::from(self.first.year()), i64::from(Time::start_of(self.first).month().1));
        // The calendar has no year 0, and a step may be of so many years that it begins there.
        let lowest = (11 + step) / step * step;
        let begin = ((year * 12 + month - 1).div_euclid(step) * step).max(lowest);
        let of = |number: i64| {
            let (year, month) = (number.div_euclid(12), number.rem_euclid(12) + 1);
            let day = Day::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1)?;
            let label = if step >= 12 { year.to_string() } else { format!("{year}-{month:02}") };
            Some((day, label))
        };
        let marks = (0..).map_while(|count| of(begin + count * step));
        let inside = |day: Day| day >= self.first && days_between(self.first, day) <= self.days;
        marks.skip_while(|(day, _)| *day < self.first).take_while(|(day, _)| inside(*day)).collect()
    }
}

/// How many days lie between two, 0 where the second is not later.
fn days_between(first: Day, last: Day) -> f64 {
    if last <= first {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "the days of the calendar")]
    let days = Time::start_of(first).whole_units(Time::start_of(last), Unit::Days) as f64;
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(first: (i16, i8, i8), last: (i16, i8, i8)) -> Vec<String> {
        let day = |(year, month, day)| Day::new(year, month, day).unwrap();
        let axis = TimeAxis::new((day(first), day(last)), 0.0, 100.0);
        axis.marks().into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn few_months_are_marked_each_and_many_years_every_few() {
        assert_eq!(marks((2022, 5, 12), (2022, 7, 3)), ["2022-06", "2022-07"]);
        assert_eq!(marks((2019, 3, 1), (2022, 1, 1)), ["2020", "2021", "2022"]);
        assert_eq!(marks((1946, 1, 1), (2020, 1, 1)).first().map(String::as_str), Some("1950"));
    }

    #[test]
    fn one_day_is_an_axis_too() {
        let day = Day::new(2022, 3, 2).unwrap();
        let axis = TimeAxis::new((day, day), 10.0, 100.0);
        assert!((axis.at(day) - 10.0).abs() < 1e-9);
    }

    #[test]
    fn the_end_of_the_calendar_is_no_trouble() {
        let all = marks((1, 1, 1), (9999, 12, 31));
        assert_eq!(all.first().map(String::as_str), Some("500"));
        assert_eq!(all.last().map(String::as_str), Some("9500"));
        assert_eq!(all.len(), 19);
        assert_eq!(marks((1, 1, 1), (1, 3, 1)), ["1-01", "1-02", "1-03"]);
        assert_eq!(marks((1, 1, 1), (4, 1, 1))[..2], ["1", "2"]);
        assert_eq!(marks((1, 1, 1), (30, 1, 1))[..2], ["5", "10"]);
    }
}
