//! The parts of a snapshot, taken apart and put together again as the layout describes them.

/// Where the checksum stands, and where what it is of begins.
const CHECKSUM: usize = 12;
const CHECKED: usize = 16;
const HEADER: usize = 24;

/// A snapshot as its parts: a name of four letters and bytes.
pub(crate) type Parts = Vec<([u8; 4], Vec<u8>)>;

fn long(bytes: &[u8], at: usize) -> usize {
    usize::try_from(u64::from_le_bytes(bytes[at..at + 8].try_into().unwrap())).unwrap()
}

/// The parts of a sound snapshot.
pub(crate) fn parts(file: &[u8]) -> Parts {
    assert_eq!(file[..CHECKSUM], *b"\x89SGR\r\n\x1a\n\x01\0\0\0");
    assert_eq!(long(file, CHECKED), file.len());
    let (mut parts, mut at) = (Vec::new(), HEADER);
    while at < file.len() {
        let end = at + 12 + long(file, at + 4);
        parts.push((file[at..at + 4].try_into().unwrap(), file[at + 12..end].to_vec()));
        at = end;
    }
    parts
}

/// A file of these parts, with lengths and checksum that fit.
pub(crate) fn file(parts: &Parts) -> Vec<u8> {
    let mut file = b"\x89SGR\r\n\x1a\n\x01\0\0\0\0\0\0\0".to_vec();
    let length = HEADER + parts.iter().map(|(_, bytes)| bytes.len() + 12).sum::<usize>();
    file.extend((length as u64).to_le_bytes());
    for (name, bytes) in parts {
        file.extend(name);
        file.extend((bytes.len() as u64).to_le_bytes());
        file.extend(bytes);
    }
    checked(file)
}

/// The file with a checksum that fits.
pub(crate) fn checked(mut file: Vec<u8>) -> Vec<u8> {
    if let Some(rest) = file.get(CHECKED..) {
        let checksum = crc32fast::hash(rest);
        file[CHECKSUM..CHECKED].copy_from_slice(&checksum.to_le_bytes());
    }
    file
}

/// Numbers that look drawn by lot, the same every time.
pub(crate) struct Lots(pub(crate) u64);

impl Lots {
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    pub(crate) fn byte(&mut self) -> u8 {
        self.below(256).to_le_bytes()[0]
    }
}

/// How many changed files are tried in all: `STANCEGRAPH_SNAPSHOT_CASES`, so many where it is not set.
pub(crate) fn cases(few: usize) -> usize {
    std::env::var("STANCEGRAPH_SNAPSHOT_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(few)
}
