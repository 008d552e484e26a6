//! Votes as cast, on the target itself or the latest instance of a series, whatever was said later.

use std::collections::HashSet;

use crate::model::{Act, Capacity, Modality, NodeId, NodeKind, Stance, StatementId};
use crate::position::Selection;
use crate::query::{Listing, Negation, Vote};

use crate::answer::verdict::negate;
use crate::answer::{Content, FindingData, Verdict};

/// Who cast such a vote; listed by nation, the nations for which it was cast. Negated, who is on record with another
/// one: members with no vote recorded stand apart, unless it is their presence that is asked for.
pub(super) fn on(
    selection: &Selection<'_>,
    target: NodeId,
    vote: Vote,
    negation: Negation,
    listing: Listing,
) -> Content {
    let mut content = Content::default();
    for id in seen(selection, target) {
        let stance = selection.graph().at_statement(id).stance;
        let is_such = vote.is_shown_by(stance);
        let list = match negation {
            Negation::Affirmed if is_such => &mut content.findings,
            Negation::Negated if !is_such && stance == Stance::Absent => &mut content.absent,
            Negation::Negated if !is_such => &mut content.findings,
            _ => continue,
        };
        list.extend(listed(selection, id, listing));
    }
    content
}

/// The holders who have any vote on record on a target, an absence included.
pub(super) fn voters(selection: &Selection<'_>, target: NodeId, listing: Listing) -> HashSet<NodeId> {
    let cast = seen(selection, target).flat_map(|id| listed(selection, id, listing));
    cast.map(|data| data.holder).collect()
}

/// A vote under the voter's name, or under those of the nations it was cast for.
fn listed(selection: &Selection<'_>, id: StatementId, listing: Listing) -> Vec<FindingData> {
    match listing {
        Listing::Speakers => vec![FindingData::of_statement(selection, id)],
        Listing::Nations => {
            let names = nations(selection, id).into_iter();
            names.map(|nation| FindingData::of_statement_as(selection, id, Some(nation))).collect()
        }
    }
}

/// The nations a vote was cast for: those it is marked for, or the voter itself.
fn nations(selection: &Selection<'_>, id: StatementId) -> Vec<NodeId> {
    let statement = selection.graph().at_statement(id);
    let is_nation = |node: &NodeId| selection.graph().at(*node).kind() == NodeKind::Nation;
    match statement.capacity.powers() {
        [] if *statement.capacity == Capacity::Personal => Vec::new(),
        [] => [statement.holder].into_iter().filter(is_nation).collect(),
        powers => powers.iter().copied().filter(is_nation).collect(),
    }
}

/// Whether a holder cast such a vote.
pub(super) fn of(
    selection: &Selection<'_>,
    holder: NodeId,
    target: NodeId,
    vote: Vote,
    negation: Negation,
) -> Content {
    let graph = selection.graph();
    let ours: Vec<_> = seen(selection, target).filter(|id| graph.at_statement(*id).is_by(holder)).collect();
    let stances: Vec<Stance> = ours.iter().map(|&id| graph.at_statement(id).stance).collect();
    let verdict = match () {
        () if stances.is_empty() => Verdict::NoRecord,
        () if stances.iter().any(|&stance| vote.is_shown_by(stance)) => negate(Verdict::Yes, negation),
        () if stances.iter().all(|&stance| stance == Stance::Absent) => Verdict::Absent,
        () => negate(Verdict::No, negation),
    };
    let findings = ours.into_iter().map(|id| FindingData::of_statement(selection, id)).collect();
    Content { findings, verdict: Some(verdict), ..Content::default() }
}

fn seen<'a>(selection: &'a Selection<'_>, target: NodeId) -> impl Iterator<Item = StatementId> + 'a {
    let voted = |id: &StatementId| {
        let statement = selection.graph().at_statement(*id);
        let is_vote = statement.act == Act::Voted && statement.modality != Modality::Hinted;
        is_vote && selection.sight(*id).is_ok()
    };
    let matter = std::iter::once(target).chain(selection.latest_instance(target));
    matter.flat_map(|node| selection.graph().statements_on(node)).filter(voted)
}
