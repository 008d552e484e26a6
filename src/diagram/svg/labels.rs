//! Words in little room.

/// How wide a text is about to be, in the unit of its size. Fonts differ; for most texts it is
/// rather too much than too little.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(ems).sum::<f64>() * size
}

/// How wide a letter is about to be, in parts of the size; those of Chinese, Japanese and Korean, and emoji, fill a square.
const fn ems(letter: char) -> f64 {
    match letter {
        'A'..='Z' => 0.7,
        '\0'..='\x7f' => 0.57,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 1.0,
        _ => 0.75,
    }
}

/// The text, or as much of its beginning as fits with a mark that it goes on.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// The text, or as much of its beginning as is no wider than this.
pub(super) fn within(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut wide = 0.0;
    let fits = |letter: &char| {
        wide += width(letter.encode_utf8(&mut [0; 4]), size);
        wide <= room - size
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

/// A number with its noun.
pub(super) fn counted(number: usize, one: &str, several: &str) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped} {}", if number == 1 { one } else { several })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_end_with_a_mark_and_numbers_have_groups() {
        assert_eq!(shortened("security guarantees", 10), "security…");
        assert_eq!(shortened("short", 10), "short");
        assert_eq!(counted(1_234_567, "tie", "ties"), "1,234,567 ties");
        assert_eq!(counted(1, "tie", "ties"), "1 tie");
        assert_eq!(within("abcdefghij", 10.0, 57.0), "abcdefghij");
        assert_eq!(within("abcdefghijk", 10.0, 57.0), "abcdefgh…");
        assert_eq!(within("联合国大会", 10.0, 40.0), "联合国…");
    }

    #[test]
    fn wide_letters_take_a_square_and_capitals_more_than_small_ones() {
        for text in ["联合国", "日本語", "유엔군", "ｆｕｌ", "🕊🌍🤝"] {
            assert!((width(text, 10.0) - 30.0).abs() < 1e-9, "{text}");
        }
        assert!((width("NATO", 10.0) - 28.0).abs() < 1e-9);
        assert!((width("nato", 10.0) - 22.8).abs() < 1e-9);
        assert!((width("État", 10.0) - (7.5 + 3.0 * 5.7)).abs() < 1e-9);
    }
}
