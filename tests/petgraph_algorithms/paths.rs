//! Ways and what they cost.

use std::collections::BTreeMap;
use std::hash::RandomState;

use hashbrown::HashSet;
use petgraph::algo::bellman_ford::Paths;
use petgraph::algo::dijkstra::with_dynamic_goal;
use petgraph::algo::floyd_warshall::floyd_warshall_path;
use petgraph::algo::johnson::parallel_johnson;
use petgraph::algo::{
    all_simple_paths, all_simple_paths_multi, astar, bellman_ford, bidirectional_dijkstra, dijkstra,
    find_negative_cycle, floyd_warshall, johnson, k_shortest_path, spfa,
};
use petgraph::graph::NodeIndex;
use petgraph::visit::IntoNodeIdentifiers;

use crate::graphs::{Case, cases};

type Way = Vec<NodeIndex>;

/// Both ends of every way that may be, in small cases; in large ones from every fifth node.
fn pairs(case: &Case) -> Vec<(NodeIndex, NodeIndex)> {
    let step = if case.view.node_count() > 12 { 5 } else { 1 };
    let starts = case.view.node_identifiers().step_by(step);
    starts.flat_map(|from| case.view.node_identifiers().step_by(step).map(move |to| (from, to))).collect()
}

#[test]
fn shortest_ways_from_one_node_are_the_same() {
    for case in cases() {
        let (view, copy) = (&case.view, &case.copy);
        for start in view.node_identifiers() {
            let expected: BTreeMap<_, _> =
                dijkstra(copy, start, None, |edge| *edge.weight()).into_iter().collect();
            let found: BTreeMap<_, _> =
                dijkstra(view, start, None, |edge| *edge.weight()).into_iter().collect();
            assert_eq!(found, expected, "{}", case.name);
            let second = k_shortest_path(view, start, None, 2, |edge| *edge.weight());
            assert_eq!(second, k_shortest_path(copy, start, None, 2, |edge| *edge.weight()), "{}", case.name);
            let by_spfa = spfa(view, start, |edge| *edge.weight()).ok().unwrap();
            for (node, distance) in view.node_identifiers().zip(&by_spfa.distances) {
                let is_reached = *distance < u32::MAX;
                assert_eq!(is_reached.then_some(distance), expected.get(&node), "{}", case.name);
            }
        }
    }
}

#[test]
fn shortest_ways_between_two_nodes_are_the_same() {
    for case in cases() {
        let (view, copy) = (&case.view, &case.copy);
        for (from, to) in pairs(&case) {
            let expected = dijkstra(copy, from, Some(to), |edge| *edge.weight()).get(&to).copied();
            let both_ends = bidirectional_dijkstra(view, from, to, |edge| *edge.weight());
            let by_petgraph = bidirectional_dijkstra(copy, from, to, |edge| *edge.weight());
            assert_eq!(both_ends, by_petgraph, "{}", case.name);
            // From a node to itself petgraph finds a way around, or none.
            assert!(from == to || both_ends == expected, "{}: {both_ends:?} {expected:?}", case.name);
            let goal = with_dynamic_goal(view, from, |node| *node == to, |edge| *edge.weight());
            assert_eq!(goal.scores.get(&to).copied(), expected, "{}", case.name);
            let found = astar(view, from, |node| node == to, |edge| *edge.weight(), |_| 0);
            assert_eq!(found.as_ref().map(|(cost, _)| *cost), expected, "{}", case.name);
            if let Some((cost, way)) = found {
                assert_eq!((way.first(), way.last()), (Some(&from), Some(&to)));
                let step = |step: &[NodeIndex]| {
                    copy.edges_connecting(step[0], step[1]).map(|edge| *edge.weight()).min().unwrap()
                };
                assert_eq!(way.windows(2).map(step).sum::<u32>(), cost, "{}", case.name);
            }
        }
    }
}

#[test]
fn shortest_ways_between_all_nodes_are_the_same() {
    for case in cases() {
        let (view, copy) = (&case.view, &case.copy);
        let expected = floyd_warshall(copy, |edge| *edge.weight()).unwrap();
        assert_eq!(floyd_warshall(view, |edge| *edge.weight()).unwrap(), expected, "{}", case.name);
        let (distances, _) = floyd_warshall_path(view, |edge| *edge.weight()).unwrap();
        assert_eq!(distances, expected, "{}", case.name);
        let cost = |weight: u32| i64::from(weight);
        let expected = johnson(copy, |edge| cost(*edge.weight())).unwrap();
        assert_eq!(johnson(view, |edge| cost(*edge.weight())).unwrap(), expected, "{}", case.name);
        let at_once = parallel_johnson(view, |edge| cost(*edge.weight())).unwrap();
        assert_eq!(at_once, expected, "{}", case.name);
    }
}

#[test]
fn costs_below_nothing_are_taken_and_their_circles_found() {
    for case in cases() {
        let view = case.view.weighted(|edge| f64::from(*edge.weight()) - 2.0);
        let copy = case.copy.map(|_, node| *node, |_, cost| f64::from(*cost) - 2.0);
        for start in view.node_identifiers() {
            let (found, expected) = (bellman_ford(&view, start), bellman_ford(&copy, start));
            assert_eq!(found.is_ok(), expected.is_ok(), "{}", case.name);
            if let (Ok(Paths { distances: found, .. }), Ok(Paths { distances, .. })) = (found, expected) {
                assert_eq!(found, distances, "{}", case.name);
            }
            let circle = find_negative_cycle(&view, start);
            assert_eq!(circle.is_some(), find_negative_cycle(&copy, start).is_some(), "{}", case.name);
            let Some(circle) = circle else { continue };
            let steps = circle.iter().zip(circle.iter().cycle().skip(1));
            let costs = steps.map(|(&from, &to)| {
                let edges = copy.edges_connecting(from, to);
                edges.map(|edge| *edge.weight()).reduce(f64::min).unwrap()
            });
            assert!(costs.sum::<f64>() < 0.0, "{}", case.name);
        }
    }
}

#[test]
fn simple_ways_are_the_same() {
    for case in cases() {
        let (view, copy) = (&case.view, &case.copy);
        let goals: HashSet<NodeIndex, RandomState> = view.node_identifiers().step_by(2).collect();
        for (from, to) in pairs(&case) {
            let mut found: Vec<Way> =
                all_simple_paths::<_, _, RandomState>(view, from, to, 0, Some(2)).collect();
            let mut expected: Vec<Way> =
                all_simple_paths::<_, _, RandomState>(copy, from, to, 0, Some(2)).collect();
            found.sort_unstable();
            expected.sort_unstable();
            assert_eq!(found, expected, "{}", case.name);
            let mut found: Vec<Way> = all_simple_paths_multi(view, from, &goals, 0, Some(2)).collect();
            let mut expected: Vec<Way> = all_simple_paths_multi(copy, from, &goals, 0, Some(2)).collect();
            found.sort_unstable();
            expected.sort_unstable();
            assert_eq!(found, expected, "{}", case.name);
        }
    }
}
