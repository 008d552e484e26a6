//! That the table leaves no form, modifier or verdict out: each form and modifier three times, in two wordings.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail where it stands, its helpers too")]

use std::collections::{BTreeMap, BTreeSet};

use stancegraph::query::{
    Assertion, Clause, Clauses, Facet, Form, Inference, Joint, Listing, Modifiers, Moment, Negation, Period,
    Reading, Toward, Word,
};
use stancegraph::{Query, StanceGraph, ask, datasets};

use crate::{
    Row, accession, accession_forms, article, article_forms, invented, invented_forms, roll_call, world,
};

/// Everything that a question of the table may be or hold. A form that is not here has no place in `form`.
const FEATURES: [&str; 57] = [
    "who",
    "who: polarity",
    "who: exact",
    "who: votes",
    "who: negated",
    "who: and",
    "who: or",
    "who: and not",
    "does",
    "does: polarity",
    "does: exact",
    "does: votes",
    "does: negated",
    "count",
    "count: joined",
    "what",
    "said",
    "said about",
    "profile",
    "position",
    "timeline",
    "changes between",
    "changes since",
    "when first",
    "when last",
    "since when",
    "when: negated",
    "why",
    "why not",
    "contradictions",
    "differ",
    "agree",
    "compare",
    "pairs: whom",
    "pairs: what",
    "which",
    "ties",
    "tied",
    "agreement",
    "agreeing",
    "support",
    "drift",
    "camps",
    "isolated",
    "mediation",
    "as of",
    "known at",
    "since",
    "after",
    "before",
    "until",
    "in",
    "between",
    "by nation",
    "on behalf of",
    "at",
    "according to",
];
const MORE_FEATURES: [&str; 4] = ["including inferred", "only asserted", "assuming", "by last word"];

const VERDICTS: [&str; 11] = [
    "yes",
    "no",
    "neutral",
    "conflicting",
    "weak",
    "hinted",
    "conditional",
    "only on narrower",
    "absent",
    "no record",
    "not in data",
];

fn tables() -> Vec<(&'static StanceGraph, Vec<&'static Row>)> {
    let rows =
        |tables: &[&'static [&'static [Row]]]| tables.iter().copied().flatten().copied().flatten().collect();
    vec![
        (datasets::article().unwrap(), rows(&[article::ALL, article_forms::ALL])),
        (datasets::es_11_1().unwrap(), rows(&[roll_call::ALL])),
        (datasets::nato_accession().unwrap(), rows(&[accession::ALL, accession_forms::ALL])),
        (datasets::invented().unwrap(), rows(&[invented::ALL, invented_forms::ALL])),
        (datasets::organizations().unwrap(), rows(&[world::ALL])),
    ]
}

/// What a form is, and what stands out in it.
fn form(form: &Form) -> Vec<&'static str> {
    match form {
        Form::Who(clauses) => [vec!["who"], clauses_told(clauses)].concat(),
        Form::Does(_, clause) => [
            vec!["does"],
            clause_told(clause, ["does: polarity", "does: exact", "does: votes", "does: negated"]),
        ]
        .concat(),
        Form::Count(clauses) if clauses.rest.is_empty() => vec!["count"],
        Form::Count(_) => vec!["count", "count: joined"],
        Form::What(..) => vec!["what"],
        Form::Said(_, None) => vec!["said"],
        Form::Said(_, Some(_)) => vec!["said about"],
        Form::Profile(_) => vec!["profile"],
        Form::Position(..) => vec!["position"],
        Form::Timeline(..) => vec!["timeline"],
        Form::Changes(.., Some(_)) => vec!["changes between"],
        Form::Changes(.., None) => vec!["changes since"],
        Form::When(moment, _, clause) => when(*moment, clause.negation),
        Form::Why(..) => vec!["why"],
        Form::WhyNot(..) => vec!["why not"],
        Form::Contradictions(..) => vec!["contradictions"],
        Form::Compare(Facet::Differ, ..) => vec!["differ"],
        Form::Compare(Facet::Agree, ..) => vec!["agree"],
        Form::Compare(Facet::Both, ..) => vec!["compare"],
        Form::Pairs(_, Toward::Powers) => vec!["pairs: whom"],
        Form::Pairs(_, Toward::Proposals) => vec!["pairs: what"],
        Form::Which(_) => vec!["which"],
        Form::Ties(..) => vec!["ties"],
        Form::Tied(..) => vec!["tied"],
        Form::Agreement(_) => vec!["agreement"],
        Form::Agreeing(..) => vec!["agreeing"],
        Form::Support(_) => vec!["support"],
        Form::Drift(..) => vec!["drift"],
        Form::Camps(_) => vec!["camps"],
        Form::Isolated(_) => vec!["isolated"],
        Form::Mediation(..) => vec!["mediation"],
        other => panic!("a form without a place here: {other:?}"),
    }
}

fn when(moment: Moment, negation: Negation) -> Vec<&'static str> {
    let told = match moment {
        Moment::First => "when first",
        Moment::Last => "when last",
        Moment::Since => "since when",
    };
    let negated = (negation == Negation::Negated).then_some("when: negated");
    [told].into_iter().chain(negated).collect()
}

fn clauses_told(clauses: &Clauses) -> Vec<&'static str> {
    let names = ["who: polarity", "who: exact", "who: votes", "who: negated"];
    let mut told = if clauses.rest.is_empty() { clause_told(&clauses.first, names) } else { Vec::new() };
    for (joint, clause) in &clauses.rest {
        told.push(match (joint, clause.negation) {
            (Joint::Or, _) => "who: or",
            (Joint::And, Negation::Affirmed) => "who: and",
            (Joint::And, Negation::Negated) => "who: and not",
        });
    }
    told
}

fn clause_told(clause: &Clause, [polarity, exact, votes, negated]: [&'static str; 4]) -> Vec<&'static str> {
    let word = match clause.word {
        Word::Leaning(_) => polarity,
        Word::Exactly(_) => exact,
        _ => votes,
    };
    [word].into_iter().chain((clause.negation == Negation::Negated).then_some(negated)).collect()
}

fn modifiers(modifiers: &Modifiers) -> Vec<&'static str> {
    let period = modifiers.period.map(|period| match period {
        Period::Since(_) => "since",
        Period::After(_) => "after",
        Period::Before(_) => "before",
        Period::Until(_) => "until",
        Period::In(_) => "in",
        Period::Between(..) => "between",
    });
    let told = [
        modifiers.as_of.map(|_| "as of"),
        modifiers.known_at.map(|_| "known at"),
        period,
        (modifiers.assertion == Assertion::Only).then_some("only asserted"),
        (modifiers.listing == Listing::Nations).then_some("by nation"),
        (modifiers.inference == Inference::Included).then_some("including inferred"),
        (modifiers.reading == Reading::LastWord).then_some("by last word"),
        modifiers.on_behalf_of.as_ref().map(|_| "on behalf of"),
        modifiers.occasion.as_ref().map(|_| "at"),
        modifiers.source.as_ref().map(|_| "according to"),
        modifiers.assuming.first().map(|_| "assuming"),
    ];
    told.into_iter().flatten().collect()
}

/// The question without its names and dates: two that differ only in these are one wording.
fn wording(question: &str, query: &Query) -> String {
    let shown = query.to_string();
    let mut names: Vec<&str> = shown.split('"').skip(1).step_by(2).collect();
    names.sort_unstable_by_key(|name| std::cmp::Reverse(name.len()));
    let plain =
        names.into_iter().fold(question.to_owned(), |text, name| text.replace(name, "_")).to_lowercase();
    let is_date =
        |word: &str| word.starts_with(|first: char| first.is_ascii_digit()) || MONTHS.contains(&word);
    let words =
        plain.split(|c: char| !(c.is_alphanumeric() || "_-'".contains(c))).filter(|word| !word.is_empty());
    let words = words.filter(|word| !["a", "an", "the"].contains(word));
    let mut words: Vec<&str> = words.map(|word| if is_date(word) { "#" } else { word }).collect();
    words.dedup();
    words.join(" ")
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

#[test]
fn every_form_and_modifier_three_times_and_in_two_wordings() {
    let mut seen: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (graph, rows) in tables() {
        for (question, _) in rows {
            let Ok(query) = ask::parse(question, Some(graph.vocabulary())) else { continue };
            for feature in form(&query.form).into_iter().chain(modifiers(&query.modifiers)) {
                seen.entry(feature).or_default().push(wording(question, &query));
            }
        }
    }
    let lacking: Vec<String> = FEATURES
        .iter()
        .chain(&MORE_FEATURES)
        .filter_map(|feature| {
            let all = seen.get(feature).map_or(&[][..], Vec::as_slice);
            let wordings: BTreeSet<&String> = all.iter().collect();
            (all.len() < 3 || wordings.len() < 2).then(|| format!("{feature}: {all:?}"))
        })
        .collect();
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
    let unlisted: Vec<&&str> =
        seen.keys().filter(|one| !FEATURES.contains(one) && !MORE_FEATURES.contains(one)).collect();
    assert!(unlisted.is_empty(), "{unlisted:?}");
}

#[test]
fn every_verdict_is_expected_somewhere() {
    let expected: BTreeSet<&str> = tables()
        .into_iter()
        .flat_map(|(_, rows)| rows)
        .filter_map(|(_, expected)| expected.split([';', '|']).next().map(str::trim))
        .collect();
    let lacking: Vec<&&str> = VERDICTS.iter().filter(|verdict| !expected.contains(**verdict)).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
}

#[test]
fn the_table_is_long_and_asks_nothing_twice() {
    let mut count = 0;
    for (_, rows) in tables() {
        let questions: BTreeSet<&str> = rows.iter().map(|(question, _)| *question).collect();
        let twice =
            || rows.iter().filter(|(one, _)| rows.iter().filter(|(other, _)| one == other).count() > 1);
        assert_eq!(questions.len(), rows.len(), "{:?}", twice().collect::<Vec<_>>());
        count += rows.len();
    }
    assert!(count >= 500, "{count}");
}
