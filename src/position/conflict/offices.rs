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
            let (seen, ties) = self.represented(power, target);
            let line: Vec<Side<'g>> = seen.into_iter().filter_map(|(id, _)| self.side(id)).collect();
            let at_once = |a: &Side<'_>, b: &Side<'_>| {
                let pairs = ties.iter().flat_map(|&x| ties.iter().map(move |&y| [x, y]));
                let held = |[x, y]: [TieId; 2]| {
                    [x, y].map(|tie| self.graph().at_tie(tie).from)
                        == [a.statement.holder, b.statement.holder]
                };
                pairs.filter(|pair| held(*pair)).any(|pair| self.at_once(pair, [a, b]))
            };
            let course = Course::of(&line);
            for (index, a) in line.iter().enumerate() {
                let others = line.iter().skip(index + 1).filter(|b| a.statement.holder != b.statement.holder);
                let turned = others.filter(|b| opposite(a, b) && !at_once(a, b));
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
            let said = ties.iter().flat_map(|&tie| self.said_in_office(tie, target));
            let sides: Vec<(TieId, Side<'g>)> = said.collect();
            for (index, (tie, a)) in sides.iter().enumerate() {
                let others = sides.iter().skip(index + 1);
                let split =
                    others.filter(|(other, b)| opposite(a, b) && self.at_once([*tie, *other], [a, b]));
                found.extend(split.map(|(_, b)| in_order(Conflict::SplitVoice, a, b)));
            }
        }
        found
    }

    /// The current unmarked stances of someone in office, as far as they were taken in office.
    fn said_in_office(&self, tie: TieId, target: NodeId) -> Vec<(TieId, Side<'g>)> {
        let office = self.graph().at_tie(tie);
        let own = self.current(Voice::by_itself(self.graph(), office.from), target).into_iter();
        let unmarked = own.filter(|side| {
            side.statement.holder == office.from && *side.statement.capacity == Capacity::Unstated
        });
        let in_office = unmarked.filter(|side| office.held.covers(side.window) != Some(false));
        in_office.map(|side| (tie, side)).collect()
    }

    /// Whether two different speakers were, as far as is known, both in office when either spoke.
    fn at_once(&self, ties: [TieId; 2], sides: [&Side<'_>; 2]) -> bool {
        let offices = ties.map(|tie| self.graph().at_tie(tie));
        let held = |window: Window| offices.iter().all(|office| office.held.covers(window) != Some(false));
        offices[0].from != offices[1].from && sides.iter().all(|side| held(side.window))
    }
}

/// The earlier side first.
fn in_order(kind: Conflict, a: &Side<'_>, b: &Side<'_>) -> Contradiction {
    match a.window.order(b.window) {
        Order::After => contradiction(kind, b, a),
        _ => contradiction(kind, a, b),
    }
}
