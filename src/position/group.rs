//! What stands, grouped into positions: one where it agrees or is mixed, several where only possible or conditional.

use std::collections::HashSet;

use crate::model::{Order, Polarity, StatementId};
use crate::query::Reading;

use super::condition::State;
use super::line::Standing;
use super::reach::Found;
use super::{Certainty, Lean, Selection, Surety};

/// What stands together as one position.
pub(super) struct Group {
    pub(super) pieces: Vec<(usize, Standing)>,
    pub(super) lean: Lean,
    pub(super) certainty: Certainty,
    pub(super) contingent: Vec<StatementId>,
}

/// What stands on each of several targets, with the number of the target; a doubtful tie makes all of it doubtful.
pub(super) fn pieces(bases: &[Found]) -> Vec<(usize, Standing)> {
    let of = |(index, found): (usize, &Found)| -> Vec<(usize, Standing)> {
        let sure = |piece: &Standing| Standing { surety: piece.surety.and(found.surety), ..*piece };
        found.line.standing.iter().map(|piece| (index, sure(piece))).collect()
    };
    bases.iter().enumerate().flat_map(of).collect()
}

/// What stands, as positions. On each target, what is seen to hold now outweighs what waits on another side; what stands
/// on several targets is told together.
///
/// Words on several kinds are last words together, so that they are weighed together and their order matters; positions on
/// several kinds stand each for itself.
pub(super) fn groups(
    selection: &Selection<'_>,
    pieces: &[(usize, Standing)],
    reading: Reading,
) -> Vec<Group> {
    let weighed: Vec<Weighed> = match reading {
        Reading::LastWord => vec![weigh(pieces)],
        Reading::Positions => pieces.chunk_by(|(at, _), (other, _)| at == other).map(weigh).collect(),
    };
    let contingent: Vec<_> = weighed.iter().flat_map(|one| &one.contingent).copied().collect();
    let together: Vec<_> = weighed.into_iter().flat_map(|one| one.kept).collect();
    if together.iter().all(|(_, piece)| piece.state == State::Pending) {
        waiting(selection, together, reading)
    } else if is_settled(&together) {
        vec![Group::of(together, &contingent, reading)]
    } else {
        each_apart(&together, &contingent, reading)
    }
}

/// What stands on one target without what is outweighed there.
struct Weighed {
    kept: Vec<(usize, Standing)>,
    /// What would stand if its condition came about.
    contingent: Vec<StatementId>,
}

/// Pieces that are seen to hold now stand; pending ones of another polarity wait beside them.
fn weigh(pieces: &[(usize, Standing)]) -> Weighed {
    let (pending, active): (Vec<_>, Vec<_>) =
        pieces.iter().copied().partition(|(_, piece)| piece.state == State::Pending);
    if active.is_empty() {
        return Weighed { kept: pending, contingent: Vec::new() };
    }
    let ruling = sides(active.iter().filter(|(_, piece)| piece.state == State::Activated));
    // What has come about overrides the flat stance that was to hold until then.
    let holds = |(_, piece): &(usize, Standing)| ruling.is_empty() || ruling.contains(&piece.polarity);
    let current: Vec<_> = active.into_iter().filter(holds).collect();
    let held_sides = sides(current.iter());
    let (same, other): (Vec<_>, Vec<_>) =
        pending.into_iter().partition(|(_, piece)| held_sides.contains(&piece.polarity));
    let contingent = other.iter().map(|(_, piece)| piece.id).collect();
    Weighed { kept: current.into_iter().chain(same).collect(), contingent }
}

/// Whether what only possibly counts can change nothing: all is certain, or what is certain is mixed by itself.
fn is_settled(pieces: &[(usize, Standing)]) -> bool {
    let certain = || pieces.iter().filter(|(_, piece)| piece.surety == Surety::Certain);
    certain().count() == pieces.len() || Lean::of(certain().map(|(_, piece)| piece.polarity)) == Lean::Mixed
}

/// Statements that all wait for a condition: one position if they wait for the same, otherwise one a polarity.
fn waiting(selection: &Selection<'_>, pending: Vec<(usize, Standing)>, reading: Reading) -> Vec<Group> {
    let on = |(_, piece): &(usize, Standing)| {
        let statement = selection.graph().at_statement(piece.id);
        let mut conditions: Vec<_> = statement.stance_conditions().collect();
        conditions.sort();
        conditions
    };
    let alike = pending.windows(2).all(|pair| on(&pair[0]) == on(&pair[1]));
    match () {
        () if pending.is_empty() => Vec::new(),
        () if alike && is_settled(&pending) => vec![Group::of(pending, &[], reading)],
        () => each_apart(&pending, &[], reading),
    }
}

/// Each polarity a position of its own. None of them is certain beside one that only may count, however many are.
fn each_apart(pieces: &[(usize, Standing)], contingent: &[StatementId], reading: Reading) -> Vec<Group> {
    let mut groups: Vec<Group> =
        by_polarity(pieces).into_iter().map(|pieces| Group::of(pieces, contingent, reading)).collect();
    if groups.len() > 1 && groups.iter().any(|group| group.certainty == Certainty::Possible) {
        for group in &mut groups {
            group.certainty = Certainty::Possible;
        }
    }
    groups
}

/// The polarities among some pieces.
fn sides<'a>(pieces: impl Iterator<Item = &'a (usize, Standing)>) -> HashSet<Option<Polarity>> {
    pieces.map(|(_, piece)| piece.polarity).collect()
}

fn by_polarity(pieces: &[(usize, Standing)]) -> Vec<Vec<(usize, Standing)>> {
    let of = |side| pieces.iter().filter(|(_, piece)| piece.polarity == side).copied().collect();
    let sides = Polarity::ALL.iter().map(|&side| Some(side)).chain([None]);
    sides.map(of).filter(|list: &Vec<_>| !list.is_empty()).collect()
}

impl Group {
    fn of(pieces: Vec<(usize, Standing)>, contingent: &[StatementId], reading: Reading) -> Self {
        let lean = Lean::of(pieces.iter().map(|(_, piece)| piece.polarity));
        let certainty = certainty(&pieces, reading);
        Self { pieces, lean, certainty, contingent: contingent.to_vec() }
    }
}

fn certainty(pieces: &[(usize, Standing)], reading: Reading) -> Certainty {
    let unordered = |(at, a): &(usize, Standing), (other, b): &(usize, Standing)| {
        let rivals = at == other || reading == Reading::LastWord;
        rivals && a.polarity != b.polarity && a.window.order(b.window) == Order::Unknown
    };
    let several_sides = sides(pieces.iter()).len() > 1;
    let may_be_withdrawn = |(_, piece): &(usize, Standing)| piece.doubted && piece.surety == Surety::Certain;
    let unordered = || pieces.iter().any(|a| pieces.iter().any(|b| unordered(a, b)));
    if several_sides && (pieces.iter().any(may_be_withdrawn) || unordered()) {
        return Certainty::OrderUnknown;
    }
    if pieces.iter().all(|(_, piece)| piece.surety == Surety::Possible) {
        return Certainty::Possible;
    }
    let settled = |(_, piece): &(usize, Standing)| piece.surety == Surety::Certain && !piece.doubted;
    if pieces.iter().any(settled) { Certainty::Certain } else { Certainty::OrderUnknown }
}
