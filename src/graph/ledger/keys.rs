//! The keys of a segment's statements: stretches of numbers that count up after one prefix.

use crate::model::StatementKey;
use crate::model::Texts;

/// From this statement on, each key is the prefix and the next number; without a number it is one statement.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub(super) first: u32,
    pub(super) prefix: u32,
    pub(super) number: Option<u64>,
}

impl Stretch {
    /// Whether a key after so many statements, all of them from its first on in it, goes on with it.
    pub(super) fn goes_on(&self, length: u32, prefix: u32, number: Option<u64>) -> bool {
        let counted = u64::from(length - self.first);
        self.prefix == prefix
            && number.is_some()
            && self.number.and_then(|first| first.checked_add(counted)) == number
    }

    const fn rank(&self) -> (u32, Option<u64>) {
        (self.prefix, self.number)
    }
}

/// Keys in the order of entry, and the way from a key to its statement.
#[derive(Debug, Default)]
pub(super) struct Keys {
    prefixes: Texts,
    stretches: Box<[Stretch]>,
    /// Places in `stretches`, by prefix and number.
    order: Box<[u32]>,
    length: u32,
}

impl Keys {
    pub(super) fn new(prefixes: Texts, stretches: Vec<Stretch>, length: u32) -> Self {
        let order = (0..).take(stretches.len()).collect();
        Self::ordered(prefixes, stretches, order, length)
    }

    /// `order` in any order; what is ordered in it already costs little.
    fn ordered(prefixes: Texts, stretches: Vec<Stretch>, mut order: Vec<u32>, length: u32) -> Self {
        order.sort_by_key(|at| stretches.get(*at as usize).map(Stretch::rank));
        Self { prefixes, stretches: stretches.into(), order: order.into(), length }
    }

    pub(super) fn get(&self, row: u32) -> StatementKey<'_> {
        let at = self.stretches.partition_point(|stretch| stretch.first <= row).saturating_sub(1);
        let Some(stretch) = self.stretches.get(at) else { return StatementKey::new("", None) };
        let number = stretch.number.map(|number| number.saturating_add(u64::from(row - stretch.first)));
        StatementKey::new(self.prefixes.get(stretch.prefix).unwrap_or_default(), number)
    }

    /// The row with this key.
    ///
    /// # Complexity
    /// O(log s) for `s` stretches.
    pub(super) fn find(&self, key: StatementKey<'_>) -> Option<u32> {
        let (prefix, number) = key.parts();
        let wanted = (self.prefixes.find(prefix)?, number);
        let stretch = |at: &u32| self.stretches.get(*at as usize);
        let beyond = self.order.partition_point(|at| stretch(at).is_some_and(|one| one.rank() <= wanted));
        let at = *self.order.get(beyond.checked_sub(1)?)?;
        let found = stretch(&at).filter(|stretch| stretch.prefix == wanted.0)?;
        let (Some(number), Some(first)) = (number, found.number) else {
            return (found.number == number).then_some(found.first);
        };
        let end = self.stretches.get(at as usize + 1).map_or(self.length, |next| next.first);
        let row = u64::from(found.first).checked_add(number - first)?;
        u32::try_from(row).ok().filter(|row| *row < end)
    }

    /// These keys, then those.
    pub(super) fn joined(&self, more: &Self) -> Self {
        let mut prefixes = self.prefixes.clone();
        let numbers: Vec<u32> = more.prefixes.iter().map(|text| prefixes.number(text)).collect();
        let mut stretches = Vec::with_capacity(self.stretches.len() + more.stretches.len());
        stretches.extend_from_slice(&self.stretches);
        for stretch in &more.stretches {
            let first = self.length + stretch.first;
            let prefix = numbers.get(stretch.prefix as usize).copied().unwrap_or_default();
            if !stretches.last().is_some_and(|last: &Stretch| last.goes_on(first, prefix, stretch.number)) {
                stretches.push(Stretch { first, prefix, ..*stretch });
            }
        }
        let new = (0..).take(stretches.len()).skip(self.stretches.len());
        let order = self.order.iter().copied().chain(new).collect();
        Self::ordered(prefixes, stretches, order, self.length + more.length)
    }

    pub(super) const fn prefixes(&self) -> &Texts {
        &self.prefixes
    }

    /// Each stretch and how many keys it has.
    pub(super) fn lengths(&self) -> impl ExactSizeIterator<Item = (&Stretch, u32)> {
        self.stretches.iter().enumerate().map(|(at, stretch)| {
            let end = self.stretches.get(at + 1).map_or(self.length, |next| next.first);
            (stretch, end - stretch.first)
        })
    }

    /// Whether no key is in two stretches.
    pub(super) fn are_apart(&self) -> bool {
        let end = |at: u32| self.stretches.get(at as usize + 1).map_or(self.length, |next| next.first);
        self.order.windows(2).all(|pair| {
            let stretch = |at: u32| self.stretches.get(at as usize);
            let (Some(one), Some(next)) = (stretch(pair[0]), stretch(pair[1])) else { return false };
            match (one.number, next.number) {
                _ if one.prefix != next.prefix => true,
                (None, number) => number.is_some(),
                (Some(first), Some(later)) => later - first >= u64::from(end(pair[0]) - one.first),
                (Some(_), None) => false,
            }
        })
    }

    /// How many stretches of numbers there are.
    #[cfg(test)]
    pub(super) fn stretch_count(&self) -> usize {
        self.stretches.len()
    }

    /// Bytes kept.
    pub(super) fn bytes(&self) -> usize {
        self.prefixes.bytes() + size_of_val(&*self.stretches) + size_of_val(&*self.order)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::super::key_writer::KeyWriter;
    use super::*;

    fn keys(texts: &[String]) -> Keys {
        let mut writer = KeyWriter::default();
        assert!(texts.iter().all(|text| writer.add(StatementKey::of(text))));
        writer.finish()
    }

    /// All of `s0` to `s7`, some of `t0` to `t9`, and a few that are no numbers, in a mixed order.
    fn texts() -> Vec<String> {
        let counted = [3, 4, 5, 0, 1, 2, 7, 6].map(|number| format!("s{number}"));
        let gaps = [8, 9, 2, 0].map(|number| format!("t{number}"));
        let words = ["s", "t", "s08", "u", "18446744073709551615"].map(str::to_owned);
        counted.into_iter().chain(gaps).chain(words).collect()
    }

    #[test]
    fn every_key_leads_to_its_row_and_no_other_to_any() {
        let texts = texts();
        // However they are cut in two, the two parts joined are the whole.
        for cut in 0..=texts.len() {
            let joined = keys(&texts[..cut]).joined(&keys(&texts[cut..]));
            let rows: HashMap<&str, u32> = texts.iter().map(String::as_str).zip(0..).collect();
            for (text, row) in &rows {
                assert_eq!(joined.find(StatementKey::of(text)), Some(*row), "{text} cut at {cut}");
                assert_eq!(joined.get(*row), **text);
            }
            for text in ["s8", "s9", "t1", "t3", "t7", "t10", "v", "v1", "0", "s008"] {
                assert_eq!(joined.find(StatementKey::of(text)), None, "{text} cut at {cut}");
            }
        }
    }

    #[test]
    fn numbers_that_go_on_in_the_next_part_stay_one_stretch() {
        let texts: Vec<String> = (0..100).map(|number| format!("s{number}")).collect();
        let mut joined = Keys::default();
        for text in &texts {
            joined = joined.joined(&keys(std::slice::from_ref(text)));
        }
        assert_eq!(joined.stretch_count(), 1);
        assert_eq!(joined.find(StatementKey::of("s99")), Some(99));
    }
}
