//! Questions in the passive: by whom was X rejected, who was X rejected by, what was rejected by X, is X backed by Y.

use winnow::stream::Stream;

use crate::query::{Clause, Form, Name, Negation, Query, Word};

use super::fault::{Parsed, missing_holder, not_understood, step_back};
use super::keyword::{maybe, one_of};
use super::lexicon::{FormOf, Meaning};
use super::modifier::ends_clause;
use super::name::name;
use super::predicate::{Auxiliary, Suspect, auxiliary, negation, no_verb, phrase};
use super::token::{Token, Tokens, first, from, phrase_length, rest};
use super::who::{holder, single_clause, unreferenced};

const PARTICIPLE: &[FormOf] = &[FormOf::Participle];
const WHO: &str = "who opposes \"foreign troops\"";
const BY_WHOM: &str = "by whom was \"foreign troops\" rejected";
const BY: &str = "what was rejected by \"Russia\"";

/// By whom was X rejected? Who was X rejected by? X was rejected by whom?
pub(super) fn by_whom(input: &mut Tokens<'_>) -> Parsed<Query> {
    let fronted = maybe(input, &["by whom"]).is_some();
    if !fronted {
        one_of(input, &["who", "whom"])?;
    }
    let clause_at = rest(input);
    match auxiliary(input) {
        Some(Auxiliary::Be | Auxiliary::Have) => {}
        _ if fronted => return not_understood(first(clause_at), "was not expected there", WHO),
        _ => return step_back(),
    }
    let closes =
        |tokens: &[Token]| rejected(tokens).is_some_and(|(_, length)| ends(from(tokens, length), fronted));
    if !fronted && !(1..input.len()).any(|at| closes(from(input, at))) {
        return step_back();
    }
    let target_at = rest(input);
    let Some(target) = name(input, closes) else {
        return no_verb(input, PARTICIPLE, Suspect::Last, BY_WHOM);
    };
    let taken = target_at.get(..target_at.len() - input.len()).unwrap_or_default();
    let target = unreferenced(taken, target, BY_WHOM)?;
    let Some((word, length)) = rejected(input) else {
        return not_understood(first(input), "was not expected there", WHO);
    };
    input.next_slice(length);
    if !fronted {
        maybe(input, &["by"]);
    }
    Ok(Query::who_all(Clause::new(word, target)))
}

/// Whether a question may end before these tokens, after "by" if its agent was not named in front.
fn ends(tokens: &[Token], fronted: bool) -> bool {
    if fronted {
        return ends_clause(tokens);
    }
    phrase_length(tokens, "by").is_some_and(|length| ends_clause(from(tokens, length)))
}

/// The stance word of "[been] rejected" and how many tokens it takes up.
fn rejected(tokens: &[Token]) -> Option<(Word, usize)> {
    let been = ["been", "being"].iter().find_map(|word| phrase_length(tokens, word)).unwrap_or(0);
    match phrase(from(tokens, been), PARTICIPLE)? {
        (Meaning::Stance(word), length) => Some((word, been + length)),
        (Meaning::Tie(_), _) => None,
    }
}

/// "[been] rejected by".
fn rejected_by(tokens: &[Token]) -> Option<(Word, usize)> {
    let (word, length) = rejected(tokens)?;
    Some((word, length + phrase_length(from(tokens, length), "by")?))
}

/// What was rejected by X?
pub(super) fn what_by(input: &mut Tokens<'_>) -> Parsed<Query> {
    one_of(input, &["what", "which proposals", "what proposals", "who", "which nations"])?;
    if !matches!(auxiliary(input), Some(Auxiliary::Be | Auxiliary::Have)) {
        return step_back();
    }
    let Some((word, length)) = rejected_by(input) else { return step_back() };
    input.next_slice(length);
    match holder(input, ends_clause, BY)? {
        Some(holder) => Ok(Query::what(holder, word)),
        None => missing_holder(input, BY),
    }
}

/// Was X rejected by Y?
pub(super) fn is_by(input: &mut Tokens<'_>) -> Parsed<Query> {
    if !matches!(auxiliary(input), Some(Auxiliary::Be | Auxiliary::Have)) {
        return step_back();
    }
    let before = negation(input);
    let by = |tokens: &[Token]| rejected_by(from(tokens, usize::from(is_not(tokens)))).is_some();
    if !(1..input.len()).any(|at| by(from(input, at))) {
        return step_back();
    }
    let Some(target) = name(input, by) else { return step_back() };
    let negated = [before, negation(input)].contains(&Negation::Negated);
    let Some((word, length)) = rejected_by(input) else { return step_back() };
    input.next_slice(length);
    let Some(holder) = holder(input, ends_clause, BY)? else { return missing_holder(input, BY) };
    single_clause(input)?;
    Ok(Query::of(Form::Does(holder, of(word, negated, target))))
}

fn is_not(tokens: &[Token]) -> bool {
    tokens.first().is_some_and(|token| token.is("not"))
}

fn of(word: Word, negated: bool, target: Name) -> Clause {
    let clause = Clause::new(word, target);
    if negated { clause.negated() } else { clause }
}
