//! The stance words of questions, as data: which phrases mean what.

use std::collections::HashMap;
use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use once_cell::sync::Lazy;
use serde::Deserialize;

use crate::model::{Polarity, Stance, TieKind};
use crate::query::{Vote, Word};

use super::near::{Glance, Measure};

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
pub(super) const VERB_FORMS: [FormOf; 5] =
    [FormOf::Base, FormOf::Third, FormOf::Past, FormOf::Participle, FormOf::Ing];

/// One phrase in one of its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) words: Vec<Box<str>>,
    pub(crate) form: FormOf,
    pub(crate) meaning: Meaning,
}

/// All phrases, by their first word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lexicon {
    phrases: HashMap<Box<str>, Vec<Phrase>>,
    /// Those that datasets brought, in the order in which they came.
    pub(super) brought: Vec<Phrase>,
}

/// Why a lexicon cannot be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LexiconError {
    #[error(transparent)]
    Syntax(#[from] toml::de::Error),
    #[error(transparent)]
    Meaning(#[from] UnknownMeaning),
}

/// A text that names no meaning.
#[derive(Debug, thiserror::Error)]
#[error(
    "`{}` is no meaning; write `polarity:`, `stance:`, `vote:` or `tie:` and a word, such as `stance:rejects`",
    _0.chars().take(60).collect::<String>()
)]
pub(crate) struct UnknownMeaning(String);

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

const BUNDLED_TEXT: &str = include_str!("../../data/lexicon.toml");

impl Lexicon {
    /// The lexicon that comes with the crate, read on first use.
    pub(crate) fn bundled() -> &'static Self {
        // A test reads the file, so the empty lexicon never stands in for it.
        static BUNDLED: Lazy<Lexicon> = Lazy::new(|| Lexicon::read(BUNDLED_TEXT).unwrap_or_default());
        &BUNDLED
    }

    /// Reads a lexicon file.
    pub(crate) fn read(text: &str) -> Result<Self, LexiconError> {
        let file: File = toml::from_str(text)?;
        let mut lexicon = Self::default();
        for entry in file.word {
            let meaning = entry.means.parse()?;
            entry.forms().for_each(|(text, form)| lexicon.add(text, form, meaning));
        }
        Ok(lexicon)
    }

    /// Adds a phrase; among those with its first word it stands behind the longer ones and those as long.
    pub(super) fn add(&mut self, text: &str, form: FormOf, meaning: Meaning) {
        let words: Vec<Box<str>> = text.split_whitespace().map(Into::into).collect();
        if let Some(first) = words.first() {
            let phrases = self.phrases.entry(first.clone()).or_default();
            let place = phrases.partition_point(|phrase| phrase.words.len() >= words.len());
            phrases.insert(place, Phrase { words, form, meaning });
        }
    }

    /// Adds a phrase that a dataset brings.
    pub(super) fn bring(&mut self, text: &str, form: FormOf, meaning: Meaning) {
        let words = text.split_whitespace().map(Into::into).collect();
        self.brought.push(Phrase { words, form, meaning });
        self.add(text, form, meaning);
    }

    /// What a phrase means in any form, if it is known.
    pub(super) fn meaning_of(&self, text: &str) -> Option<Meaning> {
        let words = text.split_whitespace();
        let length = words.clone().count();
        self.at(&words).find(|phrase| phrase.words.len() == length).map(|phrase| phrase.meaning)
    }

    /// Every phrase that `words` begin with, the longest first.
    ///
    /// # Complexity
    /// One look-up, then the phrases with that first word.
    pub(crate) fn at<'l, 'w, I>(&'l self, words: &I) -> impl Iterator<Item = &'l Phrase>
    where
        I: Iterator<Item = &'w str> + Clone,
    {
        let first = words.clone().next().and_then(|word| self.phrases.get(word));
        let begins = |phrase: &&Phrase| {
            let mut found = words.clone();
            phrase.words.iter().all(|word| found.next() == Some(word))
        };
        first.into_iter().flatten().filter(begins)
    }

    /// What a verb after "who" may be that begins so, in the order of the alphabet.
    ///
    /// # Complexity
    /// O(n) in the number of phrases.
    pub(crate) fn verbs_beginning(&self, text: &str) -> Vec<String> {
        let finite = |phrase: &&Phrase| matches!(phrase.form, FormOf::Third | FormOf::Past);
        let phrases = self.phrases.iter().filter(|(first, _)| first.starts_with(text));
        let mut verbs: Vec<String> = phrases
            .flat_map(|(_, phrases)| phrases)
            .filter(finite)
            .map(|phrase| phrase.words.join(" "))
            .collect();
        verbs.sort_unstable();
        verbs.dedup();
        verbs
    }

    /// Every phrase whose first word is like this one, with the edits between them: at most two, and one per three
    /// letters.
    ///
    /// # Complexity
    /// O(n) in the number of first words.
    pub(crate) fn like(&self, word: &str) -> Vec<(u32, &Phrase)> {
        let edits = (Glance::of(word).length() / 3).min(2);
        let (glance, measure) = (Glance::of(word), Measure::new(word));
        let near = self.phrases.iter().filter(|(first, _)| glance.may_be_near(Glance::of(first), edits));
        let near = near.filter_map(|(first, phrases)| Some((measure.within(first, edits)?, phrases, first)));
        // Two slips, one of them in the first letter, make too many words of one: "killed" is not "called".
        let alike = |first: &str| first.chars().next() == word.chars().next();
        let near = near.filter(|(distance, _, first)| *distance < 2 || alike(first)).map(|(d, p, _)| (d, p));
        near.flat_map(|(distance, phrases)| phrases.iter().map(move |phrase| (distance, phrase))).collect()
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

impl FromStr for Meaning {
    type Err = UnknownMeaning;

    fn from_str(text: &str) -> Result<Self, UnknownMeaning> {
        let (kind, value) = text.split_once(':').unwrap_or_default();
        let found = match kind {
            "polarity" => value.parse::<Polarity>().ok().map(|polarity| Self::Stance(polarity.into())),
            "stance" => value.parse::<Stance>().ok().map(|stance| Self::Stance(stance.into())),
            "vote" => read_vote(value).map(|vote| Self::Stance(vote.into())),
            "tie" => value.parse().ok().map(Self::Tie),
            _ => None,
        };
        found.ok_or_else(|| UnknownMeaning(text.to_owned()))
    }
}

/// As a lexicon file has it.
impl Display for Meaning {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stance(Word::Leaning(polarity)) => write!(f, "polarity:{polarity}"),
            Self::Stance(Word::Exactly(stance)) => write!(f, "stance:{stance}"),
            Self::Stance(Word::Voted(vote)) => write!(f, "vote:{}", spelled(*vote)),
            Self::Tie(kind) => write!(f, "tie:{kind}"),
        }
    }
}

const fn spelled(vote: Vote) -> &'static str {
    match vote {
        Vote::For => "for",
        Vote::Against => "against",
        Vote::Abstained => "abstained",
        Vote::Absent => "absent",
    }
}

fn read_vote(text: &str) -> Option<Vote> {
    let votes = [Vote::For, Vote::Against, Vote::Abstained, Vote::Absent];
    votes.into_iter().find(|vote| spelled(*vote) == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundled() -> Lexicon {
        Lexicon::read(BUNDLED_TEXT).unwrap()
    }

    fn meaning_of(text: &str, form: FormOf) -> Option<(Meaning, usize)> {
        let lexicon = bundled();
        let words = text.split(' ');
        let mut found = lexicon.at(&words).filter(|phrase| phrase.form == form);
        found.next().map(|phrase| (phrase.meaning, phrase.words.len()))
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
    fn a_mistyped_word_is_like_its_phrases() {
        let lexicon = bundled();
        let like = |word: &str| {
            lexicon.like(word).iter().map(|(_, phrase)| phrase.words.join(" ")).collect::<Vec<_>>()
        };
        assert!(like("oposes").contains(&"opposes".to_owned()));
        assert!(like("voted").contains(&"voted for".to_owned()));
        assert!(like("xyzzy").is_empty());
    }

    #[test]
    fn a_meaning_nobody_knows_is_refused() {
        let error = Lexicon::read("[[word]]\nmeans = \"mood:gloomy\"").unwrap_err();
        assert!(error.to_string().starts_with("`mood:gloomy` is no meaning"));
    }
}
