//! Questions nobody should ask, and odd ones that somebody will: each is answered, asked back or refused in words that
//! tell why. None panics, none makes up a holder.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::{Answer, StanceGraph, ask, datasets, render};

/// A question, what becomes of it (`error`, `answer`, `no-record`, `clarify`), and words that must be told.
type Case = (&'static str, &'static str, &'static str);

const NOTHING: &[Case] = &[
    ("", "error", "the question is empty"),
    (" \t\n ", "error", "the question is empty"),
    ("?!?", "error", "the question is empty"),
    ("\u{202e}\u{200b}\0", "error", "the question is empty"),
    ("—", "error", "the question is empty"),
];

const FRAGMENTS: &[Case] = &[
    ("who", "error", "a stance word is missing at character 4"),
    ("who rejects", "error", "a name is missing at character 12"),
    ("who rejects the", "error", "a name is missing at character"),
    ("who rejects?", "error", "a name is missing at character"),
    ("why", "error", "the end at character 4 was not expected there"),
    ("what does", "error", "a stance word is missing at character 10"),
    ("what does Ukraine", "error", "a stance word is missing at character 18"),
    ("does Germany", "error", "a stance word is missing at character 13"),
    ("does support foreign troops", "error", "say whose stance"),
    ("stances of", "error", "a name is missing at character 11"),
    ("position of Putin on", "error", "a name is missing at character 21"),
    ("timeline of Putin", "error", "a name is missing at character 18"),
    ("who opposes foreign troops as of", "error", "a date is missing at character 33"),
    ("who opposes foreign troops according to", "error", "a name is missing at character 40"),
    ("Putin", "error", "begins no question known here"),
    ("foreign troops", "error", "begins no question known here"),
    ("rejects foreign troops", "error", "begins no question known here"),
    ("not", "error", "begins no question known here"),
];

const QUOTES_AND_CODE: &[Case] = &[
    ("who rejects \"X", "error", "the quotation mark at character 13 is never closed"),
    ("\"", "error", "the quotation mark at character 1 is never closed"),
    ("who rejects \"\"", "no-record", "no proposal, actor or nation in the data is called ``"),
    ("'; DROP TABLE statements; --", "error", "`DROP` at character 4 begins no question"),
    (
        "who rejects \"X'; DROP TABLE statements; --\"",
        "no-record",
        "is called `X'; DROP TABLE statements; --`",
    ),
    ("who rejects X' OR '1'='1", "no-record", "in the data is called"),
    ("SELECT * FROM statements", "error", "`SELECT` at character 1 begins no question"),
    ("<script>alert(1)</script>", "error", "begins no question known here"),
    ("who rejects <b>foreign troops</b>", "clarify", "foreign troops in Ukraine (proposal)"),
    ("who rejects ${jndi:ldap://x}", "no-record", "in the data is called"),
    ("who rejects ../../etc/passwd", "no-record", "in the data is called"),
    ("who rejects %s%n%x", "no-record", "in the data is called"),
    ("{\"form\": \"who\"}", "error", "begins no question known here"),
    ("1 + 1", "error", "begins no question known here"),
    ("who rejects \\", "no-record", "in the data is called `\\`"),
];

const OTHER_LANGUAGES: &[Case] = &[
    (
        "Wer lehnt fremde Truppen ab?",
        "error",
        "`Wer` at character 1 looks German; questions are understood in English",
    ),
    ("was lehnt Putin ab", "error", "`was` at character 1 looks German"),
    ("Qui soutient les troupes étrangères ?", "error", "`Qui` at character 1 looks French"),
    ("¿Quién rechaza las tropas?", "error", "`Quién` at character 2 looks Spanish"),
    ("Chi sostiene il piano?", "error", "`Chi` at character 1 looks Italian"),
    ("Кто против иностранных войск?", "error", "`Кто` at character 1 is in Cyrillic script"),
    ("Хто підтримує перемир'я", "error", "is in Cyrillic script"),
    ("Ποιος στηρίζει το σχέδιο;", "error", "is in Greek script"),
    ("谁反对外国军队", "error", "is in Chinese or Japanese script"),
    ("من يرفض القوات الأجنبية", "error", "is in Arabic script"),
];

const SLIPS: &[Case] = &[
    ("who oposes forein troops in Ukrain", "answer", "`oposes` was read as `opposes`"),
    (
        "who oposes forein troops in Ukrain",
        "answer",
        "read `forein troops in Ukrain` as foreign troops in Ukraine",
    ),
    ("stances of Putn", "answer", "read `Putn` as Vladimir Putin"),
    ("stances of Zelenskyy", "answer", "Volodymyr Zelensky"),
    ("stances of Зеленський", "answer", "Volodymyr Zelensky"),
    ("does Germny suport foreign troops", "no-record", "`suport` was read as `support`"),
    ("who flouts foreign troops", "error", "`flouts` at character 5 is no stance word known here"),
    ("who protects foreign troops", "error", "`protects` at character 5 is no stance word known here"),
    (
        "who killed foreign troops",
        "error",
        "`killed` at character 5 is no stance word known here; use one such as",
    ),
    ("who rejects forign trops in Mali", "clarify", "in the data is called `forign trops in Mali`"),
    ("stances of Belgrade", "clarify", "several things; none was picked"),
    ("who rejects troops", "clarify", "in the data is called `troops`"),
    ("who opposes foreign troops as of 2025-13-45", "error", "is no date"),
    ("who opposes foreign troops as of yesterday", "error", "`yesterday` at character"),
    ("who opposes foreign troops by nation on mars", "error", "was not expected there"),
];

const WRONG_KINDS: &[Case] = &[
    ("who rejects Macron", "no-record", "ask `who rejects \"foreign troops in Ukraine\"`"),
    ("which nations reject Macron", "no-record", "ask `who rejects \"foreign troops in Ukraine\" by nation`"),
    ("who rejects Wakanda", "no-record", "is called `Wakanda`"),
    (
        "does Wakanda support foreign troops",
        "no-record",
        "no actor or nation in the data is called `Wakanda`",
    ),
    ("stances of foreign troops", "clarify", "holds no stance; name an actor or nation"),
    ("does a ceasefire support Ukraine", "clarify", "holds no stance; name an actor or nation"),
    ("who supports everything", "no-record", "is called `everything`"),
    ("who opposes nothing", "no-record", "is called `nothing`"),
    ("stances of everyone", "no-record", "is called `everyone`"),
    ("who rejects NATO", "no-record", "Nothing on record, which is not a no"),
];

const SIGNS: &[Case] = &[
    ("who\0opposes\0foreign troops", "answer", "2 control or invisible characters left out"),
    ("who opp\u{202e}oses \u{feff}foreign troops", "answer", "2 control or invisible characters left out"),
    ("WHO OPPOSES FOREIGN TROOPS", "answer", "Vladimir Putin"),
    ("ｗｈｏ opposes foreign troops", "error", "begins no question known here"),
    ("who opposes ｆｏｒｅｉｇｎ ｔｒｏｏｐｓ", "answer", "Vladimir Putin"),
    ("who opposes fo\u{301}reign tro\u{308}ops", "answer", "Vladimir Putin"),
    ("stances of \u{420}utin", "clarify", "Vladimir Putin"),
    ("stances of \u{200f}פוטין", "no-record", "no actor or nation in the data is called"),
    ("who opposes 🚀 🚀", "no-record", "in the data is called"),
    ("who 🚀 foreign troops", "error", "`🚀` at character 5 is no stance word"),
    ("who\u{a0}opposes\u{3000}foreign\u{2003}troops", "answer", "Vladimir Putin"),
];

const MUCH: &[Case] = &[
    ("who who who who opposes", "error", "character"),
    ("why why why does does Putin", "error", "character"),
    ("as of as of as of", "error", "character"),
    ("who opposes and or but not and", "no-record", "in the data is called `and or`"),
    ("not not not not", "error", "begins no question known here"),
    ("does does does do did", "error", "character"),
    ("''''''''''''", "error", "the question is empty"),
    ("who is is is is", "error", "character"),
];

/// What becomes of a question, and everything that is told of it.
fn told(graph: &StanceGraph, question: &str) -> (String, String) {
    match graph.ask(question) {
        Ok(answer) => {
            nothing_is_made_up(&answer);
            (answer.outcome().to_string(), render::text(&answer))
        }
        Err(error) => {
            let within = error.span().is_none_or(|span| question.get(span).is_some());
            assert!(within, "{question:?}: {error:?}");
            ("error".to_owned(), error.to_string())
        }
    }
}

/// Every finding rests on statements of its own holder or made on its behalf, and every text is safe to print.
fn nothing_is_made_up(answer: &Answer) {
    for finding in answer.findings().iter().chain(&answer.related()).chain(&answer.hinted()) {
        assert!(answer.graph().find(finding.holder().key.as_str()).is_some());
        assert!(finding.evidence().next().is_some(), "{}", answer.understood());
    }
    if answer.outcome().as_str() != "answer" {
        assert!(answer.findings().is_empty(), "{}", answer.understood());
    }
    let hidden =
        |letter: char| (letter.is_control() && letter != '\n') || ('\u{202a}'..='\u{202e}').contains(&letter);
    for text in [render::text(answer), render::json(answer), render::markdown(answer), render::table(answer)]
    {
        assert!(!text.contains(hidden), "{text:?}");
    }
}

#[track_caller]
fn check(cases: &[Case]) {
    let graph = datasets::article().unwrap();
    for (question, outcome, words) in cases {
        let (found, text) = told(graph, question);
        assert_eq!(found, *outcome, "{question:?}: {text}");
        assert!(text.contains(words), "{question:?}: {text}");
    }
}

#[test]
fn there_are_enough_of_them() {
    let tables = [NOTHING, FRAGMENTS, QUOTES_AND_CODE, OTHER_LANGUAGES, SLIPS, WRONG_KINDS, SIGNS, MUCH];
    assert!(tables.iter().map(|table| table.len()).sum::<usize>() >= 60);
}

#[test]
fn nothing_is_asked() {
    check(NOTHING);
}

#[test]
fn half_a_question_is_told_what_it_lacks() {
    check(FRAGMENTS);
}

#[test]
fn quotes_and_code_are_names_or_no_question() {
    check(QUOTES_AND_CODE);
}

#[test]
fn other_languages_are_told_as_such() {
    check(OTHER_LANGUAGES);
}

#[test]
fn slips_are_corrected_aloud_or_not_at_all() {
    check(SLIPS);
}

#[test]
fn what_cannot_hold_or_be_held_is_told() {
    check(WRONG_KINDS);
}

#[test]
fn strange_signs_hide_nothing() {
    check(SIGNS);
}

#[test]
fn words_of_the_grammar_in_heaps_are_refused() {
    check(MUCH);
}

#[test]
fn what_is_too_long_is_refused_and_not_repeated() {
    let graph = datasets::article().unwrap();
    for long in
        ["x".repeat(10_000), "who opposes ".repeat(1_000), "\u{202e}".repeat(10_000), "\"".repeat(1_001)]
    {
        let error = graph.ask(&long).unwrap_err().to_string();
        let length = long.chars().count();
        assert_eq!(
            error,
            format!("the question has {length} characters and may have 1000; ask a shorter one")
        );
    }
    let longest = format!("who opposes {}", "x".repeat(ask::MAX_LENGTH - "who opposes ".len()));
    let (outcome, text) = told(graph, &longest);
    assert_eq!(outcome, "no-record");
    assert!(text.contains(&format!("is called `{}`", "x".repeat(100))), "{text}");
}

#[test]
fn rejecting_a_person_shows_who_rejects_what_that_person_backs() {
    let answer = datasets::article().unwrap().ask("who rejects Macron").unwrap();
    assert!(answer.findings().is_empty());
    let related = answer.related();
    let found: Vec<_> = related.iter().map(|found| (found.holder().name(), found.target().name())).collect();
    assert_eq!(found, [("Vladimir Putin", "foreign troops in Ukraine")]);
}
