//! Who stands with whom: a network of nations by what they are on record on, what stands behind one of its edges, and
//! how far two of them voted alike.
#![expect(clippy::print_stdout, reason = "an example prints")]

use stancegraph::analysis::agreement::RollCalls;
use stancegraph::analysis::network::{Aggregation, Networks, Nodes, Normalization};
use stancegraph::position::{Lens, Selection};
use stancegraph::{StanceGraph, datasets};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let graph = datasets::nato_accession()?;
    let selection = Selection::new(graph, Lens::default());
    let network = Networks::of(&selection)
        .nodes(Nodes::Nations)
        .aggregation(Aggregation::Subtract)
        .normalization(Normalization::Average)
        .network()?;
    println!("{} nations, {} edges", network.rows().len(), network.edges().len());

    if let Some(edge) = network.edge_between("RUS", "TUR") {
        println!("Russia and Türkiye: {:.3}, resting on", edge.weight);
        for behind in network.behind(edge) {
            let keys = |ids: &[_]| ids.iter().filter_map(|id| key(graph, *id)).collect::<Vec<_>>().join(", ");
            println!("  {}: {} | {}", behind.common.name, keys(&behind.left), keys(&behind.right));
        }
    }
    println!("{} bytes of GraphML for other programs", network.to_graphml().len());

    let vote = datasets::es_11_1()?;
    let calls = RollCalls::of(&Selection::new(vote, Lens::default()));
    let node = |key| vote.find(key).ok_or("not in the data");
    let agreement = calls.agreement(node("CHN")?, node("IND")?);
    println!("China and India: {:?} over {}", agreement.value(), agreement.vote_set());
    Ok(())
}

fn key(graph: &StanceGraph, id: stancegraph::model::StatementId) -> Option<String> {
    graph.statement(id).map(|statement| statement.key.to_string())
}
