//! Narrower and broader proposals, nearest first, each with its shortest path.

use std::collections::HashSet;

use crate::model::{Key, NodeId, TieKind};

use super::StanceGraph;

/// A proposal reached along `Broader` ties.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reached {
    /// The proposal.
    pub node: NodeId,
    /// The way between the two, the narrower end first; both ends included.
    pub path: Vec<NodeId>,
}

/// Up to how many kinds are all gone through.
const FEW: usize = 16;

#[derive(Clone, Copy)]
enum Way {
    Down,
    Up,
}

impl StanceGraph {
    /// All kinds of a proposal, kinds of kinds included: nearest first, equally near ones by key.
    ///
    /// Several paths lead to one kind in a hierarchy with several parents; the shortest counts, ties by key.
    ///
    /// # Complexity
    /// O(k log k) for `k` kinds and their ties.
    pub fn narrower(&self, proposal: NodeId) -> Vec<Reached> {
        self.walk(proposal, Way::Down)
    }

    /// All proposals that this one is a kind of, in the order of [`narrower`](Self::narrower).
    pub fn broader(&self, proposal: NodeId) -> Vec<Reached> {
        self.walk(proposal, Way::Up)
    }

    /// Those among some targets that are kinds of a proposal, each with its path; as [`narrower`](Self::narrower) has them.
    /// The targets are not looked at where there are few kinds or a kind has several broader ones: then all are told.
    ///
    /// # Complexity
    /// O(m log m) for `m` targets where each kind has one broader proposal, else that of [`narrower`](Self::narrower).
    pub(crate) fn kinds_among(
        &self,
        proposal: NodeId,
        targets: impl Iterator<Item = NodeId>,
    ) -> Vec<Reached> {
        let Some(kinds) = self.kinds().of(proposal) else { return self.narrower(proposal) };
        if kinds.len() <= FEW {
            return self.narrower(proposal);
        }
        let is_kind = |kind: &NodeId| *kind != proposal && self.kinds().holds(proposal, *kind) == Some(true);
        let mut found: Vec<NodeId> = targets.filter(is_kind).collect();
        found.sort_unstable();
        found.dedup();
        let mut found: Vec<Reached> = found.into_iter().map(|kind| self.only_path(kind, proposal)).collect();
        found.sort_by_key(|kind| (kind.path.len(), &self.at(kind.node).key));
        found
    }

    /// The way from a kind up to a proposal, where each has one broader proposal.
    fn only_path(&self, kind: NodeId, proposal: NodeId) -> Reached {
        let above = |node: &NodeId| Some(self.at_tie(*self.ties_from(*node, TieKind::Broader).first()?).to);
        let mut path: Vec<NodeId> =
            std::iter::successors(Some(kind), above).take_while(|node| *node != proposal).collect();
        path.push(proposal);
        Reached { node: kind, path }
    }

    /// Breadth first, a level at a time, so that the first path found is the shortest.
    fn walk(&self, start: NodeId, way: Way) -> Vec<Reached> {
        let mut seen = HashSet::from([start]);
        let mut found: Vec<Reached> = Vec::new();
        let mut level = vec![vec![start]];
        while !level.is_empty() {
            let mut next: Vec<Vec<NodeId>> = Vec::new();
            for path in &level {
                let Some(&end) = path.last() else { continue };
                for node in self.neighbors(end, way) {
                    if seen.insert(node) {
                        next.push(path.iter().copied().chain([node]).collect());
                    }
                }
            }
            next.sort_by(|a, b| self.end_key(a).cmp(&self.end_key(b)));
            found.extend(next.iter().filter_map(|path| Some(reached(path.clone(), *path.last()?, way))));
            level = next;
        }
        found
    }

    fn neighbors(&self, node: NodeId, way: Way) -> Vec<NodeId> {
        let mut next: Vec<NodeId> = match way {
            Way::Down => {
                self.ties_to(node, TieKind::Broader).iter().map(|&tie| self.at_tie(tie).from).collect()
            }
            Way::Up => {
                self.ties_from(node, TieKind::Broader).iter().map(|&tie| self.at_tie(tie).to).collect()
            }
        };
        next.sort_by_key(|&node| &self.at(node).key);
        next
    }

    fn end_key(&self, path: &[NodeId]) -> Option<&Key> {
        path.last().map(|&node| &self.at(node).key)
    }
}

fn reached(mut path: Vec<NodeId>, end: NodeId, way: Way) -> Reached {
    if matches!(way, Way::Down) {
        path.reverse();
    }
    Reached { node: end, path }
}
