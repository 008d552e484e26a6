//! The typed way to put a question: each step asks for what is still missing.

use crate::model::{Date, TieKind};

use super::{
    Assertion, Clause, Clauses, Degree, Facet, Form, Inference, Listing, Modifiers, Moment, Name, Negation,
    Period, Query, Reading, TieSide, Toward, Trait, Word,
};

/// "Who ..." without its target yet.
#[derive(Debug, Clone)]
#[must_use]
pub struct WhoQuery(Word, Negation);

/// "How many ..." without its target yet.
#[derive(Debug, Clone)]
#[must_use]
pub struct CountQuery(Word, Negation);

/// "Does X ..." without its target yet.
#[derive(Debug, Clone)]
#[must_use]
pub struct DoesQuery(Name, Word, Negation);

/// "Position of X" without its target yet.
#[derive(Debug, Clone)]
#[must_use]
pub struct PositionQuery(Name);

/// "Why does X ...", "why does X not ..." without its target yet.
#[derive(Debug, Clone)]
#[must_use]
pub struct WhyQuery(Name, Word, Negation);

/// "When did X first ...", "since when does X ..." without its target yet.
#[derive(Debug, Clone)]
#[must_use]
pub struct WhenQuery(Moment, Name, Word, Negation);

impl WhyQuery {
    /// Names the target.
    pub fn on(self, target: impl Into<Name>) -> Query {
        let clause = Clause { word: self.1, negation: Negation::Affirmed, target: target.into() };
        Query::of(match self.2 {
            Negation::Affirmed => Form::Why(self.0, clause),
            Negation::Negated => Form::WhyNot(self.0, clause),
        })
    }
}

macro_rules! negatable {
    ($type:ident, $field:tt) => {
        impl $type {
            /// Negates the word: "doesn't support".
            pub fn negated(mut self) -> Self {
                self.$field = Negation::Negated;
                self
            }
        }
    };
}

negatable!(WhoQuery, 1);
negatable!(CountQuery, 1);
negatable!(DoesQuery, 2);
negatable!(WhenQuery, 3);

impl WhoQuery {
    /// Names the target.
    pub fn on(self, target: impl Into<Name>) -> Query {
        Query::who_all(Clause { word: self.0, negation: self.1, target: target.into() })
    }
}

impl CountQuery {
    /// Names the target.
    pub fn on(self, target: impl Into<Name>) -> Query {
        Query::count_all(Clause { word: self.0, negation: self.1, target: target.into() })
    }
}

impl DoesQuery {
    /// Names the target.
    pub fn on(self, target: impl Into<Name>) -> Query {
        Query::of(Form::Does(self.0, Clause { word: self.1, negation: self.2, target: target.into() }))
    }
}

impl WhenQuery {
    /// Names the target.
    pub fn on(self, target: impl Into<Name>) -> Query {
        let clause = Clause { word: self.2, negation: self.3, target: target.into() };
        Query::of(Form::When(self.0, self.1, clause))
    }
}

impl PositionQuery {
    /// Names the target.
    pub fn on(self, target: impl Into<Name>) -> Query {
        Query::of(Form::Position(self.0, target.into()))
    }
}

impl Query {
    /// A query of a form, without modifiers.
    pub fn of(form: Form) -> Self {
        Self { form, modifiers: Modifiers::default() }
    }

    /// Who holds such a stance on ...: `Query::who(Stance::Rejects).on("foreign troops")`.
    pub fn who(word: impl Into<Word>) -> WhoQuery {
        WhoQuery(word.into(), Negation::Affirmed)
    }

    /// Who is found by all these clauses together.
    pub fn who_all(clauses: impl Into<Clauses>) -> Self {
        Self::of(Form::Who(clauses.into()))
    }

    /// How many are found by all these clauses together.
    pub fn count_all(clauses: impl Into<Clauses>) -> Self {
        Self::of(Form::Count(clauses.into()))
    }

    /// How many hold such a stance on ...
    pub fn count(word: impl Into<Word>) -> CountQuery {
        CountQuery(word.into(), Negation::Affirmed)
    }

    /// Does this holder hold such a stance on ...
    pub fn does(holder: impl Into<Name>, word: impl Into<Word>) -> DoesQuery {
        DoesQuery(holder.into(), word.into(), Negation::Affirmed)
    }

    /// What this holder's position is on ...
    pub fn position(holder: impl Into<Name>) -> PositionQuery {
        PositionQuery(holder.into())
    }

    /// What this holder supports, demands, rejects ...
    pub fn what(holder: impl Into<Name>, word: impl Into<Word>) -> Self {
        Self::of(Form::What(holder.into(), word.into()))
    }

    /// Everything on record of a holder, hints and deeds included.
    pub fn said(holder: impl Into<Name>) -> Self {
        Self::of(Form::Said(holder.into(), None))
    }

    /// Everything on record of a holder on one target, hints and deeds included.
    pub fn said_about(holder: impl Into<Name>, target: impl Into<Name>) -> Self {
        Self::of(Form::Said(holder.into(), Some(target.into())))
    }

    /// Every position of a holder.
    pub fn profile(holder: impl Into<Name>) -> Self {
        Self::of(Form::Profile(holder.into()))
    }

    /// How a holder's position on a target went over time.
    pub fn timeline(holder: impl Into<Name>, target: impl Into<Name>) -> Self {
        Self::of(Form::Timeline(holder.into(), target.into()))
    }

    /// Who changed position on a target between the ends of two dates.
    pub fn changes(target: impl Into<Name>, earlier: Date, later: Date) -> Self {
        Self::of(Form::Changes(target.into(), earlier, Some(later)))
    }

    /// Who changed position on a target from the end of a date to present knowledge.
    pub fn changes_since(target: impl Into<Name>, earlier: Date) -> Self {
        Self::of(Form::Changes(target.into(), earlier, None))
    }

    /// When a holder first showed such a stance on ...
    pub fn when_first(holder: impl Into<Name>, word: impl Into<Word>) -> WhenQuery {
        WhenQuery(Moment::First, holder.into(), word.into(), Negation::Affirmed)
    }

    /// When a holder last showed such a stance on ...
    pub fn when_last(holder: impl Into<Name>, word: impl Into<Word>) -> WhenQuery {
        WhenQuery(Moment::Last, holder.into(), word.into(), Negation::Affirmed)
    }

    /// Since when a holder has held such a stance on ..., without a break.
    pub fn since_when(holder: impl Into<Name>, word: impl Into<Word>) -> WhenQuery {
        WhenQuery(Moment::Since, holder.into(), word.into(), Negation::Affirmed)
    }

    /// Where two holders differ, agree, or both: on everything that both have a position on.
    pub fn compare(facet: Facet, left: impl Into<Name>, right: impl Into<Name>) -> Self {
        Self::of(Form::Compare(facet, [left.into(), right.into()], None))
    }

    /// Whether two holders differ or agree on one target.
    pub fn compare_on(left: impl Into<Name>, right: impl Into<Name>, target: impl Into<Name>) -> Self {
        Self::of(Form::Compare(Facet::Both, [left.into(), right.into()], Some(target.into())))
    }

    /// Whether one is tied to the other: a member of it, its leader, its representative.
    pub fn tied(from: impl Into<Name>, kind: TieKind, to: impl Into<Name>) -> Self {
        Self::of(Form::Tied(from.into(), kind, to.into()))
    }

    /// How far two holders agree.
    pub fn agreement(left: impl Into<Name>, right: impl Into<Name>) -> Self {
        Self::of(Form::Agreement([left.into(), right.into()]))
    }

    /// Who agrees most, or least, with a holder.
    pub fn agreeing(degree: Degree, holder: impl Into<Name>) -> Self {
        Self::of(Form::Agreeing(degree, holder.into()))
    }

    /// How support for a proposal has changed, month by month.
    pub fn support(target: impl Into<Name>) -> Self {
        Self::of(Form::Support(target.into()))
    }

    /// Whether what a holder says on a target has grown warmer or colder.
    pub fn drift(holder: impl Into<Name>, target: impl Into<Name>) -> Self {
        Self::of(Form::Drift(holder.into(), target.into()))
    }

    /// Which camps there are on a target.
    pub fn camps(target: impl Into<Name>) -> Self {
        Self::of(Form::Camps(target.into()))
    }

    /// Who is isolated on a target.
    pub fn isolated(target: impl Into<Name>) -> Self {
        Self::of(Form::Isolated(target.into()))
    }

    /// Who could mediate between two holders.
    pub fn mediation(left: impl Into<Name>, right: impl Into<Name>) -> Self {
        Self::of(Form::Mediation([left.into(), right.into()], None))
    }

    /// Why a holder is found to hold such a stance on ..., with the whole derivation.
    pub fn why(holder: impl Into<Name>, word: impl Into<Word>) -> WhyQuery {
        WhyQuery(holder.into(), word.into(), Negation::Affirmed)
    }

    /// Why a holder is not plainly found to hold such a stance on ...
    pub fn why_not(holder: impl Into<Name>, word: impl Into<Word>) -> WhyQuery {
        WhyQuery(holder.into(), word.into(), Negation::Negated)
    }

    /// Everything that does not go together.
    pub fn contradictions() -> Self {
        Self::of(Form::Contradictions(None, None))
    }

    /// What a holder says that does not go together.
    pub fn contradictions_of(holder: impl Into<Name>) -> Self {
        Self::of(Form::Contradictions(Some(holder.into()), None))
    }

    /// What is said on a target that does not go together.
    pub fn contradictions_on(target: impl Into<Name>) -> Self {
        Self::of(Form::Contradictions(None, Some(target.into())))
    }

    /// Who holds such a stance toward whom, or on what.
    pub fn pairs(word: impl Into<Word>, toward: Toward) -> Self {
        Self::of(Form::Pairs(word.into(), toward))
    }

    /// Which statements have one of these traits: `Query::which([Trait::Hedged, Trait::Hinted])`.
    pub fn which(asked: impl IntoIterator<Item = Trait>) -> Self {
        Self::of(Form::Which(asked.into_iter().collect()))
    }

    /// Who leads, represents or belongs to a power, or what a holder leads, represents, belongs to.
    pub fn ties(kind: TieKind, side: TieSide, name: impl Into<Name>) -> Self {
        Self::of(Form::Ties(kind, side, name.into()))
    }

    /// What held in the world at the end of a date.
    #[must_use]
    pub fn as_of(mut self, date: Date) -> Self {
        self.modifiers.as_of = Some(date);
        self
    }

    /// What had been recorded by the end of a date.
    #[must_use]
    pub fn known_at(mut self, date: Date) -> Self {
        self.modifiers.known_at = Some(date);
        self
    }

    /// Only what was said in a stretch of time: `Period::Since("2010".parse()?)`.
    #[must_use]
    pub fn within(mut self, period: Period) -> Self {
        self.modifiers.period = Some(period);
        self
    }

    /// Only what was put plainly: hedged and hinted statements are left out.
    #[must_use]
    pub fn only_asserted(mut self) -> Self {
        self.modifiers.assertion = Assertion::Only;
        self
    }

    /// Lists findings under nations instead of speakers.
    #[must_use]
    pub fn by_nation(mut self) -> Self {
        self.modifiers.listing = Listing::Nations;
        self
    }

    /// Includes inferred positions, each marked.
    #[must_use]
    pub fn including_inferred(mut self) -> Self {
        self.modifiers.inference = Inference::Included;
        self
    }

    /// Reads each holder's last word instead of its position.
    #[must_use]
    pub fn by_last_word(mut self) -> Self {
        self.modifiers.reading = Reading::LastWord;
        self
    }

    /// Only what was said on behalf of a nation or organization.
    #[must_use]
    pub fn on_behalf_of(mut self, power: impl Into<Name>) -> Self {
        self.modifiers.on_behalf_of = Some(power.into());
        self
    }

    /// Only what was said at an occasion.
    #[must_use]
    pub fn at(mut self, occasion: impl Into<Name>) -> Self {
        self.modifiers.occasion = Some(occasion.into());
        self
    }

    /// Only what a source reports.
    #[must_use]
    pub fn according_to(mut self, source: impl Into<Name>) -> Self {
        self.modifiers.source = Some(source.into());
        self
    }

    /// Takes a condition as met.
    #[must_use]
    pub fn assuming(mut self, condition: impl Into<Name>) -> Self {
        self.modifiers.assuming.push(condition.into());
        self
    }
}
