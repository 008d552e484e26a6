//! How stance words are spelled in a question.

use std::fmt::{self, Display, Formatter};

use crate::model::{Polarity, Stance};
use crate::query::{Negation, Vote, Word};

/// How a stance word is spelled: by a verb, or by "to be" and what follows it.
enum Spelling {
    Verb { base: &'static str, third: &'static str },
    Past { base: &'static str, past: &'static str },
    Is(&'static str),
    Was(&'static str),
}

/// Whose verb it is: "who supports", "how many support".
#[derive(Debug, Clone, Copy)]
pub(crate) enum Subject {
    Who,
    Many,
}

/// A stance word as the predicate of a sentence, up to its target: "supports", "don't support".
#[derive(Debug, Clone, Copy)]
pub(crate) struct Predicate {
    pub(crate) subject: Subject,
    pub(crate) word: Word,
    pub(crate) negation: Negation,
}

impl Display for Predicate {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_predicate(f, self.subject, self.word, self.negation)
    }
}

impl Word {
    fn spelling(self) -> Spelling {
        match self {
            Self::Leaning(Polarity::Favor) => Spelling::Verb { base: "support", third: "supports" },
            Self::Leaning(Polarity::Against) => Spelling::Verb { base: "oppose", third: "opposes" },
            Self::Leaning(Polarity::Neutral) => Spelling::Is("neutral on"),
            Self::Exactly(stance) => stance_spelling(stance),
            Self::Voted(Vote::For) => Spelling::Past { base: "vote for", past: "voted for" },
            Self::Voted(Vote::Against) => Spelling::Past { base: "vote against", past: "voted against" },
            Self::Voted(Vote::Abstained) => Spelling::Past { base: "abstain on", past: "abstained on" },
            Self::Voted(Vote::Absent) => Spelling::Was("absent on"),
        }
    }
}

fn stance_spelling(stance: Stance) -> Spelling {
    let (base, third) = match stance {
        Stance::OpenTo => return Spelling::Is("open to"),
        Stance::Supports => ("endorse", "endorses"),
        Stance::Proposes => ("propose", "proposes"),
        Stance::Pledges => ("pledge", "pledges"),
        Stance::Offers => ("offer", "offers"),
        Stance::Accepts => ("accept", "accepts"),
        Stance::Demands => ("demand", "demands"),
        Stance::Requests => ("request", "requests"),
        Stance::Abstains => ("take no side on", "takes no side on"),
        Stance::Withdraws => ("withdraw", "withdraws"),
        Stance::Absent => ("stay away from", "stays away from"),
        Stance::Doubts => ("doubt", "doubts"),
        Stance::Criticizes => ("criticize", "criticizes"),
        Stance::Rejects => ("reject", "rejects"),
        Stance::Threatens => ("threaten", "threatens"),
    };
    Spelling::Verb { base, third }
}

/// The auxiliary that opens a question, and the rest of the verb.
pub(super) fn inverted(word: Word) -> (&'static str, &'static str) {
    match word.spelling() {
        Spelling::Verb { base, .. } => ("does", base),
        Spelling::Past { base, .. } => ("did", base),
        Spelling::Is(rest) => ("is", rest),
        Spelling::Was(rest) => ("was", rest),
    }
}

pub(super) fn write_predicate(
    f: &mut Formatter<'_>,
    subject: Subject,
    word: Word,
    negation: Negation,
) -> fmt::Result {
    let singular = matches!(subject, Subject::Who);
    let (does, is, was) = if singular { ("does", "is", "was") } else { ("do", "are", "were") };
    let negated = matches!(negation, Negation::Negated);
    match word.spelling() {
        Spelling::Verb { base, .. } if negated => write!(f, "{does}n't {base}"),
        Spelling::Verb { base, third } => f.write_str(if singular { third } else { base }),
        Spelling::Past { base, .. } if negated => write!(f, "didn't {base}"),
        Spelling::Past { past, .. } => f.write_str(past),
        Spelling::Is(rest) => write!(f, "{is}{} {rest}", if negated { "n't" } else { "" }),
        Spelling::Was(rest) => write!(f, "{was}{} {rest}", if negated { "n't" } else { "" }),
    }
}
