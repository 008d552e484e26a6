//! Edges between nodes of one sort, by what they have in common.

use std::ops::Range;

use super::edge::Edge;
use super::scale::Scale;
use super::tally::{Cell, Tally};
use super::{Aggregation, Normalization, Rules, Settings};

/// What two rows have in common.
#[derive(Debug, Clone, Copy, Default)]
struct Overlap {
    /// Products of counts on common columns.
    product: f64,
    /// The same by how alike the levels are.
    similar: f64,
    /// Sums of counts where both have the level.
    sums: f64,
    /// Products of counts where both have the level.
    products: f64,
}

/// Weighs pairs of rows.
#[derive(Debug)]
struct Weigher<'t> {
    tally: &'t Tally,
    settings: &'t Settings,
    /// How alike levels are.
    similarity: Vec<Vec<f64>>,
    /// Whether rows differ by what only one of them has.
    is_categorical: bool,
    totals: Vec<f64>,
    lengths: Vec<f64>,
}

/// The edges that are not 0, by their two ends, the lower one first.
///
/// # Complexity
/// O(sum over columns of the square of its cells) time, O(rows) memory beside the edges; conflict between categories
/// looks at every pair.
pub(super) fn one_mode(tally: &Tally, scale: &Scale, settings: &Settings) -> Vec<Edge> {
    all_rows(&Weigher::new(tally, scale, settings))
}

#[cfg(not(feature = "parallel"))]
fn all_rows(weigher: &Weigher<'_>) -> Vec<Edge> {
    weigher.rows(0..weigher.tally.rows)
}

/// Each thread weighs stretches of rows; the edges stay in their order.
#[cfg(feature = "parallel")]
fn all_rows(weigher: &Weigher<'_>) -> Vec<Edge> {
    use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
    let stretches = crate::analysis::stretches(weigher.tally.rows);
    let edges: Vec<Vec<Edge>> = stretches.into_par_iter().map(|rows| weigher.rows(rows)).collect();
    edges.concat()
}

impl<'t> Weigher<'t> {
    fn new(tally: &'t Tally, scale: &Scale, settings: &'t Settings) -> Self {
        let levels = || (0..).zip(0..scale.len()).map(|(level, _)| level);
        let similarity: Vec<Vec<f64>> =
            levels().map(|left| levels().map(|right| scale.similarity(left, right)).collect()).collect();
        let totals = (0..tally.rows).map(|row| tally.total(row)).collect();
        let ignores = settings.aggregation == Aggregation::Ignore;
        let lengths =
            (0..tally.rows).map(|row| length(tally.row(row), (!ignores).then_some(&similarity))).collect();
        Self { tally, settings, similarity, is_categorical: scale.is_categorical(), totals, lengths }
    }

    /// The edges of some rows to later ones, in order.
    fn rows(&self, rows: Range<usize>) -> Vec<Edge> {
        let mut scratch = vec![Overlap::default(); self.tally.rows];
        let mut edges = Vec::new();
        for row in rows {
            let number = u32::try_from(row).unwrap_or(u32::MAX);
            self.add_row(number, row, &mut scratch, &mut edges);
        }
        edges
    }

    /// The edges of a row to later ones. The scratch is empty before and after.
    fn add_row(&self, number: u32, row: usize, scratch: &mut [Overlap], edges: &mut Vec<Edge>) {
        for cell in self.tally.row(row) {
            let alike = &self.similarity[cell.level as usize];
            for other in self.tally.column_after(cell.column as usize, number) {
                scratch[other.row as usize].add(*cell, *other, alike[other.level as usize]);
            }
        }
        for (to, overlap) in (0..).zip(&mut *scratch).skip(row + 1) {
            let overlap = std::mem::take(overlap);
            let weight = self.weight(overlap, row, to);
            if weight != 0.0 {
                edges.push(Edge { row: number, column: u32::try_from(to).unwrap_or(u32::MAX), weight });
            }
        }
    }

    fn weight(&self, overlap: Overlap, row: usize, other: usize) -> f64 {
        let conflict = if self.is_categorical {
            self.totals[row] + self.totals[other] - overlap.sums
        } else {
            overlap.product - overlap.similar
        };
        let weight = match self.settings.aggregation {
            Aggregation::Congruence => overlap.similar,
            Aggregation::Conflict => conflict,
            Aggregation::Subtract => overlap.similar - conflict,
            Aggregation::Ignore | Aggregation::Combine => overlap.product,
        };
        if weight == 0.0 {
            return 0.0;
        }
        let divisor = self.divisor(overlap, row, other);
        if divisor == 0.0 { 0.0 } else { weight / divisor }
    }

    fn divisor(&self, overlap: Overlap, row: usize, other: usize) -> f64 {
        let (total, other_total) = (self.totals[row], self.totals[other]);
        match self.settings.normalization {
            Normalization::Average => f64::midpoint(total, other_total),
            Normalization::Jaccard => total + other_total - overlap.sums + overlap.products,
            Normalization::Cosine if self.settings.rules == Rules::Dna => total * other_total,
            Normalization::Cosine => self.lengths[row] * self.lengths[other],
            Normalization::None | Normalization::Activity | Normalization::Prominence => 1.0,
        }
    }
}

impl Overlap {
    #[inline]
    fn add(&mut self, cell: Cell, other: Cell, alike: f64) {
        let product = cell.count * other.count;
        self.product += product;
        self.similar += product * alike;
        if cell.level == other.level {
            self.sums += cell.count + other.count;
            self.products += product;
        }
    }
}

/// The length of a row's vector: the root of what it has in common with itself, by how alike levels are or whatever they
/// are.
fn length(cells: &[Cell], similarity: Option<&Vec<Vec<f64>>>) -> f64 {
    let alike = |left: &Cell, right: &Cell| {
        similarity.map_or(1.0, |similarity| similarity[left.level as usize][right.level as usize])
    };
    let mut square = 0.0;
    for column in cells.chunk_by(|a, b| a.column == b.column) {
        for left in column {
            square += column.iter().map(|right| left.count * right.count * alike(left, right)).sum::<f64>();
        }
    }
    square.sqrt()
}
