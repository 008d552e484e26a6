//! Why a holder is not found: the reasons, complete and in a fixed order.

use std::collections::BTreeMap;

use crate::model::word::code_words;
use crate::model::{Act, Capacity, Modality, NodeId, Stance, StatementId, TieKind};
use crate::query::Inference;

use super::reach::Found;
use super::{Basis, Ending, Hidden, Lean, Position, Selection, Voice};

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

/// One holder, one target, and what counts as the stance asked about.
struct Asked<'a> {
    holder: NodeId,
    target: NodeId,
    counts: &'a dyn Fn(Stance) -> bool,
}

impl Selection<'_> {
    /// Why a holder has no plain position of the kind that `counts` on a target.
    ///
    /// Every statement of that kind on the matter gives its own reason: what is not seen, on whatever basis it would
    /// count; what is seen on the target itself and does not stand; what is only on a kind of it or on what it is a kind
    /// of; what stands on a farther basis, and so lost. Where there is none, and no other position is plain, the
    /// statements of every kind give theirs.
    ///
    /// # Complexity
    /// That of resolving the holder's statements on the target, on its kinds and on what it is a kind of.
    pub fn why_not(&self, holder: NodeId, target: NodeId, counts: impl Fn(Stance) -> bool) -> WhyNot {
        let records = self.records_of(holder, target);
        let is_absent = records.iter().any(|record| !record.absences.is_empty());
        let positions: Vec<Position> = records.into_iter().flat_map(|record| record.positions).collect();
        let of_kind =
            |ids: &[StatementId]| ids.iter().any(|&id| counts(self.graph().at_statement(id).stance));
        let is_plain = |position: &Position| {
            !position.on_kind && (!position.conditional || position.lean == Lean::Mixed)
        };
        if positions.iter().any(|position| is_plain(position) && of_kind(&position.statements)) {
            return WhyNot { reasons: Vec::new(), positions };
        }
        let mut reasons = self.reasons(&Asked { holder, target, counts: &counts }, &positions);
        for position in &positions {
            let reason = if position.on_kind { Reason::OnlyNarrower } else { Reason::OnlyConditional };
            let shown = Some(&position.statements).filter(|ids| of_kind(ids)).into_iter().flatten();
            let waiting = position.contingent.iter().filter(|id| of_kind(&[**id]));
            add(&mut reasons, reason, shown.chain(waiting).copied());
        }
        if reasons.is_empty() && positions.iter().all(|position| position.on_kind) {
            reasons = self.reasons(&Asked { holder, target, counts: &|_| true }, &positions);
            if reasons.is_empty() && !is_absent {
                reasons.insert(Reason::NoRecord, Vec::new());
            }
        }
        let reasons = reasons.into_iter().map(|(reason, ids)| (reason, in_order(ids))).collect();
        WhyNot { reasons, positions }
    }

    /// The reasons of every statement asked about, in each capacity that the holder speaks in.
    fn reasons(&self, asked: &Asked<'_>, shown: &[Position]) -> Reasons {
        let mut reasons = Reasons::new();
        for voice in Voice::all_of(self.graph(), asked.holder) {
            self.seen(voice, asked, shown, &mut reasons);
            self.unseen(voice, asked, &mut reasons);
        }
        reasons
    }

    /// Whether a statement of a voice is of the kind asked about, and the holder's: of a pool that a person speaks in,
    /// only that person's own share. What it said unmarked is told under its own name.
    fn is_asked(&self, voice: Voice, id: StatementId, asked: &Asked<'_>) -> bool {
        let statement = self.graph().at_statement(id);
        let share = statement.holder == asked.holder && *statement.capacity != Capacity::Unstated;
        (voice.node() == asked.holder || share) && (asked.counts)(statement.stance)
    }

    /// What is seen: fallen on the nearest basis, only elsewhere, or lost to something nearer.
    fn seen(&self, voice: Voice, asked: &Asked<'_>, shown: &[Position], reasons: &mut Reasons) {
        let ours = |id: &StatementId| self.is_asked(voice, *id, asked);
        let reach = self.reach(voice, asked.target);
        for found in &reach.nearest {
            match found.basis {
                Basis::Stated | Basis::SpokenFor | Basis::Represents | Basis::Series => {
                    self.fallen(voice, found, asked, shown, reasons);
                }
                Basis::Narrower => {
                    add(reasons, Reason::OnlyNarrower, found.line.said().into_iter().filter(ours));
                }
                Basis::Broader | Basis::Membership => {}
            }
        }
        if reach.nearest.first().is_none_or(|found| found.basis == Basis::Membership) {
            let wholes = self.graph().broader(asked.target).into_iter();
            let said = wholes.flat_map(|whole| self.said_on(voice, whole.node));
            add(reasons, Reason::OnlyBroader, said.filter(ours));
        }
        // Blocs hand down to their member itself, not to what another power says through it.
        let by_itself = voice == Voice::by_itself(self.graph(), asked.holder);
        let farther = reach.farther.iter().filter(|found| by_itself || found.basis != Basis::Membership);
        add(reasons, Reason::LostToNearer, farther.flat_map(|found| found.line.standing()).filter(ours));
    }

    /// Everything a voice has said on a target, or those in office for it where it has said nothing.
    fn said_on(&self, voice: Voice, target: NodeId) -> Vec<StatementId> {
        let nearest = self.nearest_direct(voice, target);
        nearest.map_or_else(Vec::new, |found| found.line.said())
    }

    /// Why what was said on the target itself does not stand.
    fn fallen(
        &self,
        voice: Voice,
        found: &Found,
        asked: &Asked<'_>,
        shown: &[Position],
        reasons: &mut Reasons,
    ) {
        let ours = |id: &StatementId| self.is_asked(voice, *id, asked);
        for (id, ending) in found.line.ended.iter().filter(|(id, _)| ours(id)) {
            let withdraws = |by: &StatementId| self.graph().at_statement(*by).stance == Stance::Withdraws;
            let reason = match ending {
                // A withdrawal that another followed was no less one.
                Ending::Superseded(by) if withdraws(by) => Reason::Withdrawn,
                Ending::Superseded(_) => Reason::Superseded,
                Ending::Expired | Ending::ConditionMet => Reason::Expired,
                Ending::Withdrawn(_) => Reason::Withdrawn,
            };
            add(reasons, reason, [*id]);
        }
        // What was to hold until a condition came about gave way to what came about.
        let is_shown = |id: &StatementId| {
            shown.iter().any(|position| position.statements.contains(id) || position.contingent.contains(id))
        };
        add(reasons, Reason::Superseded, found.line.standing().filter(|id| ours(id) && !is_shown(id)));
        add(reasons, Reason::OnlyHinted, found.line.hints.iter().copied().filter(ours));
        add(reasons, Reason::Withdrawn, found.line.withdrawals.iter().copied().filter(ours));
    }

    /// Statements that are not seen, on every basis that they would count on.
    fn unseen(&self, voice: Voice, asked: &Asked<'_>, reasons: &mut Reasons) {
        let graph = self.graph();
        let kinds = graph.narrower(asked.target).into_iter().map(|kind| kind.node);
        let matter = [asked.target].into_iter().chain(self.latest_instance(asked.target)).chain(kinds);
        for id in matter.flat_map(|node| graph.statements_on(node)) {
            let statement = graph.at_statement(id);
            let Err(hidden) = self.sight(id) else { continue };
            // A hint is no position, but one that a filter leaves out would be told if it were not for the filter.
            let told = statement.modality != Modality::Hinted || hidden == Hidden::Filtered;
            let counts = statement.act != Act::Did && statement.stance != Stance::Absent && told;
            if counts && self.would_reach(voice, id, asked.holder) && self.is_asked(voice, id, asked) {
                add(reasons, Reason::from(hidden), [id]);
            }
        }
    }

    /// Whether a statement would reach a voice: its own, through an office or, on request, through a bloc.
    fn would_reach(&self, voice: Voice, id: StatementId, holder: NodeId) -> bool {
        let graph = self.graph();
        let statement = graph.at_statement(id);
        let speaks = |power: NodeId| {
            let own = Voice::of(graph, statement).contains(&Voice::by_itself(graph, power));
            own || self.in_office(power, id)
        };
        let own = Voice::of(graph, statement).contains(&voice);
        let by_itself = voice == Voice::by_itself(graph, holder);
        let inferred = by_itself && self.lens().inference == Inference::Included;
        own || (by_itself && self.in_office(holder, id)) || (inferred && self.blocs_of(holder).any(speaks))
    }

    /// The named blocs that a holder belongs to, or may belong to, at the time.
    pub(crate) fn blocs_of(&self, holder: NodeId) -> impl Iterator<Item = NodeId> {
        let graph = self.graph();
        let ties = graph.ties_from(holder, TieKind::MemberOf).into_iter().map(|tie| graph.at_tie(tie));
        let current = ties.filter(|tie| self.holds_now(tie.held) != Some(false)).map(|tie| tie.to);
        current.filter(|&bloc| !graph.at(bloc).is_unnamed())
    }

    /// Whether a statement is an unmarked one of someone who was in office for a power then.
    pub(super) fn in_office(&self, power: NodeId, id: StatementId) -> bool {
        let graph = self.graph();
        let statement = graph.at_statement(id);
        let offices = graph.ties_to(power, TieKind::Represents).into_iter().map(|tie| graph.at_tie(tie));
        let mut of_speaker = offices.filter(|tie| tie.from == statement.holder);
        let unmarked = *statement.capacity == Capacity::Unstated;
        unmarked && of_speaker.any(|tie| tie.held.covers(self.window(id)) != Some(false))
    }
}

impl From<Hidden> for Reason {
    fn from(hidden: Hidden) -> Self {
        match hidden {
            Hidden::Retracted => Self::Retracted,
            Hidden::NotYetKnown => Self::NotYetKnown,
            Hidden::NotYetSaid => Self::NotYetSaid,
            Hidden::Filtered => Self::Filtered,
        }
    }
}

/// Adds a reason, unless there is nothing that it rests on.
fn add(reasons: &mut Reasons, reason: Reason, statements: impl IntoIterator<Item = StatementId>) {
    let mut statements = statements.into_iter().peekable();
    if statements.peek().is_some() {
        reasons.entry(reason).or_default().extend(statements);
    }
}

fn in_order(mut ids: Vec<StatementId>) -> Vec<StatementId> {
    ids.sort_unstable();
    ids.dedup();
    ids
}
