//! Every answer explains itself: what is found has its evidence and its derivation, what is not has its reasons.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use crate::naive::world::Question;
use crate::tree::Reading;
use crate::worlds::case::list;
use crate::worlds::{draft, random, shape};
use crate::{fewer, forms, told};

#[test]
fn the_whole_derivation_of_every_finding_holds() {
    let walked = Cell::new(0_usize);
    let worlds = (random::worlds(), forms::periods(), 0..8_usize);
    let ran = TestRunner::new(fewer()).run(&worlds, |((world, questions), period, number)| {
        let graph = draft::graph(&world);
        for query in forms::all(&world, &questions[0], period, number) {
            let Ok(answer) = graph.run(&query) else { continue };
            let reading = Reading::of(&answer);
            for finding in reading.findings() {
                walked.set(walked.get() + 1);
                let holds = reading.check(finding);
                prop_assert!(holds.is_ok(), "{query}: {holds:?}\n{}", shape::brief(&world, &questions[0]));
            }
        }
        Ok(())
    });
    if let Err(error) = ran {
        panic!("{error}");
    }
    println!("{} derivations walked", walked.get());
    assert!(walked.get() > fewer().cases as usize, "{} derivations", walked.get());
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn evidence_ends_in_statements_of_the_graph((world, questions) in random::worlds()) {
        let known: Vec<Value> = world.statements.iter().map(|one| one.id.clone().into()).collect();
        for question in &questions {
            let told = told(&world, question);
            let evidence = list(&told["findings"]).iter().flat_map(|finding| list(&finding["evidence"]));
            let sides = list(&told["contradictions"]).iter().flat_map(|clash| list(&clash["sides"]));
            for id in evidence.chain(sides).chain(list(&told["hinted"])).chain(list(&told["absent"])) {
                prop_assert!(known.contains(id), "{} in {}", id, told);
            }
            prop_assert!(list(&told["findings"]).iter().all(|finding| !list(&finding["evidence"]).is_empty()));
        }
    }

    #[test]
    fn every_holder_is_found_or_has_a_why_not((world, questions) in random::worlds()) {
        for question in &questions {
            let Some(target) = question.target.as_deref() else { continue };
            for holder in world.holders() {
                let asked = Question { as_of: question.as_of.clone(), known_at: question.known_at.clone(), ..random::why_not(holder, target, "favor") };
                let told = told(&world, &asked);
                let shown = ["findings", "reasons", "absent"].iter().any(|field| !list(&told[*field]).is_empty());
                prop_assert!(shown, "{}", shape::brief(&world, &asked));
            }
        }
    }
}
