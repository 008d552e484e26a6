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
    pub(super) meaning: Meaning,
    pub(super) form: FormOf,
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
        let slips = seen.entry(token.word.clone()).or_insert_with_key(|word| slips(word, lexicon));
        token.slips.clone_from(slips);
    }
}

fn slips(word: &str, lexicon: &Lexicon) -> Vec<Slip> {
    let mut like = lexicon.like(word);
    // Phrases with one first word stay in the order of the lexicon: "voted for" before "voted against".
    like.sort_by_key(|(distance, phrase)| (*distance, phrase.words.len(), phrase.words.first()));
    let slip = |(_, phrase): (u32, &Phrase)| Slip {
        meaning: phrase.meaning,
        form: phrase.form,
        phrase: phrase.words.join(" "),
    };
    like.into_iter().map(slip).collect()
}

/// The stance word that a token was clearly meant for: one slip of the fingers away, and no other meaning as near.
///
/// Only a letter too many or too few, two that changed places, and s, c and z for one another before a soft vowel are
/// such slips. "Protects"
/// is no slip for "protests", nor "flouts" for "floats".
pub(super) fn meant(token: &Token) -> Option<&str> {
    const SHORTEST: usize = 6;
    const WORDS_OF_THEIR_OWN: [&str; 5] = ["planned", "planning", "reused", "reuses", "blacked"];
    let word = token.word.as_str();
    if word.chars().count() < SHORTEST || WORDS_OF_THEIR_OWN.contains(&word) {
        return None;
    }
    let firsts =
        token.slips.iter().map(|slip| (slip.meaning, slip.phrase.split(' ').next().unwrap_or_default()));
    let mut near = firsts.filter(|(_, first)| is_slip(word, first));
    let (meaning, first) = near.next()?;
    near.all(|(other, _)| other == meaning).then_some(first)
}

/// Whether one slip of the fingers, behind the first letter, makes the one word of the other.
fn is_slip(typed: &str, meant: &str) -> bool {
    let (typed, meant): (Vec<char>, Vec<char>) = (typed.chars().collect(), meant.chars().collect());
    let before = typed.iter().zip(&meant).take_while(|(left, right)| left == right).count();
    let rest = |word: &[char]| word.get(before..).unwrap_or_default().to_vec();
    let (typed, meant) = (rest(&typed), rest(&meant));
    let ends = typed.iter().rev().zip(meant.iter().rev());
    let after = ends.take_while(|(left, right)| left == right).count();
    let inner = |word: &[char]| word.get(..word.len() - after).unwrap_or_default().to_vec();
    let soft = typed.iter().rev().nth(after.saturating_sub(1)).is_some_and(|vowel| "eiy".contains(*vowel));
    let hisses = |letter: &char| matches!(letter, 's' | 'c' | 'z') && soft;
    before > 0
        && match (inner(&typed).as_slice(), inner(&meant).as_slice()) {
            ([_], []) | ([], [_]) => true,
            ([left], [right]) => hisses(left) && hisses(right),
            ([one, two], [three, four]) => one == four && two == three,
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn a_slip_is_one_of_the_fingers() {
        for (typed, meant) in [
            ("oposes", "opposes"),
            ("rejectss", "rejects"),
            ("rejcets", "rejects"),
            ("critisizes", "criticizes"),
            ("supporst", "supports"),
        ] {
            assert!(is_slip(typed, meant), "{typed}");
        }
        for (typed, meant) in
            [("flouts", "floats"), ("protects", "protests"), ("depends", "defends"), ("pposes", "opposes")]
        {
            assert!(!is_slip(typed, meant), "{typed}");
        }
        assert!(!is_slip("rejects", "rejects"));
    }
}
