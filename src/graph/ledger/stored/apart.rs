//! What few statements have apart, as bytes.

use std::sync::Arc;

use crate::graph::build::statements::is_proposal;
use crate::graph::snapshot::{Decoder, Encoder, Flags, Flaw, Known, conditions, flags};
use crate::model::{Capacity, Credibility, Interval, NodeId, NodeKind, Stance};

use super::super::apart::Apart;
use super::super::columns::{Columns, NONE, NONE_SHORT};
use super::columns::Raw;

/// What few statements have, by row.
pub(super) type ByRow = Box<[(u32, Arc<Apart>)]>;

/// It takes at least a row and flags.
const LEAST: usize = 8;

const FIELDS: u32 = 19;

pub(super) fn encode(columns: &Columns, out: &mut Encoder) {
    out.count(columns.apart.len());
    for (row, apart) in &columns.apart {
        out.word(*row);
        encode_one(apart, out);
    }
}

fn encode_one(apart: &Apart, out: &mut Encoder) {
    let texts = [
        &apart.reason,
        &apart.consequence,
        &apart.occasion,
        &apart.locator,
        &apart.reporter,
        &apart.quote,
        &apart.note,
        &apart.code,
    ];
    let [reason, consequence, occasion, locator, reporter, quote, note, code] = texts.map(Option::is_some);
    let there = [
        reason,
        consequence,
        occasion,
        locator,
        reporter,
        quote,
        note,
        code,
        apart.capacity == Capacity::Personal,
        matches!(apart.capacity, Capacity::For(_)),
        !apart.addressees.is_empty(),
        !apart.conditions.is_empty(),
        apart.related.is_some(),
        !apart.rather_than.is_empty(),
        apart.until.is_some(),
        apart.recorded.is_some(),
        apart.retracted.is_some(),
        apart.credibility.is_some(),
        apart.confidence.is_some(),
    ];
    out.word(flags(there));
    for text in texts {
        out.optional(text.as_deref());
    }
    for list in [apart.capacity.powers(), &apart.addressees, &apart.rather_than] {
        encode_nodes(list, out);
    }
    if !apart.conditions.is_empty() {
        conditions::encode(&apart.conditions, out);
    }
    if let Some(related) = apart.related {
        out.number(related.raw().into());
    }
    for date in [apart.until, apart.recorded, apart.retracted] {
        out.date(date);
    }
    if let Some(credibility) = apart.credibility {
        out.byte(credibility.code());
    }
    out.confidence(apart.confidence);
}

/// A list that is missing where it is empty; a flag tells whether it is.
fn encode_nodes(nodes: &[NodeId], out: &mut Encoder) {
    if !nodes.is_empty() {
        out.count(nodes.len());
        for node in nodes {
            out.number(node.raw().into());
        }
    }
}

pub(super) fn decode(mut input: Decoder<'_>, raw: &Raw<'_>, known: Known<'_>) -> Result<ByRow, Flaw> {
    let count = input.count(LEAST)?;
    let announced = raw.bits.iter().filter(|bits| bits.has_apart()).count();
    input.ensure(announced == count, "other statements have something apart than say so")?;
    let mut list: Vec<(u32, Arc<Apart>)> = Vec::with_capacity(count);
    for _ in 0..count {
        let row = input.word()?;
        let says_so = raw.bits.get(row as usize).is_some_and(|bits| bits.has_apart());
        let follows = list.last().is_none_or(|(last, _)| *last < row);
        input.ensure(says_so && follows, "other statements have something apart than say so")?;
        list.push((row, Arc::new(apart(row as usize, raw, known, &mut input)?)));
    }
    input.end()?;
    Ok(list.into())
}

fn apart(row: usize, raw: &Raw<'_>, known: Known<'_>, input: &mut Decoder<'_>) -> Result<Apart, Flaw> {
    let there = input.long_flags(FIELDS)?;
    let apart = Apart {
        reason: input.optional(there.has(0))?,
        consequence: input.optional(there.has(1))?,
        occasion: input.optional(there.has(2))?,
        locator: input.optional(there.has(3))?,
        reporter: input.optional(there.has(4))?,
        quote: input.optional(there.has(5))?,
        note: input.optional(there.has(6))?,
        code: input.optional(there.has(7))?,
        capacity: capacity(there, known, input)?,
        addressees: nodes(there.has(10), NodeKind::is_holder, known, input)?,
        rather_than: nodes(there.has(13), is_proposal, known, input)?,
        conditions: if there.has(11) { conditions::decode(input, known)? } else { Vec::new() },
        related: there.has(12).then(|| known.node(is_proposal, input)).transpose()?,
        until: input.date(there.has(14))?,
        recorded: input.date(there.has(15))?,
        retracted: input.date(there.has(16))?,
        credibility: there.has(17).then(|| input.code(Credibility::from_code)).transpose()?,
        confidence: input.confidence(there.has(18))?,
    };
    input.ensure(!there.has(11) || !apart.conditions.is_empty(), "a list is there and empty")?;
    input.ensure(apart != Apart::default(), "a statement has nothing apart that says so")?;
    check(row, &apart, raw, input)?;
    Ok(apart)
}

fn capacity(there: Flags, known: Known<'_>, input: &mut Decoder<'_>) -> Result<Capacity, Flaw> {
    let powers = nodes(there.has(9), NodeKind::is_power, known, input)?;
    match (there.has(8), powers.is_empty()) {
        (false, true) => Ok(Capacity::Unstated),
        (true, true) => Ok(Capacity::Personal),
        (false, false) => Ok(Capacity::For(powers)),
        (true, false) => Err(input.flaw("a statement is personal and made for others")),
    }
}

fn nodes(
    is_there: bool,
    fits: fn(NodeKind) -> bool,
    known: Known<'_>,
    input: &mut Decoder<'_>,
) -> Result<Vec<NodeId>, Flaw> {
    if !is_there {
        return Ok(Vec::new());
    }
    let nodes = known.all(fits, input)?;
    input.ensure(!nodes.is_empty(), "a list is there and empty")?;
    Ok(nodes)
}

/// What the fields of a statement need of one another.
fn check(row: usize, apart: &Apart, raw: &Raw<'_>, input: &Decoder<'_>) -> Result<(), Flaw> {
    let is_threat = raw.bits.get(row).is_some_and(|bits| bits.stance() == Stance::Threatens);
    let of_threats = apart.consequence.is_some() || apart.related.is_some();
    input.ensure(is_threat || !of_threats, "a field of threats is on another statement")?;
    let has_source = raw.source.get(row).is_some_and(|source| *source != NONE);
    let of_sources = apart.locator.is_some() || apart.reporter.is_some() || apart.quote.is_some();
    input.ensure(has_source || !of_sources, "words are quoted from no source")?;
    let said = raw.said.get(row).and_then(|packed| crate::model::Date::unpack(*packed));
    let intervals = [Interval::new(said, apart.until), Interval::new(apart.recorded, apart.retracted)];
    input.ensure(intervals.iter().all(Result::is_ok), "an interval has no day")?;
    let is_full = |values: usize| values == usize::from(NONE_SHORT);
    let has = |column: &[u16]| column.get(row).is_some_and(|short| *short != NONE_SHORT);
    let fits = |there: bool, column: &[u16], values: usize| !there || is_full(values) && !has(column);
    let code = fits(apart.code.is_some(), &raw.code, raw.codes.len());
    let confidence = fits(apart.confidence.is_some(), &raw.confidence, raw.confidences.len());
    input.ensure(code && confidence, "a value is apart that there is room for")
}
