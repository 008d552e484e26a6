//! Writing to standard output and standard error.

use std::error::Error;
use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

/// Writes a text with a line end. A reader that has gone away (`| head`) wanted no more, which is no failure.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    print_bytes(&[text.as_bytes(), end.as_bytes()])
}

fn print_bytes(parts: &[&[u8]]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let written = parts.iter().try_for_each(|part| out.write_all(part)).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Writes a text to a file, or to standard output where none is given.
pub(crate) fn print_to(file: Option<&Path>, text: &str) -> Result<(), Box<dyn Error>> {
    match file {
        Some(_) => print_bytes_to(file, text.as_bytes())?,
        None => print(text)?,
    }
    Ok(())
}

/// Writes bytes to a file, or to standard output where none is given.
pub(crate) fn print_bytes_to(file: Option<&Path>, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    match file {
        Some(file) => fs::write(file, bytes).map_err(|error| cannot_write(file, &error))?,
        None => print_bytes(&[bytes])?,
    }
    Ok(())
}

/// Writes a line to standard error. Where nobody can be told, there is nobody to tell.
pub(crate) fn tell(text: &str) {
    let _ = writeln!(io::stderr(), "{}", text.trim_end());
}

/// What is told where a file cannot be written.
pub(crate) fn cannot_write(file: &Path, error: &io::Error) -> String {
    format!("cannot write `{}`: {error}; check the path", file.display())
}
