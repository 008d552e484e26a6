//! Questions after a trend: how has support for X changed, has A drifted on X.

use crate::query::Query;

use super::fault::{Parsed, missing_holder, missing_target, not_understood, step_back};
use super::joint::ends_target;
use super::keyword::{maybe, one_of};
use super::list::{ON, lead};
use super::modifier::ends_clause;
use super::token::{Token, Tokens, first, from, phrase_length};
use super::who::{holder, single_clause, target, target_before};

const SUPPORT: &str = "how has support for \"NATO membership\" changed";
const DRIFT: &str = "has \"Sweden\" drifted on \"NATO membership\"";

/// What support does.
const CHANGES: [&str; 10] =
    ["changed", "change", "developed", "develop", "evolved", "evolve", "moved", "move", "shifted", "shift"];

/// How has support for X changed? Monthly support for X.
pub(super) fn support(input: &mut Tokens<'_>) -> Parsed<Query> {
    const OPENINGS: [&str; 4] =
        ["how has support for", "how has the support for", "how did support for", "how did the support for"];
    lead(input);
    if maybe(input, &["monthly support for", "monthly support of"]).is_some() {
        let target = target(input, SUPPORT)?;
        single_clause(input)?;
        return Ok(Query::support(target));
    }
    one_of(input, &OPENINGS)?;
    let changes = |rest: &[Token]| {
        let mut lengths = CHANGES.iter().filter_map(|verb| phrase_length(rest, verb));
        lengths.any(|length| ends_clause(from(rest, length)))
    };
    if changes(input) {
        return missing_target(input, SUPPORT);
    }
    let target = target_before(input, |rest| changes(rest) || ends_target(rest), SUPPORT)?;
    if maybe(input, &CHANGES).is_none() {
        single_clause(input)?;
        return not_understood(first(input), "stands where the question should say `changed`", SUPPORT);
    }
    Ok(Query::support(target))
}

/// Has A drifted on X? Is A growing warmer on X?
pub(super) fn drift(input: &mut Tokens<'_>) -> Parsed<Query> {
    const DRIFTS: [&str; 15] = [
        "drifted",
        "drift",
        "drifting",
        "grown warmer",
        "grown colder",
        "grow warmer",
        "grow colder",
        "growing warmer",
        "growing colder",
        "become warmer",
        "become colder",
        "becoming warmer",
        "becoming colder",
        "getting warmer",
        "getting colder",
    ];
    one_of(input, &["did", "has", "have", "is", "are"])?;
    // A drift net is none: what one drifts on follows, or nothing more.
    let drifts = |rest: &[Token]| {
        let mut behind =
            DRIFTS.iter().filter_map(|verb| phrase_length(rest, verb)).map(|length| from(rest, length));
        behind.any(|rest| ends_clause(rest) || ON.iter().any(|word| phrase_length(rest, word).is_some()))
    };
    if drifts(input) {
        return missing_holder(input, DRIFT);
    }
    if !(1..input.len()).any(|at| drifts(from(input, at))) {
        return step_back();
    }
    let Some(holder) = holder(input, drifts, DRIFT)? else { return step_back() };
    one_of(input, &DRIFTS)?;
    if maybe(input, &ON).is_none() {
        return missing_target(input, DRIFT);
    }
    let target = target(input, DRIFT)?;
    single_clause(input)?;
    Ok(Query::drift(holder, target))
}
