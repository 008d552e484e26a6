//! Nodes: keys, names, codes, and what only a nation or group has.

use crate::graph::parts::Parts;
use crate::graph::{FaultKind, StanceGraph};
use crate::model::draft::{AliasDraft, Draft, NodeDraft, Text};
use crate::model::{Alias, ExternalId, Nation, Node, NodeBody, NodeId, NodeKind};

use super::checks::{Checks, plain};
use super::index::{Index, NodeIndex};

pub(super) fn build<'g>(
    drafts: &[Draft],
    before: &'g StanceGraph,
    parts: &mut Parts,
    checks: &mut Checks,
) -> NodeIndex<'g> {
    let keys = Index::new(before.node_register(), NodeId::new);
    let mut index = NodeIndex { keys, kinds: Vec::new() };
    for draft in drafts.iter().flat_map(|draft| &draft.nodes) {
        let key = checks.key(&draft.key, "the key of a node");
        let node = node(draft, checks);
        let Some(key) = key else { continue };
        index.keys.enter(&key, index.keys.next(parts.nodes.len()), &draft.key.place, checks);
        index.kinds.push(draft.kind);
        parts.nodes.push(Node { key, ..node });
    }
    index
}

/// The node, under a stand-in key.
fn node(draft: &NodeDraft, checks: &mut Checks) -> Node {
    let ids = draft.ids.iter().filter_map(|(scheme, value)| {
        let id = ExternalId::new(scheme, &value.value);
        id.map_err(|error| checks.fault(FaultKind::IllFormedId, &value.place, error.to_string())).ok()
    });
    Node {
        ids: ids.collect(),
        key: crate::model::Key::stand_in(),
        name: checks.required(&draft.name, "the name").unwrap_or_default(),
        aliases: draft.aliases.iter().filter_map(|draft| alias(draft, checks)).collect(),
        note: plain(draft.note.as_ref()),
        body: body(draft, checks),
    }
}

fn alias(draft: &AliasDraft, checks: &mut Checks) -> Option<Alias> {
    let held = checks.interval(draft.since.as_ref(), draft.until.as_ref());
    let text = checks.required(&draft.text, "an alias")?;
    Some(Alias { text, language: plain(draft.language.as_ref()), held })
}

fn body(draft: &NodeDraft, checks: &mut Checks) -> NodeBody {
    check_fields(draft, checks);
    match draft.kind {
        NodeKind::Person => NodeBody::Person,
        NodeKind::Organization => NodeBody::Organization,
        NodeKind::Group => NodeBody::Group { unnamed: draft.unnamed },
        NodeKind::Nation => NodeBody::Nation(Nation {
            capital: plain(draft.capital.as_ref()),
            demonyms: draft.demonyms.iter().map(|text| text.value.clone()).collect(),
            exists: checks.interval(draft.since.as_ref(), draft.until.as_ref()),
        }),
        NodeKind::Proposal => NodeBody::Proposal,
        NodeKind::Series => NodeBody::Series,
        NodeKind::Topic => NodeBody::Topic,
    }
}

/// Fields that mean nothing on this kind of node.
fn check_fields(draft: &NodeDraft, checks: &mut Checks) {
    let of_nations = [("capital", &draft.capital), ("since", &draft.since), ("until", &draft.until)];
    let own = of_nations.iter().filter_map(|(name, field)| Some((*name, field.as_ref()?)));
    let demonyms = draft.demonyms.first().map(|text| ("demonyms", text));
    let on_others: Vec<(&str, &Text)> = own.chain(demonyms).collect();
    if draft.kind != NodeKind::Nation {
        for (name, text) in on_others {
            let message = format!("`{name}` belongs to nations, this is a {}; leave it out", draft.kind);
            checks.fault(FaultKind::MisplacedField, &text.place, message);
        }
    }
    if draft.unnamed && draft.kind != NodeKind::Group {
        let message = format!("`unnamed` belongs to groups, this is a {}; leave it out", draft.kind);
        checks.fault(FaultKind::MisplacedField, &draft.place.0, message);
    }
}
