//! Networks over time in which near statements count more than far ones.

use std::f64::consts::PI;

use crate::model::word::code_words;

use super::coding::{Coding, Row};
use super::network::{Frame, Network};
use super::{Aggregation, Moving, NetworkError, Rules, Settings};

/// How much a statement counts by its distance from the middle of a window.
///
/// With `d` the whole units between both and `w` the width of the window, `u = 2 d / w`:
///
/// | | weight |
/// |---|---|
/// | uniform | 1/2 |
/// | epanechnikov | 3/4 (1 - u²) |
/// | triangular | 1 - \|u\| |
/// | gaussian | the density of the standard normal distribution at `u` |
///
/// Only statements within the window count, ends included; for gaussian all do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kernel {
    /// All within the window alike.
    Uniform,
    /// Falling off with the square of the distance.
    Epanechnikov,
    /// Falling off with the distance.
    Triangular,
    /// As the normal distribution does.
    Gaussian,
}

code_words!(Kernel, "kernel", {
    Uniform = 0 "uniform", Epanechnikov = 1 "epanechnikov", Triangular = 2 "triangular", Gaussian = 3 "gaussian",
});

impl Kernel {
    /// The weight at a distance of `u` half windows.
    fn at(self, u: f64, rules: Rules) -> f64 {
        match self {
            Self::Uniform => 0.5,
            Self::Epanechnikov => 0.75 * (1.0 - u * u),
            Self::Triangular if rules == Rules::Dna => (1.0 - u).abs(),
            Self::Triangular => 1.0 - u.abs(),
            Self::Gaussian => (-0.5 * u * u).exp() / (2.0 * PI).sqrt(),
        }
    }

    /// How much a statement counts in a window.
    fn weight(self, row: &Row, frame: Frame, window: Moving, rules: Rules) -> f64 {
        let Some(said) = row.said.filter(|_| self == Self::Gaussian || frame.holds(row)) else { return 0.0 };
        let units = said.first.half_way_to(said.last).whole_units(frame.time, window.unit);
        #[expect(clippy::cast_precision_loss, reason = "units between two years of the calendar")]
        let u = 2.0 * units as f64 / f64::from(window.width);
        self.at(u, rules).max(0.0)
    }
}

impl Coding {
    /// A network for each place of a moving window, with all nodes in each; statements count by a kernel.
    ///
    /// With `z` the weight of a statement, an edge of a holder and a target is the sum of `z`, signed where for and
    /// against are subtracted; an edge of two holders is the sum, over pairs of statements on one target, of
    /// `sqrt(z z')` times what the pair adds without a kernel. Divisors add up the same weights. The number of statements
    /// is that of those with a weight.
    ///
    /// # Errors
    /// As [`moving`](Self::moving); [`NetworkError::Smoothed`] for levels that are combined.
    ///
    /// # Complexity
    /// That of a network over all statements, for each window.
    ///
    /// # Source
    /// Leifeld, Henrichsen, Buckton, Fergie and Hilton (2022), Temporal smoothing of discourse networks.
    pub fn smoothed(
        &self,
        settings: &Settings,
        window: Moving,
        kernel: Kernel,
    ) -> Result<Vec<Network>, NetworkError> {
        settings.check(self.scale.len())?;
        if settings.aggregation == Aggregation::Combine {
            return Err(NetworkError::Smoothed { aggregation: settings.aggregation });
        }
        let kept = self.filtered(settings);
        let frames = window.frames(&kept.rows)?;
        let shown = kept.shown.as_deref().unwrap_or(&kept.rows);
        let network = |frame: Frame| self.smoothed_at(settings, window, kernel, (shown, &kept.rows), frame);
        Ok(frames.into_iter().map(network).collect())
    }

    fn smoothed_at(
        &self,
        settings: &Settings,
        window: Moving,
        kernel: Kernel,
        (shown, rows): (&[Row], &[Row]),
        frame: Frame,
    ) -> Network {
        let rules = settings.rules;
        let weight = |row: &Row| kernel.weight(row, frame, window, rules);
        let weighed: Vec<Row> = rows.iter().filter(|row| weight(row) > 0.0).copied().collect();
        // Since sqrt(z z') is sqrt(z) sqrt(z'), the sums over pairs are products of sums.
        let counted = |row: &Row| if settings.mode.is_one_mode() { weight(row).sqrt() } else { weight(row) };
        let signed = |level| match rules {
            Rules::Dna => self.scale.place_as_text(level),
            Rules::Sound => self.scale.signed(level),
        };
        let mut network = self.with_levels(settings, shown, &weighed, counted, signed, Some(frame));
        if rules == Rules::Dna {
            network.count = 0;
        }
        network
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kernel: Kernel, at: [f64; 3]) {
        for (u, expected) in [0.0, 0.5, 1.0].into_iter().zip(at) {
            assert!((kernel.at(u, Rules::Sound) - expected).abs() < 1e-12, "{kernel} at {u}");
        }
    }

    #[test]
    fn kernels_fall_off_as_they_are_defined() {
        check(Kernel::Uniform, [0.5, 0.5, 0.5]);
        check(Kernel::Epanechnikov, [0.75, 0.5625, 0.0]);
        check(Kernel::Triangular, [1.0, 0.5, 0.0]);
        // From a table of the standard normal distribution.
        check(Kernel::Gaussian, [0.398_942_280_401_432_7, 0.352_065_326_764_299_5, 0.241_970_724_519_143_37]);
    }

    #[test]
    fn each_kernel_but_the_peers_triangle_is_symmetric() {
        for kernel in Kernel::ALL {
            assert_eq!(kernel.at(0.5, Rules::Sound).to_bits(), kernel.at(-0.5, Rules::Sound).to_bits());
        }
    }
}
