//! Positions: what stands on one basis, under the name it is listed by.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::model::{Capacity, Modality, NodeId, StatementId, Strength, TieId, TieKind};

use crate::query::{Listing, Reading};

use super::group::{Group, groups, pieces};
use super::line::Standing;
use super::reach::{Found, Reach};
use super::{Basis, Certainty, Ending, Lean, Rating, Selection, Voice};

/// One position: what follows from a voice's statements on a target.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Position {
    /// Under whose name it is listed.
    pub holder: NodeId,
    /// On whose behalf the holder spoke; empty where unstated, personal, or the holder is the power itself.
    pub on_behalf_of: Vec<NodeId>,
    /// In the holder's own name only.
    pub personal: bool,
    /// What the statements are on: the proposal asked about, or the nearest kind of it that they are on.
    pub target: NodeId,
    /// Which way it leans.
    pub lean: Lean,
    /// What stands, the headline first: latest first, undated ones last, equal ones by key.
    pub statements: Vec<StatementId>,
    /// How surely it follows.
    pub certainty: Certainty,
    /// On what it rests.
    pub basis: Basis,
    /// From each target of its statements to the one asked about, that of the headline first, the narrower end first;
    /// empty where they are one.
    pub paths: Vec<Vec<NodeId>>,
    /// Whether it rests on a kind of what was asked about, and so decides no yes or no.
    pub on_kind: bool,
    /// Whether it hangs on a condition that has not come about: it reads "only if".
    pub conditional: bool,
    /// Statements of another polarity that would stand if their condition came about.
    pub contingent: Vec<StatementId>,
    /// What gave way to it, was withdrawn or ran out beside it, and why; in order of entry.
    pub ended: Vec<(StatementId, Ending)>,
    /// Offices and memberships that it takes, those nearer to the statements first.
    pub ties: Vec<TieId>,
    /// Confidence, one figure a side.
    pub rating: Rating,
}

impl Position {
    /// The statement that stands for the position: its latest.
    pub fn headline(&self) -> Option<StatementId> {
        self.statements.first().copied()
    }
}

/// Under whose name positions are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Under {
    /// Those who spoke: one position for each speaker of a pool.
    Speakers,
    /// The voice itself.
    Voice,
}

impl Selection<'_> {
    /// A voice's positions on a target itself: of its pool, or where that is empty of its offices.
    pub(super) fn direct_positions(&self, voice: Voice, target: NodeId) -> Vec<Position> {
        let nearest = self.nearest_direct(voice, target);
        self.positions(voice, nearest.as_slice(), Under::Voice)
    }

    /// A voice's last word on a target or any kind of it: its most recent statement, whatever it was on.
    ///
    /// A second reading beside positions, asked for by name. Statements of different polarity on the last day, or in
    /// unknown order, make it mixed. Hints, deeds and absences never are one.
    pub fn last_word(&self, voice: Voice, target: NodeId, listing: Listing) -> Vec<Position> {
        let under = if listing == Listing::Nations { Under::Voice } else { Under::Speakers };
        self.grouped(voice, &self.last_said(voice, target), under, Reading::LastWord)
    }

    /// The withdrawal that is a voice's last word on the target itself.
    pub(super) fn withdrawal(&self, voice: Voice, reach: &Reach, under: Under) -> Option<Position> {
        let found = reach.nearest.first().filter(|found| found.basis <= Basis::Series)?;
        let statement = found.line.withdrawal?;
        let holder = match under {
            Under::Speakers => self.graph().at_statement(statement).holder,
            Under::Voice => voice.node(),
        };
        let mut position = Self::bare(voice, holder, found);
        position.statements = vec![statement];
        position.ended = self.gave_way(&[found], &position);
        Some(position)
    }

    /// What stands on one basis after another, grouped under the names it is listed by.
    pub(super) fn positions(&self, voice: Voice, found: &[Found], under: Under) -> Vec<Position> {
        let each = found.chunk_by(|a, b| a.basis == b.basis);
        each.flat_map(|bases| self.grouped(voice, bases, under, Reading::Positions)).collect()
    }

    fn grouped(&self, voice: Voice, bases: &[Found], under: Under, reading: Reading) -> Vec<Position> {
        let mut positions = Vec::new();
        for holder in self.holders(voice, bases, under) {
            // What a bloc hands down is listed under its member, whoever spoke for the bloc.
            let own = under == Under::Voice || bases.iter().any(|found| found.basis == Basis::Membership);
            // What someone in office said unmarked is listed under its own name, not as its share of the pool.
            let share = |id| {
                let statement = self.graph().at_statement(id);
                statement.holder == holder
                    && (holder == voice.node() || *statement.capacity != Capacity::Unstated)
            };
            let ours = |piece: &(usize, Standing)| own || share(piece.1.id);
            let pieces: Vec<_> = pieces(bases).into_iter().filter(ours).collect();
            let groups = groups(self, &pieces, reading).into_iter();
            positions.extend(groups.map(|group| self.position(voice, holder, bases, &group)));
        }
        positions
    }

    fn speaker(&self, id: StatementId) -> NodeId {
        self.graph().at_statement(id).holder
    }

    /// The names that what stands is listed under, in order of entry.
    fn holders(&self, voice: Voice, bases: &[Found], under: Under) -> Vec<NodeId> {
        if under == Under::Voice || bases.iter().any(|found| found.basis == Basis::Membership) {
            return vec![voice.node()];
        }
        let mut holders = Vec::new();
        for (_, piece) in pieces(bases) {
            let holder = self.speaker(piece.id);
            if !holders.contains(&holder) {
                holders.push(holder);
            }
        }
        holders
    }

    fn position(&self, voice: Voice, holder: NodeId, bases: &[Found], group: &Group) -> Position {
        let mut pieces = group.pieces.clone();
        pieces.sort_by(|(_, a), (_, b)| self.rank(a).cmp(&self.rank(b)));
        let statements: Vec<StatementId> = pieces.iter().map(|(_, piece)| piece.id).collect();
        // The headline's own target and path come first; the others follow in the order of nearness.
        let headline = pieces.first().map_or(0, |(at, _)| *at);
        let involved = |at: &usize| *at != headline && pieces.iter().any(|(other, _)| other == at);
        let order: Vec<usize> = [headline].into_iter().chain((0..bases.len()).filter(involved)).collect();
        let found: Vec<&Found> = order.iter().filter_map(|&at| bases.get(at)).collect();
        let rated: Vec<_> =
            pieces.iter().map(|(at, piece)| (piece.id, self.weakest_tie(&bases[*at], piece.id))).collect();
        let ties = found.iter().flat_map(|found| &found.ties).copied();
        let position = Position {
            paths: found.iter().map(|found| found.path.clone()).collect(),
            ties: ties.filter(|tie| statements.iter().any(|&id| self.serves(*tie, id))).collect(),
            lean: group.lean,
            conditional: is_conditional(group.lean, &pieces),
            contingent: group.contingent.clone(),
            certainty: group.certainty,
            basis: self.basis(bases[headline].basis, holder, statements.first()),
            rating: self.rate(&rated),
            statements,
            ..Self::bare(voice, holder, &bases[headline])
        };
        Position { ended: self.gave_way(&found, &position), ..position }
    }

    /// What a position's statements superseded, and what its holder's side lost without them.
    fn gave_way(&self, found: &[&Found], position: &Position) -> Vec<(StatementId, Ending)> {
        let whole = position.on_behalf_of.is_empty() && !position.personal;
        let standing: HashSet<StatementId> = position.statements.iter().copied().collect();
        let explains = |(id, ending): &&(StatementId, Ending)| match ending {
            Ending::Superseded(by) | Ending::Withdrawn(by) => standing.contains(by),
            Ending::Expired | Ending::ConditionMet => whole || self.speaker(*id) == position.holder,
        };
        found.iter().flat_map(|found| found.line.ended.iter().filter(explains).copied()).collect()
    }

    /// Stated, but by another: spoken for.
    fn basis(&self, basis: Basis, holder: NodeId, headline: Option<&StatementId>) -> Basis {
        let by_another = headline.is_some_and(|&id| self.speaker(id) != holder);
        if basis == Basis::Stated && by_another { Basis::SpokenFor } else { basis }
    }

    /// The least sure of the rated ties that a statement needs to count: offices, memberships, the way.
    fn weakest_tie(&self, found: &Found, statement: StatementId) -> Option<TieId> {
        let graph = self.graph();
        let serving = found.ties.iter().copied().filter(|&tie| self.serves(tie, statement));
        let steps = found.path.windows(2).flat_map(|step| match step {
            [narrower, broader] => self.steps(found.hierarchy(), *narrower, *broader),
            _ => Vec::new(),
        });
        let rated = serving.chain(steps).filter_map(|tie| Some((tie, graph.at_tie(tie).confidence?.get())));
        rated.min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(tie, _)| tie)
    }

    /// The ties that lead from a proposal to the next broader one, or from an instance to its series.
    fn steps(&self, kind: TieKind, narrower: NodeId, broader: NodeId) -> Vec<TieId> {
        let graph = self.graph();
        let all = graph.ties_from(narrower, kind).into_iter();
        all.filter(|&tie| graph.at_tie(tie).to == broader).collect()
    }

    /// Whether an office, in the term it is of, or a membership carries a statement.
    fn serves(&self, tie: TieId, statement: StatementId) -> bool {
        let tie = self.graph().at_tie(tie);
        let in_term = || tie.held.covers(self.window(statement)) != Some(false);
        tie.kind == TieKind::MemberOf || (self.speaker(statement) == tie.from && in_term())
    }

    fn bare(voice: Voice, holder: NodeId, found: &Found) -> Position {
        Position {
            holder,
            on_behalf_of: if voice.node() == holder { vec![] } else { vec![voice.node()] },
            personal: matches!(voice, Voice::Personal(_)),
            target: found.target,
            lean: Lean::None,
            statements: Vec::new(),
            certainty: Certainty::Certain,
            basis: found.basis,
            paths: vec![found.path.clone()],
            on_kind: found.on_kind,
            conditional: false,
            contingent: Vec::new(),
            ended: Vec::new(),
            ties: found.ties.clone(),
            rating: Rating::default(),
        }
    }

    /// Latest first, undated last; on one day the firmest first; then by key, so that the order of entry is moot.
    fn rank(&self, piece: &Standing) -> impl Ord {
        let statement = self.graph().at_statement(piece.id);
        let firmness = (
            piece.state.is_conditional(),
            statement.modality != Modality::Asserted,
            statement.stance.strength() == Strength::Weak,
        );
        (Reverse(piece.window.latest.map(|day| (day, piece.window.earliest))), firmness, statement.key)
    }
}

/// By its headline; a mixed position only where every side hangs on something.
fn is_conditional(lean: Lean, pieces: &[(usize, Standing)]) -> bool {
    let mut states = pieces.iter().map(|(_, piece)| piece.state.is_conditional());
    if lean == Lean::Mixed { states.all(|hangs| hangs) } else { states.next().unwrap_or_default() }
}
