//! Laws of questions: every query reads back from its own words, and any text parses or errs in its own bounds.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use proptest::option;
use proptest::prelude::*;
use stancegraph::model::TieKind;
use stancegraph::query::{
    Assertion, Clause, Clauses, Degree, Facet, Form, Inference, Joint, Listing, Moment, Name, Negation,
    Period, Reading, TieSide, Toward, Trait, Vote, Word,
};
use stancegraph::{Date, Outcome, Polarity, Query, Stance, ask, datasets};

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

fn clauses() -> impl Strategy<Value = Clauses> {
    let joint = prop_oneof![Just(Joint::And), Just(Joint::Or)];
    (clause(), prop::collection::vec((joint, clause()), 0..3))
        .prop_map(|(first, rest)| Clauses { first, rest })
}

fn changes((target, earlier, later): (Name, Date, Option<Date>)) -> Option<Form> {
    let in_order = later.is_none_or(|later| later.latest() > earlier.latest());
    in_order.then_some(Form::Changes(target, earlier, later))
}

/// "Why not" says the negation itself.
fn why(holder: Name, clause: Clause, form: fn(Name, Clause) -> Form) -> Form {
    form(holder, Clause { negation: Negation::Affirmed, ..clause })
}

fn form() -> impl Strategy<Value = Form> {
    let toward = prop_oneof![Just(Toward::Powers), Just(Toward::Proposals)];
    let side = prop_oneof![Just(TieSide::Holders), Just(TieSide::Powers)];
    let moment = prop_oneof![Just(Moment::First), Just(Moment::Last), Just(Moment::Since)];
    let facet = prop_oneof![Just(Facet::Differ), Just(Facet::Agree), Just(Facet::Both)];
    let degree = prop_oneof![Just(Degree::Most), Just(Degree::Least)];
    let traits =
        vec![Trait::Conditional, Trait::Hedged, Trait::Hinted, Trait::Unnamed, Trait::Undated, Trait::Quoted];
    prop_oneof![
        clauses().prop_map(Form::Who),
        clauses().prop_map(Form::Count),
        (name(), clause()).prop_map(|(holder, clause)| Form::Does(holder, clause)),
        (name(), word()).prop_map(|(holder, word)| Form::What(holder, word)),
        (name(), option::of(name())).prop_map(|(holder, about)| Form::Said(holder, about)),
        name().prop_map(Form::Profile),
        (name(), name()).prop_map(|(holder, target)| Form::Position(holder, target)),
        (name(), name()).prop_map(|(holder, target)| Form::Timeline(holder, target)),
        (name(), date(), option::of(date())).prop_filter_map("dates in order", changes),
        (moment, name(), clause()).prop_map(|(moment, holder, clause)| Form::When(moment, holder, clause)),
        (facet, name(), name(), option::of(name())).prop_map(|(facet, left, right, target)| Form::Compare(
            facet,
            [left, right],
            target
        )),
        (name(), name()).prop_map(|(left, right)| Form::Agreement([left, right])),
        (degree, name()).prop_map(|(degree, holder)| Form::Agreeing(degree, holder)),
        name().prop_map(Form::Support),
        (name(), name()).prop_map(|(holder, target)| Form::Drift(holder, target)),
        name().prop_map(Form::Camps),
        name().prop_map(Form::Isolated),
        (name(), name(), option::of(name()))
            .prop_map(|(left, right, target)| Form::Mediation([left, right], target)),
        (name(), prop::sample::select(TieKind::ALL), name())
            .prop_map(|(from, kind, to)| Form::Tied(from, kind, to)),
        (name(), clause()).prop_map(|(holder, clause)| why(holder, clause, Form::Why)),
        (name(), clause()).prop_map(|(holder, clause)| why(holder, clause, Form::WhyNot)),
        (option::of(name()), option::of(name()))
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

fn period() -> impl Strategy<Value = Period> {
    (0..6, date(), date()).prop_filter_map("dates in order", |(kind, date, other)| {
        Some(match kind {
            0 => Period::Since(date),
            1 => Period::After(date),
            2 => Period::Before(date),
            3 => Period::Until(date),
            4 => Period::In(date),
            _ if other.latest() < date.earliest() => return None,
            _ => Period::Between(date, other),
        })
    })
}

fn query() -> impl Strategy<Value = Query> {
    let dates = (option::of(date()), option::of(date()));
    let filters = (option::of(name()), option::of(name()), option::of(name()));
    let assuming = prop::collection::vec(name(), 0..3);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let times = (dates, option::of(period()));
    (form(), times, filters, assuming, flags).prop_map(
        |(
            form,
            ((as_of, known_at), period),
            (power, occasion, source),
            assuming,
            (nations, inferred, last, plain),
        )| {
            let mut query = Query::of(form);
            query.modifiers.as_of = as_of;
            query.modifiers.known_at = known_at;
            query.modifiers.period = period;
            query.modifiers.assertion = if plain { Assertion::Only } else { Assertion::Any };
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
        since before between and or but when first last differ agree compare it camps isolated mediate \
        from how far September 5 2025 Russia Russia's foreign troops in Ukraine \"X\" \" ' ? , é \u{202e} and position the";
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

/// How many cases each law is tried on: `STANCEGRAPH_QUESTION_CASES`, else as many as proptest has by default. A release
/// is tried on a million: `STANCEGRAPH_QUESTION_CASES=1000000 cargo test --release --test question_laws`.
fn cases() -> u32 {
    let set = std::env::var("STANCEGRAPH_QUESTION_CASES").ok();
    set.map_or_else(|| ProptestConfig::default().cases, |cases| cases.parse().unwrap())
}

/// A sound question with letters dropped, doubled, replaced or slipped in.
fn damaged() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0..3_usize, "[a-z\"' \u{0}\u{202e}é?]{0,2}");
    (query(), prop::collection::vec(change, 1..5)).prop_map(|(query, changes)| {
        let mut letters: Vec<char> = query.to_string().chars().collect();
        for (at, length, with) in changes {
            let start = at.index(letters.len() + 1);
            let end = (start + length).min(letters.len());
            letters.splice(start..end, with.chars());
        }
        letters.into_iter().collect()
    })
}

/// Reads and answers a question, if it can be taken.
fn is_answered_or_refused(question: &str) -> Result<(), TestCaseError> {
    let graph = datasets::article().unwrap();
    match graph.ask(question) {
        Ok(answer) => {
            let empty = answer.findings().is_empty();
            prop_assert!(empty || answer.outcome() == Outcome::Answer, "{question:?}");
        }
        Err(error) => {
            prop_assert!(
                error.span().is_none_or(|span| question.get(span).is_some()),
                "{question:?}: {error:?}"
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: cases(), ..ProptestConfig::default() })]

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
        is_answered_or_refused(&text)?;
    }

    #[test]
    fn a_damaged_question_is_answered_or_refused(text in damaged()) {
        errs_in_bounds(&text)?;
        is_answered_or_refused(&text)?;
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
