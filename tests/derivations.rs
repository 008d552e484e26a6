//! Every finding shows the way back: what stands, what gave way, which words, which ties, which filters.

#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::diagram::Picture;
use stancegraph::model::draft::{Draft, NodeDraft, SourceDraft, StatementDraft, TieDraft};
use stancegraph::position::{Derivation, Lean, Step};
use stancegraph::query::Period;
use stancegraph::{Answer, Date, GraphBuilder, Polarity, Query, Stance, StanceGraph, datasets, render};

fn said(id: &str, holder: &str, stance: &str, day: &str) -> StatementDraft {
    StatementDraft::new(id, holder, stance, "relief").cited("paper", "page 1").said(day)
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// Kenya turned round; its minister speaks for it; the words of the last turn are printed.
fn answer(query: &Query) -> Answer {
    let statements = vec![
        said("s1", "KEN", "supports", "2020-01-01"),
        said("s2", "ada", "rejects", "2021-01-01").on_behalf_of("KEN").quote("never"),
        StatementDraft { until: Some("2020-06-01".into()), ..said("s3", "KEN", "accepts", "2020-02-01") },
        StatementDraft {
            target: "swap".into(),
            confidence: Some(0.5.into()),
            ..said("s4", "ada", "rejects", "2021")
        },
    ];
    graph_of(statements).run(query).unwrap()
}

/// Kenya, its minister, debt relief and a kind of it.
fn graph_of(statements: Vec<StatementDraft>) -> StanceGraph {
    let draft = Draft {
        nodes: vec![
            NodeDraft::nation("KEN", "Kenya"),
            NodeDraft::person("ada", "Ada"),
            NodeDraft::proposal("relief", "debt relief"),
            NodeDraft::proposal("swap", "debt swap").kind_of("relief"),
        ],
        ties: vec![TieDraft::new("represents", "ada", "KEN")],
        sources: vec![SourceDraft::new("paper", "The Paper")],
        statements,
        ..Draft::default()
    };
    GraphBuilder::new().add(draft).build().unwrap()
}

#[track_caller]
fn check(query: &Query, expected: &str) {
    let answer = answer(query);
    let text = render::derivation(answer.graph(), answer.findings()[0].derivation());
    assert_eq!(text.trim(), expected.trim(), "\n{text}");
}

fn why() -> Query {
    Query::why("Kenya", Polarity::Against).on("debt relief").as_of("2022".parse().unwrap())
}

#[test]
fn what_gave_way_the_words_and_the_day_are_steps() {
    check(
        &why(),
        r"
spoken for the holder
    Ada, for Kenya, rejects debt relief, 2021-01-01, page 1  [The Paper; s2]
        “never”, page 1  [The Paper]
    superseded by s2
        Kenya supports debt relief, 2020-01-01, page 1  [The Paper; s1]
    superseded by s2
        Kenya accepts debt relief, 2020-02-01, page 1  [The Paper; s3]
    as of 2022-12-31
",
    );
}

#[test]
fn an_office_a_kind_and_a_confidence_are_steps() {
    check(
        &Query::position("Kenya").on("debt swap"),
        r"
said in office for the holder, unmarked, where the holder's own pool is empty
    Ada rejects debt swap, 2021, page 1  [The Paper; s4]
    Ada represents Kenya
    confidence 0.5, for against
        0.5 by the coder
            Ada rejects debt swap, 2021, page 1  [The Paper; s4]
",
    );
    check(
        &Query::who(Polarity::Against).on("debt relief").according_to("The Paper"),
        r"
the holder's own word
    Ada, for Kenya, rejects debt relief, 2021-01-01, page 1  [The Paper; s2]
        “never”, page 1  [The Paper]
    superseded by s2
        Kenya supports debt relief, 2020-01-01, page 1  [The Paper; s1]
    superseded by s2
        Kenya accepts debt relief, 2020-02-01, page 1  [The Paper; s3]
    only what The Paper reports
",
    );
}

#[test]
fn the_tree_is_the_same_in_json_and_as_a_picture() {
    let answer = answer(&why());
    let finding = answer.findings()[0];
    let json = render::derivation_json(answer.graph(), finding.derivation());
    let expected = serde_json::json!({"step": "rule", "text": "spoken for the holder", "from": [
        {"step": "statement", "statement": "s2", "from": [
            {"step": "quote", "statement": "s2", "quote": "never", "source": "paper", "locator": "page 1"}]},
        {"step": "ended", "ending": "superseded", "by": "s2", "from": [{"step": "statement", "statement": "s1"}]},
        {"step": "ended", "ending": "superseded", "by": "s2", "from": [{"step": "statement", "statement": "s3"}]},
        {"step": "filter", "filter": {"as-of": "2022-12-31"}}]});
    assert_eq!(json, expected);
    assert_eq!(render::json_value(&answer)["findings"][0]["derivation"], expected);

    let picture = Picture::of_derivation(answer.graph(), finding.derivation());
    let labels: Vec<&str> = picture.nodes.iter().map(|node| node.label.as_str()).collect();
    let text = render::derivation(answer.graph(), finding.derivation());
    assert!(text.lines().map(str::trim).eq(labels));
    for drawing in [picture.to_dot(), picture.to_mermaid()] {
        assert!(drawing.contains("superseded by s2") && drawing.contains("“never”"), "{drawing}");
    }
}

#[test]
fn a_period_and_plain_assertion_are_among_the_filters() {
    let query = Query::position("Kenya").on("debt swap").known_at("2023".parse().unwrap());
    let answer = answer(&query.within(Period::Between(date("2021"), date("2022-06"))).only_asserted());
    let derivation = answer.findings()[0].derivation();
    let text = render::derivation(answer.graph(), derivation);
    let filters: Vec<&str> = text.lines().map(str::trim).rev().take(3).collect();
    let told = [
        "only what was asserted plainly",
        "only what was said from 2021-01-01 to 2022-06-30",
        "known at 2023-12-31",
    ];
    assert_eq!(filters, told, "{text}");
    let json = render::derivation_json(answer.graph(), derivation);
    let filters: Vec<_> =
        json["from"].as_array().unwrap().iter().filter_map(|part| part.get("filter")).collect();
    let told = serde_json::json!([
        {"known-at": "2023-12-31"},
        {"period": {"earliest": "2021-01-01", "latest": "2022-06-30"}},
        {"only-asserted": true},
    ]);
    assert_eq!(serde_json::json!(filters), told);
}

/// Who is asked for one very stance sees the statements of that stance, and why the position is what it is: both sides.
#[test]
fn an_exact_word_derives_the_whole_position() {
    let answer = graph_of(vec![
        said("s1", "KEN", "supports", "2021-01-01"),
        said("s2", "KEN", "rejects", "2021-01-01"),
    ])
    .run(&Query::who(Stance::Rejects).on("debt relief"))
    .unwrap();
    let finding = answer.findings()[0];
    let evidence: Vec<_> = finding.evidence().map(|piece| piece.statement().key.to_string()).collect();
    assert_eq!((evidence, finding.lean()), (vec!["s2".to_owned()], Lean::Mixed));
    let statements = finding.derivation().from.iter().filter(|part| matches!(part.step, Step::Statement(_)));
    assert_eq!(statements.count(), 2);
}

#[test]
fn a_why_in_words_tells_what_gave_way_and_the_day() {
    let text = render::text(&answer(&why()));
    for line in [
        "    follows from: spoken for the holder",
        "    superseded by s2: Kenya supports debt relief, 2020-01-01, page 1  [The Paper; s1]",
        "    read as of 2022-12-31",
    ] {
        assert!(text.lines().any(|shown| shown == line), "{line}\n{text}");
    }
}

/// The steps that rest on nothing.
fn leaves(derivation: &Derivation) -> Vec<&Step> {
    match derivation.from.as_slice() {
        [] => vec![&derivation.step],
        from => from.iter().flat_map(leaves).collect(),
    }
}

#[test]
fn no_derivation_ends_in_a_bare_rule() {
    let cases = [
        ("ukraine-article", "stances of Russia"),
        ("ukraine-article", "which stances are conditional"),
        ("nato-accession", "stances of Turkey"),
        ("nato-accession", "who opposes Sweden's accession by nation as of 2022-06-01"),
        ("invented", "who supports the joint patrol including inferred as of 2031-05-01"),
        ("invented", "position of Averia on the joint patrol assuming the lighthouse treaty"),
        ("es-11-1", "who abstained on A/RES/ES-11/1"),
    ];
    for (key, question) in cases {
        let answer = datasets::graph(key).unwrap().unwrap().ask(question).unwrap();
        assert!(!answer.findings().is_empty(), "{question}");
        for finding in answer.findings() {
            for leaf in leaves(finding.derivation()) {
                assert!(!matches!(leaf, Step::Rule(_) | Step::Ended(_)), "{question}: {leaf:?}");
            }
            let steps = finding.derivation().steps();
            assert!(
                finding.evidence().all(|piece| steps.contains(&&Step::Statement(piece.id()))),
                "{question}"
            );
            let quoted = finding.evidence().filter(|piece| piece.quote().is_some());
            assert!(quoted.into_iter().all(|piece| steps.contains(&&Step::Quote(piece.id()))), "{question}");
        }
    }
}
