//! Over how many shared aims are two politicians connected? The shortest chain of "is for it, and so is", found by petgraph
//! on the stance edges of a selection, with the statement behind each step.
#![expect(clippy::print_stdout, reason = "an example prints")]

use petgraph::algo::astar;
use petgraph::visit::IntoEdges;
use stancegraph::graph::view::petgraph;
use stancegraph::position::{Lens, Selection};
use stancegraph::query::Toward;
use stancegraph::{Polarity, datasets};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let graph = datasets::nato_accession()?;
    let selection = Selection::new(graph, Lens::default());
    // From holders to what they are for; without directions, so that a way may lead back to the next holder.
    let view = selection.stance_edges().showing(Polarity::Favor).toward(Toward::Proposals).view();
    let favor = view.symmetrized().bundled();

    let place = |key: &str| graph.find(key).and_then(|node| favor.index_of(node)).ok_or("nothing on record");
    let (from, to) = (place("ulf-kristersson")?, place("joe-biden")?);
    let Some((steps, chain)) = astar(&favor, from, |node| node == to, |_| 1_usize, |_| 0) else {
        println!("No chain of shared aims leads from the one to the other.");
        return Ok(());
    };

    let name = |node| graph.node(node).map_or("", |node| node.name());
    for step in chain.windows(2) {
        let Some(edge) = favor.edges(step[0]).find(|edge| edge.to() == step[1]) else { continue };
        let [first, ..] = edge.weight().as_slice() else { continue };
        let keys =
            edge.weight().iter().filter_map(|one| Some(graph.statement(one.statement)?.key.to_string()));
        let keys = keys.collect::<Vec<_>>().join(", ");
        println!("{} is for {} [{keys}]", name(first.holder), name(first.target));
    }
    let between: Vec<_> = chain.iter().copied().filter_map(|index| favor.node(index)).map(name).collect();
    println!("{} aims and holders stand between the two.", steps - 1);
    // The two share no aim; one who shares one with each stands between them.
    assert_eq!((steps, between.get(2)), (4, Some(&"Recep Tayyip Erdoğan")));
    Ok(())
}
