//! Contradictions within one line: a voice that turns round, or says both.

use crate::model::Order;
use crate::position::{Selection, Voice};

use super::{Conflict, Contradiction, Side, contradiction, opposite};

impl<'g> Selection<'g> {
    pub(super) fn within_line(&self, voice: Voice, line: &[Side<'g>]) -> Vec<Contradiction> {
        let mut found = Vec::new();
        for (index, a) in line.iter().enumerate() {
            for b in line.iter().skip(index + 1).filter(|b| opposite(a, b)) {
                found.extend(self.pair(voice, a, b, line));
            }
        }
        found
    }

    fn pair(&self, voice: Voice, a: &Side<'g>, b: &Side<'g>, line: &[Side<'g>]) -> Option<Contradiction> {
        if self.ended_before(a, b) || self.ended_before(b, a) {
            return None;
        }
        let two_speakers = matches!(voice, Voice::Power(_)) && a.statement.holder != b.statement.holder;
        match self.window(a.id).order(self.window(b.id)) {
            Order::Before => self.reversal(a, b, line),
            Order::After => self.reversal(b, a, line),
            Order::SameDay if two_speakers => Some(contradiction(Conflict::SplitVoice, a, b)),
            Order::SameDay => Some(contradiction(Conflict::Ambivalence, a, b)),
            Order::Unknown => Some(contradiction(Conflict::Unordered, a, b)),
        }
    }

    /// The earlier must still have held, and nothing may stand between the two.
    pub(super) fn reversal(
        &self,
        earlier: &Side<'g>,
        later: &Side<'g>,
        line: &[Side<'g>],
    ) -> Option<Contradiction> {
        let (start, end) = (self.window(earlier.id), self.window(later.id));
        let between = |side: &Side<'_>| {
            let window = self.window(side.id);
            window.order(start) == Order::After && window.order(end) == Order::Before
        };
        let stands = !self.ended_before(earlier, later) && !line.iter().any(between);
        stands.then(|| contradiction(Conflict::Reversal, earlier, later))
    }

    /// Whether a stance had ended by its own terms before another was taken: then nothing contradicts it.
    fn ended_before(&self, earlier: &Side<'_>, later: &Side<'_>) -> bool {
        match (earlier.statement.until, self.window(later.id).earliest) {
            (Some(until), Some(day)) => until.latest() <= day,
            _ => false,
        }
    }
}
