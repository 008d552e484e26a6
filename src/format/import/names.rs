//! The names of a table and the keys they are given.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use super::ImportError;
use super::columns::Columns;
use crate::datasets;
use crate::graph::StanceGraph;
use crate::model::draft::{DatasetDraft, Draft, NodeDraft, SourceDraft};
use crate::model::{Key, NodeKind, Place, Placed};

/// The names of a table and the keys they were given.
pub(super) struct Names {
    /// The name of the table as a key.
    pub(super) table: String,
    known: &'static StanceGraph,
    kind: NodeKind,
    /// The nodes that there are besides.
    others: Arc<HashMap<String, NodeKind>>,
    /// Keys in use, those of the bundled datasets included.
    keys: HashSet<String>,
    /// The last number given behind a key that several names make.
    numbers: HashMap<String, u32>,
    nodes: Vec<NodeDraft>,
    documents: Vec<SourceDraft>,
    uses_known: bool,
}

impl Names {
    pub(super) fn new(columns: &Columns, file: &str) -> Result<Self, ImportError> {
        let (known, others) = (datasets::organizations()?, Arc::clone(&columns.nodes));
        let keys =
            known.nodes().map(|(_, node)| node.key.to_string()).chain(others.keys().cloned()).collect();
        let stem = Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        Ok(Self {
            table: slug(columns.dataset.as_deref().unwrap_or(stem), "table"),
            known,
            kind: columns.kind,
            others,
            keys,
            numbers: HashMap::new(),
            nodes: Vec::new(),
            documents: Vec::new(),
            uses_known: false,
        })
    }

    /// Notes that a bundled nation or organization is referred to.
    pub(super) const fn use_known(&mut self) {
        self.uses_known = true;
    }

    /// The key of a holder whose name comes for the first time.
    pub(super) fn holder(&mut self, name: &str) -> String {
        if self.others.contains_key(name) {
            return name.to_owned();
        }
        if let Some(key) = power(self.known, name) {
            self.uses_known = true;
            return key.to_string();
        }
        self.enter(self.kind, name)
    }

    /// The key of a target whose name comes for the first time.
    pub(super) fn target(&mut self, name: &str) -> String {
        if self.others.contains_key(name) { name.to_owned() } else { self.enter(NodeKind::Proposal, name) }
    }

    /// The key of a document whose title comes for the first time.
    pub(super) fn source(&mut self, title: &str) -> String {
        let key = self.free_key(title, "source");
        self.documents.push(SourceDraft::new(key.as_str(), title));
        key
    }

    fn enter(&mut self, kind: NodeKind, name: &str) -> String {
        let key = self.free_key(name, kind.as_str());
        self.nodes.push(NodeDraft::new(kind, key.as_str(), name));
        key
    }

    /// The name itself where it can be a key, or one made of it; numbered where that is taken.
    fn free_key(&mut self, name: &str, what: &str) -> String {
        let base = Key::new(name).map_or_else(|_| slug(name, what), |key| key.to_string());
        let mut key = base.clone();
        while !self.keys.insert(key.clone()) {
            // Where many names make one key, the numbers that are taken are not tried again.
            let number = self.numbers.entry(base.clone()).or_insert(1);
            *number += 1;
            key = format!("{}-{number}", base.chars().take(100).collect::<String>());
        }
        key
    }

    pub(super) fn enter_into(self, draft: &mut Draft) {
        let uses = if self.uses_known { vec!["organizations".into()] } else { Vec::new() };
        let name = draft.plain.file().map_or_else(|| "table".to_owned(), ToString::to_string);
        draft.dataset = Some(DatasetDraft {
            key: self.table.into(),
            name: Placed::new(name, Place::default()),
            uses,
            ..DatasetDraft::default()
        });
        (draft.nodes, draft.sources) = (self.nodes, self.documents);
    }
}

/// The key of the one nation or organization of this name or key.
pub(super) fn power<'g>(known: &'g StanceGraph, name: &str) -> Option<&'g Key> {
    let by_key = known.find(name);
    let mut by_name = known.vocabulary().exact(name);
    let id = by_key.or_else(|| by_name.next().filter(|_| by_name.next().is_none()))?;
    known.node(id).filter(|node| node.kind().is_power()).map(|node| &node.key)
}

/// The words of a name as a key; without any, what it is.
fn slug(name: &str, what: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    if slug.is_empty() { what.to_owned() } else { slug.chars().take(80).collect() }
}
