//! What of a selection becomes an edge, against a plain loop over the statements.

use stancegraph::graph::view::{StanceEdge, View};
use stancegraph::model::{Capacity, NodeId, NodeKind, StatementRef};
use stancegraph::position::{Lens, Selection, StanceEdges};
use stancegraph::query::{Listing, Period, Toward, Vote};
use stancegraph::{Polarity, Stance, StanceGraph, datasets};

/// Holders and statements of the edges of a view, in its order.
fn edges(view: &View<StanceEdge>) -> Vec<(NodeId, usize)> {
    let graph = view.to_petgraph();
    for edge in graph.edge_indices() {
        let (from, to) = graph.edge_endpoints(edge).unwrap();
        assert_eq!((graph[from], graph[to]), (graph[edge].holder, graph[edge].target));
    }
    graph.edge_weights().map(|edge| (edge.holder, edge.statement.index())).collect()
}

/// Holds the edges that are left to the words that a loop keeps; some are kept and, unless all are meant to be, some not.
#[track_caller]
fn check(
    graph: &StanceGraph,
    narrow: impl for<'s, 'g> Fn(StanceEdges<'s, 'g>) -> StanceEdges<'s, 'g>,
    keeps: impl Fn(StatementRef<'_>) -> bool,
) {
    let selection = Selection::new(graph, Lens::default());
    let view = narrow(selection.stance_edges()).view();
    let words = graph.statements().filter(|(_, one)| one.is_word() && one.retracted.is_none());
    let kept = words.filter(|(_, one)| keeps(*one)).map(|(id, one)| (one.holder, id.index()));
    let kept: Vec<_> = kept.collect();
    assert!(!kept.is_empty());
    assert_eq!(edges(&view), kept);
}

#[test]
fn each_filter_keeps_what_a_loop_keeps() {
    let graph = datasets::nato_accession().unwrap();
    let (turkey, sweden) = (graph.find("TUR").unwrap(), graph.find("SWE").unwrap());
    let class = |one: StatementRef<'_>| graph.node(one.target).unwrap().kind().is_holder();
    check(graph, |edges| edges, |_| true);
    check(
        graph,
        |edges| edges.showing(Polarity::Against),
        |one| one.stance.polarity() == Some(Polarity::Against),
    );
    check(graph, |edges| edges.showing(Stance::Demands), |one| one.stance == Stance::Demands);
    check(graph, |edges| edges.by(turkey), |one| one.holder == turkey);
    check(graph, |edges| edges.by(turkey).by(sweden), |one| [turkey, sweden].contains(&one.holder));
    check(graph, |edges| edges.toward(Toward::Powers), class);
    check(graph, |edges| edges.toward(Toward::Proposals), |one| !class(one));
    check(
        graph,
        |edges| edges.by(turkey).toward(Toward::Proposals).showing(Polarity::Favor),
        |one| one.holder == turkey && !class(one) && one.stance.polarity() == Some(Polarity::Favor),
    );
}

#[test]
fn votes_are_edges_by_their_kind_and_absences_are_none() {
    let graph = datasets::es_11_1().unwrap();
    let selection = Selection::new(graph, Lens::default());
    let count = |vote| selection.stance_edges().showing(vote).view().edge_count();
    // 141 in favor, 5 against, 35 abstaining: A/RES/ES-11/1, recorded vote of 2 March 2022.
    let votes = [Vote::For, Vote::Against, Vote::Abstained, Vote::Absent].map(count);
    assert_eq!(votes, [141, 5, 35, 0]);
}

#[test]
fn a_matter_takes_its_kinds_with_it() {
    let graph = datasets::article().unwrap();
    let troops = graph.find("foreign-troops-in-ukraine").unwrap();
    let kinds: Vec<NodeId> = graph.narrower(troops).into_iter().map(|kind| kind.node).collect();
    assert!(!kinds.is_empty());
    check(graph, |edges| edges.on(troops), |one| one.target == troops || kinds.contains(&one.target));
}

#[test]
fn by_nation_edges_run_from_those_spoken_for() {
    let graph = datasets::nato_accession().unwrap();
    let is_nation = |node: &NodeId| graph.node(*node).unwrap().kind() == NodeKind::Nation;
    let mut expected = Vec::new();
    for (id, one) in graph.statements().filter(|(_, one)| one.is_word()) {
        let nations: Vec<NodeId> = match one.capacity {
            Capacity::For(powers) => powers.clone(),
            Capacity::Unstated if is_nation(&one.holder) => vec![one.holder],
            // No office of this dataset is undated, so that nobody stands for a nation unmarked.
            Capacity::Unstated | Capacity::Personal => Vec::new(),
        };
        expected.extend(nations.into_iter().filter(is_nation).map(|nation| (nation, id.index())));
    }
    let selection = Selection::new(graph, Lens::default());
    assert_eq!(edges(&selection.stance_edges().listing(Listing::Nations).view()), expected);
}

#[test]
fn what_may_lie_outside_the_times_of_a_selection_is_no_edge() {
    let graph = datasets::nato_accession().unwrap();
    let year = Period::In("2023".parse().unwrap()).window();
    let lens = {
        let mut lens = Lens::default();
        lens.period = year;
        lens
    };
    let selection = Selection::new(graph, lens);
    let said = |one: StatementRef<'_>| {
        one.said.is_some_and(|date| {
            [date.earliest(), date.latest()].iter().all(|day| day.to_string().starts_with("2023"))
        })
    };
    let expected: Vec<usize> =
        graph.statements().filter(|(_, one)| one.is_word() && said(*one)).map(|(id, _)| id.index()).collect();
    let found = edges(&selection.stance_edges().view()).into_iter().map(|(_, id)| id);
    assert!(found.eq(expected));
}
