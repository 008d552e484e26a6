//! Words that refer to something said before, which a single question has not: "it", "the idea", "that plan".

use super::name::ARTICLES;
use super::token::{Kind, Token};

const PRONOUNS: [&str; 17] = [
    "it", "they", "them", "this", "that", "these", "those", "he", "she", "him", "her", "its", "their", "his",
    "one", "both", "same",
];

const DEMONSTRATIVES: [&str; 4] = ["this", "that", "these", "those"];

/// "Who demands what from whom": what no question can leave open beside a name.
const QUESTION_WORDS: [&str; 3] = ["what", "whom", "which"];

/// What "the ..." says without naming anything.
const NOUNS: [&str; 11] =
    ["idea", "ideas", "matter", "issue", "thing", "former", "latter", "same", "above", "other", "others"];

/// Whether a name taken from these tokens only refers to something. A known or quoted name never does.
pub(super) fn is_reference(taken: &[Token]) -> bool {
    let named = |token: &Token| !matches!(token.kind, Kind::Word) || token.known.is_some();
    if taken.iter().any(named) {
        return false;
    }
    let words: Vec<&str> = taken.iter().map(|token| token.word.as_str()).collect();
    match words.as_slice() {
        [only] => PRONOUNS.contains(only),
        [first, noun] if ARTICLES.contains(first) => NOUNS.contains(noun),
        [first, ..] => DEMONSTRATIVES.contains(first) || QUESTION_WORDS.contains(first),
        [] => false,
    }
}
