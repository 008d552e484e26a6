//! Stances as verbs: "rejects", "is open to", "voted against".

use crate::model::{Act, Node, Polarity, Stance};
use crate::query::{Negation, Vote, Word};

/// Whether the subject is one or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    One,
    Several,
}

impl Number {
    /// A group whose members nobody named reads as several: "Western leaders criticize".
    pub(super) const fn of(holder: &Node) -> Self {
        if holder.is_unnamed() { Self::Several } else { Self::One }
    }
}

/// The verb of an act that shows a stance, up to its target.
pub(super) const fn verb(act: Act, stance: Stance, number: Number) -> &'static str {
    let (one, several) = match act {
        Act::Voted => voted(stance),
        Act::Did => did(stance),
        Act::Said | Act::Signed => said(stance),
    };
    match number {
        Number::One => one,
        Number::Several => several,
    }
}

const fn said(stance: Stance) -> (&'static str, &'static str) {
    match stance {
        Stance::Supports => ("supports", "support"),
        Stance::Proposes => ("proposes", "propose"),
        Stance::Pledges => ("pledges", "pledge"),
        Stance::Offers => ("offers", "offer"),
        Stance::Accepts => ("accepts", "accept"),
        Stance::Demands => ("demands", "demand"),
        Stance::Requests => ("requests", "request"),
        Stance::OpenTo => ("is open to", "are open to"),
        Stance::Abstains => ("takes no side on", "take no side on"),
        Stance::Withdraws => ("withdraws an earlier position on", "withdraw an earlier position on"),
        Stance::Absent => ("has no vote recorded on", "have no vote recorded on"),
        Stance::Doubts => ("doubts", "doubt"),
        Stance::Criticizes => ("criticizes", "criticize"),
        Stance::Rejects => ("rejects", "reject"),
        Stance::Threatens => ("threatens", "threaten"),
    }
}

const fn voted(stance: Stance) -> (&'static str, &'static str) {
    match stance {
        Stance::Supports => ("voted for", "voted for"),
        Stance::Rejects => ("voted against", "voted against"),
        Stance::Abstains => ("abstained on", "abstained on"),
        other => said(other),
    }
}

/// A deed is told as one, so that it does not read as a position.
const fn did(stance: Stance) -> (&'static str, &'static str) {
    match stance {
        Stance::OpenTo => ("acts as open to", "act as open to"),
        Stance::Doubts => ("acts as doubtful of", "act as doubtful of"),
        other => match other.polarity() {
            Some(Polarity::Favor) => ("acts in favor of", "act in favor of"),
            Some(Polarity::Against) => ("acts against", "act against"),
            Some(Polarity::Neutral) | None => ("acts with regard to", "act with regard to"),
        },
    }
}

/// The word of a question as a predicate, up to its target: "supports", "do not support".
pub(super) fn predicate(word: Word, negation: Negation, number: Number) -> String {
    let negated = negation == Negation::Negated;
    let not = if negated { "not " } else { "" };
    let (be, was, do_not) = match number {
        Number::One => ("is", "was", "does not"),
        Number::Several => ("are", "were", "do not"),
    };
    let past = |base: &str, past: &str| if negated { format!("did not {base}") } else { past.to_owned() };
    let present = |(third, base): (&str, &str)| match (negated, number) {
        (true, _) => format!("{do_not} {base}"),
        (false, Number::One) => third.to_owned(),
        (false, Number::Several) => base.to_owned(),
    };
    match word {
        Word::Leaning(Polarity::Favor) => present(("supports", "support")),
        Word::Leaning(Polarity::Against) => present(("opposes", "oppose")),
        Word::Leaning(Polarity::Neutral) => format!("{be} {not}neutral on"),
        Word::Exactly(Stance::OpenTo) => format!("{be} {not}open to"),
        Word::Exactly(stance) => present(said(stance)),
        Word::Voted(Vote::For) => past("vote for", "voted for"),
        Word::Voted(Vote::Against) => past("vote against", "voted against"),
        Word::Voted(Vote::Abstained) => past("abstain on", "abstained on"),
        Word::Voted(Vote::Absent) => format!("{was} {not}absent on"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vote_a_word_and_a_deed_read_differently() {
        assert_eq!(verb(Act::Voted, Stance::Rejects, Number::One), "voted against");
        assert_eq!(verb(Act::Said, Stance::Rejects, Number::Several), "reject");
        assert_eq!(verb(Act::Did, Stance::Rejects, Number::One), "acts against");
    }

    #[test]
    fn a_word_of_a_question_is_negated_as_people_say_it() {
        let told = |word: Word, negation| predicate(word, negation, Number::One);
        assert_eq!(told(Polarity::Favor.into(), Negation::Negated), "does not support");
        assert_eq!(told(Stance::OpenTo.into(), Negation::Negated), "is not open to");
        assert_eq!(told(Vote::For.into(), Negation::Affirmed), "voted for");
    }

    #[test]
    fn a_group_reads_as_several() {
        let told = |word: Word, negation| predicate(word, negation, Number::Several);
        assert_eq!(told(Stance::Criticizes.into(), Negation::Affirmed), "criticize");
        assert_eq!(told(Polarity::Favor.into(), Negation::Negated), "do not support");
        assert_eq!(told(Stance::OpenTo.into(), Negation::Affirmed), "are open to");
        assert_eq!(told(Vote::Absent.into(), Negation::Negated), "were not absent on");
    }
}
