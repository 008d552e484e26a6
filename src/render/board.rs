//! Camps and mediators as parts of an answer.

use crate::analysis::camps::Between;
use crate::analysis::network::Member;
use crate::analysis::{Isolation, Mediator};
use crate::answer::{Answer, AnswerCamps, Evidence};
use crate::model::StatementId;
use crate::position::Lean;
use crate::query::Form;

use super::section::{Item, Section};

/// How many names of a camp, and how many of those between camps, are shown; programs get all of them.
const NAMES: usize = 30;

/// How many camps, and how many mediators, are shown.
const CAMPS: usize = 12;
const MEDIATORS: usize = 10;

/// How alone those are who are, and whether anyone is.
pub(super) fn isolation(answer: &Answer) -> Option<Section<'_>> {
    let all = answer.isolation().filter(|all| !all.is_empty())?;
    let name = |one: &Isolation| answer.name_of(one.position.holder);
    let alone = all.iter().filter(|one| one.is_alone());
    let mut lines: Vec<String> = alone
        .map(|one| format!("{} is alone on its side, {} on the other", name(one), one.opposite))
        .collect();
    if lines.is_empty() {
        let on = |lean: Lean| all.iter().filter(|one| one.position.lean == lean).count();
        let (favor, against) = (on(Lean::Favor), on(Lean::Against));
        lines.push(format!("nobody is alone on a side: {favor} in favor, {against} against"));
    }
    Some(remarks(None, lines))
}

/// A part for each camp, one for those between camps, one for those in none.
pub(super) fn camps(answer: &Answer) -> Vec<Section<'_>> {
    let Some(found) = answer.camps() else { return Vec::new() };
    let camps = found.camps;
    let count = camps.camps().len();
    let mut parts: Vec<Section<'_>> = (0..count.min(CAMPS)).map(|camp| told(&found, camp)).collect();
    if count > CAMPS {
        parts.push(remarks(None, vec![format!("and {} smaller camps", count - CAMPS)]));
    }
    if camps.camps().is_empty() {
        parts.push(remarks(None, vec!["no two of those on record stand together against chance".to_owned()]));
    }
    let drawn = camps.between(found.share);
    let mut between: Vec<String> = drawn.iter().filter_map(|one| between(&found, one)).take(NAMES).collect();
    if drawn.len() > NAMES {
        between.push(format!("and {} more", drawn.len() - NAMES));
    }
    parts.push(remarks(Some("Between camps".to_owned()), between));
    let alone: Vec<&Member> =
        camps.unattached().iter().filter_map(|&place| camps.members().get(place)).collect();
    if !alone.is_empty() {
        parts.push(remarks(Some(format!("In no camp: {}", alone.len())), vec![names(&alone)]));
    }
    parts
}

fn told<'a>(found: &AnswerCamps<'a>, camp: usize) -> Section<'a> {
    let camps = found.camps;
    let members: Vec<&Member> = camps.members_of(camp).collect();
    let mut lines = vec![names(&members)];
    let cohesion = camps.camps().get(camp).and_then(|camp| camp.cohesion);
    lines.extend(
        cohesion.map(|cohesion| format!("cohesion {cohesion:.2}: mean agreement less disagreement within")),
    );
    for other in (0..camps.camps().len().min(CAMPS)).filter(|other| *other != camp) {
        lines.extend(
            camps.mean_weight(camp, other).map(|mean| format!("toward camp {}: {mean:+.2}", other + 1)),
        );
    }
    let title = format!("Camp {}, {}", camp + 1, counted(members.len(), "member", "members"));
    remarks(Some(title), lines)
}

fn between(found: &AnswerCamps<'_>, one: &Between) -> Option<String> {
    let name = &found.camps.members().get(one.place)?.name;
    Some(format!(
        "{name}, of camp {}: camp {} draws it {:.0} % as strongly",
        one.own + 1,
        one.other + 1,
        one.share * 100.0
    ))
}

fn names(members: &[&Member]) -> String {
    let mut names: Vec<&str> = members.iter().take(NAMES).map(|member| member.name.as_str()).collect();
    let more = format!("and {} more", members.len().saturating_sub(NAMES));
    if members.len() > NAMES {
        names.push(&more);
    }
    names.join(", ")
}

fn remarks<'a>(title: Option<String>, lines: Vec<String>) -> Section<'a> {
    let items = lines.into_iter().map(|line| Item::Remark(line, Vec::new())).collect();
    Section { title, items, apart: false }
}

/// A part for each possible mediator: every criterion, whether it is met, and what it rests on.
pub(super) fn mediators(answer: &Answer) -> Vec<Section<'_>> {
    let Some(found) = answer.mediators() else { return Vec::new() };
    let Form::Mediation(parties, _) = &answer.resolved().form else { return Vec::new() };
    let parties = [parties[0].as_str(), parties[1].as_str()];
    let shown = found.iter().take(MEDIATORS).map(|one| criteria(answer, one, parties));
    let more = found.len().saturating_sub(MEDIATORS);
    let rest = (more > 0).then(|| remarks(None, vec![format!("and {more} more")]));
    shown.chain(rest).collect()
}

fn criteria<'a>(answer: &'a Answer, one: &Mediator, parties: [&str; 2]) -> Section<'a> {
    let evidence = |ids: &[StatementId]| -> Vec<Evidence<'a>> {
        ids.iter().map(|&id| Evidence::new(answer.graph(), id)).collect()
    };
    let name = answer.name_of(one.holder);
    let mut items: Vec<Item<'a>> = Vec::new();
    for (party, ids) in parties.iter().zip(&one.terms) {
        items.push(Item::Remark(format!("on speaking terms with {party}: yes"), evidence(ids)));
    }
    let hostile = parties.iter().zip(&one.hostile).zip(&one.resented);
    for ((party, own), back) in hostile {
        let ids = [own.as_slice(), back.as_slice()].concat();
        let told = match (own.is_empty(), back.is_empty()) {
            (true, true) => format!("nothing hostile between it and {party} on record: yes"),
            (false, _) => format!("nothing hostile between it and {party} on record: no, it is"),
            (true, false) => format!("nothing hostile between it and {party} on record: no, {party} is"),
        };
        items.push(Item::Remark(told, evidence(&ids)));
    }
    items.push(Item::Remark(format!("between the two: {}", stands(one, parties)), Vec::new()));
    Section { title: Some(name.to_owned()), items, apart: false }
}

/// Whether it stands between two parties, and why.
fn stands(one: &Mediator, parties: [&str; 2]) -> String {
    let [left, right] = [0, 1].map(|at| {
        let Some(likeness) = one.likeness.get(at) else { return String::new() };
        likeness.value().map_or_else(
            || format!("nothing in common with {}", parties[at]),
            |value| {
                let matters = counted(likeness.common as usize, "matter", "matters");
                format!("agreement {value:.2} with {} on {matters}", parties[at])
            },
        )
    });
    let verdict = match one.is_between() {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not known",
    };
    let lean = one.lean.map_or_else(String::new, |lean| format!("on the matter {lean}; "));
    format!("{verdict}: {lean}{left}, {right}")
}

fn counted(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}
