//! Statements with a trait.

use crate::model::{Act, Modality, StatementId, StatementRef};
use crate::position::Selection;
use crate::query::Trait;

use crate::answer::Content;

use super::as_recorded;

/// Statements with one of these traits, as they stand in the record, hints and deeds apart.
pub(crate) fn which(selection: &Selection<'_>, asked: &[Trait]) -> Content {
    let graph = selection.graph();
    let has = |statement: StatementRef<'_>, one: &Trait| match one {
        Trait::Conditional => !statement.conditions.is_empty(),
        Trait::Hedged => statement.modality == Modality::Hedged,
        Trait::Hinted => statement.modality == Modality::Hinted,
        Trait::Unnamed => graph.at(statement.holder).is_unnamed(),
        Trait::Undated => statement.said.is_none(),
        Trait::Quoted => statement.quote().is_some(),
    };
    as_it_stands(selection, graph.statements().map(|(id, _)| id), |statement| {
        asked.iter().any(|one| has(statement, one))
    })
}

/// Statements that fit, each as it stands: what is said, what is only hinted, what is done.
pub(super) fn as_it_stands(
    selection: &Selection<'_>,
    statements: impl Iterator<Item = StatementId>,
    fits: impl Fn(StatementRef<'_>) -> bool,
) -> Content {
    let mut content = Content::default();
    for data in as_recorded(selection, statements, fits) {
        let statement = selection.graph().at_statement(data.headline);
        let list = match (statement.act, statement.modality) {
            (Act::Did, _) => &mut content.acts,
            (_, Modality::Hinted) => &mut content.hinted,
            _ => &mut content.findings,
        };
        list.push(data);
    }
    content
}
