//! Contradictions between those in office for one power: two voices at once, or one after the other.

use crate::model::{Capacity, NodeId, Order, TieId, TieKind, Window};
use crate::position::line::resolve;
use crate::position::{Selection, Voice};

use super::within::{Course, reversal};
use super::{Conflict, Contradiction, Side, contradiction, opposite};

impl<'g> Selection<'g> {
    /// One in office turning round what another in office before it said, where the power's own pool is empty.
    pub(super) fn successors(&self, voice: Voice) -> Vec<Contradiction> {
        let Voice::Power(power) = voice else { return Vec::new() };
        let mut found = Vec::new();
        for target in self.targets_of(power).into_iter().filter(|&target| self.pool_is_empty(voice, target)) {
            let (seen, _) = self.represented(power, target);
            let line: Vec<Side<'g>> = seen.into_iter().filter_map(|(id, _)| self.side(id)).collect();
            let course = Course::of(&line);
            for (index, a) in line.iter().enumerate() {
                let others = line.iter().skip(index + 1).filter(|b| a.statement.holder != b.statement.holder);
                let turned = others.filter(|b| opposite(a, b) && !self.at_once(power, a, b));
                found.extend(turned.filter_map(|b| match a.window.order(b.window) {
                    Order::Before => reversal(a, b, &course),
                    Order::After => reversal(b, a, &course),
                    Order::SameDay | Order::Unknown => None,
                }));
            }
        }
        found
    }

    fn pool_is_empty(&self, voice: Voice, target: NodeId) -> bool {
        !resolve(self, &self.pool(voice, target)).is_occupied()
    }

    /// Two in office at once for one power, each with a current, unmarked stance of opposite sign.
    pub(super) fn split_offices(&self, voice: Voice) -> Vec<Contradiction> {
        let Voice::Power(power) = voice else { return Vec::new() };
        let ties = self.graph().ties_to(power, TieKind::Represents);
        let mut found = Vec::new();
        for target in self.targets_of(power) {
            let sides: Vec<Side<'g>> =
                ties.iter().flat_map(|&tie| self.said_in_office(tie, target)).collect();
            for (index, a) in sides.iter().enumerate() {
                let others = sides.iter().skip(index + 1);
                let split = others.filter(|b| opposite(a, b) && self.at_once(power, a, b));
                found.extend(split.map(|b| in_order(Conflict::SplitVoice, a, b)));
            }
        }
        found
    }

    /// The current unmarked stances of someone in office, as far as they were taken in office.
    fn said_in_office(&self, tie: TieId, target: NodeId) -> Vec<Side<'g>> {
        let office = self.graph().at_tie(tie);
        let own = self.current(Voice::by_itself(self.graph(), office.from), target).into_iter();
        let unmarked = own.filter(|side| {
            side.statement.holder == office.from && *side.statement.capacity == Capacity::Unstated
        });
        unmarked.filter(|side| office.held.covers(side.window) != Some(false)).collect()
    }

    /// Whether two different speakers were, as far as is known, both in office when either spoke, in whichever term.
    fn at_once(&self, power: NodeId, a: &Side<'_>, b: &Side<'_>) -> bool {
        let held = |speaker: &Side<'_>, window: Window| {
            let terms = self.graph().ties_from(speaker.statement.holder, TieKind::Represents).into_iter();
            let mut terms = terms.map(|tie| self.graph().at_tie(tie)).filter(|tie| tie.to == power);
            terms.any(|tie| tie.held.covers(window) != Some(false))
        };
        let both = |window: Window| held(a, window) && held(b, window);
        a.statement.holder != b.statement.holder && both(a.window) && both(b.window)
    }
}

/// The earlier side first.
fn in_order(kind: Conflict, a: &Side<'_>, b: &Side<'_>) -> Contradiction {
    match a.window.order(b.window) {
        Order::After => contradiction(kind, b, a),
        _ => contradiction(kind, a, b),
    }
}
