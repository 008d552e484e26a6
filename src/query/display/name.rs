//! Names in quotes.

use std::fmt::{self, Display, Formatter, Write};

use crate::query::Name;

/// In quotes, always; what a reader could not see is written as `\u{..}`.
impl Display for Name {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        self.as_str().chars().try_for_each(|letter| match letter {
            '"' | '\\' => write!(f, "\\{letter}"),
            unseen if is_unseen(unseen) => write!(f, "{}", unseen.escape_unicode()),
            seen => f.write_char(seen),
        })?;
        f.write_char('"')
    }
}

/// Whether a character is invisible or turns the writing direction, so that a text would not be what it looks like.
pub(crate) const fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_quoted_and_hides_nothing() {
        assert_eq!(Name::new(r#"the "Plan" \ B"#).to_string(), r#""the \"Plan\" \\ B""#);
        assert_eq!(Name::new("a\u{202e}b\nc").to_string(), r#""a\u{202e}b\u{a}c""#);
    }
}
