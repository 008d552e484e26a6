//! Tokens: the pieces of a question that the grammar sees.

use std::ops::Range;

use winnow::stream::{Stream, TokenSlice};

use super::error::Piece;
use super::words::{Mark, Slip};

/// A word or a quoted name of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// As it was written, without what nobody can see; for a quoted name, what the quotes hold.
    pub(super) text: String,
    /// What stands between it and the token before: a space, most often.
    pub(super) lead: String,
    /// In lower case with plain apostrophes; contractions are taken apart ("doesn't": "does", "not").
    pub(super) word: String,
    /// Its bytes in the question.
    pub(super) span: Range<usize>,
    /// The number of its first character, from 1.
    pub(super) column: usize,
    /// Whether it ends in a possessive: Russia's.
    pub(super) possessive: bool,
    /// How many tokens from this one on make the longest known name.
    pub(super) known: Option<usize>,
    /// The stance words that begin with it, the longest first.
    pub(super) marks: Vec<Mark>,
    /// The stance words that it may have been meant to begin, the likeliest first; only looked for where a question
    /// is not understood otherwise.
    pub(super) slips: Vec<Slip>,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Quoted,
    /// The end of the question; always there, always last.
    End,
}

/// The input of every parser of the grammar.
pub(super) type Tokens<'t> = TokenSlice<'t, Token>;

impl Token {
    /// Whether it is this word of the grammar. A quoted name never is.
    pub(super) fn is(&self, word: &str) -> bool {
        matches!(self.kind, Kind::Word) && self.word == word
    }

    pub(super) const fn is_end(&self) -> bool {
        matches!(self.kind, Kind::End)
    }
}

/// The tokens that are left.
pub(super) fn rest<'t>(input: &Tokens<'t>) -> &'t [Token] {
    input.peek_slice(input.eof_offset())
}

/// The tokens from a place on; none beyond the end.
pub(super) fn from(tokens: &[Token], start: usize) -> &[Token] {
    tokens.get(start..).unwrap_or_default()
}

/// The first token alone.
pub(super) fn first(tokens: &[Token]) -> &[Token] {
    tokens.get(..1).unwrap_or_default()
}

/// All but the end of the question.
pub(super) fn up_to_end(tokens: &[Token]) -> &[Token] {
    tokens.split_last().map_or(&[], |(_, before)| before)
}

/// The words of the tokens up to the next quoted name.
pub(super) fn words(tokens: &[Token]) -> impl Iterator<Item = &str> + Clone {
    tokens.iter().take_while(|token| matches!(token.kind, Kind::Word)).map(|token| token.word.as_str())
}

/// How many tokens the phrase takes up, if the tokens begin with it.
pub(super) fn phrase_length(tokens: &[Token], phrase: &str) -> Option<usize> {
    let mut rest = phrase;
    for (length, word) in (1..).zip(words(tokens)) {
        // Most phrases differ in their first word: nothing is split before it is needed.
        rest = rest.strip_prefix(word)?;
        if rest.is_empty() {
            return Some(length);
        }
        rest = rest.strip_prefix(' ')?;
    }
    None
}

/// Whether nothing is left.
pub(super) fn at_end(tokens: &[Token]) -> bool {
    tokens.first().is_none_or(Token::is_end)
}

/// The text of consecutive tokens as it was written.
pub(super) fn text_of(tokens: &[Token]) -> String {
    let mut text = String::new();
    for (at, token) in tokens.iter().enumerate() {
        if at > 0 {
            text.push_str(&token.lead);
        }
        text.push_str(&token.text);
    }
    text
}

/// The bytes of the question from the first of these tokens to the last.
pub(super) fn span_of(tokens: &[Token]) -> Range<usize> {
    let start = tokens.first().map_or(0, |token| token.span.start);
    start..tokens.last().map_or(start, |token| token.span.end.max(start))
}

/// The piece of the question that these tokens take up, for an error; long texts are cut.
pub(super) fn piece_of(tokens: &[Token]) -> Piece {
    const SHOWN: usize = 60;
    let text = text_of(tokens);
    let cut = if text.chars().count() > SHOWN { "…" } else { "" };
    let text = text.chars().take(SHOWN).collect::<String>() + cut;
    Piece { span: span_of(tokens), column: tokens.first().map_or(1, |token| token.column), text }
}
