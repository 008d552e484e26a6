//! Questions in other languages: told as such, where they are not understood.

use super::error::{NotEnglish, QuestionError};
use super::token::{Kind, Token, piece_of};

/// A language, the words that open its questions, and others by which it shows.
type Tongue = (&'static str, &'static [&'static str], &'static [&'static str]);

// Words that English has too ("was", "pour", "come", "die", "son") tell nothing and are left out of the first list.
const TONGUES: [Tongue; 8] = [
    (
        "looks German",
        &[
            "wer", "wen", "wem", "wessen", "warum", "wieso", "weshalb", "welche", "welcher", "welches",
            "wann", "wie",
        ],
        &[
            "gegen",
            "für",
            "unterstützt",
            "lehnt",
            "ab",
            "ist",
            "sind",
            "der",
            "das",
            "den",
            "und",
            "nicht",
            "was",
        ],
    ),
    (
        "looks French",
        &["qui", "quoi", "pourquoi", "quel", "quelle", "quels", "quelles", "quand", "est-ce", "qu'est-ce"],
        &[
            "que", "contre", "pour", "soutient", "est", "sont", "le", "la", "les", "des", "une", "pas",
            "position",
        ],
    ),
    (
        "looks Spanish",
        &["quién", "quien", "quiénes", "quienes", "qué", "cuál", "cuáles", "cuándo", "cuántos"],
        &["que", "contra", "apoya", "está", "están", "por", "el", "los", "las", "del", "una"],
    ),
    (
        "looks Italian",
        &["chi", "perché", "quale", "quali", "quando"],
        &["contro", "sostiene", "il", "gli", "è", "che"],
    ),
    ("looks Portuguese", &["quem", "quais", "quantos"], &["contra", "apoia", "está", "os", "uma"]),
    ("looks Polish", &["kto", "dlaczego", "który", "które"], &["popiera", "przeciw", "czy", "jest"]),
    ("looks Turkish", &["kimler", "neden", "niçin", "hangi"], &["kim", "destekliyor", "karşı"]),
    ("looks Dutch", &["waarom", "welke", "wanneer", "hoeveel"], &["tegen", "voor", "steunt", "wie"]),
];

/// The error of a question in another language, in place of the one that its words led to.
pub(super) fn told(tokens: &[Token], error: QuestionError) -> QuestionError {
    let words: Vec<&Token> = tokens.iter().filter(|token| matches!(token.kind, Kind::Word)).collect();
    let Some(first) = words.first().filter(|first| first.known.is_none()) else { return error };
    match language(&words) {
        Some(language) => NotEnglish { piece: piece_of(std::slice::from_ref(*first)), language }.into(),
        None => error,
    }
}

/// What a question looks like: by its first word, or by that and another.
fn language(words: &[&Token]) -> Option<&'static str> {
    let first = words.first()?.word.as_str();
    let opens = |(_, opening, _): &&Tongue| opening.contains(&first);
    let is_of = |(_, opening, others): &Tongue, word: &str| opening.contains(&word) || others.contains(&word);
    let shows = |tongue: &&Tongue| {
        is_of(tongue, first) && words.iter().filter(|token| is_of(tongue, &token.word)).count() >= 2
    };
    let found = TONGUES.iter().find(opens).or_else(|| TONGUES.iter().find(shows));
    found.map(|(language, ..)| *language).or_else(|| script(words))
}

/// The script of a question without a word in Latin letters.
fn script(words: &[&Token]) -> Option<&'static str> {
    let letters =
        || words.iter().flat_map(|token| token.word.chars()).filter(|letter| letter.is_alphabetic());
    let is_latin = |letter: char| letter.is_ascii() || matches!(letter, '\u{c0}'..='\u{24f}');
    if letters().any(is_latin) {
        return None;
    }
    Some(match letters().next()? {
        '\u{370}'..='\u{3ff}' => "is in Greek script",
        '\u{400}'..='\u{52f}' => "is in Cyrillic script",
        '\u{590}'..='\u{5ff}' => "is in Hebrew script",
        '\u{600}'..='\u{77f}' => "is in Arabic script",
        '\u{3040}'..='\u{9fff}' => "is in Chinese or Japanese script",
        _ => "is in a script other than Latin",
    })
}
