//! Questions for holders: who, which nations, how many, by whom.

use crate::model::TieKind;
use crate::query::{Clause, Listing, Name, Negation, Query, TieSide, Toward, Word};

use super::fault::{Parsed, ambiguous_reference, missing_target, not_understood};
use super::joint::{clauses, ends_target};
use super::keyword::{maybe, one_of};
use super::lexicon::Meaning;
use super::list::lead;
use super::modifier::ends_clause;
use super::name::{Follows, name};
use super::predicate::predicate;
use super::reference::is_reference;
use super::token::{Kind, Token, Tokens, first, from, rest, up_to_end};

/// Words for nations; asking for them lists findings by nation.
pub(super) const NATIONS: [&str; 8] =
    ["nations", "countries", "states", "member states", "member nations", "nation", "country", "state"];

const WHO: &str = "who opposes \"foreign troops\"";
const NATIONS_ASKED: &str = "which nations oppose \"foreign troops\"";
const COUNT: &str = "how many support \"foreign troops\"";
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
    nations(input)
}

/// Countries that oppose X.
pub(super) fn nations_that(input: &mut Tokens<'_>) -> Parsed<Query> {
    lead(input);
    maybe(input, &["of", "all the", "all"]);
    one_of(input, &NATIONS)?;
    one_of(input, &["that", "which", "who"])?;
    nations(input)
}

/// Which parliaments, which of the BRICS: no kind of holder that can be asked for.
pub(super) fn which_others(input: &mut Tokens<'_>) -> Parsed<Query> {
    one_of(input, &["which"])?;
    not_understood(first(input), "is nothing that `which` can ask for", NATIONS_ASKED)
}

fn nations(input: &mut Tokens<'_>) -> Parsed<Query> {
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
    let mut query = Query::count_all(clauses(input, word, negation, COUNT)?);
    query.modifiers.listing = if nations { Listing::Nations } else { Listing::Speakers };
    Ok(query)
}

fn who_holds(input: &mut Tokens<'_>, word: Word, negation: Negation) -> Parsed<Query> {
    let pairs_at = rest(input);
    match toward(input) {
        Some(toward) if negation == Negation::Affirmed => Ok(Query::pairs(word, toward)),
        Some(_) => not_understood(first(pairs_at), "cannot follow `not`", "who threatens whom"),
        None => Ok(Query::who_all(clauses(input, word, negation, WHO)?)),
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

/// Takes the name of a target, up to a modifier, a joined clause or the end.
pub(super) fn target(input: &mut Tokens<'_>, example: &'static str) -> Parsed<Name> {
    target_before(input, ends_target, example)
}

/// Takes the name of a target, up to where `follows` holds.
pub(super) fn target_before(
    input: &mut Tokens<'_>,
    follows: impl Follows,
    example: &'static str,
) -> Parsed<Name> {
    let clause_at = rest(input);
    maybe(input, &["both"]);
    let Some(target) = name(input, follows) else { return missing_target(input, example) };
    let taken = taken(clause_at, input);
    if owns_nothing(taken) {
        return not_understood(taken, "says whose it is, but not what", example);
    }
    unreferenced(taken, target, example)
}

/// Whether what is owned was left out: "but not Sweden's".
fn owns_nothing(taken: &[Token]) -> bool {
    let is_owner = |token: &Token| matches!(token.kind, Kind::Word) && token.word.ends_with("'s");
    taken.last().is_some_and(is_owner)
}

/// Takes the name of a holder, up to where `follows` holds.
pub(super) fn holder(
    input: &mut Tokens<'_>,
    follows: impl Follows,
    example: &'static str,
) -> Parsed<Option<Name>> {
    let at = rest(input);
    match name(input, follows) {
        Some(holder) => unreferenced(taken(at, input), holder, example).map(Some),
        None => Ok(None),
    }
}

/// The tokens taken since `before`.
fn taken<'t>(before: &'t [Token], input: &Tokens<'_>) -> &'t [Token] {
    before.get(..before.len() - input.len()).unwrap_or_default()
}

/// A name, unless its words only refer to something that was not said.
pub(super) fn unreferenced(taken: &[Token], name: Name, example: &'static str) -> Parsed<Name> {
    if is_reference(taken) { ambiguous_reference(taken, example) } else { Ok(name) }
}

/// Stops at a second clause where only one can be taken.
pub(super) fn single_clause(input: &mut Tokens<'_>) -> Parsed<()> {
    if ends_clause(input) {
        return Ok(());
    }
    not_understood(up_to_end(rest(input)), "begins a second question; ask one at a time", ONE_CLAUSE)
}

pub(super) const fn clause(word: Word, negation: Negation, target: Name) -> Clause {
    Clause { word, negation, target }
}
