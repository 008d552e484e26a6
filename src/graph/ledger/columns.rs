//! Statements in columns. Never changed.

use std::sync::Arc;

use crate::model::{Citation, Confidence, Date, NodeId, SourceId, StatementRef};

use super::apart::{Apart, NOTHING};
use super::bits::Bits;
use super::keys::Keys;
use super::row::Row;
use super::run::Run;

/// Nothing is entered in a column of numbers.
pub(super) const NONE: u32 = u32::MAX;
pub(super) const NONE_SHORT: u16 = u16::MAX;

/// Statements in columns, in the order of entry; and copies of what is read in streams.
///
/// Per statement: 22 bytes in columns, 12 in each copy; keys that count up, texts that repeat and dates take no more.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) holder: Box<[u32]>,
    pub(super) target: Box<[u32]>,
    pub(super) said: Box<[u32]>,
    pub(super) source: Box<[u32]>,
    pub(super) bits: Box<[Bits]>,
    pub(super) code: Box<[u16]>,
    pub(super) confidence: Box<[u16]>,
    pub(super) codes: Box<[Arc<str>]>,
    pub(super) confidences: Box<[Confidence]>,
    pub(super) keys: Keys,
    /// What few statements have, by row.
    pub(super) apart: Box<[(u32, Arc<Apart>)]>,
    pub(super) by_target: Run,
    pub(super) by_voice: Run,
    /// Those on whose behalf others spoke, in order, each once.
    pub(super) spoken_for: Box<[NodeId]>,
    /// Statements that name a proposal without a stance on it, by proposal.
    pub(super) bearing: Box<[(NodeId, u32)]>,
}

impl Columns {
    pub(super) fn len(&self) -> usize {
        self.holder.len()
    }

    /// A statement by its row; `None` beyond the last one.
    #[inline]
    pub(super) fn get(&self, row: u32) -> Option<StatementRef<'_>> {
        let at = row as usize;
        let bits = *self.bits.get(at)?;
        let apart = if bits.has_apart() { self.apart(row) } else { &NOTHING };
        Some(StatementRef {
            key: self.keys.get(row),
            holder: NodeId::new(*self.holder.get(at)?),
            capacity: &apart.capacity,
            act: bits.act(),
            stance: bits.stance(),
            target: NodeId::new(*self.target.get(at)?),
            addressees: &apart.addressees,
            said: Date::unpack(*self.said.get(at)?),
            until: apart.until,
            reason: apart.reason.as_deref(),
            conditions: &apart.conditions,
            consequence: apart.consequence.as_deref(),
            related: apart.related,
            modality: bits.modality(),
            rather_than: &apart.rather_than,
            occasion: apart.occasion.as_deref(),
            confidence: self.confidence(at).or(apart.confidence),
            credibility: apart.credibility,
            citation: self.citation(at, apart),
            code: self.code(at).or(apart.code.as_deref()),
            recorded: apart.recorded,
            retracted: apart.retracted,
            note: apart.note.as_deref(),
        })
    }

    fn apart(&self, row: u32) -> &Apart {
        let at = self.apart.binary_search_by_key(&row, |(row, _)| *row).ok();
        at.and_then(|at| self.apart.get(at)).map_or(&NOTHING, |(_, apart)| apart)
    }

    fn citation<'g>(&'g self, at: usize, apart: &'g Apart) -> Option<Citation<'g>> {
        let source = *self.source.get(at).filter(|source| **source != NONE)?;
        Some(Citation {
            source: SourceId::new(source),
            locator: apart.locator.as_deref(),
            reporter: apart.reporter.as_deref(),
            quote: apart.quote.as_deref(),
        })
    }

    fn confidence(&self, at: usize) -> Option<Confidence> {
        self.confidences.get(usize::from(*self.confidence.get(at)?)).copied()
    }

    fn code(&self, at: usize) -> Option<&str> {
        self.codes.get(usize::from(*self.code.get(at)?)).map(AsRef::as_ref)
    }

    /// Rows on a target, by holder and date.
    #[inline]
    pub(super) fn on(&self, target: NodeId) -> &[Row] {
        self.by_target.of(target)
    }

    /// Rows of a voice, by date: a holder's own and, of a nation or organization, those made on its behalf.
    #[inline]
    pub(super) fn by(&self, voice: NodeId) -> &[Row] {
        self.by_voice.of(voice)
    }

    /// Bytes kept, but for the texts that few statements have.
    pub(super) fn bytes(&self) -> usize {
        let words =
            [&self.holder, &self.target, &self.said, &self.source].map(|column| size_of_val(&**column));
        let shorts = [&self.code, &self.confidence].map(|column| size_of_val(&**column));
        let lists = size_of_val(&*self.codes)
            + size_of_val(&*self.confidences)
            + size_of_val(&*self.bearing)
            + size_of_val(&*self.spoken_for);
        let apart = self.apart.len() * (size_of::<(u32, Arc<Apart>)>() + size_of::<Apart>());
        let columns = words.iter().chain(&shorts).sum::<usize>() + size_of_val(&*self.bits);
        columns + lists + apart + self.keys.bytes() + self.by_target.bytes() + self.by_voice.bytes()
    }
}
