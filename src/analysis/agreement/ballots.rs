//! Votes as bits, for counting what two have in common.

use crate::model::{NodeId, Polarity};

/// Votes as bits: a row for each voter, a bit for each roll call.
pub(super) struct Ballots {
    words: usize,
    cast: Vec<u64>,
    abstained: Vec<u64>,
    against: Vec<u64>,
}

impl Ballots {
    /// The votes of these voters in some roll calls, each of which is a list of voters in order with their votes.
    pub(super) fn new(calls: &[&[(NodeId, Polarity)]], voters: &[NodeId]) -> Self {
        let words = calls.len().div_ceil(64).max(1);
        let empty = vec![0u64; words * voters.len()];
        let mut ballots = Self { words, cast: empty.clone(), abstained: empty.clone(), against: empty };
        for (row, voter) in voters.iter().enumerate() {
            for (at, call) in calls.iter().enumerate() {
                let Ok(found) = call.binary_search_by_key(voter, |(voter, _)| *voter) else { continue };
                let (word, bit) = (row * words + at / 64, 1 << (at % 64));
                ballots.cast[word] |= bit;
                match call[found].1 {
                    Polarity::Favor => {}
                    Polarity::Neutral => ballots.abstained[word] |= bit,
                    Polarity::Against => ballots.against[word] |= bit,
                }
            }
        }
        ballots
    }

    /// In how many both voted; in how many just one abstained; in how many one voted yes and the other no.
    pub(super) fn common(&self, left: usize, right: usize) -> [u32; 3] {
        let of = |bits: &'_ [u64], row: usize, at: usize| bits[row * self.words + at];
        let mut counts = [0; 3];
        for at in 0..self.words {
            let both = of(&self.cast, left, at) & of(&self.cast, right, at);
            let [abstained, other_abstained] = [left, right].map(|row| of(&self.abstained, row, at));
            let [against, other_against] = [left, right].map(|row| of(&self.against, row, at));
            let half = both & (abstained ^ other_abstained);
            let opposite = both & !abstained & !other_abstained & (against ^ other_against);
            for (count, bits) in counts.iter_mut().zip([both, half, opposite]) {
                *count += bits.count_ones();
            }
        }
        counts
    }
}
