//! Questions after the course of positions: timelines, changes, the last word.

use crate::model::Date;
use crate::query::Query;

use super::fault::{Parsed, missing_holder, missing_target, not_understood, step_back};
use super::keyword::{maybe, one_of};
use super::list::{ON, ends_holder, lead};
use super::modifier::{ends_clause, read_date, read_span};
use super::name::name;
use super::token::{Token, Tokens, first, from, phrase_length, rest, up_to_end};
use super::who::{holder, target};

const TIMELINE: &str = "timeline of \"Sweden\" on \"NATO membership\"";
const CHANGES: &str = "who changed position on \"NATO membership\" between 2022-01-01 and 2023-01-01";

/// What one changes.
const MINDS: [&str; 14] = [
    "position on",
    "its position on",
    "his position on",
    "her position on",
    "their position on",
    "mind on",
    "its mind on",
    "his mind on",
    "her mind on",
    "their mind on",
    "stance on",
    "its stance on",
    "course on",
    "sides on",
];

/// Timeline of X on Y. Last word of X on Y.
pub(super) fn course(input: &mut Tokens<'_>) -> Parsed<Query> {
    lead(input);
    let asked = one_of(input, &["timeline of", "last word of"])?;
    let Some(holder) = name(input, ends_holder) else { return missing_holder(input, TIMELINE) };
    if maybe(input, &ON).is_none() {
        return missing_target(input, TIMELINE);
    }
    let target = target(input, TIMELINE)?;
    Ok(match asked {
        "timeline of" => Query::timeline(holder, target),
        _ => Query::position(holder).on(target).by_last_word(),
    })
}

/// Who changed position on X between D and D?
pub(super) fn changes(input: &mut Tokens<'_>) -> Parsed<Query> {
    one_of(input, &["who changed"])?;
    one_of(input, &MINDS)?;
    let Some(target) = holder(input, ends_clause, CHANGES)? else { return missing_target(input, CHANGES) };
    if maybe(input, &["since", "after"]).is_some() {
        return Ok(Query::changes_since(target, read_date(input)?));
    }
    let (earlier, later) = span(input)?;
    Ok(Query::changes(target, earlier, later))
}

/// Did X change its mind on Y? Told by how its position went.
pub(super) fn changed(input: &mut Tokens<'_>) -> Parsed<Query> {
    const CHANGED: [&str; 2] = ["change", "changed"];
    one_of(input, &["did", "has", "have"])?;
    let changes = |rest: &[Token]| {
        CHANGED
            .iter()
            .filter_map(|verb| phrase_length(rest, verb))
            .any(|length| MINDS.iter().any(|what| phrase_length(from(rest, length), what).is_some()))
    };
    if !(1..input.len()).any(|at| changes(from(input, at))) {
        return step_back();
    }
    let Some(holder) = holder(input, changes, TIMELINE)? else { return step_back() };
    one_of(input, &CHANGED)?;
    one_of(input, &MINDS)?;
    Ok(Query::timeline(holder, target(input, TIMELINE)?))
}

/// Between D and D.
fn span(input: &mut Tokens<'_>) -> Parsed<(Date, Date)> {
    if maybe(input, &["between", "from"]).is_none() {
        return not_understood(first(input), "says no time between which to look", CHANGES);
    }
    let at = rest(input);
    let (earlier, later) = read_span(input)?;
    if later.latest() <= earlier.latest() {
        return not_understood(up_to_end(at), "ends no later than it begins", CHANGES);
    }
    Ok((earlier, later))
}
