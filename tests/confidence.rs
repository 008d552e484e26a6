//! How sure one may be of a position: the coder first, then the Admiralty code, then nobody; and what it is made of.

#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::model::draft::{Draft, NodeDraft, SourceDraft, StatementDraft, TieDraft};
use stancegraph::{Answer, GraphBuilder, Polarity, Query, render};

fn source(key: &str, code: Option<(&str, &str)>, origin: Option<&str>) -> SourceDraft {
    SourceDraft {
        reliability: code.map(|(letter, _)| letter.into()),
        credibility: code.map(|(_, digit)| digit.into()),
        origin: origin.map(Into::into),
        ..SourceDraft::new(key, key)
    }
}

fn supports(id: &str, holder: &str, source: Option<&str>) -> StatementDraft {
    let bare = StatementDraft::new(id, holder, "supports", "relief");
    match source {
        Some(source) => bare.cited(source, "page 1"),
        None => bare,
    }
}

/// Kenya's position on debt relief by these statements; its envoy is in office, which is not quite sure.
fn position(statements: Vec<StatementDraft>) -> Answer {
    let envoy = TieDraft { confidence: Some(0.6.into()), ..TieDraft::new("represents", "envoy", "KEN") };
    let draft = Draft {
        nodes: vec![
            NodeDraft::nation("KEN", "Kenya"),
            NodeDraft::person("envoy", "the Envoy"),
            NodeDraft::proposal("relief", "debt relief"),
        ],
        ties: vec![envoy],
        sources: vec![
            source("gazette", Some(("A", "1")), None),
            source("daily", Some(("B", "2")), Some("Wire")),
            source("weekly", Some(("C", "3")), Some("Wire")),
            source("blog", Some(("F", "6")), None),
            source("leaflet", None, None),
        ],
        statements,
        ..Draft::default()
    };
    let graph = GraphBuilder::new().add(draft).build().unwrap();
    graph.run(&Query::position("Kenya").on("debt relief")).unwrap()
}

/// The line of a page that tells what the confidence is made of.
#[track_caller]
fn check(statements: Vec<StatementDraft>, expected: &str) {
    let text = render::text(&position(statements));
    let told: Vec<&str> = text.lines().map(str::trim).filter(|line| line.starts_with("confidence")).collect();
    assert_eq!(told.join("\n"), expected, "{text}");
}

#[test]
fn the_coder_goes_before_the_source() {
    let sure = StatementDraft { confidence: Some(0.4.into()), ..supports("s1", "KEN", Some("gazette")) };
    check(vec![sure], "confidence 0.4: s1 0.4 by the coder");
}

#[test]
fn without_a_coder_the_lower_half_of_the_admiralty_code_counts() {
    check(vec![supports("s1", "KEN", Some("daily"))], "confidence 0.7: s1 0.7 by its source (B2)");
    let doubtful = StatementDraft { credibility: Some("4".into()), ..supports("s1", "KEN", Some("gazette")) };
    check(vec![doubtful], "confidence 0.3: s1 0.3 by its source (A4)");
}

#[test]
fn what_cannot_be_judged_is_unknown_and_never_low() {
    check(vec![supports("s1", "KEN", Some("blog"))], "");
    let credible = StatementDraft { credibility: Some("2".into()), ..supports("s1", "KEN", Some("blog")) };
    check(vec![credible], "confidence 0.7: s1 0.7 by its source (F2)");
    let answer = position(vec![supports("s1", "KEN", Some("blog")), supports("s2", "KEN", None)]);
    let side = &answer.findings()[0].rating().sides[0];
    assert_eq!((side.confidence, side.origins, side.unrated), (None, 0, 2));
}

#[test]
fn origins_add_up_copies_do_not_and_the_unrated_are_named() {
    let sure = StatementDraft { confidence: Some(0.4.into()), ..supports("s1", "KEN", Some("leaflet")) };
    let all = vec![
        sure,
        supports("s2", "KEN", Some("daily")),
        supports("s3", "KEN", Some("weekly")),
        supports("s4", "KEN", Some("blog")),
        supports("s5", "KEN", None),
    ];
    // 1 - (1 - 0.4) (1 - 0.7): the weekly copies the wire that the daily copies.
    let expected = "confidence 0.82 from 2 origins: s1 0.4 by the coder; s2 0.7 by its source (B2); s3 0.5 by its \
                    source (C3), left out for a surer one of its origin; s4 not rated (F6: cannot be judged); s5 not \
                    rated";
    check(all.clone(), expected);
    let json = render::json_value(&position(all));
    let rating = &json["findings"][0]["rating"][0];
    assert_eq!((&rating["origins"], &rating["unrated"]), (&2.into(), &2.into()));
    let told = |field: &str| -> Vec<serde_json::Value> {
        rating["parts"].as_array().unwrap().iter().map(|part| part[field].clone()).collect()
    };
    assert_eq!(
        serde_json::json!(told("by")),
        serde_json::json!(["coder", "admiralty", "admiralty", "admiralty", null])
    );
    assert_eq!(
        serde_json::json!(told("origin")),
        serde_json::json!(["leaflet", "Wire", "Wire", "blog", null])
    );
    assert_eq!(serde_json::json!(told("counts")), serde_json::json!([true, true, false, false, false]));
}

#[test]
fn a_less_sure_office_holds_a_statement_back() {
    let expected = "confidence 0.6: s1 0.6 by its source (A1), no surer than that the Envoy represents Kenya";
    check(vec![supports("s1", "envoy", Some("gazette"))], expected);
    let doubtful =
        StatementDraft { credibility: Some("5".into()), ..supports("s1", "envoy", Some("gazette")) };
    check(vec![doubtful], "confidence 0.1: s1 0.1 by its source (A5)");
}

#[test]
fn each_side_of_a_mixed_position_has_its_own() {
    let against = StatementDraft { stance: "rejects".into(), ..supports("s2", "KEN", Some("weekly")) };
    let both = vec![supports("s1", "KEN", Some("daily")), against];
    check(
        both.clone(),
        "confidence 0.7, favor: s1 0.7 by its source (B2)\nconfidence 0.5, against: s2 0.5 by its source (C3)",
    );
    let rating = position(both).findings()[0].rating().clone();
    let sides: Vec<_> = rating.sides.iter().map(|side| (side.polarity, side.confidence)).collect();
    assert_eq!(sides, [(Polarity::Favor, Some(0.7)), (Polarity::Against, Some(0.5))]);
}

/// No chain is surer than its weakest tie, the office included that the bloc's own position takes.
#[test]
fn what_a_bloc_hands_down_is_no_surer_than_who_speaks_for_the_bloc() {
    let envoy = TieDraft { confidence: Some(0.3.into()), ..TieDraft::new("represents", "envoy", "league") };
    let draft = Draft {
        nodes: vec![
            NodeDraft::nation("KEN", "Kenya"),
            NodeDraft::organization("league", "the League"),
            NodeDraft::person("envoy", "the Envoy"),
            NodeDraft::proposal("relief", "debt relief"),
        ],
        ties: vec![envoy, TieDraft::new("member-of", "KEN", "league")],
        statements: vec![StatementDraft { confidence: Some(0.9.into()), ..supports("s1", "envoy", None) }],
        ..Draft::default()
    };
    let graph = GraphBuilder::new().add(draft).build().unwrap();
    let query = Query::position("Kenya").on("debt relief").including_inferred();
    let answer = graph.run(&query).unwrap();
    let handed_down = answer.findings().into_iter().next().unwrap();
    assert_eq!(handed_down.rating().sides[0].confidence, Some(0.3));
    let derivation = render::derivation(answer.graph(), handed_down.derivation());
    for tie in ["the Envoy represents the League", "Kenya is a member of the League"] {
        assert!(derivation.contains(tie), "{derivation}");
    }
}

/// A statement is no less sure for a doubtful term that was over when it was made.
#[test]
fn only_the_term_in_which_it_was_said_counts() {
    let term = |since: &str, until: Option<&str>, confidence: f64| TieDraft {
        since: Some(since.into()),
        until: until.map(Into::into),
        confidence: Some(confidence.into()),
        ..TieDraft::new("represents", "envoy", "KEN")
    };
    let at = |said: &str| {
        let rated = StatementDraft { confidence: Some(0.9.into()), ..supports("s1", "envoy", None) };
        let draft = Draft {
            nodes: vec![
                NodeDraft::nation("KEN", "Kenya"),
                NodeDraft::person("envoy", "the Envoy"),
                NodeDraft::proposal("relief", "debt relief"),
            ],
            ties: vec![term("2001", Some("2009"), 0.3), term("2010", None, 0.8)],
            // The other statement makes both terms part of the position.
            statements: vec![rated.said(said), supports("s2", "envoy", None).said("2005")],
            ..Draft::default()
        };
        let graph = GraphBuilder::new().add(draft).build().unwrap();
        let answer = graph.run(&Query::position("Kenya").on("debt relief")).unwrap();
        answer.findings()[0].rating().sides[0].confidence
    };
    assert_eq!(at("2011"), Some(0.8));
    assert_eq!(at("2006"), Some(0.3));
}
