//! Records: everything a voice has on a target, for one holder or for everyone who has any.

use std::collections::HashSet;

use crate::graph::StanceGraph;
use crate::model::{NodeId, NodeKind, StatementId, TieKind};
use crate::query::{Inference, Listing};

use super::holding::Under;
use super::{Basis, Position, Selection, Voice};

/// Everything a voice has on a target: its positions, and what makes none.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Record {
    /// Whose.
    pub voice: Voice,
    /// What was asked about.
    pub target: NodeId,
    /// Under whose name everything is listed; `None` where each speaker is listed alone.
    pub listed_as: Option<NodeId>,
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

impl Selection<'_> {
    /// The records of everyone who has any on a target, in the order in which they enter the data; inferred members
    /// after them, by key.
    ///
    /// # Complexity
    /// O(s) voices for the `s` statements on the target and its kinds, each resolved over its own statements.
    pub fn records_on(&self, target: NodeId, listing: Listing) -> Vec<Record> {
        let spoken = self.voices_on(target);
        let voices = if listing == Listing::Nations { self.nations_of(&spoken) } else { spoken.clone() };
        let mut records: Vec<Record> = Vec::new();
        for &voice in &voices {
            records.push(match listing {
                Listing::Speakers => self.record_of_speakers(voice, target),
                Listing::Nations => self.record(voice, target, Under::Voice),
            });
        }
        if self.lens().inference == Inference::Included {
            for voice in self.members_of(&spoken, &voices, listing) {
                let mut record = self.record(voice, target, Under::Voice);
                // What its own representatives say is listed under them.
                record.positions.retain(|position| position.basis == Basis::Membership);
                record.withdrawal = None;
                records.push(record);
            }
        }
        records
    }

    /// The positions that rest on what was said on a target itself or on its latest instance, one voice after the other
    /// in order of entry, listed under those who spoke.
    pub(crate) fn positions_on_itself(&self, target: NodeId) -> impl Iterator<Item = Position> {
        let graph = self.graph();
        let matter = [target].into_iter().chain(self.latest_instance(target));
        let said = matter.flat_map(|node| graph.statements_on(node)).filter(|id| self.sight(*id).is_ok());
        let mut seen = HashSet::new();
        let voices = said.flat_map(|id| Voice::of(graph, graph.at_statement(id)));
        voices.filter(move |voice| seen.insert(*voice)).flat_map(move |voice| {
            let found = self.nearest_on_itself(voice, target);
            let mut positions = self.positions(voice, found.as_slice(), Under::Speakers);
            positions.retain(|position| is_marked(graph, position));
            positions
        })
    }

    /// [`records_on`](Self::records_on) by the last word of each voice.
    pub fn last_words_on(&self, target: NodeId, listing: Listing) -> Vec<Record> {
        let voices = self.voices_on(target);
        let voices = if listing == Listing::Nations { self.nations_of(&voices) } else { voices };
        let last = |voice: Voice| Record {
            positions: self.last_word(voice, target, listing),
            ..Record::empty(voice, target)
        };
        voices.into_iter().map(last).collect()
    }

    /// The records of one holder on a target: one for each capacity it speaks in. A nation or organization has one.
    pub fn records_of(&self, holder: NodeId, target: NodeId) -> Vec<Record> {
        let graph = self.graph();
        let voices = Voice::all_of(graph, holder);
        let of_voice = |voice: Voice| {
            if voice.node() == holder {
                return self.record(voice, target, Under::Voice);
            }
            let mut record = self.record_of_speakers(voice, target);
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
            offices.chain([holder]).flat_map(|node| graph.statements_by(node)).collect();
        ids.sort_unstable();
        let mut seen = HashSet::new();
        let targets =
            ids.into_iter().filter(|id| self.sight(*id).is_ok()).map(|id| graph.at_statement(id).target);
        targets.filter(|target| seen.insert(*target)).collect()
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
            for id in graph.statements_on(node).into_iter().filter(|id| self.sight(*id).is_ok()) {
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
                Voice::Unstated(actor) | Voice::Power(actor) => graph.ties_from(*actor, TieKind::Represents),
                Voice::Personal(_) => Vec::new(),
            };
            let represented = offices.into_iter().map(|tie| graph.at_tie(tie).to);
            let is_nation = |node: &NodeId| graph.at(*node).kind() == NodeKind::Nation;
            nations.extend(
                own.into_iter().chain(represented).filter(is_nation).filter(|node| seen.insert(*node)),
            );
        }
        nations.into_iter().map(Voice::Power).collect()
    }

    /// Members of the blocs among those who spoke, or are spoken for, that are not listed themselves, by key.
    fn members_of(&self, spoken: &[Voice], listed: &[Voice], listing: Listing) -> Vec<Voice> {
        let graph = self.graph();
        let known: HashSet<Voice> = listed.iter().copied().collect();
        let offices = spoken.iter().flat_map(|voice| graph.ties_from(voice.node(), TieKind::Represents));
        let powers = offices.map(|tie| graph.at_tie(tie).to);
        let blocs = spoken.iter().map(|voice| voice.node()).chain(powers);
        let ties = blocs.flat_map(|bloc| graph.ties_to(bloc, TieKind::MemberOf));
        let members = ties.map(|tie| Voice::by_itself(graph, graph.at_tie(tie).from));
        let wanted = |voice: &Voice| {
            let is_nation = graph.at(voice.node()).kind() == NodeKind::Nation;
            !known.contains(voice) && (listing == Listing::Speakers || is_nation)
        };
        let mut members: Vec<Voice> = members.filter(wanted).collect();
        members.sort_by_key(|voice| &graph.at(voice.node()).key);
        members.dedup();
        members
    }

    /// A voice's record, each of its speakers under their own name.
    pub(super) fn record_of_speakers(&self, voice: Voice, target: NodeId) -> Record {
        let mut record = self.record(voice, target, Under::Speakers);
        record.leave_out_offices(self.graph());
        record
    }

    fn record(&self, voice: Voice, target: NodeId, under: Under) -> Record {
        let reach = self.reach(voice, target);
        // Nothing is inferred from a hint.
        let near = reach.nearest.iter().chain(&reach.farther).filter(|found| found.basis <= Basis::Narrower);
        let hints = near.flat_map(|found| found.line.hints.iter().copied());
        let hints = hints
            .filter(|id| Voice::of(self.graph(), self.graph().at_statement(*id)).contains(&voice))
            .collect();
        Record {
            voice,
            target,
            listed_as: (under == Under::Voice).then(|| voice.node()),
            positions: self.positions(voice, &reach.nearest, under),
            farther: self.positions(voice, &reach.farther, under),
            withdrawal: self.withdrawal(voice, &reach, under),
            hints,
            absences: reach.absences,
        }
    }
}

impl Record {
    fn empty(voice: Voice, target: NodeId) -> Self {
        let (positions, farther, hints, absences) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { voice, target, listed_as: None, positions, farther, withdrawal: None, hints, absences }
    }

    /// Leaves out what those in office said unmarked: it is listed under them. It still outweighs what is farther.
    fn leave_out_offices(&mut self, graph: &StanceGraph) {
        self.positions.retain(|position| is_marked(graph, position));
        self.farther.retain(|position| is_marked(graph, position));
        self.withdrawal.take_if(|position| !is_marked(graph, position));
    }

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

/// Whether a position is not what someone in office said unmarked. What a bloc hands down is listed under its member, whoever
/// spoke for the bloc.
fn is_marked(graph: &StanceGraph, position: &Position) -> bool {
    let mut ties = position.ties.iter().map(|&tie| graph.at_tie(tie).kind);
    position.basis == Basis::Membership || ties.all(|kind| kind != TieKind::Represents)
}
