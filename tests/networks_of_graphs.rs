//! Networks of what a selection sees: what counts, under whose name, and what stands behind an edge.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::analysis::Unit;
use stancegraph::analysis::network::{
    Aggregation, Hints, Isolates, Mode, Moving, Network, Networks, Nodes, Over, Qualifier,
};
use stancegraph::model::draft::{CapacityDraft, Draft, NodeDraft, SourceDraft, StatementDraft, TieDraft};
use stancegraph::position::{Lens, Selection};
use stancegraph::{GraphBuilder, StanceGraph};

/// Ada speaks for Kenya, Bob for Chile; the league is an organization.
fn graph(statements: Vec<StatementDraft>) -> StanceGraph {
    let nodes = vec![
        NodeDraft::nation("KEN", "Kenya"),
        NodeDraft::nation("CHL", "Chile"),
        NodeDraft::person("ada", "Ada"),
        NodeDraft::person("bob", "Bob"),
        NodeDraft::organization("league", "the League"),
        NodeDraft::proposal("relief", "debt relief"),
        NodeDraft::proposal("levy", "carbon levy"),
    ];
    let ties = vec![TieDraft::new("represents", "ada", "KEN"), TieDraft::new("represents", "bob", "CHL")];
    let sources = vec![SourceDraft::new("daily", "The Daily"), SourceDraft::new("weekly", "The Weekly")];
    GraphBuilder::new().add(Draft { nodes, ties, sources, statements, ..Draft::default() }).build().unwrap()
}

fn said(id: &str, holder: &str, stance: &str, target: &str) -> StatementDraft {
    StatementDraft::new(id, holder, stance, target)
}

fn put(mut statement: StatementDraft, modality: &str, act: &str) -> StatementDraft {
    statement.modality = Some(modality.into());
    statement.act = Some(act.into());
    statement
}

/// The edges as text, after the network was told what to be of.
fn edges(graph: &StanceGraph, told: impl Fn(Networks<'_>) -> Networks<'_>) -> Vec<String> {
    shown(&told(Networks::of(&Selection::new(graph, Lens::default()))).network().unwrap())
}

fn shown(network: &Network) -> Vec<String> {
    let edge = |edge: &stancegraph::analysis::network::Edge| {
        let (left, right) = (&network.rows()[edge.row as usize], &network.columns()[edge.column as usize]);
        format!("{} {} {}", left.key, right.key, edge.weight)
    };
    network.edges().iter().map(edge).collect()
}

#[test]
fn hints_deeds_absences_and_withdrawals_are_no_statements() {
    let graph = graph(vec![
        said("s1", "ada", "supports", "relief"),
        put(said("s2", "bob", "supports", "relief"), "hinted", "said"),
        put(said("s3", "CHL", "supports", "relief"), "asserted", "did"),
        said("s4", "KEN", "withdraws", "relief"),
        put(said("s5", "league", "absent", "relief"), "asserted", "voted"),
    ]);
    assert_eq!(edges(&graph, |networks| networks), [""; 0]);
    assert_eq!(edges(&graph, |networks| networks.hints(Hints::Included)), ["ada bob 1"]);
}

#[test]
fn what_leans_neither_way_has_no_side_and_a_degree_of_its_own() {
    let graph = graph(vec![
        said("s1", "ada", "supports", "relief"),
        said("s2", "bob", "abstains", "relief"),
        said("s3", "league", "doubts", "relief"),
    ]);
    let congruence = |qualifier| {
        edges(&graph, move |networks| networks.qualifier(qualifier).aggregation(Aggregation::Congruence))
    };
    assert_eq!(congruence(Qualifier::Side), [""; 0]);
    // 1 - |2 - 0| / 4, 1 - |2 - -1| / 4, 1 - |0 - -1| / 4.
    assert_eq!(congruence(Qualifier::Degree), ["ada bob 0.5", "ada league 0.25", "bob league 0.75"]);
    let conflict = edges(&graph, |networks| networks.aggregation(Aggregation::Conflict));
    assert_eq!(conflict, ["ada league 1"]);
}

#[test]
fn nations_organizations_and_sources_have_the_statements_made_for_them() {
    let mut personal = said("s4", "bob", "rejects", "relief").cited("daily", "p1");
    personal.capacity = CapacityDraft::Personal;
    let graph = graph(vec![
        said("s1", "ada", "supports", "relief").cited("daily", "p1"),
        said("s2", "CHL", "supports", "relief").cited("weekly", "p1"),
        said("s3", "bob", "supports", "relief").on_behalf_of("league").cited("weekly", "p1"),
        personal,
    ]);
    let two = |nodes| {
        edges(&graph, move |networks| {
            networks.mode(Mode::TwoMode).nodes(nodes).aggregation(Aggregation::Subtract)
        })
    };
    assert_eq!(two(Nodes::Nations), ["CHL relief 1", "KEN relief 1"]);
    assert_eq!(two(Nodes::Organizations), ["league relief 1"]);
    assert_eq!(
        two(Nodes::Sources),
        ["weekly relief 2"],
        "one for and one against add up to 0, which is no edge"
    );
    assert_eq!(two(Nodes::Holders), ["ada relief 1", "CHL relief 1"]);
}

#[test]
fn targets_are_joined_by_who_has_statements_on_both() {
    let graph = graph(vec![
        said("s1", "ada", "supports", "relief"),
        said("s2", "ada", "rejects", "levy"),
        said("s3", "bob", "supports", "relief"),
        said("s4", "bob", "supports", "levy"),
    ]);
    let targets =
        |aggregation| edges(&graph, move |networks| networks.mode(Mode::Targets).aggregation(aggregation));
    assert_eq!(targets(Aggregation::Ignore), ["levy relief 2"]);
    assert_eq!(targets(Aggregation::Congruence), ["levy relief 1"]);
}

#[test]
fn over_positions_what_was_said_later_or_twice_counts_once() {
    let graph = graph(vec![
        said("s1", "ada", "supports", "relief").said("2010-01-01"),
        said("s2", "ada", "supports", "relief").said("2010-02-01"),
        said("s3", "bob", "rejects", "relief").said("2010-01-01"),
        said("s4", "bob", "supports", "relief").said("2011-01-01"),
    ]);
    let over = |over| edges(&graph, move |networks| networks.over(over).aggregation(Aggregation::Congruence));
    assert_eq!(over(Over::Statements), ["ada bob 2"]);
    assert_eq!(over(Over::Positions), ["ada bob 1"]);
    let network =
        Networks::of(&Selection::new(&graph, Lens::default())).over(Over::Positions).network().unwrap();
    assert_eq!((network.over(), network.statement_count()), (Over::Positions, 2));
}

#[test]
fn an_edge_gives_back_the_statements_that_make_it() {
    let graph = graph(vec![
        said("s1", "ada", "supports", "relief"),
        said("s2", "ada", "rejects", "relief"),
        said("s3", "bob", "supports", "relief"),
        said("s4", "bob", "rejects", "levy"),
    ]);
    let behind = |aggregation| {
        let selection = Selection::new(&graph, Lens::default());
        let network = Networks::of(&selection).aggregation(aggregation).network().unwrap();
        let edge = network.edge_between("bob", "ada").unwrap();
        let keys = |ids: &[stancegraph::model::StatementId]| -> Vec<String> {
            ids.iter().map(|id| graph.statement(*id).unwrap().key.to_string()).collect()
        };
        let behind = network.behind(edge);
        behind
            .iter()
            .map(|one| {
                format!("{}: {} | {}", one.common.key, keys(&one.left).join(" "), keys(&one.right).join(" "))
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(behind(Aggregation::Ignore), ["relief: s1 s2 | s3"]);
    assert_eq!(behind(Aggregation::Congruence), ["relief: s1 | s3"]);
    assert_eq!(behind(Aggregation::Conflict), ["relief: s2 | s3"]);
}

#[test]
fn filters_take_nodes_and_isolates_keep_them() {
    let graph = graph(vec![
        said("s1", "ada", "supports", "relief"),
        said("s2", "ada", "supports", "levy"),
        said("s3", "bob", "supports", "relief"),
        said("s4", "league", "supports", "relief"),
    ]);
    let persons = edges(&graph, |networks| {
        networks.holders_where(|node| node.kind() == stancegraph::model::NodeKind::Person)
    });
    assert_eq!(persons, ["ada bob 1"]);
    assert_eq!(edges(&graph, |networks| networks.targets_where(|node| node.key.as_str() == "levy")), [""; 0]);
    let selection = Selection::new(&graph, Lens::default());
    let twice = Networks::of(&selection).at_least(2);
    assert_eq!(twice.network().unwrap().rows().len(), 1);
    assert_eq!(twice.clone().isolates(Isolates::Kept).network().unwrap().rows().len(), 3);
}

#[test]
fn a_date_that_may_lie_outside_a_window_is_in_none() {
    let graph = graph(vec![
        said("s1", "ada", "supports", "relief").said("2010-01-01"),
        said("s2", "bob", "supports", "relief").said("2010-01"),
        said("s3", "league", "supports", "relief").said("2010-01-03"),
        said("s4", "KEN", "supports", "relief"),
        said("s5", "CHL", "supports", "relief").said("2010-03-01"),
    ]);
    let selection = Selection::new(&graph, Lens::default());
    let counts = |width, unit| -> Vec<usize> {
        let series = Networks::of(&selection).moving(Moving::new(width, unit)).unwrap();
        series.iter().map(Network::statement_count).collect()
    };
    // The first window from the 1st to the 3rd of January, the last one to the 1st of March.
    let days = counts(3, Unit::Days);
    assert_eq!((days.len(), &days[..4]), (58, &[2, 1, 1, 0][..]));
    assert_eq!(counts(3, Unit::Months), [4]);
    let from = Networks::of(&selection).from("2010-01-02".parse().unwrap()).to("2010-01".parse().unwrap());
    assert_eq!(
        from.network().unwrap().statement_count(),
        1,
        "what nobody knows the day of may lie before it"
    );
}
