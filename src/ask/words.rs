//! Marks where stance words stand, so that the grammar reads tokens only.

use std::collections::HashMap;

use crate::graph::lexicon::{FormOf, Lexicon, Meaning, Phrase};

use super::token::{Token, from, words};

/// A phrase of the lexicon that begins at a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) meaning: Meaning,
    pub(super) form: FormOf,
    /// How many tokens it takes up.
    pub(super) length: usize,
}

/// A phrase of the lexicon that a token may have been meant to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) form: FormOf,
    /// How many edits lie between the token and the first word of the phrase.
    pub(super) distance: u32,
    pub(super) phrase: String,
}

/// Marks on each token every phrase that begins with it, the longest first.
///
/// # Complexity
/// One look-up a token, then the phrases with that first word.
pub(super) fn mark(tokens: &mut [Token], lexicon: &Lexicon) {
    for at in 0..tokens.len() {
        let marks = marks(from(tokens, at), lexicon);
        if let Some(token) = tokens.get_mut(at) {
            token.marks = marks;
        }
    }
}

fn marks(tokens: &[Token], lexicon: &Lexicon) -> Vec<Mark> {
    let mark =
        |phrase: &Phrase| Mark { meaning: phrase.meaning, form: phrase.form, length: phrase.words.len() };
    lexicon.at(&words(tokens)).map(mark).collect()
}

/// Marks on each token the phrases that it may have been meant to begin, itself in another form among them; the
/// likeliest first.
///
/// # Complexity
/// O(n) a word in the number of first words; for questions that are not understood otherwise.
pub(super) fn mark_slips(tokens: &mut [Token], lexicon: &Lexicon) {
    let mut seen: HashMap<String, Vec<Slip>> = HashMap::new();
    for token in tokens.iter_mut().filter(|token| !token.word.is_empty()) {
        token.slips = seen.entry(token.word.clone()).or_insert_with_key(|word| slips(word, lexicon)).clone();
    }
}

fn slips(word: &str, lexicon: &Lexicon) -> Vec<Slip> {
    let mut like = lexicon.like(word);
    // Phrases with one first word stay in the order of the lexicon: "voted for" before "voted against".
    like.sort_by_key(|(distance, phrase)| (*distance, phrase.words.len(), phrase.words.first()));
    let slip = |(distance, phrase): (u32, &Phrase)| Slip {
        distance,
        form: phrase.form,
        phrase: phrase.words.join(" "),
    };
    like.into_iter().map(slip).collect()
}
