//! The one-pass reading of positions against the derived ones.

use std::collections::BTreeSet;

use proptest::prelude::*;
use stancegraph::model::NodeId;
use stancegraph::position::{Lens, Selection};
use stancegraph::query::Listing;
use stancegraph::{Polarity, StanceGraph};

use crate::config;
use crate::worlds::{draft, random};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn who_leans_one_way_is_who_holds_such_a_position((world, questions) in random::worlds(), plain in any::<bool>()) {
        let mut world = world;
        if plain {
            world.statements.iter_mut().for_each(random::make_plain);
        }
        let graph = draft::graph(&world);
        let as_of = questions.iter().find_map(|question| question.as_of.as_deref());
        let mut lens = Lens::default();
        lens.as_of = as_of.map(|date| date.parse::<stancegraph::model::Date>().unwrap().latest());
        let selection = Selection::new(&graph, lens);
        for (target, _) in graph.nodes() {
            for polarity in Polarity::ALL {
                let expected: Vec<NodeId> = derived(&graph, &selection, target, *polarity).into_iter().collect();
                prop_assert_eq!(selection.leaning(target, *polarity), expected, "{:?} on {:?}, {:?}\n{:?}", polarity, graph.node(target), as_of, world);
            }
        }
    }
}

fn derived(
    graph: &StanceGraph,
    selection: &Selection<'_>,
    target: NodeId,
    polarity: Polarity,
) -> BTreeSet<NodeId> {
    let records = selection.records_on(target, Listing::Speakers);
    let positions = records.iter().flat_map(|record| &record.positions);
    let leans = |id: &stancegraph::model::StatementId| {
        graph.statement(*id).unwrap().stance.polarity() == Some(polarity)
    };
    positions
        .filter(|position| position.statements.iter().any(leans))
        .map(|position| position.holder)
        .collect()
}
