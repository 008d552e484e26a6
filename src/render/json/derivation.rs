//! A derivation in JSON.

use serde::Serialize;

use crate::answer::Evidence;
use crate::graph::StanceGraph;
use crate::model::{ConditionSubject, Day, Key, NodeId, StatementId, StatementKey};
use crate::position::{Derivation, Ending, Filter, Step};

use super::node::{NodeJson, TieJson};

/// A step with what it rests on.
#[derive(Debug, Serialize)]
pub(super) struct DerivationJson<'a> {
    #[serde(flatten)]
    step: StepJson<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    from: Vec<Self>,
}

/// A step, told apart by `step`.
#[derive(Debug, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
enum StepJson<'a> {
    Rule {
        text: &'a str,
    },
    Statement {
        statement: Option<StatementKey<'a>>,
    },
    Quote {
        statement: Option<StatementKey<'a>>,
        quote: Option<&'a str>,
        source: Option<&'a Key>,
        locator: Option<&'a str>,
    },
    Tie {
        tie: Option<TieJson<'a>>,
    },
    Path {
        path: Vec<&'a Key>,
    },
    Filter {
        filter: FilterJson<'a>,
    },
    Ended {
        ending: &'static str,
        by: Option<StatementKey<'a>>,
    },
}

/// A filter, by its word in a question.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
enum FilterJson<'a> {
    AsOf(String),
    KnownAt(String),
    Period { earliest: Option<String>, latest: Option<String> },
    OnlyAsserted(bool),
    OnBehalfOf(Option<NodeJson<'a>>),
    At(&'a str),
    AccordingTo(Vec<&'a Key>),
    Assuming(&'a str),
}

impl<'a> DerivationJson<'a> {
    pub(super) fn of(graph: &'a StanceGraph, derivation: &'a Derivation) -> Self {
        let from = derivation.from.iter().map(|part| Self::of(graph, part)).collect();
        Self { step: step(graph, &derivation.step), from }
    }
}

fn step<'a>(graph: &'a StanceGraph, step: &'a Step) -> StepJson<'a> {
    let key = |id: StatementId| graph.statement(id).map(|statement| statement.key);
    match step {
        Step::Rule(text) => StepJson::Rule { text },
        Step::Statement(id) => StepJson::Statement { statement: key(*id) },
        Step::Quote(id) => quote(graph, *id, key(*id)),
        Step::Tie(id) => StepJson::Tie { tie: graph.tie(*id).map(|tie| TieJson::of(graph, tie)) },
        Step::Path(path) => {
            StepJson::Path { path: path.iter().filter_map(|&id| Some(&graph.node(id)?.key)).collect() }
        }
        Step::Filter(one) => StepJson::Filter { filter: filter(graph, one) },
        Step::Ended(ending) => {
            let (ending, by) = match *ending {
                Ending::Superseded(by) => ("superseded", key(by)),
                Ending::Withdrawn(by) => ("withdrawn", key(by)),
                Ending::Expired => ("expired", None),
                Ending::ConditionMet => ("condition-met", None),
            };
            StepJson::Ended { ending, by }
        }
    }
}

fn quote<'a>(graph: &'a StanceGraph, id: StatementId, statement: Option<StatementKey<'a>>) -> StepJson<'a> {
    let piece = graph.statement(id).map(|_| Evidence::new(graph, id));
    StepJson::Quote {
        statement,
        quote: piece.and_then(Evidence::quote),
        source: piece.and_then(|piece| Some(&piece.source()?.key)),
        locator: piece.and_then(|piece| piece.statement().locator()),
    }
}

fn filter<'a>(graph: &'a StanceGraph, filter: &'a Filter) -> FilterJson<'a> {
    let node = |id: NodeId| graph.node(id).map(NodeJson::of);
    let day = |day: &Day| day.to_string();
    match filter {
        Filter::AsOf(at) => FilterJson::AsOf(day(at)),
        Filter::KnownAt(at) => FilterJson::KnownAt(day(at)),
        Filter::Period { earliest, latest } => {
            FilterJson::Period { earliest: earliest.as_ref().map(day), latest: latest.as_ref().map(day) }
        }
        Filter::OnlyAsserted => FilterJson::OnlyAsserted(true),
        Filter::OnBehalfOf(power) => FilterJson::OnBehalfOf(node(*power)),
        Filter::Occasion(words) => FilterJson::At(words),
        Filter::Sources(ids) => {
            let keys = ids.iter().filter_map(|id| Some(&graph.source(*id)?.key));
            FilterJson::AccordingTo(keys.collect())
        }
        Filter::Assuming(ConditionSubject::Text(words)) => FilterJson::Assuming(words),
        Filter::Assuming(ConditionSubject::Proposal(id)) => {
            FilterJson::Assuming(graph.node(*id).map_or("", |node| node.name()))
        }
    }
}
