//! Words that change nothing about a question: "who still opposes X", "who opposes X today".
//!
//! An answer tells what stands as far as is known, of everyone on record; these words ask for no more.

use super::predicate::Auxiliary;
use super::token::{Kind, Token, at_end, from, phrase_length};

const BEFORE_VERBS: [&str; 7] = ["still", "currently", "presently", "now", "today", "also", "else"];
const AT_THE_END: [&str; 4] = ["currently", "presently", "now", "today"];

/// Takes such words out, and gives them as they were typed. A word of a name stays.
pub(super) fn take_out(tokens: &mut Vec<Token>) -> Vec<String> {
    take_out_why(tokens);
    let mut taken = Vec::new();
    for at in (1..tokens.len()).rev() {
        if is_filler(tokens, at) {
            taken.insert(0, tokens.remove(at).text);
        }
    }
    taken
}

/// Takes "and why" out at the end: every answer tells reasons, where there are any.
fn take_out_why(tokens: &mut Vec<Token>) {
    let closing = tokens.len().saturating_sub(3);
    if closing > 0 && phrase_length(from(tokens, closing), "and why").is_some() {
        tokens.drain(closing..closing + 2);
    }
}

fn is_filler(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let is_one_of = |words: &[&str]| words.iter().any(|word| token.is(word));
    let after = from(tokens, at + 1);
    let verb = || Auxiliary::of(after).is_some() || after.first().is_some_and(|next| !next.marks.is_empty());
    let joins = || token.is("also") && tokens.get(at - 1).is_some_and(is_joint);
    // USA Today is a newspaper.
    let closes =
        || at_end(after) && token.text == token.word && (0..at).any(|start| reaches(tokens, start) == at);
    let fills = (is_one_of(&BEFORE_VERBS) && verb() && !joins()) || (is_one_of(&AT_THE_END) && closes());
    fills && !(0..=at).any(|start| reaches(tokens, start) > at)
}

/// "And also supports" is a joint.
fn is_joint(before: &Token) -> bool {
    before.is("and") || before.is("but")
}

/// Where the known or quoted name that starts at a token ends.
fn reaches(tokens: &[Token], start: usize) -> usize {
    let length = tokens.get(start).and_then(|token| match token.kind {
        Kind::Quoted => Some(1),
        Kind::Word | Kind::End => token.known,
    });
    start + length.unwrap_or(0)
}
