//! The measure for groups of given sizes.

use crate::analysis::partition::real;

use super::Opposition;

/// What is expected of pairs once the sizes of the groups are known.
#[derive(Debug, Clone)]
pub(super) struct Expected {
    /// The congruence of two members of each group.
    within: Vec<f64>,
    /// What the product of two sizes is multiplied with to be the conflict of a member of one with one of the other.
    between: f64,
    sizes: Vec<f64>,
}

impl Expected {
    pub(super) fn new(opposition: &Opposition, sizes: &[usize]) -> Self {
        let sizes: Vec<f64> = sizes.iter().map(|&size| real(size)).collect();
        let pairs = |size: f64| size * (size - 1.0);
        let count: f64 = sizes.iter().sum();
        let within: f64 = sizes.iter().map(|&size| pairs(size)).sum();
        let between = pairs(count) - within;
        let [congruence, conflict] = opposition.norms();
        let share = |norm: f64, cells: f64| if cells > 0.0 { norm / (cells * cells) } else { 0.0 };
        Self {
            within: sizes.iter().map(|&size| pairs(size).max(0.0) * share(congruence, within)).collect(),
            between: share(conflict, between),
            sizes,
        }
    }

    /// How far a pair deviates, with one in one group and the other in another or the same.
    #[inline]
    pub(super) fn deviation(&self, [congruence, conflict]: [f64; 2], left: usize, right: usize) -> f64 {
        if left == right {
            (congruence - self.within[left]).abs() + conflict
        } else {
            congruence + (conflict - self.sizes[left] * self.sizes[right] * self.between).abs()
        }
    }
}

/// How many members each group has.
pub(super) fn sizes(labels: &[usize], groups: usize) -> Vec<usize> {
    let mut sizes = vec![0; groups];
    for &label in labels {
        sizes[label] += 1;
    }
    sizes
}

/// Half the sum of the deviations of all ordered pairs, which is the sum over all pairs.
pub(super) fn deviation(opposition: &Opposition, labels: &[usize], groups: usize) -> f64 {
    let expected = Expected::new(opposition, &sizes(labels, groups));
    let count = labels.len();
    let own = |left: usize| {
        let of = |right: usize| expected.deviation(opposition.pair(left, right), labels[left], labels[right]);
        (left + 1..count).map(of).sum::<f64>()
    };
    (0..count).map(own).sum()
}
