//! Why a holder is not found, and what does not go together.

use crate::model::{NodeId, Stance};
use crate::position::Selection;
use crate::query::Word;

use crate::answer::Content;

use super::does::add_beside;
use super::{Clause, of_positions};

/// Why a holder is not plainly found to hold such a stance, with the positions it does have.
pub(crate) fn why_not(selection: &Selection<'_>, holder: NodeId, target: NodeId, clause: Clause) -> Content {
    let counts = |stance: Stance| match clause.word {
        Word::Leaning(polarity) => stance.polarity() == Some(polarity),
        Word::Exactly(wanted) => stance == wanted,
        Word::Voted(vote) => vote.is_shown_by(stance),
    };
    let found = selection.why_not(holder, target, counts);
    let findings = of_positions(selection, found.positions.iter());
    let mut content = Content { findings, reasons: Some(found.reasons), ..Content::default() };
    super::merge_capacities(&mut content.findings);
    add_beside(selection, holder, target, &mut content);
    for record in selection.records_of(holder, target) {
        super::add_statements(selection, &mut content.absent, &record, &record.absences);
    }
    content
}

/// What does not go together, of one holder or of all, on one target or on all.
pub(crate) fn contradictions(
    selection: &Selection<'_>,
    holder: Option<NodeId>,
    target: Option<NodeId>,
) -> Content {
    Content { contradictions: Some(selection.contradictions(holder, target)), ..Content::default() }
}
