//! The stance words of questions, as data: which phrases mean what.

use std::collections::HashMap;

use once_cell::sync::Lazy;
use serde::Deserialize;

use crate::model::{Polarity, Stance, TieKind};
use crate::query::{Vote, Word};

/// What a phrase of the lexicon means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A stance, a polarity or a vote.
    Stance(Word),
    /// A tie.
    Tie(TieKind),
}

/// Which form of its word a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormOf {
    /// "support"
    Base,
    /// "supports"
    Third,
    /// "supported", yesterday
    Past,
    /// has "supported"
    Participle,
    /// is "supporting"
    Ing,
    /// is "against"
    State,
    /// "members of", "demands of"
    Noun,
    /// Ukraine's "demands"
    Owned,
}

/// The forms of a verb in the order of the file.
const VERB_FORMS: [FormOf; 5] = [FormOf::Base, FormOf::Third, FormOf::Past, FormOf::Participle, FormOf::Ing];

/// One phrase in one of its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Phrase {
    words: Vec<Box<str>>,
    form: FormOf,
    meaning: Meaning,
}

/// All phrases, by their first word.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    phrases: HashMap<Box<str>, Vec<Phrase>>,
}

/// Why a lexicon cannot be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LexiconError {
    #[error(transparent)]
    Syntax(#[from] toml::de::Error),
    #[error("`{0}` is no meaning; write `polarity:favor`, `stance:rejects`, `vote:for` or `tie:leads`")]
    Meaning(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    word: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    means: String,
    #[serde(default)]
    verbs: Vec<[String; 5]>,
    #[serde(default)]
    states: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    owned: Vec<String>,
}

/// The lexicon that comes with the crate, read on first use.
pub(crate) fn lexicon() -> &'static Lexicon {
    // A test reads the file, so the empty lexicon never stands in for it.
    static BUNDLED: Lazy<Lexicon> = Lazy::new(|| Lexicon::read(BUNDLED_TEXT).unwrap_or_default());
    &BUNDLED
}

const BUNDLED_TEXT: &str = include_str!("../../data/lexicon.toml");

impl Lexicon {
    /// Reads a lexicon file.
    pub(crate) fn read(text: &str) -> Result<Self, LexiconError> {
        let file: File = toml::from_str(text)?;
        let mut lexicon = Self::default();
        for entry in file.word {
            let meaning = read_meaning(&entry.means).ok_or(LexiconError::Meaning(entry.means.clone()))?;
            entry.forms().for_each(|(text, form)| lexicon.add(text, form, meaning));
        }
        lexicon.phrases.values_mut().for_each(|phrases| {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        });
        Ok(lexicon)
    }

    fn add(&mut self, text: &str, form: FormOf, meaning: Meaning) {
        let words: Vec<Box<str>> = text.split_whitespace().map(Into::into).collect();
        if let Some(first) = words.first() {
            self.phrases.entry(first.clone()).or_default().push(Phrase { words, form, meaning });
        }
    }

    /// The longest phrase in one of the forms that `words` begin with: what it means and how many words it has.
    pub(crate) fn longest<'w, I>(&self, words: &I, forms: &[FormOf]) -> Option<(Meaning, usize)>
    where
        I: Iterator<Item = &'w str> + Clone,
    {
        let begins = |phrase: &&Phrase| {
            let mut found = words.clone();
            forms.contains(&phrase.form) && phrase.words.iter().all(|word| found.next() == Some(word))
        };
        let first = self.phrases.get(words.clone().next()?)?;
        first.iter().find(begins).map(|phrase| (phrase.meaning, phrase.words.len()))
    }

    /// The phrase most like a mistyped word, in the given forms; at most two edits and one per three letters away.
    pub(crate) fn nearest(&self, word: &str, forms: &[FormOf]) -> Option<String> {
        let limit = (word.chars().count() / 3).min(2);
        let fit = self.phrases.values().flatten().filter(|phrase| forms.contains(&phrase.form));
        let apart = |phrase: &&Phrase| {
            let first = phrase.words.first().map_or("", |first| first).to_owned();
            (strsim::osa_distance(&first, word), phrase.words.len(), first)
        };
        let nearest = fit.min_by_key(apart).filter(|phrase| apart(phrase).0 <= limit)?;
        Some(nearest.words.join(" "))
    }
}

impl Entry {
    fn forms(&self) -> impl Iterator<Item = (&str, FormOf)> {
        let verbs = self.verbs.iter().flat_map(|verb| verb.iter().map(String::as_str).zip(VERB_FORMS));
        let states = self.states.iter().map(|state| (state.as_str(), FormOf::State));
        let nouns = self.nouns.iter().map(|noun| (noun.as_str(), FormOf::Noun));
        let owned = self.owned.iter().map(|noun| (noun.as_str(), FormOf::Owned));
        verbs.chain(states).chain(nouns).chain(owned)
    }
}

fn read_meaning(text: &str) -> Option<Meaning> {
    let (kind, value) = text.split_once(':')?;
    match kind {
        "polarity" => value.parse::<Polarity>().ok().map(|polarity| Meaning::Stance(polarity.into())),
        "stance" => value.parse::<Stance>().ok().map(|stance| Meaning::Stance(stance.into())),
        "vote" => read_vote(value).map(|vote| Meaning::Stance(vote.into())),
        "tie" => value.parse().ok().map(Meaning::Tie),
        _ => None,
    }
}

fn read_vote(text: &str) -> Option<Vote> {
    match text {
        "for" => Some(Vote::For),
        "against" => Some(Vote::Against),
        "abstained" => Some(Vote::Abstained),
        "absent" => Some(Vote::Absent),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundled() -> Lexicon {
        Lexicon::read(BUNDLED_TEXT).unwrap()
    }

    fn meaning_of(text: &str, form: FormOf) -> Option<(Meaning, usize)> {
        bundled().longest(&text.split(' '), &[form])
    }

    #[test]
    fn every_stance_polarity_vote_and_tie_has_a_word() {
        let lexicon = bundled();
        let phrases = || lexicon.phrases.values().flatten();
        let votes = [Vote::For, Vote::Against, Vote::Abstained, Vote::Absent].map(Word::from);
        let leanings = Polarity::ALL.iter().copied().map(Word::from);
        let words = Stance::ALL.iter().copied().map(Word::from).chain(votes).chain(leanings);
        let ties = TieKind::ALL.iter().copied().map(Meaning::Tie);
        for meaning in words.map(Meaning::Stance).chain(ties) {
            assert!(phrases().any(|phrase| phrase.meaning == meaning), "{meaning:?}");
        }
    }

    #[test]
    fn no_phrase_has_two_meanings() {
        let lexicon = bundled();
        for phrases in lexicon.phrases.values() {
            for (phrase, other) in phrases.iter().flat_map(|one| phrases.iter().map(move |two| (one, two))) {
                assert!(
                    phrase.words != other.words || phrase.meaning == other.meaning,
                    "{phrase:?} {other:?}"
                );
            }
        }
    }

    #[test]
    fn the_longest_phrase_wins_and_only_in_its_form() {
        let withdraws = Meaning::Stance(Stance::Withdraws.into());
        assert_eq!(meaning_of("withdraws support for X", FormOf::Third), Some((withdraws, 3)));
        assert_eq!(meaning_of("withdraws troops", FormOf::Third), Some((withdraws, 1)));
        assert_eq!(meaning_of("withdraws troops", FormOf::Base), None);
        assert_eq!(meaning_of("likes X", FormOf::Third), None);
    }

    #[test]
    fn a_mistyped_word_finds_its_phrase() {
        let nearest = |word: &str| bundled().nearest(word, &[FormOf::Third, FormOf::Past]);
        assert_eq!(nearest("oposes").as_deref(), Some("opposes"));
        assert_eq!(nearest("voted").as_deref(), Some("voted for"));
        assert_eq!(nearest("wants"), None);
    }

    #[test]
    fn a_meaning_nobody_knows_is_refused() {
        let error = Lexicon::read("[[word]]\nmeans = \"mood:gloomy\"").unwrap_err();
        assert!(error.to_string().starts_with("`mood:gloomy` is no meaning"));
    }
}
