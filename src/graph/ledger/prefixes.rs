//! What the keys of statements begin with: texts behind one another, each once.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable};

/// Texts behind one another, each known by its number.
#[derive(Debug, Clone, Default)]
pub(super) struct Prefixes {
    text: String,
    /// Where each text ends.
    ends: Vec<usize>,
    by_text: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Prefixes {
    /// The text of a number; empty where there is none.
    pub(super) fn get(&self, number: u32) -> &str {
        text_of(&self.text, &self.ends, number)
    }

    /// The number of a text.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        self.by_text.find(self.hasher.hash_one(text), |number| self.get(*number) == text).copied()
    }

    /// The number of a text, a new one where it has none.
    pub(super) fn enter(&mut self, text: &str) -> u32 {
        if let Some(known) = self.find(text) {
            return known;
        }
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.text.push_str(text);
        self.ends.push(self.text.len());
        let Self { text: all, ends, by_text, hasher } = self;
        let hash = |number: &u32| hasher.hash_one(text_of(all, ends, *number));
        by_text.insert_unique(hash(&number), number, hash);
        number
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Every text with its number, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..).take(self.len()).map(|number| self.get(number))
    }

    /// Bytes kept.
    pub(super) fn bytes(&self) -> usize {
        self.text.len() + size_of_val(&*self.ends) + self.by_text.capacity() * (size_of::<u32>() + 1)
    }
}

fn text_of<'t>(text: &'t str, ends: &[usize], number: u32) -> &'t str {
    let at = number as usize;
    let start = at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or_default();
    ends.get(at).and_then(|end| text.get(start..*end)).unwrap_or_default()
}
