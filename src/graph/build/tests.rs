//! Every kind of fault is found, named and placed; a sound draft becomes a graph.

use crate::graph::{FaultKind, GraphBuilder};
use crate::model::draft::{ConditionDraft, Draft, NodeDraft, SourceDraft, StatementDraft, TieDraft};
use crate::model::{NodeKind, TieKind};

fn fixture() -> Draft {
    let mut draft = Draft::default();
    draft.nodes.push(NodeDraft::nation("KEN", "Kenya"));
    draft.nodes.push(NodeDraft::person("a-person", "A Person"));
    draft.nodes.push(NodeDraft::organization("bloc", "the bloc"));
    draft.nodes.push(NodeDraft::proposal("debt-relief", "debt relief"));
    draft.nodes.push(NodeDraft::proposal("partial-relief", "partial relief").kind_of("debt-relief"));
    draft.nodes.push(NodeDraft::new(NodeKind::Topic, "debt", "debt"));
    draft.sources.push(SourceDraft::new("paper", "a paper"));
    draft
        .statements
        .push(StatementDraft::new("s1", "KEN", "supports", "debt-relief").cited("paper", "page 1"));
    draft
}

#[track_caller]
fn check(change: impl FnOnce(&mut Draft), expected: &[(FaultKind, &str)]) {
    let mut draft = fixture();
    change(&mut draft);
    let error = GraphBuilder::new().add(draft).build().expect_err("the draft has a fault");
    let found: Vec<_> = error.faults().iter().map(|fault| (fault.kind(), fault.message())).collect();
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (kind, words) in expected {
        assert!(
            found.iter().any(|(k, message)| k == kind && message.contains(words)),
            "{kind:?} {words}: {found:#?}"
        );
    }
}

fn statement(stance: &str, target: &str) -> StatementDraft {
    StatementDraft::new("s2", "KEN", stance, target)
}

#[test]
fn a_sound_draft_becomes_a_graph() {
    let graph = GraphBuilder::new().add(fixture()).build().unwrap();
    let relief = graph.find("debt-relief").unwrap();
    assert_eq!(graph.statements_on(relief).len(), 1);
    assert_eq!(graph.narrower(relief).len(), 1);
    assert_eq!(graph.ties_to(relief, TieKind::Broader).len(), 1);
}

#[test]
fn an_unknown_key_is_told_the_nearest_one() {
    let change = |draft: &mut Draft| draft.statements.push(statement("supports", "debt-releif"));
    check(change, &[(FaultKind::DanglingReference, "did you mean `debt-relief`?")]);
}

#[test]
fn a_key_is_given_once() {
    let change = |draft: &mut Draft| {
        draft.nodes.push(NodeDraft::nation("KEN", "Kenya"));
        draft.statements.push(StatementDraft::new("s1", "KEN", "rejects", "debt-relief"));
    };
    check(change, &[(FaultKind::DuplicateKey, "`KEN`"), (FaultKind::DuplicateKey, "`s1`")]);
}

#[test]
fn kinds_do_not_run_in_a_circle() {
    let change = |draft: &mut Draft| draft.nodes[3].broader.push("partial-relief".into());
    check(change, &[(FaultKind::Cycle, "`debt-relief`, `partial-relief`")]);
}

#[test]
fn a_stance_must_be_legal_on_its_target() {
    check(|d| d.statements.push(statement("demands", "a-person")), &[(FaultKind::IllegalStance, "a person")]);
    check(
        |d| d.statements.push(statement("threatens", "debt-relief")),
        &[(FaultKind::IllegalStance, "a threat names")],
    );
    check(|d| d.statements.push(statement("supports", "debt")), &[(FaultKind::IllegalStance, "topic")]);
}

#[test]
fn roles_go_to_the_right_kinds() {
    let as_holder =
        |d: &mut Draft| d.statements.push(StatementDraft::new("s2", "debt", "supports", "debt-relief"));
    check(as_holder, &[(FaultKind::IllegalRole, "name an actor or nation")]);
    let for_person =
        |d: &mut Draft| d.statements.push(statement("supports", "debt-relief").on_behalf_of("a-person"));
    check(for_person, &[(FaultKind::IllegalRole, "name a nation or organization")]);
}

#[test]
fn dates_codes_and_numbers_are_checked() {
    let change = |draft: &mut Draft| {
        let mut bad = statement("likes", "debt-relief").said("2022-13-01");
        bad.act = Some("shouted".into());
        bad.confidence = Some(1.5.into());
        draft.statements.push(bad);
    };
    let expected = [
        (FaultKind::UnknownCode, "`likes` is no stance"),
        (FaultKind::UnknownCode, "`shouted` is no act"),
        (FaultKind::IllFormedDate, "2022-13-01"),
        (FaultKind::OffScale, "1.5"),
    ];
    check(change, &expected);
}

#[test]
fn intervals_and_quotes_are_checked() {
    let change = |draft: &mut Draft| {
        let mut bad = statement("supports", "debt-relief").said("2022-03-01").quote("yes");
        bad.until = Some("2022-01-01".into());
        draft.statements.push(bad);
    };
    check(
        change,
        &[(FaultKind::InvertedInterval, "2022-03-01"), (FaultKind::QuoteWithoutSource, "`source`")],
    );
}

#[test]
fn ties_run_between_the_right_kinds() {
    check(
        |d| d.ties.push(TieDraft::new("leads", "KEN", "a-person")),
        &[(FaultKind::IllegalTie, "from a nation or actor")],
    );
    check(
        |d| d.ties.push(TieDraft::new("owns", "KEN", "bloc")),
        &[(FaultKind::UnknownCode, "`owns` is no tie")],
    );
}

#[test]
fn a_condition_has_one_subject() {
    let empty = ConditionDraft { relation: "if".into(), scope: "stance".into(), ..ConditionDraft::default() };
    let change = |draft: &mut Draft| draft.statements[0].conditions.push(empty);
    check(change, &[(FaultKind::MissingField, "what has to come about")]);
}

#[test]
fn misplaced_fields_are_told() {
    let change = |draft: &mut Draft| {
        draft.nodes[1].capital = Some("Nairobi".into());
        draft.statements[0].consequence = Some("harm".into());
    };
    check(
        change,
        &[
            (FaultKind::MisplacedField, "belongs to nations"),
            (FaultKind::MisplacedField, "belongs to threats"),
        ],
    );
}

#[test]
fn a_flood_of_faults_is_counted_and_not_listed() {
    let mut draft = fixture();
    draft.statements.extend(
        (0..1_200).map(|n| StatementDraft::new(format!("x{n}"), "KEN", "supports", format!("nowhere-{n}"))),
    );
    let error = GraphBuilder::new().add(draft).build().unwrap_err();
    assert_eq!(error.faults().len(), 1_001);
    let rest = error.faults().iter().find(|fault| fault.kind() == FaultKind::TooLarge).unwrap();
    assert!(rest.message().starts_with("200 more faults"), "{rest}");
}

#[test]
fn a_long_chain_of_kinds_is_no_circle_and_exhausts_nothing() {
    let mut draft = fixture();
    draft.nodes.push(NodeDraft::proposal("k0", "kind 0"));
    let link =
        |n: usize| NodeDraft::proposal(format!("k{n}"), format!("kind {n}")).kind_of(format!("k{}", n - 1));
    draft.nodes.extend((1..50_000).map(link));
    assert!(GraphBuilder::new().add(draft).build().is_ok());
}
