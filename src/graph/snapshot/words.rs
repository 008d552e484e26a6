//! The stance words that datasets brought, as bytes.

use std::sync::Arc;

use crate::graph::build::words::{MAX_PHRASES, flaw};
use crate::graph::lexicon::{FormOf, Lexicon, Meaning, Phrase};
use crate::model::{Polarity, Stance, TieKind};
use crate::query::{Vote, Word};

use super::decoder::Decoder;
use super::encoder::Encoder;
use super::error::Flaw;

/// A phrase takes at least its form, its meaning in two bytes, and a text of a letter.
const LEAST: usize = 5;

pub(super) fn encode(lexicon: Option<&Lexicon>, out: &mut Encoder) {
    let brought = lexicon.map_or(&[][..], |lexicon| &lexicon.brought);
    out.byte(u8::from(lexicon.is_some()));
    out.count(brought.len());
    for Phrase { words, form, meaning } in brought {
        out.byte(form_code(*form));
        let (kind, value) = meaning_code(*meaning);
        out.byte(kind);
        out.byte(value);
        out.text(&words.join(" "));
    }
}

/// The lexicon of questions, where datasets brought words to it.
pub(super) fn decode(mut input: Decoder<'_>) -> Result<Option<Arc<Lexicon>>, Flaw> {
    let has_own = input.byte()?;
    let count = input.count(LEAST)?;
    let is_sound = has_own == 1 || has_own == 0 && count == 0;
    input.ensure(is_sound && count <= MAX_PHRASES, "there are more words than datasets may bring")?;
    let mut lexicon = (has_own == 1).then(|| Lexicon::bundled().clone());
    for _ in 0..count {
        let form = input.code(form)?;
        let (kind, value) = (input.byte()?, input.byte()?);
        let meaning = meaning(kind, value).ok_or_else(|| input.flaw("a code is not known"))?;
        let phrase = input.text()?;
        let is_plain = phrase.split_whitespace().eq(phrase.split(' ')) && phrase == phrase.to_lowercase();
        input.ensure(is_plain && flaw(phrase).is_none(), "no question can hold a word")?;
        let Some(lexicon) = &mut lexicon else { continue };
        let known = lexicon.meaning_of(phrase);
        input.ensure(known.is_none_or(|known| known == meaning), "a word means something else already")?;
        lexicon.bring(phrase, form, meaning);
    }
    input.end()?;
    Ok(lexicon.map(Arc::new))
}

const FORMS: [FormOf; 8] = [
    FormOf::Base,
    FormOf::Third,
    FormOf::Past,
    FormOf::Participle,
    FormOf::Ing,
    FormOf::State,
    FormOf::Noun,
    FormOf::Owned,
];

/// The byte of a form; never reassigned.
const fn form_code(form: FormOf) -> u8 {
    match form {
        FormOf::Base => 0,
        FormOf::Third => 1,
        FormOf::Past => 2,
        FormOf::Participle => 3,
        FormOf::Ing => 4,
        FormOf::State => 5,
        FormOf::Noun => 6,
        FormOf::Owned => 7,
    }
}

fn form(code: u8) -> Option<FormOf> {
    FORMS.into_iter().find(|form| form_code(*form) == code)
}

const VOTES: [Vote; 4] = [Vote::For, Vote::Against, Vote::Abstained, Vote::Absent];

/// The byte of a vote; never reassigned.
const fn vote_code(vote: Vote) -> u8 {
    match vote {
        Vote::For => 0,
        Vote::Against => 1,
        Vote::Abstained => 2,
        Vote::Absent => 3,
    }
}

/// The bytes of a meaning; never reassigned.
fn meaning_code(meaning: Meaning) -> (u8, u8) {
    match meaning {
        Meaning::Stance(Word::Leaning(polarity)) => (0, polarity.code()),
        Meaning::Stance(Word::Exactly(stance)) => (1, stance.code()),
        Meaning::Stance(Word::Voted(vote)) => (2, vote_code(vote)),
        Meaning::Tie(kind) => (3, kind.code()),
    }
}

fn meaning(kind: u8, value: u8) -> Option<Meaning> {
    let vote = || VOTES.into_iter().find(|vote| vote_code(*vote) == value);
    match kind {
        0 => Polarity::from_code(value).map(|polarity| Meaning::Stance(polarity.into())),
        1 => Stance::from_code(value).map(|stance| Meaning::Stance(stance.into())),
        2 => vote().map(|vote| Meaning::Stance(vote.into())),
        3 => TieKind::from_code(value).map(Meaning::Tie),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_and_meaning_comes_back() {
        for (code, one) in (0..).zip(FORMS) {
            assert_eq!((form_code(one), form(code)), (code, Some(one)));
        }
        assert_eq!((form(8), meaning(4, 0), meaning(2, 4)), (None, None, None));
        let words = Stance::ALL.iter().copied().map(Word::from).chain(VOTES.map(Word::from));
        let words = words.chain(Polarity::ALL.iter().copied().map(Word::from)).map(Meaning::Stance);
        for one in words.chain(TieKind::ALL.iter().copied().map(Meaning::Tie)) {
            let (kind, value) = meaning_code(one);
            assert_eq!(meaning(kind, value), Some(one));
        }
    }
}
