//! What became of each statement on a target, for the explanation of an answer.

use std::collections::HashMap;

use crate::model::{Act, Modality, NodeId, Stance, StatementId};

use super::line::resolve;
use super::{Ending, Hidden, Line, Selection, Voice};

/// What became of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It stands, or withdraws what stood.
    Stands,
    /// It is not seen.
    Hidden(Hidden),
    /// It was seen and stands no longer.
    Ended(Ending),
    /// A hint, never a position.
    Hinted,
    /// A deed, which makes no position.
    Deed,
    /// A member with no vote recorded.
    Absent,
}

impl Selection<'_> {
    /// What became of each statement on a target itself, in order of entry. One that several powers share stands if it
    /// stands for any of them.
    ///
    /// # Complexity
    /// That of resolving the line of every voice on the target, once each.
    pub(crate) fn fates(&self, target: NodeId) -> Vec<(StatementId, Fate)> {
        let mut lines: HashMap<Voice, Line> = HashMap::new();
        let ids = self.graph().statements_on(target);
        ids.iter().map(|&id| (id, self.fate(id, target, &mut lines))).collect()
    }

    pub(super) fn fate(&self, id: StatementId, target: NodeId, lines: &mut HashMap<Voice, Line>) -> Fate {
        let statement = self.graph().at_statement(id);
        match self.sight(id) {
            Err(hidden) => return Fate::Hidden(hidden),
            Ok(_) if statement.act == Act::Did => return Fate::Deed,
            Ok(_) if statement.modality == Modality::Hinted => return Fate::Hinted,
            Ok(_) if statement.stance == Stance::Absent => return Fate::Absent,
            Ok(_) => {}
        }
        let mut endings = Vec::new();
        for voice in Voice::of(self.graph(), statement) {
            let line = lines.entry(voice).or_insert_with(|| resolve(self, &self.pool(voice, target)));
            match line.ended.iter().find(|(ended, _)| *ended == id) {
                Some((_, ending)) => endings.push(*ending),
                None => return Fate::Stands,
            }
        }
        endings.first().map_or(Fate::Stands, |ending| Fate::Ended(*ending))
    }
}
