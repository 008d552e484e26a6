//! Questions for holders: who, which nations, how many, by whom.

use winnow::stream::Stream;

use crate::model::TieKind;
use crate::query::{Clause, Listing, Name, Negation, Query, TieSide, Toward, Word};

use super::date::date;
use super::fault::{Parsed, missing_target, not_understood};
use super::keyword::{maybe, one_of};
use super::lexicon::{FormOf, Meaning};
use super::modifier::ends_clause;
use super::name::name;
use super::predicate::{Suspect, auxiliary, no_verb, phrase, predicate};
use super::token::{Kind, Token, Tokens, first, from, rest};

/// Words for nations; asking for them lists findings by nation.
pub(super) const NATIONS: [&str; 8] =
    ["nations", "countries", "states", "member states", "member nations", "nation", "country", "state"];

const BY_WHOM: &str = "by whom was \"foreign troops\" rejected";
const WHO: &str = "who opposes \"foreign troops\"";
const COUNT: &str = "how many support \"foreign troops\"";
const AS_OF: &str = "who opposes \"foreign troops\" as of 2022";
const ONE_CLAUSE: &str = "who rejects \"X\"";

/// Who opposes X? Who threatens whom? Who leads X?
pub(super) fn who(input: &mut Tokens<'_>) -> Parsed<Query> {
    one_of(input, &["who"])?;
    let (meaning, negation) = predicate(input)?;
    match meaning {
        Meaning::Tie(kind) => holders_of(input, kind, negation),
        Meaning::Stance(word) => who_holds(input, word, negation),
    }
}

/// Which nations oppose X?
pub(super) fn which_nations(input: &mut Tokens<'_>) -> Parsed<Query> {
    one_of(input, &["which", "what"])?;
    one_of(input, &NATIONS)?;
    let (meaning, negation) = predicate(input)?;
    match meaning {
        Meaning::Tie(kind) => holders_of(input, kind, negation),
        Meaning::Stance(word) => Ok(who_holds(input, word, negation)?.by_nation()),
    }
}

/// How many nations support X?
pub(super) fn how_many(input: &mut Tokens<'_>) -> Parsed<Query> {
    one_of(input, &["how many"])?;
    let nations = maybe(input, &NATIONS).is_some();
    maybe(input, &["actors", "holders", "of them"]);
    let clause_at = rest(input);
    let (meaning, negation) = predicate(input)?;
    let Meaning::Stance(word) = meaning else {
        return not_understood(first(clause_at), "cannot be counted yet", COUNT);
    };
    let mut query = Query::count_all(clause(word, negation, target(input, COUNT)?));
    query.modifiers.listing = if nations { Listing::Nations } else { Listing::Speakers };
    Ok(query)
}

/// By whom was X rejected?
pub(super) fn by_whom(input: &mut Tokens<'_>) -> Parsed<Query> {
    const FORMS: &[FormOf] = &[FormOf::Participle];
    one_of(input, &["by whom"])?;
    let clause_at = rest(input);
    if auxiliary(input).is_none() {
        return not_understood(first(clause_at), "was not expected there", WHO);
    }
    let rejected =
        |rest: &[Token]| phrase(rest, FORMS).is_some_and(|(_, length)| ends_clause(from(rest, length)));
    let been_rejected = |rest: &[Token]| rejected(from(rest, usize::from(starts_with_been(rest))));
    let Some(target) = name(input, been_rejected) else {
        return no_verb(input, FORMS, Suspect::Last, BY_WHOM);
    };
    maybe(input, &["been"]);
    let verb_at = rest(input);
    match phrase(input, FORMS) {
        Some((Meaning::Stance(word), length)) => {
            input.next_slice(length);
            Ok(Query::who_all(Clause::new(word, target)))
        }
        _ => not_understood(first(verb_at), "was not expected there", WHO),
    }
}

fn starts_with_been(tokens: &[Token]) -> bool {
    tokens.first().is_some_and(|token| token.is("been"))
}

fn who_holds(input: &mut Tokens<'_>, word: Word, negation: Negation) -> Parsed<Query> {
    let pairs_at = rest(input);
    match toward(input) {
        Some(toward) if negation == Negation::Affirmed => Ok(Query::pairs(word, toward)),
        Some(_) => not_understood(first(pairs_at), "cannot follow `not`", "who threatens whom"),
        None => Ok(Query::who_all(clause(word, negation, target(input, WHO)?))),
    }
}

/// Takes "whom" or "what" at the end of a clause. WHO in capitals is a name, if it is one.
fn toward(input: &mut Tokens<'_>) -> Option<Toward> {
    let first = input.first()?;
    let named = first.text == "WHO" && first.known.is_some();
    if named || !ends_clause(from(input, 1)) {
        return None;
    }
    maybe(input, &["whom", "who", "what"])
        .map(|word| if word == "what" { Toward::Proposals } else { Toward::Powers })
}

/// Who leads X? Members of X.
pub(super) fn holders_of(input: &mut Tokens<'_>, kind: TieKind, negation: Negation) -> Parsed<Query> {
    const LEADS: &str = "who leads \"NATO\"";
    if negation == Negation::Negated {
        return not_understood(first(input), "cannot follow `not`", LEADS);
    }
    Ok(Query::ties(kind, TieSide::Holders, target(input, LEADS)?))
}

/// Takes the name of a target, up to a modifier or the end.
pub(super) fn target(input: &mut Tokens<'_>, example: &'static str) -> Parsed<Name> {
    let clause_at = rest(input);
    let Some(target) = name(input, ends_clause) else { return missing_target(input, example) };
    let taken = clause_at.get(..clause_at.len() - input.len()).unwrap_or_default();
    if let Some(time) = dated_tail(taken) {
        return not_understood(time, "says no time that is known here; use `as of`", AS_OF);
    }
    match second_clause(taken) {
        Some(second) => not_understood(second, "begins a second question; ask one at a time", ONE_CLAUSE),
        None => Ok(target),
    }
}

/// A time after a known name, in words that would otherwise end as a name nobody knows: "since 2022".
fn dated_tail(taken: &[Token]) -> Option<&[Token]> {
    const TIMES: [&str; 7] = ["in", "since", "before", "after", "until", "during", "by"];
    let known = taken.iter().position(|token| token.known.is_some())?;
    let tail = from(taken, known + taken.get(known)?.known?);
    let timed = tail.first().is_some_and(|first| TIMES.iter().any(|word| first.is(word)));
    let (_, length) = date(from(tail, 1)).filter(|_| timed)?;
    Some(tail).filter(|tail| tail.len() == length + 1)
}

/// Where a name taken from words goes on to a second predicate: "X and supports Y".
fn second_clause(taken: &[Token]) -> Option<&[Token]> {
    let first = taken.first()?;
    if first.known == Some(taken.len()) || matches!(first.kind, Kind::Quoted) {
        return None;
    }
    let joins = |token: &Token| ["and", "or", "but"].iter().any(|word| token.is(word));
    let starts = (1..taken.len()).find(|at| {
        let second = phrase(from(taken, at + 1), &[FormOf::Third, FormOf::Past]);
        taken.get(*at).is_some_and(joins) && second.is_some_and(|(_, length)| at + 1 + length < taken.len())
    })?;
    taken.get(starts..)
}

pub(super) const fn clause(word: Word, negation: Negation, target: Name) -> Clause {
    Clause { word, negation, target }
}
