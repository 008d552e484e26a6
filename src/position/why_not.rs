//! Why a holder is not found: the reasons, complete and in a fixed order.

use std::collections::BTreeMap;

use crate::model::word::code_words;
use crate::model::{Act, Capacity, Modality, NodeId, Stance, StatementId, TieKind};
use crate::query::Inference;

use super::reach::Found;
use super::{Basis, Ending, Hidden, Line, Position, Selection, Voice};

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
struct Asked<'a, F> {
    holder: NodeId,
    target: NodeId,
    counts: &'a F,
}

impl Selection<'_> {
    /// Why a holder has no plain position of the kind that `counts` on a target.
    ///
    /// # Complexity
    /// That of resolving the holder's statements on the target, on its kinds and on what it is a kind of.
    pub fn why_not(&self, holder: NodeId, target: NodeId, counts: impl Fn(Stance) -> bool) -> WhyNot {
        let records = self.records_of(holder, target);
        let positions: Vec<Position> = records.into_iter().flat_map(|record| record.positions).collect();
        let asked = Asked { holder, target, counts: &counts };
        let mut reasons = Reasons::new();
        for position in positions.iter().filter(|position| self.any_counts(&position.statements, &counts)) {
            let reason = match position {
                Position { on_kind: true, .. } => Reason::OnlyNarrower,
                Position { conditional: true, .. } => Reason::OnlyConditional,
                _ => return WhyNot { reasons: Vec::new(), positions },
            };
            reasons.entry(reason).or_default().extend(&position.statements);
        }
        for position in &positions {
            let reason = if position.on_kind { Reason::OnlyNarrower } else { Reason::OnlyConditional };
            let waiting = position.contingent.iter().copied().filter(|&id| self.any_counts(&[id], &counts));
            add(&mut reasons, reason, waiting);
        }
        self.gather(&asked, positions.is_empty(), &mut reasons);
        if reasons.is_empty() && positions.iter().all(|position| position.on_kind) {
            self.silence(&asked, &mut reasons);
        }
        let reasons = reasons.into_iter().map(|(reason, ids)| (reason, in_order(ids))).collect();
        WhyNot { reasons, positions }
    }

    fn any_counts(&self, statements: &[StatementId], counts: impl Fn(Stance) -> bool) -> bool {
        statements.iter().any(|&id| counts(self.graph().at_statement(id).stance))
    }

    /// What is on record and does not stand, is not seen, or lost to something nearer. Where nothing stands at all,
    /// statements on farther bases that are not seen are reasons too.
    fn gather(
        &self,
        asked: &Asked<'_, impl Fn(Stance) -> bool>,
        nothing_stands: bool,
        reasons: &mut Reasons,
    ) {
        for voice in Voice::all_of(self.graph(), asked.holder) {
            self.unseen(voice, asked, nothing_stands, reasons);
        }
        self.gather_seen(asked, reasons);
    }

    /// What is seen and does not stand, or lost to something nearer.
    fn gather_seen(&self, asked: &Asked<'_, impl Fn(Stance) -> bool>, reasons: &mut Reasons) {
        for voice in Voice::all_of(self.graph(), asked.holder) {
            let reach = self.reach(voice, asked.target);
            for found in reach.nearest.iter().filter(|found| found.basis <= Basis::Series) {
                self.fallen(voice, found, asked, reasons);
            }
            let farther = reach.farther.iter().flat_map(|found| found.line.standing());
            add(reasons, Reason::LostToNearer, farther.filter(|id| self.is_asked(voice, *id, asked)));
        }
    }

    /// Whether a statement of a voice is of the sign asked about, and the holder's: of a pool that a person speaks in,
    /// only that person's own.
    fn is_asked(&self, voice: Voice, id: StatementId, asked: &Asked<'_, impl Fn(Stance) -> bool>) -> bool {
        let statement = self.graph().at_statement(id);
        (voice.node() == asked.holder || statement.holder == asked.holder) && (asked.counts)(statement.stance)
    }

    /// Why what was said on the target itself does not stand.
    fn fallen(
        &self,
        voice: Voice,
        found: &Found,
        asked: &Asked<'_, impl Fn(Stance) -> bool>,
        reasons: &mut Reasons,
    ) {
        let ours = |id: &StatementId| self.is_asked(voice, *id, asked);
        for (id, ending) in found.line.ended.iter().filter(|(id, _)| ours(id)) {
            let reason = match ending {
                Ending::Superseded(_) => Reason::Superseded,
                Ending::Expired | Ending::ConditionMet => Reason::Expired,
                Ending::Withdrawn(_) => Reason::Withdrawn,
            };
            add(reasons, reason, [*id]);
        }
        add(reasons, Reason::OnlyHinted, found.line.hints.iter().copied().filter(ours));
        add(reasons, Reason::Withdrawn, found.line.withdrawal.into_iter().filter(ours));
    }

    /// Statements that are not seen: on the target itself, and where asked for on every basis it may be reached by.
    fn unseen(
        &self,
        voice: Voice,
        asked: &Asked<'_, impl Fn(Stance) -> bool>,
        on_every_basis: bool,
        reasons: &mut Reasons,
    ) {
        let graph = self.graph();
        let mut matter = vec![asked.target];
        if on_every_basis {
            matter.extend(self.latest_instance(asked.target));
            matter.extend(graph.narrower(asked.target).into_iter().map(|kind| kind.node));
        }
        for id in matter.iter().flat_map(|&node| graph.statements_on(node)).copied() {
            let statement = graph.at_statement(id);
            let Err(hidden) = self.sight(id) else { continue };
            // A hint is no position, but one that a filter leaves out would be told if it were not for the filter.
            let told = statement.modality != Modality::Hinted || hidden == Hidden::Filtered;
            let own = Voice::of(graph, statement).contains(&voice);
            let ours = own || (on_every_basis && self.reaches(voice, id));
            if statement.act != Act::Did && told && ours && self.is_asked(voice, id, asked) {
                add(reasons, Reason::from(hidden), [id]);
            }
        }
    }

    /// Whether a statement would reach a voice through an office or, where that is asked for, through a bloc.
    fn reaches(&self, voice: Voice, id: StatementId) -> bool {
        let graph = self.graph();
        let statement = graph.at_statement(id);
        let speaks = |power: NodeId| {
            let own = Voice::of(graph, statement).contains(&Voice::by_itself(graph, power));
            own || self.in_office(power, id)
        };
        let blocs = graph.ties_from(voice.node(), TieKind::MemberOf).into_iter().map(|tie| graph.at_tie(tie));
        let mut blocs = blocs.filter(|tie| self.holds_now(tie.held) != Some(false)).map(|tie| tie.to);
        let inferred = self.lens().inference == Inference::Included;
        self.in_office(voice.node(), id) || (inferred && blocs.any(speaks))
    }

    /// Whether a statement is an unmarked one of someone who was in office for a power then.
    fn in_office(&self, power: NodeId, id: StatementId) -> bool {
        let graph = self.graph();
        let statement = graph.at_statement(id);
        let offices = graph.ties_to(power, TieKind::Represents).into_iter().map(|tie| graph.at_tie(tie));
        let mut of_speaker = offices.filter(|tie| tie.from == statement.holder);
        let unmarked = statement.capacity == Capacity::Unstated;
        unmarked && of_speaker.any(|tie| tie.held.covers(self.window(id)) != Some(false))
    }

    /// Nothing of the sign asked about: what there is of another sign does not stand, is on a kind of it or on what
    /// it is a kind of, is an absence, or is not there at all.
    fn silence(&self, asked: &Asked<'_, impl Fn(Stance) -> bool>, reasons: &mut Reasons) {
        let any = Asked { holder: asked.holder, target: asked.target, counts: &|_| true };
        self.gather_seen(&any, reasons);
        if !reasons.is_empty() {
            return;
        }
        let voices = Voice::all_of(self.graph(), asked.holder);
        let lines = |node: NodeId| -> Vec<Line> {
            let found = voices.iter().flat_map(|&voice| self.direct(voice, node));
            found.map(|found| found.line).collect()
        };
        let graph = self.graph();
        let ours = |id: &StatementId| {
            graph.at_statement(*id).is_by(asked.holder) || self.in_office(asked.holder, *id)
        };
        let said = |node: NodeId| lines(node).iter().flat_map(Line::said).filter(ours).collect::<Vec<_>>();
        let below: Vec<_> = graph.narrower(asked.target).iter().flat_map(|kind| said(kind.node)).collect();
        let above: Vec<_> = graph.broader(asked.target).iter().flat_map(|broad| said(broad.node)).collect();
        let mut absences = lines(asked.target).into_iter().flat_map(|line| line.absences);
        let is_absent = absences.any(|id| ours(&id));
        match () {
            () if !below.is_empty() => add(reasons, Reason::OnlyNarrower, below),
            () if !above.is_empty() => add(reasons, Reason::OnlyBroader, above),
            () => self.gather(&any, false, reasons),
        }
        if reasons.is_empty() && !is_absent {
            reasons.insert(Reason::NoRecord, Vec::new());
        }
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
