//! Lines of plain text, each made safe to print.

use super::clean::clean;

/// A page in the making. Whatever is put on it goes through [`clean`], so no text of the data can break its lines.
#[derive(Debug, Default)]
pub(super) struct Page {
    text: String,
}

impl Page {
    /// Adds a line, moved in by some spaces.
    pub(super) fn line(&mut self, indent: usize, text: &str) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.text.push_str(clean(text).trim_end());
        self.text.push('\n');
    }

    /// Adds lines, moved in by some spaces.
    pub(super) fn lines(&mut self, indent: usize, lines: impl IntoIterator<Item = impl AsRef<str>>) {
        for line in lines {
            self.line(indent, line.as_ref());
        }
    }

    /// Sets off what follows by an empty line, unless nothing stands before it.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// The text, with one line break at the end.
    pub(super) fn into_text(self) -> String {
        let mut text = self.text;
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }
}
