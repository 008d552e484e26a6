//! The verdict of a yes-no question as one sentence.

use crate::answer::{Answer, Verdict};
use crate::query::{Form, Name};

use super::verb::predicate;

/// The verdict in plain words; `None` where no yes or no was asked for.
pub(super) fn sentence(answer: &Answer) -> Option<String> {
    let verdict = answer.verdict()?;
    let Form::Does(holder, clause) = &answer.query().form else { return Some(verdict.to_string()) };
    let (holder, target) = (called(answer, holder), called(answer, &clause.target));
    let asked = format!("{} {target}", predicate(clause.word, clause.negation));
    Some(match verdict {
        Verdict::Yes => format!("Yes: {holder} {asked}."),
        Verdict::No => format!("No: what {holder} has on record is to the contrary."),
        Verdict::Neutral => format!("Neither: {holder} declares no side on {target}."),
        Verdict::Conflicting => format!("Both: statements of {holder} that stand differ on {target}."),
        Verdict::Weak => format!("Weakly: {holder} leans that way, but {}.", weakness(answer)),
        Verdict::Hinted => format!("Only hinted at: a hint is no position of {holder}."),
        Verdict::Conditional => {
            format!("It depends: what {holder} has on record hangs on a condition that has not come about.")
        }
        Verdict::OnlyOnNarrower => {
            format!("Not on {target} itself: {holder} is on record only on a kind of it.")
        }
        Verdict::Absent => {
            format!("Absent: {holder} has no vote recorded on {target}, which is no position.")
        }
        Verdict::NoRecord => format!("Nothing on record: the data do not say whether {holder} {asked}."),
        Verdict::NotInData => {
            format!("Not in the data: a name is unknown there, so they do not say whether {holder} {asked}.")
        }
    })
}

fn weakness(answer: &Answer) -> &'static str {
    answer.findings().first().map_or("not in full", |finding| finding.stance().gloss())
}

/// The preferred name of what the question names, as far as it is known.
fn called(answer: &Answer, name: &Name) -> String {
    let corrected = answer.corrections().iter().find(|correction| correction.typed == name.as_str());
    let node = corrected.map(|correction| correction.read_as).or_else(|| answer.graph().find(name.as_str()));
    node.map_or_else(|| name.as_str().to_owned(), |node| answer.name_of(node).to_owned())
}
