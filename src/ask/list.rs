//! Questions put as a list: stances of X, position of X on Y, X's stances, members of X, which stances are hedged.

use winnow::stream::Stream;

use crate::query::{Negation, Query, Trait};

use super::fault::{Parsed, missing_holder, not_understood, step_back};
use super::keyword::{maybe, one_of};
use super::lexicon::{FormOf, Meaning};
use super::modifier::ends_clause;
use super::name::{article_count, name, take};
use super::predicate::phrase;
use super::token::{Kind, Token, Tokens, first, from, phrase_length};
use super::who::{holders_of, target};

/// What may stand before a list.
const LEADS: [&str; 10] =
    ["what is", "what are", "what was", "what were", "who is", "who are", "show me", "show", "list", "give"];

const STANCES: [&str; 9] =
    ["position", "positions", "stance", "stances", "view", "views", "opinion", "opinions", "statements"];

/// What may stand between a stance and what it is about.
pub(super) const ON: [&str; 6] = ["on", "toward", "towards", "about", "regarding", "concerning"];

const TRAITS: [(&str, Trait); 11] = [
    ("conditional", Trait::Conditional),
    ("hedged", Trait::Hedged),
    ("hinted at", Trait::Hinted),
    ("hinted", Trait::Hinted),
    ("only hinted at", Trait::Hinted),
    ("only hinted", Trait::Hinted),
    ("unnamed", Trait::Unnamed),
    ("anonymous", Trait::Unnamed),
    ("undated", Trait::Undated),
    ("quoted", Trait::Quoted),
    ("verbatim", Trait::Quoted),
];

/// "Demands", after a possessive.
const OWNED: &[FormOf] = &[FormOf::Owned];

const PROFILE: &str = "stances of \"Russia\"";
const TRAITS_ASKED: &str = "which stances are conditional";
const POSITION: &str = "position of \"Russia\" on \"foreign troops\"";

/// Takes what stands before a list and an article; whether there was any but the article.
pub(super) fn lead(input: &mut Tokens<'_>) -> bool {
    let led = maybe(input, &LEADS).is_some();
    let articles = article_count(input);
    input.next_slice(articles);
    led
}

/// Stances of X. Stances held on behalf of X. Position of X on Y.
pub(super) fn stances(input: &mut Tokens<'_>) -> Parsed<Query> {
    lead(input);
    one_of(input, &STANCES)?;
    maybe(input, &["held"]);
    if maybe(input, &["on behalf of"]).is_some() {
        let Some(power) = name(input, ends_clause) else { return missing_holder(input, PROFILE) };
        return Ok(Query::profile(power.clone()).on_behalf_of(power));
    }
    maybe(input, &["of", "by", "from"]);
    let Some(holder) = name(input, ends_holder) else { return missing_holder(input, PROFILE) };
    on_what(input, holder)
}

/// What is X's position on Y?
pub(super) fn what_possessive(input: &mut Tokens<'_>) -> Parsed<Query> {
    if lead(input) { possessive(input) } else { step_back() }
}

/// X's position on Y. X's stances. X's demands.
///
/// Only for questions that begin with the name: the possessive is looked for in all of it.
pub(super) fn possessive(input: &mut Tokens<'_>) -> Parsed<Query> {
    lead(input);
    let Some(length) = possessive_length(input) else { return step_back() };
    let holder = take(input, length);
    if maybe(input, &STANCES).is_some() {
        // "Germany's view of X", where "the view of Germany on X" has its "of" before the holder.
        if maybe(input, &["of"]).is_some() {
            return Ok(Query::position(holder).on(target(input, POSITION)?));
        }
        return on_what(input, holder);
    }
    match phrase(input, OWNED) {
        Some((Meaning::Stance(word), length)) => {
            input.next_slice(length);
            Ok(Query::what(holder, word))
        }
        _ => step_back(),
    }
}

/// How many tokens up to a possessive that stances follow.
fn possessive_length(tokens: &[Token]) -> Option<usize> {
    let is_stance = |tokens: &[Token]| {
        phrase(tokens, OWNED).is_some()
            || STANCES.iter().any(|stance| phrase_length(tokens, stance).is_some())
    };
    let owns = |at: usize| tokens.get(at).is_some_and(|owner| owner.possessive);
    let length = (1..tokens.len()).find(|at| owns(at - 1) && is_stance(from(tokens, *at)))?;
    let quoted = tokens.iter().take(length).any(|token| matches!(token.kind, Kind::Quoted));
    Some(length).filter(|length| !quoted || *length == 1)
}

fn on_what(input: &mut Tokens<'_>, holder: crate::query::Name) -> Parsed<Query> {
    if ends_clause(input) || maybe(input, &ON).is_none() {
        return Ok(Query::profile(holder));
    }
    Ok(Query::position(holder).on(target(input, POSITION)?))
}

/// Whether the name of a holder may end before these tokens.
pub(super) fn ends_holder(tokens: &[Token]) -> bool {
    ends_clause(tokens) || ON.iter().any(|word| phrase_length(tokens, word).is_some())
}

/// Members of X. Kinds of X. Demands of X.
pub(super) fn nouns(input: &mut Tokens<'_>) -> Parsed<Query> {
    lead(input);
    match phrase(input, &[FormOf::Noun]) {
        Some((Meaning::Tie(kind), length)) => {
            input.next_slice(length);
            holders_of(input, kind, Negation::Affirmed)
        }
        Some((Meaning::Stance(word), length)) => {
            input.next_slice(length);
            let holder = name(input, ends_clause);
            holder.map_or_else(|| missing_holder(input, PROFILE), |holder| Ok(Query::what(holder, word)))
        }
        None => step_back(),
    }
}

/// Which stances are conditional?
pub(super) fn which(input: &mut Tokens<'_>) -> Parsed<Query> {
    let question = one_of(input, &["which", "what"])?;
    let stances = maybe(input, &STANCES).is_some();
    let begun = one_of(input, &["are", "is", "were", "was"]);
    if begun.is_err() && stances && question == "which" {
        return not_understood(first(input), "was not expected there", TRAITS_ASKED);
    }
    begun?;
    // "Which are hedged" asks for stances too; "what are" may begin any list.
    let begun = TRAITS.iter().any(|(word, _)| phrase_length(input, word).is_some());
    if !stances && (question == "what" || !begun) {
        return step_back();
    }
    let mut asked = vec![one_trait(input)?];
    while maybe(input, &["or", "and"]).is_some() || follows_comma(input) {
        asked.push(one_trait(input)?);
    }
    Ok(Query::which(asked))
}

/// "Conditional, hedged or hinted": a trait after a comma.
fn follows_comma(tokens: &[Token]) -> bool {
    let comma = tokens.first().is_some_and(|token| token.lead.contains(','));
    comma && TRAITS.iter().any(|(word, _)| phrase_length(tokens, word).is_some())
}

fn one_trait(input: &mut Tokens<'_>) -> Parsed<Trait> {
    // "Hinted at" ends the clause; "hinted at X" is hinted, at an occasion.
    let fits = |word: &str, length| !word.ends_with(" at") || ends_clause(from(input, length));
    let found = TRAITS.iter().find_map(|(word, asked)| {
        let length = phrase_length(input, word).filter(|length| fits(word, *length))?;
        Some((*asked, length))
    });
    let Some((asked, length)) = found else {
        let why = "is none of conditional, hedged, hinted, unnamed, undated and quoted";
        return not_understood(first(input), why, TRAITS_ASKED);
    };
    input.next_slice(length);
    Ok(asked)
}
