//! Confidence: the minimum along a derivation, the maximum within an origin, noisy-or across origins.

use super::line::Piece;

/// One figure a side, `None` where no statement is rated.
pub(crate) fn by_side(pieces: &[Piece<'_>]) -> Vec<(String, Option<f64>)> {
    let sides = ["favor", "neutral", "against"].into_iter();
    let of = |side| pieces.iter().filter(move |piece| piece.statement.side() == Some(side));
    sides.filter(|side| of(side).count() > 0).map(|side| (side.to_owned(), figure(of(side)))).collect()
}

fn figure<'a, 'w: 'a>(pieces: impl Iterator<Item = &'a Piece<'w>>) -> Option<f64> {
    let mut origins: Vec<(String, f64)> = Vec::new();
    for piece in pieces {
        let Some(rated) = piece.statement.confidence else { continue };
        let rated = piece.ties.iter().copied().fold(rated, f64::min);
        // Without an origin a source is its own.
        let own = format!("its own: {}", piece.statement.id);
        let origin = piece.statement.origin.clone().unwrap_or(own);
        match origins.iter_mut().find(|(known, _)| *known == origin) {
            Some((_, best)) => *best = best.max(rated),
            None => origins.push((origin, rated)),
        }
    }
    let doubt: f64 = origins.iter().map(|(_, rated)| 1.0 - rated).product();
    (!origins.is_empty()).then_some(1.0 - doubt)
}
