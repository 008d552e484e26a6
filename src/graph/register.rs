//! Records with keys, in the order of entry.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use hashbrown::HashTable;

use crate::model::{Key, Node, Source};

use super::tiers::joint;

/// A record that is found by its key.
pub(super) trait Keyed {
    fn key(&self) -> &Key;
}

impl Keyed for Node {
    fn key(&self) -> &Key {
        &self.key
    }
}

impl Keyed for Source {
    fn key(&self) -> &Key {
        &self.key
    }
}

/// Records in the order of entry, each key once. Grows at its end, and shares what it has with what it grew from.
#[derive(Debug)]
pub(super) struct Register<T> {
    parts: Vec<Arc<Part<T>>>,
    hasher: RandomState,
}

#[derive(Debug)]
struct Part<T> {
    /// How many records other parts hold before it.
    base: usize,
    records: Box<[Arc<T>]>,
    /// Places in `records`, by key; of records with one key the first.
    by_key: HashTable<u32>,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self { parts: Vec::new(), hasher: RandomState::new() }
    }
}

impl<T> Clone for Register<T> {
    fn clone(&self) -> Self {
        Self { parts: self.parts.clone(), hasher: self.hasher.clone() }
    }
}

impl<T: Keyed> Register<T> {
    pub(super) fn len(&self) -> usize {
        self.parts.last().map_or(0, |part| part.base + part.records.len())
    }

    #[inline]
    pub(super) fn get(&self, index: usize) -> Option<&T> {
        let part = match self.parts.as_slice() {
            [only] => only,
            parts => parts.get(parts.partition_point(|part| part.base <= index).checked_sub(1)?)?,
        };
        part.records.get(index - part.base).map(AsRef::as_ref)
    }

    /// A record of this register. Panics for the place of another one, as an index does.
    #[inline]
    pub(super) fn at(&self, index: usize) -> &T {
        #[expect(clippy::expect_used, reason = "ids come from this graph, as with an index")]
        self.get(index).expect("the id of a record of this graph")
    }

    /// The place of the record with this key.
    pub(super) fn find(&self, key: &str) -> Option<u32> {
        let hash = self.hasher.hash_one(key);
        self.parts.iter().find_map(|part| {
            let has_key =
                |at: &u32| part.records.get(*at as usize).is_some_and(|one| one.key().as_str() == key);
            let at = part.by_key.find(hash, has_key)?;
            u32::try_from(part.base + *at as usize).ok()
        })
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.parts.iter().flat_map(|part| part.records.iter().map(AsRef::as_ref))
    }

    /// The register of these records, if each key is there once.
    pub(super) fn of(records: Vec<Arc<T>>) -> Option<Self> {
        if records.is_empty() {
            return Some(Self::default());
        }
        let hasher = RandomState::new();
        let part = Part::new(0, records.into(), &hasher);
        let are_apart = part.by_key.len() == part.records.len();
        are_apart.then(|| Self { parts: vec![Arc::new(part)], hasher })
    }

    /// The register with more records at its end. None of their keys may be in it.
    pub(super) fn with(&self, more: Vec<T>) -> Self {
        if more.is_empty() {
            return self.clone();
        }
        let mut parts = self.parts.clone();
        let more: Box<[Arc<T>]> = more.into_iter().map(Arc::new).collect();
        let lengths = parts.iter().rev().map(|part| part.records.len());
        let kept = parts.len() + 1 - joint(std::iter::once(more.len()).chain(lengths));
        let older = parts.split_off(kept);
        let base = older.first().map_or(self.len(), |part| part.base);
        let own = older.iter().flat_map(|part| part.records.iter()).cloned();
        let records = own.chain(more).collect();
        parts.push(Arc::new(Part::new(base, records, &self.hasher)));
        Self { parts, hasher: self.hasher.clone() }
    }
}

impl<T: Keyed> Part<T> {
    fn new(base: usize, records: Box<[Arc<T>]>, hasher: &RandomState) -> Self {
        let hash_of =
            |at: &u32| records.get(*at as usize).map_or(0, |record| hasher.hash_one(record.key().as_str()));
        let mut by_key = HashTable::with_capacity(records.len());
        for at in (0..).take(records.len()) {
            let key = |at: &u32| records.get(*at as usize).map(|record| record.key());
            by_key.entry(hash_of(&at), |other| key(other) == key(&at), hash_of).or_insert(at);
        }
        Self { base, records, by_key }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::NodeBody;

    fn topic(number: usize) -> Node {
        let key = Key::new(&format!("t{number}")).unwrap();
        let (aliases, ids) = (Vec::new(), Vec::new());
        Node { name: key.to_string(), key, aliases, ids, note: None, body: NodeBody::Topic }
    }

    #[test]
    fn records_keep_their_places_while_it_grows() {
        let mut register = Register::default();
        for number in 0..5_000 {
            let grown = register.with(vec![topic(number)]);
            assert_eq!((register.len(), grown.len()), (number, number + 1));
            register = grown;
        }
        assert!(register.parts.len() <= 4, "{}", register.parts.len());
        for (number, node) in register.iter().enumerate() {
            assert_eq!(node.key.as_str(), format!("t{number}"));
            assert_eq!(register.at(number).key, node.key);
            assert_eq!(register.find(node.key.as_str()), u32::try_from(number).ok());
        }
        assert!(register.get(5_000).is_none());
        assert_eq!(register.find("t5000"), None);
    }
}
