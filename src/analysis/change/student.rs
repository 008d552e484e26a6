//! How far the 95 percent interval of Student's distribution reaches.

use super::trend::REACH;

/// The 97.5 percent points for 1 to 30 degrees of freedom.
const POINTS: [f64; 30] = [
    12.706_205, 4.302_653, 3.182_446, 2.776_445, 2.570_582, 2.446_912, 2.364_624, 2.306_004, 2.262_157,
    2.228_139, 2.200_985, 2.178_813, 2.160_369, 2.144_787, 2.131_450, 2.119_905, 2.109_816, 2.100_922,
    2.093_024, 2.085_963, 2.079_614, 2.073_873, 2.068_658, 2.063_899, 2.059_539, 2.055_529, 2.051_831,
    2.048_407, 2.045_230, 2.042_272,
];

/// The 97.5 percent point for so many degrees of freedom, to five places; beyond thirty by the expansion at the normal one,
/// `z + (z³ + z) / 4n + (5z⁵ + 16z³ + 3z) / 96n² + (3z⁷ + 19z⁵ + 17z³ - 15z) / 384n³`. Without any it is that of one.
///
/// # Source
/// Abramowitz and Stegun (1964), Handbook of mathematical functions, table 26.10 and formula 26.7.5.
pub(super) fn reach(freedom: usize) -> f64 {
    if let Some(point) = POINTS.get(freedom.saturating_sub(1)) {
        return *point;
    }
    let n = f64::from(u32::try_from(freedom).unwrap_or(u32::MAX));
    let z = |power: i32| REACH.powi(power);
    REACH
        + (z(3) + z(1)) / (4.0 * n)
        + (5.0 * z(5) + 16.0 * z(3) + 3.0 * z(1)) / (96.0 * n.powi(2))
        + (3.0 * z(7) + 19.0 * z(5) + 17.0 * z(3) - 15.0 * z(1)) / (384.0 * n.powi(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_those_of_scipy() {
        // scipy.stats.t.ppf(0.975, n)
        let known = [
            (1, 12.706_205),
            (30, 2.042_272),
            (31, 2.039_513_446),
            (40, 2.021_075_390),
            (100, 1.983_971_519),
            (1000, 1.962_339_081),
        ];
        for (freedom, point) in known {
            assert!((reach(freedom) - point).abs() < 3e-6, "{freedom}: {}", reach(freedom));
        }
        assert!((1..200).all(|freedom| reach(freedom) > reach(freedom + 1)));
    }
}
