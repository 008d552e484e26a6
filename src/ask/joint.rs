//! Clauses joined by "and", "or" and "but": "opposes X and supports Y", "supports X but not Y".

use winnow::stream::Stream;

use crate::query::{Clause, Clauses, Joint, Negation, Word};

use super::fault::{Parsed, not_understood};
use super::keyword::maybe;
use super::lexicon::{FormOf, Meaning};
use super::modifier::ends_clause;
use super::name::{Follows, article_count};
use super::predicate::{Auxiliary, not_count, phrase, predicate};
use super::token::{Kind, Token, Tokens, first, from, phrase_length, rest, up_to_end};
use super::who::target;

/// What joins two clauses, the longer before the shorter.
const JOINTS: [(&str, Joint); 6] = [
    ("and also", Joint::And),
    ("but also", Joint::And),
    ("and", Joint::And),
    ("but", Joint::And),
    ("yet", Joint::And),
    ("or", Joint::Or),
];

const EXAMPLE: &str = "who opposes \"X\" and supports \"Y\"";
const EITHER: &str = "who supports \"X\" or opposes \"X\" and rejects \"Y\"";
const STANCE: &str = "who rejects \"X\"";

/// How a clause goes on after a joint.
enum Next {
    /// With a predicate of its own: "and supports Y".
    Predicate,
    /// With another target of the same word: "and Y".
    Target,
    /// With another target of the negated word: "but not Y".
    Not,
}

/// Takes what follows the first predicate: others that share its target, the target, and every clause joined to it.
pub(super) fn clauses(
    input: &mut Tokens<'_>,
    word: Word,
    negation: Negation,
    example: &'static str,
) -> Parsed<Clauses> {
    let shared = shared(input)?;
    let target = target(input, example)?;
    let of = |(joint, word, negation)| (joint, Clause { word, negation, target: target.clone() });
    let mut clauses = Clauses::from(Clause { word, negation, target: target.clone() });
    clauses.rest = shared.into_iter().map(of).collect();
    // "Supports or opposes X and rejects Y" leaves open what binds to what.
    let either = clauses.rest.iter().any(|(joint, _)| *joint == Joint::Or);
    if either && joint(input).is_some() {
        return not_understood(up_to_end(rest(input)), "leaves open what binds to what", EITHER);
    }
    while let Some((joint, length, next)) = joint(input) {
        input.next_slice(length);
        let clause = joined(input, clauses.rest.last().map_or(&clauses.first, |(_, last)| last), &next)?;
        clauses.rest.push((joint, clause));
    }
    Ok(clauses)
}

/// "and rejects", "or opposes" before the target that they share with the predicate before.
fn shared(input: &mut Tokens<'_>) -> Parsed<Vec<(Joint, Word, Negation)>> {
    let mut shared = Vec::new();
    while let Some((joint, length, Next::Predicate)) = joint(input) {
        input.next_slice(length);
        let (word, negation) = stance(input)?;
        shared.push((joint, word, negation));
    }
    Ok(shared)
}

/// Takes the predicate of a joined clause.
fn stance(input: &mut Tokens<'_>) -> Parsed<(Word, Negation)> {
    maybe(input, &["who", "which", "that"]);
    let verb_at = rest(input);
    match predicate(input)? {
        (Meaning::Stance(word), negation) => Ok((word, negation)),
        (Meaning::Tie(_), _) => not_understood(first(verb_at), "cannot be joined to a stance", EXAMPLE),
    }
}

fn joined(input: &mut Tokens<'_>, before: &Clause, next: &Next) -> Parsed<Clause> {
    let (word, negation) = match next {
        Next::Predicate => stance(input)?,
        Next::Target => (before.word, before.negation),
        Next::Not => {
            input.next_token();
            (before.word, Negation::Negated)
        }
    };
    Ok(Clause { word, negation, target: target(input, STANCE)? })
}

/// Whether the name of a target may end before these tokens: a modifier or another clause begins, or nothing is left.
pub(super) fn ends_target(tokens: &[Token]) -> bool {
    ends_clause(tokens) || joint(tokens).is_some()
}

/// The joint that the tokens begin with, how many tokens it takes up, and what follows.
fn joint(tokens: &[Token]) -> Option<(Joint, usize, Next)> {
    let (length, joint) =
        JOINTS.iter().find_map(|(phrase, joint)| Some((phrase_length(tokens, phrase)?, *joint)))?;
    let after = from(tokens, length);
    let next = if begins_predicate(after) {
        Next::Predicate
    } else if not_count(after) > 0 && joint == Joint::And {
        Next::Not
    } else if is_whole_name(after, ends_target) {
        Next::Target
    } else {
        return None;
    };
    Some((joint, length, next))
}

/// Whether the tokens begin with a predicate and something that it is about.
fn begins_predicate(tokens: &[Token]) -> bool {
    let relative = ["who", "which", "that"].iter().find_map(|word| phrase_length(tokens, word)).unwrap_or(0);
    let tokens = from(tokens, relative);
    let finite = &[FormOf::Third, FormOf::Past, FormOf::Base];
    let verb = phrase(tokens, finite).map(|(_, length)| length);
    let helped = || {
        let rest = from(tokens, 1);
        let not = not_count(rest);
        let (_, length) = Auxiliary::of(tokens)?.complement(from(rest, not))?;
        Some(1 + not + length)
    };
    verb.or_else(helped).is_some_and(|length| !ends_clause(from(tokens, length)))
}

/// Whether the tokens begin with a quoted or known name, and what follows it fits.
fn is_whole_name(tokens: &[Token], follows: impl Follows) -> bool {
    let rest = from(tokens, article_count(tokens));
    let Some(first) = rest.first() else { return false };
    match first.kind {
        Kind::Quoted => follows(from(rest, 1)),
        Kind::Word => first.known.is_some_and(|length| follows(from(rest, length))),
        Kind::End => false,
    }
}
