//! Graphs of nations that criticize or support each other, as views and, built by hand from the same statements, as petgraph
//! graphs.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{DiGraph, NodeIndex, UnGraph};
use petgraph::{Directed, Undirected};
use stancegraph::graph::view::View;
use stancegraph::model::NodeId;
use stancegraph::model::draft::{Draft, NodeDraft, StatementDraft};
use stancegraph::position::{Lens, Selection};
use stancegraph::{GraphBuilder, StanceGraph, datasets};

/// One graph twice: edges carry what a way over them costs, from 1 to 7.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) view: View<u32, Directed>,
    pub(crate) copy: DiGraph<NodeId, u32>,
}

/// The same without directions, one edge between any two nodes.
pub(crate) struct Simple {
    pub(crate) name: String,
    pub(crate) view: View<u32, Undirected>,
    pub(crate) copy: UnGraph<NodeId, u32>,
}

/// Numbers from a seed, by the constants of Knuth's MMIX.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// Nations that make statements on each other; with `ranks`, only on nations of a higher number, so that there is no circle.
fn random(seed: u64, nations: usize, statements: usize, ranks: Ranks) -> StanceGraph {
    let mut numbers = Numbers(seed);
    let key = |number: usize| format!("nation-{number}");
    let nodes =
        (0..nations).map(|number| NodeDraft::nation(key(number), format!("Nation {number}"))).collect();
    let mut drafts = Vec::new();
    while drafts.len() < statements {
        let (mut from, mut to) = (numbers.below(nations), numbers.below(nations));
        if from == to {
            continue;
        }
        if ranks == Ranks::Kept && from > to {
            (from, to) = (to, from);
        }
        let stance = ["criticizes", "supports", "doubts"][numbers.below(3)];
        drafts.push(StatementDraft::new(format!("s-{}", drafts.len()), key(from), stance, key(to)));
    }
    GraphBuilder::new().add(Draft { nodes, statements: drafts, ..Draft::default() }).build().unwrap()
}

#[derive(Clone, Copy, PartialEq)]
enum Ranks {
    Kept,
    Ignored,
}

fn cost(statement: usize) -> u32 {
    u32::try_from(statement * 5 % 7).unwrap() + 1
}

fn case(name: String, graph: &StanceGraph) -> Case {
    let selection = Selection::new(graph, Lens::default());
    let view = selection.stance_edges().view().weighted(|edge| cost(edge.weight().statement.index()));
    let copy = copy(graph);
    Case { name, view, copy }
}

/// By hand: every statement that is a word, from its holder to its target; nodes in the order of the graph.
fn copy(graph: &StanceGraph) -> DiGraph<NodeId, u32> {
    let words: Vec<_> = graph.statements().filter(|(_, statement)| statement.is_word()).collect();
    let nodes: BTreeSet<NodeId> = words.iter().flat_map(|(_, word)| [word.holder, word.target]).collect();
    let mut copy = DiGraph::new();
    let places: BTreeMap<NodeId, NodeIndex> =
        nodes.into_iter().map(|node| (node, copy.add_node(node))).collect();
    for (id, word) in words {
        copy.add_edge(places[&word.holder], places[&word.target], cost(id.index()));
    }
    copy
}

/// Random graphs of a few nations, sparse and dense, and those of the bundled datasets that have dates or none.
pub(crate) fn cases() -> Vec<Case> {
    let sizes = [(2, 1), (3, 4), (5, 6), (6, 18), (8, 9), (8, 24), (10, 14), (10, 30), (12, 16)];
    let seeds = (1..).zip(sizes.iter().cycle().take(36));
    let random = seeds.map(|(seed, &(nations, statements))| {
        let name = format!("random graph {seed}");
        case(name, &random(seed, nations, statements, Ranks::Ignored))
    });
    let bundled = [("article", datasets::article()), ("NATO accession", datasets::nato_accession())];
    let bundled = bundled.into_iter().map(|(name, graph)| case(name.into(), graph.unwrap()));
    random.chain(bundled).collect()
}

/// Graphs without a circle.
pub(crate) fn ordered() -> Vec<Case> {
    let seeds = (101..).zip([(4, 5), (8, 14), (12, 30)].iter().cycle().take(12));
    seeds
        .map(|(seed, &(nations, statements))| {
            case(format!("graph {seed} in ranks"), &random(seed, nations, statements, Ranks::Kept))
        })
        .collect()
}

/// The cases without directions, one edge between any two nodes, of the least cost.
pub(crate) fn simple() -> Vec<Simple> {
    let least = |costs: &Vec<u32>| *costs.iter().min().unwrap();
    let all = cases().into_iter().map(|case| {
        let view = case.view.symmetrized().bundled().weighted(|edge| least(edge.weight()));
        let mut bundles: BTreeMap<(NodeIndex, NodeIndex), Vec<u32>> = BTreeMap::new();
        for edge in case.copy.edge_indices() {
            let (a, b) = case.copy.edge_endpoints(edge).unwrap();
            bundles.entry((a.min(b), a.max(b))).or_default().push(case.copy[edge]);
        }
        let mut copy = UnGraph::new_undirected();
        for &node in case.copy.node_weights() {
            copy.add_node(node);
        }
        for ((a, b), costs) in bundles {
            copy.add_edge(a, b, least(&costs));
        }
        Simple { name: case.name, view, copy }
    });
    all.collect()
}

/// Sets in an order of their own.
pub(crate) fn sorted(sets: Vec<Vec<NodeIndex>>) -> Vec<Vec<NodeIndex>> {
    let mut sets: Vec<Vec<NodeIndex>> = sets
        .into_iter()
        .map(|mut set| {
            set.sort_unstable();
            set
        })
        .collect();
    sets.sort_unstable();
    sets
}

#[test]
fn a_view_has_the_nodes_and_edges_of_the_statements_in_their_order() {
    for case in cases() {
        let view = case.view.to_petgraph();
        assert!(view.node_weights().eq(case.copy.node_weights()), "{}", case.name);
        let edges = |graph: &DiGraph<NodeId, u32>| -> Vec<_> {
            graph.edge_indices().map(|edge| (graph.edge_endpoints(edge), graph[edge])).collect()
        };
        assert_eq!(edges(&view), edges(&case.copy), "{}", case.name);
    }
    for case in simple() {
        let view = case.view.to_petgraph();
        let edges = |graph: &UnGraph<NodeId, u32>| -> Vec<_> {
            graph.edge_indices().map(|edge| (graph.edge_endpoints(edge), graph[edge])).collect()
        };
        assert_eq!(edges(&view), edges(&case.copy), "{}", case.name);
    }
}
