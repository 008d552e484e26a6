//! What the assumptions of a question activate, end or leave open among the statements that it looks at.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::graph::{StanceGraph, fold};
use crate::model::{ConditionSubject, StatementId};
use crate::position::{Assumption, LeftOpen, Selection};

use super::scope::scope;
use super::{Evidence, Understanding};

/// How many known conditions are offered where nothing hangs on what is assumed.
const MOST: usize = 3;

/// What an assumption of the question does; every list is in order of entry.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Assumed<'a> {
    /// What is taken as met: the name of a proposal, or the words of the question.
    pub name: &'a str,
    /// Statements that hold now and did not without it.
    pub activates: Vec<Evidence<'a>>,
    /// Statements that hold nothing now and did without it.
    pub ends: Vec<Evidence<'a>>,
    /// Statements that carry it as a condition and stay what they were, and why.
    pub open: Vec<(Evidence<'a>, LeftOpen)>,
}

impl<'a> Assumed<'a> {
    pub(crate) fn new(graph: &'a StanceGraph, assumption: &'a Assumption) -> Self {
        let piece = |id: StatementId| Evidence::new(graph, id);
        Self {
            name: assumption.subjects.first().map_or("", |subject| words(graph, subject)),
            activates: assumption.activates.iter().map(|&id| piece(id)).collect(),
            ends: assumption.ends.iter().map(|&id| piece(id)).collect(),
            open: assumption.open.iter().map(|&(id, why)| (piece(id), why)).collect(),
        }
    }
}

/// What each assumption does, and a note for each on which nothing hangs: a slip in its words would else not be seen.
pub(crate) fn assumptions(
    selection: &Selection<'_>,
    understanding: &Understanding,
    assumed: &[Vec<ConditionSubject>],
) -> (Vec<Assumption>, Vec<String>) {
    if assumed.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let scope = scope(selection, understanding);
    let matter: BTreeSet<StatementId> = scope.into_iter().flat_map(|(_, _, ids)| ids).collect();
    let assumptions: Vec<Assumption> =
        assumed.iter().map(|subjects| selection.assumption(subjects, matter.iter().copied())).collect();
    let idle = assumptions.iter().filter(|one| one.is_idle());
    let notes = idle.map(|one| idle_note(selection, one, &matter)).collect();
    (assumptions, notes)
}

/// That nothing hangs on it, and what else the matter waits for: what shares most words with it first.
fn idle_note(selection: &Selection<'_>, idle: &Assumption, matter: &BTreeSet<StatementId>) -> String {
    let graph = selection.graph();
    let name = idle.subjects.first().map_or("", |subject| words(graph, subject));
    let wanted = fold(name);
    let shared =
        |text: &str| wanted.split(' ').filter(|&word| fold(text).split(' ').any(|w| w == word)).count();
    let mut awaited: Vec<&str> = Vec::new();
    for subject in selection.awaited(matter.iter().copied()) {
        let words = words(graph, subject);
        if !awaited.iter().any(|known| fold(known) == fold(words)) {
            awaited.push(words);
        }
    }
    awaited.sort_by_key(|words| Reverse(shared(words)));
    let offered: Vec<String> = awaited.iter().take(MOST).map(|words| format!("“{words}”")).collect();
    let waits = match (offered.as_slice(), awaited.len() - offered.len()) {
        ([], _) => "nothing here waits for a condition".to_owned(),
        (_, 0) => format!("what is awaited here: {}", offered.join(", ")),
        (_, more) => format!("what is awaited here: {} and {more} more", offered.join(", ")),
    };
    format!("no stance here hangs on “{name}”; {waits}")
}

/// The words of a condition, or the name of its proposal.
fn words<'a>(graph: &'a StanceGraph, subject: &'a ConditionSubject) -> &'a str {
    match subject {
        ConditionSubject::Text(words) => words,
        ConditionSubject::Proposal(node) => graph.node(*node).map_or("", |node| node.name()),
    }
}
