//! Two factions by trial: members change sides as long as it helps.

use crate::analysis::partition::Lots;
use crate::analysis::signed::{Neighbor, SignedNetwork};

/// How often a search starts anew.
const STARTS: usize = 24;

/// Two factions with few frustrated edges, as the side of each member, and their frustration. Always the same.
///
/// Each start grows sides along edges in an order drawn by lot, then flips members one by one, the most helpful or least
/// harmful first and each once, and goes back to the best state on the way, as long as that helps.
///
/// # Complexity
/// O(n² + m) for each pass over `n` members and `m` edges; few passes a start.
///
/// # Source
/// Kernighan and Lin (1970), An efficient heuristic procedure for partitioning graphs.
pub(super) fn factions(network: &SignedNetwork, weigh: impl Fn(f64) -> f64 + Copy) -> Vec<bool> {
    let mut lots = Lots::new(0);
    let mut best: Option<(f64, Vec<bool>)> = None;
    for _ in 0..STARTS {
        let mut sides = grown(network, &lots.order(network.len()), weigh);
        while pass(network, &mut sides, weigh) {}
        let frustration = frustration(network, &sides, weigh);
        if best.as_ref().is_none_or(|(least, _)| frustration < *least) {
            best = Some((frustration, sides));
        }
    }
    best.map(|(_, sides)| sides).unwrap_or_default()
}

/// The weight of the edges that are positive between the sides or negative within one.
pub(super) fn frustration(network: &SignedNetwork, sides: &[bool], weigh: impl Fn(f64) -> f64) -> f64 {
    let frustrated = network
        .edges()
        .filter(|edge| is_frustrated(sides, edge.row as usize, edge.column as usize, edge.weight));
    frustrated.map(|edge| weigh(edge.weight).abs()).sum()
}

pub(super) fn is_frustrated(sides: &[bool], left: usize, right: usize, weight: f64) -> bool {
    (weight > 0.0) != (sides[left] == sides[right])
}

/// Members in an order, each on the side where it has less against it so far.
fn grown(network: &SignedNetwork, order: &[usize], weigh: impl Fn(f64) -> f64) -> Vec<bool> {
    let mut sides: Vec<Option<bool>> = vec![None; network.len()];
    for &member in order {
        let pull = |to: &Neighbor| match sides[to.place] {
            None => 0.0,
            Some(true) => weigh(to.weight),
            Some(false) => -weigh(to.weight),
        };
        let pull: f64 = network.neighbors(member).iter().map(pull).sum();
        sides[member] = Some(pull > 0.0);
    }
    sides.into_iter().map(|side| side == Some(true)).collect()
}

/// Flips every member once, and keeps the flips up to the best state; whether that is better than before.
fn pass(network: &SignedNetwork, sides: &mut [bool], weigh: impl Fn(f64) -> f64) -> bool {
    let toward = |left: bool, right: bool, weight: f64| if left == right { -weight } else { weight };
    let relief = |member: usize, sides: &[bool]| -> f64 {
        let neighbors = network.neighbors(member).iter();
        neighbors.map(|to| toward(sides[member], sides[to.place], weigh(to.weight))).sum()
    };
    let mut reliefs: Vec<f64> = (0..network.len()).map(|member| relief(member, sides)).collect();
    let mut waiting: Vec<usize> = (0..network.len()).collect();
    let (mut flipped, mut sum, mut best) = (Vec::new(), 0.0, (0.0, 0));
    while let Some(at) = most_relief(&waiting, &reliefs) {
        let member = waiting.remove(at);
        sum += reliefs[member];
        sides[member] = !sides[member];
        flipped.push(member);
        for to in network.neighbors(member) {
            reliefs[to.place] += 2.0 * toward(sides[member], sides[to.place], weigh(to.weight));
        }
        if sum > best.0 + 1e-9 {
            best = (sum, flipped.len());
        }
    }
    flipped.iter().skip(best.1).for_each(|&member| sides[member] = !sides[member]);
    best.1 > 0
}

fn most_relief(waiting: &[usize], reliefs: &[f64]) -> Option<usize> {
    let by_relief = |a: &(usize, &usize), b: &(usize, &usize)| {
        reliefs[*a.1].total_cmp(&reliefs[*b.1]).then(b.0.cmp(&a.0))
    };
    waiting.iter().enumerate().max_by(by_relief).map(|(at, _)| at)
}
