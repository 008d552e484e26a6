//! From the text of a question to tokens with their places.

use std::ops::Range;

use crate::query::is_unseen;

use super::error::{EmptyQuestion, Piece, QuestionError, TooLong, UnclosedQuote};
use super::token::{Kind, Token};

/// The most characters a question may have.
pub const MAX_LENGTH: usize = 1000;

/// The tokens of a question, the last of them its end, and how many characters nobody can see were left out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Lexed {
    pub(super) tokens: Vec<Token>,
    pub(super) unseen: usize,
}

/// Reads the tokens of a question.
pub(super) fn lex(question: &str) -> Result<Lexed, QuestionError> {
    let length = question.chars().count();
    if length > MAX_LENGTH {
        return Err(TooLong { length, limit: MAX_LENGTH }.into());
    }
    let mut lexer = Lexer { question, at: 0, lead: String::new(), tokens: Vec::new() };
    while let Some(first) = lexer.next_start() {
        match closers(first) {
            Some(closers) => lexer.quoted(closers)?,
            None => lexer.word(),
        }
    }
    if lexer.tokens.is_empty() {
        return Err(EmptyQuestion { _private: () }.into());
    }
    lexer.push(Kind::End, question.len()..question.len(), String::new());
    let unseen = question.chars().filter(|letter| is_unseen(*letter) && !letter.is_whitespace()).count();
    Ok(Lexed { tokens: lexer.tokens, unseen })
}

struct Lexer<'q> {
    question: &'q str,
    at: usize,
    /// What stood between the last token and here.
    lead: String,
    tokens: Vec<Token>,
}

/// The marks that close a quotation opened by this one.
fn closers(letter: char) -> Option<&'static [char]> {
    match letter {
        '"' => Some(&['"']),
        '“' => Some(&['”']),
        '„' => Some(&['“', '”']),
        '«' => Some(&['»']),
        _ => None,
    }
}

/// What stands around words and belongs to none.
fn is_edge(letter: char) -> bool {
    let mark = matches!(letter, '?' | '!' | '.' | ',' | ';' | ':' | '…' | '¿' | '¡' | '-' | '–' | '—');
    let bracket = matches!(letter, '(' | ')' | '[' | ']' | '{' | '}');
    let apostrophe = matches!(letter, '\'' | '’' | '‘' | '`');
    mark || bracket || apostrophe || is_unseen(letter)
}

fn is_gap(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control()
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.question.get(self.at..).unwrap_or_default()
    }

    /// Moves to the next character that is no gap, and gives it.
    fn next_start(&mut self) -> Option<char> {
        let rest = self.rest();
        let gap = rest.len() - rest.trim_start_matches(is_gap).len();
        if gap > 0 && !self.lead.ends_with(' ') {
            self.lead.push(' ');
        }
        self.at += gap;
        self.rest().chars().next()
    }

    fn word(&mut self) {
        let rest = self.rest();
        let length = rest.find(|letter| is_gap(letter) || closers(letter).is_some()).unwrap_or(rest.len());
        let raw = rest.get(..length).unwrap_or_default().to_owned();
        let start = self.at;
        self.at += length;
        let before = raw.len() - raw.trim_start_matches(is_edge).len();
        let core = raw.trim_matches(is_edge);
        let span = start + before..start + before + core.len();
        self.lead.extend(raw.chars().take_while(|letter| is_edge(*letter)).filter(|edge| !is_unseen(*edge)));
        if core.is_empty() {
            return;
        }
        self.core(core, span);
        let plural = is_plural_possessive(&raw);
        if let Some(last) = self.tokens.last_mut() {
            last.possessive = plural || last.word.ends_with("'s");
        }
        self.lead = raw.get(before + core.len()..).unwrap_or_default().replace(is_unseen, "");
    }

    fn core(&mut self, core: &str, span: Range<usize>) {
        // In most words there is nothing to leave out and no apostrophe to unify.
        let (text, word) = if core.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'`') {
            (core.to_owned(), core.to_ascii_lowercase())
        } else {
            let text: String = core.chars().filter(|letter| !is_unseen(*letter)).collect();
            let word = text.to_lowercase().replace(['’', '‘', 'ʼ', '´', '`'], "'");
            (text, word)
        };
        let Some((first, second)) = expand(&word) else {
            return self.push_word(span, text, word);
        };
        let head: String = text.chars().take(first.chars().count()).collect();
        let tail = text.chars().skip(first.chars().count()).collect();
        self.push_word(span.clone(), head, first.to_owned());
        self.push_word(span, tail, second.to_owned());
    }

    fn quoted(&mut self, closers: &[char]) -> Result<(), QuestionError> {
        let start = self.at;
        let Some((name, length)) = read_quoted(self.rest(), closers) else {
            return Err(UnclosedQuote { piece: self.piece_from(start) }.into());
        };
        self.at += length;
        self.push(Kind::Quoted, start..self.at, name);
        let suffix = ["'s", "’s"].into_iter().find(|suffix| self.rest().starts_with(*suffix));
        if let Some(suffix) = suffix {
            self.at += suffix.len();
            if let Some(last) = self.tokens.last_mut() {
                last.possessive = true;
            }
        }
        Ok(())
    }

    fn push_word(&mut self, span: Range<usize>, text: String, word: String) {
        self.push(Kind::Word, span, text);
        if let Some(last) = self.tokens.last_mut() {
            last.word = word;
        }
    }

    fn push(&mut self, kind: Kind, span: Range<usize>, text: String) {
        let column = self.question.get(..span.start).map_or(0, |before| before.chars().count()) + 1;
        let lead = std::mem::take(&mut self.lead);
        self.tokens.push(Token {
            kind,
            text,
            lead,
            word: String::new(),
            span,
            column,
            possessive: false,
            known: None,
            marks: Vec::new(),
            slips: Vec::new(),
        });
    }

    fn piece_from(&self, start: usize) -> Piece {
        let column = self.question.get(..start).map_or(0, |before| before.chars().count()) + 1;
        Piece { span: start..self.question.len(), column, text: String::new() }
    }
}

/// What the quotation at the start of `text` holds, and how many bytes it takes up with its marks.
fn read_quoted(text: &str, closers: &[char]) -> Option<(String, usize)> {
    let mut name = String::new();
    let mut at = text.chars().next()?.len_utf8();
    loop {
        let rest = text.get(at..)?;
        let letter = rest.chars().next()?;
        if closers.contains(&letter) {
            return Some((name, at + letter.len_utf8()));
        }
        let (read, length) = read_escape(rest, closers).unwrap_or((letter, letter.len_utf8()));
        let visible = length > letter.len_utf8() || !is_unseen(read);
        name.extend(visible.then_some(read).or_else(|| is_gap(read).then_some(' ')));
        at += length;
    }
}

/// `\"`, `\\` and `\u{1f}`; any other backslash stands for itself.
fn read_escape(text: &str, closers: &[char]) -> Option<(char, usize)> {
    let escaped = text.strip_prefix('\\')?;
    let next = escaped.chars().next()?;
    if next == '\\' || closers.contains(&next) {
        return Some((next, 1 + next.len_utf8()));
    }
    let (digits, _) = escaped.strip_prefix("u{")?.split_once('}')?;
    let letter = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
    Some((letter, "\\u{}".len() + digits.len()))
}

/// The allies' plan; not the closing mark of 'these words'.
fn is_plural_possessive(raw: &str) -> bool {
    let word = raw.trim_end_matches(|letter: char| is_edge(letter) && !matches!(letter, '\'' | '’'));
    !raw.starts_with(['\'', '‘']) && (word.ends_with("s'") || word.ends_with("s’"))
}

/// The two words of a contraction.
fn expand(word: &str) -> Option<(&str, &'static str)> {
    const AUXILIARIES: [&str; 10] = ["does", "do", "did", "is", "are", "was", "were", "has", "have", "had"];
    const QUESTION_WORDS: [&str; 3] = ["who", "what", "where"];
    let negated = word.strip_suffix("n't").or_else(|| word.strip_suffix("nt"));
    let negated = negated.filter(|stem| AUXILIARIES.contains(stem)).map(|stem| (stem, "not"));
    let is = word.strip_suffix("'s").filter(|stem| QUESTION_WORDS.contains(stem)).map(|stem| (stem, "is"));
    negated.or(is)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(question: &str, expected: &[&str]) {
        let lexed = lex(question).unwrap();
        let shown = lexed.tokens.iter().filter(|token| !token.is_end()).map(|token| match token.kind {
            Kind::Quoted => format!("[{}]", token.text),
            _ => token.word.clone(),
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{question}");
    }

    #[test]
    fn words_lose_the_punctuation_around_them() {
        check("  Who  opposes (foreign) troops?! ", &["who", "opposes", "foreign", "troops"]);
        check("as of 2025-09-05.", &["as", "of", "2025-09-05"]);
        check("A/RES/ES-11/1 - really?", &["a/res/es-11/1", "really"]);
    }

    #[test]
    fn contractions_are_taken_apart() {
        check("who doesn’t", &["who", "does", "not"]);
        check("who doesnt", &["who", "does", "not"]);
        check("What's Ukraine's", &["what", "is", "ukraine's"]);
    }

    #[test]
    fn quotes_hold_names_whatever_is_in_them() {
        check(r#"who "as of" “at X” „Y“ «Z»"#, &["who", "[as of]", "[at X]", "[Y]", "[Z]"]);
        check(r#""a \"b\" \\ \u{202e} \d""#, &["[a \"b\" \\ \u{202e} \\d]"]);
        check(r#"x"y"z"#, &["x", "[y]", "z"]);
    }

    #[test]
    fn what_nobody_can_see_is_left_out_and_counted() {
        let lexed = lex("who\0opp\u{202e}oses \u{feff}X\n").unwrap();
        assert_eq!(lexed.unseen, 3);
        let words: Vec<_> = lexed.tokens.iter().map(|token| token.word.as_str()).collect();
        assert_eq!(words, ["who", "opposes", "x", ""]);
    }

    #[test]
    fn a_token_knows_its_place() {
        let lexed = lex("«é» Putin’s").unwrap();
        let places: Vec<_> = lexed.tokens.iter().map(|token| (token.span.clone(), token.column)).collect();
        assert_eq!(places, [(0..6, 1), (7..16, 5), (16..16, 12)]);
        assert!(lexed.tokens.get(1).is_some_and(|token| token.possessive));
    }

    #[test]
    fn nothing_too_much_and_an_open_quote_are_told() {
        let message = |question: &str| lex(question).unwrap_err().to_string();
        assert!(message(" ?! ").starts_with("the question is empty"));
        let long = message(&"x".repeat(10_000));
        assert_eq!(long, "the question has 10000 characters and may have 1000; ask a shorter one");
        let open = message("who opposes \"X");
        assert_eq!(open, "the quotation mark at character 13 is never closed; put one after the name");
    }
}
