//! Verdicts of yes-no questions.

use std::collections::BTreeSet;

use crate::model::word::code_words;
use crate::model::{Stance, Strength};
use crate::position::{Lean, Position, Selection};
use crate::query::{Negation, Word};

/// The verdict of a yes-no question. Silence, neutrality, absence and "not in the data" are four different ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Verdict {
    /// On record as asked.
    Yes,
    /// On record to the contrary.
    No,
    /// Declares no side.
    Neutral,
    /// Statements of different polarity stand.
    Conflicting,
    /// As asked, but only weakly: open to it, doubtful of it.
    Weak,
    /// Only hinted at.
    Hinted,
    /// Only if a condition comes about.
    Conditional,
    /// Nothing on the matter itself, only on a kind of it.
    OnlyOnNarrower,
    /// A member with no vote recorded.
    Absent,
    /// Known, but nothing is on record.
    NoRecord,
    /// A name nobody has in the data.
    NotInData,
}

code_words!(Verdict, "verdict", {
    Yes = 0 "yes", No = 1 "no", Neutral = 2 "neutral", Conflicting = 3 "conflicting", Weak = 4 "weak",
    Hinted = 5 "hinted", Conditional = 6 "conditional", OnlyOnNarrower = 7 "only-on-narrower",
    Absent = 8 "absent", NoRecord = 9 "no-record", NotInData = 10 "not-in-data",
});

impl Verdict {
    /// What positions on the matter itself say of a word: `None` where they say nothing of it.
    pub(super) fn of(selection: &Selection<'_>, positions: &[&Position], word: Word) -> Option<Self> {
        let told =
            positions.iter().filter_map(|position| Some((position.lean, one(selection, position, word)?)));
        let (leans, verdicts): (BTreeSet<Lean>, Vec<Self>) = told.unzip();
        // Capacities that lean the same way agree: the firmest speaks for all.
        let firmest = verdicts.into_iter().min_by_key(|verdict| match verdict {
            Self::Weak => 1,
            Self::Conditional => 2,
            _ => 0,
        });
        if leans.len() > 1 { Some(Self::Conflicting) } else { firmest }
    }
}

fn one(selection: &Selection<'_>, position: &Position, word: Word) -> Option<Verdict> {
    let wanted = Lean::from(word.polarity());
    let headline = selection.graph().at_statement(position.headline()?);
    match position.lean {
        Lean::Mixed => Some(Verdict::Conflicting),
        lean if lean == wanted => as_asked(selection, position, word, headline.stance),
        _ if position.conditional => Some(Verdict::Conditional),
        Lean::Neutral => Some(Verdict::Neutral),
        _ => Some(Verdict::No),
    }
}

/// The position leans as asked; an exact verb also wants its very stance.
fn as_asked(selection: &Selection<'_>, position: &Position, word: Word, headline: Stance) -> Option<Verdict> {
    let exact =
        |stance| position.statements.iter().any(|&id| selection.graph().at_statement(id).stance == stance);
    let is_weak = headline.strength() == Strength::Weak;
    match word {
        Word::Exactly(stance) if !exact(stance) => None,
        _ if position.conditional => Some(Verdict::Conditional),
        Word::Leaning(_) if is_weak => Some(Verdict::Weak),
        _ => Some(Verdict::Yes),
    }
}

/// "Doesn't X support it?": a yes to the word is a no to its negation.
pub(super) fn negate(verdict: Verdict, negation: Negation) -> Verdict {
    match (negation, verdict) {
        (Negation::Negated, Verdict::Yes) => Verdict::No,
        (Negation::Negated, Verdict::No) => Verdict::Yes,
        (_, verdict) => verdict,
    }
}
