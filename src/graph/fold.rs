//! Folding: the same text for every way to write the same name.
//!
//! Case, accents, punctuation, apostrophes, the possessive, leading articles and white space do not tell names
//! apart, nor do the endings in which transliterations differ (Zelensky, Zelenskyy, Zelenskiy, Zelenskij). Cyrillic,
//! Greek, Georgian and Armenian are read in Latin letters; other scripts compare as they are.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::script::{Cyrillic, is_mapped, romanize};

const ARTICLES: [&str; 3] = ["the", "a", "an"];

/// The folded text of a name; empty where nothing is left to go by.
///
/// ```
/// use stancegraph::graph::fold;
/// assert_eq!(fold("  The Côte-d’Ivoire's "), "cote divoire");
/// assert_eq!(fold("A/RES/68/262"), "a/res/68/262");
/// assert_eq!(fold("Zelenskyy"), fold("Zelenskij"));
/// assert_eq!(fold("Зеленський"), fold("Zelensky"));
/// ```
///
/// # Complexity
/// O(n) in the length of the text.
pub fn fold(text: &str) -> String {
    let words = fold_words(text);
    let articles = words.iter().take_while(|word| ARTICLES.contains(&word.as_str())).count();
    // A name that is nothing but articles ("A") keeps its last word.
    let kept = words.get(articles.min(words.len().saturating_sub(1))..).unwrap_or_default();
    kept.join(" ")
}

/// The folded words of a text, articles included.
pub(crate) fn fold_words(text: &str) -> Vec<String> {
    let plain = plain_letters(text);
    let mut words = Vec::new();
    for word in plain.split_whitespace() {
        // Most words are plain letters, and nothing is taken from them but their ending.
        if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
            words.push(unify_ending(word));
        } else {
            words.extend(fold_word(&latin(word, Cyrillic::of)));
        }
    }
    words
}

/// The text folded with its Cyrillic read as Ukrainian, where that makes a difference: nothing in Володимир tells that
/// it is no Russian name.
pub(crate) fn fold_as_ukrainian(text: &str) -> Option<String> {
    let plain = plain_letters(text);
    let latin = plain.split_whitespace().map(|word| latin(word, |_| Cyrillic::Ukrainian));
    let read = latin.collect::<Vec<_>>().join(" ");
    (read != plain).then(|| fold(&read))
}

fn latin(word: &str, reading: fn(&str) -> Cyrillic) -> Cow<'_, str> {
    if word.contains(is_mapped) { Cow::Owned(romanize(word, reading(word))) } else { Cow::Borrowed(word) }
}

/// Lower case without accents; dashes and apostrophes in one spelling each.
fn plain_letters(text: &str) -> String {
    if text.is_ascii() {
        let lower = text.to_ascii_lowercase();
        let is_spelled = lower.bytes().any(|byte| matches!(byte, b'`' | b'&'));
        return if is_spelled { lower.replace('`', "'").replace('&', " and ") } else { lower };
    }
    // Unified on both sides of the decomposition: it takes `´` apart and turns some signs into dashes.
    let composed = text.chars().map(unified).nfkc().map(short_i);
    let decomposed = composed.nfkd().map(unified).flat_map(char::to_lowercase);
    decomposed.filter(|letter| !is_accent(*letter)).flat_map(spelled_out).collect()
}

/// The Cyrillic short i is a letter of its own, not an i with an accent.
const fn short_i(letter: char) -> char {
    match letter {
        'й' | 'Й' => 'y',
        other => other,
    }
}

const fn unified(letter: char) -> char {
    match letter {
        '’' | '‘' | '‛' | 'ʼ' | 'ʹ' | '′' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        other => other,
    }
}

// Classes below 10 hold signs that carry the word itself in Indic scripts.
fn is_accent(letter: char) -> bool {
    canonical_combining_class(letter) >= 10
}

/// Letters that do not decompose but have a common spelling without their stroke.
fn spelled_out(letter: char) -> impl Iterator<Item = char> {
    let spelled: &[char] = match letter {
        'ß' => &['s', 's'],
        'ø' => &['o'],
        'ł' => &['l'],
        'đ' | 'ð' => &['d'],
        'ı' => &['i'],
        'æ' => &['a', 'e'],
        'œ' => &['o', 'e'],
        'þ' => &['t', 'h'],
        'ς' => &['σ'],
        '&' => &[' ', 'a', 'n', 'd', ' '],
        _ => &[],
    };
    let itself = spelled.is_empty().then_some(letter);
    spelled.iter().copied().chain(itself)
}

fn fold_word(word: &str) -> Vec<String> {
    let bare = trim_punctuation(word);
    let owned = trim_punctuation(bare.strip_suffix("'s").unwrap_or(bare)).replace('\'', "");
    if is_symbol(&owned) {
        return vec![owned];
    }
    if is_abbreviation(&owned) {
        return vec![owned.replace('.', "")];
    }
    let joined = join_letter_to_digit(&owned);
    let parts = joined.split(|letter: char| !is_word_letter(letter)).filter(|part| !part.is_empty());
    parts.map(unify_ending).collect()
}

fn trim_punctuation(word: &str) -> &str {
    word.trim_matches(|letter: char| !is_word_letter(letter))
}

fn is_word_letter(letter: char) -> bool {
    letter.is_alphanumeric() || canonical_combining_class(letter) != 0
}

/// A document symbol: A/RES/68/262.
fn is_symbol(word: &str) -> bool {
    word.contains('/') && word.chars().any(|letter| letter.is_ascii_digit())
}

/// Single letters with dots between them: U.S.
fn is_abbreviation(word: &str) -> bool {
    let single = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    word.contains('.') && word.split('.').all(single)
}

/// G-7 and G7 are one name.
fn join_letter_to_digit(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let joins = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let after = letters.get(at + 1);
        before.is_some_and(|letter| letter.is_alphabetic()) && after.is_some_and(char::is_ascii_digit)
    };
    let kept = letters.iter().enumerate().filter(|(at, letter)| **letter != '-' || !joins(*at));
    kept.map(|(_, letter)| *letter).collect()
}

/// One ending for -y, -yy, -iy, -ij, -yj, -ii and -yi, for -ey and -ei, for -ay and -ai.
fn unify_ending(word: &str) -> String {
    const LONG_ENOUGH: usize = 5;
    const VARIANTS: [(&str, &str); 8] = [
        ("yy", "y"),
        ("iy", "y"),
        ("ij", "y"),
        ("yj", "y"),
        ("ii", "y"),
        ("yi", "y"),
        ("ei", "ey"),
        ("ai", "ay"),
    ];
    let mut stem = word.to_owned();
    while stem.ends_with(['y', 'i', 'j']) && stem.chars().count() >= LONG_ENOUGH {
        let variant = |(ending, unified): &(_, &str)| Some(stem.strip_suffix(*ending)?.to_owned() + unified);
        let Some(unified) = VARIANTS.iter().find_map(variant) else { break };
        stem = unified;
    }
    stem
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text), expected, "{text}");
    }

    #[test]
    fn case_accents_articles_and_punctuation_do_not_tell_names_apart() {
        check("  The  European   Union ", "european union");
        check("Türkiye", "turkiye");
        check("cease-fire", "cease fire");
        check("Ukraine's allies", "ukraine allies");
        check("the allies' plan", "allies plan");
        check("U.S.", "us");
        check("Bosnia & Herzegovina", "bosnia and herzegovina");
        check("G-7", "g7");
        check("Łódź, Tromsø", "lodz tromso");
        check("A", "a");
        check("?!", "");
    }

    #[test]
    fn document_symbols_stay_whole() {
        check("a/res/ES-11/1?", "a/res/es-11/1");
        check("(A/RES/68/262)", "a/res/68/262");
        check("and/or", "and or");
    }

    #[test]
    fn transliterations_meet() {
        for name in ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskij", "ZELENSKII"] {
            check(name, "zelensky");
        }
        for name in ["Зеленський", "Зеленский", "ЗЕЛЕНСЬКИЙ", "Зеленськии\u{306}"]
        {
            check(name, "zelensky");
        }
        check("Сергей", "sergey");
        check("Sergei", "sergey");
        check("Erdoğan", "erdogan");
        check("Эрдоган", "erdogan");
        check("Μητσοτάκης", "mitsotakis");
        check("Київ’s", "kyiv");
        check("習近平", "習近平");
    }

    #[test]
    fn ukrainian_is_a_second_reading() {
        assert_eq!(fold_as_ukrainian("Володимир Зеленський").as_deref(), Some("volodymyr zelensky"));
        assert_eq!(fold_as_ukrainian("Volodymyr"), None);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Georgian}\p{Armenian}\p{Arabic}\p{Devanagari}\p{Han}\p{P}\p{N} ]{0,30}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn plain_letters_fold_as_any_word_does(word in "[a-z0-9]{1,12}") {
            prop_assert_eq!(fold_words(&word), fold_word(&latin(&word, Cyrillic::of)));
        }

        #[test]
        fn folding_plain_english_twice_changes_nothing(text in "[a-zA-Z'./ -]{0,20}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
