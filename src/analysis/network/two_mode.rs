//! Edges between holders and targets.

use super::edge::Edge;
use super::scale::Scale;
use super::tally::{Cell, Tally};
use super::{Aggregation, Normalization, Settings};

/// The edges that are not 0, by row and column. `signed` is what a level adds to a net.
///
/// # Complexity
/// O(n) for `n` cells.
pub(super) fn two_mode(
    tally: &Tally,
    scale: &Scale,
    settings: &Settings,
    signed: impl Fn(u32) -> f64,
) -> Vec<Edge> {
    let levels = u32::try_from(scale.len()).unwrap_or(u32::MAX);
    let weight = |cells: &[Cell]| -> f64 {
        match settings.aggregation {
            Aggregation::Subtract => cells.iter().map(|cell| cell.count * signed(cell.level)).sum(),
            Aggregation::Combine => cells.iter().map(|cell| bit(levels, cell.level)).sum(),
            _ => cells.iter().map(|cell| cell.count).sum(),
        }
    };
    // Where levels are combined a pair counts once, however often it is on record.
    let share = |cells: &[Cell]| -> f64 {
        if settings.aggregation == Aggregation::Combine {
            1.0
        } else {
            cells.iter().map(|cell| cell.count).sum()
        }
    };
    let (mut activity, mut prominence) = (vec![0.0; tally.rows], vec![0.0; tally.columns]);
    let pairs = || (0..tally.rows).flat_map(|row| tally.row(row).chunk_by(|a, b| a.column == b.column));
    for cells in pairs() {
        let [first, ..] = cells else { continue };
        activity[first.row as usize] += share(cells);
        prominence[first.column as usize] += share(cells);
    }
    let of = |cells: &[Cell]| {
        let first = cells.first()?;
        let divisor = match settings.normalization {
            Normalization::Activity => activity[first.row as usize],
            Normalization::Prominence => prominence[first.column as usize],
            _ => 1.0,
        };
        let weight = if divisor == 0.0 { 0.0 } else { weight(cells) / divisor };
        (weight != 0.0).then_some(Edge { row: first.row, column: first.column, weight })
    };
    pairs().filter_map(of).collect()
}

/// The bit that stands for a level: the lowest level has the highest bit.
fn bit(levels: u32, level: u32) -> f64 {
    2f64.powi(i32::try_from(levels.saturating_sub(level + 1)).unwrap_or(i32::MAX))
}
