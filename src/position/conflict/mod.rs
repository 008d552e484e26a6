//! Contradictions: statements that do not go together, each a finding with both sides kept.

mod across;
mod offices;
mod within;

use std::collections::{BTreeSet, HashSet};

use self::within::within_line;
use super::{Selection, Voice};
use crate::model::word::code_words;
use crate::model::{
    Act, Condition, Modality, NodeId, Polarity, Stance, StatementId, StatementRef, TieKind, Window,
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
    statement: StatementRef<'g>,
    polarity: Option<Polarity>,
    window: Window,
}

impl<'g> Selection<'g> {
    /// All contradictions seen, of one holder or of all, on one target or on all; ordered by their later statement.
    ///
    /// Hints and deeds contradict nothing, statements with different conditions do not contradict each other, and
    /// neither do statements made in different capacities. A neutral or a withdrawal in between breaks a reversal.
    ///
    /// # Complexity
    /// O(n^2 log n) for the `n` statements of one voice on one target; O(v k) for `v` voices and `k` kinds.
    pub fn contradictions(&self, holder: Option<NodeId>, target: Option<NodeId>) -> Vec<Contradiction> {
        let graph = self.graph();
        let mut found = BTreeSet::new();
        for voice in self.all_voices() {
            let of_holder = |contradiction: &Contradiction| {
                let statements = contradiction.sides.map(|id| graph.at_statement(id));
                let by = |wanted| statements.iter().any(|statement| statement.is_by(wanted));
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
        let mut found: Vec<_> = lines.iter().flat_map(|line| within_line(voice, line)).collect();
        found.extend(self.successors(voice));
        found.extend(self.split_offices(voice));
        found.extend(self.line_breaks(voice));
        found.extend(self.tensions(voice));
        found
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
        let (polarity, window) = (statement.stance.polarity(), self.window(id));
        counts.then_some(Side { id, statement, polarity, window })
    }

    /// The headline of each position that a voice has on a target itself now.
    fn current(&self, voice: Voice, target: NodeId) -> Vec<Side<'g>> {
        let positions = self.direct_positions(voice, target);
        positions.iter().filter_map(|position| self.side(position.headline()?)).collect()
    }
}

fn contradiction(kind: Conflict, first: &Side<'_>, second: &Side<'_>) -> Contradiction {
    Contradiction { kind, sides: [first.id, second.id] }
}

/// Opposite signs under the same conditions.
fn opposite(a: &Side<'_>, b: &Side<'_>) -> bool {
    let other_sign = a.polarity.and_then(Polarity::opposite);
    other_sign.is_some() && other_sign == b.polarity && conditions(a.statement) == conditions(b.statement)
}

fn both_favor(a: &Side<'_>, b: &Side<'_>) -> bool {
    let favor = |side: &Side<'_>| side.polarity == Some(Polarity::Favor);
    favor(a) && favor(b) && conditions(a.statement) == conditions(b.statement)
}

fn conditions(statement: StatementRef<'_>) -> Vec<&Condition> {
    let mut conditions: Vec<_> = statement.stance_conditions().collect();
    conditions.sort();
    conditions
}
