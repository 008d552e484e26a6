//! Where the reader is: file, line and field path. It makes the [`Place`] of whatever is found there.

use std::sync::Arc;

use super::tree::{Position, clip};
use crate::model::Place;

/// A spot in a file: which file, which line where a line is a record, and the path of fields down from there.
#[derive(Debug, Clone)]
pub(super) struct Site {
    file: Arc<str>,
    line: Option<u32>,
    path: String,
}

impl Site {
    /// The whole of a file.
    pub(super) fn file(name: &str) -> Self {
        Self { file: name.into(), line: None, path: String::new() }
    }

    /// The name of the file.
    pub(super) fn name(&self) -> &str {
        &self.file
    }

    /// A line of the file that is a record of its own.
    pub(super) fn line(&self, line: u32) -> Self {
        Self { line: Some(line), ..self.clone() }
    }

    /// A field of what stands here.
    pub(super) fn field(&self, name: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self { path: format!("{}{dot}{}", self.path, clip(name)), ..self.clone() }
    }

    /// An item of the list that stands here.
    pub(super) fn item(&self, index: usize) -> Self {
        Self { path: format!("{}[{index}]", self.path), ..self.clone() }
    }

    /// The place of a value that stands here; its own line, where it has one, is the closer one.
    pub(super) fn place(self, at: Position) -> Place {
        let field = (!self.path.is_empty()).then_some(self.path);
        Place { file: Some(self.file), line: at.line.or(self.line), column: at.column, field }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_fields_and_items_down_from_the_record() {
        let site = Site::file("a.json").field("statement").item(2).field("conditions").item(0).field("text");
        assert_eq!(site.place(Position::default()).to_string(), "a.json: statement[2].conditions[0].text");
    }

    #[test]
    fn the_line_of_a_record_is_the_line_of_its_fields() {
        let place = Site::file("a.jsonl").line(3).field("stance").place(Position::default());
        assert_eq!(place.to_string(), "a.jsonl:3: stance");
    }
}
