//! Every algorithm of petgraph runs on a view and gives what it gives on the same graph built by hand in petgraph: on random
//! graphs and on a bundled one.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

mod connectivity;
mod filters;
mod flows;
mod graphs;
mod paths;
mod shapes;
mod walks;

/// Every public function of petgraph 0.8.3's `algo`, its modules included, with the features `stable_graph` and `rayon`; and
/// `TarjanScc`, which is a function that keeps its room.
const ALL: [&str; 47] = [
    "TarjanScc",
    "all_simple_paths",
    "all_simple_paths_multi",
    "articulation_points",
    "astar",
    "bellman_ford",
    "bidirectional_dijkstra",
    "bridges",
    "condensation",
    "connected_components",
    "dag_to_toposorted_adjacency_list",
    "dag_transitive_reduction_closure",
    "dijkstra",
    "dinics",
    "dsatur_coloring",
    "find_negative_cycle",
    "floyd_warshall",
    "floyd_warshall_path",
    "ford_fulkerson",
    "greedy_feedback_arc_set",
    "greedy_matching",
    "has_path_connecting",
    "is_bipartite_undirected",
    "is_cyclic_directed",
    "is_cyclic_undirected",
    "is_isomorphic",
    "is_isomorphic_matching",
    "is_isomorphic_subgraph",
    "is_isomorphic_subgraph_matching",
    "johnson",
    "k_shortest_path",
    "kosaraju_scc",
    "maximal_cliques",
    "maximum_matching",
    "min_spanning_tree",
    "min_spanning_tree_prim",
    "page_rank",
    "parallel_johnson",
    "parallel_page_rank",
    "scc",
    "simple_fast",
    "spfa",
    "steiner_tree",
    "subgraph_isomorphisms_iter",
    "tarjan_scc",
    "toposort",
    "with_dynamic_goal",
];

/// What does not take a view, or is not to be used; the documentation of views gives the reasons.
const EXCUSED: [&str; 5] =
    ["condensation", "dag_transitive_reduction_closure", "page_rank", "parallel_page_rank", "steiner_tree"];

#[test]
fn every_algorithm_is_called_on_a_view_or_excused_in_the_documentation() {
    let tests = [
        include_str!("connectivity.rs"),
        include_str!("flows.rs"),
        include_str!("paths.rs"),
        include_str!("shapes.rs"),
    ];
    let documented = include_str!("../../src/graph/view/algorithms.md");
    for name in ALL {
        let is_told = documented.contains(&format!("`{name}`"));
        if EXCUSED.contains(&name) {
            assert!(is_told, "{name} is excused, but not in src/graph/view/algorithms.md");
        }
        let is_called = |test: &&str| test.lines().any(|line| !is_import(line) && calls(line, name));
        assert!(tests.iter().any(is_called), "{name} is not called");
    }
    assert!(EXCUSED.iter().all(|name| ALL.contains(name)));
}

fn is_import(line: &str) -> bool {
    line.starts_with("use ") || line.starts_with("    ") && !line.contains('(') && line.ends_with(',')
}

/// Whether a line calls a function, or makes a value, of exactly this name.
fn calls(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back().unwrap_or(' ');
        let after = &line[at + name.len()..];
        let is_whole = !before.is_alphanumeric() && before != '_';
        is_whole && (after.starts_with('(') || after.starts_with("::"))
    })
}
