//! What each two members gain from being in one group.

/// A gain for each pair of members, symmetric, of either sign; 0 of a member with itself.
#[derive(Debug, Clone)]
pub(crate) struct Gains {
    count: usize,
    table: Vec<f64>,
}

impl Gains {
    /// No gain for anyone.
    pub(crate) fn none(count: usize) -> Self {
        Self { count, table: vec![0.0; count * count] }
    }

    /// A gain of each pair, the lower place first.
    pub(crate) fn of(count: usize, gain: impl Fn(usize, usize) -> f64) -> Self {
        let mut gains = Self::none(count);
        for left in 0..count {
            for right in left + 1..count {
                gains.set(left, right, gain(left, right));
            }
        }
        gains
    }

    pub(crate) fn set(&mut self, left: usize, right: usize, gain: f64) {
        self.table[left * self.count + right] = gain;
        self.table[right * self.count + left] = gain;
    }

    pub(crate) const fn len(&self) -> usize {
        self.count
    }

    /// The gains of a member with each one.
    pub(crate) fn row(&self, member: usize) -> &[f64] {
        self.table.get(member * self.count..(member + 1) * self.count).unwrap_or_default()
    }

    /// The sum of the gains within groups.
    pub(crate) fn value(&self, labels: &[usize]) -> f64 {
        let own = |left: usize| {
            let later = self.row(left).iter().zip(labels).skip(left + 1);
            later.filter(|(_, label)| **label == labels[left]).map(|(gain, _)| gain).sum::<f64>()
        };
        (0..self.count).map(own).sum()
    }

    /// The same gains among some members, in their order.
    pub(crate) fn among(&self, members: &[usize]) -> Self {
        Self::of(members.len(), |left, right| self.row(members[left])[members[right]])
    }

    /// The sum of all gains without their sign.
    pub(crate) fn size(&self) -> f64 {
        self.table.iter().map(|gain| gain.abs()).sum::<f64>() / 2.0
    }
}
