//! The verdict of a yes-no question as one sentence.

use crate::answer::{Answer, Verdict};
use crate::query::{Form, Name};

use super::verb::predicate;

/// The verdict in plain words; `None` where no yes or no was asked for.
pub(super) fn sentence(answer: &Answer) -> Option<String> {
    let verdict = answer.verdict()?;
    let Form::Does(holder, clause) = &answer.query().form else { return Some(verdict.to_string()) };
    let mut names = names(answer.understood()).into_iter();
    let mut name = |typed: &Name| names.next().unwrap_or_else(|| typed.as_str().to_owned());
    let (holder, target) = (name(holder), name(&clause.target));
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

/// The names of a question as understood, which are its texts in quotes; they are the preferred ones.
fn names(understood: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut open: Option<String> = None;
    let mut letters = understood.chars();
    while let Some(letter) = letters.next() {
        match (letter, &mut open) {
            ('"', None) => open = Some(String::new()),
            ('"', Some(_)) => names.extend(open.take()),
            ('\\', Some(name)) => match letters.next() {
                Some(escaped @ ('"' | '\\')) => name.push(escaped),
                other => name.extend(['\\'].into_iter().chain(other)),
            },
            (letter, Some(name)) => name.push(letter),
            (_, None) => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back_from_their_quotes() {
        assert_eq!(
            names(r#"does "the \"Plan\" \\ B" support "a\u{202e}b""#),
            [r#"the "Plan" \ B"#, r"a\u{202e}b"]
        );
    }
}
