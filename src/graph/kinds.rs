//! Proposals in an order in which all kinds of one follow it, so that they are a stretch of it.

use crate::model::{NodeId, Tie, TieKind};

/// The order, and the stretch of each proposal. One with several broader ones is in no order; it and all above it have
/// no stretch.
#[derive(Debug, Clone, Default)]
pub(super) struct Kinds {
    order: Vec<NodeId>,
    stretches: Vec<(u32, u32)>,
}

impl Kinds {
    /// O(n) in nodes and ties.
    pub(super) fn new<'t>(count: usize, ties: impl Iterator<Item = &'t Tie>) -> Self {
        let mut narrower: Vec<Vec<u32>> = vec![Vec::new(); count];
        let mut broader = vec![0u32; count];
        for tie in ties.filter(|tie| tie.kind == TieKind::Broader) {
            narrower[tie.to.index()].push(tie.from.raw());
            broader[tie.from.index()] += 1;
        }
        let mut kinds = Self { order: Vec::new(), stretches: vec![(0, 0); count] };
        let mut order = Vec::with_capacity(count);
        let roots = broader.iter().enumerate().filter(|(_, broader)| **broader == 0).map(|(root, _)| root);
        for root in roots {
            kinds.walk(root, &narrower, &broader, &mut order);
        }
        kinds.order = order;
        kinds
    }

    /// With so many nodes in all, the new ones without kinds and kinds of nothing.
    pub(super) fn add_alone(&mut self, count: usize) {
        for node in (0..).map(NodeId::new).take(count).skip(self.stretches.len()) {
            let start = length(&self.order);
            self.order.push(node);
            self.stretches.push((start, start + 1));
        }
    }

    /// Depth first, without recursion: a node is entered, then its kinds, then it is left.
    fn walk(&mut self, root: usize, narrower: &[Vec<u32>], broader: &[u32], order: &mut Vec<NodeId>) {
        let mut open: Vec<(usize, usize)> = Vec::new();
        let mut next = Some(root);
        loop {
            if let Some(node) = next.take() {
                self.stretches[node].0 = length(order);
                order.push(NodeId::new(u32::try_from(node).unwrap_or(u32::MAX)));
                open.push((node, 0));
            }
            let Some((node, kind)) = open.last_mut() else { return };
            let node = *node;
            if let Some(&below) = narrower[node].get(*kind) {
                *kind += 1;
                if broader[below as usize] > 1 {
                    // It would stand at several places: nothing above it is a stretch.
                    let above = open.iter().rev().map(|(above, _)| *above);
                    // Above one that is marked all are.
                    for above in
                        above.take_while(|above| self.stretches[*above].1 != u32::MAX).collect::<Vec<_>>()
                    {
                        self.stretches[above].1 = u32::MAX;
                    }
                } else {
                    next = Some(below as usize);
                }
                continue;
            }
            if self.stretches[node].1 != u32::MAX {
                self.stretches[node].1 = length(order);
            }
            open.pop();
        }
    }

    /// A proposal and all its kinds; `None` where they are no stretch.
    pub(super) fn of(&self, proposal: NodeId) -> Option<&[NodeId]> {
        let &(start, end) = self.stretches.get(proposal.index())?;
        self.order.get(start as usize..end as usize).filter(|stretch| !stretch.is_empty())
    }

    /// Whether one is among the kinds of another, or is it; `None` where those are no stretch.
    pub(super) fn holds(&self, proposal: NodeId, kind: NodeId) -> Option<bool> {
        let &(start, end) = self.stretches.get(proposal.index())?;
        self.of(proposal)?;
        let place = self.stretches.get(kind.index())?.0;
        Some(self.order.get(place as usize) == Some(&kind) && (start..end).contains(&place))
    }
}

fn length(order: &[NodeId]) -> u32 {
    u32::try_from(order.len()).unwrap_or(u32::MAX - 1)
}
