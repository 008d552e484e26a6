//! Ties, as bytes.

use std::collections::VecDeque;

use crate::model::{Interval, NodeId, SourceId, Tie, TieKind};

use super::decoder::Decoder;
use super::encoder::{Encoder, flags};
use super::error::Flaw;
use super::known::Known;

/// A tie takes at least its kind, its flags and its two ends.
const LEAST: usize = 10;

pub(super) fn encode<'t>(ties: impl ExactSizeIterator<Item = &'t Tie>, out: &mut Encoder) {
    out.count(ties.len());
    ties.for_each(|tie| encode_one(tie, out));
}

fn encode_one(tie: &Tie, out: &mut Encoder) {
    let there = [
        tie.office.is_some(),
        tie.held.since.is_some(),
        tie.held.until.is_some(),
        tie.source.is_some(),
        tie.locator.is_some(),
        tie.confidence.is_some(),
    ];
    out.byte(tie.kind.code());
    out.byte(flags(there).to_le_bytes()[0]);
    out.word(tie.from.raw());
    out.word(tie.to.raw());
    out.optional(tie.office.as_deref());
    out.interval(tie.held);
    if let Some(source) = tie.source.map(SourceId::raw) {
        out.number(source.into());
    }
    out.optional(tie.locator.as_deref());
    out.confidence(tie.confidence);
}

pub(super) fn decode(mut input: Decoder<'_>, known: Known<'_>) -> Result<Vec<Tie>, Flaw> {
    let count = input.count(LEAST)?;
    let mut ties = Vec::with_capacity(count);
    for _ in 0..count {
        ties.push(tie(&mut input, known)?);
    }
    input.end()?;
    input.ensure(is_hierarchy(&ties, known.nodes.len()), "proposals are kinds of each other in a circle")?;
    Ok(ties)
}

fn tie(input: &mut Decoder<'_>, known: Known<'_>) -> Result<Tie, Flaw> {
    let kind = input.code(TieKind::from_code)?;
    let there = input.flags(6)?;
    let (from, to) = (NodeId::new(input.word()?), NodeId::new(input.word()?));
    let ends = [from, to].map(|end| known.kind(end));
    let is_legal = matches!(ends, [Some(start), Some(end)] if from != to && kind.is_legal(start, end));
    input.ensure(is_legal, "a tie cannot run so")?;
    let tie = Tie {
        kind,
        from,
        to,
        office: input.optional(there.has(0))?,
        held: input.interval(there.has(1), there.has(2))?,
        source: known.source(there.has(3), input)?,
        locator: input.optional(there.has(4))?,
        confidence: input.confidence(there.has(5))?,
    };
    let is_bare = tie.office.is_none() && tie.held == Interval::default();
    input.ensure(kind.is_dated() || is_bare, "a tie between proposals is dated")?;
    Ok(tie)
}

/// Whether no proposal is a kind of itself: then all of them can be taken off, each after all its kinds.
///
/// # Source
/// Kahn (1962), topological sorting.
fn is_hierarchy(ties: &[Tie], nodes: usize) -> bool {
    let broader = || ties.iter().filter(|tie| tie.kind == TieKind::Broader);
    let mut kinds = vec![0_u32; nodes];
    let mut above: Vec<(NodeId, NodeId)> = Vec::with_capacity(broader().count());
    for tie in broader() {
        above.push((tie.from, tie.to));
        if let Some(count) = kinds.get_mut(tie.to.index()) {
            *count += 1;
        }
    }
    above.sort_unstable();
    let lowest = above.chunk_by(|one, other| one.0 == other.0).filter_map(|chunk| Some(chunk.first()?.0));
    let mut open: VecDeque<NodeId> = lowest.filter(|node| kinds.get(node.index()) == Some(&0)).collect();
    let mut taken = 0;
    while let Some(node) = open.pop_front() {
        let start = above.partition_point(|(from, _)| *from < node);
        for (_, to) in above.iter().skip(start).take_while(|(from, _)| *from == node) {
            taken += 1;
            if let Some(count) = kinds.get_mut(to.index()) {
                *count -= 1;
                if *count == 0 {
                    open.push_back(*to);
                }
            }
        }
    }
    taken == above.len()
}
