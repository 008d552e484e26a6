//! The logistic function, and how it bends.

/// The logistic function at a point: all that is asked of it there, from one exponential.
#[derive(Debug, Clone, Copy)]
pub(super) struct Logistic {
    /// `1 / (1 + exp(-z))`.
    pub(super) share: f64,
    /// What is left to 1.
    pub(super) rest: f64,
    /// The logarithm of the share.
    pub(super) log: f64,
}

impl Logistic {
    pub(super) fn at(z: f64) -> Self {
        // The exponent is never positive: nothing overflows.
        let small = (-z.abs()).exp();
        let (large, little) = (1.0 / (1.0 + small), small / (1.0 + small));
        let (share, rest) = if z >= 0.0 { (large, little) } else { (little, large) };
        Self { share, rest, log: z.min(0.0) - small.ln_1p() }
    }

    /// How the logarithm bends down.
    pub(super) fn bend(self) -> f64 {
        self.share * self.rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_out_nothing_is_lost() {
        assert!((Logistic::at(-800.0).log + 800.0).abs() < 1e-9);
        assert!(Logistic::at(800.0).log.abs() < 1e-12 && Logistic::at(-800.0).share >= 0.0);
        assert!(Logistic::at(40.0).rest > 0.0, "1 less what is nearly 1 would be nothing");
        for z in [-3.0, -0.5, 0.0, 2.0] {
            let here = Logistic::at(z);
            assert!((here.share.ln() - here.log).abs() < 1e-12);
            assert!((here.share + here.rest - 1.0).abs() < 1e-12);
        }
    }
}
