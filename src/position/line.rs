//! Supersession: what of one voice's statements on one target still stands.

use crate::model::{Act, Modality, Order, Polarity, Stance, StatementId, StatementRef, Window};

use super::condition::State;
use super::succession::Succession;
use super::{Selection, Surety};

/// Why a statement that is seen no longer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ending {
    /// A later statement of another polarity took its place.
    Superseded(StatementId),
    /// Its own term ran out.
    Expired,
    /// What it was to hold until, or unless, has come about.
    ConditionMet,
    /// The holder withdrew it.
    Withdrawn(StatementId),
}

/// A statement that still stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) id: StatementId,
    pub(super) surety: Surety,
    pub(super) window: Window,
    pub(super) state: State,
    pub(super) polarity: Option<Polarity>,
    /// A withdrawal that may have come later.
    pub(super) doubted: bool,
}

/// What became of the statements of one voice on one target.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Line {
    pub(super) standing: Vec<Standing>,
    /// What no longer stands, and why; in order of entry.
    pub ended: Vec<(StatementId, Ending)>,
    /// Only hinted at: never a position.
    pub hints: Vec<StatementId>,
    /// No vote recorded.
    pub absences: Vec<StatementId>,
    /// Acts that make no position.
    pub deeds: Vec<StatementId>,
    /// Withdrawals that nothing certainly followed, in order of entry.
    pub withdrawals: Vec<StatementId>,
    /// The withdrawal that is the last word, if nothing stands.
    pub withdrawal: Option<StatementId>,
}

impl Line {
    /// Whether the voice has said anything here, if only a hint; absences and deeds leave a line empty.
    pub fn is_occupied(&self) -> bool {
        !(self.standing.is_empty()
            && self.ended.is_empty()
            && self.hints.is_empty()
            && self.withdrawals.is_empty())
    }

    /// Everything said, standing or not, hints included; without absences and deeds.
    pub(super) fn said(&self) -> Vec<StatementId> {
        let ended = self.ended.iter().map(|(id, _)| *id);
        let apart = self.hints.iter().chain(&self.withdrawals).copied();
        self.standing().chain(ended).chain(apart).collect()
    }

    /// What stands, in order of entry.
    pub fn standing(&self) -> impl Iterator<Item = StatementId> + '_ {
        self.standing.iter().map(|piece| piece.id)
    }
}

/// Statements of one line, with how surely each is seen, resolved into what stands and what does not.
///
/// # Complexity
/// O(n log n) for `n` statements of one voice on one target, and O(w) more for each that stands beside `w` withdrawals.
pub(super) fn resolve(selection: &Selection<'_>, seen: &[(StatementId, Surety)]) -> Line {
    let mut line = Line::default();
    let mut pieces = Vec::new();
    for &(id, surety) in seen {
        let statement = selection.graph().at_statement(id);
        match () {
            () if statement.act == Act::Did => line.deeds.push(id),
            () if statement.modality == Modality::Hinted => line.hints.push(id),
            () if statement.stance == Stance::Absent => line.absences.push(id),
            () => pieces.push(piece(selection, id, surety, statement)),
        }
    }
    let (withdrawals, stances): (Vec<_>, Vec<_>) = pieces.iter().partition(|piece| piece.polarity.is_none());
    let certain = Succession::of(selection.graph(), &pieces, Surety::Certain);
    let possible = Succession::of(selection.graph(), &pieces, Surety::Possible);
    for piece in stances {
        if let Some(ending) = ending(selection, piece, certain.superseder(piece)) {
            line.ended.push((piece.id, ending));
        } else {
            let perhaps = possible.superseder(piece);
            line.standing.push(settle(selection, piece, perhaps, &withdrawals));
        }
    }
    let mut last = Vec::new();
    for withdrawal in withdrawals {
        match certain.superseder(withdrawal) {
            Some(later) => line.ended.push((withdrawal.id, Ending::Superseded(later.id))),
            None => last.push(withdrawal),
        }
    }
    line.withdrawals = last.iter().map(|piece| piece.id).collect();
    if line.standing.is_empty() {
        let key = |piece: &&&Standing| (piece.window.latest, selection.graph().at_statement(piece.id).key);
        line.withdrawal = last.iter().max_by_key(key).map(|piece| piece.id);
    }
    line.ended.sort_unstable();
    line
}

pub(super) fn piece(
    selection: &Selection<'_>,
    id: StatementId,
    surety: Surety,
    statement: StatementRef<'_>,
) -> Standing {
    let (window, state) = (selection.window(id), selection.state(statement));
    Standing { id, surety, window, state, polarity: statement.stance.polarity(), doubted: false }
}

fn ending(selection: &Selection<'_>, piece: &Standing, superseder: Option<&Standing>) -> Option<Ending> {
    if let Some(later) = superseder {
        let withdrawn = later.polarity.is_none();
        return Some(if withdrawn { Ending::Withdrawn(later.id) } else { Ending::Superseded(later.id) });
    }
    if selection.lasts(selection.graph().at_statement(piece.id)).is_none() {
        return Some(Ending::Expired);
    }
    (piece.state == State::Ended).then_some(Ending::ConditionMet)
}

/// A standing piece with the doubts that remain: its own term, a possible superseder, an unordered withdrawal.
fn settle(
    selection: &Selection<'_>,
    piece: &Standing,
    perhaps: Option<&Standing>,
    withdrawals: &[&Standing],
) -> Standing {
    let lasting = selection.lasts(selection.graph().at_statement(piece.id)).unwrap_or(Surety::Possible);
    let overtaken = if perhaps.is_some() { Surety::Possible } else { Surety::Certain };
    let unordered =
        |other: &&Standing| matches!(other.window.order(piece.window), Order::SameDay | Order::Unknown);
    let doubted = withdrawals.iter().any(unordered);
    Standing { surety: piece.surety.and(lasting).and(overtaken), doubted, ..*piece }
}
