//! JSON objects as bulk data has them: on one line, of texts without escapes and of numbers. Anything else is left to
//! the reader of all JSON.

/// A value as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written<'l> {
    /// A text, without its quotes.
    Text(&'l str),
    /// A number, as JSON spells them.
    Number(&'l str),
}

/// Hands each member of an object on, in order; `None` where it is not that plain, or where `each` gives up.
pub(super) fn members<'l>(
    line: &'l str,
    mut each: impl FnMut(&'l str, Written<'l>) -> Option<()>,
) -> Option<()> {
    let mut at = Cursor { line, at: 0 };
    at.blanks();
    at.byte(b'{')?;
    loop {
        at.blanks();
        let name = at.text()?;
        at.blanks();
        at.byte(b':')?;
        at.blanks();
        let value = match at.peek()? {
            b'"' => Written::Text(at.text()?),
            _ => Written::Number(at.number()?),
        };
        each(name, value)?;
        at.blanks();
        match at.peek()? {
            b',' => at.at += 1,
            b'}' => break,
            _ => return None,
        }
    }
    at.at += 1;
    at.blanks();
    at.peek().is_none().then_some(())
}

struct Cursor<'l> {
    line: &'l str,
    at: usize,
}

impl<'l> Cursor<'l> {
    #[inline]
    fn peek(&self) -> Option<u8> {
        self.line.as_bytes().get(self.at).copied()
    }

    #[inline]
    fn byte(&mut self, wanted: u8) -> Option<()> {
        let is_there = self.peek()? == wanted;
        self.at += usize::from(is_there);
        is_there.then_some(())
    }

    #[inline]
    fn blanks(&mut self) {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.peek() {
            self.at += 1;
        }
    }

    /// A text in quotes; `None` where it has an escape or is none.
    #[inline]
    fn text(&mut self) -> Option<&'l str> {
        self.byte(b'"')?;
        let start = self.at;
        let end = start + text_end(self.line.as_bytes().get(start..)?)?;
        self.at = end;
        self.byte(b'"')?;
        self.line.get(start..end)
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    /// A number; `None` where it is spelled otherwise than JSON has it.
    #[inline]
    fn number(&mut self) -> Option<&'l str> {
        let start = self.at;
        let _ = self.byte(b'-');
        if self.byte(b'0').is_none() {
            self.digits()?;
        }
        if self.byte(b'.').is_some() {
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        self.line.get(start..self.at)
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = ONES << 7;
const LOW: u64 = !HIGH;

/// Where the first quote, backslash or control character stands.
#[inline]
fn text_end(bytes: &[u8]) -> Option<usize> {
    let mut base = 0;
    while let Some(eight) = bytes.get(base..).and_then(<[u8]>::first_chunk::<8>) {
        let found = ends(u64::from_le_bytes(*eight));
        if found != 0 {
            return Some(base + (found.trailing_zeros() >> 3) as usize);
        }
        base += 8;
    }
    let is_end = |byte: &u8| *byte < b' ' || matches!(byte, b'"' | b'\\');
    Some(base + bytes.get(base..)?.iter().position(is_end)?)
}

/// The high bit of each byte that ends a text.
#[inline]
const fn ends(word: u64) -> u64 {
    let control = !(((word & LOW) + ONES * (0x80 - b' ' as u64)) | word);
    (control | is(word, b'"') | is(word, b'\\')) & HIGH
}

/// The high bit of each byte that is this one; no matter what the other bits are.
#[inline]
const fn is(word: u64, byte: u8) -> u64 {
    let other = word ^ (ONES * byte as u64);
    !(((other & LOW) + LOW) | other)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(line: &str) -> Option<Vec<(String, String)>> {
        let mut all = Vec::new();
        members(line, |name, value| {
            let (Written::Text(text) | Written::Number(text)) = value;
            all.push((name.to_owned(), text.to_owned()));
            Some(())
        })?;
        Some(all)
    }

    #[test]
    fn members_come_in_order() {
        let found = read(" {\"a\": \"x, ż}\", \"b\":-1.50e+2 , \"a\":0}\r").unwrap();
        assert_eq!(
            found.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(),
            ["x, ż}", "-1.50e+2", "0"]
        );
    }

    #[test]
    fn what_is_not_plain_or_no_json_is_left_alone() {
        for line in [
            "",
            "{",
            "{}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":01}",
            "{\"a\":1.}",
            "{\"a\":.5}",
            "{\"a\":+1}",
            "{\"a\":1e}",
            "{\"a\":1,}",
            "{\"a\":1}x",
            "{\"a\":1 \"b\":2}",
            "{\"a\":\"\\n\"}",
            "{\"a\":\"\t\"}",
            "{\"a\":null}",
            "{\"a\":[]}",
            "{\"a\":\"x}",
            "[1]",
            "{a:1}",
            "{\"a\":-}",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn a_text_ends_at_its_quote_wherever_that_stands() {
        for byte in (0..=0x7f).filter(|byte| *byte < b' ' || matches!(byte, b'"' | b'\\')) {
            for at in 0..20 {
                let mut bytes = "\u{ff}\u{5b}#!] ~\u{7f}\u{22c}...........".as_bytes()[..20].to_vec();
                bytes[at] = byte;
                assert_eq!(text_end(&bytes), Some(at), "{byte} at {at}");
            }
        }
        assert_eq!(text_end(&[b'x'; 20]), None);
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_the_reader_of_all_json_reads(line in "[{}\": ,ab0-9.e\\\\+-]{0,12}|\\{\"[ab]\": ?[-0-9.e+]{1,6}\\}|\\{\"[ab]\":\"[ -~ż]{0,9}\"\\}") {
            if let Some(found) = read(&line) {
                let value: serde_json::Value = serde_json::from_str(&line).unwrap();
                for (name, text) in &found {
                    let is_last = found.iter().rfind(|(other, _)| other == name).map(|(_, text)| text) == Some(text);
                    let told = &value[name.as_str()];
                    prop_assert!(!is_last || told.as_str() == Some(text) || told.as_f64() == text.parse().ok());
                }
            }
        }
    }
}
