//! Nodes with their names and codes, as bytes.

use std::sync::Arc;

use crate::model::{Alias, ExternalId, Nation, Node, NodeBody, NodeKind};

use super::decoder::{Decoder, Flags};
use super::encoder::{Encoder, flags};
use super::error::Flaw;

/// A node takes at least its kind, its flags, a key and a name of a letter each, and two counts.
const LEAST: usize = 8;

/// An alias takes at least its flags and a text of a letter; a code elsewhere one of a letter and another text.
const LEAST_ALIAS: usize = 3;
const LEAST_CODE: usize = 3;

const NOTE: u32 = 0;
const UNNAMED: u32 = 1;
const CAPITAL: u32 = 2;
const SINCE: u32 = 3;
const UNTIL: u32 = 4;

pub(super) fn encode<'n>(nodes: impl ExactSizeIterator<Item = &'n Node>, out: &mut Encoder) {
    out.count(nodes.len());
    nodes.for_each(|node| encode_one(node, out));
}

fn encode_one(node: &Node, out: &mut Encoder) {
    let nation = match &node.body {
        NodeBody::Nation(nation) => Some(nation),
        _ => None,
    };
    let exists = nation.map(|nation| nation.exists).unwrap_or_default();
    let capital = nation.and_then(|nation| nation.capital.as_deref());
    let there = [
        node.note.is_some(),
        node.is_unnamed(),
        capital.is_some(),
        exists.since.is_some(),
        exists.until.is_some(),
    ];
    out.byte(node.kind().code());
    out.byte(flags(there).to_le_bytes()[0]);
    out.text(node.key.as_str());
    out.text(&node.name);
    out.count(node.aliases.len());
    node.aliases.iter().for_each(|alias| encode_alias(alias, out));
    out.count(node.ids.len());
    for id in &node.ids {
        out.text(id.scheme());
        out.text(id.value());
    }
    out.optional(node.note.as_deref());
    if let Some(nation) = nation {
        out.optional(capital);
        out.count(nation.demonyms.len());
        nation.demonyms.iter().for_each(|demonym| out.text(demonym));
        out.interval(exists);
    }
}

fn encode_alias(alias: &Alias, out: &mut Encoder) {
    let there = [alias.language.is_some(), alias.held.since.is_some(), alias.held.until.is_some()];
    out.byte(flags(there).to_le_bytes()[0]);
    out.text(&alias.text);
    out.optional(alias.language.as_deref());
    out.interval(alias.held);
}

pub(super) fn decode(mut input: Decoder<'_>) -> Result<Vec<Arc<Node>>, Flaw> {
    let count = input.count(LEAST)?;
    let mut nodes = Vec::with_capacity(count);
    for _ in 0..count {
        nodes.push(Arc::new(node(&mut input)?));
    }
    input.end()?;
    Ok(nodes)
}

fn node(input: &mut Decoder<'_>) -> Result<Node, Flaw> {
    let kind = input.code(NodeKind::from_code)?;
    let there = input.flags(5)?;
    let of_nations = [CAPITAL, SINCE, UNTIL].iter().any(|flag| there.has(*flag));
    input.ensure(kind == NodeKind::Nation || !of_nations, "a field of nations is on another node")?;
    input.ensure(kind == NodeKind::Group || !there.has(UNNAMED), "a node that is no group is unnamed")?;
    Ok(Node {
        key: input.key()?,
        name: input.required()?.to_owned(),
        aliases: aliases(input)?,
        ids: ids(input)?,
        note: input.optional(there.has(NOTE))?,
        body: body(kind, there, input)?,
    })
}

fn aliases(input: &mut Decoder<'_>) -> Result<Vec<Alias>, Flaw> {
    let count = input.count(LEAST_ALIAS)?;
    let mut aliases = Vec::with_capacity(count);
    for _ in 0..count {
        let there = input.flags(3)?;
        aliases.push(Alias {
            text: input.required()?.to_owned(),
            language: input.optional(there.has(0))?,
            held: input.interval(there.has(1), there.has(2))?,
        });
    }
    Ok(aliases)
}

fn ids(input: &mut Decoder<'_>) -> Result<Vec<ExternalId>, Flaw> {
    let count = input.count(LEAST_CODE)?;
    let mut ids = Vec::with_capacity(count);
    for _ in 0..count {
        let id = ExternalId::new(input.text()?, input.text()?);
        ids.push(id.map_err(|_| input.flaw("a code is none of its scheme"))?);
    }
    Ok(ids)
}

fn body(kind: NodeKind, there: Flags, input: &mut Decoder<'_>) -> Result<NodeBody, Flaw> {
    Ok(match kind {
        NodeKind::Person => NodeBody::Person,
        NodeKind::Organization => NodeBody::Organization,
        NodeKind::Group => NodeBody::Group { unnamed: there.has(UNNAMED) },
        NodeKind::Nation => NodeBody::Nation(Nation {
            capital: input.optional(there.has(CAPITAL))?,
            demonyms: demonyms(input)?,
            exists: input.interval(there.has(SINCE), there.has(UNTIL))?,
        }),
        NodeKind::Proposal => NodeBody::Proposal,
        NodeKind::Series => NodeBody::Series,
        NodeKind::Topic => NodeBody::Topic,
    })
}

fn demonyms(input: &mut Decoder<'_>) -> Result<Vec<String>, Flaw> {
    let count = input.count(1)?;
    let mut demonyms = Vec::with_capacity(count);
    for _ in 0..count {
        demonyms.push(input.text()?.to_owned());
    }
    Ok(demonyms)
}
