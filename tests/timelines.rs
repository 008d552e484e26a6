//! On which days the course of a position begins and turns.

#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::model::draft::{Draft, EventDraft, NodeDraft, StatementDraft};
use stancegraph::{GraphBuilder, Query};

fn said(id: &str, holder: &str, stance: &str) -> StatementDraft {
    StatementDraft::new(id, holder, stance, "relief")
}

/// The days from which Kenya's position on debt relief changes, each with its stance.
fn course(statements: Vec<StatementDraft>, events: Vec<EventDraft>) -> Vec<(String, Vec<String>)> {
    let draft = Draft {
        nodes: vec![
            NodeDraft::nation("KEN", "Kenya"),
            NodeDraft::nation("CHL", "Chile"),
            NodeDraft::proposal("relief", "debt relief"),
        ],
        statements,
        events,
        ..Draft::default()
    };
    let graph = GraphBuilder::new().add(draft).build().unwrap();
    let answer = graph.run(&Query::timeline("Kenya", "debt relief")).unwrap();
    let stances = |found: Vec<stancegraph::Finding<'_>>| {
        found.into_iter().map(|finding| finding.stance().to_string()).collect()
    };
    let stretches = answer.timeline().unwrap().into_iter();
    stretches.map(|(from, found)| (from.to_string(), stances(found))).collect()
}

#[test]
fn a_record_taken_back_dates_nothing() {
    let taken_back = StatementDraft {
        retracted: Some("2014-06-10".into()),
        ..said("s1", "KEN", "supports").said("2010-01-05")
    };
    assert!(course(vec![taken_back, said("s2", "KEN", "supports")], vec![]).is_empty());
}

#[test]
fn what_others_said_and_what_came_about_begins_no_course() {
    let event = EventDraft {
        condition: Some("the creditors agree".into()),
        met: true,
        date: Some("2009-01-05".into()),
        ..EventDraft::default()
    };
    let others = said("s1", "CHL", "rejects").said("2010-01-05");
    let undated = said("s2", "KEN", "supports");
    assert!(course(vec![others.clone(), undated.clone()], vec![event.clone()]).is_empty());
    let dated = said("s3", "KEN", "supports").said("2011-01-05");
    let expected = [("2011-01-05".to_owned(), vec!["supports".to_owned()])];
    assert_eq!(course(vec![others, undated, dated], vec![event]), expected);
}
