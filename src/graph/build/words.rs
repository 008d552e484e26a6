//! Stance words that datasets bring to the lexicon of questions.

use std::sync::Arc;

use crate::graph::FaultKind;
use crate::graph::lexicon::{FormOf, Lexicon, Meaning, VERB_FORMS};
use crate::graph::parts::Parts;
use crate::model::draft::{Draft, Text, VerbDraft, WordDraft};

use super::checks::Checks;

/// How many phrases datasets may bring; each is looked at where a question is not understood.
pub(in crate::graph) const MAX_PHRASES: usize = 2_000;

/// How many words a phrase may have.
const MAX_WORDS: usize = 8;

pub(super) fn build(drafts: &[Draft], parts: &mut Parts, checks: &mut Checks) {
    if drafts.iter().all(|draft| draft.words.is_empty()) {
        return;
    }
    let mut words = Words { lexicon: parts.before.vocabulary().lexicon().clone(), checks };
    drafts.iter().flat_map(|draft| &draft.words).for_each(|word| words.add(word));
    parts.lexicon = Some(Arc::new(words.lexicon));
}

/// The lexicon with the words added so far.
struct Words<'c> {
    lexicon: Lexicon,
    checks: &'c mut Checks,
}

impl Words<'_> {
    fn add(&mut self, draft: &WordDraft) {
        let Some(means) = self.checks.required(&draft.means, "a meaning") else { return };
        let meaning = match means.parse::<Meaning>() {
            Ok(meaning) => meaning,
            Err(error) => {
                return self.checks.fault(FaultKind::UnknownCode, &draft.means.place, error.to_string());
            }
        };
        draft.verbs.iter().for_each(|verb| self.verb(verb, meaning));
        let lists =
            [(&draft.states, FormOf::State), (&draft.nouns, FormOf::Noun), (&draft.owned, FormOf::Owned)];
        for (texts, form) in lists {
            for text in texts {
                self.phrase(text, form, meaning);
            }
        }
    }

    fn verb(&mut self, verb: &VerbDraft, meaning: Meaning) {
        if verb.forms.len() != VERB_FORMS.len() {
            let message = format!(
                "a verb with {} forms; write five, such as give, gives, gave, given, giving",
                verb.forms.len()
            );
            return self.checks.fault(FaultKind::IllFormedPhrase, &verb.place.0, message);
        }
        verb.forms.iter().zip(VERB_FORMS).for_each(|(text, form)| self.phrase(text, form, meaning));
    }

    fn phrase(&mut self, text: &Text, form: FormOf, meaning: Meaning) {
        let phrase = text.value.to_lowercase().replace('’', "'");
        let shown: String = text.value.chars().take(60).collect();
        if let Some(why) = flaw(&phrase) {
            let message = format!("`{shown}` {why}");
            return self.checks.fault(FaultKind::IllFormedPhrase, &text.place, message);
        }
        match self.lexicon.meaning_of(&phrase) {
            Some(other) if other != meaning => {
                let message = format!("`{shown}` means `{other}` already; choose another phrase");
                self.checks.fault(FaultKind::AmbiguousPhrase, &text.place, message);
            }
            _ if self.lexicon.brought.len() >= MAX_PHRASES => {
                let message = format!("`{shown}` is one phrase too many; {MAX_PHRASES} may be added");
                self.checks.fault(FaultKind::TooLarge, &text.place, message);
            }
            _ => {
                self.lexicon.bring(&phrase, form, meaning);
            }
        }
    }
}

/// Why no question could hold a phrase, and what to write.
pub(in crate::graph) fn flaw(phrase: &str) -> Option<&'static str> {
    let is_word = |word: &str| {
        let inner = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '\'');
        let edge = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        word.chars().all(inner) && edge(word.chars().next()) && edge(word.chars().next_back())
    };
    match phrase.split_whitespace().count() {
        0 => Some("is an empty phrase; write its words or leave it out"),
        words if words > MAX_WORDS => Some("has too many words; write at most 8"),
        _ if !phrase.split_whitespace().all(is_word) => {
            Some("has other signs than a question keeps; write words of letters and digits")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::graph::{Fault, FaultKind, GraphBuilder, StanceGraph};
    use crate::model::draft::{Draft, NodeDraft, StatementDraft, WordDraft};

    fn graph(words: Vec<WordDraft>) -> Result<StanceGraph, Vec<Fault>> {
        let mut draft = Draft { words, ..Draft::default() };
        draft.nodes.push(NodeDraft::nation("KEN", "Kenya"));
        draft.nodes.push(NodeDraft::proposal("levy", "carbon levy"));
        draft.statements.push(StatementDraft::new("s1", "KEN", "rejects", "levy"));
        GraphBuilder::new().add(draft).build().map_err(|error| error.faults().to_vec())
    }

    #[track_caller]
    fn check(word: WordDraft, kind: FaultKind, message: &str) {
        let faults = graph(vec![word]).unwrap_err();
        let found: Vec<_> = faults.iter().map(|fault| (fault.kind(), fault.message())).collect();
        assert_eq!(found, [(kind, message)]);
    }

    #[test]
    fn a_dataset_brings_words_of_its_own() {
        let word = WordDraft::new("stance:rejects")
            .verb(["torpedo", "torpedoes", "torpedoed", "torpedoed", "torpedoing"])
            .state("Up in arms over");
        let graph = graph(vec![word]).unwrap();
        for question in [
            "who torpedoed the carbon levy",
            "who is up in arms over the carbon levy",
            "has Kenya torpedoed the carbon levy",
            "who rejects the carbon levy",
        ] {
            assert!(!graph.ask(question).unwrap().findings().is_empty(), "{question}");
        }
        assert!(self::graph(vec![]).unwrap().ask("who torpedoed the carbon levy").is_err());
    }

    #[test]
    fn a_phrase_has_one_meaning() {
        check(
            WordDraft::new("stance:rejects").state("open to"),
            FaultKind::AmbiguousPhrase,
            "`open to` means `stance:open-to` already; choose another phrase",
        );
        assert!(graph(vec![WordDraft::new("stance:open-to").state("open to")]).is_ok());
    }

    #[test]
    fn a_meaning_nobody_knows_is_told_what_there_is() {
        let message = "`mood:gloomy` is no meaning; write `polarity:`, `stance:`, `vote:` or `tie:` and a word, such as `stance:rejects`";
        check(WordDraft::new("mood:gloomy").state("gloomy"), FaultKind::UnknownCode, message);
        check(
            WordDraft::new("").state("x"),
            FaultKind::MissingField,
            "a meaning is missing or empty; write one",
        );
    }

    #[test]
    fn a_phrase_that_no_question_can_hold_is_refused() {
        let state = |text: &str| WordDraft::new("stance:doubts").state(text);
        let kind = FaultKind::IllFormedPhrase;
        check(state(" "), kind, "` ` is an empty phrase; write its words or leave it out");
        check(
            state("so-so (at best)"),
            kind,
            "`so-so (at best)` has other signs than a question keeps; write words of letters and digits",
        );
        check(state("a b c d e f g h i"), kind, "`a b c d e f g h i` has too many words; write at most 8");
        let mut word = WordDraft::new("stance:doubts").verb(["mull", "mulls", "mulled", "mulled", "mulling"]);
        word.verbs[0].forms.pop();
        let message = "a verb with 4 forms; write five, such as give, gives, gave, given, giving";
        check(word, kind, message);
    }

    #[test]
    fn there_may_be_many_words_but_not_any_number() {
        let words = (0..2_001).map(|n| WordDraft::new("stance:doubts").state(format!("w{n}"))).collect();
        let faults = graph(words).unwrap_err();
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].message(), "`w2000` is one phrase too many; 2000 may be added");
    }
}
