//! The verdict of a yes-no question as one sentence.

use crate::answer::{Answer, Verdict};
use crate::model::{Modality, Strength};
use crate::position::Basis;
use crate::query::{Form, Name};

use super::names::names;
use super::sentence::certainty;
use super::verb::predicate;

/// The verdict in plain words; `None` where no yes or no was asked for.
pub(super) fn sentence(answer: &Answer) -> Option<String> {
    let verdict = answer.verdict()?;
    let (Form::Does(holder, clause) | Form::Why(holder, clause)) = &answer.query().form else {
        return Some(verdict.to_string());
    };
    let mut names = names(answer.understood()).into_iter();
    let mut name = |typed: &Name| names.next().unwrap_or_else(|| typed.as_str().to_owned());
    let (holder, target) = (name(holder), name(&clause.target));
    let asked = format!("{} {target}", predicate(clause.word, clause.negation));
    Some(match verdict {
        Verdict::Yes => format!("Yes{}: {holder} {asked}.", caveats(answer)),
        Verdict::No => format!("No{}: what {holder} has on record is to the contrary.", caveats(answer)),
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

/// What keeps a yes or no from being a plain one, in brackets.
fn caveats(answer: &Answer) -> String {
    let mut caveats: Vec<&str> = Vec::new();
    for finding in answer.findings() {
        let hedged = (finding.modality() == Modality::Hedged).then_some("hedged");
        let weak = (finding.strength() == Strength::Weak).then_some("weak");
        let inferred = matches!(finding.basis(), Basis::Broader | Basis::Membership).then_some("inferred");
        let found = [hedged, weak, certainty(finding), inferred].into_iter().flatten();
        caveats.extend(found.filter(|caveat| !caveats.contains(caveat)).collect::<Vec<_>>());
    }
    if caveats.is_empty() { String::new() } else { format!(" ({})", caveats.join(", ")) }
}

fn weakness(answer: &Answer) -> &'static str {
    answer.findings().first().map_or("not in full", |finding| finding.stance().gloss())
}
