//! Text of the data made safe to print: one line, nothing invisible, nothing that turns the writing direction.

use std::fmt::Write;

/// The text on one line: line breaks and tabs as a space, other control and direction characters as `\u{..}`.
///
/// ```
/// assert_eq!(stancegraph::render::clean("a\u{1b}[31m\nb"), r"a\u{1b}[31m b");
/// ```
pub fn clean(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push(' '),
            // Writing to a String cannot fail.
            unseen if is_unseen(unseen) => _ = write!(shown, "{}", unseen.escape_unicode()),
            seen => shown.push(seen),
        }
    }
    shown
}

/// JSON text with everything in it that cannot be seen, or that turns the writing direction, as `\u` escapes: the same
/// values to a program, and nothing hidden from a person.
///
/// ```
/// let shown = stancegraph::render::escape_unseen("{\"name\": \"a\u{202e}b\"}");
/// assert_eq!(shown, r#"{"name": "a\u202eb"}"#);
/// ```
pub fn escape_unseen(json: &str) -> String {
    let mut shown = String::with_capacity(json.len());
    for letter in json.chars() {
        if is_unseen(letter) && letter != '\n' {
            // Writing to a String cannot fail.
            letter.encode_utf16(&mut [0; 2]).iter().for_each(|unit| _ = write!(shown, "\\u{unit:04x}"));
        } else {
            shown.push(letter);
        }
    }
    shown
}

/// Control, direction and tag characters; the joiners that Persian and Indian scripts need are not among them.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
            | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_spelled_out() {
        assert_eq!(clean("a\u{202e}b\u{1b}[31m"), r"a\u{202e}b\u{1b}[31m");
    }

    #[test]
    fn a_text_of_several_lines_becomes_one() {
        assert_eq!(clean("one\ntwo\tthree\u{2028}four"), "one two three four");
    }

    #[test]
    fn other_scripts_stay_as_they_are() {
        assert_eq!(clean("Володимир، می\u{200c}خواهم"), "Володимир، می\u{200c}خواهم");
    }
}
