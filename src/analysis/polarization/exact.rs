//! Every partition into groups of given sizes, as far as it may yet be an extreme.

use super::Opposition;
use super::measure::Expected;

/// Looks at partitions in which the groups have given sizes, member by member.
pub(super) struct Enumeration<'o> {
    opposition: &'o Opposition,
    expected: Expected,
    /// How many members each group still takes.
    room: Vec<usize>,
    sizes: Vec<usize>,
    /// 1 for the highest deviation, -1 for the lowest.
    sign: f64,
    /// The most that the pairs of each member and all later ones with anyone can add.
    hopes: Vec<f64>,
    labels: Vec<usize>,
}

impl<'o> Enumeration<'o> {
    pub(super) fn new(opposition: &'o Opposition, sizes: &[usize], sign: f64) -> Self {
        let expected = Expected::new(opposition, sizes);
        let count = opposition.members().len();
        let ways: Vec<(usize, usize)> = (0..sizes.len())
            .flat_map(|left| (0..sizes.len()).map(move |right| (left, right)))
            .filter(
                |&(left, right)| {
                    if left == right { sizes[left] > 1 } else { sizes[left].min(sizes[right]) > 0 }
                },
            )
            .collect();
        let most = |one: usize, other: usize| {
            let pair = opposition.pair(one, other);
            let all = ways.iter().map(|&(left, right)| sign * expected.deviation(pair, left, right));
            all.fold(f64::NEG_INFINITY, f64::max)
        };
        let own: Vec<f64> = (0..count).map(|one| (0..one).map(|other| most(one, other)).sum()).collect();
        let mut hopes = vec![0.0; count + 1];
        for member in (0..count).rev() {
            hopes[member] = hopes[member + 1] + own[member];
        }
        Self {
            opposition,
            expected,
            room: sizes.to_vec(),
            sizes: sizes.to_vec(),
            sign,
            hopes,
            labels: Vec::new(),
        }
    }

    /// Puts the best labels in place of the ones that are known where they are better; both with their signed value.
    pub(super) fn improve(&mut self, best: &mut (f64, Vec<usize>)) {
        self.decide(0.0, best);
    }

    fn decide(&mut self, value: f64, best: &mut (f64, Vec<usize>)) {
        let member = self.labels.len();
        if value + self.hopes[member] <= best.0 + 1e-12 * best.0.abs() {
            return;
        }
        if member == self.hopes.len() - 1 {
            *best = (value, self.labels.clone());
            return;
        }
        for group in 0..self.room.len() {
            // Of groups of one size that are all empty the first one stands for each.
            let is_empty = |group: usize| self.room[group] == self.sizes[group];
            let is_same = |other: usize| self.sizes[other] == self.sizes[group] && is_empty(other);
            if self.room[group] == 0 || (is_empty(group) && (0..group).any(is_same)) {
                continue;
            }
            let of = |(other, label): (usize, &usize)| {
                self.expected.deviation(self.opposition.pair(member, other), group, *label)
            };
            let added: f64 = self.labels.iter().enumerate().map(of).sum();
            self.room[group] -= 1;
            self.labels.push(group);
            self.decide(value + self.sign * added, best);
            self.labels.pop();
            self.room[group] += 1;
        }
    }
}
