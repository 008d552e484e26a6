//! A person or power where a proposal is meant: what is on record of what they back.

use std::collections::BTreeSet;

use crate::answer::{self, Content, Joined};
use crate::model::NodeId;
use crate::position::{Lean, Selection};
use crate::query::{Form, Name, Query};

use super::plan::{Body, Plan};

/// How many of the proposals that one backs are looked at.
const MOST: usize = 5;

/// Nothing was found of a stance toward an actor. Who holds such a stance on what the actor backs is related.
pub(super) fn on_what_it_backs(
    selection: &Selection<'_>,
    plan: &Plan,
    read: &Query,
    content: Content,
) -> Content {
    let Body::Who(clauses) = &plan.body else { return content };
    let &[toward] = clauses.as_slice() else { return content };
    let actor = selection.graph().at(toward.target);
    if !actor.kind().is_holder() {
        return content;
    }
    let (mut related, mut asked) = (content.related, None);
    for proposal in backed(selection, toward.target) {
        let found = answer::joined(selection, &[Joined { target: proposal, ..toward }], plan.view).findings;
        if !found.is_empty() {
            asked = asked.or(Some(proposal));
        }
        related.extend(found);
    }
    let mut notes = content.notes;
    notes.extend(asked.map(|proposal| note(selection, toward.target, &about(selection, read, proposal))));
    Content { related, notes, ..content }
}

/// The proposals that an actor is on record for, in the order of its profile.
fn backed(selection: &Selection<'_>, actor: NodeId) -> Vec<NodeId> {
    let graph = selection.graph();
    let findings = answer::profile(selection, actor).findings;
    let favored = findings.iter().filter(|finding| finding.lean == Lean::Favor).map(|finding| finding.target);
    let mut seen = BTreeSet::new();
    let proposals = favored.filter(|target| !graph.at(*target).kind().is_holder());
    proposals.filter(|target| seen.insert(*target)).take(MOST).collect()
}

/// The question that may have been meant.
fn about(selection: &Selection<'_>, read: &Query, proposal: NodeId) -> Query {
    let mut query = read.clone();
    if let Form::Who(clauses) = &mut query.form {
        clauses.first.target = Name::new(selection.graph().at(proposal).name());
    }
    query
}

fn note(selection: &Selection<'_>, actor: NodeId, query: &Query) -> String {
    let actor = selection.graph().at(actor);
    let (kind, name) = (actor.kind(), actor.name());
    format!("{name} is a {kind}; of what {name} supports, something is on record: ask `{query}`")
}
