//! The documented grammar against the one that reads: questions made from the document at random are all read.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail where it stands, its helpers too")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestRng;
use stancegraph::Query;
use toml::Table;

const DOCUMENT: &str = include_str!("../src/ask/grammar.md");
const LEXICON: &str = include_str!("../data/lexicon.toml");

/// A piece of a rule.
#[derive(Debug, Clone)]
enum Piece {
    Literal(String),
    Rule(String),
    Choice(Vec<Vec<Piece>>),
    Optional(Vec<Vec<Piece>>),
    Repeated(Vec<Vec<Piece>>),
}

/// The rules of the document and the words that its capitals stand for.
struct Grammar {
    rules: BTreeMap<String, Vec<Vec<Piece>>>,
    words: BTreeMap<&'static str, Vec<String>>,
}

/// The grammar as it is written, cut into names, literals and signs; remarks and the two lexical rules are left out.
fn symbols() -> Vec<String> {
    let text = DOCUMENT.split("```text").nth(1).unwrap().split("```").next().unwrap();
    let text = text.split("DATE      =").next().unwrap();
    let (mut symbols, mut rest) = (Vec::new(), text.trim_start());
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '(' if rest.starts_with("(*") => {
                rest = rest.split_once("*)").unwrap().1.trim_start();
                continue;
            }
            '"' => rest[1..].find('"').unwrap() + 2,
            letter if letter.is_alphabetic() => {
                rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len())
            }
            _ => 1,
        };
        symbols.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    symbols
}

fn alternatives(symbols: &[String], at: &mut usize, end: &str) -> Vec<Vec<Piece>> {
    let mut all = vec![Vec::new()];
    loop {
        let symbol = symbols.get(*at).unwrap_or_else(|| panic!("`{end}` is missing")).clone();
        *at += 1;
        let piece = match symbol.as_str() {
            done if done == end => return all,
            "|" => {
                all.push(Vec::new());
                continue;
            }
            "(" => Piece::Choice(alternatives(symbols, at, ")")),
            "[" => Piece::Optional(alternatives(symbols, at, "]")),
            "{" => Piece::Repeated(alternatives(symbols, at, "}")),
            literal if literal.starts_with('"') => Piece::Literal(literal.trim_matches('"').to_owned()),
            rule => Piece::Rule(rule.to_owned()),
        };
        all.last_mut().unwrap().push(piece);
    }
}

/// The phrases of the lexicon in one form, of stances or of ties.
fn phrases(lexicon: &Table, ties: bool, field: &str, form: usize) -> Vec<String> {
    let words = lexicon["word"].as_array().unwrap().iter();
    let wanted = words.filter(|word| word["means"].as_str().unwrap().starts_with("tie:") == ties);
    let lists = wanted.filter_map(|word| word.get(field)?.as_array()).flatten();
    lists.map(|one| one.as_array().map_or(one, |forms| &forms[form]).as_str().unwrap().to_owned()).collect()
}

impl Grammar {
    fn read() -> Self {
        let symbols = symbols();
        let (mut rules, mut at) = (BTreeMap::new(), 0);
        while at < symbols.len() {
            let name = symbols[at].clone();
            assert_eq!(symbols[at + 1], "=", "after `{name}`");
            at += 2;
            rules.insert(name, alternatives(&symbols, &mut at, ";"));
        }
        let lexicon: Table = LEXICON.parse().unwrap();
        let of = |ties, field, form| phrases(&lexicon, ties, field, form);
        let words = BTreeMap::from([
            ("BASE", of(false, "verbs", 0)),
            ("THIRD", of(false, "verbs", 1)),
            ("PAST", of(false, "verbs", 2)),
            ("PARTICIPLE", of(false, "verbs", 3)),
            ("ING", of(false, "verbs", 4)),
            ("STATE", of(false, "states", 0)),
            ("NOUN", of(false, "nouns", 0)),
            ("OWNED", of(false, "owned", 0)),
            ("TIE_BASE", of(true, "verbs", 0)),
            ("TIE_THIRD", of(true, "verbs", 1)),
            ("TIE_STATE", of(true, "states", 0)),
            ("TIE_NOUN", of(true, "nouns", 0)),
            ("NAME", ["\"X\"", "\"who opposes Y\"", "“foreign troops”", "Atlantis"].map(Into::into).into()),
            ("KNOWN", ["\"X\"", "“foreign troops”"].map(Into::into).into()),
            ("DATE", ["2020", "2020-05", "5 May 2020", "May 5, 2020", "May 2020"].map(Into::into).into()),
        ]);
        Self { rules, words }
    }

    /// Writes one of the alternatives, chosen by the generator.
    fn write(&self, alternatives: &[Vec<Piece>], rng: &mut TestRng, out: &mut String) {
        let chosen = &alternatives[rng.random_range(0..alternatives.len())];
        for piece in chosen {
            match piece {
                Piece::Literal(text) => join(out, text),
                Piece::Rule(name) => match self.words.get(name.as_str()) {
                    Some(words) => join(out, &words[rng.random_range(0..words.len())]),
                    None => self.write(&self.rules[name], rng, out),
                },
                Piece::Choice(inner) => self.write(inner, rng, out),
                Piece::Optional(inner) if rng.random_bool(0.4) => self.write(inner, rng, out),
                Piece::Repeated(inner) if rng.random_bool(0.2) => self.write(inner, rng, out),
                Piece::Optional(_) | Piece::Repeated(_) => {}
            }
        }
    }

    fn made(&self, rule: &str, rng: &mut TestRng) -> String {
        let mut text = String::new();
        self.write(&self.rules[rule], rng, &mut text);
        text
    }
}

fn join(out: &mut String, text: &str) {
    if !out.is_empty() && text != "'s" && text != "," {
        out.push(' ');
    }
    out.push_str(text);
}

/// What no grammar rules out: a modifier twice, dates in the wrong order, "or" that binds nothing for certain.
fn is_beyond_grammar(message: &str) -> bool {
    let remarks = [
        "is said a second time",
        "is before the first date",
        "ends no later than it begins",
        "leaves open what binds to what",
    ];
    remarks.iter().any(|remark| message.contains(remark))
}

#[test]
fn every_question_that_the_document_allows_is_read() {
    let grammar = Grammar::read();
    let mut rng = TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha);
    let forms: Vec<String> = grammar.rules["form"]
        .iter()
        .map(|one| match one.as_slice() {
            [Piece::Rule(name)] => name.clone(),
            other => panic!("{other:?} is no form"),
        })
        .collect();
    assert_eq!(forms.len(), 23);
    let mut failures = BTreeMap::new();
    for form in forms.iter().map(String::as_str).chain(["question"]) {
        for _ in 0..400 {
            let question = grammar.made(form, &mut rng);
            match question.parse::<Query>() {
                Err(error) if !is_beyond_grammar(&error.to_string()) => {
                    failures.entry(form).or_insert_with(Vec::new).push(format!("{question}\n    {error}"));
                }
                _ => {}
            }
        }
    }
    let told: Vec<String> = failures
        .iter()
        .map(|(form, list)| {
            format!(
                "{form}: {}\n  {}",
                list.len(),
                list.iter().take(6).cloned().collect::<Vec<_>>().join("\n  ")
            )
        })
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}
