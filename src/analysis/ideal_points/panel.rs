//! The votes as the estimator reads them: who voted when, on what, and how.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A vote: 0 against, 1 abstaining, 2 in favor.
pub(super) type Level = u8;

/// One vote, its parts as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Vote {
    pub(super) holder: usize,
    pub(super) call: usize,
    /// Equal for all where time does not matter; steps between two periods are as long as their difference.
    pub(super) period: i16,
    pub(super) level: Level,
}

/// The votes that divide, by call and by holder.
#[derive(Debug, Default)]
pub(super) struct Panel {
    pub(super) calls: Vec<Call>,
    pub(super) paths: Vec<Path>,
    pub(super) states: Vec<State>,
}

/// One roll call.
#[derive(Debug)]
pub(super) struct Call {
    /// Its number among all.
    pub(super) number: usize,
    /// Which kinds of votes were cast, ascending; two or three.
    pub(super) levels: Vec<Level>,
    /// The state of each voter, and which of the kinds the vote was.
    pub(super) votes: Vec<(usize, usize)>,
}

/// One holder over time.
#[derive(Debug)]
pub(super) struct Path {
    /// Its number among all.
    pub(super) holder: usize,
    pub(super) states: Range<usize>,
}

/// One holder in one period.
#[derive(Debug)]
pub(super) struct State {
    pub(super) period: i16,
    /// The calls voted in, and which of the call's kinds the vote was. A state without votes lies between two with.
    pub(super) votes: Vec<(usize, usize)>,
}

impl Panel {
    /// The votes in calls that divide their voters; what all voted alike on says nothing of anyone.
    pub(super) fn new(votes: &[Vote]) -> Self {
        let mut levels: BTreeMap<usize, BTreeSet<Level>> = BTreeMap::new();
        for vote in votes {
            levels.entry(vote.call).or_default().insert(vote.level);
        }
        levels.retain(|_, levels| levels.len() > 1);
        let telling = || votes.iter().filter(|vote| levels.contains_key(&vote.call));
        let mut panel = Self::default();
        let calls: BTreeMap<usize, usize> = levels.keys().copied().zip(0..).collect();
        for (&number, levels) in &levels {
            panel.calls.push(Call { number, levels: levels.iter().copied().collect(), votes: Vec::new() });
        }
        let states = panel.add_paths(telling());
        for vote in telling() {
            let (call, state) = (calls[&vote.call], states[&(vote.holder, vote.period)]);
            let kind = panel.calls[call].levels.iter().take_while(|level| **level < vote.level).count();
            panel.calls[call].votes.push((state, kind));
            panel.states[state].votes.push((call, kind));
        }
        // One order, whatever the order of the votes: sums come out the same to the last bit.
        panel.calls.iter_mut().for_each(|call| call.votes.sort_unstable());
        panel.states.iter_mut().for_each(|state| state.votes.sort_unstable());
        panel
    }

    /// A state for each holder in each period from its first vote to its last.
    fn add_paths<'v>(
        &mut self,
        votes: impl Iterator<Item = &'v Vote> + Clone,
    ) -> BTreeMap<(usize, i16), usize> {
        let periods: BTreeSet<i16> = votes.clone().map(|vote| vote.period).collect();
        let mut spans: BTreeMap<usize, (i16, i16)> = BTreeMap::new();
        for vote in votes {
            let span = spans.entry(vote.holder).or_insert((vote.period, vote.period));
            *span = (span.0.min(vote.period), span.1.max(vote.period));
        }
        let mut states = BTreeMap::new();
        for (holder, (first, last)) in spans {
            let start = self.states.len();
            for &period in periods.range(first..=last) {
                states.insert((holder, period), self.states.len());
                self.states.push(State { period, votes: Vec::new() });
            }
            self.paths.push(Path { holder, states: start..self.states.len() });
        }
        states
    }
}
