//! Voices: in whose name statements were made, and which of them form one line.

use crate::graph::StanceGraph;
use crate::model::{Act, Capacity, NodeId, Stance, StatementId, StatementRef, TieId, TieKind};

use super::{Selection, Surety};

/// Someone whose statements form one line: a power with all who speak for it, or an actor for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// A nation or organization: its own statements and those marked as made on its behalf, one pool.
    Power(NodeId),
    /// A person or group where the source does not say for whom it speaks.
    Unstated(NodeId),
    /// Anyone in its own name only.
    Personal(NodeId),
}

impl Voice {
    /// Whose voice it is.
    pub const fn node(self) -> NodeId {
        match self {
            Self::Power(node) | Self::Unstated(node) | Self::Personal(node) => node,
        }
    }

    /// The voices a statement belongs to: one, or one for each power it was made on behalf of.
    pub fn of(graph: &StanceGraph, statement: StatementRef<'_>) -> Vec<Self> {
        match &statement.capacity {
            Capacity::For(powers) => powers.iter().map(|&power| Self::Power(power)).collect(),
            Capacity::Personal => vec![Self::Personal(statement.holder)],
            Capacity::Unstated => vec![Self::by_itself(graph, statement.holder)],
        }
    }

    /// The voice of a holder speaking without a mark.
    pub fn by_itself(graph: &StanceGraph, holder: NodeId) -> Self {
        let is_power = graph.node(holder).is_some_and(|node| node.kind().is_power());
        if is_power { Self::Power(holder) } else { Self::Unstated(holder) }
    }

    /// Every voice a holder has spoken in, its own first, then its personal one, then those of its powers by key.
    pub fn all_of(graph: &StanceGraph, holder: NodeId) -> Vec<Self> {
        let mut voices = vec![Self::by_itself(graph, holder)];
        let own = graph.statements_by(holder).into_iter().filter_map(|id| graph.statement(id));
        for voice in own.filter(|statement| statement.holder == holder).flat_map(|s| Self::of(graph, s)) {
            if !voices.contains(&voice) {
                voices.push(voice);
            }
        }
        let rank = |voice: &Self| match voice {
            Self::Personal(_) | Self::Unstated(_) => None,
            Self::Power(power) => Some(&graph.at(*power).key),
        };
        voices.get_mut(1..).unwrap_or_default().sort_by_key(rank);
        voices
    }
}

impl Selection<'_> {
    /// What is seen of a voice on a target itself, in order of entry.
    pub(super) fn pool(&self, voice: Voice, target: NodeId) -> Vec<(StatementId, Surety)> {
        let graph = self.graph();
        let spoken = |id: &StatementId| Voice::of(graph, graph.at_statement(*id)).contains(&voice);
        let seen = |id: StatementId| Some((id, self.sight(id).ok()?));
        self.both(voice.node(), target).filter(spoken).filter_map(seen).collect()
    }

    /// Everything seen of a holder on a target itself, in order of entry: of a nation or organization its pool, or,
    /// where that holds no more than absences and deeds, what those in office say unmarked; of anyone else its own, in
    /// whichever capacity.
    pub(crate) fn said_of(&self, holder: NodeId, target: NodeId) -> Vec<(StatementId, Surety)> {
        let voice = Voice::by_itself(self.graph(), holder);
        if matches!(voice, Voice::Unstated(_)) {
            let own = |id: &StatementId| self.graph().at_statement(*id).holder == holder;
            let seen = |id: StatementId| Some((id, self.sight(id).ok()?));
            return self.both(holder, target).filter(own).filter_map(seen).collect();
        }
        let mut pool = self.pool(voice, target);
        let speaks = |id: StatementId| {
            let statement = self.graph().at_statement(id);
            statement.act != Act::Did && statement.stance != Stance::Absent
        };
        if !pool.iter().any(|(id, _)| speaks(*id)) {
            pool.extend(self.represented(holder, target).0);
            pool.sort_unstable();
        }
        pool
    }

    /// For whom a statement was made in office, or may have been: the powers that its holder represented, where it is
    /// seen, unmarked and neither an absence nor a deed.
    pub(super) fn in_office_for(&self, id: StatementId) -> Vec<NodeId> {
        let graph = self.graph();
        let statement = graph.at_statement(id);
        let says = statement.act != Act::Did && statement.stance != Stance::Absent;
        if !says || *statement.capacity != Capacity::Unstated || self.sight(id).is_err() {
            return Vec::new();
        }
        let terms =
            graph.ties_from(statement.holder, TieKind::Represents).into_iter().map(|tie| graph.at_tie(tie));
        terms.filter(|tie| tie.held.covers(self.window(id)) != Some(false)).map(|tie| tie.to).collect()
    }

    /// What is seen on a target of those in office for a power, unmarked; with the ties that make it count.
    pub(super) fn represented(
        &self,
        power: NodeId,
        target: NodeId,
    ) -> (Vec<(StatementId, Surety)>, Vec<TieId>) {
        let graph = self.graph();
        let offices = graph.ties_to(power, TieKind::Represents);
        let (mut seen, mut ties) = (Vec::new(), Vec::new());
        for id in
            offices.iter().flat_map(|&tie| self.both(graph.at_tie(tie).from, target).map(move |id| (tie, id)))
        {
            let (tie, statement) = (graph.at_tie(id.0), graph.at_statement(id.1));
            if statement.holder != tie.from || *statement.capacity != Capacity::Unstated {
                continue;
            }
            let in_office = Surety::of(tie.held.covers(self.window(id.1)));
            if let (Some(in_office), Ok(sight)) = (in_office, self.sight(id.1)) {
                seen.push((id.1, sight.and(in_office)));
                ties.push(id.0);
            }
        }
        seen.sort_unstable();
        seen.dedup_by_key(|(id, _)| *id);
        ties.sort_unstable();
        ties.dedup();
        (seen, ties)
    }

    /// Statements by or for a node on a target, in order of entry.
    fn both(&self, node: NodeId, target: NodeId) -> impl Iterator<Item = StatementId> + use<> {
        self.graph().statements_between(node, target).into_iter()
    }
}
