//! How support went and how a holder drifted, as parts of an answer.

use crate::analysis::change::{Drift, Tendency};
use crate::answer::{Answer, SupportMonth};
use crate::model::Day;

use super::section::{Item, Section};

/// How many of the latest months are shown, and how many statements of each; programs get all of them.
const MONTHS: usize = 24;
const STATEMENTS: usize = 3;

/// A line from the first month to the last one, and one for each month with what was said in it.
pub(super) fn support(answer: &Answer) -> Option<Section<'_>> {
    let months = answer.support()?;
    let (first, last) = (&months.first()?.support, &months.last()?.support);
    let mut items = Vec::new();
    if months.len() > 1 {
        let (from, to) = (month(first.month), month(last.month));
        let line = format!("net support went from {:+} in {from} to {:+} in {to}", first.net(), last.net());
        items.push(Item::Remark(line, Vec::new()));
    }
    let earlier = months.len().saturating_sub(MONTHS);
    if earlier > 0 {
        items.push(Item::Remark(format!("{earlier} earlier months are not shown"), Vec::new()));
    }
    items.extend(months.into_iter().skip(earlier).map(told));
    Some(Section { title: None, items, apart: false })
}

/// "2022-06: 6 in favor, 1 neutral, 0 against: net +6; 4 said in the month".
fn told(one: SupportMonth<'_>) -> Item<'_> {
    let SupportMonth { support, mut said } = one;
    let more = said.len().saturating_sub(STATEMENTS);
    let shown = if more > 0 { format!(", the first {STATEMENTS} of them") } else { String::new() };
    let line = format!(
        "{}: {} in favor, {} neutral, {} against: net {:+}; {} said in the month{shown}",
        month(support.month),
        support.favor,
        support.neutral,
        support.against,
        support.net(),
        support.count,
    );
    said.truncate(STATEMENTS);
    Item::Remark(line, said)
}

/// A month by its first day.
fn month(first: Day) -> String {
    first.to_string().get(..7).unwrap_or_default().to_owned()
}

/// Where the line through the statements leads, and whether that stands out of chance.
pub(super) fn drift(answer: &Answer) -> Option<Section<'_>> {
    let drift = answer.drift()?;
    let verdict = match drift.tendency() {
        Tendency::Warmer => "it grew warmer",
        Tendency::Colder => "it grew colder",
        Tendency::Neither => "no drift that stands out of chance",
        Tendency::TooFew => "statements on too few days to tell a drift",
    };
    let lines = [Some(verdict.to_owned()), line(drift)];
    let items = lines.into_iter().flatten().map(|line| Item::Remark(line, Vec::new())).collect();
    Some(Section { title: None, items, apart: false })
}

/// "+0.40 grades a year, from -2, against, to 2, for (95 percent interval ...)".
fn line(drift: &Drift) -> Option<String> {
    let (trend, (low, high)) = drift.trend.zip(drift.interval())?;
    Some(format!(
        "{:+.2} grades a year, on a scale from -2, against, to 2, for (95 percent interval {low:+.2} to {high:+.2}), \
         over {} statements",
        trend.slope, trend.points
    ))
}
