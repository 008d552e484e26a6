//! Rows of a table apart into fields.

use super::blocks::MAX_ROW;
use super::marks::Marks;
use super::scan::{At, Sign};

/// Reads the rows of a block one after the other.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    marks: Marks,
    /// Behind the row, and which line begins there.
    at: usize,
    next_line: u32,
    /// The row.
    start: usize,
    end: usize,
    line: u32,
    has_quotes: bool,
    /// Where each field of the row ends, counted from its start.
    ends: Vec<usize>,
    /// The fields of a row with quotes, without them, each with a comma behind it.
    unquoted: Vec<u8>,
}

/// A row, apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'b> {
    text: &'b str,
    ends: &'b [usize],
    /// The line on which it begins.
    pub(super) line: u32,
}

/// A row that cannot be taken apart, and the line on which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unreadable {
    pub(super) line: u32,
    pub(super) why: Why,
}

/// Why a row cannot be taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    TooLong,
    NotUtf8,
}

impl<'b> Row<'b> {
    /// How many fields there are.
    pub(super) const fn len(self) -> usize {
        self.ends.len()
    }

    /// A field, without the blanks around it; empty where there is none.
    #[inline]
    pub(super) fn get(self, field: usize) -> &'b str {
        let start = match field.checked_sub(1) {
            None => Some(0),
            Some(before) => self.ends.get(before).map(|end| end + 1),
        };
        let text = start.zip(self.ends.get(field)).and_then(|(start, end)| self.text.get(start..*end));
        trimmed(text.unwrap_or_default())
    }
}

/// Without blanks around it.
#[inline]
pub(super) fn trimmed(text: &str) -> &str {
    let is_plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_plain(bytes.first()) && is_plain(bytes.last()) { text } else { text.trim() }
}

impl Splitter {
    /// At the start of a block.
    pub(super) fn start(&mut self, bytes: &[u8], line: u32) {
        (self.marks, self.at, self.next_line) = (Marks::from(bytes, 0), 0, line);
    }

    /// Goes to the next row; whether there is one. Empty lines are no rows.
    #[inline]
    pub(super) fn advance(&mut self, bytes: &[u8]) -> bool {
        loop {
            (self.start, self.line) = (self.at, self.next_line);
            let Some((end, has_quotes)) = self.split(bytes) else { return false };
            if end > self.start {
                (self.end, self.has_quotes) = (end, has_quotes);
                return true;
            }
        }
    }

    /// The row it went to.
    #[inline]
    pub(super) fn row<'s>(&'s self, bytes: &'s [u8]) -> Result<Row<'s>, Unreadable> {
        let line = self.line;
        if self.end - self.start > MAX_ROW {
            return Err(Unreadable { line, why: Why::TooLong });
        }
        let plain = bytes.get(self.start..self.end).unwrap_or_default();
        let text = str::from_utf8(if self.has_quotes { &self.unquoted } else { plain });
        text.map(|text| Row { text, ends: &self.ends, line })
            .map_err(|_| Unreadable { line, why: Why::NotUtf8 })
    }

    /// The line on which the row begins.
    pub(super) const fn line(&self) -> u32 {
        self.line
    }

    /// Behind the row it went to: the place, and the line that begins there.
    pub(super) const fn behind(&self) -> (usize, u32) {
        (self.at, self.next_line)
    }

    /// Goes behind the next row: where it ends, and whether fields of it stand in quotes.
    #[inline]
    fn split(&mut self, bytes: &[u8]) -> Option<(usize, bool)> {
        let start = self.at;
        if start >= bytes.len() {
            return None;
        }
        self.ends.clear();
        let mut field = start;
        loop {
            let at = self.marks.next(bytes);
            match bytes.get(at) {
                Some(b',') => {
                    self.ends.push(at - start);
                    field = at + 1;
                }
                None | Some(b'\n' | b'\r') => {
                    self.ends.push(at - start);
                    self.go_behind_end(bytes, at);
                    return Some((at, false));
                }
                Some(b'"') if at == field => return Some((self.split_quoted(bytes), true)),
                Some(_) => {}
            }
        }
    }

    /// As [`split`](Self::split), sign by sign. A quote that is not closed is closed by the end.
    fn split_quoted(&mut self, bytes: &[u8]) -> usize {
        self.ends.clear();
        self.unquoted.clear();
        let (mut at, mut place) = (At::Start, self.at);
        while let Some(byte) = bytes.get(place) {
            let (sign, next) = at.read(*byte);
            at = next;
            match sign {
                Sign::Text => {
                    self.unquoted.push(*byte);
                    let is_alone = *byte == b'\r' && bytes.get(place + 1) != Some(&b'\n');
                    self.next_line = self.next_line.saturating_add(u32::from(*byte == b'\n' || is_alone));
                }
                Sign::Quote => {}
                Sign::Comma => {
                    self.ends.push(self.unquoted.len());
                    self.unquoted.push(b',');
                }
                Sign::End => break,
            }
            place += 1;
        }
        self.ends.push(self.unquoted.len());
        self.marks = Marks::from(bytes, place);
        if place < bytes.len() {
            self.marks.next(bytes);
        }
        self.go_behind_end(bytes, place);
        place
    }

    /// Goes on behind a line end, both halves of it; its first mark is behind already.
    #[inline]
    fn go_behind_end(&mut self, bytes: &[u8], end: usize) {
        self.at = end + 1;
        if bytes.get(end) == Some(&b'\r') && bytes.get(end + 1) == Some(&b'\n') {
            self.marks.next(bytes);
            self.at = end + 2;
        }
        self.next_line = self.next_line.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The rows of a text and the lines on which they begin.
    fn rows(text: &[u8]) -> Vec<(u32, Vec<String>)> {
        let mut splitter = Splitter::default();
        splitter.start(text, 1);
        let mut rows = Vec::new();
        while splitter.advance(text) {
            let row = splitter.row(text).unwrap();
            rows.push((row.line, (0..row.len()).map(|field| row.get(field).to_owned()).collect()));
        }
        rows
    }

    #[test]
    fn rows_know_the_line_they_begin_on() {
        let lines = |text: &str| rows(text.as_bytes()).into_iter().map(|(line, _)| line).collect::<Vec<_>>();
        assert_eq!(lines("a\n\nb\r\nc\rd"), [1, 3, 4, 5]);
        assert_eq!(lines("\"a\n\r\n\r\"\n\"b\"\nc"), [1, 5, 6]);
    }

    #[test]
    fn rows_of_other_bytes_are_told() {
        let text = b"a,b\n\xff,b\n\"\xff\",b\nc,d";
        let mut splitter = Splitter::default();
        splitter.start(text, 1);
        let mut told = Vec::new();
        while splitter.advance(text) {
            told.push(splitter.row(text).map(|row| row.line));
        }
        let wrong = |line| Err(Unreadable { line, why: Why::NotUtf8 });
        assert_eq!(told, [Ok(1), wrong(2), wrong(3), Ok(4)]);
    }

    proptest! {
        #[test]
        fn fields_are_those_of_a_reader_that_all_use(text in "[abż,\" \\r\\n]{0,60}") {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let theirs: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.unwrap().iter().map(|field| field.trim().to_owned()).collect())
                .collect();
            let ours: Vec<Vec<String>> = rows(text.as_bytes()).into_iter().map(|(_, fields)| fields).collect();
            prop_assert_eq!(ours, theirs);
        }
    }
}
