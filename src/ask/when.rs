//! Questions after a moment: when did X first support Y, when did it last, since when.

use crate::query::{Clause, Form, Moment, Name, Negation, Query};

use super::fault::{Parsed, missing_holder, not_understood};
use super::joint::ends_target;
use super::keyword::{maybe, one_of};
use super::lexicon::{FormOf, Meaning};
use super::modifier::ends_clause;
use super::predicate::{Auxiliary, Suspect, auxiliary, expect, negation, no_verb, not_count, phrase};
use super::token::{Token, Tokens, first, from, phrase_length, rest};
use super::who::{clause, holder, single_clause, target_before};

const WHEN: &str = "when did \"Sweden\" first support \"NATO membership\"";
const FIRST: [&str; 3] = ["first", "initially", "begin to"];
const LAST: [&str; 2] = ["last", "most recently"];
const TIMES: [(&str, Moment); 4] = [
    ("when was the first time that", Moment::First),
    ("when was the first time", Moment::First),
    ("when was the last time that", Moment::Last),
    ("when was the last time", Moment::Last),
];

/// When did X first support Y? Since when does X support Y?
pub(super) fn when(input: &mut Tokens<'_>) -> Parsed<Query> {
    if let Some((_, moment)) = TIMES.iter().find(|(words, _)| maybe(input, &[*words]).is_some()) {
        return finite(input, *moment);
    }
    let since = ["since when", "for how long", "how long"];
    let opening = one_of(input, &["since when", "for how long", "how long", "when"])?;
    let Some(auxiliary) = auxiliary(input) else {
        return not_understood(first(input), "was not expected there", WHEN);
    };
    inverted(input, auxiliary, since.contains(&opening).then_some(Moment::Since))
}

/// "did X first support Y", after its auxiliary; without "last", the first time is meant.
fn inverted(input: &mut Tokens<'_>, auxiliary: Auxiliary, asked: Option<Moment>) -> Parsed<Query> {
    let begins = |rest: &[Token]| begins(rest, auxiliary);
    let front = negation(input);
    if begins(input) {
        return missing_holder(input, WHEN);
    }
    let Some(holder) = holder(input, begins, WHEN)? else {
        return no_verb(input, auxiliary.forms(), Suspect::Second, WHEN);
    };
    let before = negation(input);
    let moment = adverb(input);
    let negated = [front, before, negation(input)].contains(&Negation::Negated);
    let (verb_at, complement) = (rest(input), auxiliary.complement(input));
    let meaning = expect(input, complement, auxiliary.forms())?;
    of(input, asked.or(moment), holder, meaning, negated, verb_at)
}

/// "X supported Y", after "when was the first time".
fn finite(input: &mut Tokens<'_>, moment: Moment) -> Parsed<Query> {
    const FORMS: &[FormOf] = &[FormOf::Past, FormOf::Third, FormOf::Base];
    let Some(holder) = holder(input, |rest| phrase(rest, FORMS).is_some(), WHEN)? else {
        return no_verb(input, FORMS, Suspect::Second, WHEN);
    };
    let (verb_at, found) = (rest(input), phrase(input, FORMS));
    let meaning = expect(input, found, FORMS)?;
    of(input, Some(moment), holder, meaning, false, verb_at)
}

fn of(
    input: &mut Tokens<'_>,
    moment: Option<Moment>,
    holder: Name,
    meaning: Meaning,
    negated: bool,
    verb_at: &[Token],
) -> Parsed<Query> {
    let Meaning::Stance(word) = meaning else {
        return not_understood(first(verb_at), "has no moment that is known here", WHEN);
    };
    let negation = if negated { Negation::Negated } else { Negation::Affirmed };
    let adverb_ends =
        |rest: &[Token]| adverb_length(rest).is_some_and(|length| ends_clause(from(rest, length)));
    let target = target_before(input, |rest| ends_target(rest) || adverb_ends(rest), WHEN)?;
    let clause: Clause = clause(word, negation, target);
    // "Last word" is a modifier.
    let closing = if ends_clause(input) { None } else { adverb(input) };
    let moment = moment.or(closing).unwrap_or(Moment::First);
    single_clause(input)?;
    Ok(Query::of(Form::When(moment, holder, clause)))
}

/// Takes "first", "last".
fn adverb(input: &mut Tokens<'_>) -> Option<Moment> {
    let first = maybe(input, &FIRST).map(|_| Moment::First);
    first.or_else(|| maybe(input, &LAST).map(|_| Moment::Last))
}

fn begins(tokens: &[Token], auxiliary: Auxiliary) -> bool {
    let not = not_count(tokens);
    let rest = from(tokens, not + adverb_length(from(tokens, not)).unwrap_or(0));
    auxiliary.complement(from(rest, not_count(rest))).is_some()
}

fn adverb_length(tokens: &[Token]) -> Option<usize> {
    FIRST.iter().chain(&LAST).find_map(|word| phrase_length(tokens, word))
}
