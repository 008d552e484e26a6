//! Why there is no finding, and what does not go together, in words.

use crate::answer::Answer;
use crate::position::{Conflict, Reason};

use super::section::Item;

/// The reasons why a holder is not plainly found, each with its statements.
pub(super) fn reasons(answer: &Answer) -> Vec<Item<'_>> {
    let reasons = answer.reasons().unwrap_or_default().into_iter();
    reasons.map(|(reason, pieces)| Item::Remark(why(reason).into(), pieces)).collect()
}

/// The contradictions, each with both its sides.
pub(super) fn contradictions(answer: &Answer) -> Vec<Item<'_>> {
    let clashes = answer.contradictions().unwrap_or_default().into_iter();
    clashes.map(|clash| Item::Remark(what(clash.kind).into(), clash.sides.to_vec())).collect()
}

const fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::UnknownName => "nobody in the data has the name",
        Reason::NoRecord => "nothing is on record on it, on its kinds, or on what it is a kind of",
        Reason::OnlyNarrower => "on record only on a kind of it, which decides no yes or no",
        Reason::OnlyBroader => "on record only on what it is a kind of",
        Reason::Superseded => "a later statement that leans another way took its place",
        Reason::Expired => "it ran out by its own terms",
        Reason::Withdrawn => "the holder withdrew it",
        Reason::Retracted => "the record was taken back",
        Reason::NotYetKnown => "it had not been recorded by then",
        Reason::NotYetSaid => "it had not been said by then",
        Reason::OnlyHinted => "only hinted at, which is no position",
        Reason::OnlyConditional => "only if a condition comes about",
        Reason::LostToNearer => "what is said nearer to the matter says otherwise",
        Reason::Filtered => "a filter of the question leaves it out",
    }
}

const fn what(kind: Conflict) -> &'static str {
    match kind {
        Conflict::Reversal => "Reversal: turned to the opposite side, certainly later",
        Conflict::Ambivalence => "Ambivalence: opposite sides on one day",
        Conflict::Unordered => "Unordered: opposite sides, and which came last is not known",
        Conflict::SplitVoice => "Split voice: two who speak for one power take opposite sides",
        Conflict::LineBreak => "Line break: a member takes the opposite side of its bloc",
        Conflict::Tension => {
            "Tension: opposite sides on a proposal and a kind of it, or the same side on two contraries"
        }
    }
}
