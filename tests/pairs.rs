//! All pairs of holders, counted at once, against a plain loop over their statements; on random graphs, thin and dense.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use stancegraph::analysis::pairs::Sides;
use stancegraph::model::NodeId;
use stancegraph::model::draft::{Draft, NodeDraft, StatementDraft};
use stancegraph::position::{Lens, Selection};
use stancegraph::{GraphBuilder, Polarity, StanceGraph};

/// A statement: who, on what, which stance, on which day.
type Said = (usize, usize, usize, u32);

const STANCES: [&str; 4] = ["supports", "rejects", "abstains", "withdraws"];

fn graph(holders: usize, targets: usize, statements: &[Said]) -> StanceGraph {
    let organizations =
        (0..holders).map(|at| NodeDraft::organization(format!("h{at}"), format!("holder {at}")));
    let proposals = (0..targets).map(|at| NodeDraft::proposal(format!("t{at}"), format!("target {at}")));
    let mut draft = Draft { nodes: organizations.chain(proposals).collect(), ..Draft::default() };
    for (id, (holder, target, stance, day)) in statements.iter().enumerate() {
        let statement = StatementDraft::new(
            format!("s{id}"),
            format!("h{}", holder % holders),
            STANCES[*stance],
            format!("t{}", target % targets),
        );
        draft.statements.push(statement.said(format!("2020-01-{:02}", 1 + day % 28)));
    }
    GraphBuilder::new().add(draft).build().unwrap()
}

/// The side of each holder's last statement on each target; of one day the one entered later.
fn sides(graph: &StanceGraph) -> BTreeMap<(NodeId, NodeId), Option<Polarity>> {
    let mut statements: Vec<_> = graph.statements().collect();
    statements.sort_by_key(|(id, statement)| (statement.said, *id));
    statements.into_iter().map(|(_, one)| ((one.holder, one.target), one.stance.polarity())).collect()
}

fn naive(graph: &StanceGraph, left: NodeId, right: NodeId) -> (u32, u32) {
    let sides = sides(graph);
    let (mut agree, mut disagree) = (0, 0);
    for (target, _) in graph.nodes() {
        let side =
            |holder| sides.get(&(holder, target)).copied().flatten().filter(|one| *one != Polarity::Neutral);
        if let (Some(left), Some(right)) = (side(left), side(right)) {
            *if left == right { &mut agree } else { &mut disagree } += 1;
        }
    }
    (agree, disagree)
}

fn check(graph: &StanceGraph) -> Result<(), TestCaseError> {
    let holders: Vec<NodeId> =
        graph.nodes().filter(|(_, node)| node.kind().is_holder()).map(|(id, _)| id).collect();
    let mut counted = BTreeMap::new();
    let sides = Sides::of(&Selection::new(graph, Lens::default()), &holders);
    sides.each_pair(|left, right, shared| {
        counted.insert((left, right), (shared.agree, shared.disagree));
    });
    for left in 0..holders.len() {
        for right in left + 1..holders.len() {
            let found = counted.remove(&(left, right)).unwrap_or_default();
            prop_assert_eq!(found, naive(graph, holders[left], holders[right]), "{} {}", left, right);
        }
    }
    prop_assert!(counted.is_empty());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn thin_graphs(said in prop::collection::vec((0..12usize, 0..40usize, 0..4usize, 0..28u32), 0..60)) {
        check(&graph(12, 40, &said))?;
    }

    #[test]
    fn dense_graphs(said in prop::collection::vec((0..7usize, 0..20usize, 0..4usize, 0..28u32), 200..400)) {
        check(&graph(7, 20, &said))?;
    }
}

/// More targets that all share than the planes of bits that are added up at once hold.
#[test]
fn many_targets_that_all_share_do_not_overflow() {
    let said: Vec<Said> =
        (0..3 * 600).map(|at| (at / 600, at % 600, usize::from(at / 600 == 2), 0)).collect();
    let graph = graph(3, 600, &said);
    let holders: Vec<NodeId> = (0..3).map(|at| graph.find(&format!("h{at}")).unwrap()).collect();
    let mut seen = Vec::new();
    Sides::of(&Selection::new(&graph, Lens::default()), &holders)
        .each_pair(|left, right, shared| seen.push((left, right, shared.agree, shared.disagree)));
    assert_eq!(seen, [(0, 1, 600, 0), (0, 2, 0, 600), (1, 2, 0, 600)]);
}
