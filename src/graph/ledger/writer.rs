//! Fills a segment, statement by statement.

use std::sync::Arc;

use hashbrown::HashMap;

use crate::model::{Capacity, Confidence, Date, NodeId, SourceId, is_word};

use super::Ledger;
use super::apart::{Apart, Entry};
use super::bits::Bits;
use super::columns::{Columns, NONE, NONE_SHORT};
use super::key_writer::KeyWriter;
use super::row::{Row, Within};
use super::run::Run;

/// A segment in the making.
#[derive(Debug, Default)]
pub(in crate::graph) struct Writer {
    /// The statements before these: their keys are taken.
    before: Ledger,
    holder: Vec<u32>,
    target: Vec<u32>,
    said: Vec<u32>,
    source: Vec<u32>,
    bits: Vec<Bits>,
    code: Vec<u16>,
    confidence: Vec<u16>,
    codes: Interned<Arc<str>, Arc<str>>,
    confidences: Interned<u64, Confidence>,
    keys: KeyWriter,
    apart: Vec<(u32, Arc<Apart>)>,
    by_target: Vec<(NodeId, Row)>,
    by_voice: Vec<(NodeId, Row)>,
    spoken_for: Vec<NodeId>,
    bearing: Vec<(NodeId, u32)>,
}

/// The key of a statement is taken already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::graph) struct Taken;

impl Writer {
    /// None yet, to come after these.
    pub(in crate::graph) fn after(before: Ledger) -> Self {
        Self { before, ..Self::default() }
    }

    /// Adds a statement, unless its key is taken.
    pub(in crate::graph) fn add(&mut self, mut entry: Entry<'_>) -> Result<(), Taken> {
        if self.before.find(entry.key).is_some() || !self.keys.add(entry.key) {
            return Err(Taken);
        }
        let row = u32::try_from(self.holder.len()).unwrap_or(NONE);
        let code = entry.code.and_then(|code| self.code(code, &mut entry.apart));
        let confidence = entry.confidence.and_then(|rated| self.confidence(rated, &mut entry.apart));
        let is_apart = entry.apart.is_some();
        self.holder.push(entry.holder.raw());
        self.target.push(entry.target.raw());
        self.said.push(entry.said.map_or(0, Date::pack));
        self.source.push(entry.source.map_or(NONE, SourceId::raw));
        self.bits.push(Bits::new(entry.stance, entry.act, entry.modality, is_apart));
        self.code.push(code.unwrap_or(NONE_SHORT));
        self.confidence.push(confidence.unwrap_or(NONE_SHORT));
        self.order(&entry, is_apart, row);
        self.apart.extend(entry.apart.map(|apart| (row, Arc::from(apart))));
        Ok(())
    }

    fn code(&mut self, code: &str, apart: &mut Option<Box<Apart>>) -> Option<u16> {
        let short = self.codes.find(code).or_else(|| {
            let code: Arc<str> = code.into();
            self.codes.enter(Arc::clone(&code), code)
        });
        if short.is_none() {
            apart.get_or_insert_default().code = Some(code.to_owned());
        }
        short
    }

    fn confidence(&mut self, rated: Confidence, apart: &mut Option<Box<Apart>>) -> Option<u16> {
        let bits = rated.get().to_bits();
        let short = self.confidences.find(&bits).or_else(|| self.confidences.enter(bits, rated));
        if short.is_none() {
            apart.get_or_insert_default().confidence = Some(rated);
        }
        short
    }

    fn order(&mut self, entry: &Entry<'_>, is_apart: bool, row: u32) {
        let special = is_apart || !is_word(entry.act, entry.modality, entry.stance);
        self.by_target.push((entry.target, Row::new(entry.holder, entry, special, row)));
        let of_voice = Row::new(entry.target, entry, special, row);
        self.by_voice.push((entry.holder, of_voice));
        let Some(apart) = &entry.apart else { return };
        if let Capacity::For(powers) = &apart.capacity {
            let others = (0..).zip(powers).filter(|(at, power)| {
                **power != entry.holder && !powers.iter().take(*at).any(|earlier| earlier == *power)
            });
            for (_, power) in others {
                self.by_voice.push((*power, of_voice));
                self.spoken_for.push(*power);
            }
        }
        for &named in apart.related.iter().chain(&apart.rather_than) {
            self.bearing.push((named, row));
        }
    }

    /// The ledger with these statements in it.
    pub(in crate::graph) fn finish(mut self) -> Ledger {
        let before = std::mem::take(&mut self.before);
        if self.holder.is_empty() { before } else { before.with(self.columns()) }
    }

    fn columns(mut self) -> Columns {
        self.bearing.sort_unstable();
        self.bearing.dedup();
        self.spoken_for.sort_unstable();
        self.spoken_for.dedup();
        Columns {
            holder: self.holder.into(),
            target: self.target.into(),
            said: self.said.into(),
            source: self.source.into(),
            bits: self.bits.into(),
            code: self.code.into(),
            confidence: self.confidence.into(),
            codes: self.codes.values.into(),
            confidences: self.confidences.values.into(),
            keys: self.keys.finish(),
            apart: self.apart.into(),
            by_target: Run::new(self.by_target, Within::Other),
            by_voice: Run::new(self.by_voice, Within::Time),
            spoken_for: self.spoken_for.into(),
            bearing: self.bearing.into(),
        }
    }
}

/// Values kept once, each known by a short number.
#[derive(Debug)]
struct Interned<K, V> {
    short: HashMap<K, u16>,
    values: Vec<V>,
}

impl<K, V> Default for Interned<K, V> {
    fn default() -> Self {
        Self { short: HashMap::new(), values: Vec::new() }
    }
}

impl<K: std::hash::Hash + Eq, V> Interned<K, V> {
    fn find<Q: std::hash::Hash + Eq + ?Sized>(&self, key: &Q) -> Option<u16>
    where
        K: std::borrow::Borrow<Q>,
    {
        self.short.get(key).copied()
    }

    /// A number for a new value; `None` where there is no more room.
    fn enter(&mut self, key: K, value: V) -> Option<u16> {
        let id = u16::try_from(self.values.len()).ok().filter(|id| *id < NONE_SHORT)?;
        self.values.push(value);
        self.short.insert(key, id);
        Some(id)
    }
}
