//! Camps and mediators in JSON.

use serde::Serialize;

use crate::analysis::Mediator;
use crate::answer::Answer;
use crate::model::{Node, StatementId};
use crate::position::Lean;

use super::node::NodeJson;

/// The camps on a matter.
#[derive(Debug, Serialize)]
pub(super) struct CampsJson<'a> {
    camps: Vec<CampJson<'a>>,
    distances: Vec<DistanceJson>,
    between: Vec<BetweenJson<'a>>,
    unattached: Vec<NodeJson<'a>>,
    modularity: Option<f64>,
    certified: bool,
    /// What the camps rest on.
    statements: Vec<String>,
}

#[derive(Debug, Serialize)]
struct CampJson<'a> {
    members: Vec<NodeJson<'a>>,
    cohesion: Option<f64>,
}

/// Two camps by number, from 1, and how far they are apart.
#[derive(Debug, Serialize)]
struct DistanceJson {
    left: usize,
    right: usize,
    mean_weight: Option<f64>,
    distance: Option<f64>,
}

#[derive(Debug, Serialize)]
struct BetweenJson<'a> {
    holder: Option<NodeJson<'a>>,
    camp: usize,
    other: usize,
    share: f64,
}

pub(super) fn camps(answer: &Answer) -> Option<CampsJson<'_>> {
    let found = answer.camps()?;
    let camps = found.camps;
    let count = camps.camps().len();
    let node = |place: usize| -> Option<NodeJson<'_>> {
        Some(NodeJson::of(answer.graph().node(camps.members().get(place)?.node?)?))
    };
    let pairs = (0..count).flat_map(|left| (left + 1..count).map(move |right| (left, right)));
    let of_camp = camps.camps().iter().map(|camp| CampJson {
        members: camp.places.iter().filter_map(|&place| node(place)).collect(),
        cohesion: camp.cohesion,
    });
    let between = camps.between(found.share);
    let between = between.iter().map(|one| BetweenJson {
        holder: node(one.place),
        camp: one.own + 1,
        other: one.other + 1,
        share: one.share,
    });
    Some(CampsJson {
        camps: of_camp.collect(),
        distances: pairs
            .map(|(left, right)| DistanceJson {
                left: left + 1,
                right: right + 1,
                mean_weight: camps.mean_weight(left, right),
                distance: camps.distance(left, right),
            })
            .collect(),
        between: between.collect(),
        unattached: camps.unattached().iter().filter_map(|&place| node(place)).collect(),
        modularity: camps.modularity(),
        certified: camps.is_certified(),
        statements: keys(answer, found.network.statements()),
    })
}

/// How alone someone stands.
#[derive(Debug, Serialize)]
pub(super) struct IsolationJson<'a> {
    holder: NodeJson<'a>,
    polarity: Lean,
    same: usize,
    opposite: usize,
    share: Option<f64>,
    statements: Vec<String>,
}

pub(super) fn isolation(answer: &Answer) -> Option<Vec<IsolationJson<'_>>> {
    let told = answer.isolation()?.iter().filter_map(|one| {
        Some(IsolationJson {
            holder: NodeJson::of(answer.graph().node(one.position.holder)?),
            polarity: one.position.lean,
            same: one.same,
            opposite: one.opposite,
            share: one.share(),
            statements: keys(answer, one.position.statements.iter().copied()),
        })
    });
    Some(told.collect())
}

/// Someone who could mediate, with each criterion.
#[derive(Debug, Serialize)]
pub(super) struct MediatorJson<'a> {
    holder: NodeJson<'a>,
    parties: Vec<PartyJson>,
    hostile_to_neither: bool,
    /// On the matter asked about; `null` where none was, or nothing of it is on record.
    polarity: Option<Lean>,
    /// `null` where too little is on record to say.
    between: Option<bool>,
}

/// What is on record between a possible mediator and a party, in the order of the question: keys of statements.
#[derive(Debug, Serialize)]
struct PartyJson {
    speaking_terms: Vec<String>,
    hostile: Vec<String>,
    hostile_back: Vec<String>,
    agreement: Option<f64>,
    common: u32,
}

pub(super) fn mediators(answer: &Answer) -> Option<Vec<MediatorJson<'_>>> {
    let told = answer.mediators()?.iter().filter_map(|one| {
        let holder: &Node = answer.graph().node(one.holder)?;
        Some(MediatorJson {
            holder: NodeJson::of(holder),
            parties: [0, 1].into_iter().filter_map(|at| party(answer, one, at)).collect(),
            hostile_to_neither: one.is_hostile_to_neither(),
            polarity: one.lean,
            between: one.is_between(),
        })
    });
    Some(told.collect())
}

fn party(answer: &Answer, one: &Mediator, at: usize) -> Option<PartyJson> {
    let of = |ids: &[StatementId]| keys(answer, ids.iter().copied());
    let likeness = one.likeness.get(at)?;
    Some(PartyJson {
        speaking_terms: of(one.terms.get(at)?),
        hostile: of(one.hostile.get(at)?),
        hostile_back: of(one.resented.get(at)?),
        agreement: likeness.value(),
        common: likeness.common,
    })
}

fn keys(answer: &Answer, ids: impl Iterator<Item = StatementId>) -> Vec<String> {
    ids.filter_map(|id| Some(answer.graph().statement(id)?.key.to_string())).collect()
}
