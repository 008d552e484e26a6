//! The last word: the most recent statement on a proposal or any kind of it.

use crate::model::{NodeId, Order};

use super::line::{Standing, piece};
use super::reach::Found;
use super::{Basis, Line, Selection, Surety, Voice};

impl Selection<'_> {
    /// What of a voice's statements on a target, its latest instance and its kinds may be the latest: none is certainly earlier.
    pub(super) fn last_said(&self, voice: Voice, target: NodeId) -> Vec<Found> {
        let kinds = self.graph().narrower(target).into_iter();
        let narrower = kinds.map(|kind| (Basis::Narrower, kind.node, kind.path));
        // A series is answered by its latest instance.
        let instance = self.latest_instance(target).map(|node| (Basis::Series, node, vec![node, target]));
        let matter = [(Basis::Stated, target, Vec::new())].into_iter().chain(instance).chain(narrower);
        let on_each = matter.map(|(basis, node, path)| {
            let line = Line { standing: self.words_on(voice, node), ..Line::default() };
            let on_kind = basis == Basis::Narrower;
            Found { path, on_kind, ..Found::on_itself(basis, node, line, Vec::new()) }
        });
        let mut found: Vec<Found> = on_each.collect();
        let said: Vec<Standing> = found.iter().flat_map(|one| &one.line.standing).copied().collect();
        let overtaken = |earlier: &Standing| {
            let mut certain = said.iter().filter(|later| later.surety == Surety::Certain);
            certain.any(|later| later.window.order(earlier.window) == Order::After)
        };
        for one in &mut found {
            one.line.standing.retain(|piece| !overtaken(piece));
        }
        found
    }

    /// What a voice said on a target, in so many words: no hints, deeds or absences.
    fn words_on(&self, voice: Voice, target: NodeId) -> Vec<Standing> {
        let words = self.pool(voice, target).into_iter().filter_map(|(id, surety)| {
            let statement = self.graph().at_statement(id);
            statement.is_word().then(|| piece(self, id, surety, statement))
        });
        words.collect()
    }
}
