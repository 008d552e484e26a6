//! Which statements count, in which order they are left out.

use super::coding::{Coding, Row};
use super::duplicates::drop_duplicates;
use super::{Isolates, Pick, Settings};

/// The statements that count, in order of time; and those whose nodes are shown.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) rows: Vec<Row>,
    /// All within the dates, where isolates are kept.
    pub(super) shown: Option<Vec<Row>>,
}

impl Coding {
    /// The statements within the dates, documents, holders and targets of some settings: what samples are drawn from, so that
    /// all are of one size. Duplicates and rare holders are left to each sample.
    pub(super) fn within(&self, settings: &Settings) -> Self {
        let [holders, targets] = self.picked(settings);
        let fits = |row: &Row| holders[row.holder as usize] && targets[row.target as usize];
        let mut within = self.with_rows(&[]);
        within.rows.extend(self.rows.iter().filter(|row| is_in_range(row, settings) && fits(row)));
        within
    }

    /// Which holders and which targets are taken.
    fn picked(&self, settings: &Settings) -> [Vec<bool>; 2] {
        [(&self.holders, &settings.holders), (&self.targets, &settings.targets)].map(|(members, pick)| {
            members.list.iter().map(|member| pick.takes(member.key.as_str())).collect()
        })
    }

    /// Applies the filters in their order: dates and documents; the order of time, document, place and number; holders and
    /// targets; duplicates; the least number of statements.
    pub(super) fn filtered(&self, settings: &Settings) -> Kept {
        let mut rows: Vec<Row> = self.rows.iter().filter(|row| is_in_range(row, settings)).copied().collect();
        // What has no date comes first: `None` is the least.
        rows.sort_by_key(|row| (row.said, row.document, row.place, row.statement));
        let shown = (settings.isolates == Isolates::Kept).then(|| rows.clone());
        let [holders, targets] = self.picked(settings);
        rows.retain(|row| holders[row.holder as usize] && targets[row.target as usize]);
        drop_duplicates(&mut rows, settings);
        self.drop_rare(&mut rows, settings.minimum);
        Kept { rows, shown }
    }

    /// Drops the statements of holders that have less than so many.
    fn drop_rare(&self, rows: &mut Vec<Row>, minimum: u32) {
        if minimum <= 1 {
            return;
        }
        let mut counts = vec![0u32; self.holders.list.len()];
        for row in &*rows {
            counts[row.holder as usize] += 1;
        }
        rows.retain(|row| counts[row.holder as usize] >= minimum);
    }
}

fn is_in_range(row: &Row, settings: &Settings) -> bool {
    let begun = settings.from.is_none_or(|from| row.said.is_some_and(|said| said.first >= from));
    let not_over = settings.to.is_none_or(|to| row.said.is_some_and(|said| said.last <= to));
    let is_picked = match row.document {
        Some(document) => settings.documents.takes(&document),
        None => !matches!(settings.documents, Pick::Only(_)),
    };
    begun && not_over && is_picked
}
