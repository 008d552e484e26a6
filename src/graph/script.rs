//! Other scripts in Latin letters, by small tables, so that a name is found whichever alphabet it is written in.
//!
//! Cyrillic follows BGN/PCGN without its signs for soft and hard; Greek follows ELOT 743, Georgian and Armenian the
//! romanizations of their states. Words are told apart by letters that only Serbian, or only Ukrainian and Belarusian,
//! have; all other Cyrillic is read as Russian. Other scripts stay as they are and compare exactly.

/// How the Cyrillic letters of a word are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cyrillic {
    Russian,
    Ukrainian,
    Serbian,
}

impl Cyrillic {
    /// The reading that a word in lower case asks for.
    pub(super) fn of(word: &str) -> Self {
        let has = |letters: &str| word.contains(|letter| letters.contains(letter));
        if has("ђћљњџј") {
            Self::Serbian
        } else if has("іїєґў") || word.contains("ськ") || word.contains("цьк") {
            Self::Ukrainian
        } else {
            Self::Russian
        }
    }

    fn letter(self, letter: char) -> Option<&'static str> {
        match (self, letter) {
            (Self::Ukrainian, 'и') => Some("y"),
            (Self::Ukrainian, 'г') | (Self::Serbian, 'х') => Some("h"),
            (Self::Serbian, 'ж') => Some("z"),
            (Self::Serbian, 'ц' | 'ч') => Some("c"),
            (Self::Serbian, 'ш') => Some("s"),
            _ => cyrillic(letter),
        }
    }
}

/// Whether a letter is of a script with a table here.
pub(super) fn is_mapped(letter: char) -> bool {
    matches!(letter, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{58f}' | '\u{10d0}'..='\u{10ff}')
}

/// A word in lower case, its letters of mapped scripts in Latin ones.
pub(super) fn romanize(word: &str, reading: Cyrillic) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut latin = String::with_capacity(word.len());
    for (at, letter) in letters.iter().copied().enumerate() {
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied();
        let after = letters.get(at + 1).copied();
        let pair = greek_pair(at, before, letter, after).or_else(|| armenian_pair(before, letter, after));
        let alone = || reading.letter(letter).or_else(|| greek(letter));
        let found = pair.or_else(alone).or_else(|| georgian(letter)).or_else(|| armenian(letter));
        match found {
            Some(found) => latin.push_str(found),
            None => latin.push(letter),
        }
    }
    latin
}

/// Greek letters that are read by their neighbors: ou, av, ev; ng, nx, nch; b at the start.
fn greek_pair(at: usize, before: Option<char>, letter: char, after: Option<char>) -> Option<&'static str> {
    match (before, letter, after) {
        (Some('ο'), 'υ', _) => Some("u"),
        (Some('α' | 'ε'), 'υ', _) => Some("v"),
        (_, 'γ', Some('γ' | 'ξ' | 'χ')) => Some("n"),
        (None, 'μ', Some('π')) => Some(""),
        (Some('μ'), 'π', _) if at == 1 => Some("b"),
        _ => None,
    }
}

/// Armenian letters that are read by their neighbors: u; vo and ye at the start.
fn armenian_pair(before: Option<char>, letter: char, after: Option<char>) -> Option<&'static str> {
    match (before, letter, after) {
        (_, 'ո', Some('ւ')) => Some("u"),
        (Some('ո'), 'ւ', _) => Some(""),
        (None, 'ո', _) => Some("vo"),
        (None, 'ե', _) => Some("ye"),
        _ => None,
    }
}

fn cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' | 'ђ' => "d",
        'е' | 'ё' | 'э' => "e",
        'є' => "ye",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ї' => "i",
        'й' | 'ы' => "y",
        'ј' => "j",
        'к' => "k",
        'л' => "l",
        'љ' => "lj",
        'м' => "m",
        'н' => "n",
        'њ' => "nj",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'ћ' => "c",
        'у' | 'ў' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'џ' => "dz",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

fn greek(letter: char) -> Option<&'static str> {
    Some(match letter {
        'α' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' | 'ς' => "s",
        'τ' => "t",
        'υ' => "y",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => return None,
    })
}

fn georgian(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ა' => "a",
        'ბ' => "b",
        'გ' => "g",
        'დ' => "d",
        'ე' => "e",
        'ვ' => "v",
        'ზ' => "z",
        'თ' | 'ტ' => "t",
        'ი' => "i",
        'კ' | 'ქ' => "k",
        'ლ' => "l",
        'მ' => "m",
        'ნ' => "n",
        'ო' => "o",
        'პ' | 'ფ' => "p",
        'ჟ' => "zh",
        'რ' => "r",
        'ს' => "s",
        'უ' => "u",
        'ღ' => "gh",
        'ყ' => "q",
        'შ' => "sh",
        'ჩ' | 'ჭ' => "ch",
        'ც' | 'წ' => "ts",
        'ძ' => "dz",
        'ხ' => "kh",
        'ჯ' => "j",
        'ჰ' => "h",
        _ => return None,
    })
}

fn armenian(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ա' => "a",
        'բ' => "b",
        'գ' => "g",
        'դ' => "d",
        'ե' | 'է' => "e",
        'զ' => "z",
        'ը' | 'յ' => "y",
        'թ' | 'տ' => "t",
        'ժ' => "zh",
        'ի' => "i",
        'լ' => "l",
        'խ' => "kh",
        'ծ' | 'ց' => "ts",
        'կ' | 'ք' => "k",
        'հ' => "h",
        'ձ' => "dz",
        'ղ' => "gh",
        'ճ' | 'չ' => "ch",
        'մ' => "m",
        'ն' => "n",
        'շ' => "sh",
        'ո' | 'օ' => "o",
        'պ' | 'փ' => "p",
        'ջ' => "j",
        'ռ' | 'ր' => "r",
        'ս' => "s",
        'վ' | 'ւ' => "v",
        'ֆ' => "f",
        'և' => "ev",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cases: &[(&str, &str)]) {
        for (word, latin) in cases {
            assert_eq!(romanize(word, Cyrillic::of(word)), *latin, "{word}");
        }
    }

    #[test]
    fn cyrillic_is_read_as_the_language_of_the_word_has_it() {
        check(&[("путин", "putin"), ("хрущев", "khrushchev"), ("київ", "kyiv"), ("киев", "kiev")]);
        check(&[("гончарук", "goncharuk"), ("зеленський", "zelenskyy"), ("луганськ", "luhansk")]);
        check(&[("вучић", "vucic"), ("шешељ", "seselj"), ("џаџић", "dzadzic")]);
    }

    #[test]
    fn greek_georgian_and_armenian_have_their_tables() {
        check(&[("μητσοτακης", "mitsotakis"), ("παπανδρεου", "papandreou"), ("μπουτος", "boutos")]);
        check(&[("ευαγγελος", "evangelos"), ("ზურაბიშვილი", "zurabishvili"), ("სააკაშვილი", "saakashvili")]);
        check(&[("փաշինյան", "pashinyan"), ("երևան", "yerevan"), ("ոսկան", "voskan"), ("սուրեն", "suren")]);
    }

    #[test]
    fn other_scripts_stay_as_they_are() {
        check(&[("習近平", "習近平"), ("بوتين", "بوتين"), ("macron", "macron")]);
    }
}
