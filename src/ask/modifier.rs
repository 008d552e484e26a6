//! What narrows a question, in any order after it.

use winnow::stream::Stream;

use crate::model::Date;
use crate::query::{Assertion, Inference, Listing, Modifiers, Name, Period, Reading};

use super::date::date;
use super::fault::{Parsed, bad_date, missing_target, not_understood, repeated};
use super::keyword::maybe;
use super::name::{article_count, name, name_length};
use super::token::{Token, Tokens, at_end, from, phrase_length, rest, up_to_end};

/// Which restriction a phrase opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opener {
    AsOf,
    KnownAt,
    Since,
    After,
    Before,
    Until,
    In,
    Between,
    ByNation,
    LastWord,
    OnBehalfOf,
    At,
    AccordingTo,
    Inferred,
    Asserted,
    Assuming,
}

impl Opener {
    /// Whether it opens a modifier only before a date; elsewhere it is a word of a name.
    const fn wants_date(self) -> bool {
        matches!(self, Self::After | Self::Before | Self::Until | Self::In | Self::Between)
    }

    /// Whether nothing follows.
    const fn takes_flag(self) -> bool {
        matches!(self, Self::ByNation | Self::LastWord | Self::Inferred | Self::Asserted)
    }

    /// Whether a name follows.
    const fn takes_name(self) -> bool {
        matches!(self, Self::OnBehalfOf | Self::At | Self::AccordingTo | Self::Assuming)
    }
}

/// The longer of two phrases that begin alike comes first.
const OPENERS: [(&str, Opener); 45] = [
    ("as of", Opener::AsOf),
    ("known as of", Opener::KnownAt),
    ("known at", Opener::KnownAt),
    ("known on", Opener::KnownAt),
    ("known by", Opener::KnownAt),
    ("ever since", Opener::Since),
    ("since", Opener::Since),
    ("after", Opener::After),
    ("before", Opener::Before),
    ("prior to", Opener::Before),
    ("up to", Opener::Until),
    ("until", Opener::Until),
    ("till", Opener::Until),
    ("through", Opener::Until),
    ("in", Opener::In),
    ("during", Opener::In),
    ("between", Opener::Between),
    ("from", Opener::Between),
    ("by their last word", Opener::LastWord),
    ("by its last word", Opener::LastWord),
    ("by the last word", Opener::LastWord),
    ("by last word", Opener::LastWord),
    ("last word", Opener::LastWord),
    ("by nation", Opener::ByNation),
    ("by nations", Opener::ByNation),
    ("by country", Opener::ByNation),
    ("by countries", Opener::ByNation),
    ("on behalf of", Opener::OnBehalfOf),
    ("at", Opener::At),
    ("according to", Opener::AccordingTo),
    ("including inferred positions", Opener::Inferred),
    ("including inferred stances", Opener::Inferred),
    ("including inferred ones", Opener::Inferred),
    ("including inferred", Opener::Inferred),
    ("including the inferred", Opener::Inferred),
    ("with inferred positions", Opener::Inferred),
    ("with inferred stances", Opener::Inferred),
    ("with inferred", Opener::Inferred),
    ("only asserted", Opener::Asserted),
    ("only as asserted", Opener::Asserted),
    ("only if asserted", Opener::Asserted),
    ("asserted only", Opener::Asserted),
    ("assuming that", Opener::Assuming),
    ("assuming", Opener::Assuming),
    ("if we assume", Opener::Assuming),
];

const SPAN: &str = "who opposes \"foreign troops\" between 2022-01 and 2023-06";
const EXAMPLE: &str = "who opposes \"foreign troops\" on behalf of \"Russia\" as of 2025-09-05";

fn opener(tokens: &[Token]) -> Option<(Opener, usize)> {
    let (opener, length) =
        OPENERS.iter().find_map(|(phrase, opener)| Some((*opener, phrase_length(tokens, phrase)?)))?;
    let opens = !opener.wants_date() || date(from(tokens, length)).is_some();
    opens.then_some((opener, length))
}

/// How many tokens a whole modifier at the start takes up; its name, if it takes one, ends where `ends` holds.
pub(super) fn modifier_length(tokens: &[Token], ends: impl Fn(&[Token]) -> bool) -> Option<usize> {
    let (opener, length) = opener(tokens)?;
    let rest = from(tokens, length);
    let dated = |rest: &[Token]| date(rest).map(|(_, length)| length);
    let more = match opener {
        _ if opener.takes_name() => {
            let articles = article_count(rest);
            articles + name_length(from(rest, articles), ends)?
        }
        _ if opener.takes_flag() => 0,
        Opener::Between => {
            let first = dated(rest)?;
            first + 1 + dated(from(rest, first + 1))?
        }
        _ => dated(rest)?,
    };
    Some(length + more)
}

/// Whether a name may end before these tokens: a modifier begins, or nothing is left.
pub(super) fn ends_clause(tokens: &[Token]) -> bool {
    at_end(tokens) || opener(tokens).is_some()
}

/// Whether the tokens begin with "in" and a date.
pub(super) fn is_in_date(tokens: &[Token]) -> bool {
    matches!(opener(tokens), Some((Opener::In, _)))
}

/// Reads every modifier up to the end of the question.
pub(super) fn modifiers(input: &mut Tokens<'_>, modifiers: &mut Modifiers) -> Parsed<()> {
    while !at_end(input) {
        let whole = rest(input);
        let Some((opener, length)) = opener(input) else {
            let rest = up_to_end(whole);
            return not_understood(rest, "was not expected there", EXAMPLE);
        };
        let phrase = input.next_slice(length);
        let fresh = modifier(input, opener, modifiers)?;
        if !fresh {
            return repeated(phrase);
        }
    }
    Ok(())
}

/// Reads what follows the opener; whether it is said for the first time.
fn modifier(input: &mut Tokens<'_>, opener: Opener, modifiers: &mut Modifiers) -> Parsed<bool> {
    match opener {
        Opener::AsOf => Ok(modifiers.as_of.replace(read_date(input)?).is_none()),
        Opener::KnownAt => Ok(modifiers.known_at.replace(read_date(input)?).is_none()),
        Opener::Since => Ok(confine(modifiers, Period::Since(read_date(input)?))),
        Opener::After => Ok(confine(modifiers, Period::After(read_date(input)?))),
        Opener::Before => Ok(confine(modifiers, Period::Before(read_date(input)?))),
        Opener::Until => Ok(confine(modifiers, Period::Until(read_date(input)?))),
        Opener::In => Ok(confine(modifiers, Period::In(read_date(input)?))),
        Opener::Between => {
            let (first, last) = read_span(input)?;
            Ok(confine(modifiers, Period::Between(first, last)))
        }
        Opener::OnBehalfOf => Ok(modifiers.on_behalf_of.replace(read_name(input)?).is_none()),
        Opener::At => Ok(modifiers.occasion.replace(read_name(input)?).is_none()),
        Opener::AccordingTo => Ok(modifiers.source.replace(read_name(input)?).is_none()),
        Opener::Assuming => Ok({
            modifiers.assuming.push(read_name(input)?);
            true
        }),
        // Said twice, these still say one thing.
        Opener::LastWord => Ok({
            modifiers.reading = Reading::LastWord;
            true
        }),
        Opener::ByNation => Ok({
            modifiers.listing = Listing::Nations;
            true
        }),
        Opener::Inferred => Ok({
            modifiers.inference = Inference::Included;
            true
        }),
        Opener::Asserted => Ok({
            modifiers.assertion = Assertion::Only;
            true
        }),
    }
}

/// Confines to a period; whether it is the first.
fn confine(modifiers: &mut Modifiers, period: Period) -> bool {
    modifiers.period.replace(period).is_none()
}

/// Takes two dates with "and" or "to" between them, the second not before the first.
pub(super) fn read_span(input: &mut Tokens<'_>) -> Parsed<(Date, Date)> {
    let first = read_date(input)?;
    if maybe(input, &["and", "to", "until"]).is_none() {
        return not_understood(input.peek_slice(1), "was not expected there", SPAN);
    }
    let at = input.peek_slice(1);
    let last = read_date(input)?;
    if last.latest() < first.earliest() {
        return not_understood(at, "is before the first date", SPAN);
    }
    Ok((first, last))
}

fn read_name(input: &mut Tokens<'_>) -> Parsed<Name> {
    name(input, ends_clause).map_or_else(|| missing_target(input, EXAMPLE), Ok)
}

/// Takes a date, or says what stands in its place.
pub(super) fn read_date(input: &mut Tokens<'_>) -> Parsed<Date> {
    let Some((date, length)) = date(input) else {
        return bad_date(not_a_date(input));
    };
    input.next_slice(length);
    Ok(date)
}

/// The words where a date was expected.
fn not_a_date(tokens: &[Token]) -> &[Token] {
    let start = article_count(tokens);
    let rest = from(tokens, start);
    let length = (0..rest.len()).find(|at| ends_clause(from(rest, *at))).unwrap_or(0);
    rest.get(..length.max(1).min(rest.len())).unwrap_or_default()
}
