//! An answer as plain text for a terminal.

use crate::answer::{Answer, Finding};

use super::detail::details;
use super::evidence::{place, record, reference};
use super::page::Page;
use super::remark::{candidates, closing, corrections, headline};
use super::section::{Item, sections};
use super::sentence::Sentence;
use super::tie;

/// The answer as plain UTF-8 text: no colors, no wrapped lines.
///
/// From top to bottom: what names were read as; the question as understood; verdict or count; what was found, each
/// finding with its reason and its evidence; what stands apart (related, hinted, absent, acts); remarks and coverage.
/// Evidence without a date shows none. Control and direction characters of the data are spelled out as `\u{..}`.
///
/// # Complexity
/// Linear in the length of the text.
///
/// # Example
/// ```
/// let answer = stancegraph::datasets::article()?.ask("who opposes foreign troops in Ukraine")?;
/// let text = stancegraph::render::text(&answer);
/// assert!(text.contains("Vladimir Putin, for Russia, rejects foreign troops in Ukraine"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn text(answer: &Answer) -> String {
    let mut page = Page::default();
    write_opening(&mut page, answer);
    for tie in answer.ties() {
        let title = tie::source(answer.graph(), tie).map(|source| format!("  [{}]", source.title));
        page.line(0, &format!("{}{}", tie::sentence(answer.graph(), tie), title.unwrap_or_default()));
    }
    for section in sections(answer) {
        let indent = match section.title {
            Some(title) => {
                page.gap();
                page.line(0, &title);
                2
            }
            None => 0,
        };
        for item in section.items {
            write_item(&mut page, indent, answer, &item);
        }
    }
    page.gap();
    page.lines(0, closing(answer));
    page.into_text()
}

fn write_opening(page: &mut Page, answer: &Answer) {
    page.lines(0, corrections(answer));
    page.line(0, answer.understood());
    page.gap();
    page.lines(0, headline(answer));
    let candidates = candidates(answer);
    if !candidates.is_empty() {
        page.line(0, "Did you mean");
        page.lines(2, candidates);
    }
    page.gap();
}

pub(super) fn write_item(page: &mut Page, indent: usize, answer: &Answer, item: &Item<'_>) {
    match item {
        Item::Finding(finding) => write_finding(page, indent, answer, *finding),
        Item::Remark(text, pieces) => {
            page.line(indent, text);
            for &piece in pieces {
                let text = format!("{}  {}", record(answer.graph(), piece), reference(piece));
                page.line(indent + 4, &text);
            }
        }
    }
}

fn write_finding(page: &mut Page, indent: usize, answer: &Answer, finding: Finding<'_>) {
    let graph = answer.graph();
    page.line(indent, &Sentence::of(graph, finding).line());
    page.lines(indent + 4, details(answer, finding));
    for piece in finding.evidence() {
        let place = place(graph, finding, piece);
        let gap = if place.is_empty() { "" } else { "  " };
        page.line(indent + 4, &format!("{place}{gap}{}", reference(piece)));
    }
}
