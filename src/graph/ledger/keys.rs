//! The keys of a segment's statements: stretches of numbers that count up after one prefix.

use std::collections::HashSet;

use hashbrown::HashMap;

use crate::model::StatementKey;

/// From this statement on, each key is the prefix and the next number; without a number it is one statement.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    first: u32,
    prefix: u32,
    number: Option<u64>,
}

/// Keys in the order of entry.
#[derive(Debug, Default)]
pub(super) struct Keys {
    prefixes: Box<[Box<str>]>,
    stretches: Box<[Stretch]>,
}

impl Keys {
    pub(super) fn get(&self, row: u32) -> StatementKey<'_> {
        let at = self.stretches.partition_point(|stretch| stretch.first <= row).saturating_sub(1);
        let Some(stretch) = self.stretches.get(at) else { return StatementKey::new("", None) };
        let prefix = self.prefixes.get(stretch.prefix as usize).map_or("", AsRef::as_ref);
        StatementKey::new(
            prefix,
            stretch.number.map(|number| number.saturating_add(u64::from(row - stretch.first))),
        )
    }

    /// Bytes kept.
    pub(super) fn bytes(&self) -> usize {
        let texts = self.prefixes.iter().map(|prefix| prefix.len() + size_of::<Box<str>>());
        texts.sum::<usize>() + size_of_val(&*self.stretches)
    }
}

/// Keys as they come, each once.
#[derive(Debug, Default)]
pub(super) struct KeyWriter {
    by_text: HashMap<Box<str>, u32>,
    prefixes: Vec<Box<str>>,
    /// Of each prefix, what numbers it has been followed by.
    numbers: Vec<Numbers>,
    stretches: Vec<Stretch>,
    /// The prefix of the key added last.
    last: Option<u32>,
    length: u32,
}

/// The numbers seen after one prefix. While they only go up, the highest tells whether one is new.
#[derive(Debug, Default)]
struct Numbers {
    alone: bool,
    highest: Option<u64>,
    all: Option<HashSet<u64>>,
}

impl KeyWriter {
    /// Adds a key; whether it is new. One that is not is not added.
    pub(super) fn add(&mut self, key: StatementKey<'_>) -> bool {
        let (prefix, number) = key.parts();
        // Most keys begin as the one before.
        let known = self.last.filter(|last| {
            // Nothing is compared where there is nothing: a look behind an empty text that was never put anywhere is slow.
            let is_it = |text: &str| text.len() == prefix.len() && (prefix.is_empty() || text == prefix);
            self.prefixes.get(*last as usize).is_some_and(|text| is_it(text))
        });
        let prefix = known.unwrap_or_else(|| self.prefix(prefix));
        self.last = Some(prefix);
        if !self.is_new(prefix, number) {
            return false;
        }
        let follows = |last: &Stretch| {
            let counted = u64::from(self.length - last.first);
            last.prefix == prefix
                && number.is_some()
                && last.number.and_then(|first| first.checked_add(counted)) == number
        };
        if !self.stretches.last().is_some_and(follows) {
            self.stretches.push(Stretch { first: self.length, prefix, number });
        }
        self.length += 1;
        true
    }

    fn prefix(&mut self, text: &str) -> u32 {
        if let Some(&known) = self.by_text.get(text) {
            return known;
        }
        let id = u32::try_from(self.prefixes.len()).unwrap_or(u32::MAX);
        self.prefixes.push(text.into());
        self.numbers.push(Numbers::default());
        self.by_text.insert(text.into(), id);
        id
    }

    fn is_new(&mut self, prefix: u32, number: Option<u64>) -> bool {
        let Some(numbers) = self.numbers.get_mut(prefix as usize) else { return false };
        let Some(number) = number else { return !std::mem::replace(&mut numbers.alone, true) };
        let rises = numbers.highest.is_none_or(|highest| number > highest);
        if !rises && numbers.all.is_none() {
            let mut all = HashSet::new();
            let ends = self.stretches.iter().skip(1).map(|stretch| stretch.first).chain([self.length]);
            for (stretch, end) in self.stretches.iter().zip(ends).filter(|(one, _)| one.prefix == prefix) {
                let count = u64::from(end - stretch.first);
                all.extend(
                    stretch
                        .number
                        .into_iter()
                        .flat_map(|first| (0..count).map(move |more| first.saturating_add(more))),
                );
            }
            numbers.all = Some(all);
        }
        numbers.highest = numbers.highest.max(Some(number));
        numbers.all.as_mut().map_or(rises, |all| all.insert(number))
    }

    pub(super) fn finish(self) -> Keys {
        Keys { prefixes: self.prefixes.into(), stretches: self.stretches.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(texts: &[&str]) -> (Vec<bool>, Keys) {
        let mut writer = KeyWriter::default();
        let new = texts.iter().map(|text| writer.add(StatementKey::of(text))).collect();
        (new, writer.finish())
    }

    #[test]
    fn numbers_that_count_up_take_one_stretch() {
        let texts: Vec<String> = (1..=1000).map(|number| format!("s{number}")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (new, keys) = written(&texts);
        assert!(new.iter().all(|new| *new));
        assert_eq!(keys.stretches.len(), 1);
        for (row, text) in (0..).zip(&texts) {
            assert_eq!(keys.get(row), **text);
        }
    }

    #[test]
    fn any_keys_come_back_and_a_second_use_is_told() {
        let texts = [
            "b7",
            "b9",
            "b8",
            "x",
            "b007",
            "x",
            "b8",
            "7",
            "b",
            "b10",
            "b9",
            "b11",
            "b18446744073709551615",
            "b18446744073709551615",
            "b0",
        ];
        let (new, keys) = written(&texts);
        let mut seen = HashSet::new();
        let expected: Vec<bool> = texts.iter().map(|text| seen.insert(*text)).collect();
        assert_eq!(new, expected);
        let kept = texts.iter().zip(&new).filter(|(_, new)| **new).map(|(text, _)| *text);
        for (row, text) in (0..).zip(kept) {
            assert_eq!(keys.get(row), text);
        }
    }
}
