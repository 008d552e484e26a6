//! The faults of one file as they are found, up to a limit.

use std::collections::BTreeSet;

use super::MAX_FAULTS;
use crate::graph::{Fault, FaultKind};
use crate::model::Place;

/// Collects the faults of a file. One found again is listed once: a wrong default is met in every record.
#[derive(Debug)]
pub(super) struct Report {
    faults: BTreeSet<Fault>,
    unlisted: usize,
    complete: bool,
}

impl Report {
    pub(super) const fn new() -> Self {
        Self { faults: BTreeSet::new(), unlisted: 0, complete: true }
    }

    /// Lists a fault, or counts it where the list is full.
    pub(super) fn add(&mut self, kind: FaultKind, place: Place, message: impl Into<String>) {
        let fault = Fault::new(kind, place, message);
        if self.faults.len() < MAX_FAULTS {
            self.faults.insert(fault);
        } else if !self.faults.contains(&fault) {
            self.unlisted += 1;
        }
    }

    /// Notes that a fault cost a whole record or more: what is left no longer shows which references dangle.
    pub(super) const fn lose_records(&mut self) {
        self.complete = false;
    }

    /// Whether every record could be read, and the faults in the order of their places.
    pub(super) fn finish(self, file: Place) -> (bool, Vec<Fault>) {
        let mut faults: Vec<Fault> = self.faults.into_iter().collect();
        if self.unlisted > 0 {
            let message = format!("{} more faults are not listed; mend these first", self.unlisted);
            faults.push(Fault::new(FaultKind::TooLarge, file, message));
        }
        (self.complete, faults)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_line(line: u32) -> Place {
        Place { line: Some(line), ..Place::default() }
    }

    #[test]
    fn a_fault_found_twice_is_listed_once() {
        let mut report = Report::new();
        report.add(FaultKind::WrongType, on_line(1), "wrong");
        report.add(FaultKind::WrongType, on_line(1), "wrong");
        assert_eq!(report.finish(Place::default()).1.len(), 1);
    }

    #[test]
    fn past_the_limit_the_last_fault_counts_the_rest() {
        let mut report = Report::new();
        (0..1_234).for_each(|line| report.add(FaultKind::Syntax, on_line(line), "wrong"));
        let (_, faults) = report.finish(Place::default());
        assert_eq!(faults.len(), MAX_FAULTS + 1);
        assert_eq!(faults.last().unwrap().message(), "234 more faults are not listed; mend these first");
    }
}
