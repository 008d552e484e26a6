//! What may change an answer, and what must not.

use proptest::prelude::*;
use serde_json::Value;
use stancegraph::{Query, StanceGraph, query};

use crate::naive::days::{Span, last_day};
use crate::naive::world::{Form, Question};
use crate::worlds::case::list;
use crate::worlds::{draft, random, shape};
use crate::{fewer, forms, told};

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn an_answer_as_of_a_day_ignores_what_was_certainly_said_later((world, questions) in random::worlds()) {
        for question in questions.iter().filter(|question| question.form != Form::WhyNot) {
            let Some(t) = question.as_of.as_deref().map(last_day) else { continue };
            let later = |date: &Option<String>| date.as_deref().is_some_and(|date| Span::of(date).first > Some(t));
            let mut earlier = world.clone();
            earlier.statements.retain(|one| !later(&one.said));
            earlier.events.retain(|one| !later(&one.date));
            prop_assert_eq!(told(&world, question), told(&earlier, question), "{}", shape::brief(&world, question));
        }
    }

    #[test]
    fn an_answer_known_at_a_day_ignores_what_was_recorded_later((world, questions) in random::worlds()) {
        for question in questions.iter().filter(|question| question.form != Form::WhyNot) {
            let Some(k) = question.known_at.as_deref().map(last_day) else { continue };
            let later = |date: &Option<String>| date.as_deref().is_some_and(|date| Span::of(date).first > Some(k));
            let mut known = world.clone();
            known.statements.retain(|one| !later(if one.recorded.is_some() { &one.recorded } else { &one.published }));
            known.events.retain(|one| !later(&one.published));
            prop_assert_eq!(told(&world, question), told(&known, question), "{}", shape::brief(&world, question));
        }
    }

    #[test]
    fn the_order_of_insertion_is_moot((mut world, questions) in random::worlds()) {
        let before = world.clone();
        world.statements.reverse();
        world.ties.reverse();
        world.nodes.reverse();
        for question in &questions {
            prop_assert_eq!(told(&before, question), told(&world, question), "{}", shape::brief(&before, question));
        }
    }

    #[test]
    fn what_is_unconnected_changes_nothing((world, questions) in random::worlds(), stance in random::stances()) {
        let mut more = world.clone();
        random::add_unconnected(&mut more, stance);
        for question in &questions {
            prop_assert_eq!(told(&world, question), told(&more, question), "{}", shape::brief(&world, question));
        }
    }

    #[test]
    fn what_was_taken_back_was_never_there_by_any_form((world, questions) in random::worlds(), period in forms::periods(), chosen in any::<prop::sample::Index>()) {
        if world.statements.is_empty() {
            return Ok(());
        }
        let chosen = chosen.index(world.statements.len());
        let (mut with, mut without) = (world.clone(), world);
        with.statements[chosen].retracted = Some("2014-06-10".into());
        without.statements.remove(chosen);
        let (after, before) = (draft::graph(&with), draft::graph(&without));
        for query in forms::all(&without, &questions[0], period, chosen) {
            for query in [query.clone(), query.known_at("2014-12-31".parse().unwrap())] {
                prop_assert_eq!(in_full(&after, &query), in_full(&before, &query), "{}\n{}", query, shape::brief(&with, &questions[0]));
            }
        }
    }

    #[test]
    fn a_retraction_takes_back_and_is_named((world, questions) in random::worlds(), chosen in any::<prop::sample::Index>()) {
        if world.statements.is_empty() {
            return Ok(());
        }
        let chosen = chosen.index(world.statements.len());
        let world = random::with_one_retraction(world, chosen);
        for question in questions.iter().filter(|question| question.form == Form::Position) {
            let now = Question { known_at: None, ..question.clone() };
            let before = Question { known_at: Some("2014-05-31".into()), ..question.clone() };
            prop_assert_eq!(told(&world, &now), told(&world, &before), "{}", shape::brief(&world, question));
        }
        let retracted = &world.statements[chosen];
        if let Some(side) = retracted.side().filter(|_| !retracted.is_hint() && !retracted.is_deed()) {
            let question = random::why_not(&retracted.holder, &retracted.target, side);
            let told = told(&world, &question);
            let named = list(&told["reasons"]).iter().any(|reason| reason == "retracted");
            let found = list(&told["findings"]).iter().any(|one| one["polarity"] == side || one["polarity"] == "mixed");
            prop_assert!(named || found, "{}\n{}", told, shape::brief(&world, &question));
        }
    }
}

/// The whole answer without its explanations: why a stance is not found, or not moved by what is assumed, may be that it
/// was taken back, and that is the only trace of it.
fn in_full(graph: &StanceGraph, query: &Query) -> Result<Value, String> {
    let answer = graph.run(query).map_err(|error| error.to_string())?;
    let mut json = stancegraph::render::json_value(&answer);
    if matches!(query.form, query::Form::WhyNot(..)) {
        (json["reasons"], json["outcome"]) = (Value::Null, Value::Null);
    }
    if !query.modifiers.assuming.is_empty() {
        (json["assumptions"], json["notes"]) = (Value::Null, Value::Null);
    }
    Ok(json)
}
