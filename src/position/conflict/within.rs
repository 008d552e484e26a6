//! Contradictions within one line: a voice that turns round, or says both.

use crate::model::{Day, Order, Window};
use crate::position::{Selection, Voice};

use super::{Conflict, Contradiction, Side, contradiction, opposite};

/// The days of a line, to tell whether anything certainly lies between two of its statements.
pub(super) struct Course {
    /// First day, and the earliest last day from there on; by first day.
    days: Vec<(Day, Day)>,
}

impl Course {
    pub(super) fn of(line: &[Side<'_>]) -> Self {
        let known = line.iter().filter_map(|side| Some((side.window.earliest?, side.window.latest?)));
        let mut days: Vec<(Day, Day)> = known.collect();
        days.sort_unstable();
        let mut soonest = None;
        for (_, latest) in days.iter_mut().rev() {
            *latest = soonest.map_or(*latest, |soonest: Day| soonest.min(*latest));
            soonest = Some(*latest);
        }
        Self { days }
    }

    /// Whether a statement certainly lies after the one and before the other.
    fn has_between(&self, start: Window, end: Window) -> bool {
        let (Some(from), Some(to)) = (start.latest, end.earliest) else { return false };
        let next = self.days.partition_point(|(earliest, _)| *earliest <= from);
        self.days.get(next).is_some_and(|(_, soonest)| *soonest < to)
    }
}

impl<'g> Selection<'g> {
    pub(super) fn within_line(&self, voice: Voice, line: &[Side<'g>]) -> Vec<Contradiction> {
        let course = Course::of(line);
        let mut found = Vec::new();
        for (index, a) in line.iter().enumerate() {
            for b in line.iter().skip(index + 1).filter(|b| opposite(a, b)) {
                found.extend(pair(voice, a, b, &course));
            }
        }
        found
    }
}

fn pair(voice: Voice, a: &Side<'_>, b: &Side<'_>, course: &Course) -> Option<Contradiction> {
    if ended_before(a, b) || ended_before(b, a) {
        return None;
    }
    let two_speakers = matches!(voice, Voice::Power(_)) && a.statement.holder != b.statement.holder;
    match a.window.order(b.window) {
        Order::Before => reversal(a, b, course),
        Order::After => reversal(b, a, course),
        Order::SameDay if two_speakers => Some(contradiction(Conflict::SplitVoice, a, b)),
        Order::SameDay => Some(contradiction(Conflict::Ambivalence, a, b)),
        Order::Unknown => Some(contradiction(Conflict::Unordered, a, b)),
    }
}

/// The earlier must still have held, and nothing may stand between the two.
pub(super) fn reversal(earlier: &Side<'_>, later: &Side<'_>, course: &Course) -> Option<Contradiction> {
    let stands = !ended_before(earlier, later) && !course.has_between(earlier.window, later.window);
    stands.then(|| contradiction(Conflict::Reversal, earlier, later))
}

/// Whether a stance had ended by its own terms before another was taken: then nothing contradicts it.
fn ended_before(earlier: &Side<'_>, later: &Side<'_>) -> bool {
    match (earlier.statement.until, later.window.earliest) {
        (Some(until), Some(day)) => until.latest() <= day,
        _ => false,
    }
}
