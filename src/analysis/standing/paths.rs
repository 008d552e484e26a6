//! The shortest ways from friend to friend.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::analysis::signed::SignedNetwork;

/// Two ways whose lengths differ by no more than this share of the longer one are as long.
const AS_LONG: f64 = 1e-10;

/// What it takes to cross a friendship.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Crossing {
    /// One step, whatever its weight.
    #[default]
    Steps,
    /// The less the more two agree: 1 by the weight.
    Weights,
}

crate::model::word::code_words!(Crossing, "crossing", { Steps = 0 "steps", Weights = 1 "weights" });

impl Crossing {
    fn length(self, weight: f64) -> f64 {
        match self {
            Self::Steps => 1.0,
            Self::Weights => 1.0 / weight,
        }
    }
}

/// All shortest ways from one member to every other, over positive edges.
pub(super) struct Paths {
    /// Who is reached, the nearest first, the start itself at the head.
    pub(super) order: Vec<usize>,
    /// How many shortest ways lead to each.
    pub(super) counts: Vec<f64>,
    /// Who comes last before each on these ways.
    pub(super) before: Vec<Vec<usize>>,
    lengths: Vec<f64>,
}

impl Paths {
    /// The method of Dijkstra, with a list of all who come before instead of one.
    pub(super) fn from(network: &SignedNetwork, start: usize, crossing: Crossing) -> Self {
        let count = network.len();
        let mut paths = Self {
            order: Vec::new(),
            counts: vec![0.0; count],
            before: vec![Vec::new(); count],
            lengths: vec![f64::INFINITY; count],
        };
        (paths.counts[start], paths.lengths[start]) = (1.0, 0.0);
        let (mut open, mut is_reached) = (BinaryHeap::new(), vec![false; count]);
        open.push(Reverse((Length(0.0), start)));
        while let Some(Reverse((_, place))) = open.pop() {
            if std::mem::replace(&mut is_reached[place], true) {
                continue;
            }
            paths.order.push(place);
            let friends = network.neighbors(place).iter().filter(|to| to.weight > 0.0);
            for to in friends.filter(|to| !is_reached[to.place]) {
                if paths.cross(place, to.place, crossing.length(to.weight)) {
                    open.push(Reverse((Length(paths.lengths[to.place]), to.place)));
                }
            }
        }
        paths
    }

    /// Takes note of a way from one to the next; whether that is now nearer.
    fn cross(&mut self, place: usize, to: usize, step: f64) -> bool {
        let (length, known) = (self.lengths[place] + step, self.lengths[to]);
        // Over a step too short to tell, two ends of ways as long come before each other in no order.
        let is_before = self.lengths[place] < known - AS_LONG * known;
        let is_as_long = is_before && (length - known).abs() <= AS_LONG * length.max(known);
        if is_as_long {
            self.before[to].push(place);
            // More ways than there are numbers for are not told apart.
            self.counts[to] = (self.counts[to] + self.counts[place]).min(f64::MAX);
        } else if length < known {
            self.before[to] = vec![place];
            self.counts[to] = self.counts[place];
        }
        let is_nearer = length < known;
        if is_nearer {
            self.lengths[to] = length;
        }
        is_nearer
    }
}

/// A length, by size.
#[derive(Debug, Clone, Copy)]
struct Length(f64);

impl PartialEq for Length {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Length {}

impl PartialOrd for Length {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Length {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}
