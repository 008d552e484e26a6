//! Rows of a file of JSON Lines: an object a line, its members the fields.

use std::borrow::Cow;
use std::sync::Arc;

use super::Refused;
use super::blocks::Block;
use super::fields::{COUNT, Field, Fields, PerField};
use super::split::trimmed;
use super::table::place;
use crate::format::flat::{self, Written};
use crate::format::json;
use crate::format::tree::{Content, clip};
use crate::graph::FaultKind;
use crate::model::Place;

/// The names of the members that are read.
#[derive(Debug)]
pub(super) struct Members {
    pub(super) file: Arc<str>,
    pub(super) names: PerField<Option<String>>,
}

/// What is wrong with a line: in which field, if in one, of what kind, and what to write instead.
type Wrong = (Option<Field>, FaultKind, String);

/// From this number on not every integer comes through a number of 64 bits.
const LARGE: f64 = 9_007_199_254_740_992.0;

impl Members {
    /// Hands the fields of each line on; how many lines there were, without blank ones.
    pub(super) fn each(
        &self,
        block: &Block,
        refused: &mut Refused,
        mut each: impl FnMut(&Fields<'_>, &mut Refused),
    ) -> u64 {
        let (mut line, mut rows) = (block.line, 0);
        let mut order = Order::default();
        for bytes in block.bytes.split_inclusive(|byte| *byte == b'\n') {
            let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
            let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
            match str::from_utf8(bytes)
                .map(|text| if line == 1 { text.trim_start_matches('\u{feff}') } else { text })
            {
                // Before all else, as where such a line is skipped without being looked at.
                _ if bytes.len() > super::blocks::MAX_ROW => {
                    rows += 1;
                    self.refuse_long(line, refused);
                }
                Ok(text) if text.trim().is_empty() => {}
                Ok(text) => {
                    rows += 1;
                    match self.fields(text, &mut order) {
                        Ok(texts) => {
                            let texts = texts.each_ref().map(|text| trimmed(text));
                            each(&Fields { texts, line }, refused);
                        }
                        Err(wrong) => self.refuse(line, wrong, refused),
                    }
                }
                Err(_) => {
                    rows += 1;
                    let message = "the line is not UTF-8; save the file in that encoding";
                    self.refuse(line, (None, FaultKind::Syntax, message.to_owned()), refused);
                }
            }
            line = line.saturating_add(1);
        }
        rows
    }

    /// Refuses a line that is too long.
    pub(super) fn refuse_long(&self, line: u32, refused: &mut Refused) {
        let message = "the line is longer than the 1 MiB that are read of one; split it";
        self.refuse(line, (None, FaultKind::TooLarge, message.to_owned()), refused);
    }

    fn refuse(&self, line: u32, (field, kind, message): Wrong, refused: &mut Refused) {
        refused.add(kind, self.place(line, field), message);
    }

    /// The place of a line, or of one of its fields.
    pub(super) fn place(&self, line: u32, field: Option<Field>) -> Place {
        let name = field.and_then(|field| self.names[field as usize].clone());
        Place { field: name, ..place(&self.file, line) }
    }

    fn fields<'l>(&self, line: &'l str, order: &mut Order) -> Result<PerField<Cow<'l, str>>, Wrong> {
        let mut texts: PerField<&str> = [""; COUNT];
        let (mut seen, mut member) = ([false; COUNT], 0);
        let plain = flat::members(line, |name, value| {
            let field = order.field(member, name, self);
            member += 1;
            let (Written::Text(text) | Written::Number(text)) = value;
            if let Some(field) = field {
                // A confidence is read as a number, however it is spelled.
                let as_text = matches!(value, Written::Number(_)) && field != Field::Confidence;
                if as_text && !is_as_printed(text) {
                    return None;
                }
                texts[field as usize] = text;
                // What stands twice is told below.
                return (!std::mem::replace(&mut seen[field as usize], true)).then_some(());
            }
            Some(())
        });
        plain.map_or_else(|| self.fields_of_any(line), |()| Ok(texts.map(Cow::Borrowed)))
    }

    fn named(&self, name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| self.names[*field as usize].as_deref() == Some(name))
    }

    /// As [`fields`](Self::fields), of a line that is not as plain as most.
    #[cold]
    fn fields_of_any<'l>(&self, line: &str) -> Result<PerField<Cow<'l, str>>, Wrong> {
        let value = json::value(line)
            .map_err(|error| (None, FaultKind::Syntax, format!("this line is no JSON: {}", error.message)))?;
        let Content::Table(table) = value.content else {
            let found = value.content.describe();
            return Err((
                None,
                FaultKind::WrongType,
                format!("the line is {found}; write an object, {{...}}"),
            ));
        };
        let mut texts: PerField<Option<Cow<'l, str>>> = [const { None }; COUNT];
        for member in table.members {
            let Some(field) = self.named(&member.name) else { continue };
            let name = clip(&member.name);
            let text = text_of(member.value.content)
                .map_err(|why| (Some(field), FaultKind::WrongType, format!("`{name}` is {why}")))?;
            if texts[field as usize].replace(text.into()).is_some() {
                let message = format!("`{name}` stands twice in this line; keep one");
                return Err((Some(field), FaultKind::DuplicateKey, message));
            }
        }
        Ok(texts.map(Option::unwrap_or_default))
    }
}

/// A value as text; what it is otherwise, with a remedy.
fn text_of(content: Content) -> Result<String, String> {
    match content {
        Content::Text(text) => Ok(text),
        Content::Null => Ok(String::new()),
        Content::Number(number) if number.abs() < LARGE => Ok(number.to_string()),
        other => Err(format!("{}; write a text in quotes", other.describe())),
    }
}

/// Whether a number is spelled as [`text_of`] prints it, so that it reads the same whatever else stands in its line.
fn is_as_printed(number: &str) -> bool {
    let is_short = number.len() < 16 && number.bytes().all(|byte| byte.is_ascii_digit());
    is_short || number.parse::<f64>().is_ok_and(|value| value.abs() < LARGE && value.to_string() == number)
}

/// Which field each member of the line before was: most lines have the same members in the same order.
#[derive(Debug, Default)]
struct Order {
    members: Vec<(String, Option<Field>)>,
}

impl Order {
    #[inline]
    fn field(&mut self, at: usize, name: &str, members: &Members) -> Option<Field> {
        match self.members.get_mut(at) {
            Some((known, field)) if known == name => *field,
            Some((known, field)) => {
                name.clone_into(known);
                *field = members.named(name);
                *field
            }
            None => {
                let field = members.named(name);
                self.members.push((name.to_owned(), field));
                field
            }
        }
    }
}
