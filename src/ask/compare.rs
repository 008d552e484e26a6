//! Questions that set two holders side by side: where they differ, how far they agree, who could mediate; camps.

use winnow::stream::Stream;

use crate::query::{Degree, Facet, Form, Name, Query};

use super::fault::{Parsed, missing_holder, missing_target, step_back};
use super::keyword::{maybe, one_of};
use super::list::{ON, lead};
use super::modifier::ends_clause;
use super::token::{Token, Tokens, from, phrase_length};
use super::who::{holder, single_clause, target};

const DIFFER: &str = "where do \"Putin\" and \"Zelensky\" differ";
const COMPARE: &str = "compare \"France\" and \"Germany\"";
const AGREEING: &str = "who agrees most with \"Brazil\"";
const MEDIATE: &str = "who could mediate between \"Russia\" and \"Ukraine\"";
const ISOLATED: &str = "who is isolated on \"foreign troops\"";
const CAMPS: &str = "camps on \"foreign troops\"";

/// What two holders do, and which facet it is; a preposition that is left over may follow.
const VERBS: [(&str, Facet); 8] = [
    ("differ", Facet::Differ),
    ("disagree", Facet::Differ),
    ("part ways", Facet::Differ),
    ("diverge", Facet::Differ),
    ("agree", Facet::Agree),
    ("concur", Facet::Agree),
    ("see eye to eye", Facet::Agree),
    ("converge", Facet::Agree),
];

/// Where do A and B differ? Where does A differ from B? Compare A and B. How far do A and B agree?
pub(super) fn compare(input: &mut Tokens<'_>) -> Parsed<Query> {
    if maybe(input, &["compare"]).is_some() {
        let holders = two(input, ends_second, COMPARE)?;
        return compared(input, Facet::Both, holders);
    }
    let opening = maybe(input, &["where", "on what", "what", "how far", "how much", "how closely", "how"]);
    one_of(input, &["do", "does", "did"])?;
    // "What do A and B support", "how do A and B ..." are other questions, if any.
    let Some((holders, facet)) = side_by_side(input)? else { return step_back() };
    // "What do A and B disagree on": no target follows.
    if !ends_clause(input) && ends_clause(from(input, 1)) {
        maybe(input, &["on", "about"]);
    }
    match opening {
        Some("how far" | "how much" | "how closely") if ends_clause(input) => {
            Ok(Query::of(Form::Agreement(holders)))
        }
        None => compared_at(input, Facet::Both, holders),
        Some(_) => compared_at(input, facet, holders),
    }
}

/// "A and B differ", "A differ from B".
fn side_by_side(input: &mut Tokens<'_>) -> Parsed<Option<([Name; 2], Facet)>> {
    if !(1..input.len()).any(|at| verb(from(input, at)).is_some()) {
        return Ok(None);
    }
    let Some(left) = holder(input, |rest| is_and(rest) || verb(rest).is_some(), DIFFER)? else {
        return Ok(None);
    };
    if maybe(input, &["and"]).is_some() {
        let Some(right) = holder(input, |rest| verb(rest).is_some(), DIFFER)? else {
            return missing_holder(input, DIFFER);
        };
        return Ok(take_verb(input).map(|facet| ([left, right], facet)));
    }
    let Some(facet) = take_verb(input) else { return Ok(None) };
    // "Does A agree to X" asks for a stance of A.
    if maybe(input, &["from", "with"]).is_none() {
        return Ok(None);
    }
    match holder(input, ends_second, DIFFER)? {
        Some(right) => Ok(Some(([left, right], facet))),
        None => missing_holder(input, DIFFER),
    }
}

fn is_and(tokens: &[Token]) -> bool {
    phrase_length(tokens, "and").is_some()
}

fn verb(tokens: &[Token]) -> Option<(usize, Facet)> {
    VERBS.iter().find_map(|(word, facet)| Some((phrase_length(tokens, word)?, *facet)))
}

fn take_verb(input: &mut Tokens<'_>) -> Option<Facet> {
    let (length, facet) = verb(input)?;
    input.next_slice(length);
    Some(facet)
}

/// "A and B", "A with B".
fn two(input: &mut Tokens<'_>, ends: impl Fn(&[Token]) -> bool, example: &'static str) -> Parsed<[Name; 2]> {
    let joined =
        |rest: &[Token]| ["and", "with", "to"].iter().any(|word| phrase_length(rest, word).is_some());
    let Some(left) = holder(input, joined, example)? else { return missing_holder(input, example) };
    one_of(input, &["and", "with", "to"])?;
    match holder(input, ends, example)? {
        Some(right) => Ok([left, right]),
        None => missing_holder(input, example),
    }
}

fn ends_second(tokens: &[Token]) -> bool {
    ends_clause(tokens) || ON.iter().any(|word| phrase_length(tokens, word).is_some())
}

fn compared(input: &mut Tokens<'_>, facet: Facet, holders: [Name; 2]) -> Parsed<Query> {
    if !ends_clause(input) {
        maybe(input, &ON);
    }
    compared_at(input, facet, holders)
}

/// With the target that is left, if there is one.
fn compared_at(input: &mut Tokens<'_>, facet: Facet, holders: [Name; 2]) -> Parsed<Query> {
    let target = if ends_clause(input) { None } else { Some(on_target(input)?) };
    Ok(Query::of(Form::Compare(facet, holders, target)))
}

fn on_target(input: &mut Tokens<'_>) -> Parsed<Name> {
    maybe(input, &ON);
    let target = target(input, COMPARE)?;
    single_clause(input)?;
    Ok(target)
}

/// Who agrees most with A? Who is isolated on X? Who could mediate between A and B?
pub(super) fn ranked(input: &mut Tokens<'_>) -> Parsed<Query> {
    const ALONE: [&str; 4] = ["who is isolated", "who is alone", "who stands alone", "who is most isolated"];
    const AGREES: [(&str, Degree); 10] = [
        ("who agrees most with", Degree::Most),
        ("who agrees the most with", Degree::Most),
        ("who most agrees with", Degree::Most),
        ("who disagrees least with", Degree::Most),
        ("who is closest to", Degree::Most),
        ("who agrees least with", Degree::Least),
        ("who agrees the least with", Degree::Least),
        ("who least agrees with", Degree::Least),
        ("who disagrees most with", Degree::Least),
        ("who is farthest from", Degree::Least),
    ];
    if let Some((_, degree)) = AGREES.iter().find(|(words, _)| maybe(input, &[*words]).is_some()) {
        let asked = holder(input, ends_clause, AGREEING)?;
        return asked
            .map_or_else(|| missing_holder(input, AGREEING), |one| Ok(Query::agreeing(*degree, one)));
    }
    if maybe(input, &ALONE).is_some() {
        if maybe(input, &ON).is_none() {
            return missing_target(input, ISOLATED);
        }
        let target = target(input, ISOLATED)?;
        single_clause(input)?;
        return Ok(Query::isolated(target));
    }
    let nations = maybe(input, &["which nations", "which countries"]).is_some();
    if !nations {
        one_of(input, &["who"])?;
    }
    one_of(
        input,
        &["could mediate between", "can mediate between", "might mediate between", "mediates between"],
    )?;
    let holders = two(input, ends_second, MEDIATE)?;
    let target = if ends_clause(input) { None } else { Some(on_target(input)?) };
    let query = Query::of(Form::Mediation(holders, target));
    Ok(if nations { query.by_nation() } else { query })
}

/// Which camps are there on X? Camps on X.
pub(super) fn camps(input: &mut Tokens<'_>) -> Parsed<Query> {
    lead(input);
    let openings = ["which camps are there", "what camps are there", "which camps exist", "camps"];
    one_of(input, &openings)?;
    if maybe(input, &ON).is_none() {
        return missing_target(input, CAMPS);
    }
    let target = target(input, CAMPS)?;
    single_clause(input)?;
    Ok(Query::camps(target))
}
