//! What an assumption activates, ends or leaves open.

use std::collections::{BTreeSet, HashMap};

use crate::model::word::code_words;
use crate::model::{Condition, ConditionSubject, NodeId, Scope, StatementId, StatementRef};

use super::condition::State;
use super::{Ending, Fate, Hidden, Lens, Line, Selection, Voice};

/// What taking something as met does to the statements that carry it as a condition, each list in order of entry.
///
/// It tells of statements, not of positions: what is activated may still lose to something nearer, and what an activated
/// stance overrides carries no condition and is not told as ended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Assumption {
    /// What is taken as met: a proposal, or words and how else they are written on record.
    pub subjects: Vec<ConditionSubject>,
    /// They hold now, and did not without it.
    pub activates: Vec<StatementId>,
    /// They hold nothing now, and did without it.
    pub ends: Vec<StatementId>,
    /// They stay what they were, and why.
    pub open: Vec<(StatementId, LeftOpen)>,
}

impl Assumption {
    /// Whether no statement carries it as a condition.
    pub const fn is_idle(&self) -> bool {
        self.activates.is_empty() && self.ends.is_empty() && self.open.is_empty()
    }
}

/// Why an assumption leaves a statement what it was, although it carries the condition. Where several hold, the first
/// in this order is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LeftOpen {
    /// The condition is one of what is wanted, not of the stance.
    OnContent,
    /// The condition is met on record, without being assumed.
    AlreadyMet,
    /// It was taken back.
    Retracted,
    /// It had not been recorded by then.
    NotYetKnown,
    /// It had not been said by then.
    NotYetSaid,
    /// A filter of the question leaves it out.
    Filtered,
    /// A deed, which makes no position.
    Deed,
    /// A hint, which is no position.
    Hinted,
    /// No vote recorded, which is no position.
    Absent,
    /// A later statement of another polarity took its place.
    Superseded,
    /// The holder withdrew it.
    Withdrawn,
    /// It ran out by its own terms.
    Expired,
    /// Another condition ends it, on record or assumed.
    EndedOtherwise,
    /// Another condition, which has not come about, holds it up.
    Pending,
}

code_words!(LeftOpen, "reason", {
    OnContent = 0 "on-content", AlreadyMet = 1 "already-met", Retracted = 2 "retracted",
    NotYetKnown = 3 "not-yet-known", NotYetSaid = 4 "not-yet-said", Filtered = 5 "filtered", Deed = 6 "deed",
    Hinted = 7 "hinted", Absent = 8 "absent", Superseded = 9 "superseded", Withdrawn = 10 "withdrawn",
    Expired = 11 "expired", EndedOtherwise = 12 "ended-otherwise", Pending = 13 "pending",
});

impl LeftOpen {
    /// What keeps a statement from being moved by any condition; one that a condition ended may have been moved.
    const fn of(fate: Fate) -> Option<Self> {
        Some(match fate {
            Fate::Stands | Fate::Ended(Ending::ConditionMet) => return None,
            Fate::Hidden(Hidden::Retracted) => Self::Retracted,
            Fate::Hidden(Hidden::NotYetKnown) => Self::NotYetKnown,
            Fate::Hidden(Hidden::NotYetSaid) => Self::NotYetSaid,
            Fate::Hidden(Hidden::Filtered) => Self::Filtered,
            Fate::Deed => Self::Deed,
            Fate::Hinted => Self::Hinted,
            Fate::Absent => Self::Absent,
            Fate::Ended(Ending::Superseded(_)) => Self::Superseded,
            Fate::Ended(Ending::Withdrawn(_)) => Self::Withdrawn,
            Fate::Ended(Ending::Expired) => Self::Expired,
        })
    }
}

/// What becomes of one statement that carries the condition.
enum Effect {
    Activated,
    Ended,
    Open(LeftOpen),
}

/// The record with and without what is assumed.
struct Overlay<'a, 'g> {
    subjects: &'a [ConditionSubject],
    /// With everything that is assumed.
    with: Selection<'g>,
    /// With nothing assumed.
    without: Selection<'g>,
    lines: HashMap<NodeId, HashMap<Voice, Line>>,
}

impl<'g> Selection<'g> {
    /// What it does to some statements that any of these subjects is taken as met, beside what the lens assumes.
    ///
    /// Only statements that carry one as a condition are told of; the ids must come from this graph.
    ///
    /// # Complexity
    /// O(n) for `n` statements, and that of resolving each line on which one carries the condition, once.
    ///
    /// # Example
    /// ```
    /// use stancegraph::{Date, datasets, model::ConditionSubject, position::{Lens, Selection}};
    /// let graph = datasets::invented()?;
    /// let mut lens = Lens::default();
    /// lens.as_of = Some("2031-07-01".parse::<Date>()?.latest());
    /// let treaty = ConditionSubject::Proposal(graph.find("lighthouse-treaty").unwrap());
    /// let patrol = graph.statements_on(graph.find("joint-patrol").unwrap());
    /// let assumption = Selection::new(graph, lens).assumption(&[treaty], patrol);
    /// assert_eq!(assumption.activates.len(), 1);
    /// assert!(assumption.ends.is_empty() && assumption.open.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn assumption(
        &self,
        subjects: &[ConditionSubject],
        among: impl IntoIterator<Item = StatementId>,
    ) -> Assumption {
        let mut overlay = Overlay::of(self, subjects);
        let mut assumption = Assumption { subjects: subjects.to_vec(), ..Assumption::default() };
        for id in among.into_iter().collect::<BTreeSet<_>>() {
            match overlay.effect(id) {
                Some(Effect::Activated) => assumption.activates.push(id),
                Some(Effect::Ended) => assumption.ends.push(id),
                Some(Effect::Open(why)) => assumption.open.push((id, why)),
                None => {}
            }
        }
        assumption
    }

    /// What some statements, as they stand, still hang on, each once and in order of entry.
    pub(crate) fn awaited(&self, among: impl IntoIterator<Item = StatementId>) -> Vec<&'g ConditionSubject> {
        let mut overlay = Overlay::of(self, &[]);
        let mut awaited = Vec::new();
        for id in among {
            let statement = self.graph().at_statement(id);
            let unmet = || statement.stance_conditions().filter(|condition| !self.is_met(condition));
            if unmet().next().is_none() || overlay.fate(id, statement) != Fate::Stands {
                continue;
            }
            for condition in unmet() {
                if !awaited.contains(&&condition.subject) {
                    awaited.push(&condition.subject);
                }
            }
        }
        awaited
    }
}

impl<'a, 'g> Overlay<'a, 'g> {
    fn of(selection: &Selection<'g>, subjects: &'a [ConditionSubject]) -> Self {
        let lens = |assuming: Vec<ConditionSubject>| Lens { assuming, ..selection.lens().clone() };
        let mut assuming = selection.lens().assuming.clone();
        assuming.extend(subjects.iter().filter(|one| !selection.lens().assuming.contains(one)).cloned());
        let with = Selection::new(selection.graph(), lens(assuming));
        let without = Selection::new(selection.graph(), lens(Vec::new()));
        Self { subjects, with, without, lines: HashMap::new() }
    }

    /// What becomes of a statement; `None` where it carries none of the subjects as a condition.
    fn effect(&mut self, id: StatementId) -> Option<Effect> {
        let statement = self.with.graph().at_statement(id);
        let is_assumed = |condition: &&Condition| self.subjects.contains(&condition.subject);
        let carried: Vec<&Condition> = statement.conditions.iter().filter(is_assumed).collect();
        if carried.is_empty() {
            return None;
        }
        Some(self.moved(id, statement, carried).unwrap_or_else(Effect::Open))
    }

    /// Whether it is activated or ended by the conditions that it carries; otherwise why neither.
    fn moved(
        &mut self,
        id: StatementId,
        statement: StatementRef<'_>,
        mut carried: Vec<&Condition>,
    ) -> Result<Effect, LeftOpen> {
        let first = |left: &[&Condition], why| if left.is_empty() { Err(why) } else { Ok(()) };
        carried.retain(|condition| condition.scope == Scope::Stance);
        first(&carried, LeftOpen::OnContent)?;
        carried.retain(|condition| !self.without.is_met(condition));
        first(&carried, LeftOpen::AlreadyMet)?;
        if let Some(why) = LeftOpen::of(self.fate(id, statement)) {
            return Err(why);
        }
        let ends = carried.iter().any(|condition| !condition.relation.activates());
        match (self.without.state(statement), self.with.state(statement)) {
            (State::Ended, _) => Err(LeftOpen::EndedOtherwise),
            _ if ends => Ok(Effect::Ended),
            (_, State::Ended) => Err(LeftOpen::EndedOtherwise),
            (_, State::Pending) => Err(LeftOpen::Pending),
            _ => Ok(Effect::Activated),
        }
    }

    fn fate(&mut self, id: StatementId, statement: StatementRef<'_>) -> Fate {
        let lines = self.lines.entry(statement.target).or_default();
        self.with.fate(id, statement.target, lines)
    }
}
