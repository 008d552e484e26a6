//! What hangs together: components, circles, orders, bridges, dominators.

use std::collections::BTreeSet;

use petgraph::algo::articulation_points::articulation_points;
use petgraph::algo::dominators::simple_fast;
use petgraph::algo::tred::{dag_to_toposorted_adjacency_list, dag_transitive_reduction_closure};
use petgraph::algo::{
    TarjanScc, bridges, condensation, connected_components, greedy_feedback_arc_set, has_path_connecting,
    is_bipartite_undirected, is_cyclic_directed, is_cyclic_undirected, kosaraju_scc, tarjan_scc, toposort,
};
use petgraph::graph::{DefaultIx, NodeIndex};
use petgraph::visit::{EdgeRef, IntoNodeIdentifiers};

use crate::graphs::{cases, ordered, simple, sorted};

#[test]
fn components_are_the_same() {
    for case in cases() {
        let (view, copy) = (&case.view, &case.copy);
        let expected = sorted(kosaraju_scc(copy));
        assert_eq!(sorted(kosaraju_scc(view)), expected, "{}", case.name);
        assert_eq!(sorted(tarjan_scc(view)), expected, "{}", case.name);
        #[expect(deprecated, reason = "it is still there")]
        let by_old_name = petgraph::algo::scc(view);
        assert_eq!(sorted(by_old_name), expected, "{}", case.name);
        let mut components = Vec::new();
        TarjanScc::new().run(view, |component| components.push(component.to_vec()));
        assert_eq!(sorted(components), expected, "{}", case.name);
        assert_eq!(connected_components(view), connected_components(copy), "{}", case.name);
        let condensed = condensation(view.to_petgraph(), true);
        assert_eq!(condensed.node_count(), expected.len(), "{}", case.name);
    }
}

#[test]
fn circles_and_ways_are_the_same() {
    for case in cases() {
        let (view, copy) = (&case.view, &case.copy);
        assert_eq!(is_cyclic_directed(view), is_cyclic_directed(copy), "{}", case.name);
        assert_eq!(is_cyclic_undirected(view), is_cyclic_undirected(copy), "{}", case.name);
        for from in view.node_identifiers() {
            for to in view.node_identifiers() {
                let expected = has_path_connecting(copy, from, to, None);
                assert_eq!(has_path_connecting(view, from, to, None), expected, "{}", case.name);
            }
        }
        let arcs: Vec<_> = greedy_feedback_arc_set(view).map(|edge| edge.id()).collect();
        let expected: Vec<_> = greedy_feedback_arc_set(copy).map(|edge| edge.id()).collect();
        assert_eq!(arcs, expected, "{}", case.name);
    }
}

#[test]
fn an_order_is_found_where_there_is_one() {
    for case in cases().into_iter().chain(ordered()) {
        let found = toposort(&case.view, None);
        assert_eq!(found.is_ok(), toposort(&case.copy, None).is_ok(), "{}", case.name);
        assert_eq!(found.is_ok(), !is_cyclic_directed(&case.view), "{}", case.name);
        let Ok(order) = found else { continue };
        let place = |node: NodeIndex| order.iter().position(|other| *other == node).unwrap();
        let edges = case.copy.edge_indices().map(|edge| case.copy.edge_endpoints(edge).unwrap());
        assert!(edges.into_iter().all(|(from, to)| place(from) < place(to)), "{}", case.name);
    }
}

#[test]
fn the_reduction_of_an_order_is_the_same() {
    for case in ordered() {
        let order = toposort(&case.copy, None).unwrap();
        let of_view = dag_to_toposorted_adjacency_list::<_, DefaultIx>(&case.view, &order);
        let of_copy = dag_to_toposorted_adjacency_list::<_, DefaultIx>(&case.copy, &order);
        assert_eq!(of_view.1, of_copy.1, "{}", case.name);
        let edges = |list: &petgraph::adj::UnweightedList<DefaultIx>| -> BTreeSet<_> {
            use petgraph::visit::IntoEdgeReferences;
            list.edge_references().map(|edge| (edge.source(), edge.target())).collect()
        };
        let (reduced, closed) = dag_transitive_reduction_closure(&of_view.0);
        let expected = dag_transitive_reduction_closure(&of_copy.0);
        assert_eq!(
            (edges(&reduced), edges(&closed)),
            (edges(&expected.0), edges(&expected.1)),
            "{}",
            case.name
        );
    }
}

#[test]
fn dominators_are_the_same() {
    for case in cases() {
        for root in case.view.node_identifiers() {
            let (found, expected) = (simple_fast(&case.view, root), simple_fast(&case.copy, root));
            for node in case.view.node_identifiers() {
                assert_eq!(
                    found.immediate_dominator(node),
                    expected.immediate_dominator(node),
                    "{}",
                    case.name
                );
            }
        }
    }
}

#[test]
fn bridges_and_joints_are_those_whose_loss_divides_a_component() {
    for case in simple() {
        let found: BTreeSet<_> = bridges(&case.view).map(|edge| edge.id()).collect();
        assert_eq!(found, bridges(&case.copy).map(|edge| edge.id()).collect(), "{}", case.name);
        for edge in case.copy.edge_indices() {
            let mut without = case.copy.clone();
            without.remove_edge(edge);
            let divides = connected_components(&without) > connected_components(&case.copy);
            assert_eq!(found.contains(&edge), divides, "{}", case.name);
        }
        let joints = articulation_points(&case.view);
        for node in case.copy.node_indices() {
            // Its edges go with it; it stays, alone.
            let mut without = case.copy.clone();
            without.retain_edges(|graph, edge| {
                let (a, b) = graph.edge_endpoints(edge).unwrap();
                a != node && b != node
            });
            let divides = connected_components(&without) > connected_components(&case.copy) + 1;
            assert_eq!(joints.contains(&node), divides, "{}", case.name);
        }
        assert_eq!(joints, articulation_points(&case.copy), "{}", case.name);
    }
}

#[test]
fn two_sides_are_found_where_there_are_two() {
    for case in simple() {
        for start in case.view.node_identifiers() {
            let expected = is_bipartite_undirected(&case.copy, start);
            assert_eq!(is_bipartite_undirected(&case.view, start), expected, "{}", case.name);
        }
    }
}
