//! The library and the naive rules, question by question; that every word of an answer is met on the way.

use std::cell::RefCell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use stancegraph::StanceGraph;

use crate::config;
use crate::naive;
use crate::naive::world::{Question, World};
use crate::reached::Reached;
use crate::worlds::{draft, random, shape};

/// Fewer graphs than this need not meet everything.
const ENOUGH: u32 = 1000;

#[test]
fn the_library_and_the_naive_rules_answer_alike() {
    let mut reached = Reached::default();
    // What is rare is looked for in more graphs.
    for _ in 0..8 {
        reached = compare(reached);
        if config().cases < ENOUGH || reached.missing().is_empty() {
            println!("{reached}");
            return;
        }
    }
    panic!("never met: {:?}", reached.missing());
}

/// As many random graphs as are asked for, with what was met before and on the way.
fn compare(reached: Reached) -> Reached {
    let reached = RefCell::new(reached);
    let ran = TestRunner::new(config()).run(&random::worlds(), |(world, questions)| {
        prop_assert_eq!(first_difference(&world, &questions, &mut reached.borrow_mut()), None);
        Ok(())
    });
    if let Err(error) = ran {
        panic!("{error}");
    }
    reached.into_inner()
}

/// The first question that the two answer differently, with both answers.
fn first_difference(world: &World, questions: &[Question], reached: &mut Reached) -> Option<String> {
    let graph = draft::graph(world);
    questions.iter().find_map(|question| {
        let naive = shape::of_naive(&naive::answer(world, question));
        let library = library(&graph, question);
        reached.note(&library);
        let difference = shape::difference(&library, &naive)?;
        Some(format!("{difference}\n{}", shape::brief(world, question)))
    })
}

fn library(graph: &StanceGraph, question: &Question) -> Value {
    let answer = graph.run(&draft::query(question)).unwrap();
    shape::of_library(&stancegraph::render::json_value(&answer))
}
