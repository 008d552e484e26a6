//! What an answer says beside its findings: corrections, candidates, count, undated evidence, notes, coverage.

use std::collections::HashMap;

use crate::answer::{Answer, Outcome};
use crate::model::StatementId;
use crate::query::{Assertion, Form, Listing, Modifiers, Moment};

use super::assumed;
use super::section::{Section, sections};
use super::verdict;

/// Names that were read as others: it stands before everything else.
pub(super) fn corrections(answer: &Answer) -> Vec<String> {
    let read = |typed: &str, name: &str| format!("read `{typed}` as {name}");
    answer.corrections().iter().map(|one| read(&one.typed, answer.name_of(one.read_as))).collect()
}

/// The answer in one sentence: verdict, count, or that there is no finding.
pub(super) fn headline(answer: &Answer) -> Vec<String> {
    let counted = answer.count().map(|count| self::count(answer, count));
    let mut lines: Vec<String> = verdict::sentence(answer).into_iter().chain(counted).collect();
    let asked_for = sections(answer).iter().any(Section::is_asked_for);
    let none = !asked_for && answer.ties().is_empty() && answer.verdict().is_none();
    lines.extend(filtered(answer));
    match answer.outcome() {
        Outcome::Clarify => lines.extend(notes(answer)),
        _ if !none => {}
        _ if answer.unclear().is_some() => lines.push("Not in the data, which is not a no.".into()),
        _ if sections(answer).is_empty() || is_moment(answer) => lines.push(nothing(answer).into()),
        _ => lines.push("No position on record; what there is stands apart below.".into()),
    }
    lines
}

/// What a filter of the question leaves out, so that a short list is not taken for all there is.
fn filtered(answer: &Answer) -> Option<String> {
    let Modifiers { period, assertion, .. } = answer.query().modifiers;
    if matches!(answer.query().form, Form::Ties(..) | Form::Tied(..)) {
        return period.map(|period| format!("Only what held at some time {period} counts here."));
    }
    if matches!(answer.query().form, Form::Support(_)) && assertion == Assertion::Any {
        let told = |period| {
            format!(
                "Only what was said {period} is listed; who stood where also rests on what was said before."
            )
        };
        return period.map(told);
    }
    let within = period.map(|period| format!("was said {period}"));
    let plain = (assertion == Assertion::Only).then(|| "was asserted plainly".to_owned());
    let told: Vec<String> = within.into_iter().chain(plain).collect();
    (!told.is_empty()).then(|| format!("Only what {} counts here.", told.join(" and ")))
}

/// Whether a moment was asked for: what stands apart is no answer to that.
const fn is_moment(answer: &Answer) -> bool {
    matches!(answer.query().form, Form::When(..))
}

/// That there is nothing to show, by what was asked for.
fn nothing(answer: &Answer) -> &'static str {
    match answer.query().form {
        Form::Contradictions(..) => "No contradiction among the statements on record.",
        Form::Changes(..) => "Nobody is on record as having changed position.",
        Form::When(Moment::Since, ..) => "Not held on record, which is not a no.",
        Form::When(..) => "No statement on record shows it, which is not a no.",
        Form::Compare(..) if answer.outcome() == Outcome::Answer => {
            "Nothing of the kind among what both have a position on."
        }
        Form::Compare(..) => "No target that both have a position on, which is no disagreement.",
        Form::Agreement(_) | Form::Agreeing(..) => {
            "No matter on record on which both took a side or declared none, which is no disagreement."
        }
        Form::Camps(_) | Form::Isolated(_) if answer.coverage().is_some_and(|one| one.with_record > 0) => {
            "Nobody certainly takes a side on record."
        }
        Form::Support(_) if answer.coverage().is_some_and(|one| one.with_record > 0) => {
            "Nothing on record is known to the month."
        }
        Form::Mediation(..) => "Nobody is on record as being on speaking terms with both.",
        _ => "Nothing on record, which is not a no.",
    }
}

fn count(answer: &Answer, count: usize) -> String {
    let what = match (answer.query().modifiers.listing, count) {
        (Listing::Nations, 1) => "nation",
        (Listing::Nations, _) => "nations",
        (Listing::Speakers, 1) => "holder",
        (Listing::Speakers, _) => "holders",
    };
    format!("{count} {what} on record as asked.")
}

/// What an unclear name may have meant.
pub(super) fn candidates(answer: &Answer) -> Vec<String> {
    let one = |label: &str, node| match answer.graph().node(node) {
        Some(node) if node.name() == label => format!("{label} ({})", node.kind()),
        Some(node) => format!("{label}: {} ({})", node.name(), node.kind()),
        None => label.to_owned(),
    };
    answer.candidates().iter().map(|candidate| one(&candidate.label, candidate.node)).collect()
}

/// What stands at the end: what an assumption does, notes, undated evidence, coverage.
pub(super) fn closing(answer: &Answer) -> Vec<String> {
    let told_above = answer.outcome() == Outcome::Clarify;
    let notes = if told_above { Vec::new() } else { notes(answer) };
    assumed::lines(answer).into_iter().chain(notes).chain(undated(answer)).chain(coverage(answer)).collect()
}

fn notes(answer: &Answer) -> Vec<String> {
    answer.notes().iter().map(|note| format!("Note: {note}.")).collect()
}

/// How much of the evidence shown has no date, so that its silence on dates is not taken for an oversight.
fn undated(answer: &Answer) -> Option<String> {
    let shown = sections(answer);
    let pieces = shown.iter().flat_map(Section::evidence);
    let dated: HashMap<StatementId, bool> =
        pieces.map(|piece| (piece.id(), piece.said().is_some())).collect();
    let undated = dated.values().filter(|dated| !**dated).count();
    match (undated, dated.len()) {
        (0, _) => None,
        (1, 1) => Some("When this was said is not known.".into()),
        (undated, all) if undated == all => Some("When any of this was said is not known.".into()),
        (undated, all) => Some(format!("When {undated} of these {all} statements were said is not known.")),
    }
}

fn coverage(answer: &Answer) -> Option<String> {
    let coverage = answer.coverage()?;
    let have = if coverage.with_record == 1 { "has" } else { "have" };
    Some(format!(
        "{} of {} known actors and nations {have} any record on this.",
        coverage.with_record, coverage.holders_known
    ))
}
