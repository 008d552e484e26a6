//! A stretch of a graph's statements: columns that never change, and over them what was taken back since.

use std::sync::Arc;

use crate::model::{Date, NodeId, StatementId, StatementRef};

use super::columns::Columns;
use super::overlay::Overlay;
use super::row::Row;
use super::run::between;

/// Statements that follow one another, shared between the graphs that hold them.
#[derive(Debug, Clone)]
pub(crate) struct Segment {
    /// How many statements other segments hold before it.
    base: u32,
    pub(super) columns: Arc<Columns>,
    pub(super) overlay: Option<Arc<Overlay>>,
}

impl Segment {
    pub(super) fn new(base: u32, columns: Columns) -> Self {
        Self { base, columns: Arc::new(columns), overlay: None }
    }

    /// With these of its rows taken back.
    pub(super) fn without(&self, rows: impl IntoIterator<Item = (u32, Date)>) -> Self {
        let mut overlay = self.overlay.as_deref().cloned().unwrap_or_default();
        for (row, date) in rows {
            overlay.add(row, date, &self.columns);
        }
        Self { overlay: Some(Arc::new(overlay)), ..self.clone() }
    }

    /// Whether so much was taken back that it is better written into the columns.
    ///
    /// A retraction copies what lies over the columns; twice the square root of their length keeps that and the writing
    /// in balance.
    pub(super) fn is_burdened(&self) -> bool {
        let taken_back = self.overlay.as_ref().map_or(0, |overlay| overlay.len());
        taken_back.saturating_mul(taken_back) > self.len().saturating_mul(4)
    }

    pub(super) fn len(&self) -> usize {
        self.columns.len()
    }

    /// A statement by its row; `None` beyond the last one.
    #[inline]
    pub(super) fn get(&self, row: u32) -> Option<StatementRef<'_>> {
        let statement = self.columns.get(row)?;
        match self.overlay.as_ref().and_then(|overlay| overlay.date(row)) {
            None => Some(statement),
            retracted => Some(StatementRef { retracted, ..statement }),
        }
    }

    /// All statements, in order of entry.
    pub(in crate::graph) fn statements(&self) -> impl Iterator<Item = StatementRef<'_>> {
        (0..).map_while(|row| self.get(row))
    }

    /// How many statements other segments hold before it.
    pub(crate) const fn base(&self) -> u32 {
        self.base
    }

    /// Rows on a target, by holder and date.
    #[inline]
    pub(crate) fn on(&self, target: NodeId) -> &[Row] {
        let laid_over = self.overlay.as_ref().and_then(|overlay| overlay.on(target));
        laid_over.unwrap_or_else(|| self.columns.on(target))
    }

    /// Rows of a voice, by date: a holder's own and, of a nation or organization, those made on its behalf.
    #[inline]
    pub(crate) fn by(&self, voice: NodeId) -> &[Row] {
        let laid_over = self.overlay.as_ref().and_then(|overlay| overlay.by(voice));
        laid_over.unwrap_or_else(|| self.columns.by(voice))
    }

    /// Rows of one holder on one target, by date; without those made on the holder's behalf.
    pub(super) fn between(&self, holder: NodeId, target: NodeId) -> &[Row] {
        between(self.on(target), holder)
    }

    /// Whether some statements were made by others on behalf of this node.
    pub(super) fn has_spokesmen(&self, power: NodeId) -> bool {
        self.columns.spoken_for.binary_search(&power).is_ok()
    }

    /// Statements that name a proposal without a stance on it, in order of entry.
    pub(in crate::graph) fn bearing(&self, proposal: NodeId) -> impl Iterator<Item = StatementId> {
        let bearing = &self.columns.bearing;
        let start = bearing.partition_point(|(node, _)| *node < proposal);
        let rest = bearing.get(start..).unwrap_or_default();
        let own = rest.iter().take_while(move |(node, _)| *node == proposal);
        own.map(|(_, row)| StatementId::new(self.base + row))
    }

    pub(crate) const fn numbered(&self, row: Row) -> StatementId {
        StatementId::new(self.base + row.entry())
    }

    /// Bytes kept, but for the texts that few statements have.
    pub(super) fn bytes(&self) -> usize {
        self.columns.bytes() + self.overlay.as_ref().map_or(0, |overlay| overlay.bytes())
    }
}
