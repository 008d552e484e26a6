//! Bytes as numbers, texts and columns; each length is held against what is left before anything is made of it.

use crate::model::{Confidence, Date, Interval, Key};

use super::encoder::width_of;
use super::error::Flaw;

/// What is left of a part of a snapshot.
#[derive(Debug, Clone)]
pub(in crate::graph) struct Decoder<'f> {
    left: &'f [u8],
    part: &'static str,
}

impl<'f> Decoder<'f> {
    pub(super) const fn new(left: &'f [u8], part: &'static str) -> Self {
        Self { left, part }
    }

    /// What is wrong here.
    pub(in crate::graph) const fn flaw(&self, what: &'static str) -> Flaw {
        Flaw { part: self.part, left: self.left.len(), what }
    }

    /// Nothing, or what is wrong here.
    pub(in crate::graph) fn ensure(&self, is_sound: bool, what: &'static str) -> Result<(), Flaw> {
        is_sound.then_some(()).ok_or_else(|| self.flaw(what))
    }

    /// Nothing, as long as nothing is left.
    pub(in crate::graph) fn end(&self) -> Result<(), Flaw> {
        self.ensure(self.left.is_empty(), "something follows that has no meaning")
    }

    pub(in crate::graph) fn bytes(&mut self, count: usize) -> Result<&'f [u8], Flaw> {
        let (taken, left) = self.left.split_at_checked(count).ok_or_else(|| self.too_short())?;
        self.left = left;
        Ok(taken)
    }

    const fn too_short(&self) -> Flaw {
        self.flaw("more is announced than there is")
    }

    pub(in crate::graph) fn byte(&mut self) -> Result<u8, Flaw> {
        let (byte, left) = self.left.split_first().ok_or_else(|| self.too_short())?;
        self.left = left;
        Ok(*byte)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Flaw> {
        let (array, left) = self.left.split_first_chunk().ok_or_else(|| self.too_short())?;
        self.left = left;
        Ok(*array)
    }

    pub(in crate::graph) fn word(&mut self) -> Result<u32, Flaw> {
        self.array().map(u32::from_le_bytes)
    }

    pub(in crate::graph) fn number(&mut self) -> Result<u64, Flaw> {
        let (mut number, mut shift) = (0_u64, 0);
        loop {
            let byte = self.byte()?;
            let group = u64::from(byte & 0x7f);
            let fits = shift < 64 && group << shift >> shift == group;
            let is_short = group > 0 || byte > 0x7f || shift == 0;
            self.ensure(fits && is_short, "a number is not written as numbers are")?;
            number |= group << shift;
            if byte <= 0x7f {
                return Ok(number);
            }
            shift += 7;
        }
    }

    /// How many things follow, each of at least so many bytes.
    pub(in crate::graph) fn count(&mut self, least: usize) -> Result<usize, Flaw> {
        let count = usize::try_from(self.number()?).unwrap_or(usize::MAX);
        self.ensure(count <= self.left.len() / least, "more is announced than there is")?;
        Ok(count)
    }

    /// A number below a limit.
    pub(in crate::graph) fn below(&mut self, limit: usize, what: &'static str) -> Result<u32, Flaw> {
        let number = u32::try_from(self.number()?).ok();
        number.filter(|number| (*number as usize) < limit).ok_or_else(|| self.flaw(what))
    }

    pub(in crate::graph) fn text(&mut self) -> Result<&'f str, Flaw> {
        let length = self.count(1)?;
        let bytes = self.bytes(length)?;
        std::str::from_utf8(bytes).map_err(|_| self.flaw("a text is not UTF-8"))
    }

    /// A text of more than white space.
    pub(in crate::graph) fn required(&mut self) -> Result<&'f str, Flaw> {
        let text = self.text()?;
        self.ensure(!text.trim().is_empty(), "a text that is needed is empty")?;
        Ok(text)
    }

    pub(in crate::graph) fn key(&mut self) -> Result<Key, Flaw> {
        Key::new(self.text()?).map_err(|_| self.flaw("a key is no key"))
    }

    pub(in crate::graph) fn optional(&mut self, is_there: bool) -> Result<Option<String>, Flaw> {
        if is_there { self.text().map(|text| Some(text.to_owned())) } else { Ok(None) }
    }

    pub(in crate::graph) fn date(&mut self, is_there: bool) -> Result<Option<Date>, Flaw> {
        if !is_there {
            return Ok(None);
        }
        let packed = u32::try_from(self.number()?).ok();
        let date = packed.and_then(|packed| Date::unpack(packed).filter(|date| date.pack() == packed));
        date.map(Some).ok_or_else(|| self.flaw("a date is not on the calendar"))
    }

    pub(in crate::graph) fn interval(&mut self, has_since: bool, has_until: bool) -> Result<Interval, Flaw> {
        let (since, until) = (self.date(has_since)?, self.date(has_until)?);
        Interval::new(since, until).map_err(|_| self.flaw("an interval has no day"))
    }

    pub(in crate::graph) fn confidence(&mut self, is_there: bool) -> Result<Option<Confidence>, Flaw> {
        if !is_there {
            return Ok(None);
        }
        let number = self.array().map(u64::from_le_bytes).map(f64::from_bits)?;
        Confidence::new(number).map(Some).map_err(|_| self.flaw("a confidence is off the scale"))
    }

    /// A value of a closed set by its byte.
    pub(in crate::graph) fn code<T>(&mut self, of: fn(u8) -> Option<T>) -> Result<T, Flaw> {
        let code = self.byte()?;
        of(code).ok_or_else(|| self.flaw("a code is not known"))
    }

    /// Which of so many things are there.
    pub(in crate::graph) fn flags(&mut self, known: u32) -> Result<Flags, Flaw> {
        let flags = u32::from(self.byte()?);
        self.known(flags, known)
    }

    /// Which of so many things are there, more than eight.
    pub(in crate::graph) fn long_flags(&mut self, known: u32) -> Result<Flags, Flaw> {
        let flags = self.word()?;
        self.known(flags, known)
    }

    fn known(&self, flags: u32, known: u32) -> Result<Flags, Flaw> {
        self.ensure(flags >> known == 0, "a field is not known")?;
        Ok(Flags(flags))
    }

    /// Looks at so many numbers, each in as few bytes as the highest of them takes.
    pub(in crate::graph) fn column(&mut self, count: usize, mut look: impl FnMut(u32)) -> Result<(), Flaw> {
        let width = self.byte()?;
        let bytes = self.bytes(count.saturating_mul(usize::from(width)))?;
        let mut highest = 0;
        let mut see = |value: u32| {
            highest = highest.max(value);
            look(value);
        };
        match width {
            0 => (0..count).for_each(|_| see(0)),
            1 => bytes.iter().for_each(|one| see((*one).into())),
            2 => bytes.as_chunks().0.iter().for_each(|two| see(u16::from_le_bytes(*two).into())),
            4 => bytes.as_chunks().0.iter().for_each(|four| see(u32::from_le_bytes(*four))),
            _ => return Err(self.flaw("a column has no such width")),
        }
        self.ensure(width_of(highest) == width, "a column is wider than it needs to be")
    }
}

/// Which of some things are there.
#[derive(Debug, Clone, Copy)]
pub(in crate::graph) struct Flags(u32);

impl Flags {
    pub(in crate::graph) const fn has(self, at: u32) -> bool {
        self.0 >> at & 1 == 1
    }
}
