//! What narrows a question, in any order after it.

use winnow::stream::Stream;

use crate::model::Date;
use crate::query::{Inference, Listing, Modifiers, Name, Reading};

use super::date::date;
use super::fault::{Parsed, bad_date, missing_target, not_understood, repeated};
use super::name::{article_count, name};
use super::token::{Token, Tokens, at_end, from, phrase_length, rest, up_to_end};

/// Which restriction a phrase opens.
#[derive(Debug, Clone, Copy)]
enum Opener {
    AsOf,
    KnownAt,
    ByNation,
    LastWord,
    OnBehalfOf,
    At,
    AccordingTo,
    Inferred,
    Assuming,
}

/// The longer of two phrases that begin alike comes first.
const OPENERS: [(&str, Opener); 22] = [
    ("as of", Opener::AsOf),
    ("known as of", Opener::KnownAt),
    ("known at", Opener::KnownAt),
    ("known on", Opener::KnownAt),
    ("by last word", Opener::LastWord),
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
    ("assuming that", Opener::Assuming),
    ("assuming", Opener::Assuming),
];

const EXAMPLE: &str = "who opposes \"foreign troops\" on behalf of \"Russia\" as of 2025-09-05";

fn opener(tokens: &[Token]) -> Option<(Opener, usize)> {
    OPENERS.iter().find_map(|(phrase, opener)| Some((*opener, phrase_length(tokens, phrase)?)))
}

/// Whether a name may end before these tokens: a modifier begins, or nothing is left.
pub(super) fn ends_clause(tokens: &[Token]) -> bool {
    at_end(tokens) || opener(tokens).is_some()
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
    }
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
