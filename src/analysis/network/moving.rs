//! Networks over time: one for each place of a window that moves over the statements.

use crate::analysis::{Time, Unit};

use super::coding::{Coding, Row};
use super::network::{Frame, Network};
use super::{NetworkError, Settings};

/// A window that moves over time by one unit a step.
///
/// With a width of `w` units it reaches `h = round((w - 1) / 2)` units, halves up, to either side of its middle, both
/// ends within. The first one begins with the first statement that counts; only windows that end by the last one are
/// made. A window without a statement is an empty network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moving {
    /// In what it is measured and moves.
    pub unit: Unit,
    /// How wide it is.
    pub width: u32,
}

impl Moving {
    /// A window of so many units.
    pub const fn new(width: u32, unit: Unit) -> Self {
        Self { unit, width }
    }

    /// How far it reaches to either side.
    pub(super) const fn half(self) -> i64 {
        (self.width / 2) as i64
    }

    /// The windows over the stretch that these statements span.
    pub(super) fn frames(self, rows: &[Row]) -> Result<Vec<Frame>, NetworkError> {
        if self.width == 0 {
            return Err(NetworkError::NoWidth);
        }
        let first = rows.iter().filter_map(|row| row.said).map(|said| said.first).min();
        let last = rows.iter().filter_map(|row| row.said).map(|said| said.last).max();
        let Some((first, last)) = first.zip(last) else { return Ok(Vec::new()) };
        let frames = (0..).map_while(|step| self.frame(first, step)).take_while(|frame| frame.stop <= last);
        Ok(frames.collect())
    }

    /// The window so many steps after the first. Each is counted from the first one, so that no short month shortens the
    /// ones after it.
    fn frame(self, first: Time, step: i64) -> Option<Frame> {
        let after = |units: i64| first.plus(step + units, self.unit);
        Some(Frame { start: after(0)?, time: after(self.half())?, stop: after(2 * self.half())? })
    }
}

impl Frame {
    /// Whether a statement certainly lies in it.
    pub(super) fn holds(self, row: &Row) -> bool {
        row.said.is_some_and(|said| said.first >= self.start && said.last <= self.stop)
    }
}

impl Coding {
    /// A network for each place of a moving window, each with the nodes of its own statements only.
    ///
    /// Filters come first, over all statements. What is not dated, or known less precisely than a window needs, is in none.
    ///
    /// # Errors
    /// As [`network`](Self::network); [`NetworkError::NoWidth`] for a window of width 0.
    ///
    /// # Complexity
    /// O(n) for each window of `n` statements, and that of a network over those in it.
    pub fn moving(&self, settings: &Settings, window: Moving) -> Result<Vec<Network>, NetworkError> {
        settings.check(self.scale.len())?;
        let rows = self.filtered(settings).rows;
        let network = |frame: Frame| {
            let within: Vec<Row> = rows.iter().filter(|row| frame.holds(row)).copied().collect();
            self.of_rows(settings, &within, &within, |_| 1.0, Some(frame))
        };
        Ok(window.frames(&rows)?.into_iter().map(network).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_window_is_rounded_up() {
        let halves: Vec<i64> = (1..8).map(|width| Moving::new(width, Unit::Days).half()).collect();
        assert_eq!(halves, [0, 1, 1, 2, 2, 3, 3]);
    }
}
