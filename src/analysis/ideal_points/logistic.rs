//! The logistic function, and how it bends.

/// `1 / (1 + exp(-z))`.
pub(super) fn share(z: f64) -> f64 {
    // The exponent is never positive: nothing overflows.
    let small = (-z.abs()).exp();
    if z >= 0.0 { 1.0 / (1.0 + small) } else { small / (1.0 + small) }
}

/// The logarithm of [`share`].
pub(super) fn log_share(z: f64) -> f64 {
    z.min(0.0) - (-z.abs()).exp().ln_1p()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_out_nothing_is_lost() {
        assert!((log_share(-800.0) + 800.0).abs() < 1e-9);
        assert!(log_share(800.0).abs() < 1e-12 && share(-800.0) >= 0.0);
        for z in [-3.0, -0.5, 0.0, 2.0] {
            assert!((share(z).ln() - log_share(z)).abs() < 1e-12);
            assert!((share(z) + share(-z) - 1.0).abs() < 1e-12);
        }
    }
}
