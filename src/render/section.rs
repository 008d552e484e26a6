//! The parts of an answer, in the order in which every page shows them.

use crate::analysis::Likeness;
use crate::answer::{Accord, Answer, Evidence, Finding, Shared, Turn, When};
use crate::model::Date;
use crate::position::Certainty;
use crate::query::{Form, Moment};

use super::board;
use super::doubt;
use super::trend;

/// A list and what it is.
#[derive(Debug)]
pub(super) struct Section<'a> {
    /// `None` where it needs none.
    pub(super) title: Option<String>,
    pub(super) items: Vec<Item<'a>>,
    /// Whether it stands apart from what was asked for.
    pub(super) apart: bool,
}

/// What a part of an answer lists.
#[derive(Debug)]
pub(super) enum Item<'a> {
    /// A finding with its evidence.
    Finding(Finding<'a>),
    /// A sentence about some statements: why there is no finding, what does not go together.
    Remark(String, Vec<Evidence<'a>>),
}

impl<'a> Section<'a> {
    fn of(title: Option<String>, findings: Vec<Finding<'a>>) -> Self {
        Self { title, items: findings.into_iter().map(Item::Finding).collect(), apart: false }
    }

    fn apart(title: &str, findings: Vec<Finding<'a>>) -> Self {
        Self { apart: true, ..Self::of(Some(title.to_owned()), findings) }
    }

    /// The findings with a word for their absence.
    fn or_none(title: String, findings: Vec<Finding<'a>>) -> Self {
        let mut section = Self::of(Some(title), findings);
        if section.items.is_empty() {
            section.items.push(Item::Remark("no position on record".into(), Vec::new()));
        }
        section
    }

    /// Whether it is what was asked for, as against what stands apart.
    pub(super) fn is_asked_for(&self) -> bool {
        !self.apart
    }

    fn findings(&self) -> impl Iterator<Item = Finding<'a>> {
        self.items.iter().filter_map(|item| match item {
            Item::Finding(finding) => Some(*finding),
            Item::Remark(..) => None,
        })
    }

    /// Every piece of evidence in it.
    pub(super) fn evidence(&self) -> impl Iterator<Item = Evidence<'a>> {
        let remarked = self.items.iter().flat_map(|item| match item {
            Item::Finding(_) => &[],
            Item::Remark(_, pieces) => pieces.as_slice(),
        });
        self.findings().flat_map(Finding::evidence).chain(remarked.copied())
    }
}

/// What was found, then what stands apart from it; empty parts are left out.
pub(super) fn sections(answer: &Answer) -> Vec<Section<'_>> {
    let apart = [
        ("Related", answer.related()),
        ("Hinted, which is no position", answer.hinted()),
        ("Absent: no vote recorded, which is no position", answer.absent()),
        ("Acts, which make no position", answer.acts()),
    ];
    let mut all: Vec<Section<'_>> = trend::drift(answer).into_iter().collect();
    all.extend([
        Section::of(None, answer.findings()),
        Section { title: Some("Why not".into()), items: doubt::reasons(answer), apart: false },
        Section { title: None, items: doubt::contradictions(answer), apart: false },
    ]);
    all.extend(when(answer));
    all.extend(compared(answer));
    all.extend(agreement(answer));
    all.extend(trend::support(answer));
    all.extend(board::isolation(answer));
    all.extend(board::camps(answer));
    all.extend(board::mediators(answer));
    all.extend(timeline(answer));
    all.extend(changes(answer));
    all.extend(apart.into_iter().map(|(title, findings)| Section::apart(title, findings)));
    all.retain(|section| !section.items.is_empty());
    all
}

/// "First on 2022-05-12:" and what shows it.
fn when(answer: &Answer) -> Option<Section<'_>> {
    let Form::When(moment, ..) = answer.query().form else { return None };
    let When { date, findings } = answer.when()?;
    let in_doubt = findings.iter().any(|found| found.certainty() == Certainty::Possible);
    let possibly = if in_doubt { ", possibly," } else { "" };
    let title = match (moment, date) {
        (Moment::First, Some(date)) => format!("First{possibly} {}:", on(date)),
        (Moment::Last, Some(date)) => format!("Last{possibly} {}:", on(date)),
        (Moment::Since, Some(date)) => format!("Since{possibly} {date}:"),
        (Moment::Since, None) => "Since nobody knows when:".to_owned(),
        (_, None) => "Nobody knows when:".to_owned(),
    };
    Some(Section::of(Some(title), findings))
}

fn on(date: Date) -> String {
    format!("{} {date}", if date.is_exact() { "on" } else { "in" })
}

/// A part for each target that two holders are compared on: what the one has, then the other.
fn compared(answer: &Answer) -> Vec<Section<'_>> {
    let title = |one: &Shared<'_>| {
        let word = match one.accord {
            Accord::Agree => "Agree",
            Accord::Differ => "Differ",
            Accord::Mixed => "Neither agree nor differ",
        };
        let condition = if one.is_conditional { ", conditionally" } else { "" };
        format!("{word}{condition} on {}", one.target.name())
    };
    let shared = answer.compare().unwrap_or_default().into_iter();
    shared
        .map(|one| Section::of(Some(title(&one)), one.left.into_iter().chain(one.right).collect()))
        .collect()
}

/// How many lines of a ranking are shown; programs get all of them.
const RANKED: usize = 10;

/// A line for each pair whose agreement was asked for, as far as a page shows them.
fn agreement(answer: &Answer) -> Option<Section<'_>> {
    let all = answer.agreement()?;
    let mut lines: Vec<String> = all.iter().take(RANKED).filter_map(|one| agreed(answer, one)).collect();
    if all.len() > RANKED {
        lines.push(format!("and {} more", all.len() - RANKED));
    }
    let items = lines.into_iter().map(|line| Item::Remark(line, Vec::new())).collect();
    Some(Section { title: None, items, apart: false })
}

/// "France and Germany: agreement 0.875 on 4 matters (3 the same, 1 half way, 0 opposite)".
fn agreed(answer: &Answer, one: &Likeness) -> Option<String> {
    let (left, right) = (answer.name_of(one.left), answer.name_of(one.right));
    let matters = if one.common == 1 { "matter" } else { "matters" };
    let Likeness { common, same, half, opposite, .. } = one;
    let counts = format!("on {common} {matters} ({same} the same, {half} half way, {opposite} opposite)");
    one.value().map(|value| format!("{left} and {right}: agreement {value:.3} {counts}"))
}

fn timeline(answer: &Answer) -> Vec<Section<'_>> {
    let stretches = answer.timeline().unwrap_or_default().into_iter();
    stretches.map(|(from, findings)| Section::or_none(format!("From {from}"), findings)).collect()
}

/// Two parts for everyone who changed: what stood on the earlier day, and what stands on the later one.
fn changes(answer: &Answer) -> Vec<Section<'_>> {
    let Form::Changes(_, earlier, later) = &answer.query().form else { return Vec::new() };
    let mut sections = Vec::new();
    for Turn { holder, before, after } in answer.changes().unwrap_or_default() {
        for (date, findings) in [(Some(earlier), before), (later.as_ref(), after)] {
            let time = date.map_or_else(|| "now".to_owned(), |date| format!("as of {date}"));
            sections.push(Section::or_none(format!("{} {time}", holder.name()), findings));
        }
    }
    sections
}
