//! The last word: the most recent statement on a proposal or any kind of it.

use super::answer::{Finding, finding};
use super::bases::{self, Found, Voice};
use super::days::Order;
use super::line::{self, Certainty, Piece, Position};
use super::view::{Seen, View};
use super::world::Statement;

pub(crate) fn of(view: &View<'_>, voice: &Voice, target: &str) -> Vec<Finding> {
    of_own(view, voice, target, |statement| match voice {
        Voice::Share { speaker, .. } => statement.holder == *speaker,
        _ => true,
    })
}

/// The last word of a voice, as far as `keep` lets it through.
pub(crate) fn of_own(
    view: &View<'_>,
    voice: &Voice,
    target: &str,
    keep: impl Fn(&Statement) -> bool,
) -> Vec<Finding> {
    let words = bases::subtree(view, voice, target);
    let words: Vec<_> = words.into_iter().filter(|piece| is_word(piece.statement)).collect();
    let last: Vec<_> = words
        .iter()
        .filter(|piece| !words.iter().any(|other| is_certain(view, other) && follows(view, other, piece)))
        .filter(|piece| keep(piece.statement))
        .map(|piece| (piece.clone(), certainty(view, piece)))
        .collect();
    let found = line::positions(view, &line::weighed(view, &last)).into_iter();
    let order = |position| across(view, position);
    found.map(|position| described(view, voice, target, order(position))).collect()
}

/// A mixed last word is of unknown order also where its sides are on several kinds.
fn across<'w>(view: &View<'_>, position: Position<'w>) -> Position<'w> {
    let unordered = position.side == "mixed" && line::unordered(view, &position.pieces, true);
    let certainty = if unordered { Certainty::OrderUnknown } else { position.certainty };
    Position { certainty, ..position }
}

fn is_word(statement: &Statement) -> bool {
    !statement.is_hint() && !statement.is_deed() && !statement.is_absence()
}

fn follows(view: &View<'_>, later: &Piece<'_>, earlier: &Piece<'_>) -> bool {
    view.said(later.statement).order(view.said(earlier.statement)) == Order::After
}

fn is_certain(view: &View<'_>, piece: &Piece<'_>) -> bool {
    piece.sure && view.seen(piece.statement) == Seen::Certainly
}

fn certainty(view: &View<'_>, piece: &Piece<'_>) -> Certainty {
    if is_certain(view, piece) { Certainty::Certain } else { Certainty::Possible }
}

fn described(view: &View<'_>, voice: &Voice, target: &str, position: Position<'_>) -> Finding {
    let on = position.pieces[0].statement.target.as_str();
    let basis = match on {
        _ if on == target => "stated",
        _ if bases::latest_instance(view, target) == Some(on) => "series",
        _ => "narrower",
    };
    let found = Found { basis, direct: basis != "narrower", position };
    let finding = finding(view, voice, &found);
    Finding { side: finding.side.filter(|side| side != "none"), ..finding }
}
