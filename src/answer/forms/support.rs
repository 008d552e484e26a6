//! How support for a proposal changed.

use crate::analysis::change::{said_by_month, support_by_month};
use crate::answer::{Content, SupportData};
use crate::model::NodeId;
use crate::position::Selection;

/// From how many statements on the course of support is no longer called thin.
const ENOUGH: usize = 10;

/// How many stood on each side at the end of each month, with what was said in it; and how thin that is.
pub(crate) fn support(selection: &Selection<'_>, target: NodeId) -> Content {
    let mut said = said_by_month(selection, target);
    let months = support_by_month(selection, target).into_iter();
    let months: Vec<SupportData> = months
        .map(|support| SupportData { said: said.remove(&support.month).unwrap_or_default(), support })
        .collect();
    let mut content = Content::default();
    let statements: usize = months.iter().map(|month| month.said.len()).sum();
    match months.len() {
        0 => {}
        1 => content.notes.push("all of it was said in one month: no change can be told".to_owned()),
        _ if statements < ENOUGH => {
            content.notes.push(format!("the evidence is thin: the months rest on {statements} statements"));
        }
        _ => {}
    }
    let of_no_month = of_no_month(selection, target, &months);
    if of_no_month > 0 {
        let voice = if of_no_month == 1 { "voice" } else { "voices" };
        content.notes.push(format!(
            "the last word of {of_no_month} {voice} is of no known month; it counts from the last day on which it may have been said"
        ));
    }
    content.support = Some(months).filter(|months| !months.is_empty());
    content
}

/// How many voices have a last word at the end of which no month is known.
fn of_no_month(selection: &Selection<'_>, target: NodeId, months: &[SupportData]) -> usize {
    let Some(last) = months.last() else { return 0 };
    let is_dated = |id| months.iter().any(|month| month.said.binary_search(&id).is_ok());
    selection.at(last.support.end).latest(target).iter().filter(|word| !is_dated(word.statement)).count()
}
