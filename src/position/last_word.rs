//! The last word: the most recent statement on a proposal or any kind of it.

use crate::model::{Act, Modality, NodeId, Order, Stance};

use super::line::{Standing, piece};
use super::reach::Found;
use super::{Basis, Line, Selection, Surety, Voice};

impl Selection<'_> {
    /// What of a voice's statements on a target and its kinds may be the latest: none is certainly earlier.
    pub(super) fn last_said(&self, voice: Voice, target: NodeId) -> Option<Found> {
        let graph = self.graph();
        let mut matter = vec![(target, Vec::new())];
        matter.extend(graph.narrower(target).into_iter().map(|kind| (kind.node, kind.path)));
        let said = matter.iter().flat_map(|(node, _)| self.pool(voice, *node)).filter_map(|(id, surety)| {
            let statement = graph.at_statement(id);
            let counts = statement.act != Act::Did
                && statement.modality != Modality::Hinted
                && statement.stance != Stance::Absent;
            counts.then(|| piece(self, id, surety, statement))
        });
        let said: Vec<Standing> = said.collect();
        let overtaken = |earlier: &Standing| {
            let mut certain = said.iter().filter(|later| later.surety == Surety::Certain);
            certain.any(|later| later.window.order(earlier.window) == Order::After)
        };
        let standing: Vec<Standing> = said.iter().filter(|piece| !overtaken(piece)).copied().collect();
        let latest =
            standing.iter().max_by_key(|piece| (piece.window.latest, std::cmp::Reverse(piece.id)))?;
        let on = graph.at_statement(latest.id).target;
        let path = matter.into_iter().find(|(node, _)| *node == on).map(|(_, path)| path).unwrap_or_default();
        let basis = if on == target { Basis::Stated } else { Basis::Narrower };
        let line = Line { standing, ..Line::default() };
        Some(Found { path, on_kind: on != target, ..Found::on_itself(basis, on, line, Vec::new()) })
    }
}
