//! Questions after the course of positions: timelines, changes, the last word.

use winnow::stream::Stream;

use crate::model::Date;
use crate::query::Query;

use super::fault::{Parsed, missing_holder, missing_target, not_understood};
use super::keyword::{maybe, one_of};
use super::list::{ON, ends_holder, lead};
use super::modifier::read_date;
use super::name::name;
use super::token::{Token, Tokens, first, phrase_length};
use super::who::target;

const TIMELINE: &str = "timeline of \"Sweden\" on \"NATO membership\"";
const CHANGES: &str = "who changed position on \"NATO membership\" between 2022-01-01 and 2023-01-01";

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
    const OPENINGS: [&str; 6] = [
        "who changed position on",
        "who changed its position on",
        "who changed their position on",
        "who changed stance on",
        "who changed course on",
        "who changed sides on",
    ];
    one_of(input, &OPENINGS)?;
    let between = |tokens: &[Token]| phrase_length(tokens, "between").is_some();
    let Some(target) = name(input, between) else { return missing_target(input, CHANGES) };
    let (earlier, later) = span(input)?;
    Ok(Query::changes(target, earlier, later))
}

/// Between D and D.
fn span(input: &mut Tokens<'_>) -> Parsed<(Date, Date)> {
    maybe(input, &["between"]);
    let earlier = read_date(input)?;
    if maybe(input, &["and"]).is_none() {
        return not_understood(first(input), "was not expected there", CHANGES);
    }
    let at = input.peek_slice(1);
    let later = read_date(input)?;
    if later.latest() <= earlier.latest() {
        return not_understood(at, "is not after the first date", CHANGES);
    }
    Ok((earlier, later))
}
