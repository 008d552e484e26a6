//! Laws of questions: every query reads back from its own words, and any text parses or errs in its own bounds.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use proptest::prelude::*;
use stancegraph::model::TieKind;
use stancegraph::query::{
    Clause, Form, Inference, Listing, Name, Negation, Reading, TieSide, Toward, Trait, Vote, Word,
};
use stancegraph::{Date, Polarity, Query, Stance, ask, datasets};

fn name() -> impl Strategy<Value = Name> {
    let odd = prop_oneof![
        "[a-z]{1,8}( [a-z]{1,8}){0,3}",
        r#"[ "'\\?.,;:/{}\u{201c}\u{201d}a-z0-9\u{202e}\u{0}\u{feff}\u{85}é]{0,12}"#,
        "\\PC{0,10}",
        "(as of|at|by nation|not|who|doesn't|known at 2025|on|\\\\u\\{41\\}|the)",
    ];
    odd.prop_map(|text| Name::new(&text))
}

fn word() -> impl Strategy<Value = Word> {
    let votes = vec![Vote::For, Vote::Against, Vote::Abstained, Vote::Absent];
    prop_oneof![
        prop::sample::select(Polarity::ALL).prop_map(Word::from),
        prop::sample::select(Stance::ALL).prop_map(Word::from),
        prop::sample::select(votes).prop_map(Word::from),
    ]
}

fn clause() -> impl Strategy<Value = Clause> {
    let negation = prop_oneof![Just(Negation::Affirmed), Just(Negation::Negated)];
    (word(), negation, name()).prop_map(|(word, negation, target)| Clause { word, negation, target })
}

/// "Why not" says the negation itself.
fn why(holder: Name, clause: Clause, form: fn(Name, Clause) -> Form) -> Form {
    form(holder, Clause { negation: Negation::Affirmed, ..clause })
}

fn form() -> impl Strategy<Value = Form> {
    let toward = prop_oneof![Just(Toward::Powers), Just(Toward::Proposals)];
    let side = prop_oneof![Just(TieSide::Holders), Just(TieSide::Powers)];
    let traits =
        vec![Trait::Conditional, Trait::Hedged, Trait::Hinted, Trait::Unnamed, Trait::Undated, Trait::Quoted];
    prop_oneof![
        clause().prop_map(Form::Who),
        clause().prop_map(Form::Count),
        (name(), clause()).prop_map(|(holder, clause)| Form::Does(holder, clause)),
        (name(), word()).prop_map(|(holder, word)| Form::What(holder, word)),
        name().prop_map(Form::Said),
        name().prop_map(Form::Profile),
        (name(), name()).prop_map(|(holder, target)| Form::Position(holder, target)),
        (name(), name()).prop_map(|(holder, target)| Form::Timeline(holder, target)),
        name().prop_map(|target| Form::Changes(target, "2022-03".parse().unwrap(), "2023".parse().unwrap())),
        (name(), clause()).prop_map(|(holder, clause)| why(holder, clause, Form::Why)),
        (name(), clause()).prop_map(|(holder, clause)| why(holder, clause, Form::WhyNot)),
        (prop::option::of(name()), prop::option::of(name()))
            .prop_map(|(holder, target)| Form::Contradictions(holder, target)),
        (word(), toward).prop_map(|(word, toward)| Form::Pairs(word, toward)),
        prop::sample::subsequence(traits, 1..4).prop_map(Form::Which),
        (prop::sample::select(TieKind::ALL), side, name())
            .prop_map(|(kind, side, name)| Form::Ties(kind, side, name)),
    ]
}

fn date() -> impl Strategy<Value = Date> {
    (1..=9999_u16, 1..=12_u8, 1..=28_u8, 0..3).prop_map(|(year, month, day, precision)| {
        let text = match precision {
            0 => format!("{year:04}"),
            1 => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        };
        text.parse().unwrap()
    })
}

fn query() -> impl Strategy<Value = Query> {
    let dates = (prop::option::of(date()), prop::option::of(date()));
    let filters = (prop::option::of(name()), prop::option::of(name()), prop::option::of(name()));
    let assuming = prop::collection::vec(name(), 0..3);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    (form(), dates, filters, assuming, flags).prop_map(
        |(form, (as_of, known_at), (power, occasion, source), assuming, (nations, inferred, last))| {
            let mut query = Query::of(form);
            query.modifiers.as_of = as_of;
            query.modifiers.known_at = known_at;
            query.modifiers.on_behalf_of = power;
            query.modifiers.occasion = occasion;
            query.modifiers.source = source;
            query.modifiers.assuming = assuming;
            query.modifiers.reading = if last { Reading::LastWord } else { Reading::Positions };
            query.modifiers.listing = if nations { Listing::Nations } else { Listing::Speakers };
            query.modifiers.inference = if inferred { Inference::Included } else { Inference::Stated };
            query
        },
    )
}

/// Texts made of the grammar's own words in any order, which get further than letters at random.
fn babble() -> impl Strategy<Value = String> {
    let words = "who whom what which where how many does do is are was has not doesn't what's nations stances \
        supports support opposes rejected voted for against abstained on absent open to leads members of kinds \
        say said stand by whom at as known nation according including inferred assuming on behalf 2025-09-05 \
        September 5 2025 Russia Russia's foreign troops in Ukraine \"X\" \" ' ? , é \u{202e} and position the";
    let words: Vec<&str> = words.split(' ').collect();
    prop::collection::vec(prop::sample::select(words), 0..14).prop_map(|words| words.join(" "))
}

fn errs_in_bounds(question: &str) -> Result<(), TestCaseError> {
    let names = datasets::article().unwrap().vocabulary();
    for vocabulary in [None, Some(names)] {
        if let Err(error) = ask::parse(question, vocabulary) {
            let within = error.span().is_none_or(|span| question.get(span).is_some());
            prop_assert!(within, "{question:?}: {error:?}");
            prop_assert!(error.to_string().chars().count() < 400, "{error}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_query_reads_back_from_its_own_words(query in query()) {
        let shown = query.to_string();
        prop_assume!(shown.chars().count() <= ask::MAX_LENGTH);
        prop_assert_eq!(shown.parse::<Query>(), Ok(query.clone()), "{}", shown);
        let names = datasets::article().unwrap().vocabulary();
        prop_assert_eq!(ask::parse(&shown, Some(names)), Ok(query), "{}", shown);
    }

    #[test]
    fn any_text_parses_or_errs_within_its_bounds(text in any::<String>()) {
        errs_in_bounds(&text)?;
    }

    #[test]
    fn any_order_of_words_parses_or_errs_within_its_bounds(text in babble()) {
        errs_in_bounds(&text)?;
    }

    #[test]
    fn whatever_parses_reads_back_from_its_own_words(text in babble()) {
        if let Ok(query) = text.parse::<Query>() {
            prop_assert_eq!(query.to_string().parse::<Query>(), Ok(query));
        }
    }
}
