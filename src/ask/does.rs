//! Questions for a yes or no: does X support Y, is X a member of Y, has X ever opposed Y, is anyone against Y.

use winnow::stream::Stream;

use crate::query::{Form, Moment, Name, Negation, Query};

use super::fault::{Parsed, missing_holder, not_understood, step_back, unknown_word};
use super::joint::clauses;
use super::keyword::{maybe, one_of};
use super::lexicon::Meaning;
use super::modifier::is_in_date;
use super::name::shortest_name;
use super::predicate::{Auxiliary, Suspect, auxiliary, expect, negation, no_verb, not_count};
use super::token::{Token, Tokens, first, from, phrase_length, rest};
use super::who::{clause, holder, single_clause, target};

const DOES: &str = "does \"Germany\" support \"foreign troops\"";
const TIES: &str = "is \"Finland\" a member of \"NATO\" as of 2022";
const ALL: &str = "who doesn't support \"foreign troops\"";

/// How a question for a yes or no begins.
#[derive(Clone, Copy)]
struct Opening {
    auxiliary: Auxiliary,
    /// Of the "not" before the subject.
    negation: Negation,
}

/// Does X support Y? Is X against Y? Has X rejected Y?
pub(super) fn does(input: &mut Tokens<'_>) -> Parsed<Query> {
    let Some(auxiliary) = auxiliary(input) else { return step_back() };
    let opening = Opening { auxiliary, negation: negation(input) };
    if let Some(query) = does_anyone(input, opening)? {
        return Ok(query);
    }
    let verb = |rest: &[Token]| begins_verb(rest, auxiliary);
    if verb(input) {
        return missing_holder(input, DOES);
    }
    let Some(holder) = subject(input, verb)? else {
        return no_verb(input, auxiliary.forms(), Suspect::Second, DOES);
    };
    if input.first().is_some_and(|next| next.is("never")) {
        return unknown_word(input, None, DOES);
    }
    let asked = of_holder(input, opening, holder)?;
    single_clause(input)?;
    Ok(asked)
}

/// "ever supported Y", "not a member of Y", after the subject.
fn of_holder(input: &mut Tokens<'_>, opening: Opening, holder: Name) -> Parsed<Query> {
    let ever = maybe(input, &["ever"]).is_some();
    let (negation, verb_at) = (opening.then(negation(input)), rest(input));
    let meaning = opening.verb(input)?;
    if opposite(input, opening.auxiliary).is_some() {
        let target = target(input, DOES)?;
        return Ok(if ever { Query::timeline(holder, target) } else { Query::position(holder).on(target) });
    }
    match meaning {
        Meaning::Stance(word) => {
            let clause = clause(word, negation, target(input, DOES)?);
            // Whether it ever did is told by when it first did.
            let form =
                if ever { Form::When(Moment::First, holder, clause) } else { Form::Does(holder, clause) };
            Ok(Query::of(form))
        }
        Meaning::Tie(_) if negation == Negation::Negated || ever => {
            not_understood(first(verb_at), "cannot follow `not` or `ever`", TIES)
        }
        Meaning::Tie(kind) => Ok(Query::tied(holder, kind, target(input, TIES)?)),
    }
}

impl Opening {
    /// With the "not" after the subject; one said twice is still one.
    fn then(self, after: Negation) -> Negation {
        if self.negation == after { after } else { Negation::Negated }
    }

    /// Takes the verb.
    fn verb(self, input: &mut Tokens<'_>) -> Parsed<Meaning> {
        let complement = self.auxiliary.complement(input);
        expect(input, complement, self.auxiliary.forms())
    }
}

/// Whether a verb begins, perhaps after "not", "ever" or "never". "In 2022" is no membership.
fn begins_verb(tokens: &[Token], auxiliary: Auxiliary) -> bool {
    let ever = ["ever", "never"].iter().find_map(|word| phrase_length(tokens, word)).unwrap_or(0);
    let rest = from(tokens, ever + not_count(from(tokens, ever)));
    auxiliary.complement(rest).is_some() && !is_in_date(rest)
}

/// The holder; where a longer known name swallows the verb ("Sweden in NATO"), the words before it.
fn subject(input: &mut Tokens<'_>, verb: impl Fn(&[Token]) -> bool + Copy) -> Parsed<Option<Name>> {
    Ok(holder(input, verb, DOES)?.or_else(|| shortest_name(input, verb)))
}

/// Takes "or oppose" after "does X support": which of the two it is, the position tells.
fn opposite(input: &mut Tokens<'_>, auxiliary: Auxiliary) -> Option<()> {
    let length = phrase_length(input, "or")?;
    let (_, verb) = auxiliary.complement(from(input, length))?;
    input.next_slice(length + verb);
    Some(())
}

/// Does anyone support Y? Asked of everyone, it is told by who does.
fn does_anyone(input: &mut Tokens<'_>, opening: Opening) -> Parsed<Option<Query>> {
    const ANYONE: [&str; 2] = ["anyone", "anybody"];
    const ANY_NATION: [&str; 4] = ["any nation", "any country", "any state", "any member state"];
    const EVERYONE: [&str; 7] =
        ["everyone", "everybody", "nobody", "no one", "every nation", "every country", "all nations"];
    let at = rest(input);
    if one_of(input, &EVERYONE).is_ok() {
        return not_understood(first(at), "asks of all at once, and of the silent nothing is known", ALL);
    }
    let nations = maybe(input, &ANY_NATION).is_some();
    if !nations && maybe(input, &ANYONE).is_none() {
        return Ok(None);
    }
    maybe(input, &["ever", "else"]);
    let (negation, verb_at) = (opening.then(negation(input)), rest(input));
    let Meaning::Stance(word) = opening.verb(input)? else {
        return not_understood(first(verb_at), "cannot be asked of anyone", DOES);
    };
    let query = Query::who_all(clauses(input, word, negation, DOES)?);
    Ok(Some(if nations { query.by_nation() } else { query }))
}
