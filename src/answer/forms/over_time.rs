//! Positions over time: a holder's timeline, who changed between two days, the last word.

use crate::model::{Day, NodeId};
use crate::position::{Change, Position, Selection, Voice};
use crate::query::Listing;

use crate::answer::{ChangeData, Content};

use super::of_positions;

/// How a holder's position on a target went; what has no date stands beside it, for it has no course in time.
pub(crate) fn timeline(selection: &Selection<'_>, holder: NodeId, target: NodeId) -> Content {
    let stretches = selection.timeline(holder, target);
    let findings = stretches.iter().map(|stretch| {
        let then = selection.at(stretch.from);
        (stretch.from, of_positions(&then, stretch.positions.iter()))
    });
    let timeline: Vec<_> = findings.collect();
    if !timeline.is_empty() {
        return Content { timeline: Some(timeline), ..Content::default() };
    }
    let mut content = super::position(selection, holder, target);
    if !content.findings.is_empty() {
        content.notes.push("nothing on record has a date, so it has no course in time".into());
    }
    Content { timeline: Some(timeline), ..content }
}

/// Who changed position on a target between two days, or from one day to present knowledge.
pub(crate) fn changes(
    selection: &Selection<'_>,
    target: NodeId,
    earlier: Day,
    later: Option<Day>,
    listing: Listing,
) -> Content {
    let then = selection.at(earlier);
    let now = later.map_or_else(|| selection.clone(), |day| selection.at(day));
    let data = |change: Change| ChangeData {
        holder: change.holder,
        before: of_positions(&then, change.before.iter()),
        after: of_positions(&now, change.after.iter()),
    };
    let changes = then.changes_to(&now, target, listing).into_iter().map(data);
    Content { changes: Some(changes.collect()), ..Content::default() }
}

/// A holder's last word on a target or any kind of it, in each capacity it speaks in.
pub(crate) fn last_word(selection: &Selection<'_>, holder: NodeId, target: NodeId) -> Content {
    let words = last_words_of(selection, holder, target);
    let findings = of_positions(selection, words.iter());
    let notes = if findings.is_empty() { someone_else_has_it(selection, holder, target) } else { None };
    Content { findings, notes: notes.into_iter().collect(), ..Content::default() }
}

/// Whoever speaks for a power may be on record, and another have its last word: no silence.
fn someone_else_has_it(selection: &Selection<'_>, holder: NodeId, target: NodeId) -> Option<String> {
    let own = super::position(selection, holder, target).findings;
    let power = own.iter().flat_map(|data| &data.on_behalf_of).next()?;
    let (name, power) = (selection.graph().at(holder).name(), selection.graph().at(*power).name());
    Some(format!(
        "someone else has the last word for {power}; ask without `by last word` what {name} stands for"
    ))
}

/// The last words of a holder as positions, one for each capacity.
pub(super) fn last_words_of(selection: &Selection<'_>, holder: NodeId, target: NodeId) -> Vec<Position> {
    let voices = Voice::all_of(selection.graph(), holder).into_iter();
    let of_voice = |voice: Voice| {
        let listing = if voice.node() == holder { Listing::Nations } else { Listing::Speakers };
        selection.last_word(voice, target, listing)
    };
    voices.flat_map(of_voice).filter(|position| position.holder == holder).collect()
}
