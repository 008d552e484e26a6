//! What can be seen at `k`, what had been said by `t`, and what has become of conditions.

use super::days::{Span, Tri, last_day};
use super::world::{Question, Statement, Subject, World};

/// A world as one question sees it.
pub(crate) struct View<'w> {
    pub(crate) world: &'w World,
    pub(crate) t: Option<i64>,
    pub(crate) k: Option<i64>,
    pub(crate) inferred: bool,
    asserted: bool,
    assuming: &'w [String],
}

/// Whether a statement counts, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seen {
    Certainly,
    Possibly,
    Retracted,
    NotYetKnown,
    NotYetSaid,
    Filtered,
}

/// What a statement's own conditions make of its stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hold {
    /// It never hung on anything.
    Flat,
    /// It hung on something that came about.
    Activated,
    /// Stands until what would end it comes about; reads "only if".
    Conditional,
    /// Waits for something that would bring it about; reads "only if".
    Waiting,
    /// What would end it came about.
    Ended,
}

impl<'w> View<'w> {
    pub(crate) fn new(world: &'w World, question: &'w Question) -> Self {
        Self {
            world,
            t: question.as_of.as_deref().map(last_day),
            k: question.known_at.as_deref().map(last_day),
            inferred: question.inferred,
            asserted: question.asserted,
            assuming: &question.assuming,
        }
    }

    /// When it was said; the latest day of an undated one is its publication or recording.
    pub(crate) fn said(&self, statement: &Statement) -> Span {
        let last_of = |date: &Option<String>| date.as_deref().map(last_day);
        match &statement.said {
            Some(said) => Span::of(said),
            None => {
                let known = [last_of(&statement.published), last_of(&statement.recorded)];
                Span { first: None, last: known.into_iter().flatten().min() }
            }
        }
    }

    /// What both times let through a filter may still leave out.
    pub(crate) fn seen(&self, statement: &Statement) -> Seen {
        match self.in_time(statement) {
            Seen::Certainly | Seen::Possibly if self.asserted && statement.modality != "asserted" => {
                Seen::Filtered
            }
            seen => seen,
        }
    }

    fn in_time(&self, statement: &Statement) -> Seen {
        match (self.kept(statement), self.uttered(statement)) {
            (Seen::Certainly, Seen::Certainly) => Seen::Certainly,
            (Seen::Certainly | Seen::Possibly, Seen::Certainly | Seen::Possibly) => Seen::Possibly,
            (Seen::Certainly | Seen::Possibly, hidden) | (hidden, _) => hidden,
        }
    }

    pub(crate) fn is_live(&self, statement: &Statement) -> bool {
        matches!(self.seen(statement), Seen::Certainly | Seen::Possibly)
    }

    fn uttered(&self, statement: &Statement) -> Seen {
        match self.t.map_or(Tri::Yes, |t| self.said(statement).reached_by(t)) {
            Tri::Yes => Seen::Certainly,
            Tri::Maybe => Seen::Possibly,
            Tri::No => Seen::NotYetSaid,
        }
    }

    fn kept(&self, statement: &Statement) -> Seen {
        let Some(k) = self.k else {
            return if statement.retracted.is_some() { Seen::Retracted } else { Seen::Certainly };
        };
        let retracted = statement.retracted.as_deref().map_or(Tri::No, |date| Span::of(date).reached_by(k));
        match (retracted, self.entered(statement, k)) {
            (Tri::Yes, _) => Seen::Retracted,
            (_, Tri::No) => Seen::NotYetKnown,
            (Tri::No, Tri::Yes) => Seen::Certainly,
            _ => Seen::Possibly,
        }
    }

    fn entered(&self, statement: &Statement, k: i64) -> Tri {
        match statement.recorded.as_deref().or(statement.published.as_deref()) {
            Some(date) => Span::of(date).reached_by(k),
            None if self.said(statement).reached_by(k) == Tri::No => Tri::No,
            None => Tri::Maybe,
        }
    }

    /// Whether it has ended by its own terms. Without a day asked about, what has an end has ended.
    pub(crate) fn expired(&self, statement: &Statement) -> Tri {
        match (statement.until.as_deref(), self.t) {
            (None, _) => Tri::No,
            (Some(_), None) => Tri::Yes,
            (Some(until), Some(t)) => Span::of(until).reached_by(t),
        }
    }

    /// Several conditions: one that ends it ends it, and it is active once all have brought it about.
    pub(crate) fn hold(&self, statement: &Statement) -> Hold {
        let conditions: Vec<_> = statement.stance_conditions().collect();
        let activates = |relation: &str| matches!(relation, "if" | "once" | "after");
        let met = |subject: &Subject| self.is_met(subject);
        if conditions.is_empty() {
            Hold::Flat
        } else if conditions.iter().any(|one| !activates(&one.relation) && met(&one.subject)) {
            Hold::Ended
        } else if conditions.iter().all(|one| activates(&one.relation) && met(&one.subject)) {
            Hold::Activated
        } else if conditions.iter().all(|one| !activates(&one.relation) || met(&one.subject)) {
            Hold::Conditional
        } else {
            Hold::Waiting
        }
    }

    /// What is assumed, or what the latest record says that certainly happened by `t` and may be known at `k`.
    fn is_met(&self, subject: &Subject) -> bool {
        let (Subject::Text(name) | Subject::Proposal(name)) = subject;
        if self.assuming.contains(name) {
            return true;
        }
        let events = self.world.events.iter().enumerate().filter(|(_, event)| event.subject == *subject);
        let dated =
            |date: &Option<String>| date.as_deref().map_or(Span { first: None, last: None }, Span::of);
        let by =
            |date: &Option<String>, day: Option<i64>| day.map_or(Tri::Yes, |day| dated(date).reached_by(day));
        let seen = events.filter(|(_, event)| {
            let known = event.published.as_ref().or(event.date.as_ref()).cloned();
            // A choice: a record without any date is known at every day.
            (known.is_none() || by(&known, self.k) == Tri::Yes) && by(&event.date, self.t) == Tri::Yes
        });
        seen.max_by_key(|(entry, event)| (dated(&event.date).last, *entry))
            .is_some_and(|(_, event)| event.met)
    }
}
