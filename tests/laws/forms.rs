//! Every form of question about a small world, with the modifiers of one question.

use proptest::option;
use proptest::prelude::*;
use stancegraph::model::TieKind;
use stancegraph::query::{Facet, Period, TieSide, Toward, Trait};
use stancegraph::{Polarity, Query, Stance, Vote};

use crate::naive::world::{Question, World};

/// A stretch of time that a question is confined to, or none.
pub(crate) fn periods() -> impl Strategy<Value = Option<Period>> {
    let date = |text: &str| text.parse().unwrap();
    let periods = vec![
        Period::Since(date("2011")),
        Period::Until(date("2011-06-10")),
        Period::In(date("2012")),
        Period::Between(date("2010-06"), date("2011")),
    ];
    option::weighted(0.3, prop::sample::select(periods))
}

/// Every form that has a sense here, about two holders and a proposal chosen by `number`.
pub(crate) fn all(world: &World, question: &Question, period: Option<Period>, number: usize) -> Vec<Query> {
    let holders: Vec<&str> = world.holders().collect();
    let matters = world.nodes.iter().map(|node| node.key.as_str());
    let matters: Vec<&str> = matters.filter(|key| !holders.contains(key)).collect();
    let (holder, other) = (holders[number % holders.len()], holders[(number + 1) % holders.len()]);
    let target = matters[number % matters.len()];
    let polarity = Polarity::ALL[number % Polarity::ALL.len()];
    let queries = of_one(holder, target, polarity).into_iter().chain(of_all(target, polarity));
    let queries = queries.chain(of_two(holder, other, target));
    queries.map(|query| with_modifiers(query, question, period)).collect()
}

fn of_one(holder: &str, target: &str, polarity: Polarity) -> Vec<Query> {
    vec![
        Query::does(holder, polarity).on(target),
        Query::does(holder, polarity).negated().on(target),
        Query::does(holder, Stance::Accepts).on(target),
        Query::does(holder, Vote::For).on(target),
        Query::what(holder, polarity),
        Query::what(holder, Stance::Supports),
        Query::said(holder),
        Query::said_about(holder, target),
        Query::profile(holder),
        Query::position(holder).on(target),
        Query::position(holder).on(target).by_last_word(),
        Query::timeline(holder, target),
        Query::when_first(holder, polarity).on(target),
        Query::when_last(holder, polarity).on(target),
        Query::since_when(holder, polarity).on(target),
        Query::why(holder, polarity).on(target),
        Query::why_not(holder, polarity).on(target),
        Query::contradictions_of(holder),
    ]
}

fn of_all(target: &str, polarity: Polarity) -> Vec<Query> {
    let (earlier, later) = ("2010-06-15".parse().unwrap(), "2012".parse().unwrap());
    vec![
        Query::who(polarity).on(target),
        Query::who(polarity).negated().on(target),
        Query::who(polarity).on(target).by_nation(),
        Query::who(polarity).on(target).by_last_word(),
        Query::who(Stance::Rejects).on(target),
        Query::who(Vote::Against).on(target),
        Query::who(Vote::Absent).on(target).by_nation(),
        Query::count(polarity).on(target),
        Query::changes(target, earlier, later),
        Query::changes_since(target, earlier),
        Query::contradictions(),
        Query::contradictions_on(target),
        Query::pairs(polarity, Toward::Proposals),
        Query::which([Trait::Conditional]),
        Query::which([Trait::Hedged, Trait::Hinted]),
        Query::which([Trait::Unnamed]),
        Query::which([Trait::Undated]),
        Query::which([Trait::Quoted]),
    ]
}

fn of_two(holder: &str, other: &str, target: &str) -> Vec<Query> {
    vec![
        Query::compare(Facet::Both, holder, other),
        Query::compare(Facet::Differ, holder, other),
        Query::compare_on(holder, other, target),
        Query::tied(holder, TieKind::MemberOf, other),
        Query::ties(TieKind::MemberOf, TieSide::Holders, other),
        Query::ties(TieKind::Represents, TieSide::Powers, holder),
    ]
}

fn with_modifiers(query: Query, question: &Question, period: Option<Period>) -> Query {
    let with_day = question.as_of.as_ref().map(|day| day.parse().unwrap());
    let query = with_day.into_iter().fold(query, Query::as_of);
    let query = period.into_iter().fold(query, Query::within);
    let query = if question.inferred { query.including_inferred() } else { query };
    let query = if question.asserted { query.only_asserted() } else { query };
    question.assuming.iter().fold(query, |query, condition| query.assuming(condition.as_str()))
}
