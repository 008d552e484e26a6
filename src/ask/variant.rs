//! Other ways to write the same name: in the other number, by the number of a document.

use crate::graph::fold;

/// The words with one of them in the plural, if it is in the singular, and the other way round.
pub(super) fn with_other_number(words: &[String], at: usize) -> Vec<String> {
    let word = words.get(at).map_or("", String::as_str);
    let fewer = ["ies", "es", "s"].iter().filter_map(|ending| {
        let stem = word.strip_suffix(ending).filter(|stem| stem.len() > 1)?;
        Some(if *ending == "ies" { format!("{stem}y") } else { stem.to_owned() })
    });
    let more = [format!("{word}s"), format!("{word}es")].into_iter();
    let irregular = word.strip_suffix('y').map(|stem| format!("{stem}ies"));
    let variants = fewer.chain(more).chain(irregular);
    variants.map(|variant| replaced(words, at, &variant)).collect()
}

fn replaced(words: &[String], at: usize, word: &str) -> String {
    let kept = words.iter().enumerate().map(|(place, old)| if place == at { word } else { old });
    fold(&kept.collect::<Vec<_>>().join(" "))
}

/// The symbols that a number after words for a resolution may stand for.
pub(super) fn document_symbols(words: &[String]) -> Vec<String> {
    const WORDS: [&str; 11] =
        ["un", "unga", "unsc", "ga", "sc", "general", "assembly", "security", "council", "resolution", "res"];
    let before = words.iter().take_while(|word| WORDS.contains(&word.as_str())).count();
    let number = words.get(before..).unwrap_or_default();
    let (Some(first), 1..) = (number.first(), before) else { return Vec::new() };
    // The General Assembly numbers by session, the Security Council straight through, often with the year.
    let body = if first.contains('/') { "a" } else { "s" };
    vec![format!("{body}/res/{}", number.join(" ")), format!("{body}/res/{first}")]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fold_words;

    #[test]
    fn the_number_of_a_document_stands_for_its_symbol() {
        let symbols = |name: &str| document_symbols(&fold_words(name));
        assert_eq!(symbols("resolution 68/262").first().map(String::as_str), Some("a/res/68/262"));
        assert_eq!(symbols("UNGA ES-11/1").first().map(String::as_str), Some("a/res/es-11/1"));
        let council = symbols("UN Security Council resolution 2202 (2015)");
        assert_eq!(council, ["s/res/2202 2015", "s/res/2202"]);
        assert!(symbols("2202").is_empty() && symbols("Minsk resolution 5").is_empty());
    }

    #[test]
    fn a_word_in_the_plural_is_tried_in_the_singular_and_the_other_way_round() {
        let variants = |text: &str| with_other_number(&fold_words(text), 0);
        assert!(variants("treaties").contains(&"treaty".to_owned()));
        assert!(variants("treaty").contains(&"treaties".to_owned()));
        assert!(variants("tariffs on grain").contains(&"tariff on grain".to_owned()));
    }
}
