//! Why a holder is not found: the reasons, complete and in a fixed order.

use std::collections::BTreeMap;

use crate::model::word::code_words;
use crate::model::{Act, Modality, NodeId, Stance, StatementId};

use super::reach::{Found, Offices};
use super::{Basis, Ending, Hidden, Position, Selection, Voice};

/// A reason why a holder is not found to hold a stance. The order is the order in which reasons are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// Nobody in the data has the name.
    UnknownName,
    /// Nothing on record on it, its kinds, or what it is a kind of.
    NoRecord,
    /// On record on a kind of it only.
    OnlyNarrower,
    /// On record only on what it is a kind of.
    OnlyBroader,
    /// A later statement of another polarity took its place.
    Superseded,
    /// It ran out by its own terms.
    Expired,
    /// The holder withdrew it.
    Withdrawn,
    /// The record was taken back.
    Retracted,
    /// It had not been recorded by then.
    NotYetKnown,
    /// It had not been said by then.
    NotYetSaid,
    /// Only hinted at.
    OnlyHinted,
    /// Only if a condition comes about.
    OnlyConditional,
    /// A nearer basis says otherwise.
    LostToNearer,
    /// A filter of the question leaves it out.
    Filtered,
}

code_words!(Reason, "reason", {
    UnknownName = 0 "unknown-name", NoRecord = 1 "no-record", OnlyNarrower = 2 "only-narrower",
    OnlyBroader = 3 "only-broader", Superseded = 4 "superseded", Expired = 5 "expired", Withdrawn = 6 "withdrawn",
    Retracted = 7 "retracted", NotYetKnown = 8 "not-yet-known", NotYetSaid = 9 "not-yet-said",
    OnlyHinted = 10 "only-hinted", OnlyConditional = 11 "only-conditional", LostToNearer = 12 "lost-to-nearer",
    Filtered = 13 "filtered",
});

/// Why a holder is not plainly found: reasons with the statements they rest on, and the positions it does have.
///
/// A holder whose position is plainly another one has no reasons: the position is the answer.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct WhyNot {
    /// The reasons in their fixed order, each with its statements in order of entry.
    pub reasons: Vec<(Reason, Vec<StatementId>)>,
    /// What the holder does have on the matter.
    pub positions: Vec<Position>,
}

/// The reasons as they are found.
type Reasons = BTreeMap<Reason, Vec<StatementId>>;

impl Selection<'_> {
    /// Why a holder has no plain position of the kind that `counts` on a target.
    pub fn why_not(&self, holder: NodeId, target: NodeId, counts: impl Fn(Stance) -> bool) -> WhyNot {
        let records = self.records_of(holder, target);
        let positions: Vec<Position> = records.into_iter().flat_map(|record| record.positions).collect();
        let matches = |position: &&Position| {
            position.statements.iter().any(|&id| counts(self.graph().at_statement(id).stance))
        };
        let mut reasons = Reasons::new();
        for position in positions.iter().filter(matches) {
            let reason = match position.basis {
                Basis::Narrower => Reason::OnlyNarrower,
                _ if position.conditional => Reason::OnlyConditional,
                _ => return WhyNot { reasons: Vec::new(), positions },
            };
            reasons.entry(reason).or_default().extend(&position.statements);
        }
        for voice in Voice::all_of(self.graph(), holder) {
            self.reasons_of(voice, holder, target, &counts, &mut reasons);
        }
        if reasons.is_empty() && positions.is_empty() {
            self.silence(holder, target, &mut reasons);
        }
        let in_order = |mut ids: Vec<StatementId>| {
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        WhyNot {
            reasons: reasons.into_iter().map(|(reason, ids)| (reason, in_order(ids))).collect(),
            positions,
        }
    }

    fn reasons_of(
        &self,
        voice: Voice,
        holder: NodeId,
        target: NodeId,
        counts: &impl Fn(Stance) -> bool,
        reasons: &mut Reasons,
    ) {
        self.hidden_reasons(voice, target, counts, reasons);
        let reach = self.reach(voice, target, Offices::Count);
        let ours = |id: StatementId| {
            let statement = self.graph().at_statement(id);
            (voice.node() == holder || statement.holder == holder) && counts(statement.stance)
        };
        for found in reach.nearest.iter().filter(|found| found.basis <= Basis::Series) {
            line_reasons(found, &ours, reasons);
        }
        for found in &reach.farther {
            let lost = found.line.standing().filter(|&id| counts(self.graph().at_statement(id).stance));
            let lost: Vec<_> = lost.collect();
            if !lost.is_empty() {
                reasons.entry(Reason::LostToNearer).or_default().extend(lost);
            }
        }
    }

    /// Statements on the target itself that are not seen.
    fn hidden_reasons(
        &self,
        voice: Voice,
        target: NodeId,
        counts: &impl Fn(Stance) -> bool,
        reasons: &mut Reasons,
    ) {
        let graph = self.graph();
        for &id in graph.statements_on(target) {
            let statement = graph.at_statement(id);
            let makes_position = statement.act != Act::Did && statement.modality != Modality::Hinted;
            if !counts(statement.stance) || !makes_position || !Voice::of(graph, statement).contains(&voice) {
                continue;
            }
            let reason = match self.sight(id) {
                Ok(_) => continue,
                Err(Hidden::Retracted) => Reason::Retracted,
                Err(Hidden::NotYetKnown) => Reason::NotYetKnown,
                Err(Hidden::NotYetSaid) => Reason::NotYetSaid,
                Err(Hidden::Filtered) => Reason::Filtered,
            };
            reasons.entry(reason).or_default().push(id);
        }
    }

    /// Nothing that counts: is there anything on a kind, or on what it is a kind of?
    fn silence(&self, holder: NodeId, target: NodeId, reasons: &mut Reasons) {
        let voices = Voice::all_of(self.graph(), holder);
        let on = |node: NodeId| -> Vec<StatementId> {
            let lines = voices.iter().flat_map(|&voice| self.direct(voice, node, Offices::Count));
            lines.filter(|found| found.line.is_occupied()).flat_map(|found| found.line.said()).collect()
        };
        let below: Vec<_> =
            self.graph().narrower(target).into_iter().flat_map(|kind| on(kind.node)).collect();
        let above: Vec<_> =
            self.graph().broader(target).into_iter().flat_map(|broad| on(broad.node)).collect();
        let own = on(target);
        let absent = voices.iter().any(|&voice| {
            self.direct(voice, target, Offices::Count).iter().any(|found| !found.line.absences.is_empty())
        });
        match () {
            () if !own.is_empty() => {}
            () if !below.is_empty() => drop(reasons.insert(Reason::OnlyNarrower, below)),
            () if !above.is_empty() => drop(reasons.insert(Reason::OnlyBroader, above)),
            () if absent => {}
            () => drop(reasons.insert(Reason::NoRecord, Vec::new())),
        }
    }
}

/// Why what was said on the target itself does not stand.
fn line_reasons(found: &Found, ours: &impl Fn(StatementId) -> bool, reasons: &mut Reasons) {
    for &(id, ending) in found.line.ended.iter().filter(|(id, _)| ours(*id)) {
        let reason = match ending {
            Ending::Superseded(_) => Reason::Superseded,
            Ending::Expired | Ending::ConditionMet => Reason::Expired,
            Ending::Withdrawn(_) => Reason::Withdrawn,
        };
        reasons.entry(reason).or_default().push(id);
    }
    let hints = found.line.hints.iter().copied().filter(|&id| ours(id));
    let hints: Vec<_> = hints.collect();
    if !hints.is_empty() {
        reasons.entry(Reason::OnlyHinted).or_default().extend(hints);
    }
}
