//! Where the rows of a table end, fields in quotes minded.

use super::marks::Marks;

/// Where in a row a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum At {
    /// Before the first sign of a field.
    #[default]
    Start,
    /// In a field without quotes, or behind one in quotes.
    Plain,
    /// In a field in quotes.
    Quoted,
    /// At a quote within quotes, which ends the field or stands for one quote with the next.
    Quote,
}

/// What a byte is to the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Belongs to the field.
    Text,
    /// Opens or closes a field.
    Quote,
    /// Ends the field.
    Comma,
    /// Ends the row.
    End,
}

impl At {
    /// What the next byte is, and where the place behind it is.
    #[inline]
    pub(super) fn read(self, byte: u8) -> (Sign, Self) {
        match (self, byte) {
            (Self::Quoted, b'"') => (Sign::Quote, Self::Quote),
            (Self::Quoted, _) | (Self::Quote, b'"') => (Sign::Text, Self::Quoted),
            (Self::Start, b'"') => (Sign::Quote, Self::Quoted),
            (_, b',') => (Sign::Comma, Self::Start),
            (_, b'\n' | b'\r') => (Sign::End, Self::Start),
            _ => (Sign::Text, Self::Plain),
        }
    }
}

/// How the rows of a text are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    /// By line ends outside of quotes.
    Table,
    /// By line feeds.
    Lines,
}

impl Rows {
    /// Behind the last row that certainly ends in these bytes, which begin at a row.
    pub(super) fn last_end(self, bytes: &[u8]) -> Option<usize> {
        let end = match self {
            Self::Table if bytes.contains(&b'"') => return last_end_with_quotes(bytes),
            Self::Table => bytes.iter().enumerate().rposition(|(at, byte)| match byte {
                b'\n' => true,
                // At the very end it may be half of a line end.
                b'\r' => at + 1 < bytes.len(),
                _ => false,
            }),
            Self::Lines => bytes.iter().rposition(|byte| *byte == b'\n'),
        };
        end.map(|at| at + 1)
    }

    /// Behind the first line end outside of quotes; the place in the row is told and kept.
    pub(super) fn first_end(self, bytes: &[u8], at: &mut At) -> Option<usize> {
        for (place, byte) in bytes.iter().enumerate() {
            let (sign, next) = match self {
                Self::Table => at.read(*byte),
                Self::Lines if *byte == b'\n' => (Sign::End, At::Start),
                Self::Lines => (Sign::Text, At::Plain),
            };
            *at = next;
            if sign == Sign::End {
                return Some(place + 1);
            }
        }
        None
    }

    /// How many lines end in these bytes, which end a row.
    pub(super) fn lines_in(self, bytes: &[u8]) -> usize {
        let feeds = feeds_in(bytes);
        if self == Self::Lines || !bytes.contains(&b'\r') {
            return feeds;
        }
        let next = bytes.iter().skip(1).map(Some).chain([None]);
        let alone = bytes.iter().zip(next).filter(|(byte, next)| **byte == b'\r' && *next != Some(&b'\n'));
        feeds + alone.count()
    }
}

/// How many line feeds there are; counted in single bytes, many at once.
fn feeds_in(bytes: &[u8]) -> usize {
    let in_few = |few: &[u8]| few.iter().fold(0_u8, |count, byte| count + u8::from(*byte == b'\n'));
    bytes.chunks(usize::from(u8::MAX)).map(|few| usize::from(in_few(few))).sum()
}

fn last_end_with_quotes(bytes: &[u8]) -> Option<usize> {
    let (mut marks, mut field, mut end) = (Marks::from(bytes, 0), 0, None);
    loop {
        let place = marks.next(bytes);
        match bytes.get(place) {
            None => return end,
            Some(b'"') if place == field => {
                let Some(behind) = behind_quoted(bytes, place + 1) else { return end };
                marks = Marks::from(bytes, behind);
                // What stands there begins no field.
                field = usize::MAX;
            }
            Some(b',') => field = place + 1,
            Some(b'\n') => (field, end) = (place + 1, Some(place + 1)),
            Some(b'\r') => {
                field = place + 1;
                // With a line feed behind it the row ends there.
                end = bytes.get(place + 1).filter(|next| **next != b'\n').map_or(end, |_| Some(place + 1));
            }
            Some(_) => {}
        }
    }
}

/// Behind the quote that closes a field, which goes on here; `None` where it may go on behind the last byte.
fn behind_quoted(bytes: &[u8], mut from: usize) -> Option<usize> {
    loop {
        let quote = from + bytes.get(from..)?.iter().position(|byte| *byte == b'"')?;
        match bytes.get(quote + 1)? {
            b'"' => from = quote + 2,
            _ => return Some(quote + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_end_in_quotes_ends_no_row() {
        let rows = |text: &str| Rows::Table.last_end(text.as_bytes());
        assert_eq!(rows("a,b\n\"c\nd\",e\n\"f\n"), Some(12));
        assert_eq!(rows("a\"b\nc"), Some(4), "a quote within a field is none");
        assert_eq!(rows("\"a\"\"\nb\"\nc"), Some(8));
        assert_eq!(rows("\"a\"\"\nb"), None);
    }

    #[test]
    fn half_a_line_end_is_none() {
        let rows = |text: &str| Rows::Table.last_end(text.as_bytes());
        assert_eq!(
            (rows("a\rb\r"), rows("\"a\"\rb\r"), rows("a\r"), rows("a\r\nb")),
            (Some(2), Some(4), None, Some(3))
        );
    }

    proptest! {
        #[test]
        fn the_last_end_is_the_one_found_sign_by_sign(text in "[ab,\"\r\n]{0,40}") {
            let bytes = text.as_bytes();
            let (mut at, mut from, mut ends) = (At::Start, 0, vec![None]);
            while let Some(end) = Rows::Table.first_end(&bytes[from..], &mut at) {
                from += end;
                ends.push(Some(from));
            }
            // A carriage return at the end, or before a line feed, is not the end for certain.
            let certain = |end: &&Option<usize>| end.is_none_or(|end| {
                bytes[end - 1] == b'\n' || bytes.get(end).is_some_and(|next| *next != b'\n')
            });
            prop_assert_eq!(Rows::Table.last_end(bytes), *ends.iter().rfind(certain).unwrap());
        }
    }
}
