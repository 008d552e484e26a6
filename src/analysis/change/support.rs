//! How support for a proposal moves month by month: what was said, and how many stand on each side.

use std::collections::BTreeMap;

use crate::model::{Date, Day, NodeId, Polarity, StatementId};
use crate::position::{Lens, Selection, Surety};

/// A month in which something was said on a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Support {
    /// The first day of the month.
    pub month: Day,
    /// The last day of the month, or the day asked about where that comes before. The latest words as of it, from whenever, tell
    /// who stood where, each with its statement.
    pub end: Day,
    /// How many more statements of the month were in favor than against.
    pub flow: i64,
    /// How many statements there were in the month.
    pub count: u64,
    /// How many voices were in favor at its end, by their last word.
    pub favor: u32,
    /// How many were neutral.
    pub neutral: u32,
    /// How many were against.
    pub against: u32,
}

impl Support {
    /// Net support at the end of the month: how many more voices were in favor than against.
    pub fn net(&self) -> i64 {
        i64::from(self.favor) - i64::from(self.against)
    }
}

/// The months in which something was said on a proposal or any kind of it, in order, as
/// [`monthly_flow`](Selection::monthly_flow) counts them, each with the state at its end, as [`latest`](Selection::latest)
/// finds it. In months without a word the state stays what it was. A period chooses the months: who spoke before it still
/// counts.
///
/// # Complexity
/// O(m s) for `m` months and `s` statements, a few nanoseconds each.
///
/// # Example
/// ```
/// use stancegraph::{datasets, analysis::change::support_by_month, position::{Lens, Selection}};
/// let graph = datasets::es_11_1()?;
/// let months = support_by_month(&Selection::new(graph, Lens::default()), graph.find("un-es-11-1").unwrap());
/// assert_eq!((months.len(), months[0].favor, months[0].neutral, months[0].against), (1, 141, 35, 5));
/// assert_eq!((months[0].flow, months[0].net()), (136, 136));
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
pub fn support_by_month(selection: &Selection<'_>, target: NodeId) -> Vec<Support> {
    let support = |flow: &crate::position::MonthlyFlow| {
        let end = month_of(flow.month.into())?.latest();
        let lens = selection.lens();
        let last = [lens.as_of, lens.period.and_then(|period| period.latest)];
        let end = last.into_iter().flatten().fold(end, Day::min);
        // A period chooses months; who spoke before it still stands where it stood.
        let state =
            Selection::new(selection.graph(), Lens { as_of: Some(end), period: None, ..lens.clone() });
        let latest = state.latest(target);
        let leaning =
            |polarity| latest.iter().filter(|word| word.polarity == Some(polarity)).map(|_| 1u32).sum();
        Some(Support {
            month: flow.month,
            end,
            flow: flow.net,
            count: flow.count,
            favor: leaning(Polarity::Favor),
            neutral: leaning(Polarity::Neutral),
            against: leaning(Polarity::Against),
        })
    };
    selection.monthly_flow(target).iter().filter_map(support).collect()
}

/// The statements of each month that [`support_by_month`] counts, by the first day of the month; those of one in order of entry.
///
/// What was said in a month and before it is what the state at its end rests on. Statements of which not even the month is known
/// are in none.
///
/// # Complexity
/// O(s log s) for `s` statements.
///
/// # Example
/// ```
/// use stancegraph::{datasets, analysis::change::said_by_month, position::{Lens, Selection}};
/// let graph = datasets::es_11_1()?;
/// let months = said_by_month(&Selection::new(graph, Lens::default()), graph.find("un-es-11-1").unwrap());
/// let (month, votes) = months.first_key_value().unwrap();
/// assert_eq!((month.to_string().as_str(), votes.len()), ("2022-03-01", 141 + 35 + 5));
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
pub fn said_by_month(selection: &Selection<'_>, target: NodeId) -> BTreeMap<Day, Vec<StatementId>> {
    let graph = selection.graph();
    let mut months: BTreeMap<Day, Vec<StatementId>> = BTreeMap::new();
    for id in graph.with_kinds(target).iter().flat_map(|&node| graph.statements_on(node)) {
        let word =
            graph.statement(id).filter(|one| one.is_word() && selection.sight(id) == Ok(Surety::Certain));
        if let Some(month) = word.and_then(|one| month_of(one.said?)) {
            months.entry(month.earliest()).or_default().push(id);
        }
    }
    for ids in months.values_mut() {
        ids.sort_unstable();
    }
    months
}

/// The month that a date lies in, where that is known.
fn month_of(date: Date) -> Option<Date> {
    date.to_string().get(..7)?.parse().ok()
}
