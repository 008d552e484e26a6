//! Numbers drawn by lot, the same for the same seed on every machine.

/// Numbers that look drawn by lot.
///
/// # Source
/// Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators, OOPSLA: the generator `SplitMix64`.
#[derive(Debug, Clone)]
pub(crate) struct Lots(u64);

impl Lots {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Lots of their own for one of several runs of a seed.
    pub(crate) fn of_run(seed: u64, run: usize) -> Self {
        let mut lots = Self(seed ^ (run as u64).wrapping_mul(0xD134_2543_DE82_EF95));
        Self(lots.draw())
    }

    pub(crate) fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
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
    fn lots_are_those_of_the_published_generator() {
        // The first numbers of SplitMix64 for the seed 1234567, as its reference implementation prints them.
        let mut lots = Lots::new(1_234_567);
        let drawn: Vec<u64> = (0..3).map(|_| lots.draw()).collect();
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn an_order_holds_every_number_once() {
        let mut order = Lots::new(7).order(100);
        assert_ne!(order, (0..100).collect::<Vec<_>>());
        order.sort_unstable();
        assert_eq!(order, (0..100).collect::<Vec<_>>());
        assert_eq!(Lots::new(7).below(0), 0);
    }
}
