//! Who holds such stances on several targets at once, or any of them; and how many.

use std::collections::HashSet;

use crate::model::NodeId;
use crate::position::Selection;
use crate::query::Joint;

use crate::answer::Content;

use super::{Clause, View, who};

/// One clause of several: a stance word on a target, and what joins it to those before.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Joined {
    pub(crate) joint: Joint,
    pub(crate) target: NodeId,
    pub(crate) clause: Clause,
}

/// Who is found by the clauses together.
pub(crate) fn joined(selection: &Selection<'_>, clauses: &[Joined], view: View) -> Content {
    match clauses {
        [one] => who(selection, one.target, one.clause, view),
        _ => Content::default(),
    }
}

/// How many are found: the holders of the findings, each once.
pub(crate) fn count(selection: &Selection<'_>, clauses: &[Joined], view: View) -> Content {
    let content = joined(selection, clauses, view);
    let holders: HashSet<NodeId> = content.findings.iter().map(|data| data.holder).collect();
    Content { count: Some(holders.len()), ..content }
}
