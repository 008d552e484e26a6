//! The network itself: nodes, edges, and what they were made of.

use crate::analysis::Time;
use crate::model::StatementId;

use super::coding::{Member, Row};
use super::edge::{Behind, Edge};
use super::scale::Scale;
use super::{Aggregation, Nodes, Over, Qualifier, Settings};

/// The window that a network shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Its first second.
    pub start: Time,
    /// Its middle.
    pub time: Time,
    /// Its last second.
    pub stop: Time,
}

/// Who stands with whom, or who stands where on what: nodes in the order of their names, edges with weights, and the
/// statements behind each edge.
///
/// Carries the settings it was made with, and whether it is over statements or over positions.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    pub(super) settings: Settings,
    pub(super) over: Over,
    /// Under whose name statements were counted, and by which qualifier; of statements from outside a graph nobody says.
    pub(super) counted: Option<(Nodes, Qualifier)>,
    pub(super) scale: Scale,
    pub(super) rows: Vec<Member>,
    /// The other sort of nodes; what rows have in common where they are joined to each other.
    pub(super) columns: Vec<Member>,
    pub(super) edges: Vec<Edge>,
    /// The statements that count, by row and column as their numbers.
    pub(super) kept: Vec<Row>,
    pub(super) count: usize,
    pub(super) frame: Option<Frame>,
}

impl Network {
    /// What it was made with.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether its edges are over statements or over positions.
    pub const fn over(&self) -> Over {
        self.over
    }

    /// Under whose name statements were counted, and by which qualifier; `None` for statements from outside a graph.
    pub const fn counted(&self) -> Option<(Nodes, Qualifier)> {
        self.counted
    }

    /// Its nodes by name; of a network of two sorts, the first sort.
    pub fn rows(&self) -> &[Member] {
        &self.rows
    }

    /// The second sort of nodes by name; the nodes themselves where there is only one sort.
    pub fn columns(&self) -> &[Member] {
        if self.is_one_mode() { &self.rows } else { &self.columns }
    }

    /// Whether nodes of one sort are joined.
    pub const fn is_one_mode(&self) -> bool {
        self.settings.mode.is_one_mode()
    }

    /// The edges by their ends; between nodes of one sort each once, the end of the lower place first. What has nothing in
    /// common has no edge.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// How many statements, or positions, it was made of.
    pub const fn statement_count(&self) -> usize {
        self.count
    }

    /// The window that it shows, of a series.
    pub const fn frame(&self) -> Option<Frame> {
        self.frame
    }

    /// The statements that it was made of, by row and column.
    pub fn statements(&self) -> impl Iterator<Item = StatementId> + '_ {
        self.kept.iter().map(|row| row.statement)
    }

    /// How many statements are counted under each node: the rows, then, of two sorts of nodes, the columns.
    pub fn statement_counts(&self) -> Vec<usize> {
        let second = if self.is_one_mode() { 0 } else { self.columns.len() };
        let mut counts = vec![0; self.rows.len() + second];
        for row in &self.kept {
            counts[row.holder as usize] += 1;
            if second > 0 {
                counts[self.rows.len() + row.target as usize] += 1;
            }
        }
        counts
    }

    /// The weights in the order of rows and columns, 0 where there is no edge.
    pub fn matrix(&self) -> Vec<Vec<f64>> {
        let mut matrix = vec![vec![0.0; self.columns().len()]; self.rows.len()];
        for edge in &self.edges {
            let (row, column) = (edge.row as usize, edge.column as usize);
            matrix[row][column] = edge.weight;
            if self.is_one_mode() {
                matrix[column][row] = edge.weight;
            }
        }
        matrix
    }

    /// The weight between two nodes by key; `None` where there is no edge.
    pub fn weight_between(&self, left: &str, right: &str) -> Option<f64> {
        self.edge_between(left, right).map(|edge| edge.weight)
    }

    /// The edge between two nodes by key, in either order between nodes of one sort.
    pub fn edge_between(&self, left: &str, right: &str) -> Option<&Edge> {
        let place = |list: &[Member], key: &str| {
            let at = list.iter().position(|member| member.key == key)?;
            u32::try_from(at).ok()
        };
        let (row, column) = (place(&self.rows, left)?, place(self.columns(), right)?);
        let ends = if self.is_one_mode() { (row.min(column), row.max(column)) } else { (row, column) };
        let at = self.edges.binary_search_by_key(&ends, |edge| (edge.row, edge.column)).ok()?;
        self.edges.get(at)
    }

    /// What an edge of this network rests on, by what its ends have in common, in the order of names.
    ///
    /// Of two nodes of one sort these are the statements of both on each target (of targets: of each holder on both) that
    /// add to the weight: levels that are not alike at all for congruence, or the same for conflict, are left out.
    ///
    /// # Complexity
    /// O(s + log n) for the `s` statements of both ends among `n`.
    pub fn behind(&self, edge: &Edge) -> Vec<Behind<'_>> {
        let told = |(column, left, right): (u32, &[Row], &[Row])| {
            let ids = |own, others| {
                let mut ids: Vec<StatementId> = self.adding(own, others).map(|row| row.statement).collect();
                ids.sort_unstable();
                ids
            };
            let (left, right) = (ids(left, right), ids(right, left));
            let common =
                self.columns.get(column as usize).filter(|_| !(left.is_empty() && right.is_empty()))?;
            Some(Behind { common, left, right })
        };
        self.common(edge).filter_map(told).collect()
    }

    /// When what is behind an edge was said, at the earliest and at the latest.
    pub(crate) fn dates_behind(&self, edge: &Edge) -> Option<(Time, Time)> {
        let said = self.common(edge).flat_map(|(_, left, right)| {
            self.adding(left, right).chain(self.adding(right, left)).filter_map(|row| row.said)
        });
        let widest = |(first, last): (Time, Time), said: (Time, Time)| (first.min(said.0), last.max(said.1));
        said.map(|said| (said.first, said.last)).reduce(widest)
    }

    /// The statements of both ends of an edge, column by column; those of a holder on a target have no other end.
    fn common<'n>(&'n self, edge: &Edge) -> Box<dyn Iterator<Item = (u32, &'n [Row], &'n [Row])> + 'n> {
        let (column, own) = (edge.column, self.rows_of(edge.row));
        if !self.is_one_mode() {
            return Box::new(std::iter::once((column, on_column(own, column), &[][..])));
        }
        let (mut left, mut right) = (own, self.rows_of(column));
        Box::new(std::iter::from_fn(move || {
            let column = [left, right].iter().filter_map(|rows| rows.first()).map(|row| row.target).min()?;
            Some((column, take_column(&mut left, column), take_column(&mut right, column)))
        }))
    }

    /// Those of the statements on one column that add to the weight with some of the other end's.
    fn adding<'n>(&'n self, own: &'n [Row], others: &'n [Row]) -> impl Iterator<Item = &'n Row> + 'n {
        let is_one_mode = self.is_one_mode();
        own.iter().filter(move |row| match self.settings.aggregation {
            _ if !is_one_mode => true,
            Aggregation::Congruence => others.iter().any(|other| self.alike(row, other) > 0.0),
            // A category that the other end does not have adds to the conflict, whether it has others or none.
            Aggregation::Conflict if self.scale.is_categorical() => {
                !others.iter().any(|other| other.level == row.level)
            }
            Aggregation::Subtract if self.scale.is_categorical() => true,
            Aggregation::Conflict => others.iter().any(|other| self.alike(row, other) < 1.0),
            _ => !others.is_empty(),
        })
    }

    fn alike(&self, left: &Row, right: &Row) -> f64 {
        self.scale.similarity(left.level, right.level)
    }

    fn rows_of(&self, row: u32) -> &[Row] {
        let start = self.kept.partition_point(|kept| kept.holder < row);
        let end = self.kept.partition_point(|kept| kept.holder <= row);
        self.kept.get(start..end).unwrap_or_default()
    }
}

fn on_column(rows: &[Row], column: u32) -> &[Row] {
    let start = rows.partition_point(|row| row.target < column);
    let end = rows.partition_point(|row| row.target <= column);
    rows.get(start..end).unwrap_or_default()
}

/// The first rows, as far as they are on a column, which they no longer are among.
fn take_column<'r>(rows: &mut &'r [Row], column: u32) -> &'r [Row] {
    let end = rows.iter().take_while(|row| row.target == column).count();
    let (taken, rest) = rows.split_at(end);
    *rows = rest;
    taken
}
