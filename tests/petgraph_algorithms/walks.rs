//! petgraph's walks and adaptors on a view, and what a view says of an index that is not its own.

use petgraph::Direction::{Incoming, Outgoing};
use petgraph::dot::Dot;
use petgraph::graph::NodeIndex;
use petgraph::visit::{
    Bfs, Dfs, DfsPostOrder, EdgeFiltered, EdgeRef, IntoEdges, IntoEdgesDirected, IntoNeighbors,
    IntoNeighborsDirected, IntoNodeIdentifiers, NodeFiltered, Reversed, Topo, UndirectedAdaptor, Visitable,
    Walker,
};
use stancegraph::datasets;
use stancegraph::position::{Lens, Selection};

use crate::graphs::{cases, ordered, simple};

fn set(nodes: impl Iterator<Item = NodeIndex>) -> Vec<NodeIndex> {
    let mut nodes: Vec<NodeIndex> = nodes.collect();
    nodes.sort_unstable();
    nodes
}

#[test]
fn walks_meet_the_same_nodes() {
    for case in cases() {
        let (view, copy) = (&case.view, &case.copy);
        for start in view.node_identifiers() {
            let expected = set(Dfs::new(copy, start).iter(copy));
            assert_eq!(set(Dfs::new(view, start).iter(view)), expected, "{}", case.name);
            assert_eq!(set(Bfs::new(view, start).iter(view)), expected, "{}", case.name);
            assert_eq!(set(DfsPostOrder::new(view, start).iter(view)), expected, "{}", case.name);
            let back = set(Dfs::new(Reversed(copy), start).iter(Reversed(copy)));
            assert_eq!(set(Dfs::new(Reversed(view), start).iter(Reversed(view))), back, "{}", case.name);
            let around = UndirectedAdaptor(copy);
            let around = set(Bfs::new(around, start).iter(around));
            let symmetrized = &view.symmetrized();
            assert_eq!(set(Bfs::new(symmetrized, start).iter(symmetrized)), around, "{}", case.name);
        }
    }
    for case in ordered() {
        assert_eq!(Topo::new(&case.view).iter(&case.view).count(), case.view.node_count(), "{}", case.name);
    }
}

#[test]
fn filters_of_petgraph_take_a_view() {
    for case in cases() {
        let (view, copy) = (&case.view, &case.copy);
        let start = NodeIndex::new(0);
        let (cheap, cheap_copy) = (
            EdgeFiltered::from_fn(view, |edge| *edge.weight() < 4),
            EdgeFiltered::from_fn(copy, |edge| *edge.weight() < 4),
        );
        let expected = set(Dfs::new(&cheap_copy, start).iter(&cheap_copy));
        assert_eq!(set(Dfs::new(&cheap, start).iter(&cheap)), expected, "{}", case.name);
        let even = NodeFiltered::from_fn(view, |node| node.index() % 2 == 0);
        assert!((&even).neighbors(start).all(|node| node.index() % 2 == 0), "{}", case.name);
    }
}

#[test]
fn edges_at_a_node_begin_or_end_there() {
    for case in cases() {
        for node in case.view.node_identifiers() {
            for direction in [Outgoing, Incoming] {
                let edges =
                    |edges: &mut dyn Iterator<Item = (NodeIndex, NodeIndex, petgraph::graph::EdgeIndex)>| {
                        let mut edges: Vec<_> = edges.collect();
                        edges.sort_unstable();
                        edges
                    };
                let found = edges(
                    &mut (&case.view)
                        .edges_directed(node, direction)
                        .map(|e| (e.source(), e.target(), e.id())),
                );
                let copy = &case.copy;
                let expected = edges(
                    &mut copy.edges_directed(node, direction).map(|e| (e.source(), e.target(), e.id())),
                );
                assert_eq!(found, expected, "{}", case.name);
            }
        }
    }
    for case in simple() {
        for node in case.view.node_identifiers() {
            assert!((&case.view).edges(node).all(|edge| edge.source() == node), "{}", case.name);
            let mut incoming = (&case.view).edges_directed(node, Incoming);
            assert!(incoming.all(|edge| edge.target() == node), "{}", case.name);
        }
    }
}

#[test]
fn an_index_of_another_view_has_nothing() {
    let view = Selection::new(datasets::article().unwrap(), Lens::default()).stance_edges().view();
    let beyond = NodeIndex::new(view.node_count());
    assert_eq!(view.node(beyond), None);
    for direction in [Outgoing, Incoming] {
        assert_eq!((&view).neighbors_directed(beyond, direction).count(), 0);
        assert_eq!((&view).edges_directed(NodeIndex::end(), direction).count(), 0);
    }
    assert_eq!(view.weight(petgraph::graph::EdgeIndex::end()), None);
    let mut map = view.visit_map();
    view.reset_map(&mut map);
    assert_eq!(map.len(), view.node_count());
}

#[test]
fn nothing_makes_an_empty_view() {
    let graph = stancegraph::GraphBuilder::new().build().unwrap();
    let view = Selection::new(&graph, Lens::default()).stance_edges().view();
    assert_eq!((view.node_count(), view.edge_count()), (0, 0));
    assert_eq!(petgraph::algo::connected_components(&view.symmetrized()), 0);
    assert_eq!(view.bundled().edge_count(), 0);
    assert!(petgraph::algo::toposort(&graph.hierarchy_view(), None).unwrap().is_empty());
}

#[test]
fn a_view_is_written_as_dot() {
    let view = datasets::article().unwrap().hierarchy_view();
    let text = format!("{:?}", Dot::new(&view));
    assert_eq!(text.matches("->").count(), view.edge_count());
}
