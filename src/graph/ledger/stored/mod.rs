//! The ledger in a snapshot: one segment, with what was taken back written into it.
//!
//! Stored are the columns and the place of each statement among those of its voice, by date; the two orders for reading
//! in streams follow from these without sorting.

mod apart;
mod columns;
mod keys;
mod order;
mod small;

use std::borrow::Cow;

use crate::graph::snapshot::{Decoder, Encoder, Known, Stream, Unopened};

use super::columns::Columns;
use super::segment::Segment;
use super::{Ledger, join};

/// The parts of a snapshot that hold the statements.
#[derive(Debug, Default)]
pub(in crate::graph) struct Stored<T> {
    pub(in crate::graph) keys: T,
    pub(in crate::graph) columns: T,
    pub(in crate::graph) apart: T,
}

impl Ledger {
    /// The statements as bytes: the same for all ledgers with the same statements, however they grew.
    pub(in crate::graph) fn encode(&self) -> Stored<Encoder> {
        let mut stored = Stored::default();
        let segment = self.whole();
        let columns = &segment.columns;
        keys::encode(&columns.keys, &mut stored.keys);
        columns::encode(columns, &mut stored.columns);
        order::encode(columns, &mut stored.columns);
        apart::encode(columns, &mut stored.apart);
        stored
    }

    /// All statements as one segment with nothing laid over it.
    fn whole(&self) -> Cow<'_, Segment> {
        let nothing = Segment::new(0, Columns::default());
        match self.segments.as_slice() {
            [] => Cow::Owned(nothing),
            [only] if only.overlay.is_none() => Cow::Borrowed(only),
            [only] => Cow::Owned(join::joined(only, &nothing)),
            [first, rest @ ..] => {
                // From the end: the later ones are the shorter ones.
                let last = rest.iter().rev().cloned().reduce(|later, earlier| join::joined(&earlier, &later));
                Cow::Owned(last.map_or(nothing, |last| join::joined(first, &last)))
            }
        }
    }

    /// The statements that were stored, as they come after their keys; what is wrong with them if no graph with these nodes
    /// could hold them.
    pub(in crate::graph) fn decode(
        keys: Decoder<'_>,
        stream: &mut Stream<'_>,
        known: Known<'_>,
    ) -> Result<Self, Unopened> {
        stream.begin()?;
        let wide = columns::wide(stream, known)?;
        let (rest, apart) = (stream.rest()?, stream.part()?);
        stream.end()?;
        let raw = columns::decode(wide, rest.decoder(), known)?;
        let keys = keys::decode(keys, raw.len())?;
        let apart = apart::decode(apart.decoder(), &raw, known)?;
        if raw.len() == 0 {
            return Ok(Self::default());
        }
        let columns = order::ordered(raw, keys, apart)?;
        Ok(Self { segments: vec![Segment::new(0, columns)] })
    }
}
