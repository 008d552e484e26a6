//! The invented case: what a real one seldom has all at once.

#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::position::{Certainty, Conflict, Reason};
use stancegraph::{Answer, Polarity, Query, StanceGraph, datasets};

fn graph() -> &'static StanceGraph {
    datasets::invented().unwrap()
}

fn ask(question: &str) -> Answer {
    graph().ask(question).unwrap()
}

#[track_caller]
fn check(table: &[(&str, &str)]) {
    for &(question, expected) in table {
        let answer = ask(question);
        let holders: Vec<String> =
            answer.findings().iter().map(|finding| finding.holder().name().to_owned()).collect();
        let found = answer.verdict().map_or_else(|| holders.join(", "), |verdict| verdict.to_string());
        assert_eq!(found, expected, "{question}");
    }
}

#[test]
fn a_report_taken_back_counts_until_it_was() {
    check(&[
        ("does Bortan support the toll known at 2031-03-10", "yes"),
        ("does Bortan support the toll known at 2031-03-19", "yes"),
        ("does Bortan support the toll known at 2031-03-20", "no"),
        ("does Bortan support the toll", "no"),
    ]);
    let answer = graph().run(&Query::why_not("Bortan", Polarity::Favor).on("Straits toll")).unwrap();
    assert!(answer.reasons().unwrap().iter().any(|(reason, _)| *reason == Reason::Retracted));
}

#[test]
fn a_member_that_left_does_not_share_the_line() {
    check(&[
        ("does Cendria support the joint patrol", "no-record"),
        ("does Cendria support the joint patrol including inferred as of 2031-06-30", "yes"),
        ("does Cendria support the joint patrol including inferred as of 2031-07-01", "no-record"),
        ("does Dulmark support the joint patrol including inferred as of 2031-04-10", "yes"),
        ("does Dulmark support the joint patrol including inferred as of 2031-06-30", "hinted"),
    ]);
}

#[test]
fn two_officials_split_one_voice() {
    check(&[
        ("does Averia support the toll", "conflicting"),
        ("who supports the toll", "Ilva Tarn"),
        ("who opposes the toll", "Orso Venn, Mila Kest, Dulmark"),
        ("does Dulmark oppose the toll", "only-on-narrower"),
    ]);
    let answer = graph().run(&Query::contradictions_of("Averia")).unwrap();
    let clashes = answer.contradictions().unwrap();
    assert!(clashes.iter().any(|clash| clash.kind == Conflict::SplitVoice));
}

#[test]
fn a_withdrawal_leaves_nothing_and_no_other_side() {
    check(&[
        ("does Bortan support the lighthouse treaty as of 2031-05-01", "yes"),
        ("does Bortan support the lighthouse treaty as of 2031-05-20", "no-record"),
        ("who opposes the lighthouse treaty", ""),
        ("who doesn't support the lighthouse treaty", "Bortan"),
    ]);
}

#[test]
fn where_nobody_knows_the_order_both_stand() {
    check(&[("does Cendria support dredging as of 2031-07-01", "conflicting")]);
    let answer = ask("who supports dredging as of 2031-07-01");
    let cendria = answer.findings().into_iter().find(|one| one.holder().name() == "Cendria").unwrap();
    assert_eq!(cendria.certainty(), Certainty::OrderUnknown);
    check(&[
        ("does Averia support dredging as of 2031-08-31", "yes"),
        ("does Averia support dredging as of 2031-09-01", "no-record"),
    ]);
}

#[test]
fn a_condition_not_met_then_met() {
    check(&[
        ("does Averia support the joint patrol as of 2031-05-02", "conditional"),
        ("does Averia support the joint patrol assuming the lighthouse treaty as of 2031-05-02", "yes"),
        ("does Averia support the joint patrol as of 2031-08-01", "yes"),
        ("who threatens Averia", "Mila Kest"),
    ]);
}

#[test]
fn the_latest_instance_speaks_for_the_series() {
    check(&[
        ("does Averia support the free passage resolution as of 2031-01-01", "yes"),
        ("does Averia support the free passage resolution as of 2031-12-31", "no"),
        ("does Bortan oppose the free passage resolution as of 2031-01-01", "yes"),
        ("does Bortan oppose the free passage resolution as of 2031-12-31", "neutral"),
        ("does Dulmark support the free passage resolution as of 2031-12-31", "absent"),
    ]);
}

#[test]
fn who_leads_and_belongs_by_day() {
    let ties = |question: &str| ask(question).ties().len();
    assert_eq!(ties("members of the Calm League as of 2031-06-30"), 3);
    assert_eq!(ties("members of the Calm League as of 2031-07-01"), 2);
    assert_eq!(ties("who leads Bortan as of 2031-05-31"), 1);
    assert_eq!(ties("who leads Bortan as of 2031-06-01"), 0);
}
