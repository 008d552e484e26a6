//! Holders and calls as numbers, in an order that does not depend on how they came in.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::agreement::Cast;
use crate::graph::StanceGraph;
use crate::model::{NodeId, Polarity};

use super::panel::Vote;

/// Holders and calls by their numbers, each in the order of keys.
pub(super) struct Names {
    pub(super) holders: Vec<NodeId>,
    pub(super) calls: Vec<NodeId>,
    numbers: [BTreeMap<NodeId, usize>; 2],
}

impl Names {
    pub(super) fn of(graph: &StanceGraph, votes: &[Cast]) -> Self {
        let sorted = |nodes: BTreeSet<NodeId>| {
            let mut nodes: Vec<NodeId> = nodes.into_iter().collect();
            nodes.sort_by_key(|node| &graph.at(*node).key);
            nodes
        };
        let holders = sorted(votes.iter().map(|vote| vote.voter).collect());
        let calls = sorted(votes.iter().map(|vote| vote.call).collect());
        let numbers = [&holders, &calls].map(|nodes| nodes.iter().copied().zip(0..).collect());
        Self { holders, calls, numbers }
    }

    /// A vote with its parts as numbers.
    pub(super) fn vote(&self, cast: &Cast, by_year: bool) -> Vote {
        let level = match cast.vote {
            Polarity::Against => 0,
            Polarity::Neutral => 1,
            Polarity::Favor => 2,
        };
        Vote {
            holder: self.numbers[0][&cast.voter],
            call: self.numbers[1][&cast.call],
            period: cast.year.filter(|_| by_year).unwrap_or_default(),
            level,
        }
    }
}
