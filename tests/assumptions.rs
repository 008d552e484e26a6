//! What an assumption reports: the statements that it activates, those that it ends, and those that it leaves what they
//! were, each with the reason.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::model::draft::{
    ConditionDraft, Draft, EventDraft, NodeDraft, SourceDraft, StatementDraft, TieDraft,
};
use stancegraph::position::LeftOpen;
use stancegraph::{Answer, GraphBuilder, StanceGraph, datasets, render};

/// A condition in words, of the stance.
fn on(relation: &str, text: &str) -> ConditionDraft {
    ConditionDraft {
        relation: relation.into(),
        text: Some(text.into()),
        scope: "stance".into(),
        ..ConditionDraft::default()
    }
}

/// The toll by Averia, of May 2021.
fn said(id: &str, stance: &str, conditions: Vec<ConditionDraft>) -> StatementDraft {
    StatementDraft { conditions, ..StatementDraft::new(id, "averia", stance, "toll").said("2021-05-01") }
}

fn met(text: &str) -> EventDraft {
    EventDraft {
        condition: Some(text.into()),
        met: true,
        date: Some("2021-08-01".into()),
        ..EventDraft::default()
    }
}

fn draft(statements: Vec<StatementDraft>, events: Vec<EventDraft>) -> Draft {
    let nodes = vec![
        NodeDraft::nation("averia", "Averia"),
        NodeDraft::nation("bortan", "Bortan"),
        NodeDraft::organization("league", "League"),
        NodeDraft::proposal("toll", "toll"),
        NodeDraft::proposal("grain-toll", "toll on grain"),
    ];
    let ties =
        vec![TieDraft::new("member-of", "averia", "league"), TieDraft::new("broader", "grain-toll", "toll")];
    let sources = vec![SourceDraft::new("paper", "The Paper")];
    Draft { nodes, ties, sources, statements, events, ..Draft::default() }
}

fn graph(statements: Vec<StatementDraft>, events: Vec<EventDraft>) -> StanceGraph {
    GraphBuilder::new().add(draft(statements, events)).build().unwrap()
}

/// "truce: + activated; - ended; ? open (reason)", one line for each assumption.
fn report(answer: &Answer) -> String {
    let of_one = |one: &stancegraph::answer::Assumed<'_>| {
        let key = |piece: &stancegraph::answer::Evidence<'_>| piece.statement().key.to_string();
        let activated = one.activates.iter().map(|piece| format!(" +{}", key(piece)));
        let ended = one.ends.iter().map(|piece| format!(" -{}", key(piece)));
        let open = one.open.iter().map(|(piece, why)| format!(" ?{}:{why}", key(piece)));
        format!("{}:{}", one.name, activated.chain(ended).chain(open).collect::<String>())
    };
    answer.assumptions().iter().map(of_one).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(graph: &StanceGraph, question: &str, expected: &str) {
    assert_eq!(report(&graph.ask(question).unwrap()), expected, "{question}");
}

/// One statement of Averia on the toll, and what is assumed of a truce.
#[track_caller]
fn check_one(statement: StatementDraft, expected: &str) {
    let graph = graph(vec![statement], vec![met("a drought")]);
    check(&graph, "who supports the toll assuming \"truce\"", &format!("truce: {expected}"));
}

#[test]
fn what_brings_a_stance_about_activates_it_and_what_bounds_it_ends_it() {
    for relation in ["if", "once", "after"] {
        check_one(said("s1", "supports", vec![on(relation, "truce")]), "+s1");
    }
    for relation in ["unless", "until", "before"] {
        check_one(said("s1", "supports", vec![on(relation, "truce")]), "-s1");
    }
}

#[test]
fn several_conditions_on_one_statement_are_read_together() {
    let two = |first, second| said("s1", "supports", vec![first, second]);
    check_one(two(on("if", "truce"), on("if", "an election")), "?s1:pending");
    check_one(two(on("if", "truce"), on("if", "a drought")), "+s1");
    // It holds now, as long as there is no election.
    check_one(two(on("if", "truce"), on("until", "an election")), "+s1");
    check_one(two(on("until", "truce"), on("if", "an election")), "-s1");
    check_one(two(on("if", "truce"), on("unless", "a drought")), "?s1:ended-otherwise");
    check_one(two(on("until", "truce"), on("unless", "a drought")), "?s1:ended-otherwise");
    // What bounds it ends it, whatever else the same condition brings about.
    check_one(two(on("once", "truce"), on("until", "truce")), "-s1");
    let content = ConditionDraft { scope: "content".into(), ..on("before", "truce") };
    check_one(two(content, on("if", "truce")), "+s1");
}

#[test]
fn what_stays_as_it_was_has_its_reason() {
    let truce = || vec![on("if", "truce")];
    let plain = || said("s1", "supports", truce());
    check_one(
        said("s1", "supports", vec![ConditionDraft { scope: "content".into(), ..on("unless", "truce") }]),
        "?s1:on-content",
    );
    check_one(StatementDraft { retracted: Some("2021-07-01".into()), ..plain() }, "?s1:retracted");
    check_one(StatementDraft { until: Some("2021-07-01".into()), ..plain() }, "?s1:expired");
    check_one(StatementDraft { modality: Some("hinted".into()), ..plain() }, "?s1:hinted");
    check_one(StatementDraft { act: Some("did".into()), ..plain() }, "?s1:deed");
    check_one(StatementDraft { act: Some("voted".into()), ..said("s1", "absent", truce()) }, "?s1:absent");

    let later = |stance: &str| {
        let after = StatementDraft::new("s2", "averia", stance, "toll").said("2021-06-01");
        graph(vec![plain(), after], vec![])
    };
    let question = "who supports the toll assuming \"truce\"";
    check(&later("rejects"), question, "truce: ?s1:superseded");
    check(&later("withdraws"), question, "truce: ?s1:withdrawn");
    check(&later("supports"), question, "truce: +s1");

    let hedged =
        StatementDraft { modality: Some("hedged".into()), recorded: Some("2021-09-01".into()), ..plain() };
    let graph = graph(vec![hedged], vec![met("a truce")]);
    check(&graph, &format!("{question} as of 2021-04-30"), "truce: ?s1:not-yet-said");
    check(&graph, &format!("{question} known at 2021-08-31"), "truce: ?s1:not-yet-known");
    check(&graph, &format!("{question} only asserted"), "truce: ?s1:filtered");
    check(&graph, question, "truce: +s1");
}

#[test]
fn what_is_met_on_record_is_met_without_being_assumed() {
    let graph = graph(
        vec![
            said("s1", "supports", vec![on("if", "truce")]),
            said("s2", "rejects", vec![on("until", "truce")]),
        ],
        vec![met("truce")],
    );
    let question = "who supports the toll assuming \"truce\"";
    check(&graph, &format!("{question} as of 2021-08-01"), "truce: ?s1:already-met ?s2:already-met");
    check(&graph, &format!("{question} as of 2021-07-31"), "truce: +s1 -s2");
}

#[test]
fn every_reason_has_a_test() {
    let source = include_str!("assumptions.rs");
    for reason in LeftOpen::ALL {
        assert!(source.contains(&format!("?s1:{reason}")), "{reason}");
    }
}

#[test]
fn each_assumption_has_its_own_report_in_the_order_of_the_question() {
    let statements = vec![
        said("s1", "supports", vec![on("if", "truce")]),
        said("s2", "supports", vec![on("if", "truce"), on("if", "an election")]),
        said("s3", "supports", vec![on("if", "truce"), on("unless", "an election")]),
    ];
    let graph = graph(statements, vec![]);
    let who = "who supports the toll";
    check(
        &graph,
        &format!("{who} assuming \"an election\" assuming \"truce\""),
        "an election: +s2 -s3\ntruce: +s1 +s2 ?s3:ended-otherwise",
    );
    check(&graph, &format!("{who} assuming \"truce\""), "truce: +s1 +s3 ?s2:pending");
    check(&graph, who, "");
}

#[test]
fn one_condition_in_several_spellings_is_one_assumption() {
    let statements = vec![
        said("s1", "supports", vec![on("if", "The Truce")]),
        said("s2", "rejects", vec![on("until", "truce")]),
        said("s3", "supports", vec![on("if", "a truce in the Straits")]),
    ];
    let graph = graph(statements, vec![]);
    let asked = "who supports the toll assuming \"TRUCE\" assuming \"truce!\" assuming \"The Truce\"";
    check(&graph, asked, "TRUCE: +s1 -s2");
}

#[test]
fn only_what_concerns_the_question_is_told() {
    let on_kind = |id: &str, holder: &str| StatementDraft {
        conditions: vec![on("if", "truce")],
        ..StatementDraft::new(id, holder, "rejects", "grain-toll").said("2021-05-01")
    };
    let of_league = StatementDraft {
        conditions: vec![on("if", "truce")],
        ..StatementDraft::new("s3", "league", "supports", "toll").said("2021-05-01")
    };
    let graph = graph(vec![on_kind("s1", "averia"), on_kind("s2", "bortan"), of_league], vec![]);
    let assuming = "assuming \"truce\"";
    check(&graph, &format!("who opposes the toll {assuming}"), "truce: +s1 +s2 +s3");
    check(&graph, &format!("does Bortan oppose the toll {assuming}"), "truce: +s2");
    check(&graph, &format!("does Averia oppose the toll {assuming}"), "truce: +s1");
    // A bloc's position reaches its members on request only.
    check(&graph, &format!("does Averia oppose the toll including inferred {assuming}"), "truce: +s1 +s3");
    check(&graph, &format!("does Bortan oppose the toll including inferred {assuming}"), "truce: +s2");
    check(&graph, &format!("stances of Bortan {assuming}"), "truce: +s2");
    check(&graph, &format!("is Averia a member of League {assuming}"), "");
    check(&graph, &format!("who opposes the toll by last word {assuming}"), "");
}

#[test]
fn an_assumption_that_nothing_hangs_on_is_told_with_what_is_awaited() {
    let statements = vec![
        said("s1", "supports", vec![on("if", "an election"), on("if", "the rains come")]),
        said("s2", "supports", vec![on("once", "a truce in the Straits")]),
        said("s3", "supports", vec![on("if", "a drought")]),
        said(
            "s4",
            "supports",
            vec![
                on("until", "the harvest"),
                ConditionDraft { scope: "content".into(), ..on("before", "winter") },
            ],
        ),
        StatementDraft {
            modality: Some("hinted".into()),
            ..said("s5", "supports", vec![on("if", "a flood")])
        },
    ];
    let notes = |graph: StanceGraph| {
        let answer = graph.ask("who supports the toll assuming \"truce\"").unwrap();
        assert_eq!(report(&answer), "truce:");
        answer.notes().join("\n")
    };
    // What shares a word comes first; what is met, or of the content, or of a hint, is not awaited.
    assert_eq!(
        notes(graph(statements, vec![met("a drought")])),
        "no stance here hangs on “truce”; what is awaited here: “a truce in the Straits”, “an election”, \
         “the rains come” and 1 more"
    );
    let two = vec![said("s1", "supports", vec![on("if", "an election")])];
    assert_eq!(
        notes(graph(two, vec![])),
        "no stance here hangs on “truce”; what is awaited here: “an election”"
    );
    let flat = vec![said("s1", "supports", vec![])];
    assert_eq!(
        notes(graph(flat, vec![])),
        "no stance here hangs on “truce”; nothing here waits for a condition"
    );
}

#[test]
fn programs_read_the_report_by_keys() {
    let statements = vec![
        said("s1", "supports", vec![on("if", "truce")]),
        said("s2", "supports", vec![on("until", "truce")]),
        said("s3", "supports", vec![on("if", "truce"), on("if", "an election")]),
    ];
    let graph = graph(statements, vec![]);
    let json = render::json_value(&graph.ask("who supports the toll assuming \"truce\"").unwrap());
    let expected = serde_json::json!([{
        "assumed": "truce",
        "activates": ["s1"],
        "ends": ["s2"],
        "open": [{"statement": "s3", "reason": "pending"}],
    }]);
    assert_eq!(json["assumptions"], expected);
    let plain = render::json_value(&graph.ask("who supports the toll").unwrap());
    assert_eq!(plain.get("assumptions"), None, "nothing was assumed");
}

#[test]
fn every_page_tells_what_is_activated_ended_and_left_open() {
    let statements = vec![
        said("s1", "supports", vec![on("if", "truce")]),
        said("s2", "supports", vec![on("until", "truce")]),
        said("s3", "supports", vec![on("if", "truce"), on("if", "an election")]),
    ];
    let answer = graph(statements, vec![]).ask("who supports the toll assuming \"truce\"").unwrap();
    let told = "\
Assuming “truce” activates: Averia supports toll, only if truce, 2021-05-01 [s1].
Assuming “truce” ends: Averia supports toll, until truce, 2021-05-01 [s2].
Assuming “truce” leaves open: Averia supports toll, only if truce, only if an election, 2021-05-01 [s3]; another \
condition has not come about.
";
    for page in [render::text(&answer), render::table(&answer)] {
        assert!(page.contains(told), "\n{page}");
    }
    let page = render::markdown(&answer);
    assert!(page.contains(&told.replace('[', "\\[").replace(']', "\\]").replace(".\n", ".\n\n")), "\n{page}");
}

#[test]
fn an_answer_that_an_assumption_empties_still_says_that_nothing_is_on_record() {
    let graph = graph(vec![said("s1", "supports", vec![on("until", "truce")])], vec![]);
    let page = render::text(&graph.ask("who supports the toll assuming \"truce\"").unwrap());
    assert!(page.contains("Nothing on record, which is not a no."), "\n{page}");
    assert!(page.contains("Assuming “truce” ends: Averia supports toll"), "\n{page}");
}

#[test]
fn a_long_report_is_cut_short_and_counted() {
    let of = |count: usize| {
        let statements = (1..=count).map(|n| said(&format!("s{n}"), "supports", vec![on("if", "truce")]));
        let answer =
            graph(statements.collect(), vec![]).ask("who supports the toll assuming \"truce\"").unwrap();
        let page = render::text(&answer);
        let lines: Vec<String> =
            page.lines().filter(|line| line.starts_with("Assuming")).map(str::to_owned).collect();
        assert_eq!(answer.assumptions()[0].activates.len(), count, "data is never cut");
        (lines.len(), lines.last().unwrap().clone())
    };
    assert_eq!(of(5).0, 5);
    assert_eq!(of(6), (6, "Assuming “truce” activates 1 more statement.".to_owned()));
    assert_eq!(of(9), (6, "Assuming “truce” activates 4 more statements.".to_owned()));
}

#[test]
fn what_the_accession_of_sweden_hung_on() {
    let graph = datasets::nato_accession().unwrap();
    let sweden = "Sweden's accession";
    check(
        graph,
        &format!("does Türkiye support {sweden} assuming \"F-16 sale\" as of 2023-12-31"),
        "sale of F-16 fighter jets to Türkiye: +erdogan-accepts-sweden-2023-12-07",
    );
    check(
        graph,
        &format!("does Türkiye support {sweden} assuming \"F-16 sale\" as of 2023-12-06"),
        "sale of F-16 fighter jets to Türkiye: ?erdogan-accepts-sweden-2023-12-07:not-yet-said",
    );
    // He rejects it until the burnings end, and eight days before without a condition.
    check(
        graph,
        &format!("which nations oppose {sweden} assuming \"end to Quran burnings\" as of 2023-02-15"),
        "an end to Quran burnings in Sweden: -erdogan-rejects-sweden-2023-02-01",
    );
    // By the end of 2023 Türkiye is for it, and what it rejected until then is overtaken.
    check(
        graph,
        &format!("which nations oppose {sweden} assuming \"end to Quran burnings\" as of 2023-12-31"),
        "an end to Quran burnings in Sweden: ?erdogan-rejects-sweden-2023-02-01:superseded",
    );
    // The two applied on 18 May 2022.
    let applied = "assuming \"Finland and Sweden apply for membership\"";
    check(
        graph,
        &format!("does Stoltenberg support {sweden} {applied} as of 2022-05-17"),
        "Finland and Sweden apply for membership: +stoltenberg-supports-2022-04-28-sweden",
    );
    check(
        graph,
        &format!("does Stoltenberg support {sweden} {applied} as of 2022-05-18"),
        "Finland and Sweden apply for membership: ?stoltenberg-supports-2022-04-28-sweden:already-met",
    );
}
