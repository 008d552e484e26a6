//! What a stance word counts among positions.

use crate::model::Stance;
use crate::position::{Lean, Position, Selection};
use crate::query::{Negation, Word};

use super::Clause;

/// The position as the clause counts it, or `None`. An exact verb keeps only the statements of that very
/// stance; the side, the certainty and the confidence stay those of the whole position.
pub(super) fn counted(selection: &Selection<'_>, position: &Position, clause: Clause) -> Option<Position> {
    let sides = || position.statements.iter().map(|&id| selection.graph().at_statement(id).stance.polarity());
    match (clause.negation, clause.word) {
        (Negation::Affirmed, Word::Exactly(stance)) => {
            let mut exact = position.clone();
            exact.statements.retain(|&id| selection.graph().at_statement(id).stance == stance);
            exact.target = selection.graph().at_statement(exact.headline()?).target;
            exact.paths.sort_by_key(|path| path.first() != Some(&exact.target) && !path.is_empty());
            Some(exact)
        }
        (Negation::Affirmed, word) => sides().any(|side| side == word.polarity()).then(|| position.clone()),
        (Negation::Negated, word) => {
            let plainly_as_asked = position.lean == Lean::from(word.polarity());
            (!plainly_as_asked).then(|| position.clone())
        }
    }
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
