//! The verdict of a yes-no question as one sentence.

use crate::answer::{Answer, Verdict};
use crate::model::{Modality, Strength, Tie, TieKind};
use crate::position::Basis;
use crate::query::{Form, Modifiers, Name, Period, Word};

use super::sentence::certainty;
use super::tie;
use super::verb::{Number, predicate};

/// The verdict in plain words; `None` where no yes or no was asked for.
pub(super) fn sentence(answer: &Answer) -> Option<String> {
    let verdict = answer.verdict()?;
    let (holder, clause) = match &answer.resolved().form {
        Form::Does(holder, clause) | Form::Why(holder, clause) => (holder.as_str(), clause),
        Form::Tied(from, kind, to) => return Some(tied(answer, verdict, from, *kind, to)),
        _ => return Some(verdict.to_string()),
    };
    let number = number_of_subject(answer);
    let (has, is, declares, leans) = match number {
        Number::One => ("has", "is", "declares", "leans"),
        Number::Several => ("have", "are", "declare", "lean"),
    };
    let target = clause.target.as_str();
    let asked = format!("{} {target}", predicate(clause.word, clause.negation, number));
    Some(match verdict {
        Verdict::Yes => format!("Yes{}: {holder} {asked}.", caveats(answer)),
        Verdict::No if matches!(clause.word, Word::Voted(_)) => {
            format!("No: {holder} voted otherwise on {target}.")
        }
        Verdict::No => format!("No{}: what {holder} {has} on record is to the contrary.", caveats(answer)),
        Verdict::Neutral => format!("Neither: {holder} {declares} no side on {target}."),
        Verdict::Conflicting => format!("Both: statements of {holder} that stand differ on {target}."),
        Verdict::Weak => format!("Weakly: {holder} {leans} that way, but {}.", weakness(answer)),
        Verdict::Hinted => format!("Only hinted at: a hint is no position of {holder}."),
        Verdict::Conditional => {
            format!("It depends: what {holder} {has} on record hangs on a condition that has not come about.")
        }
        Verdict::OnlyOnNarrower => {
            format!("Not on {target} itself: {holder} {is} on record only on a kind of it.")
        }
        Verdict::Absent => {
            format!("Absent: {holder} {has} no vote recorded on {target}, which is no position.")
        }
        Verdict::NoRecord => format!("Nothing on record: the data do not say whether {holder} {asked}."),
        Verdict::NotInData => {
            format!("Not in the data: a name is unknown there, so they do not say whether {holder} {asked}.")
        }
    })
}

/// Whether the first name of the question is of one or of several.
fn number_of_subject(answer: &Answer) -> Number {
    let subject = answer.understanding.names.first().and_then(|name| answer.graph().node(name.node));
    subject.map_or(Number::One, Number::of)
}

/// Whether a tie holds: yes, no longer or not yet, or nothing on record of it.
fn tied(answer: &Answer, verdict: Verdict, from: &Name, kind: TieKind, to: &Name) -> String {
    let (from, verb, to) = (from.as_str(), tie::verb(kind, number_of_subject(answer)), to.as_str());
    let Modifiers { as_of, period, .. } = answer.query().modifiers;
    let on_the_day = |tie: &Tie| as_of.is_none_or(|date| tie.held.contains(date.latest()) == Some(true));
    let in_time = |tie: &Tie| {
        let window = period.map(Period::window);
        window.is_none_or(|window| window.is_some_and(|window| tie.held.meets(window) == Some(true)))
    };
    let certain = |tie: &Tie| on_the_day(tie) && in_time(tie);
    match verdict {
        Verdict::Yes if answer.ties().into_iter().any(certain) => format!("Yes: {from} {verb} {to}."),
        Verdict::Yes => format!("Yes, possibly: {from} {verb} {to}, as far as the dates tell."),
        Verdict::No => format!("No: that {from} {verb} {to} is on record for another time only."),
        Verdict::NotInData => {
            format!(
                "Not in the data: a name is unknown there, so they do not say whether {from} {verb} {to}."
            )
        }
        _ => format!("Nothing on record: the data do not say whether {from} {verb} {to}."),
    }
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
