//! Congruence and conflict of the same statements, side by side.

use crate::analysis::network::{
    Aggregation, Frame, Member, Moving, Network, NetworkError, Networks, Normalization,
};
use crate::analysis::partition::{canonical_of_any, real};

use super::measure;

/// How far each two members agree and how far they differ, over the same statements.
///
/// Both networks are kept apart: the difference of the two, a `subtract` network, cannot tell who agrees on much and differs
/// on as much from who has nothing in common.
///
/// # Example
/// ```
/// use stancegraph::{datasets, position::{Lens, Selection}};
/// use stancegraph::analysis::network::{Networks, Nodes};
/// use stancegraph::analysis::polarization::{Opposition, PolarizationSearch};
/// let selection = Selection::new(datasets::nato_accession()?, Lens::default());
/// let opposition = Opposition::of(&Networks::of(&selection).nodes(Nodes::Nations))?;
/// let polarization = PolarizationSearch::default().find(&opposition).unwrap();
/// assert!(polarization.highest.is_certified || opposition.members().len() > 16);
/// assert!(polarization.lowest.deviation <= polarization.highest.deviation);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Opposition {
    members: Vec<Member>,
    /// Congruence and conflict of each two, member by member.
    pairs: Vec<[f64; 2]>,
    norms: [f64; 2],
    frame: Option<Frame>,
    networks: Option<Box<[Network; 2]>>,
}

/// Networks that are not the two sides of one opposition.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum OppositionError {
    /// A network could not be made.
    #[error(transparent)]
    Network(#[from] NetworkError),
    /// A network is of another aggregation.
    #[error("the {which} network has the aggregation `{found}`; make it with `{which}`")]
    Aggregation {
        /// Which of the two it stands for.
        which: Aggregation,
        /// What it was made with.
        found: Aggregation,
    },
    /// The networks have other members or windows.
    #[error(
        "the two networks are not of the same members or windows; make both of one coding with the same settings"
    )]
    Members,
}

impl Opposition {
    /// Congruence and conflict of what these networks are of, whatever aggregation they ask for; weights are divided by the mean
    /// number of statements of both (normalization `average`), as the published measure has it.
    ///
    /// # Errors
    /// As [`Networks::network`].
    ///
    /// # Complexity
    /// That of two networks, and O(n²) memory for `n` members.
    pub fn of(networks: &Networks<'_>) -> Result<Self, OppositionError> {
        let [congruence, conflict] = both(networks);
        Self::from_networks(congruence.network()?, conflict.network()?)
    }

    /// The same for each place of a moving window, each from a congruence and a conflict network of that window.
    ///
    /// # Errors
    /// As [`Networks::moving`].
    pub fn moving(networks: &Networks<'_>, window: Moving) -> Result<Vec<Self>, OppositionError> {
        let [congruence, conflict] = both(networks);
        let pairs = congruence.moving(window)?.into_iter().zip(conflict.moving(window)?);
        pairs.map(|(congruence, conflict)| Self::from_networks(congruence, conflict)).collect()
    }

    /// Two networks already made.
    ///
    /// # Errors
    /// [`OppositionError`] where one is not of its aggregation, or both are not of the same members and window.
    pub fn from_networks(congruence: Network, conflict: Network) -> Result<Self, OppositionError> {
        for (network, which) in [(&congruence, Aggregation::Congruence), (&conflict, Aggregation::Conflict)] {
            let found = network.settings().aggregation;
            if found != which {
                return Err(OppositionError::Aggregation { which, found });
            }
        }
        if congruence.rows() != conflict.rows() || congruence.frame() != conflict.frame() {
            return Err(OppositionError::Members);
        }
        let mut opposition = Self::empty(congruence.rows().to_vec());
        for (side, network) in [&congruence, &conflict].into_iter().enumerate() {
            for edge in network.edges() {
                opposition.set(edge.row as usize, edge.column as usize, side, edge.weight);
            }
        }
        opposition.frame = congruence.frame();
        opposition.networks = Some(Box::new([congruence, conflict]));
        Ok(opposition)
    }

    fn empty(members: Vec<Member>) -> Self {
        let pairs = vec![[0.0, 0.0]; members.len() * members.len()];
        Self { members, pairs, norms: [0.0, 0.0], frame: None, networks: None }
    }

    fn set(&mut self, left: usize, right: usize, side: usize, weight: f64) {
        let count = self.members.len();
        self.pairs[left * count + right][side] = weight;
        self.pairs[right * count + left][side] = weight;
        self.norms[side] += 2.0 * weight.abs();
    }

    /// The members, in their order.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The window that it shows, of a series.
    pub const fn frame(&self) -> Option<Frame> {
        self.frame
    }

    /// The congruence and the conflict network, whose edges lead to the statements behind them; `None` of an opposition
    /// that was made of none.
    pub fn networks(&self) -> Option<&[Network; 2]> {
        self.networks.as_deref()
    }

    /// The congruence and the conflict of two members; 0 where they have none.
    pub(super) fn pair(&self, left: usize, right: usize) -> [f64; 2] {
        self.pairs[left * self.members.len() + right]
    }

    /// The sum of all congruence and of all conflict, over ordered pairs.
    pub(super) const fn norms(&self) -> [f64; 2] {
        self.norms
    }

    /// How far the opposition deviates from one of these groups that agree evenly within and are evenly at odds with each
    /// other, given as the number of the group of each member.
    ///
    /// With `C` congruence and `K` conflict, `|.|` the sums of their cells, `s_c` the sizes of the groups,
    /// `W = sum s_c (s_c - 1)` and `B = n (n - 1) - W` the ordered pairs within and between groups, it is half the sum over
    /// ordered pairs `i != j` of
    ///
    /// - within a group `c`: `|C_ij - s_c (s_c - 1) / W · |C| / W| + K_ij`,
    /// - between `c` and `d`: `C_ij + |K_ij - s_c s_d / B · |K| / B|`.
    ///
    /// In units of weight, from 0. `None` where the numbers are not one for each member.
    ///
    /// # Complexity
    /// O(n²).
    ///
    /// # Source
    /// Leifeld's polarization of discourse networks, as Discourse Network Analyzer 3.1.2 computes it.
    pub fn deviation(&self, groups: &[usize]) -> Option<f64> {
        let labels = canonical_of_any(groups);
        let count = labels.iter().max().map_or(0, |most| most + 1);
        (labels.len() == self.members.len()).then(|| measure::deviation(self, &labels, count))
    }

    /// The deviation divided by the sum of all congruence and all conflict over ordered pairs: from 0 to 1. `None` where
    /// there is neither, or the numbers are not one for each member.
    pub fn normalized(&self, groups: &[usize]) -> Option<f64> {
        let total = self.norms[0] + self.norms[1];
        self.deviation(groups).filter(|_| total > 0.0).map(|deviation| deviation / total)
    }

    /// The share of all congruence and conflict that fits some groups: congruence within and conflict between them.
    ///
    /// From 0, all agreement across the groups and all conflict within, to 1, two or more groups of one mind and at odds with
    /// each other. `None` where there is neither congruence nor conflict, or the numbers are not one for each member.
    pub fn fit(&self, groups: &[usize]) -> Option<f64> {
        let (count, total) = (self.members.len(), self.norms[0] + self.norms[1]);
        if groups.len() != count || total <= 0.0 {
            return None;
        }
        let fitting = |left: usize| {
            let of = |right: usize| self.pair(left, right)[usize::from(groups[left] != groups[right])];
            (0..count).filter(|right| *right != left).map(of).sum::<f64>()
        };
        Some((0..count).map(fitting).sum::<f64>() / total)
    }

    /// Congruence and conflict given pair by pair, both from 0, for tests.
    #[cfg(test)]
    pub(super) fn given(count: usize, mut pair: impl FnMut(usize, usize) -> [f64; 2]) -> Self {
        let mut opposition = Self::empty((0..count).map(|at| Member::named(&format!("m{at:02}"))).collect());
        for left in 0..count {
            for right in left + 1..count {
                let [congruence, conflict] = pair(left, right);
                opposition.set(left, right, 0, congruence);
                opposition.set(left, right, 1, conflict);
            }
        }
        opposition
    }

    /// Pairs drawn by lot, for tests.
    #[cfg(test)]
    pub(super) fn drawn(lots: &mut crate::analysis::partition::Lots, count: usize) -> Self {
        Self::given(count, |_, _| {
            let [one, other] = [lots.unit(), lots.unit()];
            [if one < 0.3 { 0.0 } else { one }, if other < 0.3 { 0.0 } else { 2.0 * other }]
        })
    }

    /// How many members there are, as a number to reckon with.
    pub(super) fn count(&self) -> f64 {
        real(self.members.len())
    }
}

fn both<'g>(networks: &Networks<'g>) -> [Networks<'g>; 2] {
    [Aggregation::Congruence, Aggregation::Conflict]
        .map(|one| networks.clone().aggregation(one).normalization(Normalization::Average))
}
