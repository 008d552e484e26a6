//! What a position reads whose statements hang on conditions.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::model::draft::{ConditionDraft, Draft, NodeDraft, SourceDraft, StatementDraft};
use stancegraph::position::Certainty;
use stancegraph::{GraphBuilder, Polarity, Query};

fn on_the_toll(id: &str, stance: &str, text: &str) -> StatementDraft {
    let condition = ConditionDraft {
        relation: "if".into(),
        text: Some(text.into()),
        scope: "stance".into(),
        ..ConditionDraft::default()
    };
    StatementDraft { conditions: vec![condition], ..StatementDraft::new(id, "averia", stance, "toll") }
}

/// What waits for different things makes several findings. With the day asked about inside the interval of a statement of
/// another polarity, none of them is certain, however many sides there are.
#[test]
fn beside_what_may_not_have_been_said_no_waiting_side_is_certain() {
    let nodes = vec![NodeDraft::nation("averia", "Averia"), NodeDraft::proposal("toll", "toll")];
    let sources =
        vec![SourceDraft { published: Some("2010-06".into()), ..SourceDraft::new("paper", "The Paper") }];
    let certainly_against =
        StatementDraft { source: Some("paper".into()), ..on_the_toll("s1", "rejects", "tolls are capped") };
    let perhaps_neutral = on_the_toll("s2", "abstains", "tolls are capped");
    let certainly_for =
        StatementDraft { recorded: Some("2010".into()), ..on_the_toll("s3", "supports", "auditors agree") };
    let certainties = |statements: Vec<StatementDraft>| -> Vec<Certainty> {
        let draft = Draft { nodes: nodes.clone(), sources: sources.clone(), statements, ..Draft::default() };
        let graph = GraphBuilder::new().add(draft).build().unwrap();
        let query = Query::who(Polarity::Favor).on("toll").as_of("2010".parse().unwrap());
        graph.run(&query).unwrap().findings().into_iter().map(stancegraph::Finding::certainty).collect()
    };
    let two = vec![perhaps_neutral.clone(), certainly_for.clone()];
    assert_eq!(certainties(two), [Certainty::Possible]);
    let three = vec![certainly_against.clone(), perhaps_neutral, certainly_for.clone()];
    assert_eq!(certainties(three), [Certainty::Possible]);
    assert_eq!(certainties(vec![certainly_against, certainly_for]), [Certainty::Certain]);
}
