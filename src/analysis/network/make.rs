//! From coded statements to a network.

use super::coding::{Coding, Member, Row};
use super::filter::Kept;
use super::network::{Frame, Network};
use super::one_mode::one_mode;
use super::tally::Tally;
use super::two_mode::two_mode;
use super::{Mode, NetworkError, Over, Settings};

impl Coding {
    /// The network of these statements.
    ///
    /// # Errors
    /// [`NetworkError`] where aggregation or normalization does not fit the mode.
    ///
    /// # Complexity
    /// O(n log n) for `n` statements, and the square of the nodes of each column.
    pub fn network(&self, settings: &Settings) -> Result<Network, NetworkError> {
        settings.check(self.scale.len())?;
        let Kept { rows, shown } = self.filtered(settings);
        Ok(self.of_rows(settings, shown.as_deref().unwrap_or(&rows), &rows, |_| 1.0, None))
    }

    /// The network over some rows, in which all nodes of others are shown; each row counts as much as its weight.
    pub(super) fn of_rows(
        &self,
        settings: &Settings,
        shown: &[Row],
        rows: &[Row],
        weight: impl Fn(&Row) -> f64,
        frame: Option<Frame>,
    ) -> Network {
        let signed = |level| self.scale.signed(level);
        self.with_levels(settings, shown, rows, weight, signed, frame)
    }

    /// [`of_rows`](Self::of_rows), where a level adds something else to a net than its value.
    pub(super) fn with_levels(
        &self,
        settings: &Settings,
        shown: &[Row],
        rows: &[Row],
        weight: impl Fn(&Row) -> f64,
        signed: impl Fn(u32) -> f64,
        frame: Option<Frame>,
    ) -> Network {
        let turned = settings.mode == Mode::Targets;
        let turn =
            |row: &Row| if turned { Row { holder: row.target, target: row.holder, ..*row } } else { *row };
        let (holders, targets) = if turned {
            (&self.targets.list, &self.holders.list)
        } else {
            (&self.holders.list, &self.targets.list)
        };
        let shown: Vec<Row> = shown.iter().map(turn).collect();
        let (left, right) = (
            Places::new(holders, shown.iter().map(|row| row.holder)),
            Places::new(targets, shown.iter().map(|row| row.target)),
        );
        let place = |row: &Row| Row { holder: left.of(row.holder), target: right.of(row.target), ..*row };
        let mut kept: Vec<Row> = rows.iter().map(|row| place(&turn(row))).collect();
        kept.sort_by_key(|row| (row.holder, row.target, row.statement));
        let weighed = kept.iter().map(|row| (*row, weight(row)));
        let tally = Tally::new(weighed, left.members.len(), right.members.len());
        let edges = if settings.mode.is_one_mode() {
            one_mode(&tally, &self.scale, settings)
        } else {
            two_mode(&tally, &self.scale, settings, signed)
        };
        Network {
            settings: settings.clone(),
            over: Over::Statements,
            counted: None,
            scale: self.scale.clone(),
            count: kept.len(),
            rows: left.members,
            columns: right.members,
            edges,
            kept,
            frame,
        }
    }
}

/// Nodes in the order of their names, and the place of each.
struct Places {
    members: Vec<Member>,
    places: Vec<u32>,
}

impl Places {
    fn new(all: &[Member], shown: impl Iterator<Item = u32>) -> Self {
        let mut is_shown = vec![false; all.len()];
        shown.for_each(|number| is_shown[number as usize] = true);
        let mut order: Vec<usize> = (0..all.len()).filter(|&number| is_shown[number]).collect();
        order.sort_by(|&a, &b| all[a].cmp(&all[b]));
        let mut places = vec![u32::MAX; all.len()];
        for (place, &number) in (0..).zip(&order) {
            places[number] = place;
        }
        Self { members: order.into_iter().map(|number| all[number].clone()).collect(), places }
    }

    fn of(&self, number: u32) -> u32 {
        self.places[number as usize]
    }
}
