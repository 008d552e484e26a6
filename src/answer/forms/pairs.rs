//! Who holds such a stance toward whom, or on what.

use std::collections::HashSet;

use crate::model::{NodeClass, NodeId};
use crate::position::Selection;
use crate::query::{Negation, Toward, Word};

use crate::answer::Content;

use super::{Clause, View, add_once, who};

/// Every pair of holder and target with such a stance; targets in the order in which they enter the data.
pub(crate) fn pairs(selection: &Selection<'_>, word: Word, toward: Toward, view: View) -> Content {
    let clause = Clause { word, negation: Negation::Affirmed };
    let mut content = Content::default();
    for target in targets(selection, toward) {
        let found = who(selection, target, clause, view);
        content.findings.extend(found.findings.into_iter().filter(|data| data.target == target));
        add_once(&mut content.hinted, found.hinted.into_iter().filter(|data| data.target == target));
    }
    content
}

fn targets(selection: &Selection<'_>, toward: Toward) -> Vec<NodeId> {
    let is_proposal = |target: NodeId| selection.graph().at(target).class() == NodeClass::Proposal;
    let mut seen = HashSet::new();
    let targets = selection.statements().map(|(_, statement)| statement.target);
    targets
        .filter(|&target| is_proposal(target) == (toward == Toward::Proposals) && seen.insert(target))
        .collect()
}
