//! Random numbers that are the same for the same seed, everywhere.

/// The generator `SplitMix64`: a counter, each value of which is mixed to a number of 64 bits.
///
/// # Source
/// Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

/// The odd number nearest to 2^64 divided by the golden ratio: the step of the counter.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl Random {
    /// The numbers of a seed.
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The numbers of one of many streams of a seed; two of them have nothing to do with each other.
    pub(crate) fn stream(seed: u64, number: u64) -> Self {
        let start = Self::new(seed).next();
        Self::new(Self::new(start ^ number.wrapping_mul(STEP)).next())
    }

    /// The next number.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit, each as likely; 0 for a limit of 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let Some(most) = (limit as u64).checked_sub(1) else { return 0 };
        // What is left over beyond the last whole multiple would favor low numbers.
        let fair = u64::MAX - (u64::MAX - most) % (most + 1);
        loop {
            let next = self.next();
            if next <= fair {
                return usize::try_from(next % (most + 1)).unwrap_or_default();
            }
        }
    }
}

#[cfg(test)]
impl Random {
    /// A number from 0 up to 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are kept")]
    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number from the standard normal distribution, by Box and Muller.
    pub(crate) fn normal(&mut self) -> f64 {
        let (radius, angle) = ((1.0 - self.share()).ln(), self.share());
        (-2.0 * radius).sqrt() * (std::f64::consts::TAU * angle).cos()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_published_generator() {
        // The first numbers of seed 1234567 in the reference implementation's tests.
        let mut random = Random::new(1_234_567);
        let found: Vec<u64> = (0..3).map(|_| random.next()).collect();
        assert_eq!(found, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn numbers_below_a_limit_are_as_likely() {
        let mut random = Random::stream(7, 3);
        let mut counts = [0u32; 6];
        (0..60_000).for_each(|_| counts[random.below(6)] += 1);
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 400), "{counts:?}");
        assert_eq!(random.below(0), 0);
    }
}
