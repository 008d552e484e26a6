//! A snapshot as it comes: each byte goes into the checksum once, and of the columns none is kept for longer than it takes to
//! make something of it.

use std::io::{self, BufRead, ErrorKind, Read as _};

use crc32fast::Hasher;

use super::decoder::Decoder;
use super::encoder::width_of;
use super::error::{Flaw, Unopened};
use super::frame::{HEADER, Header, PARTS};

/// How much is looked at in one go: little enough to stay in a core's own cache.
pub(crate) const WINDOW: usize = 1 << 17;

/// More groups of seven bits than any number has.
const MOST_GROUPS: usize = 10;

/// What is left of a snapshot behind its header, part by part.
pub(in crate::graph) struct Stream<'r> {
    from: &'r mut (dyn BufRead + Send),
    header: Header,
    checksum: Hasher,
    /// How many bytes are left of the file, with the part that has begun.
    file: usize,
    /// How many are left of that part.
    left: usize,
    begun: usize,
}

/// Room for so many things, or an error where the machine has none.
fn room<T>(count: usize) -> io::Result<Vec<T>> {
    let mut room = Vec::new();
    room.try_reserve_exact(count).map_err(|_| ErrorKind::OutOfMemory)?;
    Ok(room)
}

/// Bytes of a part that are looked at more than once, or later.
#[derive(Debug, Default)]
pub(in crate::graph) struct Kept {
    bytes: Vec<u8>,
    part: &'static str,
}

impl Kept {
    pub(in crate::graph) fn decoder(&self) -> Decoder<'_> {
        Decoder::new(&self.bytes, self.part)
    }
}

impl<'r> Stream<'r> {
    /// A file of so many bytes that begins as a snapshot of that length does.
    pub(super) fn open(from: &'r mut (dyn BufRead + Send), length: usize) -> Result<Self, Unopened> {
        let mut head = Vec::with_capacity(HEADER);
        (&mut *from).take(HEADER as u64).read_to_end(&mut head)?;
        let header = Header::of(&head, u64::try_from(length).unwrap_or(u64::MAX))?;
        let mut checksum = Hasher::new();
        checksum.update(&header.checked);
        Ok(Self { from, header, checksum, file: length.saturating_sub(HEADER), left: 0, begun: 0 })
    }

    /// Reads what is left; whether all bytes are those that were written.
    pub(super) fn finish(mut self) -> Result<bool, Unopened> {
        self.left = self.file;
        while self.left > 0 {
            self.window::<1>(self.left, |_| ())?;
        }
        Ok(self.checksum.finalize() == self.header.checksum)
    }

    /// Begins the part that is next.
    pub(in crate::graph) fn begin(&mut self) -> Result<(), Unopened> {
        self.ensure(self.left == 0, "something follows that has no meaning")?;
        let tag = PARTS.get(self.begun).map(|(tag, _)| *tag);
        let begun = std::mem::take(&mut self.begun);
        self.left = self.file;
        let is_next = tag == Some(&self.array()?);
        self.ensure(is_next, "a part is not the one that belongs here")?;
        let length = usize::try_from(u64::from_le_bytes(self.array()?)).unwrap_or(usize::MAX);
        self.ensure(length <= self.file, "more is announced than there is")?;
        self.left = length;
        self.begun = begun + 1;
        Ok(())
    }

    /// The whole of the part that is next.
    pub(in crate::graph) fn part(&mut self) -> Result<Kept, Unopened> {
        self.begin()?;
        self.rest()
    }

    /// What is left of the part.
    pub(in crate::graph) fn rest(&mut self) -> Result<Kept, Unopened> {
        let mut bytes = room(self.left)?;
        bytes.resize(self.left, 0);
        self.fill(&mut bytes)?;
        Ok(Kept { bytes, part: self.name() })
    }

    /// Nothing, as long as nothing is left.
    pub(in crate::graph) fn end(&self) -> Result<(), Flaw> {
        let trailing = Flaw { part: "parts", left: self.file, what: "something follows that has no meaning" };
        if self.file == 0 { Ok(()) } else { Err(trailing) }
    }

    /// How many things follow, each of at least so many bytes.
    pub(in crate::graph) fn count(&mut self, least: usize) -> Result<usize, Unopened> {
        let mut number = Vec::new();
        loop {
            let [byte] = self.array()?;
            number.push(byte);
            if byte <= 0x7f || number.len() > MOST_GROUPS {
                break;
            }
        }
        let number = Decoder::new(&number, "").number().map_err(|Flaw { what, .. }| self.flaw(what))?;
        let count = usize::try_from(number).unwrap_or(usize::MAX);
        self.ensure(count <= self.left / least, "more is announced than there is")?;
        Ok(count)
    }

    /// So many numbers, each in as few bytes as the highest of them takes, made into what is kept; and the highest.
    pub(in crate::graph) fn column<T: Clone>(
        &mut self,
        count: usize,
        kept: impl Fn(u32) -> T,
    ) -> Result<(Box<[T]>, u32), Unopened> {
        let [width] = self.array()?;
        let (values, highest) = match width {
            0 => {
                let mut values = room(count)?;
                values.resize(count, kept(0));
                (values.into(), 0)
            }
            1 => self.numbers(count, |[one]| u32::from(one), kept)?,
            2 => self.numbers(count, |two| u32::from(u16::from_le_bytes(two)), kept)?,
            4 => self.numbers(count, u32::from_le_bytes, kept)?,
            _ => return Err(self.flaw("a column has no such width").into()),
        };
        self.ensure(width_of(highest) == width, "a column is wider than it needs to be")?;
        Ok((values, highest))
    }

    /// So many numbers of a width, made into what is kept; and the highest.
    pub(in crate::graph) fn numbers<const W: usize, T>(
        &mut self,
        count: usize,
        read: impl Fn([u8; W]) -> u32,
        kept: impl Fn(u32) -> T,
    ) -> Result<(Box<[T]>, u32), Unopened> {
        self.ensure(count <= self.left / W, "more is announced than there is")?;
        let mut values = room(count)?;
        let mut highest = 0;
        while values.len() < count {
            self.window::<W>((count - values.len()) * W, |window| {
                // Two plain passes, one that keeps and one that compares, for either goes many values at a time.
                highest = window.iter().fold(highest, |highest, value| read(*value).max(highest));
                values.extend(window.iter().map(|value| kept(read(*value))));
            })?;
        }
        Ok((values.into(), highest))
    }

    /// Looks at values of a width, one at least, of so many bytes at most.
    fn window<const W: usize>(&mut self, most: usize, look: impl FnOnce(&[[u8; W]])) -> Result<(), Unopened> {
        // What was interrupted goes on.
        while let Err(error) = self.from.fill_buf() {
            if error.kind() != ErrorKind::Interrupted {
                return Err(error.into());
            }
        }
        let window = self.from.fill_buf()?;
        let window = window.get(..window.len().min(WINDOW).min(most)).unwrap_or(window);
        let (values, _) = window.as_chunks::<W>();
        if values.is_empty() {
            // A value that lies across the end of what has come.
            let value = self.array()?;
            look(&[value]);
            return Ok(());
        }
        look(values);
        let length = values.len() * W;
        self.checksum.update(values.as_flattened());
        self.from.consume(length);
        self.advance(length);
        Ok(())
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Unopened> {
        self.ensure(N <= self.left, "more is announced than there is")?;
        let mut array = [0; N];
        self.fill(&mut array)?;
        Ok(array)
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Unopened> {
        self.from.read_exact(bytes)?;
        self.checksum.update(bytes);
        self.advance(bytes.len());
        Ok(())
    }

    fn advance(&mut self, length: usize) {
        self.file = self.file.saturating_sub(length);
        self.left = self.left.saturating_sub(length);
    }

    /// What is wrong here.
    fn flaw(&self, what: &'static str) -> Flaw {
        Flaw { part: self.name(), left: self.left, what }
    }

    /// The name of the part that has begun.
    fn name(&self) -> &'static str {
        self.begun.checked_sub(1).and_then(|at| PARTS.get(at)).map_or("parts", |(_, name)| *name)
    }

    /// Nothing, or what is wrong here.
    pub(in crate::graph) fn ensure(&self, is_sound: bool, what: &'static str) -> Result<(), Flaw> {
        is_sound.then_some(()).ok_or_else(|| self.flaw(what))
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Read};

    use super::*;

    use crate::StanceGraph;
    use crate::graph::snapshot::{SnapshotError, Unopened};

    fn snapshot() -> Vec<u8> {
        crate::datasets::article().unwrap().to_snapshot()
    }

    fn opened(bytes: &[u8], window: usize, length: usize) -> Result<StanceGraph, Unopened> {
        StanceGraph::open_snapshot(&mut BufReader::with_capacity(window, bytes), length)
    }

    #[test]
    fn room_that_no_machine_has_is_an_error() {
        let error = room::<u64>(usize::MAX / 8).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutOfMemory);
    }

    #[test]
    fn a_snapshot_opens_however_it_comes() {
        let bytes = snapshot();
        for window in [1, 3, 64, 1000, bytes.len(), 1 << 20] {
            let graph = opened(&bytes, window, bytes.len()).unwrap();
            assert_eq!(graph.to_snapshot(), bytes, "in windows of {window}");
        }
    }

    /// Interrupts every other reading.
    struct Restless<'b>(&'b [u8], bool);

    impl Read for Restless<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.1 = !self.1;
            if self.1 { Err(ErrorKind::Interrupted.into()) } else { self.0.read(into) }
        }
    }

    #[test]
    fn reading_goes_on_after_an_interruption() {
        let bytes = snapshot();
        let mut file = BufReader::with_capacity(100, Restless(&bytes, false));
        assert_eq!(StanceGraph::open_snapshot(&mut file, bytes.len()).unwrap().to_snapshot(), bytes);
    }

    #[test]
    fn damage_is_told_as_damage_wherever_it_shows_first() {
        let bytes = snapshot();
        for at in (24..bytes.len()).step_by(211) {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x41;
            let error = opened(&damaged, 100, damaged.len()).unwrap_err();
            assert!(matches!(error, Unopened::Snapshot(SnapshotError::Damaged)), "at {at}: {error:?}");
        }
    }

    #[test]
    fn a_file_that_is_cut_while_it_is_read_is_an_error_of_reading() {
        let bytes = snapshot();
        for end in (24..bytes.len()).step_by(307) {
            let error = opened(&bytes[..end], 100, bytes.len()).unwrap_err();
            let Unopened::Io(error) = error else { panic!("at {end}: {error:?}") };
            assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
        }
    }
}
