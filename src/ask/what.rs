//! Questions for what a holder holds: what does X demand, what did X say, where does X stand on Y, how did X vote on Y.

use winnow::stream::Stream;

use crate::query::{Name, Query, TieSide, Vote};

use super::fault::{Parsed, missing_holder, missing_target, not_understood, step_back};
use super::keyword::{maybe, one_of};
use super::lexicon::{FormOf, Meaning};
use super::list::ON;
use super::modifier::ends_clause;
use super::name::name;
use super::predicate::{Auxiliary, Suspect, auxiliary, expect, no_verb, not_count, phrase};
use super::token::{Token, Tokens, first, from, rest, up_to_end};
use super::who::{holder, holders_of, single_clause, target};

const DEMANDS: &str = "what does \"Ukraine\" demand";
const SAID: &str = "what did \"Putin\" say about \"foreign troops\"";
const VOTED: &str = "how did \"China\" vote on \"A/RES/ES-11/1\"";

/// What does X demand? Whom does X threaten? What does X lead?
pub(super) fn what(input: &mut Tokens<'_>) -> Parsed<Query> {
    one_of(input, &["which proposals", "what proposals", "what", "whom"])?;
    if let Some((kind, length)) = tie_at(input) {
        input.next_slice(length);
        return holders_of(input, kind, crate::query::Negation::Affirmed);
    }
    let clause_at = rest(input);
    match auxiliary(input) {
        Some(auxiliary) => held_by(input, auxiliary),
        None => not_understood(first(clause_at), "was not expected there", DEMANDS),
    }
}

/// Who does X threaten? "Who does support X" is another question, with the verb in the place of the name.
pub(super) fn who_does(input: &mut Tokens<'_>) -> Parsed<Query> {
    one_of(input, &["who"])?;
    let asked = auxiliary(input).filter(|auxiliary| *auxiliary == Auxiliary::Do);
    let Some(auxiliary) = asked.filter(|auxiliary| is_inverted(input, *auxiliary)) else {
        return step_back();
    };
    held_by(input, auxiliary)
}

fn is_inverted(tokens: &[Token], auxiliary: Auxiliary) -> bool {
    let verb_first = not_count(tokens) > 0 || auxiliary.complement(tokens).is_some();
    !verb_first && (1..tokens.len()).any(|at| closes(from(tokens, at), auxiliary))
}

/// What concerns X? What is contrary to X?
fn tie_at(tokens: &[Token]) -> Option<(crate::model::TieKind, usize)> {
    let copula = usize::from(Auxiliary::of(tokens) == Some(Auxiliary::Be));
    let found = if copula == 1 {
        Auxiliary::Be.complement(from(tokens, 1))
    } else {
        phrase(tokens, &[FormOf::Third, FormOf::Past])
    };
    match found? {
        (Meaning::Tie(kind), length) => Some((kind, copula + length)),
        (Meaning::Stance(_), _) => None,
    }
}

/// The holder and its verb, after "what does".
fn held_by(input: &mut Tokens<'_>, auxiliary: Auxiliary) -> Parsed<Query> {
    let closed = |rest: &[Token]| closes(rest, auxiliary) || says(rest, auxiliary);
    let begun = |rest: &[Token]| auxiliary.complement(rest).is_some();
    if begun(input) || closed(input) {
        return missing_holder(input, DEMANDS);
    }
    let Some(holder) = name(input, closed).or_else(|| name(input, begun)) else {
        return no_verb(input, auxiliary.forms(), Suspect::Last, DEMANDS);
    };
    if says(input, auxiliary) {
        return said(input, holder);
    }
    let complement = auxiliary.complement(input);
    let meaning = expect(input, complement, auxiliary.forms())?;
    maybe(input, &["to do"]);
    let to_whom = ["of", "from", "to"].iter().any(|word| input.first().is_some_and(|next| next.is(word)));
    if to_whom && !ends_clause(input) {
        return not_understood(up_to_end(input), "asks for an addressee, which only answers name", DEMANDS);
    }
    match meaning {
        Meaning::Stance(word) => Ok(Query::what(holder, word)),
        Meaning::Tie(kind) => Ok(Query::ties(kind, TieSide::Powers, holder)),
    }
}

/// Whether the tokens are a verb that ends the clause.
fn closes(tokens: &[Token], auxiliary: Auxiliary) -> bool {
    auxiliary.complement(tokens).is_some_and(|(_, length)| ends_clause(from(tokens, length)))
}

fn says(tokens: &[Token], auxiliary: Auxiliary) -> bool {
    // "Say no to" is a stance.
    if auxiliary.complement(tokens).is_some() {
        return false;
    }
    let says = |word: &str| tokens.first().is_some_and(|token| token.is(word));
    match auxiliary {
        Auxiliary::Do => says("say") || says("think"),
        Auxiliary::Have => says("said"),
        Auxiliary::Be => says("saying"),
    }
}

/// What was said, or, of what one thinks, which position follows.
fn said(input: &mut Tokens<'_>, holder: Name) -> Parsed<Query> {
    let thinks = input.next_token().is_some_and(|verb| verb.is("think"));
    if ends_clause(input) {
        return Ok(if thinks { Query::profile(holder) } else { Query::said(holder) });
    }
    if maybe(input, &ON).is_none() && maybe(input, &["of"]).is_none() {
        let rest = up_to_end(input);
        return not_understood(rest, "cannot be asked of everything that was said", SAID);
    }
    let target = target(input, SAID)?;
    single_clause(input)?;
    Ok(if thinks { Query::position(holder).on(target) } else { Query::said_about(holder, target) })
}

/// How did X vote on Y? Whether it voted for it is told by the vote it cast, or that none is recorded.
pub(super) fn voted(input: &mut Tokens<'_>) -> Parsed<Query> {
    let asked = one_of(input, &["how did", "how does", "how do", "how has", "how have"])?;
    let vote = if asked.starts_with("how ha") { "voted" } else { "vote" };
    let votes = |rest: &[Token]| rest.first().is_some_and(|token| token.is(vote));
    let Some(holder) = holder(input, votes, VOTED)? else { return step_back() };
    input.next_token();
    if maybe(input, &["on", "about", "in"]).is_none() {
        return missing_target(input, VOTED);
    }
    let target = target(input, VOTED)?;
    single_clause(input)?;
    Ok(Query::does(holder, Vote::For).on(target))
}

/// Where does X stand on Y?
pub(super) fn stands(input: &mut Tokens<'_>) -> Parsed<Query> {
    const EXAMPLE: &str = "where does \"Russia\" stand on \"foreign troops\"";
    one_of(input, &["where does", "where do", "where did"])?;
    let stand = |rest: &[Token]| rest.first().is_some_and(|token| token.is("stand"));
    let holder = match name(input, stand) {
        Some(holder) => holder,
        None if stand(input) => return missing_holder(input, EXAMPLE),
        None => return no_verb(input, &[], Suspect::Last, EXAMPLE),
    };
    if maybe(input, &["stand on", "stand toward", "stand towards"]).is_none() {
        maybe(input, &["stand"]);
        return missing_target(input, EXAMPLE);
    }
    Ok(Query::position(holder).on(target(input, EXAMPLE)?))
}
