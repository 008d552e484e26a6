//! What every format is read into first: values with their positions, before anything is known of their meaning.

/// Where a value begins; nothing where the format does not tell (JSON).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Position {
    /// The line, from 1.
    pub(super) line: Option<u32>,
    /// The column in characters, from 1.
    pub(super) column: Option<u32>,
}

/// A value and where it begins.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value {
    /// Where it begins.
    pub(super) at: Position,
    /// What it is.
    pub(super) content: Content,
}

/// What a value can be in any of the formats.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// `true` or `false`.
    Bool(bool),
    /// A day as TOML writes it without quotes.
    Date(String),
    /// A time of day, or a day with one, as TOML writes it without quotes.
    Time(String),
    /// JSON's `null`.
    Null,
    /// A list.
    List(Vec<Value>),
    /// A table, or a JSON object.
    Table(Table),
}

/// Fields in the order of the text; JSON may name one twice.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Table {
    /// The fields.
    pub(super) members: Vec<Member>,
}

/// A field of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Member {
    /// Its name.
    pub(super) name: String,
    /// Where its name stands.
    pub(super) at: Position,
    /// Its value.
    pub(super) value: Value,
}

impl Table {
    /// The first field of a name, taken out of the table.
    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        let index = self.members.iter().position(|member| member.name == name)?;
        Some(self.members.remove(index).value)
    }

    /// The first field of a name.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.members.iter().find(|member| member.name == name).map(|member| &member.value)
    }
}

impl From<Content> for Value {
    fn from(content: Content) -> Self {
        Self { at: Position::default(), content }
    }
}

impl Content {
    /// The value as a fault names it: "the number 5", "a list".
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Text(text) if text.is_empty() => "empty".into(),
            Self::List(items) if items.is_empty() => "an empty list".into(),
            Self::Text(text) => format!("the text \"{}\"", clip(text)),
            Self::Number(number) => format!("the number {number}"),
            Self::Bool(bool) => bool.to_string(),
            Self::Date(date) => format!("the date {date}"),
            Self::Time(time) => format!("the time {time}"),
            Self::Null => "null".into(),
            Self::List(_) => "a list".into(),
            Self::Table(_) => "a table".into(),
        }
    }

    /// Whether it is an empty text or list, which says nothing.
    pub(super) const fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::List(items) => items.is_empty(),
            _ => false,
        }
    }

    /// What a value that should be a text would be in quotes; `None` where that makes no sense.
    pub(super) fn in_quotes(&self) -> Option<String> {
        match self {
            Self::Text(text) | Self::Date(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            Self::Bool(bool) => Some(bool.to_string()),
            Self::Time(_) | Self::Null | Self::List(_) | Self::Table(_) => None,
        }
    }
}

/// The beginning of a text, short enough for a message.
pub(super) fn clip(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.len() <= LONGEST {
        return text.to_owned();
    }
    let mut clipped: String = text.chars().take(LONGEST).collect();
    if clipped.len() < text.len() {
        clipped.push_str("...");
    }
    clipped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_named_twice_is_taken_in_the_order_of_the_text() {
        let member = |number| Member {
            name: "x".into(),
            at: Position::default(),
            value: Content::Number(number).into(),
        };
        let mut table = Table { members: vec![member(1.0), member(2.0)] };
        assert_eq!(table.take("x").unwrap().content, Content::Number(1.0));
        assert_eq!(table.get("x").unwrap().content, Content::Number(2.0));
        assert_eq!(table.take("y"), None);
    }

    #[test]
    fn a_long_text_is_clipped_in_a_message() {
        let described = Content::Text("\u{e4}".repeat(100)).describe();
        assert_eq!(described, format!("the text \"{}...\"", "\u{e4}".repeat(60)));
    }
}
