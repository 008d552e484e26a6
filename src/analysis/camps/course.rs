//! Camps over time: which go on, join, split, appear and vanish, and who changed sides when.

use std::collections::BTreeMap;

use crate::analysis::network::{Frame, Member, Network};
use crate::analysis::partition::real;
use crate::analysis::signed::{SignedError, SignedNetwork};

use super::{CampSearch, Camps};

/// From how much in common a camp goes on as one of the network before.
const ALIKE: f64 = 0.3;

/// What happened to camps between one network and the next.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CampEvent {
    /// A camp that no earlier one goes on as.
    Appeared {
        /// The line of the camp.
        line: usize,
    },
    /// A camp that does not go on.
    Vanished {
        /// The line of the camp.
        line: usize,
    },
    /// Several camps of which at least half of each is now in one.
    Joined {
        /// The lines before, in order.
        from: Vec<usize>,
        /// The line after.
        into: usize,
    },
    /// One camp that several camps have at least half of their members from.
    Split {
        /// The line before.
        from: usize,
        /// The lines after, in order.
        into: Vec<usize>,
    },
    /// A member in a camp that does not go on from the one it was in.
    Moved {
        /// Who.
        member: Member,
        /// The line of its camp before.
        from: usize,
        /// The line of its camp after.
        to: usize,
    },
}

/// An event with the windows that it lies between.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CampChange {
    /// The number of the network after it.
    pub at: usize,
    /// The window of the network before; `None` at the first one, and of networks that are no windows.
    pub before: Option<Frame>,
    /// The window of the network after.
    pub after: Option<Frame>,
    /// What happened.
    pub event: CampEvent,
}

/// The camps of a series of networks, and what became of them.
///
/// A camp goes on as the camp of the next network that has most in common with it: of all pairs of camps the ones with the
/// highest overlap are matched first, of equals the first camps, each camp once, down to 0.3. Overlap is Jaccard's: members in both divided by members
/// in either, over those whom both networks have; who is silent in one of them has moved nowhere. A camp that goes on keeps its
/// line, a number from 0 up.
///
/// # Source
/// Greene, Doyle and Cunningham (2010), Tracking the evolution of communities in dynamic social networks, ASONAM: matching
/// by overlap from 0.3; Palla, Barabási and Vicsek (2007), Quantifying social group evolution, Nature 446: the events.
///
/// # Example
/// ```
/// use stancegraph::analysis::camps::{CampCourse, CampEvent, CampSearch};
/// use stancegraph::analysis::signed::SignedNetwork;
/// let friends = |pairs: &[(&'static str, &'static str)]| {
///     SignedNetwork::from_names(pairs.iter().map(|(left, right)| (*left, *right, 1.0)))
/// };
/// let before = friends(&[("Chile", "Kenya"), ("Chile", "Peru"), ("Kenya", "Peru"), ("Fiji", "Ghana"), ("Ghana", "Oman")])?;
/// let after = friends(&[("Chile", "Kenya"), ("Fiji", "Ghana"), ("Ghana", "Oman"), ("Ghana", "Peru"), ("Oman", "Peru")])?;
/// let search = CampSearch::default();
/// let course = CampCourse::from_camps([before, after].map(|network| (None, search.find(&network))));
/// let moved: Vec<_> = course.changes().iter().filter(|change| change.at == 1).map(|change| &change.event).collect();
/// assert!(matches!(&moved[..], [CampEvent::Moved { member, .. }] if member.key == "Peru"));
/// # Ok::<(), stancegraph::analysis::signed::SignedError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct CampCourse {
    camps: Vec<(Option<Frame>, Camps)>,
    /// The line of each camp of each network.
    lines: Vec<Vec<usize>>,
    changes: Vec<CampChange>,
}

impl CampCourse {
    /// The camps of networks in the order of time, as [`Networks::moving`](crate::analysis::network::Networks::moving) gives
    /// them.
    ///
    /// # Errors
    /// As [`SignedNetwork::of`].
    ///
    /// # Complexity
    /// That of finding the camps of each, and O(n log n + camps²) for each two of `n` members.
    pub fn of(networks: &[Network], search: &CampSearch) -> Result<Self, SignedError> {
        let find = |network: &Network| Ok((network.frame(), search.find(&SignedNetwork::of(network)?)));
        let camps: Result<Vec<_>, SignedError> = networks.iter().map(find).collect();
        Ok(Self::from_camps(camps?))
    }

    /// Camps already found, in the order of time, each with its window where it has one.
    pub fn from_camps(camps: impl IntoIterator<Item = (Option<Frame>, Camps)>) -> Self {
        let mut course = Self { camps: Vec::new(), lines: Vec::new(), changes: Vec::new() };
        let mut next = 0;
        for (frame, camps) in camps {
            course.go_on(frame, camps, &mut next);
        }
        course
    }

    /// The camps of each network, with its window.
    pub fn camps(&self) -> &[(Option<Frame>, Camps)] {
        &self.camps
    }

    /// The line of a camp of a network: camps of one line are one camp over time.
    pub fn line(&self, network: usize, camp: usize) -> Option<usize> {
        self.lines.get(network)?.get(camp).copied()
    }

    /// What happened, in the order of time, then as [`CampEvent`] lists it, then by line, moves by member.
    pub fn changes(&self) -> &[CampChange] {
        &self.changes
    }

    fn go_on(&mut self, frame: Option<Frame>, camps: Camps, next: &mut usize) {
        let (at, earlier) = (self.camps.len(), self.camps.last());
        let none = (Vec::new(), Vec::new());
        let step = earlier.map(|(_, before)| Step::new(before, &camps));
        let (before, matched) = match (&step, self.lines.last()) {
            (Some(step), Some(lines)) => (lines.clone(), step.matched()),
            _ => none,
        };
        let mut fresh = || std::mem::replace(next, *next + 1);
        let lines: Vec<usize> = (0..camps.camps().len())
            .map(|camp| {
                let goes_on = matched.iter().find(|(_, after)| *after == camp);
                goes_on.map_or_else(&mut fresh, |(earlier, _)| before[*earlier])
            })
            .collect();
        let events = events(step.as_ref(), &before, &lines);
        let window = self.camps.last().and_then(|(frame, _)| *frame);
        let told = |event| CampChange { at, before: window, after: frame, event };
        self.changes.extend(events.into_iter().map(told));
        self.lines.push(lines);
        self.camps.push((frame, camps));
    }
}

/// Two networks in a row, over the members whom both have.
struct Step<'c> {
    before: &'c Camps,
    after: &'c Camps,
    /// The places of each common member before and after.
    common: Vec<(usize, usize)>,
    /// How many common members each pair of camps has.
    both: BTreeMap<(usize, usize), usize>,
    /// How many common members each camp has, before and after.
    sizes: [Vec<usize>; 2],
}

impl<'c> Step<'c> {
    fn new(before: &'c Camps, after: &'c Camps) -> Self {
        let places: BTreeMap<&str, usize> =
            after.members().iter().enumerate().map(|(place, member)| (member.key.as_str(), place)).collect();
        let earlier = before.members().iter().enumerate();
        let common: Vec<(usize, usize)> =
            earlier.filter_map(|(place, member)| Some((place, *places.get(member.key.as_str())?))).collect();
        let mut both = BTreeMap::new();
        let mut sizes = [vec![0; before.camps().len()], vec![0; after.camps().len()]];
        for &(old, new) in &common {
            let camps = (before.camp_of(old), after.camp_of(new));
            if let Some(camp) = camps.0 {
                sizes[0][camp] += 1;
            }
            if let Some(camp) = camps.1 {
                sizes[1][camp] += 1;
            }
            if let (Some(old), Some(new)) = camps {
                *both.entry((old, new)).or_insert(0) += 1;
            }
        }
        Self { before, after, common, both, sizes }
    }

    /// The pairs of camps of which the one goes on as the other.
    fn matched(&self) -> Vec<(usize, usize)> {
        let overlap = |(&(old, new), &both): (&(usize, usize), &usize)| {
            let either = self.sizes[0][old] + self.sizes[1][new] - both;
            (real(both) / real(either.max(1)), old, new)
        };
        let mut overlaps: Vec<(f64, usize, usize)> = self.both.iter().map(overlap).collect();
        overlaps.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut matched: Vec<(usize, usize)> = Vec::new();
        for (_, old, new) in overlaps.into_iter().filter(|(overlap, _, _)| *overlap >= ALIKE) {
            if matched.iter().all(|pair| pair.0 != old && pair.1 != new) {
                matched.push((old, new));
            }
        }
        matched
    }

    /// Of each camp on one side, the camps on the other that have at least half of their common members in it.
    fn halves(&self, side: usize) -> Vec<Vec<usize>> {
        let mut halves = vec![Vec::new(); self.sizes[side].len()];
        for (&(old, new), &both) in &self.both {
            let (own, other) = if side == 1 { (new, old) } else { (old, new) };
            if 2 * both >= self.sizes[1 - side][other] {
                halves[own].push(other);
            }
        }
        halves
    }
}

fn events(step: Option<&Step<'_>>, before: &[usize], after: &[usize]) -> Vec<CampEvent> {
    let new = |line: &&usize| !before.contains(line);
    let gone = |line: &&usize| !after.contains(line);
    let mut events: Vec<CampEvent> =
        sorted(after.iter().filter(new)).into_iter().map(|line| CampEvent::Appeared { line }).collect();
    events.extend(sorted(before.iter().filter(gone)).into_iter().map(|line| CampEvent::Vanished { line }));
    let Some(step) = step else { return events };
    let several = |(_, others): &(usize, Vec<usize>)| others.len() > 1;
    let joined = step.halves(1).into_iter().enumerate().filter(several);
    let joined = joined.map(|(camp, from)| (after[camp], sorted(from.iter().map(|&one| &before[one]))));
    let mut joined: Vec<(usize, Vec<usize>)> = joined.collect();
    joined.sort_unstable();
    events.extend(joined.into_iter().map(|(into, from)| CampEvent::Joined { from, into }));
    let split = step.halves(0).into_iter().enumerate().filter(several);
    let split = split.map(|(camp, into)| (before[camp], sorted(into.iter().map(|&one| &after[one]))));
    let mut split: Vec<(usize, Vec<usize>)> = split.collect();
    split.sort_unstable();
    events.extend(split.into_iter().map(|(from, into)| CampEvent::Split { from, into }));
    let moved = step.common.iter().filter_map(|&(old, new)| {
        let (from, to) = (before[step.before.camp_of(old)?], after[step.after.camp_of(new)?]);
        let member = step.after.members().get(new)?.clone();
        (from != to).then_some(CampEvent::Moved { member, from, to })
    });
    events.extend(moved);
    events
}

fn sorted<'l>(lines: impl Iterator<Item = &'l usize>) -> Vec<usize> {
    let mut lines: Vec<usize> = lines.copied().collect();
    lines.sort_unstable();
    lines
}
