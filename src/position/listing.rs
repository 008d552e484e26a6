//! Positions: what stands on the nearest basis, under the name it is listed by.

use std::collections::HashSet;

use crate::graph::StanceGraph;
use crate::model::{Modality, NodeId, Order, Polarity, StatementId, Strength, TieId, TieKind};
use crate::query::{Inference, Listing};

use super::condition::State;
use super::line::Standing;
use super::reach::{Found, Offices, Reach};
use super::{Basis, Certainty, Lean, Rating, Selection, Surety, Voice};

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
    /// What stands, the headline first: latest first, undated ones last in order of entry.
    pub statements: Vec<StatementId>,
    /// How surely it follows.
    pub certainty: Certainty,
    /// On what it rests.
    pub basis: Basis,
    /// From each target of its statements to the one asked about, the narrower end first; empty where they are one.
    pub paths: Vec<Vec<NodeId>>,
    /// Whether it hangs on a condition that has not come about: it reads "only if".
    pub conditional: bool,
    /// Statements of another polarity that would stand if their condition came about.
    pub contingent: Vec<StatementId>,
    /// Offices or memberships that it takes.
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

/// Everything a voice has on a target: its positions, and what makes none.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Record {
    /// Whose.
    pub voice: Voice,
    /// What was asked about.
    pub target: NodeId,
    /// Its positions on the nearest basis.
    pub positions: Vec<Position>,
    /// What lost to the nearer basis.
    pub farther: Vec<Position>,
    /// Its withdrawal, where that is the last word.
    pub withdrawal: Option<Position>,
    /// Hints, never positions.
    pub hints: Vec<StatementId>,
    /// Votes not recorded.
    pub absences: Vec<StatementId>,
}

/// Under whose name positions are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Under {
    /// Those who spoke: one position for each speaker of a pool.
    Speakers,
    /// The voice itself.
    Voice,
}

impl Selection<'_> {
    /// The records of everyone who has any on a target, in the order in which they enter the data; inferred members
    /// after them, by key.
    ///
    /// # Complexity
    /// O(s) voices for the `s` statements on the target and its kinds, each resolved over its own statements.
    pub fn records_on(&self, target: NodeId, listing: Listing) -> Vec<Record> {
        let (under, offices) = match listing {
            Listing::Speakers => (Under::Speakers, Offices::SpeakForThemselves),
            Listing::Nations => (Under::Voice, Offices::Count),
        };
        let mut voices = self.voices_on(target);
        if listing == Listing::Nations {
            voices = self.nations_of(&voices);
        }
        let mut records: Vec<Record> = Vec::new();
        for &voice in &voices {
            records.push(self.record(voice, target, under, offices));
        }
        if self.lens().inference == Inference::Included {
            let members = self.members_of(&voices, listing);
            records.extend(
                members.into_iter().map(|voice| self.record(voice, target, Under::Voice, Offices::Count)),
            );
        }
        records
    }

    /// The records of one holder on a target: one for each capacity it speaks in. A nation or organization has one.
    pub fn records_of(&self, holder: NodeId, target: NodeId) -> Vec<Record> {
        let graph = self.graph();
        let voices = Voice::all_of(graph, holder);
        let of_voice = |voice: Voice| {
            if voice.node() == holder {
                return self.record(voice, target, Under::Voice, Offices::Count);
            }
            let mut record = self.record(voice, target, Under::Speakers, Offices::SpeakForThemselves);
            record.keep_holder(graph, holder);
            record
        };
        voices.into_iter().map(of_voice).collect()
    }

    /// What a holder has statements on, its own, those on its behalf and those of its offices; in order of entry.
    pub fn targets_of(&self, holder: NodeId) -> Vec<NodeId> {
        let graph = self.graph();
        let offices =
            graph.ties_to(holder, TieKind::Represents).into_iter().map(|tie| graph.at_tie(tie).from);
        let mut ids: Vec<StatementId> =
            offices.chain([holder]).flat_map(|node| graph.statements_by(node)).copied().collect();
        ids.sort_unstable();
        let mut seen = HashSet::new();
        let targets =
            ids.into_iter().filter(|id| self.sight(*id).is_ok()).map(|id| graph.at_statement(id).target);
        targets.filter(|target| seen.insert(*target)).collect()
    }

    /// A voice's positions on a target itself: of its pool, or where that is empty of its offices.
    pub(super) fn direct_positions(&self, voice: Voice, target: NodeId) -> Vec<Position> {
        let nearest =
            self.direct(voice, target, Offices::Count).into_iter().find(|found| found.line.is_occupied());
        self.positions(voice, nearest.as_slice(), Under::Voice)
    }

    /// A voice's last word on a target or any kind of it: its most recent statement, whatever it was on.
    ///
    /// A second reading beside positions, asked for by name. Statements of different polarity on the last day, or in
    /// unknown order, make it mixed. Hints, deeds and absences never are one.
    pub fn last_word(&self, voice: Voice, target: NodeId) -> Vec<Position> {
        let found = self.last_said(voice, target);
        self.positions(voice, found.as_slice(), Under::Voice)
    }

    /// Voices with anything seen on the target or on what its positions may come from.
    fn voices_on(&self, target: NodeId) -> Vec<Voice> {
        let graph = self.graph();
        let kinds = graph.narrower(target).into_iter().map(|kind| kind.node);
        let above = match self.lens().inference {
            Inference::Included => graph.broader(target),
            Inference::Stated => Vec::new(),
        };
        let around = [target].into_iter().chain(self.latest_instance(target)).chain(kinds);
        let mut seen = HashSet::new();
        let mut voices = Vec::new();
        for node in around.chain(above.into_iter().map(|broader| broader.node)) {
            for &id in graph.statements_on(node).iter().filter(|id| self.sight(**id).is_ok()) {
                voices.extend(
                    Voice::of(graph, graph.at_statement(id)).into_iter().filter(|voice| seen.insert(*voice)),
                );
            }
        }
        voices
    }

    /// The nations among these voices and those that they are in office for.
    fn nations_of(&self, voices: &[Voice]) -> Vec<Voice> {
        let graph = self.graph();
        let mut seen = HashSet::new();
        let mut nations = Vec::new();
        for voice in voices {
            let own = matches!(voice, Voice::Power(_)).then_some(voice.node());
            let offices = match voice {
                Voice::Unstated(person) => graph.ties_from(*person, TieKind::Represents),
                Voice::Power(_) | Voice::Personal(_) => Vec::new(),
            };
            let represented = offices.into_iter().map(|tie| graph.at_tie(tie).to);
            let is_nation = |node: &NodeId| graph.at(*node).kind() == crate::model::NodeKind::Nation;
            nations.extend(
                own.into_iter().chain(represented).filter(is_nation).filter(|node| seen.insert(*node)),
            );
        }
        nations.into_iter().map(Voice::Power).collect()
    }

    /// Members of the blocs among these voices that have no voice there themselves, by key.
    fn members_of(&self, voices: &[Voice], listing: Listing) -> Vec<Voice> {
        let graph = self.graph();
        let known: HashSet<Voice> = voices.iter().copied().collect();
        let ties = voices.iter().flat_map(|voice| graph.ties_to(voice.node(), TieKind::MemberOf));
        let members = ties.map(|tie| Voice::by_itself(graph, graph.at_tie(tie).from));
        let listed = |voice: &Voice| {
            let is_nation = graph.at(voice.node()).kind() == crate::model::NodeKind::Nation;
            !known.contains(voice) && (listing == Listing::Speakers || is_nation)
        };
        let mut members: Vec<Voice> = members.filter(listed).collect();
        members.sort_by_key(|voice| &graph.at(voice.node()).key);
        members.dedup();
        members
    }

    fn record(&self, voice: Voice, target: NodeId, under: Under, offices: Offices) -> Record {
        let reach = self.reach(voice, target, offices);
        let hints =
            reach.nearest.iter().chain(&reach.farther).flat_map(|found| found.line.hints.iter().copied());
        let hints = hints
            .filter(|id| Voice::of(self.graph(), self.graph().at_statement(*id)).contains(&voice))
            .collect();
        Record {
            voice,
            target,
            positions: self.positions(voice, &reach.nearest, under),
            farther: self.positions(voice, &reach.farther, under),
            withdrawal: self.withdrawal(voice, &reach, under),
            hints,
            absences: reach.absences(),
        }
    }

    fn withdrawal(&self, voice: Voice, reach: &Reach, under: Under) -> Option<Position> {
        let found = reach.nearest.first().filter(|found| found.basis <= Basis::Series)?;
        let statement = found.line.withdrawal?;
        let holder = match under {
            Under::Speakers => self.graph().at_statement(statement).holder,
            Under::Voice => voice.node(),
        };
        let mut position = self.bare(voice, holder, found);
        position.statements = vec![statement];
        Some(position)
    }

    /// What stands on one basis after another, grouped under the names it is listed by.
    fn positions(&self, voice: Voice, found: &[Found], under: Under) -> Vec<Position> {
        let mut positions = Vec::new();
        for bases in found.chunk_by(|a, b| a.basis == b.basis) {
            for holder in self.holders(voice, bases, under) {
                let ours =
                    |piece: &&(usize, Standing)| under == Under::Voice || self.speaker(piece.1.id) == holder;
                let pieces: Vec<(usize, Standing)> = pieces(bases);
                let pieces: Vec<_> = pieces.iter().filter(ours).copied().collect();
                positions.extend(
                    groups(&pieces).into_iter().map(|group| self.position(voice, holder, bases, &group)),
                );
            }
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
        let involved = |index: &usize| pieces.iter().any(|(at, _)| at == index);
        let nearest: Vec<&Found> =
            (0..bases.len()).filter(involved).filter_map(|index| bases.get(index)).collect();
        let Some(first) = nearest.first() else { return self.bare(voice, holder, &bases[0]) };
        let mut position = self.bare(voice, holder, first);
        position.statements = pieces.iter().map(|(_, piece)| piece.id).collect();
        position.statements.dedup();
        position.paths =
            nearest.iter().filter(|found| !found.path.is_empty()).map(|found| found.path.clone()).collect();
        position.ties = nearest
            .iter()
            .flat_map(|found| found.ties.iter().copied())
            .filter(|tie| self.serves(*tie, &position))
            .collect();
        position.lean = group.lean;
        position.conditional = pieces.first().is_some_and(|(_, piece)| piece.state == State::Pending);
        position.contingent.clone_from(&group.contingent);
        let doubted = nearest.iter().any(|found| found.surety == Surety::Possible);
        position.certainty = if doubted && group.certainty == Certainty::Certain {
            Certainty::Possible
        } else {
            group.certainty
        };
        if let (Basis::Stated, Some(headline)) = (first.basis, position.headline())
            && self.speaker(headline) != holder
        {
            position.basis = Basis::SpokenFor;
        }
        position.rating = self.rate(&position.statements, &position.ties);
        position
    }

    /// Whether an office or membership carries one of the position's statements.
    fn serves(&self, tie: TieId, position: &Position) -> bool {
        let tie = self.graph().at_tie(tie);
        tie.kind == TieKind::MemberOf || position.statements.iter().any(|&id| self.speaker(id) == tie.from)
    }

    fn bare(&self, voice: Voice, holder: NodeId, found: &Found) -> Position {
        Position {
            holder,
            on_behalf_of: if voice.node() == holder { vec![] } else { vec![voice.node()] },
            personal: matches!(voice, Voice::Personal(_)),
            target: found.target,
            lean: Lean::None,
            statements: Vec::new(),
            certainty: Certainty::Certain,
            basis: found.basis,
            paths: if found.path.is_empty() { vec![] } else { vec![found.path.clone()] },
            conditional: false,
            contingent: Vec::new(),
            ties: found.ties.clone(),
            rating: Rating::default(),
        }
    }

    /// Latest first, undated last; on one day the firmest first; then by entry.
    fn rank(&self, piece: &Standing) -> impl Ord + use<> {
        let statement = self.graph().at_statement(piece.id);
        let firmness = (
            piece.state == State::Pending,
            statement.modality != Modality::Asserted,
            statement.stance.strength() == Strength::Weak,
        );
        (std::cmp::Reverse(piece.window.latest.map(|day| (day, piece.window.earliest))), firmness, piece.id)
    }
}

impl Record {
    /// Leaves only what one holder said.
    fn keep_holder(&mut self, graph: &StanceGraph, holder: NodeId) {
        let own = |id: &StatementId| graph.at_statement(*id).holder == holder;
        self.positions.retain(|position| position.holder == holder);
        self.farther.retain(|position| position.holder == holder);
        self.withdrawal.take_if(|position| position.holder != holder);
        self.hints.retain(own);
        self.absences.retain(own);
    }

    /// Whether there is anything at all.
    pub fn is_empty(&self) -> bool {
        let nothing_stands =
            self.positions.is_empty() && self.farther.is_empty() && self.withdrawal.is_none();
        nothing_stands && self.hints.is_empty() && self.absences.is_empty()
    }
}

/// What stands together as one position.
struct Group {
    pieces: Vec<(usize, Standing)>,
    lean: Lean,
    certainty: Certainty,
    contingent: Vec<StatementId>,
}

/// What stands on each of several targets, with the number of the target.
fn pieces(bases: &[Found]) -> Vec<(usize, Standing)> {
    let numbered = bases.iter().enumerate();
    numbered.flat_map(|(index, found)| found.line.standing.iter().map(move |piece| (index, *piece))).collect()
}

/// Pieces that are seen to hold now form the position; pending ones of another polarity wait beside it.
fn groups(pieces: &[(usize, Standing)]) -> Vec<Group> {
    let holds = |(_, piece): &&(usize, Standing)| piece.state != State::Pending;
    let activated = pieces.iter().any(|(_, piece)| piece.state == State::Activated);
    let active: Vec<_> = pieces.iter().filter(holds).collect();
    let ruling = |piece: &Standing| {
        active.iter().any(|(_, other)| other.state == State::Activated && other.polarity == piece.polarity)
    };
    // What has come about overrides the flat stance that was to hold until then.
    let current: Vec<_> =
        active.iter().filter(|(_, piece)| !activated || ruling(piece)).map(|piece| **piece).collect();
    let pending: Vec<_> = pieces.iter().filter(|piece| !holds(piece)).copied().collect();
    if current.is_empty() {
        return by_polarity(&pending).into_iter().map(|pieces| Group::of(pieces, &[])).collect();
    }
    let (same, other): (Vec<_>, Vec<_>) = pending
        .into_iter()
        .partition(|(_, piece)| current.iter().any(|(_, held)| held.polarity == piece.polarity));
    let together: Vec<_> = current.into_iter().chain(same).collect();
    let unsure = together.iter().any(|(_, piece)| piece.surety == Surety::Possible);
    let contingent: Vec<_> = other.iter().map(|(_, piece)| piece.id).collect();
    if unsure {
        let mut groups: Vec<Group> =
            by_polarity(&together).into_iter().map(|pieces| Group::of(pieces, &contingent)).collect();
        if groups.len() > 1 {
            groups.iter_mut().for_each(|group| group.certainty = Certainty::Possible);
        }
        return groups;
    }
    vec![Group::of(together, &contingent)]
}

fn by_polarity(pieces: &[(usize, Standing)]) -> Vec<Vec<(usize, Standing)>> {
    let of =
        |side: Polarity| pieces.iter().filter(|(_, piece)| piece.polarity == Some(side)).copied().collect();
    Polarity::ALL.iter().map(|&side| of(side)).filter(|list: &Vec<_>| !list.is_empty()).collect()
}

impl Group {
    fn of(pieces: Vec<(usize, Standing)>, contingent: &[StatementId]) -> Self {
        let lean = Lean::of(pieces.iter().map(|(_, piece)| piece.polarity));
        let certainty = certainty(&pieces);
        Self { pieces, lean, certainty, contingent: contingent.to_vec() }
    }
}

fn certainty(pieces: &[(usize, Standing)]) -> Certainty {
    let unordered = |(at, a): &(usize, Standing), (other, b): &(usize, Standing)| {
        at == other && a.polarity != b.polarity && a.window.order(b.window) == Order::Unknown
    };
    if pieces.iter().any(|a| pieces.iter().any(|b| unordered(a, b))) {
        return Certainty::OrderUnknown;
    }
    if pieces.iter().all(|(_, piece)| piece.surety == Surety::Possible) {
        return Certainty::Possible;
    }
    let settled = |(_, piece): &(usize, Standing)| piece.surety == Surety::Certain && !piece.doubted;
    if pieces.iter().any(settled) { Certainty::Certain } else { Certainty::OrderUnknown }
}
