//! What came after what: the nearest later statement of another polarity, found without trying every pair.

use crate::graph::StanceGraph;

use super::Surety;
use super::line::Standing;

/// The pieces of one surety on a line, by the first day that they may be of.
pub(super) struct Succession<'p> {
    sorted: Vec<&'p Standing>,
    /// For each piece the place of the next one of another polarity, or that withdraws.
    turns: Vec<usize>,
}

impl<'p> Succession<'p> {
    /// Pieces of equal days go by key, so that the order of entry is moot.
    pub(super) fn of(graph: &StanceGraph, pieces: &'p [Standing], surety: Surety) -> Self {
        let mut sorted: Vec<&Standing> = pieces.iter().filter(|piece| piece.surety == surety).collect();
        sorted.sort_by_key(|piece| {
            (piece.window.earliest, piece.window.latest, graph.at_statement(piece.id).key)
        });
        let mut turns = vec![sorted.len(); sorted.len()];
        for (place, pair) in sorted.windows(2).enumerate().rev() {
            let turn = is_turn(pair[0], pair[1]);
            turns[place] = if turn { place + 1 } else { turns[place + 1] };
        }
        Self { sorted, turns }
    }

    /// What supersedes a piece: certainly later, and of another polarity or a withdrawal; the nearest.
    pub(super) fn superseder(&self, piece: &Standing) -> Option<&'p Standing> {
        let latest = piece.window.latest?;
        let next = self.sorted.partition_point(|other| other.window.earliest <= Some(latest));
        let turn = is_turn(piece, self.sorted.get(next)?);
        let place = if turn { next } else { *self.turns.get(next)? };
        self.sorted.get(place).copied()
    }
}

/// Whether a later piece takes the place of an earlier one: of another polarity, or a withdrawal, which ends a withdrawal
/// too.
fn is_turn(earlier: &Standing, later: &Standing) -> bool {
    later.polarity.is_none() || later.polarity != earlier.polarity
}
