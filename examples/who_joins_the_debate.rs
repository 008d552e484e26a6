//! Who joins matters that would otherwise have nothing to do with each other? petgraph's articulation points of who is on
//! record on what: without such a nation, or such a matter, the debate falls apart into more pieces.
#![expect(clippy::print_stdout, reason = "an example prints")]

use petgraph::algo::articulation_points::articulation_points;
use petgraph::algo::connected_components;
use stancegraph::datasets;
use stancegraph::graph::view::petgraph;
use stancegraph::model::{Node, NodeClass};
use stancegraph::position::{Lens, Selection};
use stancegraph::query::{Listing, Toward};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let graph = datasets::nato_accession()?;
    let selection = Selection::new(graph, Lens::default());
    // What is said for a nation counts as its own; whichever way it leans, both sides take part in the debate.
    let edges = selection.stance_edges().toward(Toward::Proposals).listing(Listing::Nations);
    let debate = edges.view().symmetrized();
    println!("{} nations and matters in {} debates", debate.node_count(), connected_components(&debate));

    let joints = articulation_points(&debate);
    let mut joints: Vec<&Node> =
        joints.into_iter().filter_map(|index| graph.node(debate.node(index)?)).collect();
    joints.sort_by_key(|node| node.name());
    let (matters, nations): (Vec<&Node>, Vec<&Node>) =
        joints.into_iter().partition(|node| node.kind().class() == NodeClass::Proposal);
    let names = |nodes: &[&Node]| nodes.iter().map(|node| node.name()).collect::<Vec<_>>().join(", ");
    println!("nations that alone tie a matter to the rest: {}", names(&nations));
    println!("matters that alone tie a nation to the rest: {}", names(&matters));
    // Türkiye put matters on the table that nobody else speaks of.
    assert!(nations.iter().any(|node| node.name() == "Türkiye"));
    Ok(())
}
