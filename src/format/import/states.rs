//! Which nation a row means: by name, by ISO code, or by Correlates of War number, on the day of the vote.

use std::collections::HashMap;

use super::ImportError;
use crate::datasets;
use crate::graph::StanceGraph;
use crate::model::{Date, Key, NodeBody, NodeId, Window};

/// The bundled nations, as tables of votes refer to them.
pub(super) struct States {
    graph: &'static StanceGraph,
    by_iso2: HashMap<&'static str, NodeId>,
    /// By Correlates of War number, that of an entry's own time included.
    by_number: HashMap<u32, Vec<NodeId>>,
}

impl States {
    pub(super) fn bundled() -> Result<Self, ImportError> {
        let graph = datasets::nations()?;
        let mut states = Self { graph, by_iso2: HashMap::new(), by_number: HashMap::new() };
        for (id, node) in graph.nodes() {
            if let Some(code) = node.id("iso2") {
                states.by_iso2.insert(code, id);
            }
            for number in Self::numbers(graph, id) {
                states.by_number.entry(number).or_default().push(id);
            }
        }
        Ok(states)
    }

    fn numbers(graph: &StanceGraph, id: NodeId) -> impl Iterator<Item = u32> {
        let codes = ["cow", "cow-former"].into_iter().filter_map(move |scheme| graph.node(id)?.id(scheme));
        codes.filter_map(|code| code.parse().ok())
    }

    /// The state of a name or a code on a day: the one of that name that existed; where none of that name did, the one
    /// that existed under the same number, as Serbia under Yugoslavia's; else the one of the code.
    pub(super) fn named(&self, name: &str, iso2: Option<&str>, on: Option<Date>) -> Option<&'static Key> {
        let by_name: Vec<NodeId> = self.graph.vocabulary().exact(name).collect();
        let by_code = || iso2.and_then(|code| self.by_iso2.get(code)).copied();
        let then = by_name.iter().copied().find(|&id| self.existed(id, on));
        let heirs = || {
            let numbers = by_name.iter().flat_map(|&id| Self::numbers(self.graph, id));
            numbers
                .filter_map(|number| self.by_number.get(&number))
                .flatten()
                .copied()
                .find(|&id| self.existed(id, on))
        };
        let found = then.or_else(|| by_code().filter(|&id| self.existed(id, on))).or_else(heirs);
        self.key(found.or_else(by_code).or_else(|| by_name.first().copied()))
    }

    /// The state of a Correlates of War number on a day.
    pub(super) fn numbered(&self, number: u32, on: Option<Date>) -> Option<&'static Key> {
        let known = self.by_number.get(&number)?;
        self.key(known.iter().copied().find(|&id| self.existed(id, on)).or_else(|| known.first().copied()))
    }

    fn key(&self, id: Option<NodeId>) -> Option<&'static Key> {
        Some(&self.graph.node(id?)?.key)
    }

    /// Whether a state may have existed on a date. Without one, whether it exists now.
    fn existed(&self, id: NodeId, on: Option<Date>) -> bool {
        let Some(NodeBody::Nation(nation)) = self.graph.node(id).map(|node| &node.body) else { return false };
        match on {
            Some(date) => nation.exists.meets(Window::from(date)) != Some(false),
            None => nation.exists.until.is_none(),
        }
    }
}
