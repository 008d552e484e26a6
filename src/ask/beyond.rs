//! Words that ask for more than a question can: told as such, with what can be asked instead.

use super::token::{Token, phrase_length};

/// Words in the place of a stance word, why they cannot be taken, and a question that can.
type Beyond = (&'static [&'static str], &'static str, &'static str);

const BEYOND: [Beyond; 7] = [
    (
        &["first", "the first", "earliest", "the earliest", "last", "the last"],
        "asks for one among all, and moments are told of one holder",
        "when did \"Sweden\" first support \"NATO membership\"",
    ),
    (
        &["ever", "never", "always", "once", "no longer", "previously", "formerly", "used"],
        "asks after the whole course of a position",
        "timeline of \"Sweden\" on \"NATO membership\"",
    ),
    (
        &["would", "could", "might", "may", "should", "will", "can", "must", "shall"],
        "asks for what may come, and only what is on record is told",
        "who is open to \"foreign troops\"",
    ),
    (
        &[
            "strongly",
            "firmly",
            "fully",
            "partly",
            "partially",
            "openly",
            "publicly",
            "privately",
            "officially",
            "reluctantly",
            "explicitly",
            "unconditionally",
            "really",
            "actually",
        ],
        "asks for a shade that no statement is coded with",
        "who opposes \"foreign troops\" only asserted",
    ),
    (&["neither"], "is no stance, as being neutral is", "who is neutral on \"foreign troops\""),
    (
        &["agree with", "agrees with", "agreed with", "disagree with", "disagrees with", "disagreed with"],
        "asks for a comparison, which takes two holders",
        "compare \"Putin\" and \"Trump\" on \"foreign troops\"",
    ),
    (
        &["hint", "hints", "hinted", "hinting"],
        "is no stance but a way to put one",
        "which stances are hinted",
    ),
];

/// How many tokens at the start ask for too much, why, and what can be asked.
pub(super) fn at(tokens: &[Token]) -> Option<(usize, &'static str, &'static str)> {
    BEYOND.iter().find_map(|(phrases, why, example)| {
        let length = phrases.iter().find_map(|phrase| phrase_length(tokens, phrase))?;
        Some((length, *why, *example))
    })
}
