//! A batch is taken whole or not at all, and every fault of it is told with its place.

use stancegraph::format::{Format, read};
use stancegraph::model::draft::{Draft, NodeDraft, RetractionDraft, SourceDraft, StatementDraft, TieDraft};
use stancegraph::model::{Place, Placed};
use stancegraph::{FaultKind, GraphBuilder, Stance, StanceGraph, model::draft::PlainStatement};

fn graph() -> StanceGraph {
    let mut draft = Draft::default();
    draft.nodes.push(NodeDraft::nation("KEN", "Kenya"));
    draft.nodes.push(NodeDraft::proposal("levy", "carbon levy"));
    draft.nodes.push(NodeDraft::proposal("tax", "carbon tax").kind_of("levy"));
    draft.sources.push(SourceDraft::new("gazette", "Official gazette"));
    let recorded = StatementDraft {
        recorded: Some("2024-03-02".into()),
        ..StatementDraft::new("s1", "KEN", "rejects", "levy")
    };
    draft.statements.push(recorded);
    assert!(draft.plain.push(&PlainStatement::new("s2", "KEN", Stance::Rejects, "tax")));
    GraphBuilder::new().add(draft).build().unwrap()
}

/// The faults of a batch, which leaves the graph as it was: their kinds and messages.
#[track_caller]
fn faults(batch: &Draft) -> Vec<(FaultKind, String)> {
    let graph = graph();
    let error = graph.extend(batch).unwrap_err();
    assert_eq!((graph.statement_count(), graph.node_count(), graph.tie_count()), (2, 3, 1));
    assert!(graph.ask("why does Kenya oppose the carbon levy").is_ok());
    error.faults().iter().map(|fault| (fault.kind(), fault.message().to_owned())).collect()
}

#[track_caller]
fn check(batch: &Draft, kind: FaultKind, message: &str) {
    assert_eq!(faults(batch), [(kind, message.to_owned())]);
}

fn statements(statements: Vec<StatementDraft>) -> Draft {
    Draft { statements, ..Draft::default() }
}

#[test]
fn a_key_of_the_graph_is_taken_whatever_brings_it() {
    let message = |key: &str| format!("the key `{key}` is taken already; choose another");
    let again = |id: &str| statements(vec![StatementDraft::new(id, "KEN", "supports", "tax")]);
    check(&again("s1"), FaultKind::DuplicateKey, &message("s1"));
    check(&again("s2"), FaultKind::DuplicateKey, &message("s2"));
    let mut packed = Draft::default();
    assert!(packed.plain.push(&PlainStatement::new("s1", "KEN", Stance::Supports, "tax")));
    check(&packed, FaultKind::DuplicateKey, &message("s1"));
    let node = Draft { nodes: vec![NodeDraft::nation("KEN", "Kenia")], ..Draft::default() };
    check(&node, FaultKind::DuplicateKey, &message("KEN"));
    let source = Draft { sources: vec![SourceDraft::new("gazette", "Another")], ..Draft::default() };
    check(&source, FaultKind::DuplicateKey, &message("gazette"));
}

#[test]
fn a_key_is_taken_in_every_segment_of_a_graph_that_grew() {
    let mut graph = graph();
    let one =
        |number: usize| statements(vec![StatementDraft::new(format!("t{number}"), "KEN", "supports", "tax")]);
    for number in 0..70 {
        graph = graph.extend(&one(number)).unwrap();
    }
    for number in 0..70 {
        assert_eq!(graph.extend(&one(number)).unwrap_err().faults()[0].kind(), FaultKind::DuplicateKey);
        assert!(graph.retract(&format!("t{number}"), "2025").is_ok());
    }
    assert!(graph.extend(&one(70)).is_ok());
}

#[test]
fn a_reference_to_nothing_is_told_with_what_is_near_in_the_graph() {
    let batch = statements(vec![StatementDraft::new("s3", "KEN", "supports", "levi")]);
    check(&batch, FaultKind::DanglingReference, "no node has the key `levi`; did you mean `levy`?");
}

#[test]
fn one_fault_refuses_the_whole_batch_and_all_are_told_in_order_of_place() {
    let at =
        |line: u32, text: &str| Placed::new(text.to_owned(), Place { line: Some(line), ..Place::default() });
    let mut batch = statements(vec![
        StatementDraft::new("good", "KEN", "supports", "levy"),
        StatementDraft::new("bad-stance", "KEN", at(9, "endorses"), "levy"),
        StatementDraft::new(at(4, "s1"), "KEN", "supports", "levy"),
    ]);
    batch.retractions.push(RetractionDraft::new(at(6, "nobody"), "2024-05-01"));
    let lines: Vec<_> =
        graph().extend(&batch).unwrap_err().faults().iter().map(|fault| fault.place().line).collect();
    assert_eq!(lines, [Some(4), Some(6), Some(9)]);
}

#[test]
fn a_tie_may_not_close_a_circle_with_ties_of_the_graph() {
    let batch = Draft { ties: vec![TieDraft::new("broader", "levy", "tax")], ..Draft::default() };
    let message = "`levy`, `tax` are kinds of each other in a circle; take one `broader` out";
    check(&batch, FaultKind::Cycle, message);
}

#[test]
fn a_retraction_must_be_of_something_that_stands() {
    let retract =
        |id: &str, day: &str| Draft { retractions: vec![RetractionDraft::new(id, day)], ..Draft::default() };
    let message = "no statement has the key `s3`; name the one to take back";
    check(&retract("s3", "2024-05-01"), FaultKind::DanglingReference, message);
    let message = "`s1` cannot be taken back before it was recorded, on 2024-03-02; write a later day";
    check(&retract("s1", "2024-03-01"), FaultKind::InvertedInterval, message);
    assert_eq!(faults(&retract("s1", "May"))[0].0, FaultKind::IllFormedDate);
    assert_eq!(faults(&retract("s1", ""))[0].0, FaultKind::MissingField);
    let mut twice = retract("s1", "2024-05-01");
    twice.retractions.push(RetractionDraft::new("s1", "2024-05-02"));
    let message = "`s1` is taken back already; leave this one out";
    check(&twice, FaultKind::DuplicateKey, message);
    let gone = graph().retract("s1", "2024-05-01").unwrap();
    assert_eq!(gone.retract("s1", "2024-05-02").unwrap_err().faults()[0].message(), message);
}

#[test]
fn a_statement_with_a_fault_of_its_own_is_not_told_to_be_missing() {
    let mut batch = statements(vec![StatementDraft::new("s3", "KEN", "endorses", "levy")]);
    batch.retractions.push(RetractionDraft::new("s3", "2024-05-01"));
    let kinds: Vec<_> = faults(&batch).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [FaultKind::UnknownCode]);
}

#[test]
fn a_builder_onto_a_graph_takes_several_drafts_and_the_faults_of_readers() {
    let sound = "[[statement]]\nid = \"s3\"\nholder = \"KEN\"\nstance = \"supports\"\ntarget = \"levy\"\n";
    let reading = read(sound, Format::Toml, "news.toml");
    let news = reading.draft;
    let grown = GraphBuilder::onto(&graph()).add(news.clone()).add(Draft::default()).build().unwrap();
    assert_eq!(grown.statement_count(), 3);
    let unsound = read("[[statement]]\nid = \"s4\"\nholdr = \"KEN\"\n", Format::Toml, "more.toml");
    assert!(!unsound.faults.is_empty());
    let refused =
        GraphBuilder::onto(&graph()).add(news).add(unsound.draft).add_faults(unsound.faults).build();
    assert!(refused.unwrap_err().faults().iter().all(|fault| fault.to_string().starts_with("more.toml")));
}

#[test]
fn a_batch_may_bring_words_names_and_a_dataset() {
    let mut batch = Draft::default();
    batch.nodes.push(NodeDraft::proposal("toll", "road toll").alias("toll"));
    batch.words.push(stancegraph::model::draft::WordDraft::new("stance:rejects").state("up in arms over"));
    batch.statements.push(StatementDraft::new("s3", "KEN", "rejects", "toll"));
    let (before, after) = (graph(), graph().extend(&batch).unwrap());
    assert_eq!(after.ask("who is up in arms over the toll").unwrap().findings().len(), 1);
    assert!(before.ask("who is up in arms over the levy").is_err());
    // Words stay when a later batch brings none, and so do they when it brings names.
    let more = Draft { nodes: vec![NodeDraft::nation("UGA", "Uganda")], ..Draft::default() };
    let later = after.extend(&more).unwrap();
    assert_eq!(later.ask("who is up in arms over the toll").unwrap().findings().len(), 1);
    assert!(later.find("UGA").is_some() && after.find("UGA").is_none());
}
