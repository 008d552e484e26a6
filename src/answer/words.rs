//! What a stance word counts among positions.

use crate::model::Stance;
use crate::position::{Lean, Position, Selection};
use crate::query::{Negation, Word};

use super::{Clause, FindingData};

/// What the clause counts of a position, or `None`. An exact verb shows only the statements of that very stance; the
/// side, the certainty, the confidence and the derivation stay those of the whole position.
pub(super) fn counted(selection: &Selection<'_>, position: &Position, clause: Clause) -> Option<FindingData> {
    let sides = || position.statements.iter().map(|&id| selection.graph().at_statement(id).stance.polarity());
    let counts = match (clause.negation, clause.word) {
        (Negation::Affirmed, Word::Exactly(stance)) => return exactly(selection, position, stance),
        (Negation::Affirmed, word) => sides().any(|side| side == word.polarity()),
        (Negation::Negated, word) => position.lean != Lean::from(word.polarity()),
    };
    if counts { FindingData::of_position(selection, position) } else { None }
}

fn exactly(selection: &Selection<'_>, position: &Position, stance: Stance) -> Option<FindingData> {
    let mut exact = position.clone();
    exact.statements.retain(|&id| selection.graph().at_statement(id).stance == stance);
    exact.target = selection.graph().at_statement(exact.headline()?).target;
    // Of a kind the path begins with the target of the statements; of what is broader it ends there.
    exact
        .paths
        .sort_by_key(|path| !path.is_empty() && ![path.first(), path.last()].contains(&Some(&exact.target)));
    let derivation = selection.derivation(position);
    Some(FindingData { derivation, ..FindingData::of_position(selection, &exact)? })
}

/// Whether a hint of this stance belongs beside the answer: one that leans as asked, or is of the very stance asked.
pub(super) fn hints_at(clause: Clause, stance: Stance) -> bool {
    let as_asked = match clause.word {
        Word::Exactly(wanted) => stance == wanted,
        word => stance.polarity() == word.polarity(),
    };
    match clause.negation {
        Negation::Affirmed => as_asked,
        Negation::Negated => !as_asked,
    }
}
