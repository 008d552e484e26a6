//! Fills a segment, statement by statement.

use std::sync::Arc;

use hashbrown::HashMap;

use crate::model::{Confidence, Date, NodeId, SourceId};

use super::Ledger;
use super::apart::{Apart, Code, Entry, Noted, ShortCode, noted};
use super::bits::Bits;
use super::columns::{Columns, NONE, NONE_SHORT};
use super::key_writer::KeyWriter;
use super::row::Row;
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
}

/// The key of a statement is taken already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::graph) struct Taken;

impl Writer {
    /// None yet, to come after these.
    pub(in crate::graph) fn after(before: Ledger) -> Self {
        Self { before, ..Self::default() }
    }

    /// Makes room for so many more.
    pub(in crate::graph) fn reserve(&mut self, more: usize) {
        for column in [&mut self.holder, &mut self.target, &mut self.said, &mut self.source] {
            column.reserve(more);
        }
        for column in [&mut self.code, &mut self.confidence] {
            column.reserve(more);
        }
        self.bits.reserve(more);
    }

    /// Adds a statement, unless its key is taken; what its code is called from now on.
    pub(in crate::graph) fn add(&mut self, mut entry: Entry<'_>) -> Result<Option<ShortCode>, Taken> {
        if self.before.find(entry.key).is_some() || !self.keys.add(entry.key) {
            return Err(Taken);
        }
        let row = u32::try_from(self.holder.len()).unwrap_or(NONE);
        let code = match entry.code {
            Some(Code::Text(text)) => self.code(text, &mut entry.apart),
            Some(Code::Short(ShortCode(short))) => Some(short),
            None => None,
        };
        let confidence = entry.confidence.and_then(|rated| self.confidence(rated, &mut entry.apart));
        let is_apart = entry.apart.is_some();
        self.holder.push(entry.holder.raw());
        self.target.push(entry.target.raw());
        self.said.push(entry.said.map_or(0, Date::pack));
        self.source.push(entry.source.map_or(NONE, SourceId::raw));
        self.bits.push(Bits::new(entry.stance, entry.act, entry.modality, is_apart));
        self.code.push(code.unwrap_or(NONE_SHORT));
        self.confidence.push(confidence.unwrap_or(NONE_SHORT));
        if let Some(apart) = entry.apart {
            self.apart.push((row, Arc::from(apart)));
        }
        Ok(code.map(ShortCode))
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

    /// The ledger with these statements in it.
    pub(in crate::graph) fn finish(mut self) -> Ledger {
        let before = std::mem::take(&mut self.before);
        if self.holder.is_empty() { before } else { before.with(self.columns()) }
    }

    fn columns(self) -> Columns {
        let Noted { spoken_for, bearing } = noted(&self.apart, &self.holder);
        let times = self.said.iter().zip(&self.bits).map(|(said, bits)| Row::time_of(*said, *bits));
        let by_voice = Run::by_voice(&self.holder, &self.target, times, &spoken_for);
        let by_target = Run::by_target(&by_voice, &self.holder, &self.target);
        let mut spoken_for: Vec<NodeId> = spoken_for.into_iter().map(|(power, _)| power).collect();
        spoken_for.sort_unstable();
        spoken_for.dedup();
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
            by_target,
            by_voice,
            spoken_for: spoken_for.into(),
            bearing: bearing.into(),
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
