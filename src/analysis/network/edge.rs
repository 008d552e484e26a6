//! Edges, and the statements behind them.

use crate::model::StatementId;

use super::coding::Member;

/// An edge of a network, its ends by place: of a network of one sort of nodes both among the rows, the lower one first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// The place of one end among the rows.
    pub row: u32,
    /// The place of the other end: among the columns, or among the rows where nodes are of one sort.
    pub column: u32,
    /// Its weight, never 0.
    pub weight: f64,
}

/// What an edge rests on in one of the things that its ends have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Behind<'n> {
    /// What both ends have statements on, or, of targets, who has statements on both.
    pub common: &'n Member,
    /// Statements of the one end, in order of entry.
    pub left: Vec<StatementId>,
    /// Statements of the other end, in order of entry; none where the common thing is the other end.
    pub right: Vec<StatementId>,
}
