//! Numbers, texts and columns as bytes.

use crate::model::{Confidence, Date, Interval};

/// Bytes of a part of a snapshot.
#[derive(Debug, Default)]
pub(in crate::graph) struct Encoder {
    bytes: Vec<u8>,
}

impl Encoder {
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub(in crate::graph) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    pub(in crate::graph) fn bytes(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// A number in four bytes, the low one first.
    pub(in crate::graph) fn word(&mut self, word: u32) {
        self.bytes(&word.to_le_bytes());
    }

    /// A number in as many groups of seven bits as it has, the low one first; all but the last are marked.
    pub(in crate::graph) fn number(&mut self, number: u64) {
        let mut rest = number;
        while rest > 0x7f {
            self.byte(low(rest) | 0x80);
            rest >>= 7;
        }
        self.byte(low(rest));
    }

    pub(in crate::graph) fn count(&mut self, count: usize) {
        self.number(u64::try_from(count).unwrap_or(u64::MAX));
    }

    /// A text after its length.
    pub(in crate::graph) fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes(text.as_bytes());
    }

    /// A text that may be missing; a flag tells whether it is.
    pub(in crate::graph) fn optional(&mut self, text: Option<&str>) {
        if let Some(text) = text {
            self.text(text);
        }
    }

    /// A date that may be missing; a flag tells whether it is.
    pub(in crate::graph) fn date(&mut self, date: Option<Date>) {
        if let Some(date) = date {
            self.number(date.pack().into());
        }
    }

    pub(in crate::graph) fn interval(&mut self, interval: Interval) {
        self.date(interval.since);
        self.date(interval.until);
    }

    /// A confidence that may be missing; a flag tells whether it is.
    pub(in crate::graph) fn confidence(&mut self, confidence: Option<Confidence>) {
        if let Some(rated) = confidence {
            self.bytes(&rated.get().to_bits().to_le_bytes());
        }
    }

    /// Numbers in as few bytes each as the highest of them takes: none, one, two or four.
    pub(in crate::graph) fn column(&mut self, values: impl Iterator<Item = u32> + Clone) {
        let highest = values.clone().max().unwrap_or_default();
        let width = width_of(highest);
        self.byte(width);
        match width {
            0 => {}
            1 => self.bytes.extend(values.map(|value| value.to_le_bytes()[0])),
            2 => self.bytes.extend(values.flat_map(|value| [value.to_le_bytes()[0], value.to_le_bytes()[1]])),
            _ => self.bytes.extend(values.flat_map(u32::to_le_bytes)),
        }
    }
}

/// How many bytes a column takes a value.
pub(super) const fn width_of(highest: u32) -> u8 {
    match highest {
        0 => 0,
        1..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    }
}

/// Which of some things are there, as bits, the first in the lowest.
pub(in crate::graph) fn flags<const N: usize>(there: [bool; N]) -> u32 {
    (0..).zip(there).fold(0, |flags, (at, there)| flags | u32::from(there) << at)
}

fn low(number: u64) -> u8 {
    number.to_le_bytes()[0]
}
