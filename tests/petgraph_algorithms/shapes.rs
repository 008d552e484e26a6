//! Likeness of shape, cliques, colors, matchings.

use std::collections::BTreeSet;

use petgraph::algo::{
    dsatur_coloring, greedy_matching, is_isomorphic, is_isomorphic_matching, is_isomorphic_subgraph,
    is_isomorphic_subgraph_matching, maximal_cliques, maximum_matching, subgraph_isomorphisms_iter,
};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{EdgeRef, IntoNodeIdentifiers};
use stancegraph::model::NodeId;

use crate::graphs::{Case, cases, simple, sorted};

/// Those that are small enough to try all ways of laying one over the other.
fn small() -> impl Iterator<Item = Case> {
    cases().into_iter().filter(|case| case.view.node_count() <= 10)
}

/// The same with its nodes in the opposite order.
fn turned(copy: &DiGraph<NodeId, u32>) -> DiGraph<NodeId, u32> {
    let mut turned = DiGraph::new();
    for node in copy.node_indices().rev() {
        turned.add_node(copy[node]);
    }
    let place = |node: NodeIndex| NodeIndex::new(copy.node_count() - 1 - node.index());
    for edge in copy.edge_references() {
        turned.add_edge(place(edge.source()), place(edge.target()), *edge.weight());
    }
    turned
}

#[test]
fn a_view_is_like_its_copy_and_unlike_a_part_of_it() {
    for case in small() {
        let (view, turned) = (&case.view, turned(&case.copy));
        assert!(is_isomorphic(view, &turned), "{}", case.name);
        assert!(is_isomorphic_matching(view, &turned, |a, b| a == b, |_, _| true), "{}", case.name);
        assert!(!is_isomorphic_matching(view, &turned, |_, _| false, |_, _| true), "{}", case.name);
        let mut part = turned.clone();
        part.remove_node(NodeIndex::new(0));
        assert!(!is_isomorphic(view, &part), "{}", case.name);
        assert!(is_isomorphic_subgraph(&part, view), "{}", case.name);
        assert!(is_isomorphic_subgraph_matching(&part, view, |a, b| a == b, |_, _| true), "{}", case.name);
        assert!(!is_isomorphic_subgraph(view, &part), "{}", case.name);
    }
}

#[test]
fn a_part_lies_in_a_view_in_as_many_ways_as_in_its_copy() {
    for case in small() {
        let mut part = case.copy.clone();
        part.retain_nodes(|_, node| node.index() < 4);
        let ways =
            |found: Option<Vec<Vec<usize>>>| found.map(|ways| ways.into_iter().collect::<BTreeSet<_>>());
        let (mut any_node, mut any_edge) = (|_: &NodeId, _: &NodeId| true, |_: &u32, _: &u32| true);
        let (small, view, copy) = (&&part, &&case.view, &&case.copy);
        let found =
            subgraph_isomorphisms_iter(small, view, &mut any_node, &mut any_edge).map(Iterator::collect);
        let found = ways(found);
        let expected =
            subgraph_isomorphisms_iter(small, copy, &mut any_node, &mut any_edge).map(Iterator::collect);
        assert_eq!(found, ways(expected), "{}", case.name);
        assert!(found.is_some_and(|ways| !ways.is_empty()), "{}", case.name);
    }
}

#[test]
fn cliques_are_the_same() {
    for case in simple() {
        let sets = |cliques: Vec<hashbrown::HashSet<NodeIndex>>| {
            sorted(cliques.into_iter().map(|clique| clique.into_iter().collect()).collect())
        };
        assert_eq!(sets(maximal_cliques(&case.view)), sets(maximal_cliques(&case.copy)), "{}", case.name);
    }
}

#[test]
fn no_two_neighbors_have_one_color() {
    for case in simple() {
        let (colors, count) = dsatur_coloring(&case.view);
        let of_edge = |edge: petgraph::graph::EdgeReference<'_, u32>| [edge.source(), edge.target()];
        let ends = case.copy.edge_references().map(of_edge);
        assert!(ends.into_iter().all(|[a, b]| colors[&a] != colors[&b]), "{}", case.name);
        assert_eq!(colors.len(), case.view.node_count(), "{}", case.name);
        let degree = |node| case.copy.edges(node).count();
        let most = case.view.node_identifiers().map(degree).max().unwrap_or_default();
        assert!(count <= most + 1, "{}", case.name);
    }
}

#[test]
fn matchings_are_as_large() {
    for case in simple() {
        let (found, expected) = (maximum_matching(&case.view), maximum_matching(&case.copy));
        assert_eq!(found.len(), expected.len(), "{}", case.name);
        assert_eq!(found.is_perfect(), expected.is_perfect(), "{}", case.name);
        let greedy = greedy_matching(&case.view);
        assert!(greedy.len() <= found.len() && 2 * greedy.len() >= found.len(), "{}", case.name);
        for matching in [found, greedy] {
            assert!(matching.edges().all(|(a, b)| case.copy.contains_edge(a, b)), "{}", case.name);
        }
    }
}
