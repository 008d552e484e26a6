//! Numbers drawn by lot, the same for the same seed on every machine.

use crate::analysis::random::Random;

/// What a search draws from the numbers of a seed.
#[derive(Debug, Clone)]
pub(crate) struct Lots(Random);

impl Lots {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(Random::new(seed))
    }

    /// Lots of their own for one of several runs of a seed.
    pub(crate) fn of_run(seed: u64, run: usize) -> Self {
        Self::new(Self::new(seed ^ (run as u64).wrapping_mul(0xD134_2543_DE82_EF95)).draw())
    }

    pub(crate) fn draw(&mut self) -> u64 {
        self.0.next()
    }

    /// A number below a limit, 0 for the limit 0. Without rejection: the error is below 2⁻³² for limits below 2³².
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let scaled = u128::from(self.draw()) * (limit as u128);
        usize::try_from(scaled >> 64).unwrap_or(0)
    }

    /// A number from 0 to below 1.
    pub(crate) fn unit(&mut self) -> f64 {
        let upper = u32::try_from(self.draw() >> 32).unwrap_or(0);
        f64::from(upper) / 4_294_967_296.0
    }

    /// The numbers below a limit in an order drawn by lot.
    pub(crate) fn order(&mut self, limit: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..limit).collect();
        for last in (1..limit).rev() {
            order.swap(last, self.below(last + 1));
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_holds_every_number_once() {
        let mut order = Lots::new(7).order(100);
        assert_ne!(order, (0..100).collect::<Vec<_>>());
        order.sort_unstable();
        assert_eq!(order, (0..100).collect::<Vec<_>>());
        assert_eq!(Lots::new(7).below(0), 0);
    }
}
