//! A small world as a draft, and a question as a query.

use stancegraph::model::draft::{
    CapacityDraft, ConditionDraft, Draft, EventDraft, NodeDraft, SourceDraft, StatementDraft, Text, TieDraft,
};
use stancegraph::query::Form as QueryForm;
use stancegraph::{GraphBuilder, Polarity, Query, Stance, StanceGraph, Vote, Word as QueryWord};

use crate::naive::world::{Capacity, Event, Form, Question, Statement, Subject, Word, World};

pub(crate) fn graph(world: &World) -> StanceGraph {
    GraphBuilder::new().add(draft(world)).build().unwrap_or_else(|error| panic!("{error}\n{world:#?}"))
}

fn text(value: Option<&String>) -> Option<Text> {
    value.map(|value| value.clone().into())
}

pub(crate) fn draft(world: &World) -> Draft {
    let mut draft = Draft::default();
    for node in &world.nodes {
        let mut built =
            NodeDraft::new(node.kind.parse().unwrap(), node.key.clone(), format!("the {}", node.key));
        built.unnamed = node.unnamed;
        draft.nodes.push(built);
    }
    for tie in &world.ties {
        let mut built = TieDraft::new(tie.kind.replace('_', "-"), tie.from.clone(), tie.to.clone());
        built.since = text(tie.since.as_ref());
        built.until = text(tie.until.as_ref());
        built.confidence = tie.confidence.map(Into::into);
        draft.ties.push(built);
    }
    world.statements.iter().for_each(|statement| add_statement(statement, &mut draft));
    for (number, event) in world.events.iter().enumerate() {
        add_event(event, number, &mut draft);
    }
    draft
}

fn add_statement(one: &Statement, draft: &mut Draft) {
    let mut built =
        StatementDraft::new(one.id.clone(), one.holder.clone(), one.stance.clone(), one.target.clone());
    built.capacity = match &one.capacity {
        Capacity::Unstated => CapacityDraft::Unstated,
        Capacity::Personal => CapacityDraft::Personal,
        Capacity::For(powers) => {
            CapacityDraft::For(powers.iter().map(|power| power.clone().into()).collect())
        }
    };
    built.act = Some(one.act.clone().into());
    built.modality = Some(one.modality.clone().into());
    (built.said, built.until) = (text(one.said.as_ref()), text(one.until.as_ref()));
    (built.recorded, built.retracted) = (text(one.recorded.as_ref()), text(one.retracted.as_ref()));
    built.confidence = one.confidence.map(Into::into);
    for condition in &one.conditions {
        let (words, proposal) = subject(&condition.subject);
        built.conditions.push(ConditionDraft {
            relation: condition.relation.clone().into(),
            scope: condition.scope.clone().into(),
            text: words,
            proposal,
            ..ConditionDraft::default()
        });
    }
    if one.origin.is_some() || one.published.is_some() {
        let key = format!("source-of-{}", one.id);
        let mut source = SourceDraft::new(key.clone(), key.clone());
        source.origin = text(one.origin.as_ref());
        source.published = text(one.published.as_ref());
        draft.sources.push(source);
        built = built.cited(key, "page 1").quote(format!("as {} put it", one.id));
    }
    draft.statements.push(built);
}

fn subject(subject: &Subject) -> (Option<Text>, Option<Text>) {
    match subject {
        Subject::Text(words) => (Some(words.clone().into()), None),
        Subject::Proposal(key) => (None, Some(key.clone().into())),
    }
}

fn add_event(event: &Event, number: usize, draft: &mut Draft) {
    let key = format!("event-{number}");
    let mut source = SourceDraft::new(key.clone(), key.clone());
    source.published = text(event.published.as_ref());
    draft.sources.push(source);
    let (condition, proposal) = subject(&event.subject);
    draft.events.push(EventDraft {
        condition,
        proposal,
        met: event.met,
        date: text(event.date.as_ref()),
        source: Some(key.into()),
        ..EventDraft::default()
    });
}

pub(crate) fn query(question: &Question) -> Query {
    let mut query = bare(question);
    if let Some(date) = &question.as_of {
        query = query.as_of(date.parse().unwrap());
    }
    if let Some(date) = &question.known_at {
        query = query.known_at(date.parse().unwrap());
    }
    if question.by_nation {
        query = query.by_nation();
    }
    if question.inferred {
        query = query.including_inferred();
    }
    if question.asserted {
        query = query.only_asserted();
    }
    if question.last_word {
        query = query.by_last_word();
    }
    question.assuming.iter().fold(query, |query, condition| query.assuming(condition.as_str()))
}

fn bare(question: &Question) -> Query {
    let (holder, target) = (question.holder.as_deref(), question.target.as_deref());
    let word = word(&question.word);
    match question.form {
        Form::Who if question.negated => Query::who(word).negated().on(target.unwrap()),
        Form::Who => Query::who(word).on(target.unwrap()),
        Form::Count if question.negated => Query::count(word).negated().on(target.unwrap()),
        Form::Count => Query::count(word).on(target.unwrap()),
        Form::Does if question.negated => Query::does(holder.unwrap(), word).negated().on(target.unwrap()),
        Form::Does => Query::does(holder.unwrap(), word).on(target.unwrap()),
        Form::Position => Query::position(holder.unwrap()).on(target.unwrap()),
        Form::WhyNot => Query::why_not(holder.unwrap(), word).on(target.unwrap()),
        Form::Contradictions => {
            Query::of(QueryForm::Contradictions(holder.map(Into::into), target.map(Into::into)))
        }
    }
}

fn word(word: &Word) -> QueryWord {
    match word {
        Word::Leaning(sign) => sign.parse::<Polarity>().unwrap().into(),
        Word::Exactly(stance) => stance.parse::<Stance>().unwrap().into(),
        Word::Voted(vote) => match vote.as_str() {
            "voted for" => Vote::For.into(),
            "voted against" => Vote::Against.into(),
            "abstained" => Vote::Abstained.into(),
            _ => Vote::Absent.into(),
        },
    }
}
