//! How camps are looked for.

use crate::analysis::partition::{Gains, Lots, all_runs, best_partition, canonical};
use crate::analysis::signed::SignedNetwork;

use super::apart::{CommonEnemies, held_together};
use super::leiden::leiden;
use super::modularity::Chance;
use super::polish::polished;
use super::told::Camps;

/// Networks of up to so many members have the last touch, and a proof is tried.
const POLISHED: usize = 400;

/// Networks of up to so many members are searched to the end, as far as the budget goes.
const PROVED: usize = 40;

/// What camps are to be the best partition by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Quality {
    /// [`modularity`](super::modularity()): more weight within camps than the strengths of their members would bring by chance.
    /// Who agrees with few is then held to less than who agrees with many.
    #[default]
    Modularity,
    /// [`Camps::fit`]: weight within camps that is positive and between camps that is negative, whatever chance would bring. This
    /// is weak structural balance; which weights are positive decides everything, so that networks of agreement are first
    /// taken [`less`](SignedNetwork::less) a level.
    Balance,
}

crate::model::word::code_words!(Quality, "quality of camps", { Modularity = 0 "modularity", Balance = 1 "balance" });

/// A resolution that is none.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{found} is no resolution; write a finite number above 0: 1 as published, more for smaller camps")]
pub struct ResolutionError {
    found: f64,
}

/// How the camps of a network are looked for.
///
/// Camps are the partition of highest [`Quality`]. Several runs of the Leiden method, each from
/// another order of the members, look for it; in networks of up to 400 members each is then polished by chains of moves, and again
/// with some members put elsewhere; the best one counts, of equals the first; in small networks a search by
/// branch and bound then proves it, or finds a better one. Members of such a part that no chain of positive edges joins
/// are told apart in the end, unless [`common_enemies`](Self::common_enemies) says otherwise. The same seed gives the same
/// camps, on one thread or many.
///
/// # Example
/// ```
/// use stancegraph::analysis::{camps::CampSearch, signed::SignedNetwork};
/// let network = SignedNetwork::from_names([
///     ("Chile", "Kenya", 2.0), ("Ghana", "Peru", 1.0), ("Chile", "Ghana", -1.0), ("Kenya", "Peru", -1.0),
/// ])?;
/// let camps = CampSearch::default().seed(7).find(&network);
/// let keys = |camp: usize| camps.members_of(camp).map(|member| member.key.as_str()).collect::<Vec<_>>();
/// assert_eq!((camps.camps().len(), keys(0), keys(1)), (2, vec!["Chile", "Kenya"], vec!["Ghana", "Peru"]));
/// assert!(camps.is_certified());
/// assert!(CampSearch::default().resolution(0.0).is_err());
/// # Ok::<(), stancegraph::analysis::signed::SignedError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct CampSearch {
    quality: Quality,
    resolution: f64,
    runs: usize,
    seed: u64,
    budget: u64,
    common_enemies: CommonEnemies,
}

impl Default for CampSearch {
    /// Resolution 1, ten runs, seed 0, a proof of up to 300,000 steps, and no camp of those who share only enemies.
    fn default() -> Self {
        Self {
            quality: Quality::Modularity,
            resolution: 1.0,
            runs: 10,
            seed: 0,
            budget: 300_000,
            common_enemies: CommonEnemies::Apart,
        }
    }
}

impl CampSearch {
    /// What camps are to be the best partition by.
    ///
    /// # Source
    /// Davis (1967), Clustering and structural balance in graphs, Human Relations 20; Doreian and Mrvar (1996), A partitioning
    /// approach to structural balance, Social Networks 18: for balance.
    ///
    /// # Example
    /// ```
    /// use stancegraph::analysis::{camps::{CampSearch, Quality}, signed::SignedNetwork};
    /// // Who agrees how often: Chile and Kenya nearly always, both with Peru half of the time.
    /// let agreement = [("Chile", "Kenya", 0.9), ("Chile", "Peru", 0.5), ("Kenya", "Peru", 0.4)];
    /// let network = SignedNetwork::from_names(agreement)?.less(0.6);
    /// let camps = CampSearch::default().by(Quality::Balance).find(&network);
    /// assert_eq!((camps.camps()[0].places.clone(), camps.unattached()), (vec![0, 1], &[2][..]));
    /// assert_eq!(camps.fit(), Some(1.0));
    /// # Ok::<(), stancegraph::analysis::signed::SignedError>(())
    /// ```
    pub fn by(self, quality: Quality) -> Self {
        Self { quality, ..self }
    }

    /// How much more than chance a camp has to hold together: 1 as published; more gives smaller camps.
    ///
    /// # Errors
    /// [`ResolutionError`] for what is not a finite number above 0.
    pub fn resolution(self, resolution: f64) -> Result<Self, ResolutionError> {
        let is_one = resolution.is_finite() && resolution > 0.0;
        is_one.then_some(Self { resolution, ..self }).ok_or(ResolutionError { found: resolution })
    }

    /// How many runs there are; at least one.
    pub fn runs(self, runs: usize) -> Self {
        Self { runs: runs.max(1), ..self }
    }

    /// What the runs draw their orders from.
    pub fn seed(self, seed: u64) -> Self {
        Self { seed, ..self }
    }

    /// How many steps the proof may take; 0 for none.
    pub fn budget(self, budget: u64) -> Self {
        Self { budget, ..self }
    }

    /// Whether those who share nothing but enemies are a camp.
    ///
    /// ```
    /// use stancegraph::analysis::{camps::{CampSearch, CommonEnemies}, signed::SignedNetwork};
    /// let rivals = SignedNetwork::from_names([("Chile", "Kenya", -1.0), ("Chile", "Peru", -1.0)])?;
    /// let camps = |enemies| CampSearch::default().common_enemies(enemies).find(&rivals).camps().len();
    /// assert_eq!((camps(CommonEnemies::Apart), camps(CommonEnemies::Together)), (0, 1));
    /// # Ok::<(), stancegraph::analysis::signed::SignedError>(())
    /// ```
    pub fn common_enemies(self, common_enemies: CommonEnemies) -> Self {
        Self { common_enemies, ..self }
    }

    /// The camps of a network.
    ///
    /// # Complexity
    /// About O(m) a run for `m` positive edges among many members; up to 400 members O(n² · camps) a run; up to 40 members
    /// O(n · camps) for each step of the proof; then O(n log n + m log m) for `n` members and all `m` edges to tell the camps. O(n + m)
    /// memory, and O(n²) more up to 400 members.
    pub fn find(&self, network: &SignedNetwork) -> Camps {
        let chance = match self.quality {
            Quality::Modularity => Chance::of(network, self.resolution),
            Quality::Balance => Chance::none(network),
        };
        let gains = (network.len() <= POLISHED).then(|| chance.gains(network));
        let mut labels = self.best_run(network, &chance, gains.as_ref());
        let mut is_certified = network.edge_count() == 0;
        if let Some(gains) = gains.filter(|gains| gains.len() <= PROVED && self.budget > 0) {
            let proof = best_partition(&gains, gains.len(), &labels, self.budget);
            (labels, is_certified) = (canonical(&proof.labels), proof.is_proved);
        }
        if self.common_enemies == CommonEnemies::Apart {
            let held = held_together(network, &labels);
            is_certified &= held == canonical(&labels);
            labels = held;
        }
        let resolution = if self.quality == Quality::Balance { 1.0 } else { self.resolution };
        Camps::told(network, &chance, resolution, &labels, is_certified)
    }

    fn best_run(&self, network: &SignedNetwork, chance: &Chance, gains: Option<&Gains>) -> Vec<usize> {
        let run = |run: usize| {
            let mut lots = Lots::of_run(self.seed, run);
            let alone: Vec<usize> = (0..network.len()).collect();
            let mut labels = leiden(network, chance, &alone, &mut lots);
            if let Some(gains) = gains {
                let again =
                    |start: &[usize], lots: &mut Lots| polished(gains, &leiden(network, chance, start, lots));
                labels = kicked(gains, polished(gains, &labels), &mut lots, again);
            }
            let modularity = chance.modularity(network, &labels).unwrap_or_default();
            (modularity, labels)
        };
        let found = all_runs(self.runs, run);
        let best = found.into_iter().reduce(|best, one| if one.0 > best.0 { one } else { best });
        best.map(|(_, labels)| labels).unwrap_or_default()
    }
}

/// The best of a partition and what comes of it when again and again a few members, drawn by lot, are put into other camps
/// and the search goes on from there; as often as takes about the same time whatever the number of members.
fn kicked(
    gains: &Gains,
    labels: Vec<usize>,
    lots: &mut Lots,
    again: impl Fn(&[usize], &mut Lots) -> Vec<usize>,
) -> Vec<usize> {
    let count = gains.len().max(1);
    let times = (150_000 / (count * count)).clamp(2, 40);
    let mut best = (gains.value(&labels), labels);
    for _ in 0..times {
        let mut other = best.1.clone();
        let camps = other.iter().max().map_or(1, |most| most + 1);
        for _ in 0..2 + gains.len() / 16 {
            let (member, camp) = (lots.below(gains.len()), lots.below(camps + 1));
            if let Some(label) = other.get_mut(member) {
                *label = camp;
            }
        }
        let other = again(&other, lots);
        let value = gains.value(&other);
        if value > best.0 + gains.size() * 1e-12 {
            best = (value, other);
        }
    }
    best.1
}
