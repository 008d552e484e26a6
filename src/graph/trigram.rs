//! An index of texts by the runs of three letters in them, to find the few worth comparing letter by letter.

use std::collections::BTreeSet;

/// Texts by their trigrams.
#[derive(Debug, Default)]
pub(super) struct Trigrams {
    /// Every trigram once, in order; its texts are `texts[starts[i]..starts[i + 1]]`.
    grams: Vec<u64>,
    starts: Vec<u32>,
    texts: Vec<u32>,
    count: usize,
}

impl Trigrams {
    /// The index of these texts, numbered in their order.
    ///
    /// # Complexity
    /// O(n log n) in the total length of the texts.
    pub(super) fn new<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut pairs = Vec::new();
        let mut count = 0;
        for (number, text) in (0..).zip(texts) {
            pairs.extend(trigrams(text).into_iter().map(|gram| (gram, number)));
            count += 1;
        }
        pairs.sort_unstable();
        Self::from_sorted(&pairs, count)
    }

    fn from_sorted(pairs: &[(u64, u32)], count: usize) -> Self {
        let mut index = Self { count, ..Self::default() };
        for (gram, text) in pairs {
            if index.grams.last() != Some(gram) {
                index.grams.push(*gram);
                index.starts.push(position(index.texts.len()));
            }
            index.texts.push(*text);
        }
        index.starts.push(position(index.texts.len()));
        index
    }

    /// Numbers of the texts within `edits` edits of `text`, and of some others, in order.
    ///
    /// An edit takes at most three trigrams away, a swap four; a text that shares fewer is too far. One swap is
    /// allowed for: two of them may go unseen where nothing else is alike.
    ///
    /// # Complexity
    /// O(n + p) for `n` texts and `p` entries under the trigrams of `text`.
    pub(super) fn near(&self, text: &str, edits: usize) -> Vec<u32> {
        let wanted = trigrams(text);
        let enough = wanted.len().saturating_sub(3 * edits + 1).max(1);
        let mut shared = vec![0_u16; self.count];
        for text in wanted.iter().flat_map(|gram| self.with(*gram)) {
            if let Some(tally) = shared.get_mut(*text as usize) {
                *tally = tally.saturating_add(1);
            }
        }
        let tallies = (0..).zip(&shared);
        tallies.filter(|(_, tally)| usize::from(**tally) >= enough).map(|(text, _)| text).collect()
    }

    fn with(&self, gram: u64) -> &[u32] {
        let range = self.grams.binary_search(&gram).ok().and_then(|at| {
            let (start, end) = (self.starts.get(at)?, self.starts.get(at + 1)?);
            self.texts.get(*start as usize..*end as usize)
        });
        range.unwrap_or_default()
    }
}

fn position(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The trigrams of a text, its ends padded so that they count as much as its middle.
fn trigrams(text: &str) -> BTreeSet<u64> {
    let padding = || ['\0'; 2].into_iter();
    let letters: Vec<u64> = padding().chain(text.chars()).chain(padding()).map(u64::from).collect();
    // A character has 21 bits, so three of them fit without touching.
    letters.windows(3).map(|run| run.iter().fold(0, |packed, letter| (packed << 21) | letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_one_edit_away_are_among_the_near_ones() {
        let texts = ["ukraine", "russia", "united kingdom", "ukraine allies"];
        let index = Trigrams::new(texts.into_iter());
        assert!(index.near("ukrain", 1).contains(&0));
        assert_eq!(index.near("rusisa", 1), [1]);
        assert_eq!(index.near("united kingdon", 1), [2]);
        assert!(index.near("zzz", 0).is_empty());
        assert!(Trigrams::default().near("x", 1).is_empty());
    }
}
