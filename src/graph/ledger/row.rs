//! A statement packed for reading in a stream.

use crate::model::{Date, NodeId, Polarity, StatementId, is_word};

use super::bits::Bits;

/// One statement in a run: the node at its other end, when it was said, which way it leans, and which it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Row {
    other: u32,
    /// The packed date, then the flags.
    when: u32,
    entry: u32,
}

/// When a statement was made, which it is, and which way it leans; the later is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Moment(u64);

impl Moment {
    /// Whether it stands for no statement.
    pub(crate) const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The statement.
    pub(crate) fn statement(self) -> StatementId {
        StatementId::new(u32::try_from(self.0 >> 2 & 0xffff_ffff).unwrap_or(u32::MAX))
    }

    /// Which way it leans.
    #[inline]
    pub(crate) fn polarity(self) -> Option<Polarity> {
        Polarity::from_code((self.0 & u64::from(POLARITY)).to_le_bytes()[0])
    }
}

const FLAGS: u32 = 9;
const POLARITY: u32 = 0x3;
/// Anything but one holder's own unmarked words: a hint, a deed, an absence, or with something kept apart.
const SPECIAL: u32 = 0x4;
/// No day is known, or only a month or a year.
const INEXACT: u32 = 0x8;

impl Row {
    /// The date and the flags of a statement, from its packed date and its small fields.
    pub(super) fn time_of(said: u32, bits: Bits) -> u32 {
        let stance = bits.stance();
        let polarity = stance.polarity().map_or(3, |polarity| u32::from(polarity.code()));
        let special = bits.has_apart() || !is_word(bits.act(), bits.modality(), stance);
        let exact = Date::is_packed_day(said);
        said << FLAGS | polarity | if special { SPECIAL } else { 0 } | if exact { 0 } else { INEXACT }
    }

    /// [`time_of`](Self::time_of), from what it makes of the same small fields without a date.
    #[inline]
    pub(super) const fn time_at(said: u32, undated: u32) -> u32 {
        let flags = if Date::is_packed_day(said) { undated & !INEXACT } else { undated };
        said << FLAGS | flags
    }

    /// No row.
    pub(super) const GAP: Self = Self { other: u32::MAX, when: u32::MAX, entry: u32::MAX };

    pub(super) const fn new(other: u32, when: u32, entry: u32) -> Self {
        Self { other, when, entry }
    }

    /// The same statement, with another node at its other end.
    pub(super) const fn with_other(self, other: NodeId) -> Self {
        Self { other: other.raw(), ..self }
    }

    /// The node at the other end: the holder in a run by target, the target in a run by voice.
    #[inline]
    pub(crate) fn other(self) -> NodeId {
        NodeId::new(self.other)
    }

    /// The packed date; 0 where there is none.
    #[inline]
    pub(crate) const fn when(self) -> u32 {
        self.when >> FLAGS
    }

    #[inline]
    pub(crate) fn polarity(self) -> Option<Polarity> {
        Polarity::from_code((self.when & POLARITY).to_le_bytes()[0])
    }

    /// Whether it is one holder's own unmarked words of a known day, with nothing kept apart.
    #[inline]
    pub(crate) const fn is_plain(self) -> bool {
        self.when & (SPECIAL | INEXACT) == 0
    }

    /// As one number that grows with a packed date and, on one date, with the order of entry; never 0. The polarity stands
    /// in its two lowest bits.
    #[inline]
    pub(crate) fn moment(self, when: u32, base: u32) -> Moment {
        let entry = u64::from(base + self.entry);
        Moment(u64::from(when + 1) << 34 | entry << 2 | u64::from(self.when & POLARITY))
    }

    /// [`moment`](Self::moment) at its own date, or none where that is after a packed date.
    #[inline]
    pub(crate) fn moment_until(self, cutoff: u32, base: u32) -> Moment {
        let moment = self.moment(self.when(), base);
        Moment(moment.0 * u64::from(self.when() <= cutoff))
    }

    /// The row of its statement in the segment.
    pub(super) const fn entry(self) -> u32 {
        self.entry
    }

    /// The same with so many statements before it.
    pub(super) const fn after(self, others: u32) -> Self {
        Self { entry: self.entry + others, ..self }
    }

    /// Whether it takes a closer look.
    pub(super) const fn is_special(self) -> bool {
        self.when & SPECIAL != 0
    }

    /// The same, to be looked at more closely.
    pub(super) const fn as_special(self) -> Self {
        Self { when: self.when | SPECIAL, ..self }
    }

    /// What it is sorted by.
    pub(super) const fn rank(self, within: Within) -> (u32, u32, u32) {
        match within {
            Within::Other => (self.other, self.when(), self.entry),
            Within::Time => (self.when(), self.entry, 0),
        }
    }
}

/// What the rows of one node are sorted by.
#[derive(Debug, Clone, Copy)]
pub(super) enum Within {
    /// The other node, then the date, then the order of entry.
    Other,
    /// The date, then the order of entry.
    Time,
}
