//! Laws of growth on random graphs.

use proptest::prelude::*;
use stancegraph::StanceGraph;
use stancegraph::model::draft::{Draft, RetractionDraft};

use crate::batches::{Cuts, built, cut, grown, with_filler};
use crate::naive::world::{Form, Question, World};
use crate::told::{in_words, listed, typed};
use crate::worlds::case::{list, text};
use crate::worlds::{draft, random, shape};

/// How many random graphs a law is tried on: `STANCEGRAPH_GROWTH_CASES`, 120 where it is not set.
fn config() -> ProptestConfig {
    let cases = std::env::var("STANCEGRAPH_GROWTH_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig { cases: cases.unwrap_or(120), failure_persistence: None, ..ProptestConfig::default() }
}

/// How a draft is cut, and how many statements lie under it.
fn cuts() -> impl Strategy<Value = (Vec<usize>, usize, usize)> {
    let filler = prop_oneof![1 => Just(0_usize), 3 => 40..60_usize];
    (prop::collection::vec(0..60_usize, 17), 2..=6_usize, filler)
}

/// The first difference between two long texts, with what stands around it.
fn first_difference(one: &str, other: &str) -> Option<String> {
    let differs = one.bytes().zip(other.bytes()).position(|(one, other)| one != other);
    let at = differs.unwrap_or_else(|| one.len().min(other.len()));
    let around = |text: &str| {
        let chars = text.char_indices().filter(|(index, _)| index + 300 > at && *index < at + 200);
        chars.map(|(_, letter)| letter).collect::<String>()
    };
    (one != other).then(|| format!("grown {}\nbuilt {}", around(one), around(other)))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_graph_grown_in_batches_is_the_graph_built_at_once(
        (world, questions) in random::worlds(), (numbers, count, filler) in cuts(),
    ) {
        let cut = cut(&draft::draft(&world), Cuts::new(&numbers, count));
        let batches = with_filler(cut.batches, filler);
        let whole = with_filler(cut.whole, filler);
        let graphs = grown(&batches);
        let (holder, other) = (&world.nodes[0].key, world.holders().last().unwrap());
        let target = &world.nodes.iter().rfind(|node| node.key.starts_with('x')).unwrap().key;
        // Earlier graphs too, asked last: what came later must not show in them.
        for (at, graph) in graphs.iter().enumerate().rev() {
            // The retractions of later batches have not come yet.
            let until = if at + 1 == graphs.len() { whole.clone() } else { batches[..=at].to_vec() };
            let at_once = built(&until);
            prop_assert_eq!(first_difference(&listed(graph), &listed(&at_once)), None, "{} of {}", at, count);
            prop_assert!(graph.to_snapshot() == at_once.to_snapshot(), "{} of {}\n{:#?}", at, count, world);
            for question in &questions {
                let difference = first_difference(&typed(graph, question), &typed(&at_once, question));
                prop_assert_eq!(difference, None, "{} of {}\n{}", at, count, shape::brief(&world, question));
            }
        }
        let (grown, built) = (graphs.last().unwrap(), built(&whole));
        let opened = StanceGraph::from_snapshot(&grown.to_snapshot()).unwrap();
        prop_assert_eq!(first_difference(&listed(&opened), &listed(&built)), None, "{:#?}", world);
        for question in &questions {
            let difference = first_difference(&typed(&opened, question), &typed(&built, question));
            prop_assert_eq!(difference, None, "{}", shape::brief(&world, question));
        }
        let words = |graph| in_words(graph, holder, other, target);
        prop_assert_eq!(first_difference(&words(grown), &words(&built)), None, "{:#?}", world);
    }

    #[test]
    fn what_is_taken_back_is_seen_as_known_before_and_nowhere_else(
        (world, questions) in random::worlds(), chosen in any::<prop::sample::Index>(), filler in prop::sample::select(vec![0, 50]),
    ) {
        if world.statements.is_empty() {
            return Ok(());
        }
        let chosen = chosen.index(world.statements.len());
        let world = random::with_one_retraction(world, chosen);
        let id = world.statements[chosen].id.clone();
        let mut kept = world.clone();
        kept.statements[chosen].retracted = None;
        let mut without = world.clone();
        without.statements.remove(chosen);
        let graph = |world: &World| built(&with_filler(vec![draft::draft(world)], filler));
        let (before, never) = (graph(&kept), graph(&without));
        let after = before.retract(&id, "2014-06-10").unwrap();
        for question in &questions {
            let told = |graph| shape_of(graph, question);
            // As if it had been built with the retraction.
            prop_assert_eq!(&typed(&after, question), &typed(&graph(&world), question));
            // The graph before does not know of it.
            prop_assert_eq!(told(&before), told(&graph(&kept)));
            if question.form == Form::Position {
                let asked = |known_at: Option<&str>| Question { known_at: known_at.map(Into::into), ..question.clone() };
                let (now, earlier) = (asked(None), asked(Some("2014-06-09")));
                prop_assert_eq!(shape_of(&after, &now), shape_of(&never, &now), "{}", shape::brief(&world, question));
                prop_assert_eq!(shape_of(&after, &earlier), shape_of(&before, &earlier), "{}", shape::brief(&world, question));
            }
        }
        let retracted = &world.statements[chosen];
        if let Some(side) = retracted.side().filter(|_| !retracted.is_hint() && !retracted.is_deed()) {
            let told = shape_of(&after, &random::why_not(&retracted.holder, &retracted.target, side));
            let named = list(&told["reasons"]).iter().any(|reason| text(reason) == "retracted");
            let found = list(&told["findings"]).iter().any(|one| one["polarity"] == side || one["polarity"] == "mixed");
            prop_assert!(named || found, "{}", told);
        }
    }

    #[test]
    fn a_correction_is_one_step(
        (world, questions) in random::worlds(), chosen in any::<prop::sample::Index>(),
    ) {
        if world.statements.is_empty() {
            return Ok(());
        }
        let chosen = chosen.index(world.statements.len());
        let mut world = random::with_one_retraction(world, chosen);
        world.statements[chosen].retracted = None;
        let graph = draft::graph(&world);
        let mut corrected = world.statements[chosen].clone();
        corrected.id = "corrected".into();
        corrected.stance = if corrected.side() == Some("favor") { "rejects" } else { "supports" }.into();
        corrected.recorded = Some("2014-06-10".into());
        let only = World { statements: vec![corrected.clone()], ..World::default() };
        let retractions = vec![RetractionDraft::new(world.statements[chosen].id.clone(), "2014-06-10")];
        let after = graph.extend(&Draft { retractions, ..draft::draft(&only) }).unwrap();
        world.statements[chosen].retracted = Some("2014-06-10".into());
        world.statements.push(corrected);
        let at_once = draft::graph(&world);
        for question in &questions {
            prop_assert_eq!(typed(&after, question), typed(&at_once, question), "{}", shape::brief(&world, question));
        }
    }
}

fn shape_of(graph: &stancegraph::StanceGraph, question: &Question) -> serde_json::Value {
    shape::of_library(&stancegraph::render::json_value(&graph.run(&draft::query(question)).unwrap()))
}
