//! What an assumption of the question does, in words.

use crate::answer::{Answer, Assumed, Evidence};
use crate::position::LeftOpen;

use super::sentence::of_statement;

/// How many statements are told before the rest are counted.
const MOST: usize = 5;

/// A line for each statement that an assumption moves, or leaves what it was.
pub(super) fn lines(answer: &Answer) -> Vec<String> {
    answer.assumptions().iter().flat_map(|one| of_one(answer, one)).collect()
}

fn of_one(answer: &Answer, assumed: &Assumed<'_>) -> Vec<String> {
    let told = |piece: &Evidence<'_>| statement(answer, *piece);
    let left = |(piece, reason): &(Evidence<'_>, LeftOpen)| format!("{}; {}", told(piece), why(*reason));
    let effects = [
        ("activates", assumed.activates.iter().map(told).collect::<Vec<_>>()),
        ("ends", assumed.ends.iter().map(told).collect()),
        ("leaves open", assumed.open.iter().map(left).collect()),
    ];
    effects.into_iter().flat_map(|(verb, told)| effect(assumed.name, verb, &told)).collect()
}

/// "Assuming “F-16 sale” activates: Ada, for Kenya, accepts the treaty, only if it comes to F-16 sale, 2020 [s1]".
fn effect(name: &str, verb: &str, told: &[String]) -> Vec<String> {
    let mut lines: Vec<String> =
        told.iter().take(MOST).map(|one| format!("Assuming “{name}” {verb}: {one}.")).collect();
    match told.len().saturating_sub(MOST) {
        0 => {}
        1 => lines.push(format!("Assuming “{name}” {verb} 1 more statement.")),
        more => lines.push(format!("Assuming “{name}” {verb} {more} more statements.")),
    }
    lines
}

fn statement(answer: &Answer, piece: Evidence<'_>) -> String {
    let said = piece.said().map(|date| format!(", {date}")).unwrap_or_default();
    format!("{}{said} [{}]", of_statement(answer.graph(), piece.statement()), piece.statement().key)
}

const fn why(reason: LeftOpen) -> &'static str {
    match reason {
        LeftOpen::OnContent => "the condition is one of what is wanted, not of the stance",
        LeftOpen::AlreadyMet => "on record as met, whether assumed or not",
        LeftOpen::Retracted => "the record was taken back",
        LeftOpen::NotYetKnown => "not recorded by then",
        LeftOpen::NotYetSaid => "not said by then",
        LeftOpen::Filtered => "a filter of the question leaves it out",
        LeftOpen::Deed => "a deed makes no position",
        LeftOpen::Hinted => "only hinted at, which is no position",
        LeftOpen::Absent => "no vote recorded, which is no position",
        LeftOpen::Superseded => "a later statement that leans another way took its place",
        LeftOpen::Withdrawn => "the holder withdrew it",
        LeftOpen::Expired => "it ran out by its own terms",
        LeftOpen::EndedOtherwise => "another condition ends it",
        LeftOpen::Pending => "another condition has not come about",
    }
}
