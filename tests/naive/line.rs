//! One line of statements on one proposal: what supersedes what, what is left standing, and what position that is.

use super::days::{Order, Tri};
use super::view::{Hold, Seen, View};
use super::world::{Condition, Statement};

/// A statement in a line; a speaker who was perhaps in office makes it unsure.
#[derive(Debug, Clone)]
pub(crate) struct Piece<'w> {
    pub(crate) statement: &'w Statement,
    pub(crate) sure: bool,
    /// Confidences of the ties that brought it here.
    pub(crate) ties: Vec<f64>,
    /// Between its proposal and the one asked about, the narrower end first; empty where they are one.
    pub(crate) path: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Certainty {
    Certain,
    OrderUnknown,
    Possible,
}

/// What became of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Standing(Certainty),
    Superseded,
    Withdrawn,
    Expired,
    /// Would stand if its condition came about; what is unconditional stands until then.
    Contingent,
    /// Takes no side itself: a withdrawal, a hint, an absence.
    NoSide,
}

/// What is left standing on one side, or on several.
#[derive(Debug, Clone)]
pub(crate) struct Position<'w> {
    /// `favor`, `neutral`, `against`, `mixed`; `none` for a withdrawal that is a last word.
    pub(crate) side: &'static str,
    pub(crate) certainty: Certainty,
    /// The headline first.
    pub(crate) pieces: Vec<Piece<'w>>,
}

/// Whether it can stand, supersede and be superseded.
fn counts(statement: &Statement) -> bool {
    !statement.is_hint() && !statement.is_absence() && !statement.is_deed()
}

fn order(view: &View<'_>, one: &Statement, other: &Statement) -> Order {
    view.said(one).order(view.said(other))
}

/// Whether the first is certainly later, and of another side or a withdrawal.
fn overrides(view: &View<'_>, later: &Statement, earlier: &Statement) -> bool {
    let differs = later.is_withdrawal() || later.side() != earlier.side();
    counts(later) && differs && order(view, later, earlier) == Order::After
}

fn is_certain(view: &View<'_>, piece: &Piece<'_>) -> bool {
    piece.sure && view.seen(piece.statement) == Seen::Certainly
}

/// What becomes of one piece of a line of live pieces.
pub(crate) fn fate(view: &View<'_>, piece: &Piece<'_>, line: &[Piece<'_>]) -> Fate {
    fate_of(view, piece, line, |_| true)
}

/// What becomes of one piece of a speaker's share: what was said conditionally is weighed only against that share.
pub(crate) fn fate_of(
    view: &View<'_>,
    piece: &Piece<'_>,
    line: &[Piece<'_>],
    keep: impl Fn(&Statement) -> bool,
) -> Fate {
    match fate_alone(view, piece, line) {
        Fate::Standing(certainty) => {
            let stands = |other: &&Piece<'_>| {
                keep(other.statement) && matches!(fate_alone(view, other, line), Fate::Standing(_))
            };
            let rivals: Vec<_> = line.iter().filter(stands).collect();
            outweighed(view, piece, &rivals).unwrap_or(Fate::Standing(certainty))
        }
        fate => fate,
    }
}

/// Whether it would stand but for a condition that came about.
pub(crate) fn is_outlived(view: &View<'_>, piece: &Piece<'_>, line: &[Piece<'_>]) -> bool {
    matches!(fate_alone(view, piece, line), Fate::Standing(_))
}

/// The fate by dates, ends and conditions, before conditional and flat stances of one time are weighed.
fn fate_alone(view: &View<'_>, piece: &Piece<'_>, line: &[Piece<'_>]) -> Fate {
    let statement = piece.statement;
    let over: Vec<_> = line.iter().filter(|other| overrides(view, other.statement, statement)).collect();
    let surely_over = || over.iter().filter(|other| is_certain(view, other));
    if !counts(statement) {
        Fate::NoSide
    } else if surely_over().next().is_some() {
        // The nearest that followed names the reason.
        let key = |other: &&&Piece<'_>| {
            let said = view.said(other.statement);
            (said.first, said.last, other.statement.id.clone())
        };
        let nearest = surely_over().min_by_key(key);
        let withdrawn = nearest.is_some_and(|other| other.statement.is_withdrawal());
        if withdrawn { Fate::Withdrawn } else { Fate::Superseded }
    } else if statement.is_withdrawal() {
        Fate::NoSide
    } else if view.expired(statement) == Tri::Yes || view.hold(statement) == Hold::Ended {
        Fate::Expired
    } else if !over.is_empty() || !is_certain(view, piece) || view.expired(statement) == Tri::Maybe {
        Fate::Standing(Certainty::Possible)
    } else if line.iter().any(|other| may_withdraw(view, other.statement, statement)) {
        Fate::Standing(Certainty::OrderUnknown)
    } else {
        Fate::Standing(Certainty::Certain)
    }
}

/// A withdrawal of the same day, or of unknown order.
fn may_withdraw(view: &View<'_>, other: &Statement, statement: &Statement) -> bool {
    let unordered = matches!(order(view, other, statement), Order::SameDay | Order::Unknown);
    other.is_withdrawal() && counts(other) && unordered
}

/// "Supports X, rejects X if C" supports until C is met; from then on it rejects.
fn outweighed(view: &View<'_>, piece: &Piece<'_>, standing: &[&Piece<'_>]) -> Option<Fate> {
    let of_side = |same: bool| -> Vec<Hold> {
        let of = |other: &&&Piece<'_>| (other.statement.side() == piece.statement.side()) == same;
        standing.iter().filter(of).map(|other| view.hold(other.statement)).collect()
    };
    let (allies, rivals) = (of_side(true), of_side(false));
    // What agrees with a stance that came about stands with it.
    let given_way = rivals.contains(&Hold::Activated) && !allies.contains(&Hold::Activated);
    let holding = |holds: &[Hold]| holds.iter().any(|hold| *hold != Hold::Waiting);
    match view.hold(piece.statement) {
        Hold::Waiting if holding(&allies) && !given_way => None,
        Hold::Waiting if holding(&rivals) => Some(Fate::Contingent),
        Hold::Flat | Hold::Conditional | Hold::Ended if given_way => Some(Fate::Superseded),
        _ => None,
    }
}

/// The pieces left standing, each with its certainty.
pub(crate) fn standing<'w>(view: &View<'_>, line: &[Piece<'w>]) -> Vec<(Piece<'w>, Certainty)> {
    standing_of(view, line, |_| true)
}

/// The share of a speaker in what is left standing. A choice: what was said conditionally is weighed only against
/// the speaker's own words.
pub(crate) fn standing_of<'w>(
    view: &View<'_>,
    line: &[Piece<'w>],
    keep: impl Fn(&Statement) -> bool,
) -> Vec<(Piece<'w>, Certainty)> {
    let alone = line.iter().filter_map(|piece| match fate_alone(view, piece, line) {
        Fate::Standing(certainty) if keep(piece.statement) => Some((piece.clone(), certainty)),
        _ => None,
    });
    weighed(view, &alone.collect::<Vec<_>>())
}

/// Without what other sides outweigh.
pub(crate) fn weighed<'w>(view: &View<'_>, stood: &[(Piece<'w>, Certainty)]) -> Vec<(Piece<'w>, Certainty)> {
    let rivals: Vec<&Piece<'_>> = stood.iter().map(|(piece, _)| piece).collect();
    stood.iter().filter(|(piece, _)| outweighed(view, piece, &rivals).is_none()).cloned().collect()
}

/// A withdrawal that nothing followed, where nothing stands.
pub(crate) fn withdrawal<'w>(view: &View<'_>, line: &[Piece<'w>]) -> Option<Piece<'w>> {
    if !standing(view, line).is_empty() {
        return None;
    }
    let left = line.iter().filter(|piece| piece.statement.is_withdrawal());
    let left = left.filter(|piece| fate(view, piece, line) == Fate::NoSide && counts(piece.statement));
    // The latest is told, of equal ones the last by key.
    left.max_by_key(|piece| (view.said(piece.statement).last, &piece.statement.id)).cloned()
}

/// The latest first; undated ones last. A choice: of equal ones the conditional, the weak and the hedged come after,
/// then the key decides.
pub(crate) fn in_order<'w>(view: &View<'_>, pieces: &[Piece<'w>]) -> Vec<Piece<'w>> {
    let mut pieces = pieces.to_vec();
    pieces.sort_by_key(|piece| {
        let said = view.said(piece.statement);
        let (last, first) = (std::cmp::Reverse(said.last), std::cmp::Reverse(said.first));
        let conditional = reads_only_if(view, piece.statement);
        let hedged = piece.statement.modality == "hedged";
        (last, first, conditional, hedged, piece.statement.is_weak(), piece.statement.id.clone())
    });
    pieces
}

/// The position of what stands: one side, both as mixed, or each apart where only one of them can hold.
pub(crate) fn positions<'w>(view: &View<'_>, stood: &[(Piece<'w>, Certainty)]) -> Vec<Position<'w>> {
    let sides = ["favor", "neutral", "against", "none"].map(|side| (side, of_side(stood, side)));
    let sides: Vec<_> = sides.into_iter().filter(|(_, pieces)| !pieces.is_empty()).collect();
    let best =
        |pieces: &[(Piece<'_>, Certainty)]| pieces.iter().map(|(_, certainty)| *certainty).min().unwrap();
    let ordered = |pieces: &[(Piece<'w>, Certainty)]| {
        in_order(view, &pieces.iter().map(|(piece, _)| piece.clone()).collect::<Vec<_>>())
    };
    // Two sides that certainly stand are mixed, whatever else is possible.
    let sure = sides.iter().filter(|(_, pieces)| best(pieces) != Certainty::Possible).count();
    let apart = sides.len() < 2
        || (sure < 2 && sure < sides.len())
        // A choice where the rules are silent: waiting for different things on either side are two findings.
        || (sides.iter().all(|(_, pieces)| is_waiting(view, &ordered(pieces)))
            && !sides.iter().all(|(_, pieces)| wait_alike(&ordered(pieces), &ordered(&sides[0].1))));
    if apart {
        let unsure = sides.len() > 1 && sides.iter().any(|(_, pieces)| best(pieces) == Certainty::Possible);
        let one = |(side, pieces): &(&'static str, Vec<_>)| Position {
            side,
            certainty: if unsure { Certainty::Possible } else { best(pieces) },
            pieces: ordered(pieces),
        };
        return sides.iter().map(one).collect();
    }
    let pieces = ordered(stood);
    let withdrawn = stood.iter().any(|(_, certainty)| *certainty == Certainty::OrderUnknown);
    let unknown = withdrawn || unordered(view, &pieces, false);
    let certainty = if unknown { Certainty::OrderUnknown } else { Certainty::Certain };
    vec![Position { side: "mixed", certainty, pieces }]
}

fn of_side<'w>(stood: &[(Piece<'w>, Certainty)], side: &str) -> Vec<(Piece<'w>, Certainty)> {
    stood.iter().filter(|(piece, _)| piece.statement.side().unwrap_or("none") == side).cloned().collect()
}

/// Whether the headline reads "only if".
pub(crate) fn is_conditional(view: &View<'_>, pieces: &[Piece<'_>]) -> bool {
    pieces.first().is_some_and(|piece| reads_only_if(view, piece.statement))
}

/// Whether all of it waits for something that would bring it about.
fn is_waiting(view: &View<'_>, pieces: &[Piece<'_>]) -> bool {
    pieces.iter().all(|piece| view.hold(piece.statement) == Hold::Waiting)
}

/// Whether all of these hang on the same conditions.
fn wait_alike(one: &[Piece<'_>], other: &[Piece<'_>]) -> bool {
    let of = |piece: &Piece<'_>| piece.statement.stance_conditions().cloned().collect::<Vec<_>>();
    let within = |a: &[Condition], b: &[Condition]| a.iter().all(|condition| b.contains(condition));
    let first = of(&one[0]);
    one.iter().chain(other).all(|piece| within(&of(piece), &first) && within(&first, &of(piece)))
}

pub(crate) fn reads_only_if(view: &View<'_>, statement: &Statement) -> bool {
    matches!(view.hold(statement), Hold::Conditional | Hold::Waiting)
}

/// Whether nobody knows which side came last: on one proposal, or across several.
pub(crate) fn unordered(view: &View<'_>, pieces: &[Piece<'_>], across: bool) -> bool {
    let differ = |a: &Piece<'_>, b: &Piece<'_>| {
        let near = across || a.statement.target == b.statement.target;
        let sides = a.statement.side() != b.statement.side();
        near && sides && order(view, a.statement, b.statement) == Order::Unknown
    };
    pieces.iter().any(|a| pieces.iter().any(|b| differ(a, b)))
}
