//! Which targets are the backbone, and how much is lost without the others.

use crate::analysis::network::{
    Aggregation, Coding, Isolates, Member, Mode, Network, NetworkError, Networks, Normalization, Pick, Rules,
    Settings,
};
use crate::analysis::partition::{all_runs, real};
use crate::analysis::signed::{SignedError, SignedNetwork};

use super::anneal::{Anneal, Size};
use super::spectrum::{degrees, distance, laplacian_spectrum};

/// Networks that have no backbone.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum BackboneError {
    /// The network could not be made.
    #[error(transparent)]
    Network(#[from] NetworkError),
    /// The network is not of holders.
    #[error("a backbone of targets is of a network of holders; write `.mode(Mode::Holders)`")]
    Mode,
    /// More targets are asked for than there are, or none.
    #[error("a backbone of {asked} of {count} targets; write a number from 1 to {count}")]
    Size {
        /// How many are asked for.
        asked: usize,
        /// How many there are.
        count: usize,
    },
    /// A penalty that is none.
    #[error("{penalty} is no penalty; write a finite number from 0")]
    Penalty {
        /// What was asked for.
        penalty: f64,
    },
}

/// What comes of leaving targets of a network of holders out.
///
/// The loss of a choice of targets is the difference between two spectra, position by position, each scaled to the sum 1: of
/// the holder network over all targets and of that over the chosen ones alone, all holders shown in both. From 0 to 2. The
/// spectrum is that of the [Laplacian](super::laplacian_spectrum); by the rules of the peer (`Rules::Dna`) it is the sorted
/// strengths, which is what that program compares under this name.
///
/// # Source
/// The backbones of discourse networks in Discourse Network Analyzer 3.1.2.
///
/// # Example
/// ```
/// use stancegraph::{datasets, position::{Lens, Selection}};
/// use stancegraph::analysis::{backbone::Backbones, network::{Aggregation, Networks, Nodes}};
/// let selection = Selection::new(datasets::nato_accession()?, Lens::default());
/// let networks = Networks::of(&selection).nodes(Nodes::Nations).aggregation(Aggregation::Congruence);
/// let backbones = Backbones::of(&networks)?;
/// let all: Vec<usize> = (0..backbones.targets().len()).collect();
/// assert!(backbones.loss(&all)? < 1e-12, "with all targets nothing is lost");
/// let three = backbones.fixed(3, 7)?;
/// assert_eq!(three.kept.len(), 3);
/// assert_eq!(backbones.loss(&three.kept)?, three.loss);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Backbones {
    coding: Coding,
    settings: Settings,
    targets: Vec<Member>,
    whole: Vec<f64>,
}

/// A choice of targets, and what is lost without the others.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Backbone {
    /// The places of the targets that are kept, in order.
    pub kept: Vec<usize>,
    /// Its loss.
    pub loss: f64,
    /// Its loss times `exp(-p (n - b) / n)`, with `p` the penalty, `n` all targets and `b` those kept; the loss itself where
    /// there is no penalty.
    pub penalized: f64,
    /// Whether every choice was looked at, as is done with up to 11 targets.
    pub is_certified: bool,
}

/// A target that is left out, and what is then lost.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Dropped {
    /// Its place.
    pub target: usize,
    /// The loss without it and all that were left out before.
    pub loss: f64,
}

impl Backbones {
    /// Of the networks of a graph.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn of(networks: &Networks<'_>) -> Result<Self, BackboneError> {
        Self::new(networks.coding(), networks.settings_of())
    }

    /// Of coded statements.
    ///
    /// # Errors
    /// [`BackboneError::Mode`] for a network that is not of holders; as [`Coding::network`].
    pub fn new(coding: Coding, settings: &Settings) -> Result<Self, BackboneError> {
        if settings.mode != Mode::Holders {
            return Err(BackboneError::Mode);
        }
        let mut settings = settings.clone();
        let counts = Settings {
            mode: Mode::TwoMode,
            aggregation: Aggregation::Ignore,
            normalization: Normalization::None,
            ..settings.clone()
        };
        let shown = coding.network(&counts)?;
        let targets = shown.columns().to_vec();
        settings.isolates = Isolates::Kept;
        let mut backbones = Self { coding, settings, targets, whole: Vec::new() };
        let all: Vec<usize> = (0..backbones.targets.len()).collect();
        backbones.whole = backbones.spectrum(&all)?;
        Ok(backbones)
    }

    /// The targets, by name; a place is a number in this list.
    pub fn targets(&self) -> &[Member] {
        &self.targets
    }

    /// The holder network over some targets alone, all holders shown; its edges lead to statements.
    ///
    /// # Errors
    /// As [`Coding::network`]; places where no target is are left out.
    pub fn network(&self, kept: &[usize]) -> Result<Network, BackboneError> {
        let keys = kept.iter().filter_map(|&place| self.targets.get(place)).map(|target| target.key.clone());
        let settings = Settings { targets: Pick::only(keys), ..self.settings.clone() };
        Ok(self.coding.network(&settings)?)
    }

    /// The loss of keeping some targets alone.
    ///
    /// # Errors
    /// As [`network`](Self::network).
    ///
    /// # Complexity
    /// That of the network, and O(n³) for `n` holders.
    pub fn loss(&self, kept: &[usize]) -> Result<f64, BackboneError> {
        Ok(distance(&self.whole, &self.spectrum(kept)?))
    }

    fn spectrum(&self, kept: &[usize]) -> Result<Vec<f64>, BackboneError> {
        let signed = SignedNetwork::of(&self.network(kept)?);
        // Of a network of holders signs can always be told.
        let signed = signed.map_err(|_: SignedError| BackboneError::Mode)?;
        let is_peer = self.settings.rules == Rules::Dna;
        Ok(if is_peer { degrees(&signed) } else { laplacian_spectrum(&signed) })
    }

    /// Leaves targets out one by one, always the one without which least is lost, of equals the first: the last one left out
    /// matters most. One target is left.
    ///
    /// # Errors
    /// As [`loss`](Self::loss).
    ///
    /// # Complexity
    /// The loss of as many choices as the square of the targets, halved; on all cores with the feature `parallel`.
    pub fn nested(&self) -> Result<Vec<Dropped>, BackboneError> {
        let mut kept: Vec<usize> = (0..self.targets.len()).collect();
        let mut dropped = Vec::new();
        while kept.len() > 1 {
            let without = |at: usize| {
                let mut fewer = kept.clone();
                let target = fewer.remove(at);
                Ok(Dropped { target, loss: self.loss(&fewer)? })
            };
            let losses: Result<Vec<Dropped>, BackboneError> =
                all_runs(kept.len(), without).into_iter().collect();
            let least = losses?.into_iter().reduce(|best, one| if one.loss < best.loss { one } else { best });
            let Some(least) = least else { break };
            kept.retain(|&target| target != least.target);
            dropped.push(least);
        }
        Ok(dropped)
    }

    /// A backbone of so many targets: the best of all choices of up to 11 targets; of more by simulated annealing from three
    /// starts and, at its end, descent, so that no change of one kept target for another loses less. The same seed finds the same,
    /// on one thread or many.
    ///
    /// # Errors
    /// [`BackboneError::Size`] for none or more than there are; as [`loss`](Self::loss).
    ///
    /// # Complexity
    /// The loss of some thousand choices.
    pub fn fixed(&self, size: usize, seed: u64) -> Result<Backbone, BackboneError> {
        let count = self.targets.len();
        if size == 0 || size > count {
            return Err(BackboneError::Size { asked: size, count });
        }
        let search = Anneal { count, size: Size::Fixed(size), seed };
        let (kept, is_certified) = search.least(|kept| self.loss(kept))?;
        let loss = self.loss(&kept)?;
        Ok(Backbone { kept, loss, penalized: loss, is_certified })
    }

    /// The backbone of least penalized loss: the higher the penalty, the fewer targets are kept. At least one target is kept
    /// and at least one left out, since all of them lose nothing. Found as by [`fixed`](Self::fixed).
    ///
    /// # Errors
    /// [`BackboneError::Penalty`] for what is not a finite number from 0; [`BackboneError::Size`] where there are less than two
    /// targets; as [`loss`](Self::loss).
    pub fn penalized(&self, penalty: f64, seed: u64) -> Result<Backbone, BackboneError> {
        let count = self.targets.len();
        if !(penalty.is_finite() && penalty >= 0.0) {
            return Err(BackboneError::Penalty { penalty });
        }
        if count < 2 {
            return Err(BackboneError::Size { asked: 2, count });
        }
        let weigh = |kept: &[usize]| (-penalty * real(count - kept.len()) / real(count)).exp();
        let least = |kept: &[usize]| self.loss(kept).map(|loss| loss * weigh(kept));
        let (kept, is_certified) = Anneal { count, size: Size::Any, seed }.least(least)?;
        let loss = self.loss(&kept)?;
        Ok(Backbone { loss, penalized: loss * weigh(&kept), kept, is_certified })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::network::{CodedStatement, Level, Scale};
    use crate::analysis::partition::Lots;

    /// Eight holders on six targets, each on about half of them.
    fn coding(seed: u64) -> Coding {
        let mut lots = Lots::new(seed);
        let mut coding = Coding::new(Scale::sides());
        let mut id = 0;
        for holder in ["a", "b", "c", "d", "e", "f", "g", "h"] {
            for target in ["t1", "t2", "t3", "t4", "t5", "t6"] {
                let level = Level::Favor(lots.below(3) > 0);
                if lots.below(2) == 0 {
                    id += 1;
                    coding
                        .add(CodedStatement {
                            id,
                            holder,
                            target,
                            level,
                            time: None,
                            document: None,
                            place: (0, 0),
                        })
                        .unwrap();
                }
            }
        }
        coding
    }

    fn backbones(seed: u64, rules: Rules) -> Backbones {
        let settings = Settings { aggregation: Aggregation::Congruence, rules, ..Settings::default() };
        Backbones::new(coding(seed), &settings).unwrap()
    }

    /// Every choice of targets.
    fn choices(count: usize) -> impl Iterator<Item = Vec<usize>> {
        (1usize..1 << count).map(move |bits| (0..count).filter(|at| bits >> at & 1 == 1).collect())
    }

    #[test]
    fn fixed_and_penalized_backbones_are_the_best_of_all_choices() {
        for seed in 0..3 {
            let backbones = backbones(seed, Rules::Sound);
            let count = backbones.targets().len();
            for size in 1..=count {
                let of_size = choices(count).filter(|kept| kept.len() == size);
                let least = of_size.map(|kept| backbones.loss(&kept).unwrap()).fold(f64::INFINITY, f64::min);
                let found = backbones.fixed(size, 3).unwrap();
                assert!(found.kept.len() == size && (found.loss - least).abs() < 1e-12, "{size}");
            }
            for penalty in [0.0, 1.5, 8.0] {
                let cost = |kept: &Vec<usize>| {
                    backbones.loss(kept).unwrap() * (-penalty * real(count - kept.len()) / real(count)).exp()
                };
                let least = choices(count)
                    .filter(|kept| kept.len() < count)
                    .map(|kept| cost(&kept))
                    .fold(9.0, f64::min);
                assert!((backbones.penalized(penalty, 3).unwrap().penalized - least).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn nested_backbones_lose_least_at_each_step() {
        for (seed, rules) in [(1, Rules::Sound), (2, Rules::Dna), (3, Rules::Sound)] {
            let backbones = backbones(seed, rules);
            let mut kept: Vec<usize> = (0..backbones.targets().len()).collect();
            for dropped in backbones.nested().unwrap() {
                let without =
                    |one: usize| kept.iter().copied().filter(|other| *other != one).collect::<Vec<_>>();
                let losses = kept.iter().map(|&one| backbones.loss(&without(one)).unwrap());
                assert!((losses.fold(f64::INFINITY, f64::min) - dropped.loss).abs() < 1e-15);
                kept = without(dropped.target);
            }
            assert_eq!(kept.len(), 1);
        }
    }

    #[test]
    fn by_the_rules_of_the_peer_strengths_are_compared() {
        // a and b agree on t1 and t2, c and d on t2; without t1 the strengths 2, 2, 1, 1 become 1, 1, 1, 1.
        let mut coding = Coding::new(Scale::sides());
        for (id, (holder, target, favor)) in (0..).zip([
            ("a", "t1", true),
            ("b", "t1", true),
            ("a", "t2", true),
            ("b", "t2", true),
            ("c", "t2", false),
            ("d", "t2", false),
        ]) {
            let level = Level::Favor(favor);
            coding
                .add(CodedStatement { id, holder, target, level, time: None, document: None, place: (0, 0) })
                .unwrap();
        }
        let settings =
            Settings { aggregation: Aggregation::Congruence, rules: Rules::Dna, ..Settings::default() };
        let backbones = Backbones::new(coding, &settings).unwrap();
        let wanted = 2.0 * (2.0 / 6.0 - 0.25) + 2.0 * (0.25 - 1.0 / 6.0);
        assert!((backbones.loss(&[1]).unwrap() - wanted).abs() < 1e-15);
        assert_eq!(backbones.network(&[1]).unwrap().rows().len(), 4, "all holders are shown");
    }

    #[test]
    fn what_makes_no_backbone_is_told() {
        let settings = Settings { mode: Mode::Targets, ..Settings::default() };
        assert_eq!(Backbones::new(coding(0), &settings).unwrap_err(), BackboneError::Mode);
        let told = backbones(0, Rules::Sound).fixed(7, 0).unwrap_err().to_string();
        assert_eq!(told, "a backbone of 7 of 6 targets; write a number from 1 to 6");
        assert!(backbones(0, Rules::Sound).penalized(-1.0, 0).is_err());
    }
}
