//! What frustration cannot fall below: cycles out of balance that share no edge.

use std::collections::VecDeque;

use crate::analysis::network::Edge;
use crate::analysis::signed::SignedNetwork;

use super::switching::is_frustrated;

/// Steps that looking for longer cycles may take.
const STEPS: usize = 20_000_000;

/// A bound that no two factions have less frustration than.
///
/// Every cycle with an odd number of negative edges has an edge that is frustrated. Such a cycle is a frustrated edge closed
/// by a path of edges that are not; cycles are taken one after the other, the short ones first, and each uses up the least
/// weight on it. The sum of what they use is the bound.
///
/// # Complexity
/// O(f m) for `f` frustrated of `m` edges and each length of cycles, or triangles alone where that is more than 20 million
/// steps.
pub(super) fn least(network: &SignedNetwork, sides: &[bool], weigh: impl Fn(f64) -> f64) -> f64 {
    let mut packing = Packing::new(network, sides, weigh);
    let (mut sum, mut spent) = (0.0, 0);
    let all = packing.frustrated.len() * network.edge_count();
    for longest in 2..network.len().max(3) {
        for at in 0..packing.frustrated.len() {
            sum += packing.take(at, longest);
        }
        spent += all;
        if spent > STEPS || packing.left.iter().all(|left| *left <= 0.0) {
            break;
        }
    }
    sum
}

struct Packing<'n> {
    network: &'n SignedNetwork,
    frustrated: Vec<Edge>,
    /// What is left of each frustrated edge.
    left: Vec<f64>,
    /// What is left of each other edge, by the place of its end in the list of all neighbors.
    rest: Vec<Vec<f64>>,
}

impl<'n> Packing<'n> {
    fn new(network: &'n SignedNetwork, sides: &[bool], weigh: impl Fn(f64) -> f64) -> Self {
        let is_odd = |edge: &Edge| is_frustrated(sides, edge.row as usize, edge.column as usize, edge.weight);
        let frustrated: Vec<Edge> = network.edges().filter(is_odd).collect();
        let left = frustrated.iter().map(|edge| weigh(edge.weight).abs()).collect();
        let rest = |place: usize| {
            let open = |to: &crate::analysis::signed::Neighbor| {
                let is_odd = is_frustrated(sides, place, to.place, to.weight);
                if is_odd { 0.0 } else { weigh(to.weight).abs() }
            };
            network.neighbors(place).iter().map(open).collect()
        };
        Self { network, frustrated, left, rest: (0..network.len()).map(rest).collect() }
    }

    /// Takes cycles over a frustrated edge until none is left with so few other edges; what they use up.
    fn take(&mut self, at: usize, longest: usize) -> f64 {
        let (from, to) = (self.frustrated[at].row as usize, self.frustrated[at].column as usize);
        let mut sum = 0.0;
        while self.left[at] > 0.0 {
            let Some(path) = self.path(from, to, longest) else { break };
            let used = path.iter().map(|&(place, way)| self.rest[place][way]).fold(self.left[at], f64::min);
            self.left[at] -= used;
            sum += used;
            for (place, way) in path {
                self.use_up(place, way, used);
            }
        }
        sum
    }

    fn use_up(&mut self, place: usize, way: usize, used: f64) {
        let other = self.network.neighbors(place)[way].place;
        let back = self.network.neighbors(other).binary_search_by_key(&place, |to| to.place);
        self.rest[place][way] -= used;
        if let Ok(back) = back {
            self.rest[other][back] -= used;
        }
    }

    /// The shortest path over edges that are left, as places and the ways taken from them.
    fn path(&self, from: usize, to: usize, longest: usize) -> Option<Vec<(usize, usize)>> {
        let mut came: Vec<Option<(usize, usize)>> = vec![None; self.network.len()];
        let mut queue = VecDeque::from([(from, 0)]);
        while let Some((place, length)) = queue.pop_front() {
            if length == longest {
                break;
            }
            for (way, next) in self.network.neighbors(place).iter().enumerate() {
                if self.rest[place][way] > 0.0 && next.place != from && came[next.place].is_none() {
                    came[next.place] = Some((place, way));
                    if next.place == to {
                        return Some(back(&came, to));
                    }
                    queue.push_back((next.place, length + 1));
                }
            }
        }
        None
    }
}

fn back(came: &[Option<(usize, usize)>], to: usize) -> Vec<(usize, usize)> {
    std::iter::successors(came[to], |(place, _)| came[*place]).collect()
}
