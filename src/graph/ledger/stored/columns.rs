//! The columns of the ledger, as bytes, and whether they hold what a graph may.

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use crate::graph::snapshot::{Decoder, Encoder, Flaw, Known, Stream, Unopened};
use crate::model::{Confidence, Date};

use super::super::bits::Bits;
use super::super::columns::{Columns, NONE_SHORT};
use super::super::row::Row;
use super::small::{HOLDER, roles, times};

/// Columns on their way into a segment, sound by themselves; what is left of their part tells the order.
#[derive(Debug)]
pub(super) struct Raw<'f> {
    pub(super) bits: Box<[Bits]>,
    pub(super) holder: Box<[u32]>,
    pub(super) target: Box<[u32]>,
    pub(super) said: Box<[u32]>,
    pub(super) source: Box<[u32]>,
    pub(super) code: Box<[u16]>,
    pub(super) confidence: Box<[u16]>,
    pub(super) codes: Box<[Arc<str>]>,
    pub(super) confidences: Box<[Confidence]>,
    /// What each of the small fields makes of a row, by their number.
    times: Box<[Option<u32>]>,
    pub(super) rest: Decoder<'f>,
}

impl Raw<'_> {
    pub(super) fn len(&self) -> usize {
        self.bits.len()
    }

    /// The date and the flags of a statement, as its row has them.
    #[inline]
    pub(super) fn time(&self, said: u32, bits: Bits) -> u32 {
        let undated = self.times.get(usize::from(bits.raw())).copied().flatten();
        Row::time_at(said, undated.unwrap_or_default())
    }

    /// Those of all statements.
    pub(super) fn times(&self) -> impl Iterator<Item = u32> {
        self.said.iter().zip(&self.bits).map(|(said, bits)| self.time(*said, *bits))
    }
}

pub(super) fn encode(columns: &Columns, out: &mut Encoder) {
    out.count(columns.len());
    columns.bits.iter().for_each(|bits| out.bytes(&bits.raw().to_le_bytes()));
    for column in [&columns.holder, &columns.target, &columns.said] {
        out.column(column.iter().copied());
    }
    out.column(columns.source.iter().map(|source| source.wrapping_add(1)));
    for column in [&columns.code, &columns.confidence] {
        out.column(column.iter().map(|short| short.wrapping_add(1).into()));
    }
    out.count(columns.codes.len());
    columns.codes.iter().for_each(|code| out.text(code));
    out.count(columns.confidences.len());
    columns.confidences.iter().for_each(|rated| out.confidence(Some(*rated)));
}

/// What a statement has of its own in each column.
#[derive(Debug)]
pub(super) struct Wide {
    times: Box<[Option<u32>]>,
    bits: Box<[Bits]>,
    holder: Box<[u32]>,
    target: Box<[u32]>,
    said: Box<[u32]>,
    source: Box<[u32]>,
    code: Box<[u16]>,
    confidence: Box<[u16]>,
}

/// The columns as they come.
pub(super) fn wide(input: &mut Stream<'_>, known: Known<'_>) -> Result<Wide, Unopened> {
    let times = times();
    let bits = small_fields(input, &times)?;
    let (count, nodes) = (bits.len(), known.nodes.len());
    let (holder, target) = (references(input, count, nodes)?, references(input, count, nodes)?);
    let (said, _) = input.column(count, |packed| packed)?;
    let (source, sources) = input.column(count, |number| number.wrapping_sub(1))?;
    input.ensure(sources as usize <= known.sources, "there is no such source")?;
    let (code, confidence) = (shorts(input, count)?, shorts(input, count)?);
    Ok(Wide { times, bits, holder, target, said, source, code, confidence })
}

/// The columns with the values that they number, which come behind them.
pub(super) fn decode<'f>(wide: Wide, mut rest: Decoder<'f>, known: Known<'_>) -> Result<Raw<'f>, Flaw> {
    let Wide { times, bits, holder, target, said, source, code, confidence } = wide;
    let codes = values(&mut rest, 1, &code, |input| input.text().map(Arc::from), Clone::clone)?;
    let confidences = values(&mut rest, 8, &confidence, confidence_of, |rated| rated.get().to_bits())?;
    let raw = Raw { bits, holder, target, said, source, code, confidence, codes, confidences, times, rest };
    raw.rest.ensure(raw.said.iter().all(|packed| is_date(*packed)), "a date is not on the calendar")?;
    raw.rest.ensure(are_legal(&raw, known), "a stance cannot be held so")?;
    Ok(raw)
}

/// The small fields of all statements, after their number.
fn small_fields(input: &mut Stream<'_>, times: &[Option<u32>]) -> Result<Box<[Bits]>, Unopened> {
    let count = input.count(size_of::<u16>())?;
    let is_low = u32::try_from(count).is_ok_and(|count| count < u32::MAX);
    input.ensure(is_low, "there are too many statements")?;
    #[expect(clippy::cast_possible_truncation, reason = "they are two bytes each")]
    let (bits, _) =
        input.numbers(count, |two| u16::from_le_bytes(two).into(), |two| Bits::of_raw(two as u16))?;
    let is_known = |bits: &Bits| times.get(usize::from(bits.raw())).is_some_and(Option::is_some);
    input.ensure(bits.iter().all(is_known), "a code is not known")?;
    Ok(bits)
}

/// Numbers in a list of values, as the columns have them.
fn shorts(input: &mut Stream<'_>, count: usize) -> Result<Box<[u16]>, Unopened> {
    #[expect(clippy::cast_possible_truncation, reason = "higher ones are refused")]
    let (column, highest) = input.column(count, |number| number.wrapping_sub(1) as u16)?;
    input.ensure(highest <= u32::from(NONE_SHORT), "there is no such value")?;
    Ok(column)
}

fn references(input: &mut Stream<'_>, count: usize, nodes: usize) -> Result<Box<[u32]>, Unopened> {
    let (column, highest) = input.column(count, |node| node)?;
    input.ensure(count == 0 || (highest as usize) < nodes, "there is no such node")?;
    Ok(column)
}

fn confidence_of(input: &mut Decoder<'_>) -> Result<Confidence, Flaw> {
    let rated = input.confidence(true)?;
    rated.ok_or_else(|| input.flaw("a confidence is missing"))
}

/// The values that numbers of a column stand for, each once, in the order of their first use.
fn values<T, K: Hash + Eq>(
    input: &mut Decoder<'_>,
    least: usize,
    column: &[u16],
    read: fn(&mut Decoder<'_>) -> Result<T, Flaw>,
    key: fn(&T) -> K,
) -> Result<Box<[T]>, Flaw> {
    let count = input.count(least)?;
    input.ensure(used(column) == Some(count), "a list of values is not the one in use")?;
    let mut values = Vec::with_capacity(count);
    for _ in 0..count {
        values.push(read(input)?);
    }
    let mut seen = HashSet::with_capacity(count);
    input.ensure(values.iter().all(|value| seen.insert(key(value))), "a value is there twice")?;
    Ok(values.into())
}

/// How many values a column uses, if their numbers are in the order of their first use.
fn used(column: &[u16]) -> Option<usize> {
    column.iter().filter(|short| **short != NONE_SHORT).try_fold(0, |used, short| {
        let number = usize::from(*short);
        (number <= used).then(|| used.max(number + 1))
    })
}

/// Whether it is a packed date, or none.
fn is_date(packed: u32) -> bool {
    let (year, month, day) = (packed >> 9, packed >> 5 & 0xf, packed & 0x1f);
    // Most days are looked at no closer.
    let is_plain = (1..=9999).contains(&year) && (1..=12).contains(&month) && day <= 28;
    is_plain || packed == 0 || Date::unpack(packed).is_some_and(|date| date.pack() == packed)
}

/// Whether every holder may hold every stance on its target.
fn are_legal(raw: &Raw<'_>, known: Known<'_>) -> bool {
    let roles: Box<[u32]> = known.nodes.iter().map(|kind| roles(*kind)).collect();
    let of = |node: u32| roles.get(node as usize).copied().unwrap_or_default();
    let rows = raw.holder.iter().zip(&raw.target).zip(&raw.bits);
    rows.fold(true, |legal, ((holder, target), bits)| {
        let (holds, takes) = (of(*holder) & HOLDER != 0, of(*target) >> bits.stance_code() & 1 == 1);
        legal & holds & takes
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_date_is_one_that_the_calendar_has() {
        let naive = |packed| packed == 0 || Date::unpack(packed).is_some_and(|date| date.pack() == packed);
        let years = [0, 1, 1900, 2000, 2023, 2024, 9999, 10_000, 16_383, 40_000, u32::MAX >> 9];
        for packed in years.into_iter().flat_map(|year| (0..1 << 9).map(move |rest| year << 9 | rest)) {
            assert_eq!(is_date(packed), naive(packed), "{packed:#x}");
        }
    }
}
