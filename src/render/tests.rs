//! What a terminal shows, word for word.

use crate::answer::Answer;
use crate::graph::GraphBuilder;
use crate::model::Polarity::{Against, Favor};
use crate::model::draft::NodeDraft;
use crate::query::Query;
use crate::render::fixture::{
    condition, does_kenya, draft, graph, position_of, statement, threat, who_on_relief,
};

#[track_caller]
fn check(answer: &Answer, expected: &str) {
    let text = super::text(answer);
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
    let text = super::text(&position_of("KEN", both));
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
    let text = super::text(&who_on_relief(
        vec![statement("s1", "KEN", "supports", "relief").quote("yes\nNo: \u{202e}\u{1b}[2J")],
        Favor,
    ));
    assert!(text.contains(r"“yes No: \u{202e}\u{1b}[2J”"), "{text}");
}

#[test]
fn a_why_not_gives_its_reasons_with_their_statements() {
    let mut hint = statement("s1", "ada", "supports", "relief").on_behalf_of("KEN");
    hint.modality = Some("hinted".into());
    let answer = graph(vec![hint]).run(&Query::why_not("Kenya", Favor).on("debt relief")).unwrap();
    check(
        &answer,
        r#"
why does "Kenya" not support "debt relief"

Why not
  only hinted at, which is no position
      Ada Nyong'o, for Kenya, supports debt relief (hinted), page 1  [The Paper; s1]

When this was said is not known.
1 of 6 known actors and nations has any record on this.
"#,
    );
}

#[test]
fn a_why_names_the_rule() {
    let spoken = statement("s1", "ada", "supports", "relief").on_behalf_of("KEN").said("2020");
    let answer = graph(vec![spoken]).run(&Query::why("Kenya", Favor).on("debt relief")).unwrap();
    check(
        &answer,
        r#"
why does "Kenya" support "debt relief"

Yes: Kenya supports debt relief.

Kenya supports debt relief (spoken for by Ada Nyong'o)
    follows from: spoken for the holder
    Ada Nyong'o, 2020, page 1  [The Paper; s1]

1 of 6 known actors and nations has any record on this.
"#,
    );
}

#[test]
fn both_sides_of_a_contradiction_are_shown() {
    let turned = vec![
        statement("s1", "KEN", "supports", "relief").said("2020"),
        statement("s2", "KEN", "rejects", "relief").said("2021").quote("no more"),
    ];
    check(
        &graph(turned).run(&Query::contradictions_of("Kenya")).unwrap(),
        r#"
contradictions of "Kenya"

Reversal: turned to the opposite side, certainly later
    Kenya supports debt relief, 2020, page 1  [The Paper; s1]
    Kenya rejects debt relief, 2021, page 1: “no more”  [The Paper; s2]
"#,
    );
}

#[test]
fn a_change_shows_before_and_after() {
    let turned = vec![
        statement("s1", "KEN", "supports", "relief").said("2020"),
        statement("s2", "KEN", "rejects", "relief").said("2021"),
    ];
    let date = |text: &str| text.parse().unwrap();
    check(
        &graph(turned).run(&Query::changes("debt relief", date("2020"), date("2021"))).unwrap(),
        r#"
who changed position on "debt relief" between 2020 and 2021

Kenya as of 2020
  Kenya supports debt relief
      2020, page 1  [The Paper; s1]

Kenya as of 2021
  Kenya rejects debt relief
      2021, page 1  [The Paper; s2]

1 of 6 known actors and nations has any record on this.
"#,
    );
}

#[test]
fn a_timeline_tells_what_stood_from_when() {
    let turned = vec![
        statement("s1", "KEN", "supports", "relief").said("2020-05-06"),
        statement("s2", "KEN", "withdraws", "relief").said("2021-07-08"),
    ];
    check(
        &graph(turned).run(&Query::timeline("Kenya", "debt relief")).unwrap(),
        r#"
timeline of "Kenya" on "debt relief"

From 2020-05-06
  Kenya supports debt relief
      2020-05-06, page 1  [The Paper; s1]

From 2021-07-08
  no position on record

1 of 6 known actors and nations has any record on this.
"#,
    );
}

#[test]
fn what_a_name_may_have_meant_is_offered() {
    let mut draft = draft();
    draft.nodes.push(NodeDraft::proposal("north", "northern accord").alias("the accord"));
    draft.nodes.push(NodeDraft::proposal("south", "southern accord").alias("the accord"));
    let graph = GraphBuilder::new().add(draft).build().unwrap();
    check(
        &graph.run(&Query::who(Favor).on("the accord")).unwrap(),
        r#"
who supports "the accord"

Note: `the accord` may mean several things; none was picked.
Did you mean
  northern accord (proposal)
  southern accord (proposal)
"#,
    );
}

#[test]
fn a_threat_told_as_a_statement_keeps_what_it_announces() {
    let kind = statement("s2", "KEN", "supports", "CHL").said("2020-01-02");
    let mut hedged = threat();
    hedged.conditions.clear();
    hedged.modality = Some("hedged".into());
    let answer = graph(vec![hedged, kind]).ask("contradictions of Kenya").unwrap();
    let told =
        "Kenya threatens Chile, addressed to Chile and the Bloc (hedged): it closes its ports, 2020-01-02";
    for page in [super::text(&answer), super::markdown(&answer)] {
        assert!(page.contains(told.trim_end_matches(", 2020-01-02")), "{page}");
    }
    assert!(super::text(&answer).contains(told));
}
