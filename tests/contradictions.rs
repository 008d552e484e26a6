//! Contradictions between those who speak for one nation, at once or one after the other.

#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::model::draft::{Draft, NodeDraft, StatementDraft, TieDraft};
use stancegraph::position::Conflict;
use stancegraph::{GraphBuilder, Query};

fn office(holder: &str, since: &str, until: Option<&str>) -> TieDraft {
    let until = until.map(Into::into);
    TieDraft { since: Some(since.into()), until, ..TieDraft::new("represents", holder, "KEN") }
}

/// Ada supports debt relief in 2012, Bo rejects it in 2018; each unmarked.
fn kinds(offices: Vec<TieDraft>) -> Vec<Conflict> {
    let draft = Draft {
        nodes: vec![
            NodeDraft::nation("KEN", "Kenya"),
            NodeDraft::person("ada", "Ada"),
            NodeDraft::person("bo", "Bo"),
            NodeDraft::proposal("relief", "debt relief"),
        ],
        ties: offices,
        statements: vec![
            StatementDraft::new("s1", "ada", "supports", "relief").said("2012-05-01"),
            StatementDraft::new("s2", "bo", "rejects", "relief").said("2018-05-01"),
        ],
        ..Draft::default()
    };
    let graph = GraphBuilder::new().add(draft).build().unwrap();
    let answer = graph.run(&Query::contradictions()).unwrap();
    answer.contradictions().unwrap().into_iter().map(|clash| clash.kind).collect()
}

#[test]
fn a_successor_turns_the_nation_round() {
    let one_after_the_other = vec![office("ada", "2010", Some("2015")), office("bo", "2015", None)];
    assert_eq!(kinds(one_after_the_other), [Conflict::Reversal]);
}

#[test]
fn two_in_office_split_its_voice_in_whichever_terms() {
    assert_eq!(kinds(vec![office("ada", "2010", None), office("bo", "2010", None)]), [Conflict::SplitVoice]);
    // Ada was out of office for a year, and in it on both days.
    let two_terms =
        vec![office("ada", "2010", Some("2015")), office("ada", "2016", None), office("bo", "2010", None)];
    assert_eq!(kinds(two_terms), [Conflict::SplitVoice]);
}

#[test]
fn what_was_said_out_of_office_is_nobodys_but_the_speakers() {
    assert!(kinds(vec![office("ada", "2013", None), office("bo", "2010", None)]).is_empty());
}
