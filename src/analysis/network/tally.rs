//! Counts: how often each holder is on record on each target at each level.

use super::coding::Row;

/// How many statements a row has in a column at a level; in part where they are weighed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cell {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) level: u32,
    pub(super) count: f64,
}

/// The counts that are not 0, in the order of rows and of columns.
#[derive(Debug)]
pub(super) struct Tally {
    by_row: Stretches,
    by_column: Stretches,
    pub(super) rows: usize,
    pub(super) columns: usize,
}

/// Cells with the place at which those of each row, or column, begin.
#[derive(Debug)]
struct Stretches {
    cells: Vec<Cell>,
    starts: Vec<usize>,
}

impl Stretches {
    fn new(mut cells: Vec<Cell>, count: usize, of: fn(&Cell) -> (u32, u32, u32)) -> Self {
        cells.sort_unstable_by_key(of);
        let own = |number: usize| cells.partition_point(|cell| (of(cell).0 as usize) < number);
        let starts = (0..=count).map(own).collect();
        Self { cells, starts }
    }

    fn of(&self, number: usize) -> &[Cell] {
        let ends = self.starts.get(number).copied().zip(self.starts.get(number + 1).copied());
        ends.and_then(|(start, end)| self.cells.get(start..end)).unwrap_or_default()
    }
}

impl Tally {
    /// Adds up weighed statements; holders are the rows and targets the columns.
    ///
    /// # Complexity
    /// O(n log n) for `n` statements.
    pub(super) fn new(weighed: impl Iterator<Item = (Row, f64)>, rows: usize, columns: usize) -> Self {
        let of = |(row, weight): (Row, f64)| Cell {
            row: row.holder,
            column: row.target,
            level: row.level,
            count: weight,
        };
        let mut cells: Vec<Cell> = weighed.map(of).collect();
        cells.sort_by_key(|cell| (cell.row, cell.column, cell.level));
        cells.dedup_by(|next, first| {
            let same = (next.row, next.column, next.level) == (first.row, first.column, first.level);
            if same {
                first.count += next.count;
            }
            same
        });
        let by_column = Stretches::new(cells.clone(), columns, |cell| (cell.column, cell.row, cell.level));
        let by_row = Stretches::new(cells, rows, |cell| (cell.row, cell.column, cell.level));
        Self { by_row, by_column, rows, columns }
    }

    /// The cells of a row, by column and level.
    pub(super) fn row(&self, number: usize) -> &[Cell] {
        self.by_row.of(number)
    }

    /// The cells of a column, by row and level.
    pub(super) fn column(&self, number: usize) -> &[Cell] {
        self.by_column.of(number)
    }

    /// The cells of a column in rows after one.
    pub(super) fn column_after(&self, number: usize, row: u32) -> &[Cell] {
        let cells = self.column(number);
        let start = cells.partition_point(|cell| cell.row <= row);
        cells.get(start..).unwrap_or_default()
    }

    /// The sum of a row.
    pub(super) fn total(&self, number: usize) -> f64 {
        self.row(number).iter().map(|cell| cell.count).sum()
    }
}
