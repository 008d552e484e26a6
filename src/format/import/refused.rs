//! Rows at fault.

use crate::graph::{Fault, FaultKind};
use crate::model::Place;

/// The rows at fault, in the order of the file, and how many there are in all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Refused {
    listed: Vec<Fault>,
    count: u64,
}

impl Refused {
    /// The most rows that are listed; the others are counted.
    pub const MAX_LISTED: usize = 100_000;

    /// What is wrong with each row, in the order of the file.
    pub fn listed(&self) -> &[Fault] {
        &self.listed
    }

    /// How many rows were refused.
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// Adds those that come behind.
    pub(super) fn append(&mut self, behind: Self) {
        self.count += behind.count;
        let room = Self::MAX_LISTED.saturating_sub(self.listed.len());
        self.listed.extend(behind.listed.into_iter().take(room));
    }

    pub(super) fn add(&mut self, kind: FaultKind, place: Place, message: impl Into<String>) {
        self.count += 1;
        if self.listed.len() < Self::MAX_LISTED {
            self.listed.push(Fault::new(kind, place, message));
        }
    }
}
