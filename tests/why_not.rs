//! Why someone is not found: each reason is told under the name that it belongs to, and once.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::model::draft::{ConditionDraft, Draft, EventDraft, NodeDraft, StatementDraft, TieDraft};
use stancegraph::position::Reason;
use stancegraph::{GraphBuilder, Polarity, Query, StanceGraph};

fn graph(ties: Vec<TieDraft>, statements: Vec<StatementDraft>, events: Vec<EventDraft>) -> StanceGraph {
    let nodes = vec![
        NodeDraft::nation("averia", "Averia"),
        NodeDraft::nation("borduna", "Borduna"),
        NodeDraft::organization("league", "Harbour League"),
        NodeDraft::person("orlov", "Ada Orlov"),
        NodeDraft::proposal("dues", "harbour dues"),
        NodeDraft::proposal("toll", "toll").kind_of("dues"),
        NodeDraft::proposal("grain", "grain toll").kind_of("toll"),
    ];
    let draft = Draft { nodes, ties, statements, events, ..Draft::default() };
    GraphBuilder::new().add(draft).build().unwrap()
}

fn statement(id: &str, holder: &str, stance: &str, target: &str) -> StatementDraft {
    StatementDraft::new(id, holder, stance, target)
}

fn hanging(statement: StatementDraft, relation: &str, words: &str) -> StatementDraft {
    let condition = ConditionDraft {
        relation: relation.into(),
        text: Some(words.into()),
        scope: "stance".into(),
        ..ConditionDraft::default()
    };
    StatementDraft { conditions: vec![condition], ..statement }
}

fn reasons(graph: &StanceGraph, query: &Query) -> Vec<Reason> {
    graph.run(query).unwrap().reasons().unwrap().iter().map(|(reason, _)| *reason).collect()
}

/// Averia's own word is nearer than what its minister says unmarked, but for the minister herself nothing is lost: in her
/// own name she waits.
#[test]
fn what_was_said_unmarked_is_told_under_the_speakers_own_name() {
    let statements = vec![
        statement("s1", "averia", "rejects", "toll"),
        statement("s2", "orlov", "rejects", "toll").on_behalf_of("averia"),
        hanging(statement("s3", "orlov", "supports", "toll"), "if", "tolls are capped"),
    ];
    let graph = graph(vec![TieDraft::new("represents", "orlov", "averia")], statements, vec![]);
    let favor = |holder: &str| Query::why_not(holder, Polarity::Favor).on("toll");
    assert_eq!(reasons(&graph, &favor("Ada Orlov")), [Reason::OnlyConditional]);
    assert_eq!(reasons(&graph, &favor("Averia")), [Reason::LostToNearer]);
}

/// Averia's support came about, which sets aside Averia's rejection; the envoy's vote is weighed against her own words.
#[test]
fn a_speakers_share_is_weighed_alone() {
    let statements = vec![
        hanging(statement("s1", "averia", "supports", "toll"), "if", "tolls are capped"),
        hanging(
            statement("s2", "orlov", "rejects", "toll").on_behalf_of("averia"),
            "unless",
            "auditors agree",
        ),
    ];
    let came_about = EventDraft {
        condition: Some("tolls are capped".into()),
        met: true,
        date: Some("2010-06-10".into()),
        ..EventDraft::default()
    };
    let graph = graph(vec![], statements, vec![came_about]);
    let against = |holder: &str| Query::why_not(holder, Polarity::Against).on("toll");
    assert_eq!(reasons(&graph, &against("Ada Orlov")), [Reason::OnlyConditional]);
    assert_eq!(reasons(&graph, &against("Averia")), [Reason::Superseded]);
}

/// What stands two levels up is on something broader as well, whether or not inference is asked for: favor is not handed
/// down.
#[test]
fn only_broader_looks_at_every_level_above() {
    let graph = graph(vec![], vec![statement("s1", "averia", "supports", "dues")], vec![]);
    let query = || Query::why_not("Averia", Polarity::Favor).on("grain toll");
    assert_eq!(reasons(&graph, &query()), [Reason::OnlyBroader]);
    assert_eq!(reasons(&graph, &query().including_inferred()), [Reason::OnlyBroader]);
}

/// On request a bloc hands down what it holds, and what it only would hold is why a member is not found; from something
/// broader only what is against is handed down, so that favor waits for nothing there.
#[test]
fn what_waits_in_a_bloc_is_why_its_member_is_not_found() {
    let of_league = |target: &str| {
        vec![
            statement("s1", "league", "rejects", target),
            hanging(statement("s2", "league", "supports", target), "if", "tolls are capped"),
        ]
    };
    let member = || vec![TieDraft::new("member-of", "averia", "league")];
    let query = || Query::why_not("Averia", Polarity::Favor).on("toll").including_inferred();
    let on_toll = graph(member(), of_league("toll"), vec![]);
    assert_eq!(reasons(&on_toll, &query()), [Reason::OnlyConditional]);
    let on_dues = graph(member(), of_league("dues"), vec![]);
    assert_eq!(reasons(&on_dues, &query()), []);
    assert!(
        reasons(&on_dues, &Query::why_not("Averia", Polarity::Against).on("toll").including_inferred())
            .is_empty()
    );
}

/// Whom someone speaks for is listed by key, not by who was spoken for first: a record that was taken back leaves no
/// trace in the order.
#[test]
fn powers_are_listed_by_key() {
    let first = StatementDraft {
        retracted: Some("2014-06-10".into()),
        ..statement("s1", "orlov", "supports", "toll").on_behalf_of("league")
    };
    let both = statement("s2", "orlov", "supports", "toll").on_behalf_of("league").on_behalf_of("averia");
    let answer =
        graph(vec![], vec![first, both], vec![]).run(&Query::position("Ada Orlov").on("toll")).unwrap();
    let findings = answer.findings();
    let powers: Vec<&str> =
        findings.iter().flat_map(|one| one.on_behalf_of()).map(stancegraph::model::Node::name).collect();
    assert_eq!(powers, ["Averia", "Harbour League"]);
}

/// Of two broader proposals the path leads to the one that the very word was said of.
#[test]
fn an_exact_word_has_the_path_to_what_it_was_said_of() {
    let nodes = vec![
        NodeDraft::nation("averia", "Averia"),
        NodeDraft::proposal("dues", "harbour dues"),
        NodeDraft::proposal("levies", "levies"),
        NodeDraft::proposal("toll", "toll").kind_of("dues").kind_of("levies"),
    ];
    let statements =
        vec![statement("s1", "averia", "doubts", "levies"), statement("s2", "averia", "rejects", "dues")];
    let graph = GraphBuilder::new().add(Draft { nodes, statements, ..Draft::default() }).build().unwrap();
    let query = Query::who(stancegraph::Stance::Doubts).on("toll").including_inferred();
    let json = stancegraph::render::json_value(&graph.run(&query).unwrap());
    let finding = &json["findings"][0];
    assert_eq!(finding["target"]["key"], "levies");
    assert!(finding["path"].to_string().contains("levies"), "{}", finding["path"]);
    assert!(!finding["path"].to_string().contains("dues"), "{}", finding["path"]);
}
