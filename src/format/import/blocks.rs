//! A source in blocks of whole rows, which can be read apart from each other.

use std::io::{self, Read};

use super::scan::{At, Rows};

/// The longest row that is read, in bytes.
pub(super) const MAX_ROW: usize = 1 << 20;

/// Whole rows of a source.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// The rows; none where there is one that is too long to be read.
    pub(super) bytes: Vec<u8>,
    /// The line on which the first of them begins, from 1.
    pub(super) line: u32,
    /// Whether it stands for one row that is too long.
    pub(super) is_too_long: bool,
}

/// The blocks of a source, one after the other. Of a row that is too long no more is kept than one block.
#[derive(Debug)]
pub(super) struct Blocks<R> {
    source: R,
    rows: Rows,
    /// How many bytes are read at once.
    size: usize,
    /// The beginning of a row whose end was not read yet.
    rest: Vec<u8>,
    line: u32,
    is_over: bool,
}

impl<R: Read> Blocks<R> {
    pub(super) const fn new(source: R, rows: Rows, size: usize) -> Self {
        Self { source, rows, size, rest: Vec::new(), line: 1, is_over: false }
    }

    /// The next block, in the memory of one that is done with.
    pub(super) fn next(&mut self, done: Block) -> io::Result<Option<Block>> {
        let mut bytes = done.bytes;
        bytes.clear();
        bytes.append(&mut self.rest);
        loop {
            self.read_more(&mut bytes)?;
            let end = if self.is_over { Some(bytes.len()) } else { self.rows.last_end(&bytes) };
            if let Some(end) = end {
                self.rest.extend_from_slice(bytes.get(end..).unwrap_or_default());
                bytes.truncate(end);
                return Ok((!bytes.is_empty()).then(|| self.block(bytes, false)));
            }
            // The last byte may be half of a line end.
            if bytes.len() > MAX_ROW + 1 {
                return self.skip(bytes).map(Some);
            }
        }
    }

    fn block(&mut self, bytes: Vec<u8>, is_too_long: bool) -> Block {
        let line = self.line;
        self.line = line.saturating_add(u32::try_from(self.rows.lines_in(&bytes)).unwrap_or(u32::MAX));
        Block { bytes, line, is_too_long }
    }

    fn read_more(&mut self, bytes: &mut Vec<u8>) -> io::Result<()> {
        bytes.reserve(self.size);
        let most = u64::try_from(self.size).unwrap_or(u64::MAX);
        let read = self.source.by_ref().take(most).read_to_end(bytes)?;
        self.is_over = read < self.size;
        Ok(())
    }

    /// Goes on behind a row that is too long.
    fn skip(&mut self, mut bytes: Vec<u8>) -> io::Result<Block> {
        let (line, mut at) = (self.line, At::Start);
        loop {
            let end =
                self.rows.first_end(&bytes, &mut at).map(|end| match (bytes.get(end - 1), bytes.get(end)) {
                    (Some(b'\r'), Some(b'\n')) if self.rows == Rows::Table => end + 1,
                    _ => end,
                });
            // A carriage return at the end of what was read may be half of a line end: it is looked at again.
            let half = usize::from(bytes.ends_with(b"\r") && !self.is_over);
            let end = end.filter(|end| *end + half <= bytes.len());
            let rest = bytes.split_off(end.unwrap_or(bytes.len() - half));
            self.block(std::mem::replace(&mut bytes, rest), true);
            if end.is_some() || self.is_over {
                std::mem::swap(&mut self.rest, &mut bytes);
                return Ok(Block { bytes, line, is_too_long: true });
            }
            self.read_more(&mut bytes)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::split::Splitter;
    use super::*;

    /// The rows of each block with their lines, `!` for one that is too long.
    fn blocks(text: &[u8], rows: Rows, size: usize) -> Vec<(u32, String)> {
        let mut blocks = Blocks::new(text, rows, size);
        let next = || blocks.next(Block::default()).unwrap();
        let told = |block: Block| {
            let text = if block.is_too_long { "!".into() } else { String::from_utf8(block.bytes).unwrap() };
            (block.line, text)
        };
        std::iter::from_fn(next).map(told).collect()
    }

    #[test]
    fn blocks_hold_whole_rows_and_know_their_lines() {
        let text = b"a,b\r\n\"c\nd\",e\n\nf,g\rh";
        for size in 1..30 {
            let all: String = blocks(text, Rows::Table, size).into_iter().map(|(_, text)| text).collect();
            assert_eq!(all.as_bytes(), text);
        }
        let expected = [(1, "a,b\r\n"), (2, "\"c\nd\",e\n\n"), (5, "f,g\rh")];
        assert_eq!(blocks(text, Rows::Table, 8), expected.map(|(line, text)| (line, text.to_owned())));
    }

    /// The lines on which rows begin, 0 behind each one that is too long.
    fn rows(text: &[u8], size: usize) -> Vec<u32> {
        let mut blocks = Blocks::new(text, Rows::Table, size);
        let (mut splitter, mut lines) = (Splitter::default(), Vec::new());
        while let Some(block) = blocks.next(Block::default()).unwrap() {
            if block.is_too_long {
                lines.extend([block.line, 0]);
            }
            splitter.start(&block.bytes, block.line);
            while splitter.advance(&block.bytes) {
                let row = splitter.row(&block.bytes);
                lines.push(splitter.line());
                lines.extend(row.is_err().then_some(0));
            }
        }
        lines
    }

    #[test]
    fn a_row_too_long_is_left_out_and_the_next_one_read() {
        let long = "x".repeat(MAX_ROW);
        let rows_of = |row: &str, end: &str, size| rows(format!("a{end}{row}{end}b{end}").as_bytes(), size);
        for end in ["\n", "\r\n", "\r"] {
            for size in [(1 << 18) + 1, 1 << 22] {
                assert_eq!(rows_of(&long, end, size), [1, 2, 3]);
                assert_eq!(rows_of(&format!("{long}y"), end, size), [1, 2, 0, 3]);
                let quoted = format!("\"{long}{end}\"\"{end}{end}\"");
                assert_eq!(rows_of(&quoted, end, size), [1, 2, 0, 6]);
                assert_eq!(rows_of(&format!("\"{long}"), end, size), [1, 2, 0]);
            }
        }
    }
}
