//! What a snapshot begins with, and how its parts follow one another.

use super::SnapshotError;
use super::decoder::Decoder;
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

/// A file that begins and is as long as a snapshot.
#[derive(Debug)]
pub(super) struct Frame<'f> {
    file: &'f [u8],
    checksum: u32,
}

impl<'f> Frame<'f> {
    pub(super) fn of(file: &'f [u8]) -> Result<Self, SnapshotError> {
        let is_cut = !file.is_empty() && MAGIC.starts_with(file);
        if !is_snapshot(file) && !is_cut {
            return Err(SnapshotError::Foreign);
        }
        let found = u64::try_from(file.len()).unwrap_or(u64::MAX);
        let cut = |expected| SnapshotError::Truncated { found, expected };
        let four = |at| word(file, at).ok_or_else(|| cut(HEADER as u64));
        let version = four(8)?;
        if version > VERSION {
            return Err(SnapshotError::Newer { found: version, known: VERSION });
        }
        let (checksum, low, high) = (four(12)?, four(16)?, four(20)?);
        let length = u64::from(high) << 32 | u64::from(low);
        if found < length {
            return Err(cut(length));
        }
        if version == 0 || found > length {
            return Err(SnapshotError::Damaged);
        }
        Ok(Self { file, checksum })
    }

    /// Whether the bytes are those that were written.
    pub(super) fn is_whole(&self) -> bool {
        self.file.get(CHECKED..).map(crc32fast::hash) == Some(self.checksum)
    }

    /// The parts, in their order.
    pub(super) fn parts(&self) -> Result<[Decoder<'f>; PARTS.len()], SnapshotError> {
        let mut left = Decoder::new(self.file.get(HEADER..).unwrap_or_default(), "parts");
        let mut parts = PARTS.map(|(_, name)| Decoder::new(&[], name));
        for (part, (tag, name)) in parts.iter_mut().zip(PARTS) {
            let is_next = left.bytes(tag.len())? == tag;
            left.ensure(is_next, "a part is not the one that belongs here")?;
            let (low, high) = (left.word()?, left.word()?);
            let length = u64::from(high) << 32 | u64::from(low);
            *part = Decoder::new(left.bytes(usize::try_from(length).unwrap_or(usize::MAX))?, name);
        }
        left.end()?;
        Ok(parts)
    }
}

fn word(file: &[u8], at: usize) -> Option<u32> {
    file.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}
