//! What a snapshot begins with, and how its parts follow one another.

use super::SnapshotError;
use super::encoder::Encoder;

/// What every snapshot begins with. As in PNG, what mangles texts mangles it: the first byte is no ASCII, then come line
/// ends of both kinds and the end of a file.
pub(crate) const MAGIC: [u8; 8] = *b"\x89SGR\r\n\x1a\n";

/// The layout that is written.
pub(super) const VERSION: u32 = 1;

/// The magic, the version, the checksum of all that follows, and how many bytes there are in all.
pub(super) const HEADER: usize = 24;

/// Where what the checksum is of begins.
const CHECKED: usize = 16;

/// The names of the parts, in their order.
pub(super) const PARTS: [(&[u8; 4], &str); 9] = [
    (b"DATA", "datasets"),
    (b"NODE", "nodes"),
    (b"SRCE", "sources"),
    (b"TIES", "ties"),
    (b"COND", "condition records"),
    (b"WORD", "words"),
    (b"KEYS", "keys of statements"),
    (b"COLS", "statements"),
    (b"MORE", "details of statements"),
];

/// A snapshot of these parts, in their order.
pub(super) fn framed(parts: [Encoder; PARTS.len()]) -> Vec<u8> {
    let parts = parts.map(Encoder::into_bytes);
    let length = HEADER + parts.iter().map(|part| part.len() + 12).sum::<usize>();
    let mut file = Vec::with_capacity(length);
    file.extend(MAGIC);
    file.extend(VERSION.to_le_bytes());
    file.extend([0; 4]);
    file.extend(long(length));
    for ((tag, _), part) in PARTS.iter().zip(parts) {
        file.extend(*tag);
        file.extend(long(part.len()));
        file.extend(part);
    }
    let checksum = crc32fast::hash(&file[CHECKED..]);
    file[CHECKED - 4..CHECKED].copy_from_slice(&checksum.to_le_bytes());
    file
}

fn long(length: usize) -> [u8; 8] {
    u64::try_from(length).unwrap_or(u64::MAX).to_le_bytes()
}

/// Whether a file begins as a snapshot.
pub(crate) fn is_snapshot(beginning: &[u8]) -> bool {
    beginning.starts_with(&MAGIC)
}

/// What a file of a snapshot's length begins with.
#[derive(Debug)]
pub(super) struct Header {
    /// The checksum of all that follows it.
    pub(super) checksum: u32,
    /// What the header itself adds to that checksum.
    pub(super) checked: [u8; HEADER - CHECKED],
}

impl Header {
    /// The header of a file of so many bytes, from its first ones.
    pub(super) fn of(head: &[u8], found: u64) -> Result<Self, SnapshotError> {
        let is_cut = !head.is_empty() && MAGIC.starts_with(head);
        if !is_snapshot(head) && !is_cut {
            return Err(SnapshotError::Foreign);
        }
        let cut = |expected| SnapshotError::Truncated { found, expected };
        let four = |at| word(head, at).ok_or_else(|| cut(HEADER as u64));
        let version = four(8)?;
        if version > VERSION {
            return Err(SnapshotError::Newer { found: version, known: VERSION });
        }
        let checksum = four(12)?;
        let checked = head.get(CHECKED..).and_then(<[u8]>::first_chunk).ok_or_else(|| cut(HEADER as u64))?;
        let length = u64::from_le_bytes(*checked);
        if found < length {
            return Err(cut(length));
        }
        if version == 0 || found > length || length < HEADER as u64 {
            return Err(SnapshotError::Damaged);
        }
        Ok(Self { checksum, checked: *checked })
    }
}

fn word(head: &[u8], at: usize) -> Option<u32> {
    head.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}
