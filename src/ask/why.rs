//! Questions after reasons: why, why not, what contradicts what.

use winnow::stream::Stream;

use crate::query::{Clause, Form, Name, Negation, Query};

use super::does::does;
use super::fault::{Parsed, ambiguous_reference, missing_holder, missing_target, not_understood};
use super::follow::listed_length;
use super::keyword::{maybe, one_of};
use super::list::{ends_holder, lead};
use super::modifier::ends_clause;
use super::name::name;
use super::predicate::not_count;
use super::token::{Token, Tokens, first, from, rest};

const WHY_NOT: &str = "why does \"Germany\" not support \"foreign troops\"";
const WHY: &str = "why does \"Putin\" oppose \"foreign troops\"";
const CONTRADICTIONS: &str = "contradictions of \"Putin\" on \"foreign troops\"";

/// Why does X oppose Y? Why does X not oppose Y?
pub(super) fn why(input: &mut Tokens<'_>) -> Parsed<Query> {
    one_of(input, &["why"])?;
    if super::predicate::Auxiliary::of(input).is_none() {
        return not_understood(first(input), "was not expected there", WHY);
    }
    if let Some(listed) = listed(input) {
        return ambiguous_reference(listed, WHY_NOT);
    }
    let query = does(input)?;
    Ok(match query.form {
        Form::Does(holder, clause) if clause.negation == Negation::Affirmed => {
            Query::of(Form::Why(holder, clause))
        }
        Form::Does(holder, clause) => {
            Query::of(Form::WhyNot(holder, Clause { negation: Negation::Affirmed, ..clause }))
        }
        form => Query::of(form),
    })
}

/// Words that ask after a list that was printed before: "not listed", "in the list".
fn listed<'t>(input: &Tokens<'t>) -> Option<&'t [Token]> {
    let tokens = rest(input);
    (1..tokens.len()).find_map(|at| {
        let not = not_count(from(tokens, at));
        let length = not + listed_length(from(tokens, at + not))?;
        tokens.get(at..at + length).filter(|_| ends_clause(from(tokens, at + length)))
    })
}

/// Contradictions of X on Y, of X, on Y, or all. What contradicts what?
pub(super) fn contradictions(input: &mut Tokens<'_>) -> Parsed<Query> {
    lead(input);
    one_of(input, &["contradictions", "what contradicts what", "what contradictions are there"])?;
    let holder = match maybe(input, &["of"]) {
        Some(_) => Some(name(input, ends_holder).map_or_else(|| missing_holder(input, CONTRADICTIONS), Ok)?),
        None => None,
    };
    // "On behalf of" begins a modifier, not a target.
    let about = if ends_clause(input) { None } else { maybe(input, &["on", "about"]) };
    let target: Option<Name> = match about {
        Some(_) => Some(name(input, ends_clause).map_or_else(|| missing_target(input, CONTRADICTIONS), Ok)?),
        None => None,
    };
    if !ends_clause(input) {
        return not_understood(input.peek_slice(1), "was not expected there", CONTRADICTIONS);
    }
    Ok(Query::of(Form::Contradictions(holder, target)))
}
