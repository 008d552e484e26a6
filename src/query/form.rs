//! The forms of questions.

use crate::model::{Date, TieKind};

use super::{Clause, Clauses, Name, Word};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// Who opposes foreign troops? Who voted against A/RES/ES-11/1? Who rejects X and supports Y?
    Who(Clauses),
    /// Does Germany support foreign troops?
    Does(Name, Clause),
    /// How many support foreign troops?
    Count(Clauses),
    /// What does Ukraine demand?
    What(Name, Word),
    /// What did Putin say, on one matter or at all? Everything on record of the holder, hints and deeds included.
    Said(Name, Option<Name>),
    /// Stances of Russia.
    Profile(Name),
    /// Position of Russia on foreign troops, whichever way it leans.
    Position(Name, Name),
    /// How Finland's position on NATO membership went over time.
    Timeline(Name, Name),
    /// Who changed position on a target between two dates, or since one?
    Changes(Name, Date, Option<Date>),
    /// When did Sweden first support it, last reject it; since when does it support it?
    When(Moment, Name, Clause),
    /// Why is Putin found to oppose foreign troops? The verdict with the whole derivation of each finding.
    Why(Name, Clause),
    /// Why is Germany not found to support foreign troops?
    WhyNot(Name, Clause),
    /// What contradicts what: of one holder or of all, on one target or on all.
    Contradictions(Option<Name>, Option<Name>),
    /// Where do two holders differ or agree, on one target or on all that both have a position on?
    Compare(Facet, [Name; 2], Option<Name>),
    /// Who threatens whom? Who demands what?
    Pairs(Word, Toward),
    /// Which stances are conditional? Which are hedged or hinted? Any of the traits will do.
    Which(Vec<Trait>),
    /// Who leads NATO? Members of the EU. What does Rutte lead?
    Ties(TieKind, TieSide, Name),
    /// Is Finland a member of NATO?
    Tied(Name, TieKind, Name),
    /// How far do two holders agree?
    Agreement([Name; 2]),
    /// Who agrees most, or least, with a holder?
    Agreeing(Degree, Name),
    /// How has support for a proposal changed, month by month?
    Support(Name),
    /// Has what a holder says on a target grown warmer or colder?
    Drift(Name, Name),
    /// Which camps are there on a target?
    Camps(Name),
    /// Who is isolated on a target?
    Isolated(Name),
    /// Who could mediate between two holders, on one target or at all?
    Mediation([Name; 2], Option<Name>),
}

/// Which moment of a stance is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// The earliest statement that shows it.
    First,
    /// The latest statement that shows it.
    Last,
    /// The day from which the position has stood without a break.
    Since,
}

/// Which of the matters that two holders both have a position on are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    /// Those on which they lean different ways.
    Differ,
    /// Those on which they lean the same way.
    Agree,
    /// All of them.
    Both,
}

/// Which end of a ranking is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Degree {
    /// The highest first.
    Most,
    /// The lowest first.
    Least,
}

/// What the pairs of a [`Form::Pairs`] lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Toward {
    /// Actors and nations: "whom".
    Powers,
    /// Proposals: "what".
    Proposals,
}

/// A trait of statements that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Trait {
    /// The stance, or its content, hangs on a condition; each finding says which.
    Conditional,
    /// Put with reserve.
    Hedged,
    /// Only hinted at.
    Hinted,
    /// Held by a group whose members nobody named.
    Unnamed,
    /// Nobody knows when it was said.
    Undated,
    /// In the holder's own words.
    Quoted,
}

/// Which end of a tie is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TieSide {
    /// The name is what is led, represented, belonged to: "who leads NATO".
    Holders,
    /// The name is who leads, represents, belongs: "what does Rutte lead".
    Powers,
}
