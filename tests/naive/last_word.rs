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
    // A choice: a withdrawal that was only perhaps made, or perhaps known, is no last word by itself.
    let possible = |(piece, certainty): &(Piece<'_>, Certainty)| {
        piece.statement.side().is_none() && *certainty == Certainty::Possible
    };
    let last: Vec<_> = last.into_iter().filter(|one| !possible(one)).collect();
    let last = line::weighed(view, &last);
    if last.iter().any(|(piece, _)| piece.statement.side().is_none()) {
        return withdrawal(view, voice, target, &last);
    }
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
    let kind = position.pieces[0].statement.target != target;
    finding(view, voice, &Found { basis: if kind { "narrower" } else { "stated" }, direct: !kind, position })
}

/// Withdrawals only take no side; beside a position of the same time the last word is mixed.
fn withdrawal(view: &View<'_>, voice: &Voice, target: &str, last: &[(Piece<'_>, Certainty)]) -> Vec<Finding> {
    let pieces: Vec<_> = last.iter().map(|(piece, _)| piece.clone()).collect();
    let sided = last.iter().any(|(piece, _)| piece.statement.side().is_some());
    let sure = |(_, certainty): &&(Piece<'_>, Certainty)| *certainty != Certainty::Possible;
    let unsure = if sided {
        !last.iter().filter(sure).any(|(piece, _)| piece.statement.side().is_some())
    } else {
        last.iter().any(|one| !sure(&one))
    };
    if sided && unsure {
        let with: Vec<_> =
            last.iter().filter(|(piece, _)| piece.statement.side().is_some()).cloned().collect();
        let found = line::positions(view, &with).into_iter();
        let unsure = |position| Position { certainty: Certainty::Possible, ..position };
        return found.map(|position| described(view, voice, target, unsure(position))).collect();
    }
    let certainty = if unsure {
        Certainty::Possible
    } else if sided && line::unordered(view, &pieces, true) {
        Certainty::OrderUnknown
    } else {
        Certainty::Certain
    };
    let position = Position { side: "mixed", certainty, pieces: line::in_order(view, &pieces) };
    let finding = described(view, voice, target, position);
    vec![if sided { finding } else { Finding { side: None, ..finding } }]
}
