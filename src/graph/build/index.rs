//! What keys stand for while drafts are checked.

use std::collections::HashMap;

use crate::graph::FaultKind;
use crate::graph::register::{Keyed, Register};
use crate::model::draft::Text;
use crate::model::{Key, Node, NodeId, NodeKind, Place, Source, SourceId};

use super::checks::Checks;

/// The keys of one kind of record and what they stand for, in the graph and in the drafts that come to it.
pub(super) struct Index<'g, T, I> {
    before: &'g Register<T>,
    id: fn(u32) -> I,
    ids: HashMap<Key, I>,
    places: HashMap<Key, Place>,
}

impl<'g, T: Keyed, I: Copy> Index<'g, T, I> {
    pub(super) fn new(before: &'g Register<T>, id: fn(u32) -> I) -> Self {
        Self { before, id, ids: HashMap::new(), places: HashMap::new() }
    }

    /// The id of the record after so many new ones.
    pub(super) fn next(&self, new: usize) -> I {
        (self.id)(u32::try_from(self.before.len() + new).unwrap_or(u32::MAX))
    }

    /// Enters a key; a fault where it is taken.
    pub(super) fn enter(&mut self, key: &Key, id: I, place: &Place, checks: &mut Checks) {
        let first = self.places.get(key);
        if first.is_some() || self.before.find(key.as_str()).is_some() {
            let key = Text::new(key.to_string(), place.clone());
            return checks.taken(&key, first);
        }
        self.ids.insert(key.clone(), id);
        self.places.insert(key.clone(), place.clone());
    }

    /// What a key stands for, if it is one.
    pub(super) fn get(&self, key: &str) -> Option<I> {
        self.ids.get(key).copied().or_else(|| self.before.find(key).map(self.id))
    }

    /// What a reference stands for; a fault with the nearest key where nothing has it.
    pub(super) fn find(&self, text: &Text, what: &str, checks: &mut Checks) -> Option<I> {
        if text.value.is_empty() {
            checks.missing(text, what);
            return None;
        }
        let found = self.get(&text.value);
        if found.is_none() && !checks.has_room() {
            // The nearest key is costly to find; nobody would be told.
            checks.pass_over();
        } else if found.is_none() {
            let shown: String = text.value.chars().take(60).collect();
            // The nearest key is costly to find: the first faults tell enough.
            let near = if checks.may_suggest() { self.nearest(&shown) } else { None };
            let remedy = near.map_or_else(
                || "define it, or name a dataset that does under `uses`".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            let message = format!("no {what} has the key `{shown}`; {remedy}");
            checks.fault(FaultKind::DanglingReference, &text.place, message);
        }
        found
    }

    fn nearest(&self, wanted: &str) -> Option<&Key> {
        let near =
            |key: &Key| strsim::damerau_levenshtein(&wanted.to_lowercase(), &key.as_str().to_lowercase());
        let limit = 1 + wanted.chars().count() / 5;
        let keys = self.ids.keys().chain(self.before.iter().map(Keyed::key));
        let alike = keys.filter(|key| key.as_str().len().abs_diff(wanted.len()) <= limit);
        let within = alike.map(|key| (near(key), key)).filter(|(distance, _)| *distance <= limit);
        within.min().map(|(_, key)| key)
    }
}

/// The nodes by key, with their kinds.
pub(super) struct NodeIndex<'g> {
    pub(super) keys: Index<'g, Node, NodeId>,
    /// Of the new ones.
    pub(super) kinds: Vec<NodeKind>,
}

/// The sources by key.
pub(super) type SourceIndex<'g> = Index<'g, Source, SourceId>;

/// What keys stand for.
#[derive(Clone, Copy)]
pub(super) struct Known<'k> {
    pub(super) nodes: &'k NodeIndex<'k>,
    pub(super) sources: &'k SourceIndex<'k>,
}

impl Known<'_> {
    /// The source that a record names, if it names one.
    pub(super) fn source(self, text: Option<&Text>, checks: &mut Checks) -> Option<SourceId> {
        text.and_then(|text| self.sources.find(text, "source", checks))
    }
}

impl NodeIndex<'_> {
    /// The kind of a node.
    pub(super) fn kind(&self, id: NodeId) -> Option<NodeKind> {
        let before = self.keys.before;
        match id.index().checked_sub(before.len()) {
            None => before.get(id.index()).map(Node::kind),
            Some(new) => self.kinds.get(new).copied(),
        }
    }

    /// A reference that must be of a kind that fits; otherwise a fault that says what was wanted.
    pub(super) fn find(
        &self,
        text: &Text,
        wanted: (&str, fn(NodeKind) -> bool),
        checks: &mut Checks,
    ) -> Option<NodeId> {
        let id = self.keys.find(text, "node", checks)?;
        let kind = self.kind(id)?;
        if wanted.1(kind) {
            return Some(id);
        }
        let message = format!("`{}` is a {kind}, which cannot stand here; name {}", text.value, wanted.0);
        checks.fault(FaultKind::IllegalRole, &text.place, message);
        None
    }
}
