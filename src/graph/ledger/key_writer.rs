//! Keys on their way into a segment, each once.

use std::collections::HashSet;

use crate::model::StatementKey;
use crate::model::Texts;

use super::keys::{Keys, Stretch};

/// Keys as they come, each once.
#[derive(Debug, Default)]
pub(super) struct KeyWriter {
    prefixes: Texts,
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
        let known = self.last.filter(|last| self.prefixes.get(*last) == Some(prefix));
        let prefix = known.unwrap_or_else(|| self.prefix(prefix));
        self.last = Some(prefix);
        if !self.is_new(prefix, number) {
            return false;
        }
        let length = self.length;
        if !self.stretches.last().is_some_and(|last| last.goes_on(length, prefix, number)) {
            self.stretches.push(Stretch { first: length, prefix, number });
        }
        self.length += 1;
        true
    }

    fn prefix(&mut self, text: &str) -> u32 {
        let prefix = self.prefixes.number(text);
        self.numbers.resize_with(self.prefixes.len(), Numbers::default);
        prefix
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
        Keys::new(self.prefixes, self.stretches, self.length)
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
        assert_eq!(keys.stretch_count(), 1);
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
