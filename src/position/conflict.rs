//! Contradictions: statements that do not go together, each a finding with both sides kept.

use std::collections::{BTreeSet, HashSet};

use super::line::resolve;
use super::{Selection, Voice};
use crate::model::word::code_words;
use crate::model::{
    Act, Condition, Modality, NodeId, Order, Polarity, Stance, Statement, StatementId, TieId, TieKind,
};

/// How two statements fail to go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Conflict {
    /// One voice turned to the opposite sign, certainly later; nearest statements.
    Reversal,
    /// One speaker holds opposite signs on one certain day.
    Ambivalence,
    /// One voice holds opposite signs, and nobody knows which came last.
    Unordered,
    /// Two speakers for one nation or organization hold opposite signs, both current.
    SplitVoice,
    /// A member holds the opposite sign of its bloc.
    LineBreak,
    /// Opposite signs on a proposal and a kind of it, or favor for both of two contraries.
    Tension,
}

code_words!(Conflict, "contradiction", {
    Reversal = 0 "reversal", Ambivalence = 1 "ambivalence", Unordered = 2 "unordered", SplitVoice = 3 "split-voice",
    LineBreak = 4 "line-break", Tension = 5 "tension",
});

/// A contradiction with both its sides, the earlier or broader one first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Contradiction {
    /// How they fail to go together.
    pub kind: Conflict,
    /// The two statements.
    pub sides: [StatementId; 2],
}

/// A statement that can take part in a contradiction.
#[derive(Clone, Copy)]
struct Side<'g> {
    id: StatementId,
    statement: &'g Statement,
    polarity: Option<Polarity>,
}

impl<'g> Selection<'g> {
    /// All contradictions seen, of one holder or of all, on one target or on all; ordered by their later statement.
    ///
    /// Hints and deeds contradict nothing, statements with different conditions do not contradict each other, and
    /// neither do statements made in different capacities. A neutral or a withdrawal in between breaks a reversal.
    ///
    /// # Complexity
    /// O(n^2) for the `n` statements of one voice on one target; O(v k) for `v` voices and `k` kinds.
    pub fn contradictions(&self, holder: Option<NodeId>, target: Option<NodeId>) -> Vec<Contradiction> {
        let graph = self.graph();
        let mut found = BTreeSet::new();
        for voice in self.all_voices() {
            let of_holder = |contradiction: &Contradiction| {
                let statements = contradiction.sides.map(|id| graph.at_statement(id));
                let by = |wanted| {
                    statements.iter().any(|s| s.holder == wanted || s.capacity.powers().contains(&wanted))
                };
                holder.is_none_or(|wanted| voice.node() == wanted || by(wanted))
            };
            let on_target = |contradiction: &Contradiction| {
                let targets = contradiction.sides.map(|id| graph.at_statement(id).target);
                target.is_none_or(|wanted| targets.contains(&wanted))
            };
            found.extend(self.of_voice(voice).into_iter().filter(|one| of_holder(one) && on_target(one)));
        }
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_by_key(|contradiction| (contradiction.sides.iter().max().copied(), contradiction.clone()));
        found
    }

    fn of_voice(&self, voice: Voice) -> Vec<Contradiction> {
        let lines = self.lines_of(voice);
        let mut found: Vec<_> = lines.iter().flat_map(|line| self.within_line(voice, line)).collect();
        found.extend(self.successors(voice));
        found.extend(self.split_offices(voice));
        found.extend(self.line_breaks(voice));
        found.extend(self.tensions(voice));
        found
    }

    /// One in office turning round what another in office before it said, where the power's own pool is empty.
    fn successors(&self, voice: Voice) -> Vec<Contradiction> {
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
            for (index, a) in line.iter().enumerate() {
                let others = line.iter().skip(index + 1).filter(|b| a.statement.holder != b.statement.holder);
                let turned = others.filter(|b| opposite(a, b) && !at_once(a, b));
                found.extend(turned.filter_map(|b| match self.window(a.id).order(self.window(b.id)) {
                    Order::Before => self.reversal(a, b, &line),
                    Order::After => self.reversal(b, a, &line),
                    Order::SameDay | Order::Unknown => None,
                }));
            }
        }
        found
    }

    fn pool_is_empty(&self, voice: Voice, target: NodeId) -> bool {
        !resolve(self, &self.pool(voice, target)).is_occupied()
    }

    fn all_voices(&self) -> Vec<Voice> {
        let mut seen = HashSet::new();
        let graph = self.graph();
        let offices = |voice: Voice| {
            let ties = graph.ties_from(voice.node(), TieKind::Represents).into_iter();
            ties.map(|tie| Voice::by_itself(graph, graph.at_tie(tie).to)).collect::<Vec<_>>()
        };
        let spoken = self.statements().flat_map(|(_, statement)| Voice::of(graph, statement));
        let with_offices = spoken.flat_map(|voice| [voice].into_iter().chain(offices(voice)));
        with_offices.filter(|voice| seen.insert(*voice)).collect()
    }

    /// The statements of a voice, target by target, without what can contradict nothing.
    fn lines_of(&self, voice: Voice) -> Vec<Vec<Side<'g>>> {
        let targets = self.targets_of(voice.node()).into_iter();
        let lines = targets
            .map(|target| self.pool(voice, target).into_iter().filter_map(|(id, _)| self.side(id)).collect());
        lines.collect()
    }

    fn side(&self, id: StatementId) -> Option<Side<'g>> {
        let statement = self.graph().at_statement(id);
        let counts = statement.act != Act::Did
            && statement.modality != Modality::Hinted
            && statement.stance != Stance::Absent;
        counts.then_some(Side { id, statement, polarity: statement.stance.polarity() })
    }

    fn within_line(&self, voice: Voice, line: &[Side<'g>]) -> Vec<Contradiction> {
        let mut found = Vec::new();
        for (index, a) in line.iter().enumerate() {
            for b in line.iter().skip(index + 1).filter(|b| opposite(a, b)) {
                found.extend(self.pair(voice, a, b, line));
            }
        }
        found
    }

    fn pair(&self, voice: Voice, a: &Side<'g>, b: &Side<'g>, line: &[Side<'g>]) -> Option<Contradiction> {
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
    fn reversal(&self, earlier: &Side<'g>, later: &Side<'g>, line: &[Side<'g>]) -> Option<Contradiction> {
        let (start, end) = (self.window(earlier.id), self.window(later.id));
        let between = |side: &Side<'_>| {
            let window = self.window(side.id);
            window.order(start) == Order::After && window.order(end) == Order::Before
        };
        let expired = match (earlier.statement.until, end.earliest) {
            (Some(until), Some(day)) => until.latest() <= day,
            _ => false,
        };
        (!expired && !line.iter().any(between)).then(|| contradiction(Conflict::Reversal, earlier, later))
    }

    /// Two in office at once for one power, each with a current, unmarked stance of opposite sign.
    fn split_offices(&self, voice: Voice) -> Vec<Contradiction> {
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
                found.extend(split.map(|(_, b)| self.in_order(Conflict::SplitVoice, a, b)));
            }
        }
        found
    }

    /// The current unmarked stances of someone in office, as far as they were taken in office.
    fn said_in_office(&self, tie: TieId, target: NodeId) -> Vec<(TieId, Side<'g>)> {
        let office = self.graph().at_tie(tie);
        let own = self.current(Voice::by_itself(self.graph(), office.from), target).into_iter();
        let in_office = own.filter(|side| office.held.covers(self.window(side.id)) != Some(false));
        in_office.map(|side| (tie, side)).collect()
    }

    /// Whether two different speakers were both in office when the later one spoke.
    fn at_once(&self, ties: [TieId; 2], sides: [&Side<'_>; 2]) -> bool {
        let windows = sides.map(|side| self.window(side.id));
        let later = if windows[0].order(windows[1]) == Order::After { windows[0] } else { windows[1] };
        let offices = ties.map(|tie| self.graph().at_tie(tie));
        offices[0].from != offices[1].from
            && offices.iter().all(|office| office.held.covers(later) != Some(false))
    }

    /// A member's own position against that of a bloc it belongs to.
    fn line_breaks(&self, member: Voice) -> Vec<Contradiction> {
        let graph = self.graph();
        let mut found = Vec::new();
        let memberships = graph.ties_from(member.node(), TieKind::MemberOf);
        for tie in
            memberships.iter().map(|&tie| graph.at_tie(tie)).filter(|_| !matches!(member, Voice::Personal(_)))
        {
            for target in self.targets_of(tie.to) {
                let of_bloc = self.current(Voice::by_itself(graph, tie.to), target);
                for (a, b) in of_bloc
                    .iter()
                    .flat_map(|a| self.current(member, target).into_iter().map(move |b| (*a, b)))
                {
                    let belongs =
                        [a, b].iter().all(|side| tie.held.covers(self.window(side.id)) != Some(false));
                    if belongs && self.holds_now(tie.held) != Some(false) && opposite(&a, &b) {
                        found.push(contradiction(Conflict::LineBreak, &a, &b));
                    }
                }
            }
        }
        found
    }

    /// Opposite signs on a proposal and a kind of it; favor for both of two contraries.
    fn tensions(&self, voice: Voice) -> Vec<Contradiction> {
        let graph = self.graph();
        let mut found = Vec::new();
        for target in self.targets_of(voice.node()) {
            let here = self.current(voice, target);
            for kind in graph.narrower(target) {
                let below = self.current(voice, kind.node);
                let pairs =
                    here.iter().flat_map(|a| below.iter().filter(|b| opposite(a, b)).map(move |b| (a, b)));
                found.extend(pairs.map(|(a, b)| contradiction(Conflict::Tension, a, b)));
            }
            for contrary in graph.ties_from(target, TieKind::ContraryTo) {
                let there = self.current(voice, graph.at_tie(contrary).to);
                let pairs =
                    here.iter().flat_map(|a| there.iter().filter(|b| both_favor(a, b)).map(move |b| (a, b)));
                // Contraries exclude each other both ways, whichever of the two ties is on record.
                let once = pairs.map(|(a, b)| if a.id < b.id { (a, b) } else { (b, a) });
                found.extend(once.map(|(a, b)| contradiction(Conflict::Tension, a, b)));
            }
        }
        found
    }

    /// The headline of each position that a voice has on a target itself now.
    fn current(&self, voice: Voice, target: NodeId) -> Vec<Side<'g>> {
        let positions = self.direct_positions(voice, target);
        positions.iter().filter_map(|position| self.side(position.headline()?)).collect()
    }

    fn in_order(&self, kind: Conflict, a: &Side<'_>, b: &Side<'_>) -> Contradiction {
        match self.window(a.id).order(self.window(b.id)) {
            Order::After => contradiction(kind, b, a),
            _ => contradiction(kind, a, b),
        }
    }
}

fn contradiction(kind: Conflict, first: &Side<'_>, second: &Side<'_>) -> Contradiction {
    Contradiction { kind, sides: [first.id, second.id] }
}

/// Opposite signs under the same conditions.
fn opposite(a: &Side<'_>, b: &Side<'_>) -> bool {
    let signs = a.polarity.is_some() && a.polarity.and_then(Polarity::opposite) == b.polarity;
    signs && conditions(a.statement) == conditions(b.statement)
}

fn both_favor(a: &Side<'_>, b: &Side<'_>) -> bool {
    let favor = |side: &Side<'_>| side.polarity == Some(Polarity::Favor);
    favor(a) && favor(b) && conditions(a.statement) == conditions(b.statement)
}

fn conditions(statement: &Statement) -> Vec<&Condition> {
    let mut conditions: Vec<_> = statement.stance_conditions().collect();
    conditions.sort();
    conditions
}
