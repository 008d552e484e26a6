//! An answer as plain text for a terminal.

use crate::answer::{Answer, Finding};

use super::account::account;
use super::detail::details;
use super::evidence::{place, reference};
use super::page::Page;
use super::remark::{candidates, closing, corrections, headline};
use super::section::sections;
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
    for (depth, line) in account(answer) {
        page.line(4 * depth, &line);
    }
    page.gap();
    for section in sections(answer) {
        let indent = match section.title {
            Some(title) => {
                page.gap();
                page.line(0, title);
                2
            }
            None => 0,
        };
        for finding in section.findings {
            write_finding(&mut page, indent, answer, finding);
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

fn write_finding(page: &mut Page, indent: usize, answer: &Answer, finding: Finding<'_>) {
    let graph = answer.graph();
    page.line(indent, &Sentence::of(graph, finding).line());
    page.lines(indent + 4, details(graph, finding));
    for piece in finding.evidence() {
        let place = place(graph, finding, piece);
        let gap = if place.is_empty() { "" } else { "  " };
        page.line(indent + 4, &format!("{place}{gap}{}", reference(piece)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Polarity::{Against, Favor};
    use crate::query::Query;
    use crate::render::fixture::{condition, does_kenya, graph, position_of, statement, who_on_relief};

    #[track_caller]
    fn check(answer: &Answer, expected: &str) {
        let text = text(answer);
        assert_eq!(text.trim(), expected.trim(), "\n{text}");
    }

    #[test]
    fn a_finding_shows_its_reason_and_its_evidence() {
        let mut spoken = statement("s1", "ada", "rejects", "relief").on_behalf_of("KEN").quote("never");
        spoken.reason = Some("it rewards bad lenders".into());
        check(
            &who_on_relief(
                vec![spoken, statement("s2", "ada", "rejects", "relief").on_behalf_of("KEN")],
                Against,
            ),
            r#"
who opposes "debt relief" including inferred

Ada Nyong'o, for Kenya, rejects debt relief
    because: it rewards bad lenders
    page 1: “never”  [The Paper; s1]
    page 1  [The Paper; s2]

When any of this was said is not known.
1 of 6 known actors and nations has any record on this.
"#,
        );
    }

    #[test]
    fn conditions_of_the_stance_and_of_the_content_read_differently() {
        let mut wish = statement("s1", "KEN", "demands", "relief").said("2020-01-02");
        wish.conditions = vec![condition("before", "audit", "content")];
        wish.addressees = vec!["lenders".into()];
        let mut offer = statement("s2", "lenders", "open-to", "relief").said("2020-03");
        offer.modality = Some("hedged".into());
        offer.conditions = vec![condition("if", "audit", "stance")];
        check(
            &who_on_relief(vec![wish, offer], Favor),
            r#"
who supports "debt relief" including inferred

Kenya demands debt relief of Lenders, to come before audit
    2020-01-02, page 1  [The Paper; s1]
Lenders are open to debt relief, only if it comes to audit (hedged, weak)
    2020-03, page 1  [The Paper; s2]

Note: 1 of the findings is weak: asks for it, would consider it, or doubts it.
2 of 6 known actors and nations have any record on this.
"#,
        );
    }

    #[test]
    fn both_sides_of_a_mixed_position_are_shown() {
        let on_a_day = |id, stance| statement(id, "KEN", stance, "relief").said("2020-01-02");
        check(
            &position_of("KEN", vec![on_a_day("s1", "supports"), on_a_day("s2", "rejects")]),
            r#"
position of "Kenya" on "debt relief"

Kenya is mixed on debt relief: supports it; rejects it
    supports, 2020-01-02, page 1  [The Paper; s1]
    rejects, 2020-01-02, page 1  [The Paper; s2]

1 of 6 known actors and nations has any record on this.
"#,
        );
    }

    #[test]
    fn a_mixed_position_of_unknown_order_says_so() {
        let both =
            vec![statement("s1", "KEN", "supports", "relief"), statement("s2", "KEN", "rejects", "relief")];
        let text = text(&position_of("KEN", both));
        assert!(
            text.contains("Kenya is mixed on debt relief: supports it; rejects it (order unknown)"),
            "{text}"
        );
    }

    #[test]
    fn a_hint_stands_apart() {
        let mut hint = statement("s1", "bo", "supports", "relief");
        hint.modality = Some("hinted".into());
        check(
            &who_on_relief(vec![hint], Favor),
            r#"
who supports "debt relief" including inferred

No position on record; what there is stands apart below.

Hinted, which is no position
  Bo supports debt relief (hinted)
      page 1  [The Paper; s1]

When this was said is not known.
1 of 6 known actors and nations has any record on this.
"#,
        );
    }

    #[test]
    fn what_follows_from_a_kind_or_a_bloc_shows_how() {
        let said = vec![
            statement("s1", "KEN", "rejects", "swap").said("2020-01-02"),
            statement("s2", "bloc", "rejects", "relief").said("2020-01-02"),
        ];
        check(
            &who_on_relief(said, Against),
            r#"
who opposes "debt relief" including inferred

the Bloc rejects debt relief
    2020-01-02, page 1  [The Paper; s2]
Kenya rejects debt swap (narrower)
    narrower: debt swap is a kind of debt relief
    2020-01-02, page 1  [The Paper; s1]
Chile rejects debt relief (inferred from membership)
    inferred: Chile is a member of the Bloc since 1999-01-01
    the Bloc, 2020-01-02, page 1  [The Paper; s2]

2 of 6 known actors and nations have any record on this.
"#,
        );
    }

    #[test]
    fn silence_is_told_from_a_no() {
        check(
            &does_kenya(vec![statement("s1", "CHL", "supports", "relief")]),
            r#"
does "Kenya" support "debt relief"

Nothing on record: the data do not say whether Kenya supports debt relief.

1 of 6 known actors and nations has any record on this.
"#,
        );
    }

    #[test]
    fn a_correction_comes_first() {
        let answer = graph(vec![]).run(&Query::does("Kenia", Favor).on("audit")).unwrap();
        check(
            &answer,
            r#"
read `Kenia` as Kenya
does "Kenya" support "audit"

Nothing on record: the data do not say whether Kenya supports audit.

0 of 6 known actors and nations have any record on this.
"#,
        );
    }

    #[test]
    fn an_unknown_name_is_told_from_silence() {
        let answer = graph(vec![]).run(&Query::who(Favor).on("zzz")).unwrap();
        check(
            &answer,
            r#"
who supports "zzz"

Not in the data, which is not a no.

Note: no proposal, actor or nation in the data is called `zzz`.
"#,
        );
    }

    #[test]
    fn text_of_the_data_cannot_break_a_line_or_hide() {
        let text = text(&who_on_relief(
            vec![statement("s1", "KEN", "supports", "relief").quote("yes\nNo: \u{202e}\u{1b}[2J")],
            Favor,
        ));
        assert!(text.contains(r"“yes No: \u{202e}\u{1b}[2J”"), "{text}");
    }
}
