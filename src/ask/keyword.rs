//! Fixed words of the grammar.

use winnow::stream::Stream;

use super::fault::{Parsed, step_back};
use super::token::{Tokens, phrase_length};

/// Takes the first of these phrases that comes next, and says which; steps back where none does.
pub(super) fn one_of(input: &mut Tokens<'_>, phrases: &[&'static str]) -> Parsed<&'static str> {
    let found = phrases.iter().find_map(|phrase| Some((*phrase, phrase_length(input, phrase)?)));
    let Some((phrase, length)) = found else { return step_back() };
    input.next_slice(length);
    Ok(phrase)
}

/// Takes one of these phrases, if one comes next.
pub(super) fn maybe(input: &mut Tokens<'_>, phrases: &[&'static str]) -> Option<&'static str> {
    one_of(input, phrases).ok()
}
