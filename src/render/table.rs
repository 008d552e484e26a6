//! An answer as an aligned table.

use crate::answer::{Answer, Evidence, Finding};
use crate::graph::StanceGraph;
use crate::model::{Node, Tie};

use super::clean::clean;
use super::page::Page;
use super::remark::{candidates, closing, corrections, headline};
use super::section::{Item, sections};
use super::sentence::{listed, marks};
use super::text::write_item;
use super::{condition, tie};

/// The answer as a table of plain text, one row a finding; lists that stand apart are tables of their own.
///
/// Columns are as wide as their widest cell by the number of characters and end in two spaces; nothing is cut off.
/// The evidence of a row is its headline; how many pieces there are besides is told. Order and wording are those of
/// [`text`](crate::render::text()).
///
/// # Example
/// ```
/// let answer = stancegraph::datasets::article()?.ask("who opposes foreign troops in Ukraine")?;
/// let table = stancegraph::render::table(&answer);
/// let mut lines = table.lines().skip_while(|line| !line.starts_with("Holder"));
/// assert!(lines.nth(2).is_some_and(|row| row.starts_with("Vladimir Putin  Russia  rejects")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn table(answer: &Answer) -> String {
    let mut page = Page::default();
    page.lines(0, corrections(answer));
    page.line(0, answer.understood());
    page.gap();
    page.lines(0, headline(answer));
    page.lines(2, candidates(answer));
    page.gap();
    if !answer.ties().is_empty() {
        write_rows(&mut page, TIES, answer.ties().into_iter().map(|held| tie_row(answer.graph(), held)));
    }
    for section in sections(answer) {
        page.gap();
        page.lines(0, section.title);
        let (mut rows, mut remarks) = (Vec::new(), Vec::new());
        for item in section.items {
            match item {
                Item::Finding(finding) => rows.push(row(answer.graph(), finding)),
                remark @ Item::Remark(..) => remarks.push(remark),
            }
        }
        if !rows.is_empty() {
            write_rows(&mut page, FINDINGS, rows);
        }
        for remark in &remarks {
            write_item(&mut page, 0, answer, remark);
        }
    }
    page.gap();
    page.lines(0, closing(answer));
    page.into_text()
}

const FINDINGS: [&str; 9] =
    ["Holder", "For", "Stance", "Target", "Addressee", "Marks", "Conditions", "Consequence", "Evidence"];
const TIES: [&str; 7] = ["From", "Tie", "To", "Office", "Since", "Until", "Evidence"];

fn row(graph: &StanceGraph, finding: Finding<'_>) -> [String; 9] {
    let powers: Vec<&str> = finding.on_behalf_of().map(Node::name).collect();
    let addressees: Vec<&str> = finding.addressees().map(Node::name).collect();
    let headline = finding.evidence().next();
    let met = condition::Met::of(finding);
    let conditions = headline.map(|piece| condition::conditions(graph, piece.statement(), met));
    [
        finding.holder().name().to_owned(),
        if finding.is_personal() { "personally".into() } else { listed(&powers) },
        stances(finding),
        finding.target().name().to_owned(),
        listed(&addressees),
        marks(finding).join(", "),
        conditions.unwrap_or_default().trim_start_matches(", ").to_owned(),
        finding.consequence().unwrap_or_default().to_owned(),
        headline.map(|piece| evidence(piece, finding.evidence().len() - 1)).unwrap_or_default(),
    ]
}

/// The stance of the headline; of a mixed position each stance once.
fn stances(finding: Finding<'_>) -> String {
    if finding.lean() != crate::position::Lean::Mixed {
        return finding.stance().to_string();
    }
    let mut all: Vec<&str> = Vec::new();
    for stance in finding.evidence().map(|piece| piece.statement().stance.as_str()) {
        if !all.contains(&stance) {
            all.push(stance);
        }
    }
    format!("mixed: {}", listed(&all))
}

fn evidence(piece: Evidence<'_>, besides: usize) -> String {
    let said = piece.said().map(|date| date.to_string());
    let locator = Some(piece.locator().to_owned()).filter(|locator| !locator.is_empty());
    let quote = piece.quote().map(|quote| format!("“{quote}”"));
    let key = format!("[{}]", piece.statement().key);
    let more = (besides > 0).then(|| format!("and {besides} more"));
    let parts = [said, locator, quote, Some(key), more];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn tie_row(graph: &StanceGraph, held: &Tie) -> [String; 7] {
    let date = |date: Option<crate::model::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let title = tie::source(graph, held).map(|source| source.title.clone());
    let evidence: Vec<String> = held.locator.clone().into_iter().chain(title).collect();
    [
        graph.at(held.from).name().to_owned(),
        tie::verb(held.kind, super::verb::Number::of(graph.at(held.from))).to_owned(),
        graph.at(held.to).name().to_owned(),
        held.office.clone().unwrap_or_default(),
        date(held.since()),
        date(held.until()),
        evidence.join(", "),
    ]
}

/// A heading, a rule and the rows; columns in which no row has anything are left out.
fn write_rows<const N: usize>(
    page: &mut Page,
    heading: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) {
    let rows: Vec<[String; N]> = rows.into_iter().map(|row| row.map(|cell| clean(&cell))).collect();
    let length = |text: &str| text.chars().count();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        let widest = cells.map(|cell| length(cell)).max().unwrap_or_default();
        let title = heading.get(column).map_or(0, |title| length(title));
        if widest == 0 { 0 } else { widest.max(title) }
    };
    let widths: Vec<usize> = (0..N).map(width).collect();
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    page.line(0, &aligned(&widths, heading.iter().copied()));
    page.line(0, &aligned(&widths, rule.iter().map(String::as_str)));
    page.lines(0, rows.iter().map(|row| aligned(&widths, row.iter().map(String::as_str))));
}

fn aligned<'a>(widths: &[usize], cells: impl Iterator<Item = &'a str>) -> String {
    let shown = widths.iter().zip(cells).filter(|(width, _)| **width > 0);
    shown.map(|(&width, cell)| format!("{cell:<width$}")).collect::<Vec<_>>().join("  ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Polarity::Against;
    use crate::model::Stance;
    use crate::query::{Query, Toward};
    use crate::render::fixture::{graph, statement, threat, who_on_relief};

    #[test]
    fn columns_are_aligned_by_characters_and_empty_ones_left_out() {
        let answer = who_on_relief(
            vec![
                statement("s1", "ada", "rejects", "relief").on_behalf_of("KEN").quote("jamais, à aucun prix"),
                statement("s2", "ada", "rejects", "relief").on_behalf_of("KEN"),
                statement("s3", "CHL", "doubts", "swap").said("2020-01"),
            ],
            Against,
        );
        let expected = r#"
who opposes "debt relief" including inferred

Holder       For    Stance   Target       Marks           Evidence
-----------  -----  -------  -----------  --------------  ---------------------------------------------
Ada Nyong'o  Kenya  rejects  debt relief                  page 1 “jamais, à aucun prix” [s1] and 1 more
Chile               doubts   debt swap    weak, narrower  2020-01 page 1 [s3]

Note: 1 of the findings is weak: asks for it, would consider it, or doubts it.
When 2 of these 3 statements were said is not known.
2 of 6 known actors and nations have any record on this.
"#;
        let table = table(&answer);
        assert_eq!(table.trim(), expected.trim(), "\n{table}");
    }

    #[test]
    fn a_threat_shows_whom_it_is_addressed_to_its_trigger_and_its_consequence() {
        let answer = graph(vec![threat()]).run(&Query::pairs(Stance::Threatens, Toward::Powers)).unwrap();
        let expected = r"
Holder  Stance     Target  Addressee           Conditions            Consequence          Evidence
------  ---------  ------  ------------------  --------------------  -------------------  ----------------------
Kenya   threatens  Chile   Chile and the Bloc  if it comes to audit  it closes its ports  2020-01-02 page 1 [s1]
";
        let rows = table(&answer);
        let shown: Vec<&str> =
            rows.lines().map(str::trim_end).skip_while(|line| !line.starts_with("Holder")).take(3).collect();
        assert_eq!(shown.join("\n"), expected.trim(), "\n{rows}");
    }
}
