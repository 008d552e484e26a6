//! An answer in one line, to compare with what the documents say.
//!
//! Items are sorted and parted by `; `. Marks in brackets say what a bare name would hide: `(mixed)`, `(only if)`,
//! `(weak)`, `(hedged)`, `(possible)`, `(order unknown)`, `(withdrawn)`, `(by membership)`, `(on a kind of it)`. What an
//! answer lists apart is checked where the expectation names it: `yes | hinted: Dulmark`. `| hinted: none` says that
//! there is nothing of it, and `| note: words` that a remark holds these words.

use stancegraph::answer::SupportMonth;
use stancegraph::model::{Modality, Node, Stance, Strength, TieKind};
use stancegraph::position::{Basis, Certainty, Lean};
use stancegraph::query::{Form, Name, TieSide};
use stancegraph::{Answer, Finding, Outcome, StanceGraph};

use crate::Row;

/// How much of a finding is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    /// Names and marks.
    Brief,
    /// For whom, which stance, on what, and where the document says so.
    Full,
}

/// Asks every question; all that differ from the expectation are told at once.
#[track_caller]
pub(crate) fn check(graph: &StanceGraph, detail: Detail, table: &[Row]) {
    let failures: Vec<String> = table.iter().filter_map(|row| failure(graph, detail, row)).collect();
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), table.len(), failures.join("\n"));
}

fn failure(graph: &StanceGraph, detail: Detail, (question, expected): &Row) -> Option<String> {
    let expected: Vec<String> = expected.split(" | ").map(in_order).collect();
    let found = match graph.ask(question) {
        Ok(answer) => told(&answer, detail, &expected),
        Err(error) => vec![refusal(&error.to_string(), &expected)],
    };
    let (wanted, got) = (expected.join(" | "), found.join(" | "));
    (wanted != got).then(|| format!("{question}\n  expected: {wanted}\n  found:    {got}"))
}

const SECTIONS: [&str; 7] = ["hinted", "absent", "related", "did", "ties", "read as", "clarify"];

/// A list in the order of its items, whatever stands before it.
fn in_order(text: &str) -> String {
    let (heading, list) = match text.split_once(": ") {
        Some((heading, list)) if SECTIONS.contains(&heading) => (format!("{heading}: "), list),
        _ => (String::new(), text),
    };
    format!("{heading}{}", joined(list.split("; ").map(str::to_owned)))
}

/// Items sorted, each once; `none` where there are none.
fn joined(items: impl Iterator<Item = String>) -> String {
    let mut items: Vec<String> = items.collect();
    items.sort_unstable();
    items.dedup();
    if items.is_empty() { "none".to_owned() } else { items.join("; ") }
}

/// A refusal, as far as the expectation tells it: `not taken: START ... WORDS`.
fn refusal(message: &str, expected: &[String]) -> String {
    let told = format!("not taken: {message}");
    let fits = |wanted: &&String| {
        let (start, words) = wanted.split_once("...").unwrap_or((wanted.as_str(), ""));
        start.starts_with("not taken: ") && told.starts_with(start.trim_end()) && told.contains(words)
    };
    expected.first().filter(fits).cloned().unwrap_or(told)
}

/// The answer, and of what it lists apart whatever is expected to be told.
fn told(answer: &Answer, detail: Detail, expected: &[String]) -> Vec<String> {
    let apart = expected.iter().skip(1).map(|part| section(answer, detail, part));
    std::iter::once(main(answer, detail)).chain(apart).collect()
}

fn section(answer: &Answer, detail: Detail, expected: &str) -> String {
    let heading = expected.split(": ").next().unwrap_or_default();
    let list = match heading {
        "hinted" => findings(answer, answer.hinted(), detail),
        "absent" => findings(answer, answer.absent(), detail),
        "related" => findings(answer, answer.related(), detail),
        "did" => findings(answer, answer.acts(), detail),
        "ties" => joined(
            answer
                .ties()
                .into_iter()
                .map(|tie| format!("{} {} {}", answer.name_of(tie.from), tie.kind, answer.name_of(tie.to))),
        ),
        "read as" => joined(answer.corrections().iter().map(|one| answer.name_of(one.read_as).to_owned())),
        "note" => return note(answer, expected),
        _ => "no such section".to_owned(),
    };
    format!("{heading}: {list}")
}

/// The expectation where a remark holds its words; else all remarks.
fn note(answer: &Answer, expected: &str) -> String {
    let words = expected.trim_start_matches("note: ");
    let is_told = answer.notes().iter().any(|note| note.contains(words));
    if is_told { expected.to_owned() } else { format!("note: {}", answer.notes().join(" / ")) }
}

fn main(answer: &Answer, detail: Detail) -> String {
    if answer.outcome() == Outcome::Clarify {
        return format!("clarify: {}", joined(answer.candidates().iter().map(|one| one.label.clone())));
    }
    let found = findings(answer, answer.findings(), detail);
    if let Some(verdict) = answer.verdict() {
        let verdict = verdict.to_string().replace('-', " ");
        let beside = found.split("; ").filter(|one| detail == Detail::Full && *one != "none");
        return joined(std::iter::once(verdict).chain(beside.map(str::to_owned)));
    }
    if answer.notes().iter().any(|note| note.contains("in the data is called")) && answer.reasons().is_none()
    {
        return "unknown name".to_owned();
    }
    ties(answer).or_else(|| own_field(answer)).or_else(|| dated_or_compared(answer)).unwrap_or(found)
}

/// The other ends of the ties asked for, with their offices.
fn ties(answer: &Answer) -> Option<String> {
    let Form::Ties(_, side, name) = &answer.query().form else { return None };
    Some(joined(answer.ties().into_iter().map(|tie| {
        let end = match side {
            // Which of two contraries the tie starts from says nothing.
            _ if tie.kind == TieKind::ContraryTo && *name == Name::new(answer.name_of(tie.from)) => tie.to,
            _ if tie.kind == TieKind::ContraryTo => tie.from,
            TieSide::Holders => tie.from,
            TieSide::Powers => tie.to,
        };
        let office = tie.office.as_ref().map(|office| format!(" ({office})")).unwrap_or_default();
        format!("{}{office}", answer.name_of(end))
    })))
}

/// What a form tells beside findings.
fn own_field(answer: &Answer) -> Option<String> {
    if let Some(count) = answer.count() {
        return Some(count.to_string());
    }
    if let Some(reasons) = answer.reasons() {
        return Some(joined(reasons.iter().map(|(reason, _)| reason.to_string())));
    }
    if let Some(clashes) = answer.contradictions() {
        return Some(joined(clashes.into_iter().map(|clash| {
            let [one, other] = clash.sides.map(|side| side.statement().key.to_string());
            format!("{} {one} / {other}", clash.kind)
        })));
    }
    if let Some(timeline) = answer.timeline() {
        return Some(joined(timeline.into_iter().map(|(day, found)| format!("{day} {}", stances(found)))));
    }
    let changes = answer.changes()?.into_iter();
    Some(joined(
        changes.map(|turn| {
            format!("{}: {} -> {}", turn.holder.name(), stances(turn.before), stances(turn.after))
        }),
    ))
}

/// A day with the stances shown then; targets on which two are compared.
fn dated_or_compared(answer: &Answer) -> Option<String> {
    if let Some(when) = answer.when() {
        let date = when.date.map_or_else(|| "none".to_owned(), |date| date.to_string());
        let shown = when.findings.iter().map(|one| one.stance().to_string());
        return Some(format!("{date} {}", joined(shown).replace("; ", " + ")).replace("none none", "none"));
    }
    if let Some(agreed) = answer.agreement() {
        // Of a ranking those at its head.
        let head = agreed.first().map(|one| (one.value(), one.common));
        let ranked = agreed.iter().take_while(|one| Some((one.value(), one.common)) == head);
        let told = ranked.map(|one| {
            format!("{} {:.3} of {}", answer.name_of(one.right), one.value().unwrap_or(f64::NAN), one.common)
        });
        return Some(joined(told));
    }
    if let Some(months) = answer.support() {
        let at = |month: Option<&SupportMonth<'_>>| {
            month.map(|one| format!("{} {:+}", &one.support.month.to_string()[..7], one.support.net()))
        };
        let said: usize = months.iter().map(|month| month.said.len()).sum();
        let (from, to) = (at(months.first())?, at(months.last())?);
        return Some(format!("{from} -> {to} of {said}"));
    }
    if let Some(drift) = answer.drift() {
        return Some(format!("{} {}", drift.tendency(), answer.findings().len()));
    }
    if let Form::Camps(_) = answer.query().form {
        return Some(camps(answer));
    }
    if let Some(found) = answer.mediators() {
        return Some(joined(found.iter().map(|one| {
            let hostile = if one.is_hostile_to_neither() { "" } else { " hostile" };
            let place =
                one.is_between().map_or("unknown", |between| if between { "between" } else { "aside" });
            format!("{}{hostile} {place} {}", answer.name_of(one.holder), one.contact_count())
        })));
    }
    let shared = answer.compare()?.into_iter();
    Some(joined(shared.map(|one| format!("{}: {}", one.target.name(), one.accord))))
}

/// Each camp as its members, joined by `+`, and those in none as `alone`.
fn camps(answer: &Answer) -> String {
    let Some(found) = answer.camps() else { return "none".to_owned() };
    let camps = (0..found.camps.camps().len()).map(|camp| {
        found.camps.members_of(camp).map(|member| member.name.as_str()).collect::<Vec<_>>().join(" + ")
    });
    let alone = found.camps.unattached().iter();
    joined(camps.chain(alone.map(|&place| format!("alone {}", found.camps.members()[place].name))))
}

fn stances(found: Vec<Finding<'_>>) -> String {
    joined(found.into_iter().map(|one| format!("{}{}", one.stance(), marks(one)))).replace("; ", " + ")
}

fn findings(answer: &Answer, found: Vec<Finding<'_>>, detail: Detail) -> String {
    joined(found.into_iter().map(|one| if detail == Detail::Full { line(one) } else { brief(answer, one) }))
}

/// A finding by what the question leaves open: its holder, its target, its stance.
fn brief(answer: &Answer, finding: Finding<'_>) -> String {
    let (holder, target, stance) = (finding.holder().name(), finding.target().name(), finding.stance());
    let shown = match answer.query().form {
        Form::What(..) => target.to_owned(),
        Form::Profile(..) | Form::Said(..) => format!("{stance} {target}"),
        Form::Which(..) => format!("{holder} {stance} {target}"),
        Form::Pairs(..) => format!("{holder} -> {target}"),
        Form::Position(..) | Form::Timeline(..) => stance.to_string(),
        _ => holder.to_owned(),
    };
    format!("{shown}{}", marks(finding))
}

/// Who, for whom, which stance on what, and the paragraphs that say so.
fn line(finding: Finding<'_>) -> String {
    let powers: Vec<&str> = finding.on_behalf_of().map(Node::name).collect();
    let capacity = if powers.is_empty() { String::new() } else { format!(" for {}", powers.join(" and ")) };
    let mut places: Vec<String> =
        finding.evidence().map(|piece| piece.locator().replace("paragraph ", "p")).collect();
    places.sort_unstable();
    let (holder, target) = (finding.holder().name(), finding.target().name());
    format!("{holder}{capacity}: {} {target}{} [{}]", finding.stance(), marks(finding), places.join(", "))
}

/// What the bare name would hide.
fn marks(finding: Finding<'_>) -> String {
    let marks = [
        (finding.lean() == Lean::Mixed, "mixed"),
        (finding.is_conditional(), "only if"),
        (finding.strength() == Strength::Weak, "weak"),
        (finding.modality() == Modality::Hedged, "hedged"),
        (finding.certainty() == Certainty::Possible, "possible"),
        (finding.certainty() == Certainty::OrderUnknown, "order unknown"),
        (finding.stance() == Stance::Withdraws, "withdrawn"),
        (finding.basis() == Basis::Membership, "by membership"),
        (finding.basis() == Basis::Broader, "by the whole"),
        (finding.basis() == Basis::Narrower, "on a kind of it"),
    ];
    let marks: Vec<&str> = marks.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| mark).collect();
    if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) }
}
